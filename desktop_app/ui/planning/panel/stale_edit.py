"""When somebody saved the same booking meanwhile: read theirs, compare, let one be chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop_app.domain.bookings import BookingRow
from desktop_app.domain.refusals import Refusal
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.planning.panel.compare_card import differences
from desktop_app.ui.planning.panel.drafting import draft_of
from desktop_app.ui.planning.panel.live_verdict import LiveVerdict
from desktop_app.ui.planning.panel.panel_parts import PanelParts
from desktop_app.ui.planning.panel.reading_booking import Opened, read_opened


class StaleEdit(QObject):
    """Shows both versions in the panel. Nothing typed is lost until one says so."""

    theirs_chosen = Signal(object)
    """A `BookingRow`: the form is to show what the other desk saved."""

    mine_chosen = Signal(object)
    """A `BookingRow`, theirs: the form is to be saved over it, knowingly."""

    def __init__(self, context: ScreenContext, panel: PanelParts, live: LiveVerdict) -> None:
        super().__init__(panel)
        self._context, self._panel, self._live = context, panel, live
        self._theirs: BookingRow | None = None
        panel.comparing.theirs_chosen.connect(self._take_theirs)
        panel.comparing.mine_chosen.connect(self._keep_mine)

    def compare(self, booking_id: int) -> None:
        """Read the booking as it stands and show where the two disagree."""
        context = self._context

        def work() -> Opened | None:
            return read_opened(context.services, booking_id)

        context.background.ask(work, self._show, owner=self)

    def _show(self, opened: Opened | None) -> None:
        venue = self._live.venue
        if opened is None or venue is None:
            self._context.notices.say_refusal(Refusal("booking_unknown"))
            return
        self._theirs = opened.row
        try:
            mine = self._live.draft()
        except Refusal:
            mine = draft_of(opened.row)
        card = self._panel.comparing
        card.show_differences(differences(opened.row, mine, venue))
        card.mine.setFocus(Qt.FocusReason.OtherFocusReason)
        self._panel.reveal(card)

    @Slot()
    def _take_theirs(self) -> None:
        if self._theirs is not None:
            self.theirs_chosen.emit(self._theirs)

    @Slot()
    def _keep_mine(self) -> None:
        if self._theirs is not None:
            self._panel.comparing.hide()
            self.mine_chosen.emit(self._theirs)
