"""The planning's verbs: each asks a service in the background, then says what was done, with undo.

Drag, keys and panel all come through here; a refusal goes back to whoever asked.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desktop_app.domain.bookings import BookingChange, BookingRow, Draft, Scope, Status
from desktop_app.domain.series import SeriesDraft
from desktop_app.domain.venue import Venue
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.notices import NoticeAction
from desktop_app.ui.planning.ghost import Ghost
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_day, say_day_without_year, say_hours

if TYPE_CHECKING:
    from desktop_app.services.house import Services

Answer = Callable[[Any], None]
Failed = Callable[[Exception], None] | None
Ended = Callable[[], None] | None


class Verbs(QObject):
    """What one does to bookings from the planning."""

    def __init__(self, context: ScreenContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.venue: Venue | None = None

    def book(
        self,
        draft: Draft,
        answer: Answer,
        failed: Failed,
        *,
        seen_free: bool,
        override: str,
        ended: Ended = None,
    ) -> None:
        """Book, or take an option. seen_free: the place was shown free just before.

        ended is called in every case, after the other two.
        """

        def work(services: Services) -> BookingRow:
            return services.bookings.book(
                draft, by=self._context.actor, override=override, seen_free=seen_free
            )

        self._do(work, self._say_booked, answer, failed, ended)

    def create_series(
        self,
        asked: SeriesDraft,
        skip: frozenset[date],
        answer: Answer,
        failed: Failed,
        *,
        ended: Ended = None,
    ) -> None:
        """Make a series; dates that are not free, or skipped, are kept and listed."""

        def work(services: Services) -> BookingChange:
            return services.series.create(asked, by=self._context.actor, skip=skip)

        self._do(work, self._say_series, answer, failed, ended)

    def change(
        self,
        row: BookingRow,
        facts: dict[str, Any],
        answer: Answer,
        failed: Failed,
        *,
        override: str = "",
    ) -> None:
        """Change one booking; of a series, this date only."""

        def work(services: Services) -> BookingRow:
            return services.bookings.change(
                row.id, row.version, by=self._context.actor, override=override, **facts
            )

        self._do(work, partial(self._say_changed, row), answer, failed)

    def change_series(
        self,
        row: BookingRow,
        scope: Scope,
        facts: dict[str, Any],
        answer: Answer,
        failed: Failed,
        *,
        override: str = "",
    ) -> None:
        """Change several dates of a series at once."""

        def work(services: Services) -> BookingChange:
            return services.series.change(
                row.id, row.version, scope, by=self._context.actor, override=override, **facts
            )

        self._do(work, self._say_series_changed, answer, failed)

    def move(self, row: BookingRow, ghost: Ghost, answer: Answer, failed: Failed = None) -> None:
        """To the place and the time of a ghost."""
        facts = {
            "room_id": ghost.room_id,
            "starts_at": ghost.starts_at,
            "ends_at": ghost.ends_at,
        }
        self.change(row, facts, answer, failed)

    def confirm(self, row: BookingRow, answer: Answer, failed: Failed) -> None:
        def work(services: Services) -> BookingRow:
            return services.bookings.confirm(row.id, row.version, by=self._context.actor)

        self._do(work, partial(self._say_changed, row), answer, failed)

    def cancel(
        self, row: BookingRow, scope: Scope, reason: str, answer: Answer, failed: Failed
    ) -> None:
        """Cancel one date, or several of its series, with a reason."""

        def work(services: Services) -> object:
            by = self._context.actor
            if scope is Scope.THIS:
                return services.bookings.cancel(row.id, row.version, reason, by=by)
            return services.series.cancel(row.id, row.version, scope, reason, by=by)

        self._do(work, self._say_cancelled, answer, failed)

    def _do(
        self,
        work: Callable[[Services], Any],
        told: Callable[[Any], None],
        answer: Answer,
        failed: Failed,
        ended: Ended = None,
    ) -> None:
        context = self._context

        def run() -> Any:
            return work(context.services)

        def done(result: Any) -> None:
            told(result)
            answer(result)

        context.background.ask(run, done, failed, ended=ended, owner=self)

    # -- saying what was done ---------------------------------------------------------------------

    def say(self, words: str) -> None:
        """A notice with its undo, for ten seconds."""
        undo = NoticeAction(_("Annuler"), self._context.undo.undo, "Ctrl+Z")
        self._context.notices.say(words, "ok", undo)

    def _room(self, room_id: int) -> str:
        return self.venue.room(room_id).name if self.venue is not None else ""

    def _say_booked(self, row: BookingRow) -> None:
        facts = {
            "room": self._room(row.room_id),
            "day": say_day_without_year(row.starts_at.date()),
            "hours": say_hours(row.starts_at, row.ends_at),
        }
        if row.status == Status.OPTION and row.option_expires_on is not None:
            words = _("Option prise : {room}, {day}, {hours}, jusqu’au {until}.")
            facts["until"] = say_day(row.option_expires_on)
        else:
            words = _("Réservé : {room}, {day}, {hours}.")
        self.say(words.format(**facts))

    def _say_series(self, change: BookingChange) -> None:
        made = sum(1 for _before, after in change.pairs if after.status in _MADE)
        words = n_("Série créée : {n} date.", "Série créée : {n} dates.", made)
        self.say(words.format(n=made))

    def _say_changed(self, before: BookingRow, row: BookingRow) -> None:
        if before.status != row.status:
            self.say(
                _("Réservation confirmée.") if row.status == Status.CONFIRMED else _("Option.")
            )
        elif before.room_id != row.room_id:
            words = _("Réservation déplacée : {room}. Affiche de porte à réimprimer.")
            self.say(words.format(room=self._room(row.room_id)))
        elif (before.starts_at, before.ends_at) != (row.starts_at, row.ends_at):
            words = _("Réservation déplacée : {day}, {hours}.")
            day = say_day_without_year(row.starts_at.date())
            self.say(words.format(day=day, hours=say_hours(row.starts_at, row.ends_at)))
        else:
            self.say(_("Réservation modifiée."))

    def _say_series_changed(self, change: BookingChange) -> None:
        count = len(change.pairs)
        self.say(n_("{n} date modifiée.", "{n} dates modifiées.", count).format(n=count))

    def _say_cancelled(self, result: object) -> None:
        if isinstance(result, BookingChange):
            count = len(result.pairs)
            self.say(n_("{n} date annulée.", "{n} dates annulées.", count).format(n=count))
        else:
            self.say(_("Réservation annulée."))


_MADE = frozenset({Status.CONFIRMED, Status.OPTION, Status.PENDING})
