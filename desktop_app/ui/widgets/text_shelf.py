"""Painted words, shaped once and kept: what makes a planning of a thousand bookings smooth.

For widgets that paint many short texts. Measured: words kept as `QStaticText` cost a quarter of
wrapped `drawText` (source: the performance anchors, section 3).
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QStaticText, QTransform

from desktop_app.ui.theme import Theme

MOST_KEPT = 6000
"""Texts kept before the shelf is emptied: several weeks of a big venue."""

ELLIPSIS = "…"

WHOLE = -1
"""Stands for the width of a text that fits: it is the same text at any width."""


class TextShelf(QObject):
    """Gives back a text of a role, elided to a width, ready to draw."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kept: dict[tuple[str, str, int], QStaticText] = {}
        self._metrics: dict[str, QFontMetrics] = {}
        self._letters: dict[str, _LetterWidths] = {}
        self._widths: dict[tuple[str, str], int] = {}
        theme.changed.connect(self.empty)

    @Slot()
    def empty(self) -> None:
        """Forget everything: the fonts have changed."""
        self._kept.clear()
        self._metrics.clear()
        self._letters.clear()
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
            if len(self._widths) >= MOST_KEPT:
                self._widths.clear()
            letters = self._letters_of(role)
            found = self._widths[key] = ceil(sum([letters[letter] for letter in text])) + 1
        return found

    def text(self, role: str, text: str, width: int) -> QStaticText:
        """The text on one line, ending in “…” when it is wider than `width` pixels."""
        key = (role, text, WHOLE if self.width_of(role, text) <= width else width)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            found = self._kept[key] = self._shape(*key)
        return found

    def _letters_of(self, role: str) -> _LetterWidths:
        found = self._letters.get(role)
        if found is None:
            found = self._letters[role] = _LetterWidths(QFontMetricsF(self._theme.font(role)))
        return found

    def _shape(self, role: str, text: str, width: int) -> QStaticText:
        shown = text if width == WHOLE else self._letters_of(role).elide(text, width)
        made = QStaticText(shown)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.prepare(QTransform(), self._theme.font(role))
        return made


class _LetterWidths(dict[str, float]):
    """Widths of single letters in one font, measured once each, in pixels.

    Their sum is the width of a text but for its kerning, without laying it out: asking Qt for each
    new title cost as much as painting it.
    """

    def __init__(self, metrics: QFontMetricsF) -> None:
        super().__init__()
        self._metrics = metrics

    def __missing__(self, letter: str) -> float:
        width = self[letter] = self._metrics.horizontalAdvance(letter)
        return width

    def elide(self, text: str, width: float) -> str:
        """The longest beginning that fits with “…” after it; nothing when not even that fits."""
        left = width - self[ELLIPSIS]
        if left < 0:
            return ""
        for place, letter in enumerate(text):
            left -= self[letter]
            if left < 0:
                return text[:place] + ELLIPSIS
        return text
