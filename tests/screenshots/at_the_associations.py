"""Gestures before pictures of the screen *Associations*."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.ui.associations import AssociationsScreen

if TYPE_CHECKING:
    from desktop_app.ui.front_desk import FrontDesk

Settle = Callable[[], None]


def _screen(desk: FrontDesk) -> AssociationsScreen:
    screen = desk.window.current
    assert isinstance(screen, AssociationsScreen)
    return screen


def look_at_an_alert(desk: FrontDesk, settle: Settle) -> None:
    """The insurance that is over, and the new date half typed."""
    screen = _screen(desk)
    row = next(line.row for line in screen.lines if line.row.code == "A35")
    screen.show_organisation(row.id)
    settle()
    field = screen.file.dates.fields["insurance_until"]
    field.setFocus()
    field.setText("1er octobre 2027")
    settle()


def leave_the_file(desk: FrontDesk) -> None:
    _screen(desk).file.dates.reset()


def add_an_association(desk: FrontDesk, settle: Settle) -> None:
    """A name nearly known, and a number with a slip in it."""
    screen = _screen(desk)
    screen.list.new_button.click()
    form = screen.edit.fields
    form.retype({"name": "Elan du canal", "rna": "w759 000 099", "siren": "000 001 009"})
    form.look_for_near_names()
    settle()
    screen.edit.save_button.click()
    settle()


def give_the_association_up(desk: FrontDesk) -> None:
    _screen(desk).edit.cancel_button.click()
