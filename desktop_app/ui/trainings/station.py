"""The check-in station of one session: the verdict at the left, the list at the right.

Nothing on it waits for a click: scans go on whatever is open, chosen or half typed.
"""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.checkin import Facts, LastCheckIn, decide
from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.domain.trainings import AttendeeRow, SessionStatus, SessionSummary
from desktop_app.domain.verdicts import Verdict
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.navigation import Destination
from desktop_app.ui.trainings.arrivals_by_badge import ArrivalsByBadge
from desktop_app.ui.trainings.attendee_card import AttendeeCard
from desktop_app.ui.trainings.legend import Legend
from desktop_app.ui.trainings.page_stack import PageStack
from desktop_app.ui.trainings.session_state import StationFacts, say_waiting, state_at_station
from desktop_app.ui.trainings.station_verbs import UNDO_KEY, StationVerbs, is_offered_a_place
from desktop_app.ui.trainings.summary_panel import SummaryPanel
from desktop_app.ui.trainings.verdict_panel import VerdictPanel
from desktop_app.ui.trainings.walk_in_panel import WalkInPanel
from desktop_app.ui.widgets import Button, Chip
from desktop_app.wording import _
from desktop_app.wording.refusals import say
from desktop_app.wording.verdicts import Said, say_trouble_at_the_door

EVERY_SECONDS = 15
"""How often the clock is looked at: check-in opens by itself."""

NARROW = 1040
"""Width, at 100 %, under which the buttons above say less."""

LEGEND_NEEDS = 470
"""Height, at 100 %, under which the legend gives its place to the verdict."""


