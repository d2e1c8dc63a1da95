"""A tinted box of the panel: its ground and edge say the tone, its words and sign say it too."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import painting


class SoftBox(QFrame):
    """Hidden until it has something to say. `column` holds what it says."""

    def __init__(self, theme: Theme, tone: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.tone = theme, tone
        self.column = QVBoxLayout(self)
        theme.changed.connect(self._dress_box)
        self._dress_box()
        self.hide()

    def set_tone(self, tone: str) -> None:
        """`ok`, `warning`, `error`, `info` or `neutral`."""
        self.tone = tone
        self.update()

    @Slot()
    def _dress_box(self) -> None:
        px = self._theme.px
        self.column.setContentsMargins(px(12), px(10), px(12), px(10))
        self.column.setSpacing(px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        soft, solid = theme.colour(f"{self.tone}.soft"), theme.colour(self.tone)
        painting.rounded(QPainter(self), self.rect(), theme.px(10), soft, solid, 1)
