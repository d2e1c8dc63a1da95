"""What happened to the sheet, said in one line above it: sent, saved, or why not and what to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop_app.ui.announcing import announce
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Button, Text
from desktop_app.wording import _

ICONS = {"ok": "circle-check", "warning": "triangle-alert", "error": "circle-alert"}


class SaidLine(QWidget):
    """One sentence with at most one verb; it stays until the next, or until it is closed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._tone = theme, "ok"
        self._do: Callable[[], object] | None = None
        self.sign = QLabel()
        self.words = Text(theme, "", "body", wraps=True)
        self.verb = Button(theme, "", compact=True)
        self.cross = Button(
            theme, _("Fermer"), icon="x", tone="ghost", icon_only=True, compact=True
        )
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.sign)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.verb)
        self._row.addWidget(self.cross)
        self.verb.clicked.connect(self._act)
        self.cross.clicked.connect(self.hide)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    @Slot()
    def _dress(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), px(8), px(8), px(8))
        self._row.setSpacing(px(10))
        self.sign.setPixmap(self._theme.pixmap(ICONS[self._tone], self._tone, 20))

    def say(
        self,
        words: str,
        tone: str = "ok",
        verb: str = "",
        do: Callable[[], object] | None = None,
    ) -> None:
        """Say a sentence. tone: `ok`, `warning` or `error`; verb: the word for doing `do`."""
        self._tone, self._do = tone, do
        self.words.setText(words)
        self.setAccessibleName(words)
        self.verb.set_word(verb)
        self.verb.setVisible(do is not None)
        self._dress()
        self.show()
        self.update()
        announce(self, words, urgent=tone != "ok")

    @Slot()
    def _act(self) -> None:
        if self._do is not None:
            self._do()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour(f"{self._tone}.soft"))
        painter.setPen(self._theme.colour(self._tone))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
