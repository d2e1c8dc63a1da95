"""The day on the screen: rooms down, hours across; everything by mouse and by key."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.ui.planning.axis import moment_of
from desktop_app.ui.planning.cursor import SLOT, Cursor, booking_at, slot_of
from desktop_app.ui.planning.day_frame import DayFrame
from desktop_app.ui.planning.day_painter import DayPainter
from desktop_app.ui.planning.frame import Block, blocks_of
from desktop_app.ui.planning.gesture import Gesture, Hand
from desktop_app.ui.planning.ghost import Ghost
from desktop_app.ui.planning.plan import Plan
from desktop_app.ui.planning.plan_view import PlanView
from desktop_app.ui.theme import Theme

_MINUTE = timedelta(minutes=1)


class DayView(PlanView):
    """One day of every room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._painter = DayPainter(self.block_painter, self.grounds)

    @property
    def day_frame(self) -> DayFrame:
        assert isinstance(self.laid_out, DayFrame)
        return self.laid_out

    def make_frame(self, plan: Plan, width: int, height: int) -> DayFrame:
        return DayFrame(plan, self.measures, width, height)

    def paint_content(self, painter: QPainter, area: QRect) -> None:
        self._painter.paint(painter, self.day_frame, area)

    def paint_head(self, painter: QPainter) -> None:
        self._painter.paint_head(painter, self.day_frame, self.measures.head)

    # -- cursor -----------------------------------------------------------------------------

    def first_cursor(self) -> Cursor:
        plan, day = self.shown, self.day_frame.day
        spans = plan.venue.calendar.hours_on(day)
        moment = spans[0].start if spans else moment_of(day, self.day_frame.axis.first)
        if day == plan.now.date():
            moment = max(moment, slot_of(plan.now))
        return self._cursor(0, moment)

    def _cursor(self, room: int, moment: datetime) -> Cursor:
        """The cursor at a moment, on the booking that is there if there is one."""
        frame = self.day_frame
        first = moment_of(frame.day, frame.axis.first)
        last = moment_of(frame.day, frame.axis.last - SLOT)
        moment = min(max(moment, first), last)
        row = booking_at(self.shown, room, moment)
        return Cursor(room, frame.day, moment, booking_id=row.id if row else None)

    def cursor_rect(self, cursor: Cursor) -> QRect:
        blocks = blocks_of(self.frame, cursor.booking_id)
        if blocks:
            return blocks[0].rect
        frame, pad = self.day_frame, self.measures.pad
        minutes = cursor.minutes or SLOT
        left = frame.axis.x_of(cursor.moment, cursor.day)
        right = frame.axis.x_of(cursor.moment + minutes * _MINUTE, cursor.day)
        rect = frame.row_rect(cursor.room)
        height = frame.row_height * (cursor.across + 1) - 2 * pad
        return QRect(left + 1, rect.top() + pad, right - left - 2, height)

    def cursor_at(self, point: QPoint) -> Cursor | None:
        place = self.frame.place_at(point)
        return None if place is None else self._cursor(place.room, slot_of(place.moment))

    def stepped(self, cursor: Cursor, key: int) -> Cursor:
        frame, plan = self.day_frame, self.shown
        row = plan.by_id.get(cursor.booking_id or 0)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            if key == Qt.Key.Key_Down:
                step += cursor.across
            room = min(max(cursor.room + step, 0), len(plan.rooms) - 1)
            return self._cursor(room, cursor.moment)
        if key == Qt.Key.Key_Right:
            after = row.ends_at if row else cursor.moment + (cursor.minutes or SLOT) * _MINUTE
            return self._cursor(cursor.room, after)
        if key == Qt.Key.Key_Left:
            before = (row.starts_at if row else cursor.moment) - SLOT * _MINUTE
            return self._cursor(cursor.room, before)
        minute = frame.axis.first if key == Qt.Key.Key_Home else frame.axis.last
        return self._cursor(cursor.room, moment_of(frame.day, minute))

    # -- ghosts -----------------------------------------------------------------------------

    def drawn_ghost(self, gesture: Gesture, point: QPoint) -> Ghost | None:
        """From the pressed moment to the nearest one, over one room or a composite of rows."""
        place, plan, frame = gesture.place, self.shown, self.day_frame
        if place is None:
            return None
        row = min(max(point.y() // frame.row_height, 0), len(plan.rooms) - 1)
        low, high = sorted((place.room, row))
        room = plan.room_across(one.id for one in plan.rooms[low : high + 1])
        room = room or plan.rooms[place.room]
        here, step = frame.moment_near(point.x()), plan.step * _MINUTE
        start, end = min(place.moment, here), max(place.moment, here)
        return Ghost(room.id, start, max(end, start + step))

    def moved_ghost(self, gesture: Gesture, point: QPoint) -> Ghost | None:
        row, place, plan, frame = gesture.row, gesture.place, self.shown, self.day_frame
        if row is None or place is None or gesture.press is None:
            return None
        shift = frame.moment_near(point.x()) - frame.moment_near(gesture.press.x())
        here = min(max(point.y() // frame.row_height, 0), len(plan.rooms) - 1)
        room_id = plan.carried_room(row.room_id, place.room, here)
        return self._within(Ghost(room_id, row.starts_at + shift, row.ends_at + shift, row.id))

    def resized_ghost(self, gesture: Gesture, point: QPoint) -> Ghost | None:
        row = gesture.row
        if row is None:
            return None
        here, step = self.day_frame.moment_near(point.x()), self.shown.step * _MINUTE
        if gesture.hand is Hand.START:
            return Ghost(row.room_id, min(here, row.ends_at - step), row.ends_at, row.id)
        return Ghost(row.room_id, row.starts_at, max(here, row.starts_at + step), row.id)

    def edge_at(self, block: Block, point: QPoint) -> str:
        reach = min(self.theme.px(7), block.rect.width() // 4)
        if point.x() >= block.rect.right() - reach:
            return Hand.END.value
        return Hand.START.value if point.x() <= block.rect.left() + reach else ""

    def nudged(self, gesture: Gesture, key: int, by_time: bool) -> Ghost | None:
        ghost, plan = gesture.ghost, self.shown
        if ghost is None:
            return None
        step = plan.step if key in (Qt.Key.Key_Right, Qt.Key.Key_Down) else -plan.step
        if gesture.hand is Hand.MOVE:
            if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                return self._within(ghost.shifted(step))
            return ghost._replace(room_id=plan.next_room(ghost.room_id, 1 if step > 0 else -1))
        if by_time:
            start = min(ghost.starts_at + step * _MINUTE, ghost.ends_at - plan.step * _MINUTE)
            return ghost._replace(starts_at=start)
        end = max(ghost.ends_at + step * _MINUTE, ghost.starts_at + plan.step * _MINUTE)
        return ghost._replace(ends_at=end)

    def _within(self, ghost: Ghost) -> Ghost:
        """Kept on the axis: a booking does not slip into another day by a drag."""
        axis, day = self.day_frame.axis, self.day_frame.day
        first, last = moment_of(day, axis.first), moment_of(day, axis.last)
        if ghost.starts_at < first:
            return ghost.shifted((first - ghost.starts_at) // _MINUTE)
        if ghost.ends_at > last and ghost.ends_at - ghost.starts_at <= last - first:
            return ghost.shifted(-((ghost.ends_at - last) // _MINUTE))
        return ghost
