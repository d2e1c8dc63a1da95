"""What the colours and the sounds of the station mean: three cards under the verdict."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Card, Text
from desktop_app.wording import _


class Legend(QWidget):
    """Green, orange, red: each with its shape, its sound and what it stands for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._icons: list[tuple[QLabel, str, str]] = []
        for tone, icon, title, words in (
            ("ok", "circle-check", _("Vert + son aigu"), _("entrée acceptée")),
            (
                "warning",
                "triangle-alert",
                _("Orange + double son"),
                _("déjà là, autre session, trop tôt…"),
            ),
            (
                "error",
                "circle-x",
                _("Rouge + son grave"),
                _("badge inconnu ou désactivé, salle pleine…"),
            ),
        ):
            self._row.addWidget(self._card(tone, icon, title, words), 1)
        theme.changed.connect(self._dress)
        self._dress()

    def _card(self, tone: str, icon: str, title: str, words: str) -> Card:
        card = Card(self._theme, edge=tone)
        card.setAccessibleName(f"{title}. {words}")
        picture = QLabel()
        self._icons.append((picture, icon, tone))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch(1)
        texts.addWidget(Text(self._theme, title, "small_strong", wraps=True))
        texts.addWidget(Text(self._theme, words, "small", "muted", wraps=True))
        texts.addStretch(1)
        line = QHBoxLayout()
        line.addWidget(picture)
        line.addLayout(texts, 1)
        card.body.addLayout(line)
        return card

    @Slot()
    def _dress(self) -> None:
        self._row.setSpacing(self._theme.px(12))
        for picture, icon, tone in self._icons:
            picture.setPixmap(self._theme.pixmap(icon, tone, 20))
