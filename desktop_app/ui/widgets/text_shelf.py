"""Painted words, shaped once and kept: what makes a planning of a thousand bookings smooth.

For widgets that paint many short texts. Measured: words kept as `QStaticText` cost a quarter of
wrapped `drawText` (source: the performance anchors, section 3).
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QFontMetrics, QStaticText, QTransform

from desktop_app.ui.theme import Theme

MOST_KEPT = 6000
"""Texts kept before the shelf is emptied: several weeks of a big venue."""

WHOLE = -1
"""Stands for the width of a text that fits: it is the same text at any width."""


class TextShelf(QObject):
    """Gives back a text of a role, elided to a width, ready to draw."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kept: dict[tuple[str, str, int], QStaticText] = {}
        self._metrics: dict[str, QFontMetrics] = {}
        self._widths: dict[tuple[str, str], int] = {}
        theme.changed.connect(self.empty)

    @Slot()
    def empty(self) -> None:
        """Forget everything: the fonts have changed."""
        self._kept.clear()
        self._metrics.clear()
        self._widths.clear()

    def metrics(self, role: str) -> QFontMetrics:
        found = self._metrics.get(role)
        if found is None:
            found = self._metrics[role] = self._theme.metrics(role)
        return found

    def width_of(self, role: str, text: str) -> int:
        """Width of a whole text, in pixels."""
        key = (role, text)
        found = self._widths.get(key)
        if found is None:
            found = self._widths[key] = self.metrics(role).horizontalAdvance(text) + 1
        return found

    def text(self, role: str, text: str, width: int) -> QStaticText:
        """The text on one line, ending in “…” when it is wider than `width` pixels."""
        fits = self.width_of(role, text) <= width
        key = (role, text, WHOLE if fits else width)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            found = self._kept[key] = self._shape(role, text, key[2])
        return found

    def _shape(self, role: str, text: str, width: int) -> QStaticText:
        shown = text
        if width != WHOLE:
            shown = self.metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, width)
        made = QStaticText(shown)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.prepare(QTransform(), self._theme.font(role))
        return made
