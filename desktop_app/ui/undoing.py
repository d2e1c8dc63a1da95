"""Undo and redo of every booking action of this desk: what Ctrl+Z and Ctrl+Y reach.

What was undone may be out of sight: the notice says what, for whom, when and where.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject

from desktop_app.domain.bookings import BookingChange, BookingRow
from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.notices import NoticeAction
from desktop_app.ui.widgets.booking_face import title_of
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_day_without_year, say_hours
from desktop_app.wording.refusals import say


class Undone(NamedTuple):
    """A change, the booking it concerns (the first of several) and the name of its room."""

    change: BookingChange
    row: BookingRow
    room: str


class BookingUndo(QObject):
    """Runs the verbs in the background and says what came of it."""

    def __init__(self, context: ScreenContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def undo(self) -> None:
        context = self._context
        self._ask(lambda: context.services.bookings.undo(by=context.actor), self._say_undone)

    def redo(self) -> None:
        context = self._context
        self._ask(lambda: context.services.bookings.redo(by=context.actor), self._say_redone)

    def _ask(self, verb: Callable[[], BookingChange], answer: Callable[[Undone], None]) -> None:
        context = self._context

        def work() -> Undone:
            change = verb()
            booking = change.booking
            row = context.services.planning.booking(booking.id)
            room = context.services.venue.venue().room(booking.room_id).name
            return Undone(change, row, room)

        context.background.ask(work, answer, self._refused)

    def _refused(self, error: Exception) -> None:
        """Nothing left to undo is no fault of anybody's."""
        notices = self._context.notices
        if isinstance(error, Refusal) and error.code in ("nothing_to_undo", "nothing_to_redo"):
            notices.say(say(error), "info")
        elif isinstance(error, Refusal | Trouble):
            notices.say_refusal(error)

    def _say_undone(self, undone: Undone) -> None:
        count = len(undone.change.pairs)
        words = n_(
            "Annulé : {what} ({title}, {day}, {hours}, {room}).",
            "Annulé : {what} ({title}, {n} dates dès {day}, {hours}, {room}).",
            count,
        )
        action = NoticeAction(_("Rétablir"), self.redo, "Ctrl+Y")
        self._context.notices.say(words.format(**_facts(undone)), "info", action)

    def _say_redone(self, undone: Undone) -> None:
        count = len(undone.change.pairs)
        words = n_(
            "Rétabli : {what} ({title}, {day}, {hours}, {room}).",
            "Rétabli : {what} ({title}, {n} dates dès {day}, {hours}, {room}).",
            count,
        )
        action = NoticeAction(_("Annuler"), self.undo, "Ctrl+Z")
        self._context.notices.say(words.format(**_facts(undone)), "ok", action)


def _facts(undone: Undone) -> dict[str, object]:
    """The place and the time are those the verb gave; a discreet name stays hidden."""
    booking = undone.change.booking
    return {
        "what": _what(undone.change),
        "title": title_of(undone.row),
        "n": len(undone.change.pairs),
        "day": say_day_without_year(booking.starts_at.date()),
        "hours": say_hours(booking.starts_at, booking.ends_at),
        "room": undone.room,
    }


def _what(change: BookingChange) -> str:
    """The verb, as a noun."""
    words = {
        "book": _("la réservation"),
        "book_series": _("la série"),
        "move": _("le changement de salle"),
        "reschedule": _("le changement d’horaire"),
        "edit": _("la modification"),
        "confirm": _("la confirmation"),
        "option": _("la mise en option"),
        "cancel": _("l’annulation"),
        "cancel_series": _("l’annulation de la série"),
        "change_series": _("la modification de la série"),
        "arrive": _("l’arrivée"),
        "leave": _("le départ"),
        "no_show": _("la non-présentation"),
    }
    return words.get(change.verb, _("la dernière action"))
