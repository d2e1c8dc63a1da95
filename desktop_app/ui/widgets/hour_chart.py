"""Passages by hour as bars: the day in front of what is usual. The words are kept and said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Slot
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import painting
from desktop_app.ui.widgets.painted_items import PaintedItem, PaintedWidget
from desktop_app.ui.widgets.text_shelf import TextShelf


class Bar(NamedTuple):
    """One stretch of time. label: below it, empty for none; words: all of it, for a tooltip.

    usual: what is usual, in the same unit; is_now: the present lies in it.
    """

    label: str
    value: int
    usual: float
    is_now: bool
    words: str


def bar_colour(theme: Theme, bar: Bar) -> QColor:
    """The present stands out; what is past is calm."""
    return theme.colour("accent" if bar.is_now else "neutral")


def paint_usual(painter: QPainter, theme: Theme, box: QRect) -> None:
    """What is usual, behind: soft; with an edge where the theme has no soft colour."""
    soft = theme.colour("neutral.soft")
    edge = theme.colour("line") if soft == theme.colour("card") else None
    painting.rounded(painter, box, theme.px(3), soft, edge)


class HourChart(PaintedWidget):
    """Bars side by side. Look at it, point at it; there is nothing to press."""

    def __init__(
        self, theme: Theme, name: str, *, height: int = 84, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._usual_height = theme, height
        self._bars: tuple[Bar, ...] = ()
        self._shelf = TextShelf(theme, self)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._dress)

    def set_bars(self, bars: Sequence[Bar]) -> None:
        self._bars = tuple(bars)
        self.setAccessibleDescription(" ; ".join(bar.words for bar in self._bars if bar.value))
        self.update()

    def bars(self) -> tuple[Bar, ...]:
        return self._bars

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(280), self._theme.px(self._usual_height))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._foot() + self._theme.px(40))

    def _foot(self) -> int:
        return self._shelf.metrics("small").height() + self._theme.px(2)

    def painted_items(self) -> tuple[PaintedItem, ...]:
        return tuple(
            PaintedItem(bar.words, self._column(place)) for place, bar in enumerate(self._bars)
        )

    def _column(self, place: int) -> QRect:
        """The whole height of one bar's place."""
        count = max(1, len(self._bars))
        left, right = self.width() * place // count, self.width() * (place + 1) // count
        return QRect(left, 0, right - left, self.height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            for place, bar in enumerate(self._bars):
                if self._column(place).contains(event.pos()):
                    QToolTip.showText(event.globalPos(), bar.words, self, self._column(place))
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, px = self._theme, self._theme.px
        floor = self.height() - self._foot()
        head = self._shelf.metrics("small").height()
        most = max((max(bar.value, bar.usual) for bar in self._bars), default=0)
        scale = (floor - head - px(2)) / most if most else 0.0
        for place, bar in enumerate(self._bars):
            self._paint_bar(painter, self._column(place), bar, floor, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(0, floor, self.width(), max(1, px(1)), theme.colour("line_strong"))
        self._paint_labels(painter, floor)

    def _paint_bar(
        self, painter: QPainter, column: QRect, bar: Bar, floor: int, scale: float
    ) -> None:
        theme, px = self._theme, self._theme.px
        gap = max(1, column.width() // 12)
        wide = column.adjusted(gap, 0, -gap, 0)
        usual, value = round(bar.usual * scale), round(bar.value * scale)
        if usual > 0:
            box = QRect(wide.left(), floor - usual, wide.width(), usual)
            paint_usual(painter, theme, box)
        if value > 0:
            inset = wide.width() // 6
            box = QRect(wide.left() + inset, floor - value, wide.width() - 2 * inset, value)
            painting.rounded(painter, box, px(3), bar_colour(self._theme, bar))
        if bar.value:
            self._paint_number(painter, column, bar, floor - value)

    def _paint_number(self, painter: QPainter, column: QRect, bar: Bar, top: int) -> None:
        words = str(bar.value)
        width = self._shelf.width_of("small_strong", words)
        if width > column.width():
            return
        painter.setFont(self._theme.font("small_strong"))
        painter.setPen(self._theme.colour("ink"))
        at = QPoint(
            column.center().x() - width // 2,
            max(0, top - self._shelf.metrics("small_strong").height()),
        )
        painter.drawStaticText(at, self._shelf.text("small_strong", words, width))

    def _paint_labels(self, painter: QPainter, floor: int) -> None:
        """Left out rather than written over each other."""
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("muted"))
        free_from = 0
        for place, bar in enumerate(self._bars):
            width = self._shelf.width_of("small", bar.label)
            left = self._column(place).center().x() - width // 2
            left = min(max(0, left), self.width() - width)
            if bar.label and left >= free_from:
                at = QPoint(left, floor + self._theme.px(2))
                painter.drawStaticText(at, self._shelf.text("small", bar.label, width))
                free_from = left + width + self._theme.px(6)
