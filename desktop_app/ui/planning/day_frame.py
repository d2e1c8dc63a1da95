"""A day laid out: rooms as rows, hours across."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QPoint, QRect

from desktop_app.domain.bookings import BookingRow
from desktop_app.domain.rooms import Room, RoomUnavailability
from desktop_app.ui.planning.axis import Axis, hours_shown, moment_of
from desktop_app.ui.planning.faces import unavailable_face
from desktop_app.ui.planning.frame import Block, More, Place
from desktop_app.ui.planning.ghost import Ghost
from desktop_app.ui.planning.measures import Measures
from desktop_app.ui.planning.plan import Plan, days_of
from desktop_app.ui.widgets.booking_face import face_of


class DayFrame:
    """The first day of the plan. width, height: what there is to fill; it may come out larger."""

    more: tuple[More, ...] = ()

    def __init__(self, plan: Plan, measures: Measures, width: int, height: int) -> None:
        self.plan, self.measures = plan, measures
        self.day: date = plan.days[0]
        first, last = hours_shown(plan, (self.day,))
        # A little air on both sides, so that the first and the last hour can be written.
        air = 2 * measures.pad
        length = max(width - 2 * air, (last - first) * measures.minute // 100)
        self.axis = Axis(first, last, air, length)
        rows = max(1, len(plan.rooms))
        self.row_height = min(max(height // rows, measures.row), measures.row_most)
        self.width = length + 2 * air
        self.height = self.row_height * len(plan.rooms)
        self.blocks: tuple[Block, ...] = tuple(self._lay_out())

    def row_rect(self, room: int) -> QRect:
        return QRect(0, room * self.row_height, self.width, self.row_height)

    def cell_rect(self, room: int, day: date) -> QRect:
        return self.row_rect(room)

    def blocks_in(self, area: QRect) -> Iterable[Block]:
        return [block for block in self.blocks if block.rect.intersects(area)]

    def place_at(self, point: QPoint) -> Place | None:
        room = point.y() // self.row_height
        if not 0 <= room < len(self.plan.rooms) or not 0 <= point.x() < self.width:
            return None
        moment = self.axis.moment_at(point.x(), self.day, self.plan.step)
        return Place(room, self.day, moment)

    def moment_near(self, x: int) -> datetime:
        """The nearest moment of the grid, for the edge of a booking being drawn out."""
        return self.axis.moment_at(x, self.day, self.plan.step, nearest=True)

    def ghost_rects(self, ghost: Ghost) -> tuple[QRect, ...]:
        if self.day not in days_of(ghost.starts_at, ghost.ends_at):
            return ()
        return self._rects(self.plan.venue.room(ghost.room_id), ghost.starts_at, ghost.ends_at)

    def _lay_out(self) -> Iterable[Block]:
        for room in self.plan.rooms:
            for period in self.plan.unavailable_in(room.id, self.day):
                yield self._unavailable(room, period)
        seen: set[int] = set()
        for room in self.plan.rooms:
            for row in self.plan.held_in(room.id, self.day):
                if row.id not in seen:
                    seen.add(row.id)
                    yield from self._blocks_of(row)

    def _blocks_of(self, row: BookingRow) -> Iterable[Block]:
        """One block; or several for a composite whose parts do not stand side by side."""
        room = self.plan.venue.room(row.room_id)
        face = face_of(row, self.plan.now, space=room.name if room.is_composite else "")
        for rect in self._rects(room, row.starts_at, row.ends_at):
            yield Block(rect, face, row.id, rect.y() // self.row_height, self.day)

    def _unavailable(self, room: Room, period: RoomUnavailability) -> Block:
        rect = self._rects(room, period.starts_at, period.ends_at)[0]
        return Block(rect, unavailable_face(period), None, self.plan.room_places[room.id], self.day)

    def _rects(self, room: Room, start: datetime, end: datetime) -> tuple[QRect, ...]:
        left = self.axis.x_of(start, self.day)
        right = max(self.axis.x_of(end, self.day), left + 2 * self.measures.pad)
        pad = self.measures.pad
        places = sorted(self.plan.room_places[part] for part in room.elementary_ids)
        return tuple(
            QRect(
                left + 1,
                first * self.row_height + pad,
                right - left - 2,
                (last - first + 1) * self.row_height - 2 * pad,
            )
            for first, last in _runs(places)
        )

    def opening_gaps(self) -> tuple[tuple[int, int], ...]:
        """Stretches of the axis at which the venue is closed, as pixels from and to."""
        spans = self.plan.venue.calendar.hours_on(self.day)
        edges = [self.axis.left - 2 * self.measures.pad]
        for span in spans:
            edges += [self.axis.x_of(span.start, self.day), self.axis.x_of(span.end, self.day)]
        edges.append(self.width)
        return tuple(
            (edges[i], edges[i + 1]) for i in range(0, len(edges), 2) if edges[i + 1] > edges[i]
        )

    def now_x(self) -> int | None:
        """Where the present lies, if it is on this day's axis."""
        now = self.plan.now
        shown = moment_of(self.day, self.axis.first), moment_of(self.day, self.axis.last)
        return self.axis.x_of(now, self.day) if shown[0] <= now <= shown[1] else None

    def tidying(self, block: Block) -> QRect:
        """The time to put the room in order after a booking: shown, not enforced."""
        row = self.plan.by_id.get(block.booking_id or 0)
        minutes = self.plan.venue.rules.turnaround_minutes
        if row is None or minutes <= 0:
            return QRect()
        end = self.axis.x_of(row.ends_at + timedelta(minutes=minutes), self.day)
        left = block.rect.right() + 2
        return QRect(left, block.rect.y(), max(0, end - left), block.rect.height())


def _runs(places: list[int]) -> Iterable[tuple[int, int]]:
    """Neighbouring rows joined: [2, 3, 5] → (2, 3), (5, 5)."""
    first = previous = places[0]
    for place in places[1:]:
        if place != previous + 1:
            yield first, previous
            first = place
        previous = place
    yield first, previous
