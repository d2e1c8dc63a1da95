"""The desk's verbs on one booking, as the home screen asks for them: run in the background, told
in a notice with its undo. A refusal goes back to whoever asked, to be shown where it belongs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.bookings import BookingRow
from desktop_app.domain.keys import KeyLoanRow, Verdict
from desktop_app.domain.rooms import Room
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.notices import NoticeAction
from desktop_app.ui.widgets.booking_face import title_of
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_time
from desktop_app.wording.phrases import say_list
from desktop_app.wording.today import say_arrival_warning

if TYPE_CHECKING:
    from desktop_app.services.arrivals import Arrival
    from desktop_app.services.house import Services
    from desktop_app.services.keys import KeyReturn


class DeskVerbs(QObject):
    """Asks, and tells what came of it."""

    done = Signal(str, int)
    """A verb (`arrive`, `hand_key`…) was done on a booking."""

    refused = Signal(int, object)
    """The venue, or the world, said no to a verb on a booking: the `Refusal` or `Trouble`."""

    ended = Signal()
    """The verb is over, done or not: buttons may be given back."""

    def __init__(self, context: ScreenContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    # -- groups -------------------------------------------------------------------------------

    def arrive(self, booking_id: int) -> None:
        context = self._context

        def work() -> Arrival:
            return self._services.arrivals.arrive(booking_id, by=context.actor)

        self._ask("arrive", booking_id, work, self._say_arrival)

    def _say_arrival(self, arrival: Arrival) -> None:
        """In one notice with its warnings: none of them hides another, nor the undo."""
        words = _("Arrivée notée : {title}").format(title=title_of(arrival.row))
        lines = [words, *(say_arrival_warning(warning) for warning in arrival.warnings)]
        self._say_undoable("\n".join(lines), "warning" if arrival.warnings else "ok")

    def leave(self, booking_id: int) -> None:
        context = self._context

        def work() -> BookingRow:
            return self._services.arrivals.leave(booking_id, by=context.actor)

        self._ask("leave", booking_id, work, self._say_left)

    def _say_left(self, row: BookingRow) -> None:
        self._say_undoable(_("Départ noté : {title}").format(title=title_of(row)))

    def mark_no_show(self, booking_id: int) -> None:
        context = self._context

        def work() -> BookingRow:
            return self._services.arrivals.mark_no_show(booking_id, by=context.actor)

        self._ask("no_show", booking_id, work, self._say_no_show)

    def _say_no_show(self, row: BookingRow) -> None:
        self._say_undoable(
            _("Non-présentation notée : {title}. La salle est libre.").format(title=title_of(row))
        )

    # -- keys ---------------------------------------------------------------------------------

    def hand_keys(
        self, booking_id: int, codes: Sequence[str], handed_to: str, client_key: str
    ) -> None:
        context, codes = self._context, tuple(codes)

        def work() -> tuple[KeyLoanRow, ...]:
            return self._services.keys.hand_keys(
                codes, booking_id, handed_to, client_key, by=context.actor
            )

        self._ask("hand_key", booking_id, work, self._say_handed)

    def _say_handed(self, loans: tuple[KeyLoanRow, ...]) -> None:
        codes = [loan.key_code for loan in loans]
        words = n_(
            "Clé {keys} remise, attendue à {time}",
            "Clés {keys} remises, attendues à {time}",
            len(codes),
        ).format(keys=say_list(codes), time=say_time(loans[0].due_at))
        ids = tuple(loan.id for loan in loans)
        self._say_with(words, partial(self._undo_handing, loans[0].booking_id, ids))

    def _undo_handing(self, booking_id: int, loan_ids: tuple[int, ...]) -> None:
        context = self._context

        def work() -> None:
            for loan_id in loan_ids:
                self._services.keys.undo_handing(loan_id, by=context.actor)

        self._ask("undo_hand_key", booking_id, work, self._say_taken_back)

    def _say_taken_back(self, _nothing: None) -> None:
        self._context.notices.say(_("Remise de clé annulée : la clé est au tableau."), tone="info")

    def take_key_back(self, loan: KeyLoanRow, verdict: Verdict, remark: str) -> None:
        context = self._context

        def work() -> KeyReturn:
            return self._services.keys.take_key_back(
                loan.key_code, verdict, remark, loan_id=loan.id, by=context.actor
            )

        self._ask("take_back", loan.booking_id, work, self._say_returned)

    def _say_returned(self, back: KeyReturn) -> None:
        facts = {"key": back.loan.key_code, "title": title_of(back.row)}
        words = _("Clé {key} rendue").format(**facts)
        if back.left:
            words = _("Clé {key} rendue, départ noté : {title}").format(**facts)
        self._say_with(words, partial(self._undo_return, back.loan.booking_id, back.loan.id))

    def _undo_return(self, booking_id: int, loan_id: int) -> None:
        context = self._context

        def work() -> KeyLoanRow:
            return self._services.keys.undo_return(loan_id, by=context.actor)

        self._ask("undo_take_back", booking_id, work, self._say_out_again)

    def _say_out_again(self, loan: KeyLoanRow) -> None:
        words = _("Retour annulé : la clé {key} est de nouveau sortie.").format(key=loan.key_code)
        self._context.notices.say(words, tone="info")

    # -- the booking --------------------------------------------------------------------------

    def move(self, row: BookingRow, room: Room) -> None:
        """Another room for this date only."""
        context = self._context

        def work() -> BookingRow:
            return self._services.bookings.change(
                row.id, row.version, room_id=room.id, by=context.actor
            )

        self._ask("move", row.id, work, partial(self._say_moved, room))

    def _say_moved(self, room: Room, row: BookingRow) -> None:
        self._say_undoable(
            _("{title} : désormais en {room}. Affiche de porte à réimprimer.").format(
                title=title_of(row), room=room.name
            )
        )

    def cancel(self, row: BookingRow, reason: str) -> None:
        context = self._context

        def work() -> BookingRow:
            return self._services.bookings.cancel(row.id, row.version, reason, by=context.actor)

        self._ask("cancel", row.id, work, self._say_cancelled)

    def _say_cancelled(self, row: BookingRow) -> None:
        self._say_undoable(_("Réservation annulée : {title}").format(title=title_of(row)))

    # -- inside -------------------------------------------------------------------------------

    @property
    def _services(self) -> Services:
        return self._context.services

    def _ask(
        self,
        verb: str,
        booking_id: int,
        work: Callable[[], Any],
        tell: Callable[[Any], None],
    ) -> None:
        self._context.background.ask(
            work,
            partial(self._answer, verb, booking_id, tell),
            partial(self.refused.emit, booking_id),
            ended=self.ended.emit,
            owner=self,
        )

    def _answer(self, verb: str, booking_id: int, tell: Callable[[Any], None], result: Any) -> None:
        tell(result)
        self.done.emit(verb, booking_id)

    def _say_undoable(self, words: str, tone: str = "ok") -> None:
        """A change of a booking: Ctrl+Z takes it back from anywhere."""
        undo = NoticeAction(_("Annuler"), self._undo, "Ctrl+Z")
        self._context.notices.say(words, tone, undo)

    def _undo(self) -> None:
        self._context.undo.undo()

    def _say_with(self, words: str, undo: Callable[[], None]) -> None:
        """A change of a key: Ctrl+Z takes it back as long as it is offered."""
        self._context.notices.say(words, action=NoticeAction(_("Annuler"), undo, "Ctrl+Z"))
