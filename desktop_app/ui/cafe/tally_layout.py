"""Where the café's day lies: half-hours across, categories down, bars above. In pixels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect

from desktop_app.domain.presence import VisitCategory
from desktop_app.ui.theme import Theme
from desktop_app.wording.cafe import label_of_visit

CATEGORIES = tuple(VisitCategory)


class Cell(NamedTuple):
    """A half-hour of a category, by their places."""

    column: int
    row: int


class TallyLayout:
    """side: the column of names. chart: height of the bars. line: a row's height."""

    def __init__(self, theme: Theme, half_hours: Sequence[int], width: int, height: int) -> None:
        px = theme.px
        self.half_hours = tuple(half_hours)
        self.line = least_line(theme)
        whole, bare = side_width(theme), bare_side(theme)
        # Where text is large the names give way to their icons; the tooltip still says them.
        self.has_names = width - whole - self.total_width >= cell_width(theme) * len(half_hours)
        self.side = whole if self.has_names else bare
        self.foot = theme.metrics("small").height() + px(8)
        self.width = width
        table = (len(CATEGORIES) + 1) * self.line
        self.chart = max(height - table - self.foot, px(60))
        self.height = self.chart + self.foot + table

    @property
    def totals_at(self) -> int:
        """Left edge of the column of totals."""
        return self.width - self.total_width

    @property
    def total_width(self) -> int:
        return self.line * 2

    def column_rect(self, column: int) -> QRect:
        """A half-hour from top to bottom."""
        count = max(1, len(self.half_hours))
        room = self.totals_at - self.side
        left = self.side + room * column // count
        right = self.side + room * (column + 1) // count
        return QRect(left, 0, right - left, self.height)

    def row_top(self, row: int) -> int:
        return self.chart + self.foot + row * self.line

    def cell_rect(self, cell: Cell) -> QRect:
        column = self.column_rect(cell.column)
        return QRect(column.left(), self.row_top(cell.row), column.width(), self.line)

    def cell_at(self, point: QPoint) -> Cell | None:
        """The cell of the table under a point; over the bars, the first category."""
        for column in range(len(self.half_hours)):
            if self.column_rect(column).contains(point):
                row = (point.y() - self.row_top(0)) // self.line
                if 0 <= row < len(CATEGORIES):
                    return Cell(column, row)
                return Cell(column, 0) if row < 0 else None
        return None


def least_line(theme: Theme) -> int:
    """Height of a row of the table."""
    return theme.metrics("body").height() + theme.px(12)


def side_width(theme: Theme) -> int:
    """Room for an icon and the longest name."""
    metrics = theme.metrics("body")
    names = max(metrics.horizontalAdvance(label_of_visit(category)) for category in CATEGORIES)
    return names + theme.px(50)


def bare_side(theme: Theme) -> int:
    """Room for an icon only."""
    return theme.px(46)


def cell_width(theme: Theme) -> int:
    """Room for two figures."""
    return theme.metrics("small").horizontalAdvance("00") + theme.px(3)


def least_width(theme: Theme, half_hours: int) -> int:
    """Room for two figures in each cell."""
    return bare_side(theme) + half_hours * cell_width(theme) + 2 * least_line(theme)
