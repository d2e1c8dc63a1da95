"""Paints a laid-out day of the café: bars, hours, the figures of each category, the totals."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.domain.presence import CafeDay
from desktop_app.ui.cafe.tally_layout import CATEGORIES, Cell, TallyLayout
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import painting
from desktop_app.ui.widgets.counter_tile import ICONS
from desktop_app.ui.widgets.hour_chart import Bar, bar_colour, paint_usual
from desktop_app.ui.widgets.text_shelf import TextShelf
from desktop_app.wording import _
from desktop_app.wording.cafe import label_of_visit


class TallyPainter(QObject):
    """Keep one per view: words stay shaped until the theme changes."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shelf = TextShelf(theme, self)

    def paint(
        self,
        painter: QPainter,
        layout: TallyLayout,
        day: CafeDay,
        bars: Sequence[Bar],
        current: Cell | None,
        over: Cell | None,
    ) -> None:
        """Everything. current: the cell of the keyboard; over: the one under the mouse."""
        self._paint_now(painter, layout, bars)
        if over is not None:
            painter.fillRect(layout.cell_rect(over), self._theme.colour("hover"))
        self._paint_bars(painter, layout, bars)
        self._paint_lines(painter, layout)
        for row, category in enumerate(CATEGORIES):
            self._paint_name(painter, layout, row, label_of_visit(category), ICONS[category])
            for column, half_hour in enumerate(layout.half_hours):
                self._paint_count(
                    painter,
                    layout.cell_rect(Cell(column, row)),
                    day.tally.at(half_hour, category),
                    "body",
                )
            self._paint_total(painter, layout, row, day.tally.of(category))
        self._paint_totals(painter, layout, day)
        if current is not None:
            box = layout.cell_rect(current)
            painter.setPen(QPen(self._theme.colour("focus"), max(2, self._theme.px(2))))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -1, -1))

    def _paint_now(self, painter: QPainter, layout: TallyLayout, bars: Sequence[Bar]) -> None:
        """The present half-hour, from top to bottom."""
        ground = QColor(self._theme.colour("accent"))
        ground.setAlphaF(0.07)
        for column, bar in enumerate(bars):
            if bar.is_now:
                painter.fillRect(layout.column_rect(column), ground)

    def _paint_bars(self, painter: QPainter, layout: TallyLayout, bars: Sequence[Bar]) -> None:
        theme, px, shelf = self._theme, self._theme.px, self._shelf
        head = shelf.metrics("small_strong").height()
        most = max((max(bar.value, bar.usual) for bar in bars), default=0)
        scale = (layout.chart - head - px(4)) / most if most else 0.0
        free_from = 0
        for column, bar in enumerate(bars):
            place = layout.column_rect(column)
            gap = max(1, place.width() // 10)
            usual, value = round(bar.usual * scale), round(bar.value * scale)
            box = QRect(place.left() + gap, layout.chart - usual, place.width() - 2 * gap, usual)
            if usual:
                paint_usual(painter, theme, box)
            if value:
                inner = box.adjusted(gap, 0, -gap, 0)
                inner.setTop(layout.chart - value)
                painting.rounded(painter, inner, px(3), bar_colour(theme, bar))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            free_from = self._paint_label(painter, layout, place, bar, free_from)
        floor = QRect(layout.side, layout.chart, layout.totals_at - layout.side, max(1, px(1)))
        painter.fillRect(floor, theme.colour("line_strong"))

    def _paint_label(
        self, painter: QPainter, layout: TallyLayout, place: QRect, bar: Bar, free_from: int
    ) -> int:
        """The hour under the left edge of its first half; left out where there is no room."""
        width = self._shelf.width_of("small", bar.label)
        if not bar.label or place.left() < free_from:
            return free_from
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("muted"))
        at = QPoint(place.left() + self._theme.px(2), layout.chart + self._theme.px(3))
        painter.drawStaticText(at, self._shelf.text("small", bar.label, width))
        return place.left() + width + self._theme.px(6)

    def _paint_lines(self, painter: QPainter, layout: TallyLayout) -> None:
        painter.setPen(QPen(self._theme.colour("line"), 1))
        for row in range(len(CATEGORIES) + 1):
            y = layout.row_top(row)
            painter.drawLine(0, y, layout.width, y)
        faint = QColor(self._theme.colour("line"))
        faint.setAlphaF(0.5)
        painter.setPen(QPen(faint, 1))
        for column, half_hour in enumerate(layout.half_hours):
            if half_hour % 2 == 0:
                x = layout.column_rect(column).left()
                painter.drawLine(x, layout.row_top(0), x, layout.height)

    def _paint_name(
        self, painter: QPainter, layout: TallyLayout, row: int, name: str, icon: str
    ) -> None:
        theme, px = self._theme, self._theme.px
        top, size = layout.row_top(row), px(18)
        role, left = "body", px(16)
        if icon:
            sign = theme.pixmap(icon, "ink", 18)
            painter.drawPixmap(left, top + (layout.line - size) // 2, sign)
            left += size + px(8)
        else:
            role = "strong"
        if icon and not layout.has_names:
            return
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour("ink"))
        height = self._shelf.metrics(role).height()
        at = QPoint(left, top + (layout.line - height) // 2)
        painter.drawStaticText(at, self._shelf.text(role, name, layout.side - left - px(4)))

    def _paint_count(self, painter: QPainter, box: QRect, count: int, role: str) -> None:
        """A figure; nothing where nobody came, so that the day's shape is seen."""
        if not count:
            return
        if role == "body" and self._shelf.width_of("body", str(count)) > box.width():
            role = "small"
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(count))

    def _paint_total(self, painter: QPainter, layout: TallyLayout, row: int, count: int) -> None:
        box = QRect(layout.totals_at, layout.row_top(row), layout.total_width, layout.line)
        painter.setFont(self._theme.font("strong"))
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(count))

    def _paint_totals(self, painter: QPainter, layout: TallyLayout, day: CafeDay) -> None:
        row = len(CATEGORIES)
        self._paint_name(painter, layout, row, _("Total"), "")
        for column, half_hour in enumerate(layout.half_hours):
            box = layout.cell_rect(Cell(column, row))
            self._paint_count(painter, box, day.tally.at(half_hour), "strong")
        self._paint_total(painter, layout, row, day.tally.total)
