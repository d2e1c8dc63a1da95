"""A line of a panel that leads somewhere: two rows of words, a family's letter, an arrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Slot
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import painting


class LinkLine(QPushButton):
    """Pressed by mouse, Space or Enter. family: a token's name; letter: its letter."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        detail: str,
        *,
        family: str = "meeting",
        letter: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._words, self._detail = theme, words, detail
        self._family, self._letter = family, letter
        self._hovered = False
        self.setAccessibleName(f"{words}, {detail}")
        self.setToolTip(f"{words}\n{detail}")
        self.setAutoDefault(True)  # Enter presses it, not Space alone
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._dress)

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        lines = theme.metrics("strong").height() + theme.metrics("small").height()
        return QSize(theme.px(200), lines + theme.px(12))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        body = self.rect()
        if self.hasFocus():
            body = painting.focus_ring(painter, theme, body, px(8)).toRect()
        if self._hovered or self.isDown():
            painting.rounded(painter, body, px(8), theme.colour("hover"))
        self._paint_letter(painter)
        left = px(4) + px(22) + px(10)
        right = self.width() - px(30)
        top = (self.height() - self.sizeHint().height()) // 2 + px(6)
        for role, colour, words in (
            ("strong", "ink", self._words),
            ("small", "muted", self._detail),
        ):
            metrics = theme.metrics(role)
            painter.setFont(theme.font(role))
            painter.setPen(theme.colour(colour))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, right - left)
            area = QRect(left, top, right - left, metrics.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
            top += metrics.height()
        size = px(16)
        corner = QPoint(self.width() - px(8) - size, (self.height() - size) // 2)
        painter.drawPixmap(corner, theme.pixmap("chevron-right", "muted", 16))

    def _paint_letter(self, painter: QPainter) -> None:
        theme, size = self._theme, self._theme.px(22)
        box = QRect(theme.px(4), (self.height() - size) // 2, size, size)
        painting.rounded(painter, box, theme.px(5), theme.colour(self._family))
        painter.setFont(theme.font("small_strong"))
        painter.setPen(theme.colour("card"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._letter)
