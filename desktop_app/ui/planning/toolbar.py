"""The line above the planning: which day or week, day or week, find, book, print."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.civil_time import Week
from desktop_app.domain.clock import Clock
from desktop_app.ui.planning.period_field import PeriodField
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Button, SegmentedControl, Text
from desktop_app.wording import _


class FoldingButton(QWidget):
    """A button that gives its word up when there is no room; its tooltip then says it."""

    clicked = Signal()

    def __init__(
        self, theme: Theme, word: str, icon: str, keys: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.wide = Button(theme, word, icon=icon, keys=keys)
        self.small = Button(theme, word, icon=icon, keys=keys, icon_only=True)
        self.small.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.wide, self.small):
            row.addWidget(button)
            button.clicked.connect(self.clicked)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_folded(self, folded: bool) -> None:
        self.wide.setVisible(not folded)
        self.small.setVisible(folded)

    def folded_width(self) -> int:
        return self.small.sizeHint().width()

    def sizeHint(self) -> QSize:
        shown = self.small if self.wide.isHidden() else self.wide
        return shown.sizeHint()


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
        self.today = FoldingButton(theme, _("Aujourd’hui"), "calendar-check", "")
        self.views = SegmentedControl(theme, _("Vue"), (("day", _("Jour")), ("week", _("Semaine"))))
        self.views.setToolTip(_("Jour : touche J · Semaine : touche S"))
        self.today.setToolTip(_("Touche A"))
        self.find_room = FoldingButton(theme, _("Trouver une salle"), "search", "Ctrl+F")
        self.book_room = FoldingButton(theme, _("Réserver"), "plus", "Ctrl+N")
        self.print_plan = FoldingButton(theme, _("Imprimer"), "printer", "")
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

    # The first to lose its word is the least used.
    def _folding(self) -> tuple[FoldingButton, ...]:
        return self.print_plan, self.find_room, self.book_room, self.today

    def hasHeightForWidth(self) -> bool:
        """One line, whatever the width."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Take words away, one button after the other, until the line fits."""
        for button in self._folding():
            button.set_folded(False)
        for button in self._folding():
            if self._width_needed() <= self.width():
                break
            button.set_folded(True)

    def _width_needed(self) -> int:
        parts: tuple[QWidget, ...] = (
            *(self.before, self.period, self.after, self.views),
            *self._folding(),
        )
        widths = [part.sizeHint().width() for part in parts]
        period = self.period.sizeHint().width() - self.period.comfortable_width()
        margins = self._column.contentsMargins()
        gaps = self._row.spacing() * len(parts)
        return sum(widths) - period + gaps + margins.left() + margins.right()

    def minimumSizeHint(self) -> QSize:
        """With every word away: the panel at the side must not push the window wider."""
        parts: tuple[QWidget, ...] = (self.before, self.after, self.views)
        width = sum(part.sizeHint().width() for part in parts)
        width += sum(button.folded_width() for button in self._folding())
        width += self.period.minimumSizeHint().width() + 10 * self._row.spacing()
        return QSize(width + self._theme.px(24), super().minimumSizeHint().height())

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
        self._fold()
