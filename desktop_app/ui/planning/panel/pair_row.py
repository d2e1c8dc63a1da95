"""Two fields side by side; one above the other once the text is large."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_app.ui.theme import Theme

LARGE_TEXT = 150
"""From this text size on, in percent, two fields no longer fit beside each other."""


class PairRow(QWidget):
    """Holds two rows of a form."""

    def __init__(
        self, theme: Theme, left: QWidget, right: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(left, 5, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(right, 6, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        large = self._theme.scale >= LARGE_TEXT
        way = QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight
        self._box.setDirection(way)
        self._box.setSpacing(self._theme.px(10))
