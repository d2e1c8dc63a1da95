"""Centred lines that fill the room there is: as large as they can be, never cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from desktop_app.ui.theme import Theme

LARGEST, SMALLEST, STEP = 2.0, 0.4, 0.05
WHOLE = 0.9
"""Down to this size the first line, a name, is kept on one line: it is read at a glance."""

_CENTRED = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
_WRAPPED = _CENTRED | int(Qt.TextFlag.TextWordWrap)


class Line(NamedTuple):
    """A text, its role in the typeface, and the token of its colour."""

    text: str
    role: str
    colour: str


class FittedLines:
    """Lines measured once for a room, then painted. `height` is what they take of it.

    The first line is the one read from afar.
    """

    def __init__(self, theme: Theme, room: QSize, lines: Sequence[Line]) -> None:
        self._theme, self._room = theme, room
        self._lines = [line for line in lines if line.text]
        factor = LARGEST
        self._set(factor)
        while factor > SMALLEST and not self._fits(whole=factor > WHOLE):
            factor -= STEP
            self._set(factor)

    def _set(self, factor: float) -> None:
        self._fonts = [self._font(line.role, factor) for line in self._lines]
        self._boxes = [
            QFontMetrics(font).boundingRect(0, 0, self._room.width(), 0, _WRAPPED, line.text)
            for line, font in zip(self._lines, self._fonts, strict=True)
        ]
        self._gap = round(self._theme.px(12) * factor)
        gaps = self._gap * max(0, len(self._boxes) - 1)
        self.height = sum(box.height() for box in self._boxes) + gaps

    def _font(self, role: str, factor: float) -> QFont:
        font = self._theme.font(role)
        font.setPixelSize(max(9, round(font.pixelSize() * factor)))
        return font

    def _fits(self, *, whole: bool) -> bool:
        if whole and self._lines:
            first = QFontMetrics(self._fonts[0]).horizontalAdvance(self._lines[0].text)
            if first > self._room.width():
                return False
        widest = max((box.width() for box in self._boxes), default=0)
        return self.height <= self._room.height() and widest <= self._room.width()

    def paint(self, painter: QPainter, left: int, top: int) -> None:
        """Paint the lines from this corner downwards."""
        for line, font, box in zip(self._lines, self._fonts, self._boxes, strict=True):
            painter.setFont(font)
            painter.setPen(self._theme.colour(line.colour))
            place = QRect(left, top, self._room.width(), box.height())
            painter.drawText(place, _WRAPPED, line.text)
            top += box.height() + self._gap
