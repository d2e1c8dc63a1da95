"""Buttons: an icon, a word, the key that does the same; four tones, one focus ring."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcutEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import painting
from desktop_app.ui.widgets.keys import say_keys


class Button(QPushButton):
    """A verb. Tones: `primary` (one per panel), `secondary`, `ghost` (no edge), `danger`.

    keys: a key sequence (“Ctrl+Return”), shown as a cap. It also presses the button, unless
    binds_keys is False because the window already owns that key.
    icon_only: the word becomes accessible name and tooltip; for the smallest toolbars.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        icon: str = "",
        tone: str = "secondary",
        keys: str = "",
        binds_keys: bool = True,
        icon_only: bool = False,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon, self._tone = icon, tone
        self._keys = say_keys(keys) if keys else ""
        self._icon_only, self._compact = icon_only, compact
        self._hovered = False
        self._busy = False
        self.set_word(text)
        if keys and binds_keys:
            self.setShortcut(QKeySequence(keys))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._dress)

    def set_word(self, text: str) -> None:
        """Change the word; an ampersand is an ampersand, never a mnemonic."""
        self._word = text
        self.setAccessibleName(text)
        if self._icon_only:
            self.setToolTip(f"{text}\u00a0({self._keys})" if self._keys else text)
        self.updateGeometry()
        self.update()

    def word(self) -> str:
        return self._word

    def set_icon_only(self, icon_only: bool) -> None:
        """Leave the word to the tooltip where there is no room for it."""
        self._icon_only = icon_only
        self.set_word(self._word)

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_tone(self, tone: str) -> None:
        self._tone = tone
        self.update()

    def set_busy(self, busy: bool) -> None:
        """While its work is being done: looks switched off, ignores presses, keeps the focus.

        A button that is disabled instead throws the keyboard out of the form.
        """
        self._busy = busy
        self.update()

    @property
    def is_busy(self) -> bool:
        return self._busy

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = self._theme.px
        height = px(28 if self._compact else 36)
        height = max(height, self._theme.metrics("strong").height() + px(8))
        if self._icon_only:
            return QSize(height, height)
        return QSize(self._content_width() + 2 * px(10 if self._compact else 14), height)

    def minimumSizeHint(self) -> QSize:
        # In a narrow panel the key cap gives way to the word; the tooltip still says it.
        whole = self.sizeHint()
        return QSize(whole.width() - self._cap_width(), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._keys and not self._icon_only:
            self.setToolTip("" if self._shows_cap() else f"{self._word}\u00a0({self._keys})")

    def _cap_width(self) -> int:
        if not self._keys or self._icon_only:
            return 0
        return self._theme.px(8) + painting.key_cap_width(self._theme, self._keys)

    def _shows_cap(self) -> bool:
        return self._cap_width() > 0 and self.width() >= self._content_width() + self._theme.px(12)

    def _content_width(self) -> int:
        px, width = self._theme.px, 0
        if self._word:
            width += self._theme.metrics("strong").horizontalAdvance(self._word) + 1
        if self._icon:
            width += px(18) + (px(8) if self._word else 0)
        return width + self._cap_width()

    def event(self, event: QEvent) -> bool:
        # Qt would act out a press of a tenth of a second first: too long at a busy desk.
        pressed = isinstance(event, QShortcutEvent) and not event.isAmbiguous()
        if pressed and self.isEnabled():
            if not self._busy:
                self.click()
            return True
        return super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._busy:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        presses = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if self._busy and event.key() in presses:
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def _colours(self) -> tuple[QColor | None, QColor | None, str]:
        """Fill, edge, and the token of the word."""
        colour = self._theme.colour
        if not self.isEnabled() or self._busy:
            return (None if self._tone == "ghost" else colour("hover")), None, "muted"
        down = self.isDown() or self.isChecked()
        if self._tone in ("primary", "danger"):
            base = colour("navigation") if self._tone == "primary" else colour("error")
            if down:
                base = base.darker(125)
            elif self._hovered:
                base = base.lighter(118)
            return base, None, "on_navigation"
        fill = colour("hover") if self._hovered or down else colour("card")
        if self._tone == "ghost":
            return (colour("hover") if self._hovered or down else None), None, "ink"
        return fill, colour("line_strong" if down else "line"), "ink"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        fill, edge, word = self._colours()
        body = QRectF(self.rect())
        if self.hasFocus():
            body = painting.focus_ring(painter, theme, body, theme.px(8))
        painting.rounded(painter, body, theme.px(8), fill, edge, max(1, theme.px(1)))
        self._paint_content(painter, word)

    def _paint_content(self, painter: QPainter, word: str) -> None:
        theme, px = self._theme, self._theme.px
        size = px(18)
        middle = self.rect().center().y() + 1
        if self._icon_only:
            corner = QPoint((self.width() - size) // 2, (self.height() - size) // 2)
            painter.drawPixmap(corner, theme.pixmap(self._icon, word))
            return
        capped = self._shows_cap()
        content = self._content_width() - (0 if capped else self._cap_width())
        left = (self.width() - content) // 2
        if self._icon:
            painter.drawPixmap(left, middle - size // 2 - 1, theme.pixmap(self._icon, word))
            left += size + px(8)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour(word))
        width = theme.metrics("strong").horizontalAdvance(self._word) + 1
        area = QRect(left, 0, width, self.height())
        painter.drawText(
            area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._word
        )
        if capped:
            cap = painting.key_cap_width(theme, self._keys)
            height = px(20)
            box = QRect(left + width + px(8), middle - height // 2 - 1, cap, height)
            painting.key_cap(painter, theme, box, self._keys, on_dark=word == "on_navigation")
