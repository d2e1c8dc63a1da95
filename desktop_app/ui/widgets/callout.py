"""A soft box inside a panel: something to know, in its tone, with what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import painting
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.text import Text

ICONS = {
    "ok": "circle-check",
    "info": "info",
    "warning": "triangle-alert",
    "error": "circle-alert",
    "neutral": "info",
}


class Callout(QFrame):
    """Icon, a strong line, a sentence below it, and verbs put in `verbs`."""

    def __init__(
        self,
        theme: Theme,
        tone: str,
        title: str = "",
        sentence: str = "",
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._tone, self._icon = theme, tone, icon or ICONS[tone]
        self._sign = QLabel()
        self.title = Text(theme, title, "strong", f"{tone}.word", wraps=True)
        self.sentence = Text(theme, sentence, "small", "ink", wraps=True)
        self.verbs = Flow()
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.title, 0, 1)
        self._grid.addWidget(self.sentence, 1, 1)
        self._grid.addLayout(self.verbs, 2, 1)
        self.set_words(title, sentence)
        theme.changed.connect(self._dress)
        self._dress()

    def set_words(self, title: str, sentence: str = "") -> None:
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)

    @Slot()
    def _dress(self) -> None:
        px = self._theme.px
        self._grid.setContentsMargins(px(12), px(10), px(12), px(10))
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(4))
        self.verbs.setSpacing(px(8))
        self._sign.setPixmap(self._theme.pixmap(self._icon, self._tone, 18))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        soft = theme.colour(f"{self._tone}.soft")
        edge = theme.colour(self._tone) if soft == theme.colour("card") else None
        painting.rounded(QPainter(self), self.rect(), theme.px(8), soft, edge)
