"""The field of the one search box: a glass, the words, and the key that comes here (Ctrl+K)."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import painting
from desktop_app.ui.widgets.keys import say_keys
from desktop_app.wording import _


class SearchBox(QLineEdit):
    """Keeps what was typed until somebody erases it; arrows and Enter steer the list of hits."""

    stepped = Signal(int)
    """Down or up in the list: +1 or -1."""

    accepted = Signal()
    """Enter: open what is chosen."""

    dismissed = Signal()
    """Escape: close the list, or leave."""

    entered = Signal()
    """The focus came here."""

    left = Signal()
    """The focus went elsewhere."""

    def __init__(self, theme: Theme, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._keys = theme, say_keys(keys)
        self.setPlaceholderText(_("Chercher ou réserver…"))
        self.setAccessibleName(_("Chercher ou réserver"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self._fit()
        self.updateGeometry()

    def _fit(self) -> None:
        """The key cap gives way where the words would not fit beside it."""
        px = self._theme.px
        cap = painting.key_cap_width(self._theme, self._keys) + px(4)
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        self._capped = self.width() >= px(26) + words + cap + px(28)
        self.setTextMargins(px(26), 0, cap if self._capped else 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(180), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.accepted.emit()
            case Qt.Key.Key_Escape:
                self.dismissed.emit()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        size = px(17)
        painter.drawPixmap(px(11), (self.height() - size) // 2, theme.pixmap("search", "muted", 17))
        if not self._capped:
            return
        width = painting.key_cap_width(theme, self._keys)
        height = px(20)
        cap = QRect(self.width() - width - px(9), (self.height() - height) // 2, width, height)
        painting.key_cap(painter, theme, cap, self._keys)
