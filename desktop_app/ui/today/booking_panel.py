"""A booking's card at the right of the home screen: its facts, its keys, and its verbs.

Wishes go out as signals; refusals come back in and stand beside the field they name, with the
focus there. Nothing typed is lost by a refusal, nor by a reload of the card.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.clock import wall_time
from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.domain.rooms import Room
from desktop_app.domain.today import BookingCard, Verb
from desktop_app.ui.announcing import announce
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.today.booking_facts import BookingFacts
from desktop_app.ui.today.booking_head import BookingHead
from desktop_app.ui.today.cancel_section import CancelSection
from desktop_app.ui.today.key_section import KeySection
from desktop_app.ui.today.move_section import MoveSection
from desktop_app.ui.today.verb_bar import VerbBar
from desktop_app.ui.widgets import SidePanel
from desktop_app.ui.widgets.booking_face import title_of
from desktop_app.ui.widgets.callout import Callout
from desktop_app.wording import _
from desktop_app.wording.dates import say_moment
from desktop_app.wording.refusals import say

if TYPE_CHECKING:
    from desktop_app.services.finding import Offer


class BookingPanel(SidePanel):
    """Shows one `BookingCard` at a time."""

    verb_requested = Signal(str, object)
    """A `Verb` that needs nothing more (arrive, leave, no_show, edit) and the booking's row."""

    hand_requested = Signal(object, object, str, str)
    """The booking's row, codes of keys, to whom, the mark of this press."""

    return_requested = Signal(object, str, str)
    """The loan, the verdict, the remark."""

    offers_requested = Signal(object)
    """The card whose booking somebody wants to move: wish for the rooms it could have."""

    move_requested = Signal(object, object)
    """The booking's row and the `Room` it should have."""

    cancel_requested = Signal(object, str)
    """The booking's row and the reason."""

    def __init__(self, context: ScreenContext, width: int, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, _("Réservation"), width=width, parent=parent)
        theme = context.theme
        self._context = context
        self.card: BookingCard | None = None
        self._part = "card"
        self.head = BookingHead(context)
        self.facts = BookingFacts(context)
        self.remark = Callout(theme, "warning")
        self.refusal = Callout(theme, "error")
        self.refusal.hide()
        self.keys = KeySection(context)
        self.move_rooms = MoveSection(theme)
        self.cancelling = CancelSection(theme)
        self.verbs = VerbBar(theme)
        for part in (
            self.head,
            self.facts,
            self.remark,
            self.refusal,
            self.keys,
            self.move_rooms,
            self.cancelling,
        ):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.footer.addWidget(self.verbs)
        self._connect()

    def _connect(self) -> None:
        self.verbs.chosen.connect(self._on_verb)
        self.keys.hand_requested.connect(self._on_hand)
        self.keys.return_requested.connect(self.return_requested)
        self.move_rooms.room_chosen.connect(self._on_room)
        self.cancelling.cancel_requested.connect(self._on_cancel)
        self.cancelling.given_up.connect(self._back_to_card)

    # -- what is shown ------------------------------------------------------------------------

    def show_card(self, card: BookingCard, now: datetime) -> None:
        """Show a booking; the same one again keeps what is being typed and which part is open."""
        fresh = self.card is None or self.card.row.id != card.row.id
        gone_on = self.card is None or self.card.row.status != card.row.status
        moved = self.card is None or self.card.row.room_id != card.row.room_id
        self.card = card
        self.set_title(title_of(card.row))
        self.head.show_row(card.row)
        self.facts.show_card(card, now.date())
        self._show_remark(card)
        self.keys.show_card(card, now)
        handing = bool(card.keys) and not self.keys.hand_form.isHidden()
        self.verbs.show_verbs(card.verbs, next_in_line=not handing)
        if fresh or gone_on or moved:
            self._open("card")
        if fresh:
            self.refusal.hide()
            self.cancelling.begin()
            self.scroll_area.verticalScrollBar().setValue(0)

    def shown_id(self) -> int | None:
        """The booking on the card, while the panel is open."""
        return self.card.row.id if self.card is not None else None

    def forget(self) -> None:
        """Nothing is shown any more."""
        self.card = None

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Open the list of other rooms."""
        if self.card is None:
            return
        self.move_rooms.show_offers(offers, self.card.row.room_id)
        self._open("move")
        first = self.move_rooms.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_remark(self, card: BookingCard) -> None:
        remark = card.remark
        self.remark.setVisible(remark is not None)
        if remark is not None:
            made = _("Noté le {moment}").format(moment=say_moment(wall_time(remark.made_at)))
            self.remark.set_words(
                _("État de la salle : {remark}").format(remark=remark.remark), made
            )

    def _open(self, part: str) -> None:
        """Which part is open: the card, the other rooms, or the cancelling."""
        self._part = part
        self.keys.setVisible(part == "card" and self._has_to_do_with_keys())
        self.move_rooms.setVisible(part == "move")
        self.cancelling.setVisible(part == "cancel")

    def _has_to_do_with_keys(self) -> bool:
        card = self.card
        return card is not None and (Verb.HAND_KEY in card.verbs or bool(card.loans))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes one step back: from the other rooms to the card, from the card away."""
        if event.key() == Qt.Key.Key_Escape and self._part != "card":
            self._back_to_card()
        else:
            super().keyPressEvent(event)

    # -- refusals -----------------------------------------------------------------------------

    def show_refusal(self, error: Refusal | Trouble) -> None:
        """Beside the field it names, with the focus; else at the top of the card. Always said."""
        self.refusal.hide()
        sections = (self.cancelling, self.keys)
        shown = isinstance(error, Refusal) and any(
            not section.isHidden() and section.show_refusal(error) for section in sections
        )
        if not shown:
            self.refusal.set_words(say(error))
            self.refusal.show()
            self.reveal(self.refusal)
        announce(self, say(error), urgent=True)

    def take_hand(self, *, busy: bool) -> None:
        """While a verb is under way its buttons rest: a second press would be a second verb."""
        self.verbs.setEnabled(not busy)
        self.keys.hand_form.button.setEnabled(not busy)

    def done(self, verb: str) -> None:
        """A verb of this card was done."""
        self.refusal.hide()
        if verb == "hand_key":
            self.keys.hand_form.handed()
        if verb in ("move", "cancel"):
            self._open("card")

    def focus_next_step(self, after: str = "") -> bool:
        """Put the hand where the next step is: the key's form, else the first verb.

        after: the verb just done. A key just handed is taken back hours later: the hand goes to
        the state of the room, where a second press of Enter does nothing. False: after that
        verb nothing is left to do on this card but the departure, which a second press of Enter
        must not note.
        """
        target = self.keys.first_focus() if not self.keys.isHidden() else None
        if after == "hand_key" and target is not None:
            target = self.keys.after_handing() or target
        if target is None and not (after and self.verbs.leave_comes_next()):
            target = self.verbs.first_focus() or (None if after else self.cross)
        if target is None:
            return False
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reveal(target)
        return True

    # -- wishes -------------------------------------------------------------------------------

    @Slot(str)
    def _on_verb(self, verb: str) -> None:
        if self.card is None:
            return
        if verb == Verb.MOVE:
            self.offers_requested.emit(self.card)
        elif verb == Verb.CANCEL:
            self._open("cancel")
            self.cancelling.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reveal(self.cancelling)
        else:
            self.verb_requested.emit(verb, self.card.row)

    @Slot(object, str, str)
    def _on_hand(self, codes: Sequence[str], handed_to: str, mark: str) -> None:
        if self.card is not None:
            self.hand_requested.emit(self.card.row, codes, handed_to, mark)

    @Slot(object)
    def _on_room(self, room: Room) -> None:
        if self.card is not None:
            self.move_requested.emit(self.card.row, room)

    @Slot(str)
    def _on_cancel(self, reason: str) -> None:
        if self.card is not None:
            self.cancel_requested.emit(self.card.row, reason)

    @Slot()
    def _back_to_card(self) -> None:
        self._open("card")
        self.focus_next_step()
