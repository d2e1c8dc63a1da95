"""Where one types the day or the week to see: “S48”, “mardi prochain”, “26/11”. It shows the
period it is at, and keeps what cannot be read, with the reason, until it is put right."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop_app.domain.civil_time import Week
from desktop_app.domain.clock import Clock
from desktop_app.domain.reading_day import parse_day
from desktop_app.domain.reading_week import parse_week
from desktop_app.domain.refusals import Refusal
from desktop_app.ui.theme import Theme
from desktop_app.wording import _
from desktop_app.wording.dates import say_date, say_day, say_day_short, say_period, say_week_short
from desktop_app.wording.refusals import say

_ABOUT_WEEKS = ("s", "w", "semaine", "week")


class PeriodField(QLineEdit):
    """One line that reads a day or a week."""

    day_chosen = Signal(object)
    """A day to go to; of a week, its Monday."""

    week_chosen = Signal(object)
    """A `Week` to go to: one typed a week, whatever view is shown."""

    fault_found = Signal(str)
    """Why what was typed is no day and no week; empty once it is."""

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._clock = theme, clock
        self._words: tuple[str, ...] = ("",)
        self.setAccessibleName(_("Date ou semaine à montrer"))
        self.setToolTip(_("Tapez une date ou une semaine : 26/11, mardi prochain, S48"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.returnPressed.connect(self._go)
        self.textEdited.connect(self._forget_fault)
        theme.changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._theme.font("card"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        widest = say_period(date(2026, 9, 28), date(2026, 12, 30))
        width = self.fontMetrics().horizontalAdvance(widest)
        return QSize(width + self._theme.px(8), super().sizeHint().height())

    def comfortable_width(self) -> int:
        """Enough for what is shown now."""
        return self.fontMetrics().horizontalAdvance(self._words[0]) + self._theme.px(28)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(110), super().minimumSizeHint().height())

    def show_day(self, day: date) -> None:
        self._show((say_day(day), say_day_short(day)))

    def show_week(self, week: Week) -> None:
        words = say_period(week.monday, week.sunday)
        # “23 au 29 novembre 2026” stands alone as a title better than “du 23 …”.
        whole = words.removeprefix("du ").removeprefix("from ")
        ends = (say_date(day)[:5] for day in (week.monday, week.sunday))
        self._show((whole, "{} – {}".format(*ends), say_week_short(week)))

    def _show(self, words: tuple[str, ...]) -> None:
        """Show a period, in the longest of these words there is room for."""
        self._words = words
        if not self.hasFocus() or not self.isModified():
            self._write()
            self._forget_fault()

    def _write(self) -> None:
        room = self.width() - self._theme.px(26)
        fitting = [one for one in self._words if self.fontMetrics().horizontalAdvance(one) <= room]
        self.setText(fitting[0] if fitting else self._words[-1])
        self.setCursorPosition(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.isModified():
            self._write()

    @Slot()
    def _go(self) -> None:
        typed = self.text()
        if not self.isModified():
            return
        try:
            found = _read(typed, self._clock.today())
        except Refusal as error:
            self._mark(True)
            self.fault_found.emit(say(error))
            self.selectAll()
            return
        self.setModified(False)
        self._forget_fault()
        if isinstance(found, Week):
            self.week_chosen.emit(found)
        else:
            self.day_chosen.emit(found)
        self.selectAll()

    @Slot()
    def _forget_fault(self) -> None:
        self._mark(False)
        self.fault_found.emit("")

    def _mark(self, faulty: bool) -> None:
        if bool(self.property("faulty")) != faulty:
            self.setProperty("faulty", faulty)
            self.style().unpolish(self)
            self.style().polish(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.property("faulty"):
            self.setModified(False)
            self._show(self._words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.setModified(False)
            self._show(self._words)
            self.selectAll()
        else:
            super().keyPressEvent(event)


def _read(typed: str, today: date) -> date | Week:
    """A week when it says so, or when it is no day; else a day. Raises the day's own refusal."""
    bare = typed.strip().lower()
    if bare.lstrip("sw").strip().isdigit() and bare.startswith(("s", "w")):
        return parse_week(typed, today, field="week")
    if bare.startswith(_ABOUT_WEEKS[2:]) or "-w" in bare:
        return parse_week(typed, today, field="week")
    try:
        return parse_day(typed, today, field="day")
    except Refusal as no_day:
        try:
            return parse_week(typed, today, field="week")
        except Refusal as no_week:
            raise no_week if no_week.code == "week_impossible" else no_day from None
