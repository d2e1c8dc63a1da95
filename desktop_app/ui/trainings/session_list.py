"""The list of sessions: today's first and large, the others in a table."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.trainings import SessionRow
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.table_model import Column, RowModel
from desktop_app.ui.theme import Theme
from desktop_app.ui.trainings.session_state import state_of_row
from desktop_app.ui.widgets import (
    Button,
    Card,
    Chip,
    ElidedLabel,
    EmptyState,
    SegmentedControl,
    TableView,
    Text,
)
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_day_short, say_hours

AHEAD, BACK = timedelta(days=120), timedelta(days=60)

NARROW = 760
"""Width, at 100 %, under which only what tells sessions apart is shown."""

_COUNTS = 4


class ListFacts(NamedTuple):
    """Sessions around today, read at once. opens_minutes: the house's rule."""

    today: date
    rows: tuple[SessionRow, ...]
    opens_minutes: int


def read_sessions(context: ScreenContext, today: date) -> ListFacts:
    """Asked on the database thread."""
    services = context.services
    return ListFacts(
        today,
        services.trainings.sessions(today - BACK, today + AHEAD),
        services.venue.venue().rules.check_in_opens_minutes,
    )


class TodaySession(QWidget):
    """One of today's sessions: hours, title, room, counts, state, and the way to its station."""

    opened = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session_id, self._said = 0, ("", "")
        self.hours = Text(theme, "", "strong")
        self.title = ElidedLabel(theme, "", "card")
        self.facts = ElidedLabel(theme, "", "body", "muted")
        self.state = Chip(theme)
        self.button = Button(theme, _("Pointage"), icon="scan-qr-code")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.facts)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.hours)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.button.clicked.connect(self._open)
        theme.changed.connect(self._dress)
        self._dress()

    def show_session(self, row: SessionRow, now: datetime, opens_minutes: int) -> None:
        """Show this session as it stands."""
        self._session_id = row.id
        state = state_of_row(row, now, opens_minutes)
        hours = say_hours(row.starts_at, row.ends_at)
        self._said = hours, " · ".join((row.room_name, say_counts(row)))
        self.title.setText(row.title)
        self.set_narrow(self.hours.isHidden())
        self.state.set(*state)
        self.button.set_tone("primary" if state.tone == "ok" else "secondary")
        named = _("Pointage : {title}").format(title=row.title)
        self.button.setAccessibleName(named)

    def set_narrow(self, narrow: bool) -> None:
        """With little room the hours join the other facts, so that the title is read whole."""
        hours, facts = self._said
        self.hours.setText(hours)
        self.hours.setVisible(not narrow)
        self.facts.setText(f"{hours} · {facts}" if narrow else facts)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._session_id)

    @Slot()
    def _dress(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), px(6), px(16), px(8))
        self._row.setSpacing(px(16))
        widest = say_hours(time(10, 30), time(20, 30))
        self.hours.setMinimumWidth(self._theme.metrics("strong").horizontalAdvance(widest))


def say_counts(row: SessionRow) -> str:
    """“25 inscriptions · 3 présences · 2 sans inscription · 1 en attente”."""
    parts = [n_("{n} inscription", "{n} inscriptions", row.enrolled).format(n=row.enrolled)]
    if row.present:
        parts.append(n_("{n} présence", "{n} présences", row.present).format(n=row.present))
    if row.walk_ins:
        parts.append(_("{n} sans inscription").format(n=row.walk_ins))
    if row.waitlisted:
        parts.append(_("{n} en attente").format(n=row.waitlisted))
    return " · ".join(parts)


