"""The week on the screen: rooms down, days across; everything by mouse and by key."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.domain.civil_time import DAY
from desktop_app.ui.planning.cursor import Cursor
from desktop_app.ui.planning.frame import Block
from desktop_app.ui.planning.gesture import Gesture, Hand
from desktop_app.ui.planning.ghost import Ghost
from desktop_app.ui.planning.plan import Plan
from desktop_app.ui.planning.plan_view import PlanView
from desktop_app.ui.planning.week_frame import WeekFrame
from desktop_app.ui.planning.week_painter import WeekPainter
from desktop_app.ui.theme import Theme

_MINUTE = timedelta(minutes=1)


class WeekView(PlanView):
    """Seven days of every room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._painter = WeekPainter(self.block_painter, self.grounds)

    @property
    def week_frame(self) -> WeekFrame:
        assert isinstance(self.laid_out, WeekFrame)
        return self.laid_out

    def make_frame(self, plan: Plan, width: int, height: int) -> WeekFrame:
        return WeekFrame(plan, self.measures, width, height)

    def paint_content(self, painter: QPainter, area: QRect) -> None:
        self._painter.paint(painter, self.week_frame, area)

    def paint_head(self, painter: QPainter) -> None:
        self._painter.paint_head(painter, self.week_frame, self.measures.head)

    def paint_ghost_aside(self, painter: QPainter, ghost: Ghost, tone: str) -> None:
        """Its stretch of the strip, wherever it stands."""
        plan, frame, day = self.shown, self.week_frame, ghost.starts_at.date()
        if day not in plan.days:
            return
        for part in plan.venue.room(ghost.room_id).elementary_ids:
            place = plan.room_places[part]
            rect = frame.strip_rect(place, day, ghost.starts_at, ghost.ends_at)
            painter.fillRect(rect.adjusted(0, -1, 0, 1), self.theme.colour(tone))

    def day_at_head(self, point: QPoint) -> date | None:
        inside = 0 <= point.y() < self.measures.head and point.x() >= self.measures.side
        if not inside or self.laid_out is None:
            return None
        x = point.x() - self.origin().x()
        return self.shown.days[self.week_frame.column_of(x)] if x < self.frame.width else None

    # -- cursor -----------------------------------------------------------------------------

    def first_cursor(self) -> Cursor:
        today = self.shown.now.date()
        return self._free(0, today if today in self.shown.days else self.shown.days[0])

    def _free(self, room: int, day: date) -> Cursor:
        start, _end = self.shown.first_free(self.shown.rooms[room].id, day)
        return Cursor(room, day, start)

    def _items(self, room: int, day: date) -> list[Cursor]:
        """What the cursor meets in a cell, downwards: the bookings, then the free time."""
        rows = self.shown.held_in(self.shown.rooms[room].id, day)
        found = [Cursor(room, day, row.starts_at, booking_id=row.id) for row in rows]
        return [*found, self._free(room, day)]

    def cursor_rect(self, cursor: Cursor) -> QRect:
        frame = self.week_frame
        for block in frame.cell_blocks(cursor.room, self.shown.days.index(cursor.day)):
            if block.booking_id == cursor.booking_id and cursor.booking_id is not None:
                return block.rect
        if cursor.minutes:
            last = frame.cell_rect(cursor.room + cursor.across, cursor.day)
            return frame.cell_rect(cursor.room, cursor.day).united(last).adjusted(2, 2, -3, -3)
        for one in frame.more:
            if (one.room, one.day) == (cursor.room, cursor.day) and cursor.booking_id is not None:
                return one.rect
        return frame.cell_rect(cursor.room, cursor.day).adjusted(2, 2, -3, -3)

    def cursor_at(self, point: QPoint) -> Cursor | None:
        place = self.frame.place_at(point)
        if place is None:
            return None
        for block in self.week_frame.blocks_in(QRect(point, point)):
            if block.rect.contains(point) and block.booking_id is not None:
                row = self.shown.by_id[block.booking_id]
                return Cursor(block.room, block.day, row.starts_at, booking_id=row.id)
        return self._free(place.room, place.day)

    def stepped(self, cursor: Cursor, key: int) -> Cursor:
        days = self.shown.days
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return self._free(cursor.room, days[0 if key == Qt.Key.Key_Home else -1])
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            column = min(max(days.index(cursor.day) + step, 0), len(days) - 1)
            return self._items(cursor.room, days[column])[0]
        return self._stepped_down(cursor, 1 if key == Qt.Key.Key_Down else -1)

    def _stepped_down(self, cursor: Cursor, step: int) -> Cursor:
        items = self._items(cursor.room, cursor.day)
        ids = [item.booking_id for item in items]
        here = ids.index(cursor.booking_id) if cursor.booking_id in ids else len(items) - 1
        if 0 <= here + step < len(items):
            return items[here + step]
        room = cursor.room + step + (cursor.across if step > 0 else 0)
        if not 0 <= room < len(self.shown.rooms):
            return cursor
        return self._items(room, cursor.day)[0 if step > 0 else -1]

    # -- ghosts -----------------------------------------------------------------------------

    def drawn_ghost(self, gesture: Gesture, point: QPoint) -> Ghost | None:
        """Across the cell lie its hours; over several rows, their composite."""
        place, plan, frame = gesture.place, self.shown, self.week_frame
        if place is None:
            return None
        low, high = sorted((place.room, frame.row_of(point.y())))
        room = plan.room_across(one.id for one in plan.rooms[low : high + 1])
        room = room or plan.rooms[place.room]
        here, step = frame.moment_near(point.x(), place.day), plan.step * _MINUTE
        start, end = min(place.moment, here), max(place.moment, here)
        return Ghost(room.id, start, max(end, start + step))

    def moved_ghost(self, gesture: Gesture, point: QPoint) -> Ghost | None:
        """The same hours on the day and in the room under the mouse."""
        row, place, frame = gesture.row, gesture.place, self.week_frame
        if row is None or place is None:
            return None
        day = self.shown.days[frame.column_of(point.x())]
        room_id = self.shown.carried_room(row.room_id, place.room, frame.row_of(point.y()))
        return _on_day(Ghost(room_id, row.starts_at, row.ends_at, row.id), day)

    def resized_ghost(self, gesture: Gesture, point: QPoint) -> Ghost | None:
        return None

    def edge_at(self, block: Block, point: QPoint) -> str:
        """Lines of the week have no edge in time: R resizes by key, the day view by mouse."""
        return ""

    def nudged(self, gesture: Gesture, key: int, by_time: bool) -> Ghost | None:
        ghost, plan = gesture.ghost, self.shown
        if ghost is None:
            return None
        forward = key in (Qt.Key.Key_Right, Qt.Key.Key_Down)
        step = plan.step if forward else -plan.step
        if gesture.hand is not Hand.MOVE:
            end = ghost.ends_at + step * _MINUTE
            return ghost._replace(ends_at=max(end, ghost.starts_at + plan.step * _MINUTE))
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return ghost._replace(room_id=plan.next_room(ghost.room_id, 1 if forward else -1))
        if by_time:
            return ghost.shifted(step)
        day = ghost.starts_at.date() + (DAY if forward else -DAY)
        return _on_day(ghost, day) if day in plan.days else None


def _on_day(ghost: Ghost, day: date) -> Ghost:
    start = datetime.combine(day, ghost.starts_at.time())
    return ghost._replace(starts_at=start, ends_at=start + (ghost.ends_at - ghost.starts_at))
