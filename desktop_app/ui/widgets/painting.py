"""Strokes every painted widget shares, so that a ring or a rounded box is the same anywhere."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.ui.theme import Theme


def rounded(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill: QColor | None,
    edge: QColor | None = None,
    width: float = 1.0,
) -> None:
    """A rounded box, its edge drawn inside the rectangle."""
    inset = width / 2 if edge is not None else 0.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(edge, width) if edge is not None else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)


def focus_ring(painter: QPainter, theme: Theme, rect: QRect | QRectF, radius: float) -> QRectF:
    """The ring of what has the focus, at the rectangle's edge; returns what is left inside.

    A gap of the card's colour parts ring and body, so that it shows on dark and light alike.
    """
    width = max(2.0, theme.px(2))
    rounded(painter, rect, radius + 1, theme.colour("card"), theme.colour("focus"), width)
    inner = width + max(1.0, theme.px(1))
    return QRectF(rect).adjusted(inner, inner, -inner, -inner)


def key_cap_width(theme: Theme, keys: str) -> int:
    """Room a key cap takes, in pixels."""
    metrics = theme.metrics("small")
    return max(metrics.horizontalAdvance(keys) + theme.px(12), theme.px(22))


def key_cap(painter: QPainter, theme: Theme, rect: QRect, keys: str, on_dark: bool = False) -> None:
    """A key as it looks on a keyboard; on a dark ground only its words."""
    painter.setFont(theme.font("small"))
    if on_dark:
        painter.setPen(theme.colour("navigation_muted"))
    else:
        rounded(painter, rect, theme.px(5), theme.colour("card"), theme.colour("line"))
        painter.setPen(theme.colour("muted"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, keys)
