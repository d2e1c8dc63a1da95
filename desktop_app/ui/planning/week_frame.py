"""A week laid out: rooms as rows, days as columns, bookings as lines in the order of time.

Every cell also carries a strip of the whole day: what is free is seen before anything is read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, datetime
from functools import cached_property
from itertools import accumulate, pairwise

from PySide6.QtCore import QPoint, QRect

from desktop_app.ui.planning.axis import Axis, hours_shown
from desktop_app.ui.planning.faces import unavailable_face
from desktop_app.ui.planning.frame import Block, More, Place
from desktop_app.ui.planning.ghost import Ghost
from desktop_app.ui.planning.measures import LONGEST_CELL, Measures
from desktop_app.ui.planning.plan import Plan
from desktop_app.ui.widgets.booking_face import BlockFace, face_of


class WeekFrame:
    """The days of the plan. width, height: what there is to fill; it may come out larger."""

    def __init__(self, plan: Plan, measures: Measures, width: int, height: int) -> None:
        self.plan, self.measures = plan, measures
        self._places = {day: column for column, day in enumerate(plan.days)}
        self.lefts = (0, *accumulate(_column_widths(plan, measures, width)))
        self.tops = (0, *accumulate(_row_heights(plan, measures, height)))
        self.width, self.height = self.lefts[-1], self.tops[-1]
        first, last = hours_shown(plan, plan.days)
        self._axes = tuple(
            Axis(first, last, left + measures.pad, max(1, right - left - 2 * measures.pad - 1))
            for left, right in pairwise(self.lefts)
        )
        # A cell is laid out when it is first asked for: the week shows before its far rooms do.
        self._cells: dict[tuple[int, int], tuple[Block, ...]] = {}
        self._faces: dict[int, BlockFace] = {}
        self.more = tuple(self._hidden())

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Every block of the week, room by room."""
        rooms, columns = range(len(self.plan.rooms)), range(len(self.plan.days))
        return tuple(
            block
            for room in rooms
            for column in columns
            for block in self.cell_blocks(room, column)
        )

    def row_rect(self, room: int) -> QRect:
        return QRect(0, self.tops[room], self.width, self.tops[room + 1] - self.tops[room])

    def cell_rect(self, room: int, day: date) -> QRect:
        column = self._places[day]
        left, top = self.lefts[column], self.tops[room]
        return QRect(left, top, self.lefts[column + 1] - left, self.tops[room + 1] - top)

    def column_of(self, x: int) -> int:
        return min(max(bisect_right(self.lefts, x) - 1, 0), len(self.plan.days) - 1)

    def row_of(self, y: int) -> int:
        return min(max(bisect_right(self.tops, y) - 1, 0), len(self.plan.rooms) - 1)

    def cells_in(self, area: QRect) -> Iterable[tuple[int, int]]:
        """Row and column of the cells an area touches."""
        if not self.plan.rooms:
            return
        columns = range(self.column_of(area.left()), self.column_of(area.right()) + 1)
        for room in range(self.row_of(area.top()), self.row_of(area.bottom()) + 1):
            for column in columns:
                yield room, column

    def cell_blocks(self, room: int, column: int) -> tuple[Block, ...]:
        found = self._cells.get((room, column))
        if found is None:
            found = self._cells[room, column] = tuple(self._lay_out(room, column))
        return found

    def blocks_in(self, area: QRect) -> Iterable[Block]:
        for cell in self.cells_in(area):
            yield from self.cell_blocks(*cell)

    def axis_of(self, day: date) -> Axis:
        """The hours across a cell."""
        return self._axes[self._places[day]]

    def place_at(self, point: QPoint) -> Place | None:
        if not (0 <= point.x() < self.width and 0 <= point.y() < self.height):
            return None
        room, day = self.row_of(point.y()), self.plan.days[self.column_of(point.x())]
        return Place(room, day, self.axis_of(day).moment_at(point.x(), day, self.plan.step))

    def moment_near(self, x: int, day: date) -> datetime:
        return self.axis_of(day).moment_at(x, day, self.plan.step, nearest=True)

    def ghost_rects(self, ghost: Ghost) -> tuple[QRect, ...]:
        """A line below those of the cell; over the last one when the cell is full."""
        day = ghost.starts_at.date()
        if day not in self._places:
            return ()
        room = self.plan.venue.room(ghost.room_id)
        return tuple(
            self._line_rect(place, self._places[day], self._next_line(place, day))
            for place in sorted(self.plan.room_places[part] for part in room.elementary_ids)
        )

    def strip_rect(self, room: int, day: date, start: datetime, end: datetime) -> QRect:
        """A stretch of time on a cell's strip."""
        axis = self.axis_of(day)
        left, right = axis.x_of(start, day), axis.x_of(end, day)
        top = self.tops[room] + self.measures.pad
        return QRect(left, top, max(2, right - left), self.measures.strip)

    def _next_line(self, room: int, day: date) -> int:
        taken = len(self.cell_blocks(room, self._places[day]))
        taken += any(one.room == room and one.day == day for one in self.more)
        return min(taken, self.lines_in(room) - 1)

    def lines_in(self, room: int) -> int:
        """Lines a row has room for."""
        height = self.tops[room + 1] - self.tops[room]
        return max(1, (height - _fixed(self.measures)) // (self.measures.line + self.measures.gap))

    def _line_rect(self, room: int, column: int, line: int) -> QRect:
        m = self.measures
        top = self.tops[room] + m.pad + m.strip + m.gap + line * (m.line + m.gap)
        left = self.lefts[column] + m.pad
        return QRect(left, top, self.lefts[column + 1] - left - m.pad - 1, m.line)

    def _lay_out(self, room: int, column: int) -> Iterable[Block]:
        """The lines of a cell: when the room cannot be used, then its bookings."""
        plan, day = self.plan, self.plan.days[column]
        faces: list[tuple[BlockFace, int | None]] = [
            (unavailable_face(period), None)
            for period in plan.unavailable_in(plan.rooms[room].id, day)
        ]
        for row in plan.held_in(plan.rooms[room].id, day):
            if row.id not in self._faces:
                self._faces[row.id] = face_of(row, plan.now)
            faces.append((self._faces[row.id], row.id))
        for line, (face, booking_id) in enumerate(faces[: self._lines_shown(room, len(faces))]):
            yield Block(self._line_rect(room, column, line), face, booking_id, room, day)

    def _lines_shown(self, room: int, wanted: int) -> int:
        """Of the lines a cell wants; the last one is left for “+ 3 autres” when not all fit."""
        lines = self.lines_in(room)
        return wanted if wanted <= lines else max(0, lines - 1)

    def _hidden(self) -> Iterable[More]:
        for room, column, wanted in _lines_wanted(self.plan):
            shown = self._lines_shown(room, wanted)
            if shown < wanted:
                rect = self._line_rect(room, column, shown)
                yield More(rect, wanted - shown, room, self.plan.days[column])


def _lines_wanted(plan: Plan) -> Iterable[tuple[int, int, int]]:
    """Row, column, and how many lines the cell would need."""
    for room, one in enumerate(plan.rooms):
        for column, day in enumerate(plan.days):
            wanted = len(plan.held_in(one.id, day)) + len(plan.unavailable_in(one.id, day))
            yield room, column, wanted


def _fixed(m: Measures) -> int:
    """Height of a row beside its lines."""
    return 2 * m.pad + m.strip


def _column_widths(plan: Plan, m: Measures, width: int) -> list[int]:
    """Days share the width; one that is closed and empty is narrow."""
    narrow = [is_idle(plan, day) for day in plan.days]
    wide = narrow.count(False)
    if wide == 0:
        narrow, wide = [False] * len(narrow), len(narrow)
    left = width - m.narrow * (len(narrow) - wide)
    share = max(left // wide, m.column)
    spare = max(0, left - share * wide)
    widths = []
    for is_narrow in narrow:
        extra = 0 if is_narrow or spare <= 0 else 1
        spare -= extra
        widths.append(m.narrow if is_narrow else share + extra)
    return widths


def is_idle(plan: Plan, day: date) -> bool:
    """Closed all day, and nothing booked."""
    return plan.venue.calendar.closed_day(day) is not None and not any(
        plan.held_in(room.id, day) for room in plan.rooms
    )


def _row_heights(plan: Plan, m: Measures, height: int) -> list[int]:
    """Enough for the busiest day, one free line more where there is height, then shared out."""
    busiest = [0] * len(plan.rooms)
    for room, _column, wanted in _lines_wanted(plan):
        busiest[room] = max(busiest[room], wanted)
    if not busiest:
        return []

    def heights(spare: int) -> list[int]:
        lines = (max(1, min(count, LONGEST_CELL)) + spare for count in busiest)
        return [max(m.label, _fixed(m) + line * (m.line + m.gap)) for line in lines]

    found = heights(1)
    if sum(found) > height:
        found = heights(0)
    left = max(0, height - sum(found))
    share, rest = divmod(left, len(found))
    return [one + share + (1 if place < rest else 0) for place, one in enumerate(found)]
