"""The home screen: the day's rooms, who comes, keys, the café, the headcount; and a booking's card.

It asks for one board per minute, and whenever the bell says that something on it changed. The
first picture of the desk shows the rooms; all else is made when the first whole board arrives.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.bookings import BookingRow
from desktop_app.domain.civil_time import Week
from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.domain.today import BookingCard, TodayBoard, Verb
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.navigation import Destination
from desktop_app.ui.screen import Screen
from desktop_app.ui.today.rooms_card import RoomsCard
from desktop_app.ui.widgets.two_columns import TwoColumns
from desktop_app.wording import _
from desktop_app.wording.dates import say_day, say_day_without_year
from desktop_app.wording.today import say_opening

if TYPE_CHECKING:
    from desktop_app.domain.keys import KeyLoanRow
    from desktop_app.domain.rooms import Room
    from desktop_app.services.finding import Offer
    from desktop_app.ui.today.alerts_card import AlertsCard
    from desktop_app.ui.today.booking_panel import BookingPanel
    from desktop_app.ui.today.cafe_card import CafeCard
    from desktop_app.ui.today.desk_verbs import DeskVerbs
    from desktop_app.ui.today.headcount_card import HeadcountCard
    from desktop_app.ui.today.keys_card import KeysCard
    from desktop_app.ui.today.training_card import TrainingCard
    from desktop_app.ui.today.welcome_card import WelcomeCard

SIDE = 396
"""Width of the right column at 100 %, in pixels."""


class TodayScreen(Screen):
    """*Aujourd’hui*."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "booking",
            "series",
            "room",
            "opening",
            "organisation",
            "key",
            "visit",
            "session",
            "enrolment",
            "check_in",
            "setting",
            "unavailability",
        }
    )

    cafe: CafeCard
    welcome: WelcomeCard
    keys: KeysCard
    training: TrainingCard
    headcount: HeadcountCard
    alerts: AlertsCard
    panel: BookingPanel
    verbs: DeskVerbs
    """These are there once the screen `is_whole`."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._theme = context.theme
        self.board: TodayBoard | None = None
        self.is_whole = False
        self._wanted: int | None = None
        self._welcoming = False
        self._after = ""
        self.rooms = RoomsCard(context)
        self.columns = TwoColumns(self._theme, self, width=SIDE)
        self.columns.main.addWidget(self.rooms, 4)
        self.rooms.timeline.booking_opened.connect(self.open_booking)
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self._on_minute)
        self._wait_for_next_minute()

    # -- building -----------------------------------------------------------------------------

    def complete(self) -> None:
        """Make all that stands around the rooms, once."""
        if self.is_whole:
            return
        self.is_whole = True
        self._make_cards()
        for empty in (self.keys, self.training, self.alerts):
            empty.hide()
        self.columns.main.addWidget(self.cafe, 1)
        for card in self._cards[1:]:
            self.columns.side.addWidget(card)
        self.columns.side.addStretch(1)
        self.columns.put_panel(self.panel)
        self.columns.arrange()
        self._connect()

    def _make_cards(self) -> None:
        from desktop_app.ui.today.alerts_card import AlertsCard
        from desktop_app.ui.today.booking_panel import BookingPanel
        from desktop_app.ui.today.cafe_card import CafeCard
        from desktop_app.ui.today.desk_verbs import DeskVerbs
        from desktop_app.ui.today.headcount_card import HeadcountCard
        from desktop_app.ui.today.keys_card import KeysCard
        from desktop_app.ui.today.training_card import TrainingCard
        from desktop_app.ui.today.welcome_card import WelcomeCard

        context = self.context
        self.cafe = CafeCard(context)
        self.welcome = WelcomeCard(context)
        self.keys = KeysCard(context)
        self.training = TrainingCard(context)
        self.headcount = HeadcountCard(context)
        self.alerts = AlertsCard(context)
        self.panel = BookingPanel(context, SIDE)
        self.verbs = DeskVerbs(context, self)
        self._cards = (
            self.cafe,
            self.welcome,
            self.keys,
            self.training,
            self.headcount,
            self.alerts,
        )

    def _connect(self) -> None:
        self.welcome.booking_opened.connect(self.open_booking)
        self.welcome.welcome_requested.connect(self._welcome)
        self.welcome.no_show_requested.connect(self.verbs.mark_no_show)
        self.keys.booking_opened.connect(self.open_booking)
        self.alerts.booking_opened.connect(self.open_booking)
        panel = self.panel
        panel.closed.connect(self._on_panel_closed)
        panel.verb_requested.connect(self._on_verb)
        panel.hand_requested.connect(self._on_hand)
        panel.return_requested.connect(self._on_return)
        panel.offers_requested.connect(self._ask_offers)
        panel.move_requested.connect(self._on_move)
        panel.cancel_requested.connect(self._on_cancel)
        self.verbs.done.connect(self._on_done)
        self.verbs.refused.connect(self._on_refused)
        self.verbs.ended.connect(self._on_ended)
        self.context.desk.scan_unreadable.connect(self._on_scan)

    # -- words --------------------------------------------------------------------------------

    def title(self) -> str:
        words = say_day_without_year(self.context.clock.today())
        return words[:1].upper() + words[1:]

    def full_title(self) -> str:
        words = say_day(self.context.clock.today())
        return words[:1].upper() + words[1:]

    def subtitle(self) -> str:
        week = Week.of(self.context.clock.today()).number
        words = _("semaine {week}").format(week=week)
        if self.board is None:
            return words
        return _("{week} · {opening}").format(
            week=words, opening=say_opening(self.board.hours, self.board.closed)
        )

    # -- the board ----------------------------------------------------------------------------

    def reload(self) -> None:
        self.ask("board", self._read_board, self._show_board)
        booking_id = self.panel.shown_id() if self.is_whole else None
        if booking_id is not None:
            self.ask("card", partial(self._read_card, booking_id), self._show_card)

    def _read_board(self) -> TodayBoard:
        return self.context.services.today.board(self.context.clock.now())

    def _show_board(self, board: TodayBoard) -> None:
        before, self.board = self.board, board
        self.complete()
        for card in (self.rooms, *self._cards):
            card.show_board(board)
        if before is None or (before.day, before.hours) != (board.day, board.hours):
            self.title_changed.emit()

    @Slot()
    def _on_minute(self) -> None:
        self._wait_for_next_minute()
        self._stale = True
        self._reload_if_seen()

    def _wait_for_next_minute(self) -> None:
        """The now-line moves when the clock on the wall does."""
        now = self.context.clock.now()
        self._minute.start(max(200, 60_000 - now.second * 1000 - now.microsecond // 1000))

    # -- the card -----------------------------------------------------------------------------

    def open(self, destination: Destination) -> None:
        if destination.booking_id is not None:
            self.open_booking(destination.booking_id)

    def first_focus(self) -> QWidget | None:
        return self.rooms.timeline

    def kept_free(self) -> QWidget | None:
        return self.cafe if self.is_whole else None

    @Slot(int)
    def open_booking(self, booking_id: int) -> None:
        """Show the card of this booking and put the hand on its next step."""
        self.complete()
        self._wanted = booking_id
        self.ask("card", partial(self._read_card, booking_id), self._show_card)

    def _read_card(self, booking_id: int) -> BookingCard:
        return self.context.services.today.card(booking_id)

    def _show_card(self, card: BookingCard) -> None:
        wanted = self._wanted == card.row.id
        self.panel.show_card(card, self.context.clock.now())
        self.rooms.timeline.mark_opened(card.row.id)
        if not wanted:
            return
        self._wanted = None
        self.panel.show()
        self.columns.arrange()
        if not self.panel.focus_next_step(after=self._after):
            self.rooms.timeline.setFocus()
        self._after = ""

    @Slot()
    def _on_panel_closed(self) -> None:
        self.panel.forget()
        self.rooms.timeline.mark_opened(None)
        self.columns.arrange()
        self.rooms.timeline.setFocus()

    # -- verbs --------------------------------------------------------------------------------

    @Slot(int)
    def _welcome(self, booking_id: int) -> None:
        """One click: the group is here; its card opens, the hand on the key to give."""
        self._welcoming = True
        self.verbs.arrive(booking_id)

    @Slot(str, object)
    def _on_verb(self, verb: str, row: BookingRow) -> None:
        if verb == Verb.EDIT:
            self.context.navigator.open(
                Destination("planning", day=row.starts_at.date(), booking_id=row.id)
            )
            return
        self.panel.take_hand(busy=True)
        if verb == Verb.ARRIVE:
            self._welcoming = True
            self.verbs.arrive(row.id)
        elif verb == Verb.LEAVE:
            self.verbs.leave(row.id)
        elif verb == Verb.NO_SHOW:
            self.verbs.mark_no_show(row.id)

    @Slot(object, object, str, str)
    def _on_hand(self, row: BookingRow, codes: tuple[str, ...], handed_to: str, mark: str) -> None:
        self.panel.take_hand(busy=True)
        self.verbs.hand_keys(row.id, codes, handed_to, mark)

    @Slot(object, str, str)
    def _on_return(self, loan: KeyLoanRow, verdict: str, remark: str) -> None:
        from desktop_app.domain.keys import Verdict

        self.panel.take_hand(busy=True)
        self.verbs.take_key_back(loan, Verdict(verdict), remark)

    @Slot(object)
    def _ask_offers(self, card: BookingCard) -> None:
        self.ask(
            "offers",
            partial(self._find_rooms, card),
            self.panel.show_offers,
            partial(self._on_refused, card.row.id),
        )

    def _find_rooms(self, card: BookingCard) -> tuple[Offer, ...]:
        """Rooms for the same time, as many people and the same access. Database thread."""
        return self.context.services.today.other_rooms(card.row.id)

    @Slot(object, object)
    def _on_move(self, row: BookingRow, room: Room) -> None:
        self.panel.take_hand(busy=True)
        self.verbs.move(row, room)

    @Slot(object, str)
    def _on_cancel(self, row: BookingRow, reason: str) -> None:
        self.panel.take_hand(busy=True)
        self.verbs.cancel(row, reason)

    @Slot(str, int)
    def _on_done(self, verb: str, booking_id: int) -> None:
        shown = self.panel.shown_id() == booking_id
        if shown:
            self.panel.done(verb)
        if shown or (verb == "arrive" and self._welcoming):
            self._after = verb
            self.open_booking(booking_id)
        self._welcoming = False

    @Slot(int, object)
    def _on_refused(self, booking_id: int, error: Exception) -> None:
        """Where the eyes are: on the card of that booking, else in a notice."""
        self._welcoming = False
        if not isinstance(error, Refusal | Trouble):
            return
        if self.panel.shown_id() == booking_id and self.panel.isVisible():
            self.panel.show_refusal(error)
        else:
            self.context.notices.say_refusal(error)

    @Slot()
    def _on_ended(self) -> None:
        self.panel.take_hand(busy=False)

    @Slot(str)
    def _on_scan(self, text: str) -> None:
        """The tag of a key that is out was read: its return is noted on its group's card."""
        if self.board is None or not self.isVisible():
            return
        for loan in self.board.keys_out:
            if loan.key_code.casefold() == text.strip().casefold():
                self.open_booking(loan.booking_id)

    # -- shape --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.arrange()

    def heightForWidth(self, width: int) -> int:
        return self.columns.least().height()

    def minimumSizeHint(self) -> QSize:
        return self.columns.least()
