"""Paints ghosts: the dashed box of what is being made, and the bubble that says if it is free."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.ui.planning.ghost import GhostVerdict
from desktop_app.ui.planning.grounds import Grounds
from desktop_app.ui.widgets import painting

_ICONS = {"ok": "circle-check", "warning": "triangle-alert", "error": "circle-x"}


class GhostPainter:
    """tone: `ok`, `warning`, `error`; `accent` for what the panel is making."""

    def __init__(self, grounds: Grounds) -> None:
        self.grounds = grounds
        self.theme = grounds.theme

    def paint_box(
        self, painter: QPainter, rects: Iterable[QRect], tone: str, words: str = ""
    ) -> None:
        """The places a ghost takes. Its tone is also a sign in its bubble, never colour alone."""
        theme, width = self.theme, max(2, self.theme.px(2))
        solid = theme.colour(tone)
        soft = QColor(solid)
        soft.setAlphaF(0.16)
        for rect in rects:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(solid, width)
            if tone == "error":
                pen.setDashPattern([2.5, 2])
            painter.setPen(pen)
            painter.setBrush(theme.colour("card") if words else soft)
            half = width / 2
            painter.drawRoundedRect(
                QRectF(rect).adjusted(half, half, -half, -half), theme.px(5), theme.px(5)
            )
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            if words:
                height = self.grounds.shelf.metrics("small_strong").height()
                at = QPoint(rect.x() + theme.px(8), rect.y() + (rect.height() - height) // 2)
                room = rect.width() - theme.px(12)
                self.grounds.say(painter, "small_strong", tone, at, words, room)

    def bubble_rect(self, near: QRect, words: str, within: QRect) -> QRect:
        """Where the bubble goes: above the ghost, else below it, never outside the view."""
        px, shelf = self.theme.px, self.grounds.shelf
        width = shelf.width_of("strong", words) + px(18) + px(30)
        width = min(width, within.width() - px(8))
        height = shelf.metrics("strong").height() + px(12)
        top = near.top() - height - px(6)
        if top < within.top():
            top = min(near.bottom() + px(6), within.bottom() - height)
        left = min(max(near.left(), within.left() + px(4)), within.right() - width - px(4))
        return QRect(left, top, width, height)

    def paint_bubble(self, painter: QPainter, rect: QRect, verdict: GhostVerdict) -> None:
        """A sign and a line of words on a soft ground."""
        theme, px = self.theme, self.theme.px
        tone = verdict.tone
        painting.rounded(
            painter, rect, px(8), theme.colour(f"{tone}.soft"), theme.colour(tone), max(1, px(1.4))
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        size = px(18)
        painter.drawPixmap(
            rect.x() + px(10),
            rect.y() + (rect.height() - size) // 2,
            theme.pixmap(_ICONS[tone], tone),
        )
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("ink"))
        area = rect.adjusted(px(36), 0, -px(10), 0)
        words = theme.metrics("strong").elidedText(
            verdict.words, Qt.TextElideMode.ElideRight, area.width()
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, flags, words)
