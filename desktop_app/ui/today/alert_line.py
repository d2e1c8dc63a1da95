"""One line of what wants attention: an icon, a sentence, and where it leads."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.navigation import Destination
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import painting
from desktop_app.ui.widgets.painted_button import PaintedButton


class Alert(NamedTuple):
    """text: the whole sentence, for the tooltip and the screen reader. head and tail are what the
    line shows; the head may be elided. Leads to a destination, or to the card of a booking; with
    `reprints`, it has the papers that are out of date printed again."""

    text: str
    head: str
    tail: str
    icon: str
    tone: str
    destination: Destination | None = None
    booking_id: int | None = None
    reprints: bool = False


class AlertLine(PaintedButton):
    """Press it to go there. On two lines when one is too short; still longer, the name is elided
    and whole in the tooltip."""

    destination_chosen = Signal(object)
    booking_chosen = Signal(int)
    reprint_chosen = Signal()

    def __init__(self, theme: Theme, alert: Alert, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.alert = alert
        self.setAccessibleName(alert.text)
        self.setToolTip(alert.text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._go)

    @Slot()
    def _go(self) -> None:
        if self.alert.reprints:
            self.reprint_chosen.emit()
        elif self.alert.booking_id is not None:
            self.booking_chosen.emit(self.alert.booking_id)
        elif self.alert.destination is not None:
            self.destination_chosen.emit(self.alert.destination)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = 1 if self._fits(width) else 2
        return lines * self._theme.metrics("body").height() + self._theme.px(8)

    def _fits(self, width: int) -> bool:
        """Is there room for name and fact side by side? A fact of no words needs no second line."""
        metrics, px = self._theme.metrics("body"), self._theme.px
        words = metrics.horizontalAdvance(self.alert.head) + px(8)
        words += metrics.horizontalAdvance(self.alert.tail) + 1
        return not self.alert.tail or words <= width - px(34)

    def sizeHint(self) -> QSize:
        width = self._theme.px(160)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(100), self._theme.metrics("body").height() + self._theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        if self.hasFocus():
            painting.focus_ring(painter, theme, self.rect(), px(6))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        elif self.hovered:
            painting.rounded(painter, self.rect(), px(6), theme.colour("hover"))
        size = px(18)
        top = (self.height() - size) // 2
        painter.drawPixmap(px(4), top, theme.pixmap(self.alert.icon, self.alert.tone, 18))
        left = size + px(12)
        self._paint_words(painter, QRect(left, 0, self.width() - left - px(4), self.height()))

    def _paint_words(self, painter: QPainter, area: QRect) -> None:
        """The name gives way to the fact: an expiry without its date says nothing."""
        theme, metrics = self._theme, self._theme.metrics("body")
        middle = Qt.AlignmentFlag.AlignVCenter
        if not self._fits(self.width()):
            self._paint_below(painter, area)
            return
        tail = metrics.horizontalAdvance(self.alert.tail) + 1 if self.alert.tail else 0
        head = metrics.elidedText(
            self.alert.head, Qt.TextElideMode.ElideRight, max(0, area.width() - tail - theme.px(8))
        )
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("ink"))
        painter.drawText(area, middle, head)
        area.setLeft(area.left() + metrics.horizontalAdvance(head) + theme.px(8))
        painter.setPen(theme.colour("muted"))
        painter.drawText(area, middle, self.alert.tail)

    def _paint_below(self, painter: QPainter, area: QRect) -> None:
        """The name on one line, the fact on the next."""
        theme, metrics = self._theme, self._theme.metrics("body")
        top = area.top() + (area.height() - 2 * metrics.height()) // 2
        painter.setFont(theme.font("body"))
        for line, (words, colour) in enumerate(
            ((self.alert.head, "ink"), (self.alert.tail, "muted"))
        ):
            row = QRect(area.left(), top + line * metrics.height(), area.width(), metrics.height())
            painter.setPen(theme.colour(colour))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, shown)
