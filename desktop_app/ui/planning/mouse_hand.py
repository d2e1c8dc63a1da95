"""The mouse on the planning: press and drag free time to draw, a booking to move, its edge to
resize. A click alone moves the cursor, or opens the booking under it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent

from desktop_app.domain.bookings import BookingRow, Status
from desktop_app.ui.planning.cursor import chosen
from desktop_app.ui.planning.frame import Block, block_at
from desktop_app.ui.planning.gesture import THRESHOLD, Gesture, Hand
from desktop_app.ui.planning.surface import Surface

_SHAPES = {
    "edge": Qt.CursorShape.SizeHorCursor,
    "booking": Qt.CursorShape.PointingHandCursor,
    "free": Qt.CursorShape.CrossCursor,
    "": Qt.CursorShape.ArrowCursor,
}


class MouseHand:
    """Turns what the mouse does into gestures of a surface."""

    def __init__(self, view: Surface) -> None:
        self._view = view
        self._pressed: Block | None = None

    def press(self, event: QMouseEvent) -> bool:
        """Take hold of what is under the mouse; False when it is none of ours."""
        view = self._view
        if view.plan is None or event.button() is not Qt.MouseButton.LeftButton:
            return False
        if view.gesture is not None:  # a gesture of the keys is let go by a click elsewhere
            view.end_gesture()
        point = view.content_point(event.position().toPoint())
        if point is None:
            day = view.day_at_head(event.position().toPoint())
            if day is not None:
                view.day_opened.emit(day)
            return True
        for one in view.frame.more:
            if one.rect.contains(point):
                view.day_opened.emit(one.day)
                return True
        self._pressed = block_at(view.frame, point)
        cursor = view.cursor_at(point)
        if cursor is not None:
            view.set_cursor(cursor)
        self._take(point, self._pressed)
        return True

    def _take(self, point: QPoint, block: Block | None) -> None:
        view = self._view
        place = view.frame.place_at(point)
        if place is None:
            return
        if block is None:
            view.begin(Gesture(Hand.DRAW, point, place))
            return
        row = view.shown.by_id.get(block.booking_id or 0)
        if row is not None and can_move(row, view.shown.now):
            edge = view.edge_at(block, point)
            view.begin(Gesture(Hand(edge) if edge else Hand.MOVE, point, place, row))

    def move(self, event: QMouseEvent) -> None:
        """Drag the ghost along, or show what a press here would do."""
        view = self._view
        if view.plan is None:
            return
        where = event.position().toPoint()
        gesture = view.gesture
        if gesture is None or gesture.press is None:
            self._hover(where)
            return
        point = where - view.origin()
        if not gesture.begins(point, view.theme.px(THRESHOLD)):
            return
        ghosts = {Hand.DRAW: view.drawn_ghost, Hand.MOVE: view.moved_ghost}
        view.show_ghost(ghosts.get(gesture.hand, view.resized_ghost)(gesture, point))
        if not view.content_area().contains(where):
            view.reveal(view.frame.row_rect(gesture.place.room if gesture.place else 0))

    def release(self, event: QMouseEvent) -> None:
        """Drop the ghost; without one it was a click."""
        view, block = self._view, self._pressed
        self._pressed = None
        gesture = view.gesture
        if gesture is not None and gesture.press is None:
            return
        if gesture is not None and gesture.ghost is not None:
            view.drop()
            return
        if gesture is not None:
            view.end_gesture()
        if block is not None and block.booking_id is not None:
            view.booking_opened.emit(block.booking_id)

    def double_click(self, event: QMouseEvent) -> None:
        """On free time: book the usual length there."""
        view = self._view
        point = view.content_point(event.position().toPoint())
        if view.plan is None or point is None or block_at(view.frame, point) is not None:
            return
        cursor = view.cursor_at(point)
        ghost = chosen(view.shown, cursor) if cursor is not None else None
        if ghost is not None:
            view.end_gesture()
            view.place_drawn.emit(ghost)

    def _hover(self, where: QPoint) -> None:
        view = self._view
        point = view.content_point(where)
        over = ""
        if point is None:
            over = "booking" if view.day_at_head(where) is not None else ""
        elif any(one.rect.contains(point) for one in view.frame.more):
            over = "booking"
        else:
            block = block_at(view.frame, point)
            if block is None:
                over = "free" if view.frame.place_at(point) is not None else ""
            elif block.booking_id is not None:
                over = "edge" if view.edge_at(block, point) else "booking"
        view.viewport().setCursor(_SHAPES[over])


def can_move(row: BookingRow, now: datetime) -> bool:
    """What has not ended may change its place: the past keeps the places it used."""
    movable = (Status.CONFIRMED, Status.OPTION, Status.PENDING, Status.ARRIVED)
    return row.status in movable and row.ends_at > now
