"""Where there is nothing yet: say what it is for, and what to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.text import Text


class EmptyState(QWidget):
    """An icon, a sentence, a way out. `button` is None when there is no verb to offer."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        sentence: str = "",
        *,
        verb: str = "",
        verb_icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._icon_name = theme, icon
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = Text(theme, title, "card", wraps=True)
        self.sentence = Text(theme, sentence, "body", "muted", wraps=True)
        self.button = Button(theme, verb, icon=verb_icon, tone="primary") if verb else None
        column = QVBoxLayout(self)
        column.addStretch(1)
        for part in (self._icon, self.title, self.sentence):
            if isinstance(part, Text):
                part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        if self.button is not None:
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self._column = column
        self.setAccessibleName(title)
        theme.changed.connect(self._dress)
        self._dress()

    def set_words(self, title: str, sentence: str = "") -> None:
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.setAccessibleName(title)

    @Slot()
    def _dress(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(24), px(16), px(24), px(16))
        self._column.setSpacing(px(8))
        self._icon.setPixmap(self._theme.pixmap(self._icon_name, "muted", 32))
