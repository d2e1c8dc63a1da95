"""What the planning shows: the venue, some days, their bookings, one moment. No pixel, no Qt.

The ghost of a gesture is judged here with `domain.availability`: what is drawn free is free.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from desktop_app.domain.availability import Objection, Request, objections
from desktop_app.domain.bookings import LIVE, BookingRow
from desktop_app.domain.civil_time import DAY
from desktop_app.domain.rooms import Room, RoomUnavailability
from desktop_app.domain.venue import Venue


@dataclass(frozen=True)
class Plan:
    """Days and rooms with what occupies them. bookings: every state; only live ones are drawn."""

    venue: Venue
    days: tuple[date, ...]
    bookings: tuple[BookingRow, ...]
    now: datetime

    @property
    def rooms(self) -> tuple[Room, ...]:
        """The rows of the planning: elementary rooms; a composite stands across its parts."""
        return self.venue.elementary

    @property
    def step(self) -> int:
        """Minutes by which the mouse and the keys move a time."""
        return self.venue.rules.step_minutes

    @cached_property
    def live(self) -> tuple[BookingRow, ...]:
        return tuple(
            sorted((row for row in self.bookings if row.status in LIVE), key=lambda r: r.starts_at)
        )

    @cached_property
    def by_id(self) -> dict[int, BookingRow]:
        return {row.id: row for row in self.bookings}

    @cached_property
    def room_places(self) -> dict[int, int]:
        """Room id → its row."""
        return {room.id: place for place, room in enumerate(self.rooms)}

    def held_in(self, room_id: int, day: date) -> tuple[BookingRow, ...]:
        """What occupies an elementary room on a day, in the order of time."""
        return self._held.get((room_id, day), ())

    @cached_property
    def _held(self) -> dict[tuple[int, date], tuple[BookingRow, ...]]:
        found: dict[tuple[int, date], list[BookingRow]] = defaultdict(list)
        for row in self.live:
            for day in days_of(row.starts_at, row.ends_at):
                for room_id in self.venue.room(row.room_id).elementary_ids:
                    found[room_id, day].append(row)
        return {key: tuple(rows) for key, rows in found.items()}

    def unavailable_in(self, room_id: int, day: date) -> tuple[RoomUnavailability, ...]:
        """When an elementary room cannot be used that day."""
        return tuple(
            period
            for period in self.venue.unavailabilities
            if room_id in self.venue.room(period.room_id).elementary_ids
            and day in days_of(period.starts_at, period.ends_at)
        )

    def against(
        self,
        room_id: int,
        starts_at: datetime,
        ends_at: datetime,
        *,
        heads: int = 0,
        layout: str | None = None,
        booking_id: int | None = None,
    ) -> tuple[Objection, ...]:
        """Everything against a place and a time; empty means free."""
        request = Request(room_id, starts_at, ends_at, heads, layout, booking_id)
        return objections(self.venue, request, self.live, self.now)

    def room_across(self, room_ids: Iterable[int]) -> Room | None:
        """The one room to book for these rows: itself, or the smallest composite of them all."""
        wanted = set(room_ids)
        if len(wanted) == 1:
            return self.venue.room(wanted.pop())
        fitting = [room for room in self.venue.rooms if wanted <= set(room.parts)]
        return min(fitting, key=lambda room: len(room.parts), default=None)

    def carried_room(self, room_id: int, taken: int, here: int) -> int:
        """The room a booking goes to when it is carried from one row to another.

        On the rows of its own room it stays; a composite that meets others becomes that room.
        """
        own = self.venue.room(room_id).elementary_ids
        if here == taken or self.rooms[here].id in own:
            return room_id
        return self.rooms[here].id

    def next_room(self, room_id: int, step: int) -> int:
        """The row above or below a room; a room at the end stays."""
        places = [self.room_places[part] for part in self.venue.room(room_id).elementary_ids]
        place = (max(places) if step > 0 else min(places)) + step
        return self.rooms[place].id if 0 <= place < len(self.rooms) else room_id

    def first_free(self, room_id: int, day: date, minutes: int = 120) -> tuple[datetime, datetime]:
        """A time to propose: the first free `minutes` of the day, else its opening, else 9 h."""
        length, step = timedelta(minutes=minutes), timedelta(minutes=30)
        spans = self.venue.calendar.hours_on(day)
        for span in spans:
            start = span.start
            while start + length <= span.end:
                if start >= self.now and not self.against(room_id, start, start + length):
                    return start, start + length
                start += step
        start = (
            spans[0].start if spans else datetime.combine(day, datetime.min.time()).replace(hour=9)
        )
        return start, start + length


def days_of(starts_at: datetime, ends_at: datetime) -> tuple[date, ...]:
    """The civil days an interval touches; one that ends at midnight does not touch the next."""
    first, last = starts_at.date(), ends_at.date()
    if first == last:
        return (first,)
    last = (ends_at - timedelta(minutes=1)).date()
    return tuple(first + DAY * ahead for ahead in range((last - first).days + 1))
