"""The planning as somebody works on it: a day, a booking being made, a series, a room to find."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop_app.ui.planning.ghost import Ghost
from desktop_app.ui.planning.screen import PlanningScreen

if TYPE_CHECKING:
    from desktop_app.ui.front_desk import FrontDesk

Settle = Callable[[], None]
TUESDAY = date(2026, 12, 1)


def _screen(desk: FrontDesk) -> PlanningScreen:
    screen = desk.window.current
    assert isinstance(screen, PlanningScreen)
    return screen


def look_at_the_day(desk: FrontDesk, settle: Settle) -> None:
    _screen(desk).show_view("day")
    settle()


def make_a_series(desk: FrontDesk, settle: Settle) -> None:
    """Ateliers Ficelle on the phone: every Tuesday evening until 12 January."""
    screen = _screen(desk)
    screen.show_day_of_choice(TUESDAY)
    settle()
    room = screen.view.shown.venue.by_code["PAS"].id
    hours = datetime(2026, 12, 1, 18, 30), datetime(2026, 12, 1, 20, 30)
    screen.panels.book(Ghost(room, *hours))
    form = screen.panel.form
    context = desk.context
    context.background.ask(
        lambda: context.services.organisations.find("ateliers ficelle")[0],
        screen.panel.take_organisation,
    )
    settle()
    form.heads.setText("12")
    form.repeat.setText("chaque mardi, jusqu’au 12 janvier")
    # The form waits for a pause in the typing before it asks what the dates are worth.
    for _turn in range(50):
        settle()
        if screen.panel.series.isVisible():
            break
    screen.panel.reveal(screen.panel.series)
    settle()


def find_a_room(desk: FrontDesk, settle: Settle) -> None:
    """Twenty people, Tuesday evening, with a projector and no steps."""
    screen = _screen(desk)
    screen.show_day_of_choice(TUESDAY)
    screen.panels.find_room("mardi prochain 18h30-20h30 20 personnes vidéoprojecteur PMR")
    settle()


def open_a_permanence(desk: FrontDesk, settle: Settle) -> None:
    """One date of a series, with where it could go instead."""
    screen = _screen(desk)
    settle()
    row = next(one for one in screen.view.shown.live if one.title.startswith("P06"))
    screen.panels.open_booking(row.id)
    settle()
    screen.panel.moving.offer()
    settle()


def leave_the_planning(desk: FrontDesk) -> None:
    """A clean week again."""
    screen = _screen(desk)
    screen.panel.form.clear()
    for panel in (screen.panel, screen.panels.finder, screen.panels.series):
        panel.hide()
    screen.panels.draft_moved.emit(None)
    screen.panels.booking_shown.emit(None)
    screen.go_today()
    screen.show_view("week")
