"""The line above the planning: which day or week, day or week, find, book, print."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.civil_time import Week
from desktop_app.domain.clock import Clock
from desktop_app.ui.planning.period_field import PeriodField
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Button, SegmentedControl, Text
from desktop_app.wording import _


class Toolbar(QWidget):
    """Says what is wished; the screen does it."""

    paged = Signal(int)
    today_wished = Signal()
    day_chosen = Signal(object)
    week_chosen = Signal(object)
    view_chosen = Signal(str)
    """`day` or `week`."""
    find_wished = Signal()
    book_wished = Signal()
    print_wished = Signal()

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.before = Button(
            theme, _("Période précédente"), icon="chevron-left", icon_only=True, keys="Alt+Left"
        )
        self.after = Button(
            theme, _("Période suivante"), icon="chevron-right", icon_only=True, keys="Alt+Right"
        )
        self.period = PeriodField(theme, clock)
        self.today = Button(theme, _("Aujourd’hui"))
        self.views = SegmentedControl(theme, _("Vue"), (("day", _("Jour")), ("week", _("Semaine"))))
        self.find_room = Button(theme, _("Trouver une salle"), icon="search", keys="Ctrl+F")
        self.book_room = Button(theme, _("Réserver"), icon="plus", keys="Ctrl+N")
        self.print_plan = Button(theme, _("Imprimer"), icon="printer")
        self.fault = Text(theme, "", "small", "error", wraps=True)
        self.fault.hide()
        self._row = QHBoxLayout()
        left: tuple[QWidget, ...] = (self.before, self.period, self.after, self.today)
        for part in left:
            self._row.addWidget(part)
        self._row.addStretch(1)
        right: tuple[QWidget, ...] = (self.views, self.find_room, self.book_room, self.print_plan)
        for part in right:
            self._row.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self.fault)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._connect()
        theme.changed.connect(self._dress)
        self._dress()

    def _connect(self) -> None:
        self.before.clicked.connect(self._page_back)
        self.after.clicked.connect(self._page_on)
        self.today.clicked.connect(self.today_wished)
        self.period.day_chosen.connect(self.day_chosen)
        self.period.week_chosen.connect(self.week_chosen)
        self.period.fault_found.connect(self._show_fault)
        self.views.chosen.connect(self.view_chosen)
        self.find_room.clicked.connect(self.find_wished)
        self.book_room.clicked.connect(self.book_wished)
        self.print_plan.clicked.connect(self.print_wished)

    def show_day(self, day: date) -> None:
        self.period.show_day(day)
        self.views.choose("day")

    def show_week(self, week: Week) -> None:
        self.period.show_week(week)
        self.views.choose("week")

    @Slot()
    def _page_back(self) -> None:
        self.paged.emit(-1)

    @Slot()
    def _page_on(self) -> None:
        self.paged.emit(1)

    @Slot(str)
    def _show_fault(self, sentence: str) -> None:
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))
        self.period.setAccessibleDescription(sentence)

    @Slot()
    def _dress(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(16), px(12), px(16), px(12))
        self._column.setSpacing(px(4))
        self._row.setSpacing(px(8))
