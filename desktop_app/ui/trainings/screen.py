"""The screen *Formations*: the sessions, and the station of one of them."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.domain.verdicts import Verdict
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.navigation import Destination
from desktop_app.ui.screen import Screen
from desktop_app.ui.trainings.arrivals_by_badge import ArrivalsByBadge
from desktop_app.ui.trainings.page_stack import PageStack
from desktop_app.ui.trainings.session_list import ListFacts, SessionList, read_sessions
from desktop_app.ui.trainings.session_state import StationFacts, state_of_row
from desktop_app.ui.trainings.station import Station
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_day_without_year, say_hours


class TrainingsScreen(Screen):
    """Two pages: the list, and the station. A badge brings the station of its session up."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"session", "enrolment", "check_in", "booking", "room", "person", "badge", "setting"}
    )

    def __init__(
        self, context: ScreenContext, arrivals: ArrivalsByBadge, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        self._arrivals = arrivals
        self.session_id: int | None = None
        self.list = SessionList(context)
        self.station = Station(context, arrivals)
        self.pages = PageStack()
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.station)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self.list.session_opened.connect(self.open_station)
        self.list.import_asked.connect(self._import)
        self.station.back_asked.connect(self.show_list)
        self.station.facts_changed.connect(self.title_changed)
        arrivals.verdict_given.connect(self._bring_up)
        arrivals.trouble_met.connect(self._show_station)

    # -- what a screen says ---------------------------------------------------------------

    @property
    def shows_station(self) -> bool:
        return self.pages.currentWidget() is self.station

    def title(self) -> str:
        facts = self.station.facts
        if self.shows_station:
            return facts.detail.session.title if facts is not None else _("Pointage")
        return _("Formations")

    def subtitle(self) -> str:
        facts = self.station.facts
        if self.shows_station and facts is not None:
            return self._place_of(facts)
        known = self.list.facts
        if self.shows_station or known is None:
            return ""
        today = sum(row.day == known.today for row in known.rows)
        return n_("{n} session aujourd’hui", "{n} sessions aujourd’hui", today).format(n=today)

    def _place_of(self, facts: StationFacts) -> str:
        row = facts.detail.session
        hours = say_hours(row.starts_at, row.ends_at)
        if row.day == self.context.clock.today():
            return _("{hours} · {room}").format(hours=hours, room=row.room_name)
        day = say_day_without_year(row.day)
        return _("{day}, {hours} · {room}").format(day=day, hours=hours, room=row.room_name)

    def first_focus(self) -> QWidget:
        return self.station.card.search if self.shows_station else self.list.first_focus()

    def open(self, destination: Destination) -> None:
        if destination.session_id is not None:
            self.open_station(destination.session_id)

    # -- reading --------------------------------------------------------------------------

    def reload(self) -> None:
        today = self.context.clock.today()
        self.ask("sessions", partial(read_sessions, self.context, today), self._show_sessions)
        if self.session_id is not None:
            self._read_station(self.session_id)

    def _show_sessions(self, facts: ListFacts) -> None:
        self.list.show_sessions(facts)
        self.title_changed.emit()

    def _read_station(self, session_id: int) -> None:
        work = partial(_read_station, self.context, session_id)
        self.ask("station", work, self._show_facts, self._station_gone)

    def _show_facts(self, facts: StationFacts) -> None:
        if facts.detail.session.id == self.session_id:
            self.station.show_session(facts)

    def _station_gone(self, error: Exception) -> None:
        assert isinstance(error, Refusal | Trouble)
        self.context.notices.say_refusal(error)
        self.show_list()

    # -- going ----------------------------------------------------------------------------

    @Slot(int)
    def open_station(self, session_id: int) -> None:
        """Show the station of a session."""
        if session_id != self.session_id:
            self.session_id = session_id
            self._read_station(session_id)
        self._show_station()

    @Slot()
    def show_list(self) -> None:
        """Show the list of sessions; badges are answered for the session of their own."""
        self.session_id = None
        self.station.show_nothing()
        self.pages.setCurrentWidget(self.list)
        self.title_changed.emit()
        self.list.first_focus().setFocus()

    @Slot()
    def _show_station(self) -> None:
        """A badge moves no focus, unless what had it is no longer seen."""
        focus = QApplication.focusWidget()
        focus_goes = focus is not None and self.list.isAncestorOf(focus)
        self.pages.setCurrentWidget(self.station)
        self.title_changed.emit()
        if focus_goes:
            self.first_focus().setFocus()

    def _bring_up(self, verdict: Verdict) -> None:
        """A verdict is seen on the station, even one that belongs to no session."""
        if not self.shows_station:
            self._show_station()
        if self.session_id is None and verdict.door is None:
            today = self.context.clock.today()
            self.ask("running", partial(read_sessions, self.context, today), self._open_running)

    def _open_running(self, facts: ListFacts) -> None:
        """The session whose check-in is open now, if any, is the one people are asking for."""
        now = self.context.clock.now()
        for row in facts.rows:
            if self.session_id is None and state_of_row(row, now, facts.opens_minutes).is_open:
                self.open_station(row.id)

    @Slot()
    def _import(self) -> None:
        self.context.navigator.open(Destination("welcome"))


def _read_station(context: ScreenContext, session_id: int) -> StationFacts:
    services = context.services
    rules = services.venue.venue().rules
    return StationFacts(services.trainings.session(session_id), rules.check_in_opens_minutes)