class Station(QWidget):
    """Shows one session; knows how to ask for everything that can be done to its list."""

    back_asked = Signal()
    """Wish to see the list of sessions."""

    facts_changed = Signal()
    """Another session, or the same one with other facts, is shown."""

    def __init__(
        self, context: ScreenContext, arrivals: ArrivalsByBadge, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._arrivals = context, arrivals
        self.facts: StationFacts | None = None
        self._room: tuple[int, int] | None = None
        self._held = False
        self._build()
        self._lay_out()
        self._connect()
        self._clock = QTimer(self)
        self._clock.setInterval(EVERY_SECONDS * 1000)
        self._clock.timeout.connect(self._refresh)
        self._clock.start()
        self.show_nothing()

    def _build(self) -> None:
        context, theme = self._context, self._context.theme
        self.verbs = StationVerbs(context, self)
        self.back = Button(theme, _("Sessions"), icon="arrow-left", tone="ghost")
        self.state = Chip(theme)
        self.moved = Chip(theme, "", "warning", "move")
        self.undo = Button(theme, "", icon="undo-2", keys=UNDO_KEY)
        self.papers = Button(theme, _("Émargement"), icon="file-text", keys="Ctrl+E")
        self.open_button = Button(theme, _("Ouvrir le pointage"), icon="play")
        self.close_button = Button(theme, "", icon="flag")
        self.panel = VerdictPanel(theme, context.privacy)
        self.legend = Legend(theme)
        self.card = AttendeeCard(context)
        self.walk_in = WalkInPanel(context)
        self.summary = SummaryPanel(theme)
        self.side = PageStack()
        for part in (self.card, self.walk_in, self.summary):
            self.side.addWidget(part)

    def _lay_out(self) -> None:
        self._top = QHBoxLayout()
        self._top.addWidget(self.back)
        self._top.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        self._top.addWidget(self.moved, 0, Qt.AlignmentFlag.AlignVCenter)
        self._top.addStretch(1)
        for button in (self.papers, self.undo, self.open_button, self.close_button):
            self._top.addWidget(button)
        self._left = QVBoxLayout()
        self._left.addWidget(self.panel, 1)
        self._left.addWidget(self.legend)
        self._halves = QHBoxLayout()
        self._halves.addLayout(self._left, 14)
        self._halves.addWidget(self.side, 11)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addLayout(self._halves, 1)
        self._context.theme.changed.connect(self._dress)
        self._dress()

    def _connect(self) -> None:
        card, verbs = self.card, self.verbs
        self.back.clicked.connect(self.back_asked)
        self.undo.clicked.connect(verbs.undo_last)
        self.papers.clicked.connect(self._see_papers)
        self.open_button.clicked.connect(self._open)
        self.close_button.clicked.connect(self._close)
        self._arrivals.verdict_given.connect(self.show_verdict)
        self._arrivals.trouble_met.connect(self._show_trouble)
        verbs.verdict_given.connect(self._arrivals.give)
        verbs.session_closed.connect(self._show_summary)
        verbs.undone.connect(self._after_undo)
        card.check_in_asked.connect(self._check_in)
        card.code_typed.connect(self._read_typed)
        card.several_found.connect(self._say_ambiguous)
        card.walk_in_asked.connect(self.start_walk_in)
        card.excuse_asked.connect(self._excuse)
        card.admit_asked.connect(self._admit)
        card.badge_asked.connect(self._see_badge)
        self.walk_in.added.connect(self._after_walk_in)
        self.walk_in.closed.connect(self._leave_walk_in)
        self.summary.list_asked.connect(self.show_list)
        self.summary.reopen_asked.connect(self._open)
        self.summary.rows_asked.connect(self._show_behind)

    # -- what is shown --------------------------------------------------------------------

    def show_nothing(self) -> None:
        """No session: badges are answered all the same."""
        self.facts, self._room = None, None
        self._arrivals.looked_at = None
        words = Said(_("Présentez un badge"), _("Aucune session en cours"), "")
        self.panel.set_waiting("scan-qr-code", words)
        for part in (self.state, self.moved, self.papers, self.open_button, self.close_button):
            part.setVisible(False)
        self.side.setVisible(False)

    def show_session(self, facts: StationFacts) -> None:
        """Show a session as it was just read."""
        row = facts.detail.session
        before = self.facts.detail.session.id if self.facts is not None else None
        if before != row.id:
            self.show_list()
            self.card.search.clear()
            self._room = (row.id, row.room_id)
        self._say_moved(row.id, row.room_id, row.room_name)
        self.facts = facts
        self._arrivals.looked_at = row.id
        self.side.setVisible(True)
        self.papers.setVisible(True)
        self._refresh()
        self.facts_changed.emit()

    def _say_moved(self, session_id: int, room_id: int, room_name: str) -> None:
        """A room changed under our eyes is said until the station is left."""
        changed = self._room is not None and self._room != (session_id, room_id)
        if changed:
            self.moved.set(_("Salle changée : {room}").format(room=room_name))
        self.moved.setVisible(changed)

    @Slot()
    def _refresh(self) -> None:
        facts = self.facts
        if facts is None:
            return
        now = self._context.clock.now()
        self.card.show_session(facts, now)
        self.panel.set_waiting(*say_waiting(facts, now))
        state = state_at_station(facts, now)
        self.state.set(*state)
        self.state.setVisible(True)
        session = facts.detail.session
        is_open = facts.open_half_day(now) is not None
        of_today = any(one.starts_at.date() == now.date() for one in facts.detail.half_days)
        last = facts.detail.half_days[-1]
        begun = now >= last.starts_at - timedelta(minutes=facts.opens_minutes)
        closed = session.status in (SessionStatus.CANCELLED, SessionStatus.LOCKED)
        held = session.status == SessionStatus.HELD
        live = state.tone != "error" and not closed
        self._held = held
        self._word()
        self.open_button.setVisible(live and of_today and not is_open and now < last.ends_at)
        self.close_button.setVisible(live and not held and begun)

    def show_verdict(self, verdict: Verdict) -> None:
        """Show an answer, and the person on the list if they are on it."""
        self.panel.show_verdict(verdict)
        if verdict.is_arrival or verdict.first is not None:
            self.card.people.show_just_in(verdict.enrolment_id)

    def _show_trouble(self, error: Exception) -> None:
        assert isinstance(error, Refusal | Trouble)
        at = say_trouble_at_the_door(self._context.clock.instant())
        self.panel.show_trouble(Said(at, say(error), _("Présentez le badge une nouvelle fois.")))

    def _say_ambiguous(self, people: int) -> None:
        self._arrivals.give(decide(Facts(people=people), self._context.clock.instant()))

    # -- the right side -------------------------------------------------------------------

    @Slot(str, str)
    def _show_behind(self, figure: str, label: str) -> None:
        self.card.show_behind(figure, label)
        self.side.setCurrentWidget(self.card)

    @Slot()
    def show_list(self) -> None:
        """The list of people again, all of them."""
        self.card.show_everybody()
        self.side.setCurrentWidget(self.card)

    @Slot(str)
    def start_walk_in(self, text: str = "") -> None:
        """Open the form; somebody just answered “no enrolment” is already filled in."""
        if self.facts is None:
            return
        verdict = self.panel.verdict
        person = verdict.person if verdict is not None and is_offered_a_place(verdict) else None
        session_id = self.facts.detail.session.id
        if self.walk_in.session_id != session_id or person is not None or text:
            self.walk_in.begin(session_id, text, person)
        self.side.setCurrentWidget(self.walk_in)
        self.walk_in.take_focus()

    @Slot()
    def _leave_walk_in(self) -> None:
        self.walk_in.begin(None, "")
        self.show_list()
        self.card.search.setFocus()

    def _after_walk_in(self, verdict: Verdict) -> None:
        self.card.search.clear()
        self.show_list()
        self.card.search.setFocus()
        self._arrivals.give(verdict)

    def _show_summary(self, summary: SessionSummary) -> None:
        self.summary.show_summary(summary)
        self.side.setCurrentWidget(self.summary)

    # -- verbs ----------------------------------------------------------------------------

    def _check_in(self, row: AttendeeRow) -> None:
        self.card.search.clear()
        self.verbs.check_in(row.enrolment_id)

    def _read_typed(self, code: str) -> None:
        self.card.search.clear()
        self._arrivals.read_typed(code)

    def _excuse(self, row: AttendeeRow, excused: bool) -> None:
        self.verbs.set_excused(row.enrolment_id, excused, self.card.model.name_of(row))

    def _admit(self, row: AttendeeRow) -> None:
        self.verbs.admit(row.enrolment_id)

    def _after_undo(self, undone: LastCheckIn) -> None:
        self.card.people.show_just_in(None)
        if (
            self.panel.verdict is not None
            and self.panel.verdict.enrolment_id == undone.enrolment_id
        ):
            self.panel.wait_again()

    @Slot()
    def _open(self) -> None:
        if self.facts is not None:
            self.show_list()
            self.card.search.setFocus()  # the button pressed goes away: names can be typed at once
            self.verbs.open_session(self.facts.detail.session.id)

    @Slot()
    def _close(self) -> None:
        if self.facts is not None:
            self.verbs.close_session(self.facts.detail.session.id)

    @Slot()
    def _see_papers(self) -> None:
        self._open_papers("")

    @Slot(int)
    def _see_badge(self, person_id: int) -> None:
        self._open_papers(f"badge:{person_id}")

    def _open_papers(self, which: str) -> None:
        if self.facts is not None:
            session_id = self.facts.detail.session.id
            wish = Destination("session-papers", session_id=session_id, text=which)
            self._context.navigator.open(wish)

    # -- looks ----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._word()

    def _word(self) -> None:
        """Short words, and no legend, where there is little room or text is large."""
        px = self._context.theme.px
        narrow = self.width() < px(NARROW)
        self.legend.setVisible(not narrow and self.height() >= px(LEGEND_NEEDS))
        for button in (self.back, self.papers):
            button.set_icon_only(narrow)
        whole = (_("Annuler le dernier pointage"), _("Terminer le pointage"))
        opening = _("Rouvrir le pointage") if self._held else _("Ouvrir le pointage")
        words = (_("Annuler"), _("Terminer"), _("Rouvrir") if self._held else _("Ouvrir"))
        buttons = (self.undo, self.close_button, self.open_button)
        for button, long, short in zip(buttons, (*whole, opening), words, strict=True):
            button.set_word(short if narrow else long)
            button.setAccessibleName(long)

    @Slot()
    def _dress(self) -> None:
        px = self._context.theme.px
        self._top.setSpacing(px(10))
        self._left.setSpacing(px(14))
        self._halves.setSpacing(px(18))
        self._column.setSpacing(px(12))
        self._column.setContentsMargins(px(22), px(12), px(22), px(16))
        self._word()
