"""Which day of the café is shown: the one before, the one after, any other as people say it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.ui.context import ScreenContext
from desktop_app.ui.widgets import Button, DateField, Text
from desktop_app.wording import _
from desktop_app.wording.dates import say_day


class DayBar(QWidget):
    """Never a day to come: nobody has been counted then."""

    day_chosen = Signal(object)
    """The `date` to show."""

    future_refused = Signal(object)
    """A `date` that has not come was asked for."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = self._theme = context.theme
        self._clock = context.clock
        self._day = context.clock.today()
        self.before = Button(theme, _("Jour précédent"), icon="chevron-left", icon_only=True)
        self.after = Button(theme, _("Jour suivant"), icon="chevron-right", icon_only=True)
        self.today = Button(theme, _("Aujourd’hui"))
        self.words = Text(theme, "", "card")
        self.field = DateField(context.clock)
        self.field.setPlaceholderText(_("Aller au…"))
        self.field.setAccessibleName(_("Aller au jour"))
        self.echo = Text(theme, "", "small", "muted")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for part in (self.before, self.words, self.after, self.today):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self._row.addWidget(self.echo)
        self._row.addWidget(self.field)
        self.before.clicked.connect(self._go_before)
        self.after.clicked.connect(self._go_after)
        self.today.clicked.connect(self._go_today)
        self.field.returnPressed.connect(self._go_typed)
        self.field.echo_changed.connect(self._show_echo)
        self.field.fault_found.connect(self._show_fault)
        theme.changed.connect(self._dress)
        self._dress()

    def show_day(self, day: date) -> None:
        self._day = day
        words = say_day(day)
        self.words.setText(words[:1].upper() + words[1:])
        today = self._clock.today()
        self.after.setEnabled(day < today)
        self.today.setEnabled(day != today)

    @Slot()
    def _go_before(self) -> None:
        self.day_chosen.emit(self._day - timedelta(days=1))

    @Slot()
    def _go_after(self) -> None:
        self.day_chosen.emit(self._day + timedelta(days=1))

    @Slot()
    def _go_today(self) -> None:
        self.day_chosen.emit(self._clock.today())

    @Slot()
    def _go_typed(self) -> None:
        day = self.field.reading()
        if day is None:
            self.field.clearFocus()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif day > self._clock.today():
            self._show_fault(_("Ce jour n’est pas encore venu."))
        else:
            self.field.clear()
            self.day_chosen.emit(day)

    @Slot(str)
    def _show_echo(self, words: str) -> None:
        self.echo.setText(words)
        self.echo.set_colour("muted")

    @Slot(str)
    def _show_fault(self, words: str) -> None:
        self.echo.setText(words)
        self.echo.set_colour("error")

    @Slot()
    def _dress(self) -> None:
        self._row.setSpacing(self._theme.px(8))
        self.field.setMaximumWidth(self._theme.px(130))
