"""One category of the café's tally: its count, and one more at a click anywhere on the tile."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.presence import VisitCategory
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import painting
from desktop_app.ui.widgets.keys import say_keys
from desktop_app.ui.widgets.painted_button import PaintedButton
from desktop_app.wording import n_
from desktop_app.wording.cafe import label_of_visit

ICONS = {
    VisitCategory.CAFE: "coffee",
    VisitCategory.READING: "book-open",
    VisitCategory.INFORMATION: "info",
    VisitCategory.COLLECTION: "package",
}
PLUS_ONE = "+1"


class CounterTile(PaintedButton):
    """A big target. keys: the window's own key for it, shown and never bound here.

    big: the café's own screen; else the card of the home screen.
    """

    def __init__(
        self,
        theme: Theme,
        category: VisitCategory,
        keys: str,
        *,
        big: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.category, self._big = category, big
        self._keys = say_keys(keys)
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Passages of this category today."""
        self._count = count
        said = n_(
            "{name}, {n} passage, compter un de plus",
            "{name}, {n} passages, compter un de plus",
            count,
        )
        self.setAccessibleName(said.format(name=label_of_visit(self.category), n=count))
        self.setAccessibleDescription(self._keys)
        self.update()

    def count(self) -> int:
        return self._count

    def sizeHint(self) -> QSize:
        px = self._theme.px
        head, number = self._theme.metrics("small").height(), self._number_height()
        if self._big:
            return QSize(px(220), max(head, px(22)) + number + px(28))
        return QSize(px(170), max(head, px(20)) + number + px(22))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._theme.px(104), 132), self.sizeHint().height())

    def _role(self) -> str:
        return "verdict" if self._big else "count"

    def _number_height(self) -> int:
        return self._theme.metrics(self._role()).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        body = QRectF(self.rect())
        if self.hasFocus():
            body = painting.focus_ring(painter, theme, body, px(10))
        pressed = self.isDown()
        fill = theme.colour("hover" if self.hovered or pressed else "card")
        edge = theme.colour("line_strong" if pressed else "line")
        painting.rounded(painter, body, px(10), fill, edge, max(1, px(1)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        pad = px(16 if self._big else 12)
        area = self.rect().adjusted(pad, px(9), -pad, -px(8))
        head = self._paint_head(painter, area)
        self._paint_foot(painter, area.adjusted(0, head, 0, 0))

    def _paint_head(self, painter: QPainter, area: QRect) -> int:
        """Icon, word and key; how high it came out."""
        theme, px = self._theme, self._theme.px
        role = "strong" if self._big else "body"
        height = max(theme.metrics(role).height(), px(20))
        icon = px(20 if self._big else 18)
        painter.drawPixmap(
            QPoint(area.left(), area.top() + (height - icon) // 2),
            theme.pixmap(ICONS[self.category], "ink", 20 if self._big else 18),
        )
        cap = painting.key_cap_width(theme, self._keys) if self.isEnabled() else 0
        words = QRect(area.left() + icon + px(8), area.top(), area.width(), height)
        words.setRight(area.right() - cap - px(6))
        if words.width() < px(30) or not cap:
            words.setRight(area.right())
        else:
            top = area.top() + (height - px(20)) // 2
            painting.key_cap(
                painter, theme, QRect(area.right() - cap + 1, top, cap, px(20)), self._keys
            )
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour("ink"))
        said = theme.metrics(role).elidedText(
            label_of_visit(self.category), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, said)
        return height

    def _paint_foot(self, painter: QPainter, area: QRect) -> None:
        """The count at the left, and what a press does at the right."""
        theme, px = self._theme, self._theme.px
        width = theme.metrics("strong").horizontalAdvance(PLUS_ONE) + px(22)
        height = max(px(34), theme.metrics("strong").height() + px(10))
        plate = QRect(area.right() - width + 1, 0, width, height)
        plate.moveTop(area.top() + (area.height() - height) // 2)
        role = self._role()
        if theme.metrics(role).horizontalAdvance(str(self._count)) > plate.left() - area.left():
            role = "title"
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour("ink"))
        painter.drawText(
            area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(self._count)
        )
        if not self.isEnabled():
            return
        base = theme.colour("navigation")
        painting.rounded(painter, plate, px(8), base.darker(125) if self.isDown() else base)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("on_navigation"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, PLUS_ONE)
