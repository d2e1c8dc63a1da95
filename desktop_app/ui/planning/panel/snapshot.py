"""What was typed into the form, word for word, so that looking at something else loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QCheckBox, QLineEdit

from desktop_app.domain.organisations import OrganisationRow

if TYPE_CHECKING:
    from desktop_app.ui.planning.panel.booking_form import BookingForm
    from desktop_app.ui.widgets.choice_field import ChoiceField


class Snapshot(NamedTuple):
    """version: of the booking it edits, None for a new one."""

    version: int | None
    organisation: OrganisationRow | None
    status: str
    note: str
    words: tuple[str, ...]
    choices: tuple[object, ...]
    ticks: tuple[bool, ...]


def take(form: BookingForm, version: int | None) -> Snapshot:
    """The form as it stands."""
    return Snapshot(
        version,
        form.organisation.row(),
        form.status.current(),
        form.note.toPlainText(),
        tuple(field.text() for field in _lines(form)),
        tuple(field.key() for field in _choices(form)),
        tuple(box.isChecked() for box in _boxes(form)),
    )


def put_back(form: BookingForm, kept: Snapshot) -> None:
    """The form as it stood."""
    form.filling = True
    form.organisation.set_row(kept.organisation)
    form.show_alert(kept.organisation)
    form.status.choose(kept.status)
    form.note.setPlainText(kept.note)
    for field, words in zip(_lines(form), kept.words, strict=True):
        field.setText(words)
    for choice, key in zip(_choices(form), kept.choices, strict=True):
        choice.choose(key)
    for box, ticked in zip(_boxes(form), kept.ticks, strict=True):
        box.setChecked(ticked)
    form.filling = False
    form.is_touched = True
    form.edited.emit()


def _lines(form: BookingForm) -> tuple[QLineEdit, ...]:
    return (
        *(form.organisation, form.title, form.day, form.hours, form.heads, form.repeat),
        *(form.equipment, form.responsible, form.contact, form.phone),
    )


def _choices(form: BookingForm) -> tuple[ChoiceField, ...]:
    return form.room, form.kind, form.layout_choice


def _boxes(form: BookingForm) -> tuple[QCheckBox, ...]:
    return form.step_free, form.discreet
