"""The café's day by half-hour: bars above, the figures of each category below, column by column.

Arrows walk over the cells, Enter asks to correct one. Nothing is written from here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.domain.civil_time import Span
from desktop_app.domain.presence import CafeDay
from desktop_app.ui.cafe.tally_layout import (
    CATEGORIES,
    Cell,
    TallyLayout,
    least_line,
    least_width,
)
from desktop_app.ui.cafe.tally_painter import TallyPainter
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.cafe_bars import bars_by_half_hour, half_hours_to_show
from desktop_app.ui.widgets.hour_chart import Bar
from desktop_app.ui.widgets.painted_items import PaintedItem, PaintedWidget
from desktop_app.wording import _
from desktop_app.wording.cafe import label_of_visit, say_half_hour, say_passages

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class TallyGrid(PaintedWidget):
    """Shows a `CafeDay`."""

    cell_opened = Signal(int, str)
    """A half-hour and a category somebody wants to correct."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painter = TallyPainter(theme, self)
        self._day: CafeDay | None = None
        self._half_hours: tuple[int, ...] = ()
        self._bars: list[Bar] = []
        self._layout: TallyLayout | None = None
        self._current: Cell | None = None
        self._over: Cell | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Passages par demi-heure"))
        self.setAccessibleDescription(
            _("Les flèches vont d’une case à l’autre, Entrée corrige la case.")
        )
        theme.changed.connect(self._dress)

    def show_day(self, day: CafeDay, hours: Sequence[Span], now: datetime) -> None:
        """Show this day; the cursor stays in its half-hour."""
        half_hours = half_hours_to_show(day, hours)
        if half_hours != self._half_hours:
            self._current = self._over = None
            self._half_hours = half_hours
            self.updateGeometry()
        self._day, self._bars = day, bars_by_half_hour(day, hours, now)
        self._lay_out()

    def current_cell(self) -> tuple[int, str] | None:
        """The half-hour and the category under the cursor of the keyboard."""
        return None if self._current is None else self._named(self._current)

    def _named(self, cell: Cell) -> tuple[int, str]:
        return self._half_hours[cell.column], CATEGORIES[cell.row].value

    # -- for a screen reader ----------------------------------------------------------------------

    def painted_items(self) -> tuple[PaintedItem, ...]:
        if self._layout is None or self._day is None:
            return ()
        return tuple(
            PaintedItem(self._words(cell), self._layout.cell_rect(cell)) for cell in self._cells()
        )

    def current_item(self) -> int | None:
        return list(self._cells()).index(self._current) if self._current is not None else None

    def _cells(self) -> tuple[Cell, ...]:
        columns = range(len(self._half_hours))
        return tuple(Cell(column, row) for row in range(len(CATEGORIES)) for column in columns)

    def _words(self, cell: Cell) -> str:
        half_hour, category = self._named(cell)
        count = self._day.tally.at(half_hour, category) if self._day is not None else 0
        return _("{category}, {hours} : {passages}").format(
            category=label_of_visit(category),
            hours=say_half_hour(half_hour),
            passages=say_passages(count),
        )

    # -- size and paint ---------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        least = self.minimumSizeHint()
        return QSize(max(least.width(), self._theme.px(640)), least.height() + self._theme.px(90))

    def minimumSizeHint(self) -> QSize:
        theme = self._theme
        table = (len(CATEGORIES) + 1) * least_line(theme)
        foot = theme.metrics("small").height() + theme.px(8)
        return QSize(least_width(theme, max(8, len(self._half_hours))), theme.px(60) + table + foot)

    def _lay_out(self) -> None:
        self._layout = TallyLayout(self._theme, self._half_hours, self.width(), self.height())
        self.update()

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._layout is not None and self._day is not None:
            current = self._current if self.hasFocus() else None
            painter = QPainter(self)
            self._painter.paint(painter, self._layout, self._day, self._bars, current, self._over)

    # -- mouse and keys ---------------------------------------------------------------------------

    def cell_place(self, half_hour: int, category: str) -> QRect:
        """Where a cell is drawn; empty when it is not."""
        if self._layout is None or half_hour not in self._half_hours:
            return QRect()
        names = [one.value for one in CATEGORIES]
        return self._layout.cell_rect(
            Cell(self._half_hours.index(half_hour), names.index(category))
        )

    def _cell_at(self, point: QPoint) -> Cell | None:
        return self._layout.cell_at(point) if self._layout is not None else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._cell_at(event.position().toPoint())
        if over != self._over:
            self._over = over
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._over = None
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position().toPoint())
        if cell is not None and event.button() is Qt.MouseButton.LeftButton:
            self._go_to(cell)
            self.cell_opened.emit(*self._named(cell))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        return super().event(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        cell = self._cell_at(event.pos())
        if cell is None or self._layout is None:
            QToolTip.hideText()
            return
        over_bars = event.pos().y() < self._layout.row_top(0)
        words = self._bars[cell.column].words if over_bars else self._words(cell)
        QToolTip.showText(event.globalPos(), words, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and self._current is not None:
            across, down = _STEPS[key]
            column = min(max(self._current.column + across, 0), len(self._half_hours) - 1)
            row = min(max(self._current.row + down, 0), len(CATEGORIES) - 1)
            self._go_to(Cell(column, row))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            self.cell_opened.emit(*self._named(self._current))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current is None and self._half_hours:
            now = next((place for place, bar in enumerate(self._bars) if bar.is_now), 0)
            self._go_to(Cell(now, 0))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _go_to(self, cell: Cell) -> None:
        self._current = cell
        self.update()
        self.tell_current_item()