class SessionList(QWidget):
    """Today above; what is to come, or what is over, below."""

    session_opened = Signal(int)
    """Wish to see this session's station."""

    import_asked = Signal()
    """Wish to import a list of enrolments."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = self._theme = context.theme
        self._context = context
        self.facts: ListFacts | None = None
        self.today = Card(theme, _("Aujourd’hui"), padded=False)
        self.today_rows: list[TodaySession] = []
        self.nothing = EmptyState(theme, "graduation-cap", _("Aucune session aujourd’hui"))
        self.today.body.addWidget(self.nothing)
        self.period = SegmentedControl(
            theme, _("Période"), (("coming", _("À venir")), ("over", _("Passées")))
        )
        self.model = RowModel(self._columns(), _key)
        self.table = TableView(theme, _("Sessions"), self.model, stretch=2)
        self.none_there = EmptyState(
            theme,
            "graduation-cap",
            _("Aucune session"),
            _("Les sessions viennent du planning et des listes d’inscription."),
            verb=_("Importer une liste"),
            verb_icon="upload",
        )
        self.others = Card(theme, _("Autres sessions"), padded=False)
        self.others.header.addStretch(1)
        self.others.header.addWidget(self.period)
        self.others.body.addWidget(self.table, 1)
        self.others.body.addWidget(self.none_there, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.today)
        self._column.addWidget(self.others, 1)
        self.period.chosen.connect(self._choose_period)
        self.table.row_opened.connect(self._open_row)
        if self.none_there.button is not None:
            self.none_there.button.clicked.connect(self.import_asked)
        theme.changed.connect(self._dress)
        self._dress()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(_("Jour"), _day),
            Column(_("Heures"), _hours),
            Column(_("Formation"), _title, detail=_title),
            Column(_("Salle"), _room),
            Column(_("Inscriptions"), say_counts),
            Column(_("État"), self._state, tone=self._tone),
        )

    def _state(self, row: SessionRow) -> str:
        return state_of_row(row, self._context.clock.now(), self._opens_minutes).text

    def _tone(self, row: SessionRow) -> tuple[str, str]:
        state = state_of_row(row, self._context.clock.now(), self._opens_minutes)
        return state.tone, state.icon

    @property
    def _opens_minutes(self) -> int:
        return self.facts.opens_minutes if self.facts is not None else 0

    def show_sessions(self, facts: ListFacts) -> None:
        """Show what was just read."""
        is_first = self.facts is None
        self.facts = facts
        of_today = [row for row in facts.rows if row.day == facts.today]
        while len(self.today_rows) < len(of_today):
            line = TodaySession(self._theme)
            line.opened.connect(self.session_opened)
            self.today.body.addWidget(line)
            self.today_rows.append(line)
        for line in self.today_rows[len(of_today) :]:
            line.hide()
        now = self._context.clock.now()
        for line, row in zip(self.today_rows, of_today, strict=False):
            line.show_session(row, now, facts.opens_minutes)
            line.show()
        self._arrange()
        self.nothing.setVisible(not of_today)
        self._choose_period(self.period.current())
        if is_first and self.table.hasFocus():
            self.first_focus().setFocus()

    @Slot(str)
    def _choose_period(self, period: str) -> None:
        if self.facts is None:
            return
        today = self.facts.today
        if period == "coming":
            rows = [row for row in self.facts.rows if row.day > today]
        else:
            rows = [row for row in reversed(self.facts.rows) if row.day < today]
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.none_there.setVisible(not rows)

    def first_focus(self) -> QWidget:
        """The session people are checked in to now, else the first of today, else the table."""
        shown = [line for line in self.today_rows if not line.isHidden()]
        open_now = [line for line in shown if line.state.tone() == "ok"]
        lines = open_now or shown
        return lines[0].button if lines else self.table

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        narrow = self.width() < self._theme.px(NARROW)
        for line in self.today_rows:
            line.set_narrow(narrow)
        self.table.setColumnHidden(_COUNTS, narrow)

    def _open_row(self, row: SessionRow) -> None:
        self.session_opened.emit(row.id)

    @Slot()
    def _dress(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(22), px(18), px(22), px(20))
        self._column.setSpacing(px(16))


def _key(row: SessionRow) -> int:
    return row.id


def _day(row: SessionRow) -> str:
    return say_day_short(row.day)


def _hours(row: SessionRow) -> str:
    return say_hours(row.starts_at, row.ends_at)


def _title(row: SessionRow) -> str:
    return row.title


def _room(row: SessionRow) -> str:
    return row.room_name
