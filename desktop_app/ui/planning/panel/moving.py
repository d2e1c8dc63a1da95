"""Moving a booking to another room at the same hours: every room ranked, one click does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.refusals import Refusal
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.planning.panel.drafting import draft_of
from desktop_app.ui.planning.panel.judge import Question, need_of
from desktop_app.ui.planning.panel.live_verdict import LiveVerdict
from desktop_app.ui.planning.panel.offer_list import say_state
from desktop_app.ui.planning.panel.panel_parts import PanelParts
from desktop_app.wording import _
from desktop_app.wording.refusals import say

if TYPE_CHECKING:
    from desktop_app.services.finding import Offer


class Moving(QObject):
    """Offers the rooms in the panel; step-free access is kept if the booking has it now."""

    room_chosen = Signal(int)

    def __init__(self, context: ScreenContext, panel: PanelParts, live: LiveVerdict) -> None:
        super().__init__(panel)
        self._context, self._panel, self._live = context, panel, live
        panel.moves.room_taken.connect(self.room_chosen)
        panel.moves.offers.declined.connect(self._say_declined)

    @Slot()
    def offer(self) -> None:
        """Ask for every other room at the same hours."""
        row, venue, context = self._live.row, self._live.venue, self._context
        if row is None or venue is None:
            return
        step_free = venue.room(row.room_id).step_free
        question = Question(draft_of(row), row.id, step_free=step_free)

        def work() -> tuple[Offer, ...]:
            return context.services.finder.find(need_of(question))

        context.background.ask(work, self._show, self._refused, owner=self)

    def _show(self, offers: tuple[Offer, ...]) -> None:
        row, panel = self._live.row, self._panel
        if row is None:
            return
        panel.cancelling.hide()
        others = [offer for offer in offers if offer.room.id != row.room_id]
        panel.moves.say("info", _("Où la déplacer, aux mêmes heures ?"), offers=others)
        panel.moves.heading.hide()
        panel.moves.offers.focus_first()
        panel.reveal(panel.moves)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, Refusal):
            self._panel.moves.say("error", say(error))

    @Slot(object)
    def _say_declined(self, offer: Offer) -> None:
        words = _("{room} : {state}").format(room=offer.room.name, state=say_state(offer))
        self._context.notices.say(words, "warning")
