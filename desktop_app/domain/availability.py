"""The one answer to “is it free?”: for the grid, the search, the check and the suggestions.

Pure: everything it needs is handed in. What this function calls free is drawn free.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from desktop_app.domain.bookings import LIVE, BookingRow
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.rooms import Layout, Room
from desktop_app.domain.venue import Venue

HARD = frozenset({"room_taken", "room_unavailable", "day_past", "hours_in_wrong_order"})
"""Objections nobody can override. The database itself backs the first."""

WARNINGS = frozenset({"over_seats", "turnaround_short"})
"""Objections that are said and do not prevent."""


@dataclass(frozen=True, slots=True)
class Objection:
    """One reason against: a code, the form field it concerns, and the values of its sentence."""

    code: str
    field: str | None = None
    values: dict[str, Any] = dataclasses.field(default_factory=dict)

    @property
    def is_warning(self) -> bool:
        return self.code in WARNINGS

    @property
    def is_hard(self) -> bool:
        return self.code in HARD

    def refusal(self) -> Refusal:
        return Refusal(self.code, field=self.field, **self.values)


@dataclass(frozen=True, slots=True)
class Request:
    """A place and a time asked for. booking_id: the booking being changed, which is not in its
    own way. Times are naive wall time."""

    room_id: int
    starts_at: datetime
    ends_at: datetime
    heads: int = 0
    layout: str | None = None
    booking_id: int | None = None


def objections(
    venue: Venue, request: Request, occupied: Iterable[BookingRow], now: datetime
) -> tuple[Objection, ...]:
    """Everything against this request, the gravest first; empty means free.

    occupied: live bookings around the time asked for, of any room; others are passed over.
    """
    if request.ends_at <= request.starts_at:
        return (
            Objection(
                "hours_in_wrong_order",
                "end",
                {"starts_at": request.starts_at, "ends_at": request.ends_at},
            ),
        )
    return tuple(_objections(venue, request, occupied, now))


def _objections(
    venue: Venue, request: Request, occupied: Iterable[BookingRow], now: datetime
) -> Iterator[Objection]:
    if request.starts_at.date() < now.date():
        yield Objection("day_past", "day", {"day": request.starts_at.date()})
    yield from opening_objections(venue, request.starts_at, request.ends_at)
    room = venue.room(request.room_id)
    yield from _unavailability_objections(venue, request, room)
    yield from _taken_objections(venue, request, room, occupied)
    yield from headcount_objections(venue, room, request.heads, request.layout)


def opening_objections(venue: Venue, starts_at: datetime, ends_at: datetime) -> Iterator[Objection]:
    """The venue is closed that day, or opens later, or closes earlier."""
    calendar, first = venue.calendar, starts_at.date()
    spans = calendar.hours_on(first)
    for span in spans:
        if span.start <= starts_at and ends_at <= span.end:
            return
    for day in _days(first, (ends_at - timedelta(minutes=1)).date()):
        closed = calendar.closed_day(day)
        if closed is not None:
            yield Objection("venue_closed", "day", {"day": day, "reason": closed.reason})
            return
    opens, closes = spans[0].start, spans[-1].end
    too_early = starts_at < opens
    yield Objection(
        "opens_later" if too_early else "closes_earlier",
        "start" if too_early else "end",
        {"opens": opens, "closes": closes, "day": first},
    )


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=1)


def _unavailability_objections(venue: Venue, request: Request, room: Room) -> Iterator[Objection]:
    shared = venue.sharing_space(room.id)
    for period in venue.unavailabilities:
        if (
            period.room_id in shared
            and period.starts_at < request.ends_at
            and period.ends_at > request.starts_at
        ):
            yield Objection(
                "room_unavailable",
                "room",
                {
                    "room": venue.room(period.room_id).name,
                    "starts_at": period.starts_at,
                    "ends_at": period.ends_at,
                    "reason": period.reason,
                },
            )


def _taken_objections(
    venue: Venue, request: Request, room: Room, occupied: Iterable[BookingRow]
) -> Iterator[Objection]:
    shared = venue.sharing_space(room.id)
    in_the_way = sorted(
        (
            row
            for row in occupied
            if row.room_id in shared
            and row.starts_at < request.ends_at
            and row.ends_at > request.starts_at
            and row.id != request.booking_id
            and row.status in LIVE
        ),
        key=lambda row: row.starts_at,
    )
    for row in in_the_way:
        yield taken_objection(venue, request, row)


def taken_objection(venue: Venue, request: Request, row: BookingRow) -> Objection:
    """Who holds the room, without naming a discreet organisation, and how long one may stay."""
    free_until = row.starts_at if row.starts_at > request.starts_at else None
    return Objection(
        "room_taken",
        "end" if free_until else "room",
        {
            "room": venue.room(row.room_id).name,
            "booking_id": row.id,
            "starts_at": row.starts_at,
            "ends_at": row.ends_at,
            "kind": row.kind,
            "status": row.status,
            "holder": None if row.discreet else (row.organisation_name or row.title),
            "free_until": free_until,
        },
    )


def headcount_objections(
    venue: Venue, room: Room, heads: int, layout: str | None
) -> Iterator[Objection]:
    """Above the biggest room, above this room's fire limit, or above the seats of the layout."""
    if heads > venue.largest_headcount:
        yield Objection("no_room_that_size", "heads", {"maximum": venue.largest_headcount})
    elif heads > room.max_headcount:
        yield Objection(
            "over_headcount", "heads", {"room": room.name, "maximum": room.max_headcount}
        )
    else:
        seats = room.seats_in(Layout(layout) if layout else None)
        if heads > seats:
            yield Objection("over_seats", "heads", {"room": room.name, "seats": seats})


def preventing(found: Iterable[Objection]) -> tuple[Objection, ...]:
    """Those that say no; warnings are left out."""
    return tuple(objection for objection in found if not objection.is_warning)
