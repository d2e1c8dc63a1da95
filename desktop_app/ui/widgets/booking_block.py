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
    """A booking of one line, shaped for its place: what is drawn where, in pixels.

    Numbers and not points: half a thousand lines are made and thrown away for each week shown.
    """

    x: int
    y: int
    ground: QPixmap
    mark_x: int
    mark_y: int
    mark: QPixmap | None
    words_y: int
    hours_x: int
    hours: QStaticText
    title_x: int
    title: QStaticText | None
    is_over: bool


class _LineMeasures(NamedTuple):
    """Of a line, at the present text size: where its words begin and end, its sign, its gaps."""

    left: int
    right: int
    sign: int
    sign_gap: int
    gap: int
    least: int
    height: int


class BlockPainter(QObject):
    """Paints booking blocks. Keep one per view; it follows the theme by itself."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.shelf = TextShelf(theme, self)
        self._grounds: dict[tuple[str, str, bool, bool, int, int], QPixmap] = {}
        self._measures: _LineMeasures | None = None
        theme.changed.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self._grounds.clear()
        self._measures = None

    @property
    def _line_measures(self) -> _LineMeasures:
        found = self._measures
        if found is None:
            px, height = self.theme.px, self.shelf.metrics("small").height()
            found = self._measures = _LineMeasures(
                px(BAND + 5), px(4), px(14), px(3), px(5), px(14), height
            )
        return found

    def paint_lines(self, painter: QPainter, lines: Iterable[Line]) -> None:
        """Many bookings of one line each, pass by pass: a thousand must be smooth."""
        lines = tuple(lines)
        draw_pixmap, draw_words = painter.drawPixmap, painter.drawStaticText
        for line in lines:
            draw_pixmap(line.x, line.y, line.ground)
            if line.mark is not None:
                draw_pixmap(line.mark_x, line.mark_y, line.mark)
        inks = (
            (self.theme.colour("ink"), [line for line in lines if not line.is_over]),
            (self.theme.colour("muted"), [line for line in lines if line.is_over]),
        )
        painter.setFont(self.theme.font("small_strong"))
        for pen, written in inks:
            painter.setPen(pen)
            for line in written:
                draw_words(line.hours_x, line.words_y, line.hours)
        painter.setFont(self.theme.font("small"))
        for pen, written in inks:
            painter.setPen(pen)
            for line in written:
                if line.title is not None:
                    draw_words(line.title_x, line.words_y, line.title)

    def line(self, rect: QRect, face: BlockFace, *, roomy: bool) -> Line:
        """Shape a booking on one line: hours (only the start unless `roomy`), title, sign."""
        m, shelf = self._line_measures, self.shelf
        x, y, width, height = rect.x(), rect.y(), rect.width(), rect.height()
        left, right = x + m.left, x + width - m.right
        mark = None
        mark_x = right - m.sign
        if face.mark:
            mark = self.theme.pixmap(face.mark, face.mark_tone, 14)
            right = mark_x - m.sign_gap
        words = face.hours if roomy else face.start
        title_x = left + shelf.width_of("small_strong", words) + m.gap
        title = None
        if right - title_x > m.least:
            title = shelf.text("small", face.title, right - title_x)
        return Line(
            x,
            y,
            self.ground(face, width, height),
            mark_x,
            y + (height - m.sign) // 2,
            mark,
            y + (height - m.height) // 2,
            left,
            shelf.text("small_strong", words, max(0, right - left)),
            title_x,
            title,
            face.is_over,
        )

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
