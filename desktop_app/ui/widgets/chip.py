"""Chips: a state in one word, with its colour and, nearly always, its icon. And key caps."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.tooltips import as_typed
from desktop_app.ui.widgets import painting
from desktop_app.ui.widgets.keys import say_keys


class Chip(QLabel):
    """A pill with a word; to a screen reader, a label.

    Tones: `ok`, `warning`, `error`, `info`, `neutral`, or a family of bookings.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        tone: str = "neutral",
        icon: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._text, self._tone, self._icon = text, tone, icon
        self._compact = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme.changed.connect(self._dress)

    def set(self, text: str, tone: str | None = None, icon: str | None = None) -> None:
        """Change the word, and the tone and the icon if given."""
        self._text = text
        self.setText(text)
        self._tone = self._tone if tone is None else tone
        self._icon = self._icon if icon is None else icon
        self.setAccessibleName(text)
        self.setToolTip(as_typed(text) if self._is_bare() else "")
        self._dress()

    def set_compact(self, compact: bool) -> None:
        """Where room is short: the icon alone, the word in a tooltip. Needs an icon."""
        self._compact = compact
        self.setToolTip(as_typed(self._text) if self._is_bare() else "")
        self._dress()

    def _is_bare(self) -> bool:
        return self._compact and bool(self._icon)

    def whole_width(self) -> int:
        """How wide it is with its word."""
        px = self._theme.px
        icon = px(15) + px(6) if self._icon else 0
        words = self._theme.metrics("small_strong").horizontalAdvance(self._text)
        return words + icon + 2 * px(10) + 1

    def bare_width(self) -> int:
        """How wide it is in a compact row."""
        return self._theme.px(15 + 2 * 9) if self._icon else self.whole_width()

    def text(self) -> str:
        return self._text

    def tone(self) -> str:
        return self._tone

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = self._theme.metrics("small_strong").height() + self._theme.px(9)
        return QSize(self.bare_width() if self._is_bare() else self.whole_width(), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        soft, word = theme.colour(f"{self._tone}.soft"), theme.colour(f"{self._tone}.word")
        # White pills of the high-contrast theme need their edge.
        edge = word if soft == theme.colour("card") else None
        painting.rounded(painter, self.rect(), self.height() / 2, soft, edge)
        left = px(9) if self._is_bare() else px(10)
        if self._icon:
            size = px(15)
            painter.drawPixmap(
                left, (self.height() - size) // 2, theme.pixmap(self._icon, self._tone, 15)
            )
            left += size + px(6)
        if self._is_bare():
            return
        painter.setFont(theme.font("small_strong"))
        painter.setPen(word)
        area = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(
            area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text
        )


class KeyCap(QLabel):
    """A key, shown where the action is."""

    def __init__(self, theme: Theme, keys: str, *, parent: QWidget | None = None) -> None:
        super().__init__(say_keys(keys), parent)
        self._theme, self._keys = theme, say_keys(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._keys)
        theme.changed.connect(self._dress)

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(
            painting.key_cap_width(self._theme, self._keys),
            self._theme.metrics("small").height() + self._theme.px(5),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painting.key_cap(QPainter(self), self._theme, self.rect(), self._keys)
