"""One booking, painted: the block of the home screen's timeline and of the planning.

Shared so that colour, letter, pattern, dashes and signs mean the same on every screen. The ground
is drawn once per look and size and kept as a pixmap; the words are kept shaped (`text_shelf`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QStaticText,
)

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.booking_face import BlockFace
from desktop_app.ui.widgets.text_shelf import TextShelf

BAND = 15
"""Width of the band that carries the family's letter, at 100 %."""

RADIUS = 5
_MOST_GROUNDS = 2000


class Line(NamedTuple):
    """A booking of one line, shaped for its place: what is drawn where."""

    pixmaps: tuple[tuple[QPoint, QPixmap], ...]
    hours: tuple[QPoint, QStaticText]
    title: tuple[QPoint, QStaticText | None]
    is_over: bool


class BlockPainter(QObject):
    """Paints booking blocks. Keep one per view; it follows the theme by itself."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.shelf = TextShelf(theme, self)
        self._grounds: dict[tuple[str, str, bool, bool, int, int], QPixmap] = {}
        theme.changed.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self._grounds.clear()

    def paint_lines(self, painter: QPainter, lines: Iterable[Line]) -> None:
        """Many bookings of one line each, pass by pass: a thousand must be smooth."""
        lines = tuple(lines)
        draw_pixmap, draw_words = painter.drawPixmap, painter.drawStaticText
        for line in lines:
            for corner, pixmap in line.pixmaps:
                draw_pixmap(corner, pixmap)
        ink, muted = self.theme.colour("ink"), self.theme.colour("muted")
        for role in ("small_strong", "small"):
            painter.setFont(self.theme.font(role))
            strong = role == "small_strong"
            for is_over, pen in ((False, ink), (True, muted)):
                painter.setPen(pen)
                for line in lines:
                    if line.is_over is is_over:
                        place, words = line.hours if strong else line.title
                        if words is not None:
                            draw_words(place, words)

    def line(self, rect: QRect, face: BlockFace, *, roomy: bool) -> Line:
        """Shape a booking on one line: hours (only the start unless `roomy`), title, sign."""
        theme, shelf = self.theme, self.shelf
        pixmaps = [(rect.topLeft(), self.ground(face, rect.width(), rect.height()))]
        left = rect.x() + theme.px(BAND + 5)
        right = rect.right() + 1 - theme.px(4)
        if face.mark:
            size = theme.px(14)
            corner = QPoint(right - size, rect.y() + (rect.height() - size) // 2)
            pixmaps.append((corner, theme.pixmap(face.mark, face.mark_tone, 14)))
            right -= size + theme.px(3)
        words = face.hours if roomy else face.start
        top = rect.y() + (rect.height() - shelf.metrics("small").height()) // 2
        hours = QPoint(left, top), shelf.text("small_strong", words, max(0, right - left))
        left += shelf.width_of("small_strong", words) + theme.px(5)
        title: tuple[QPoint, QStaticText | None] = QPoint(left, top), None
        if right - left > theme.px(14):
            title = QPoint(left, top), shelf.text("small", face.title, right - left)
        return Line(tuple(pixmaps), hours, title, face.is_over)

    def paint_block(self, painter: QPainter, rect: QRect, face: BlockFace) -> None:
        """A booking on a time axis: title, and its detail below when there is height for it."""
        theme, shelf, px = self.theme, self.shelf, self.theme.px
        painter.drawPixmap(rect.topLeft(), self.ground(face, rect.width(), rect.height()))
        left = rect.x() + px(BAND + 6)
        right = rect.x() + rect.width() - px(5)
        if right - left < px(10):
            return
        strong, small = shelf.metrics("small_strong").height(), shelf.metrics("small").height()
        both = rect.height() >= strong + small + px(4) and bool(face.detail)
        top = rect.y() + (rect.height() - (strong + small if both else strong)) // 2
        first_right = right
        if face.mark and right - left > px(44):
            first_right -= self._paint_mark(painter, face, right, top, strong)
        painter.setPen(theme.colour("muted" if face.is_over else "ink"))
        painter.setFont(theme.font("small_strong"))
        words = shelf.text("small_strong", face.title, first_right - left)
        painter.drawStaticText(QPoint(left, top), words)
        if both:
            painter.setPen(theme.colour("muted"))
            painter.setFont(theme.font("small"))
            words = shelf.text("small", face.detail, right - left)
            painter.drawStaticText(QPoint(left, top + strong), words)

    def paint_ring(self, painter: QPainter, rect: QRect, colour: str = "focus") -> None:
        """The ring of the block that is chosen, or that has the cursor."""
        theme, width = self.theme, max(2, self.theme.px(2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour(colour), width))
        half = width / 2
        box = QRectF(rect).adjusted(-half, -half, half, half)
        painter.drawRoundedRect(box, theme.px(RADIUS) + half, theme.px(RADIUS) + half)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_mark(
        self, painter: QPainter, face: BlockFace, right: int, y: int, height: int
    ) -> int:
        """The sign at the right edge; how much room it took."""
        theme, size = self.theme, self.theme.px(14)
        sign = theme.pixmap(face.mark, face.mark_tone, 14)
        painter.drawPixmap(right - size, y + (height - size) // 2, sign)
        return size + theme.px(3)

    def ground(self, face: BlockFace, width: int, height: int) -> QPixmap:
        """Box, band, letter and pattern of a look at a size, drawn once."""
        key = (face.family, face.letter, face.is_held, face.is_over, width, height)
        found = self._grounds.get(key)
        if found is None:
            if len(self._grounds) >= _MOST_GROUNDS:
                self._grounds.clear()
            found = self._grounds[key] = self._draw_ground(face, width, height)
        return found

    def _draw_ground(self, face: BlockFace, width: int, height: int) -> QPixmap:
        theme, px = self.theme, self.theme.px
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        made = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        solid, soft = theme.colour(face.family), theme.colour(f"{face.family}.soft")
        box = QRectF(0, 0, width, height)
        path = QPainterPath()
        path.addRoundedRect(box, px(RADIUS), px(RADIUS))
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if face.is_over:
            painter.setOpacity(0.55)
        painter.fillPath(path, theme.colour("card") if face.is_held else soft)
        painter.setClipPath(path)
        _pattern(painter, box, "option" if face.is_held else face.family, solid, px(1))
        band = QRectF(0, 0, min(px(BAND), width), height)
        painter.fillRect(band, solid)
        painter.setClipping(False)
        self._edge(painter, box, solid, face.is_held)
        painter.setOpacity(1.0)
        painter.setPen(theme.colour("card"))
        painter.setFont(theme.font("label"))
        # The letter stands where the first line of words does.
        top = band if height < px(40) else QRectF(0, px(3), band.width(), px(20))
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, face.letter)
        painter.end()
        return made

    def _edge(self, painter: QPainter, box: QRectF, solid: QColor, is_held: bool) -> None:
        theme, width = self.theme, max(1.0, self.theme.px(1.4))
        plain = theme.tokens.meeting.soft == theme.tokens.card
        if not is_held and not plain:
            return
        pen = QPen(solid, width)
        if is_held:
            pen.setDashPattern([3.5, 2.5])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = width / 2
        painter.drawRoundedRect(
            box.adjusted(half, half, -half, -half), theme.px(RADIUS), theme.px(RADIUS)
        )


def _pattern(painter: QPainter, box: QRectF, name: str, solid: QColor, unit: int) -> None:
    """The pattern that tells a family apart without its colour; a meeting has none."""
    ink = QColor(solid)
    ink.setAlphaF(0.30 if name in ("training", "option") else 0.17)
    unit = max(1, unit)
    painter.setPen(QPen(ink, unit))
    if name == "permanence":
        _slanted(painter, box, 5 * unit)
    elif name == "option":
        _slanted(painter, box, 11 * unit)
    elif name == "training":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        step = 7 * unit
        for row in range(0, int(box.height()) + step, step):
            for column in range(0, int(box.width()) + step, step):
                shift = step / 2 if (row // step) % 2 else 0
                painter.drawEllipse(QPointF(column + shift, row + 2 * unit), unit * 0.9, unit * 0.9)
    elif name == "event":
        step = 5 * unit
        for row in range(2 * unit, int(box.height()) + step, step):
            painter.drawLine(QPointF(0, row), QPointF(box.width(), row))


def _slanted(painter: QPainter, box: QRectF, step: int) -> None:
    height = box.height()
    for x in range(-int(height), int(box.width()) + step, step):
        painter.drawLine(QPointF(x, height), QPointF(x + height, 0))
