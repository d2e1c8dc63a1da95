"""The surface brought to life: painted, given its two hands, its tooltips and its voice."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.ui.planning import accessible, canvas
from desktop_app.ui.planning.context_menu import menu_for
from desktop_app.ui.planning.cursor import Cursor
from desktop_app.ui.planning.faces import tip_of
from desktop_app.ui.planning.frame import block_at
from desktop_app.ui.planning.key_hand import KeyHand
from desktop_app.ui.planning.mouse_hand import MouseHand
from desktop_app.ui.planning.surface import Surface
from desktop_app.ui.theme import Theme


class PlanView(Surface):
    """What the day and the week share as widgets."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._mouse = MouseHand(self)
        self._keys = KeyHand(self)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        accessible.install()

    def tell_cursor(self, cursor: Cursor) -> None:
        self.tell(accessible.describe(self.shown, cursor))

    def tell(self, words: str) -> None:
        self.setAccessibleDescription(words)
        super().tell(words)
        accessible.announce(self, words)

    def paintEvent(self, event: QPaintEvent) -> None:
        canvas.paint(self, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted and paint only what appears; heading and rooms move one way."""
        area, m, view = self.content_area(), self.measures, self.viewport()
        view.scroll(dx, dy, area)
        if dy:
            view.scroll(0, dy, QRect(0, m.head, m.side, area.height()))
        if dx:
            view.scroll(dx, 0, QRect(m.side, 0, area.width(), m.head))
        if self.gesture is not None:
            view.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._mouse.press(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse.double_click(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.plan is None or self.place is None or not self._keys.press(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By mouse for what is under it, by key for what is under the cursor."""
        where = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            point = self.content_point(self.viewport().mapFromGlobal(where))
            cursor = self.cursor_at(point) if self.plan is not None and point is not None else None
            if cursor is None:
                return
            self.set_cursor(cursor)
        elif self.place is not None:
            corner = self.around(self.cursor_rect(self.place)).center()
            where = self.viewport().mapToGlobal(corner)
        menu = menu_for(self)
        if menu is not None:
            menu.popup(where)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        point = self.content_point(event.pos())
        words, rect = "", QRect()
        if self.plan is not None and point is not None and self.gesture is None:
            words, rect = self.tip_at(point)
        if words:
            where = rect.translated(self.origin())
            QToolTip.showText(event.globalPos(), words, self.viewport(), where)
        else:
            QToolTip.hideText()

    def tip_at(self, point: QPoint) -> tuple[str, QRect]:
        """The words of the tooltip at a point of the content, and what they are about."""
        plan = self.shown
        for one in self.frame.more:
            if one.rect.contains(point):
                rows = plan.held_in(plan.rooms[one.room].id, one.day)
                lines = [tip_of(row, plan.venue).replace("\n", " · ") for row in rows]
                return "\n".join(lines[-one.hidden :]), one.rect
        block = block_at(self.frame, point)
        if block is None:
            return "", QRect()
        row = plan.by_id.get(block.booking_id or 0)
        if row is None:
            return f"{block.face.title}\n{block.face.detail}", block.rect
        return tip_of(row, plan.venue), block.rect
