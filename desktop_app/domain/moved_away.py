"""Who was to be in a room on a day and is not: for the sheet on its door.

Two sources say where a booking was before: the journal, line by line, and the series it belongs to,
whose own room people are used to. Pure; everyone may enter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from desktop_app.domain.bookings import LIVE, BookingRow, Kind, Status, family
from desktop_app.domain.clock import wall_time
from desktop_app.domain.papers import Place
from desktop_app.domain.rooms import Room
from desktop_app.domain.series import SKIPPED

REMEMBERED = timedelta(days=14)
"""How long a move is news at the old door. A series' own room is never forgotten."""

_NOT_ANNOUNCED = frozenset({SKIPPED, "undone", "option_expired"})
"""Reasons of bookings that were never announced to anybody."""

_ANNOUNCED = frozenset({Kind.PERMANENCE, Kind.TRAINING, Kind.EVENT})
"""People come by themselves for these: a cancellation is told on the door."""


class Gone(NamedTuple):
    """A booking people may come for in vain. room: where it is now; None when it is cancelled."""

    row: BookingRow
    room: Room | None


def gone_from(
    room: Room,
    day: date,
    rows: Iterable[BookingRow],
    rooms: Mapping[int, Room],
    places: Mapping[int, tuple[Place, ...]],
    usual_rooms: Mapping[int, int],
) -> tuple[Gone, ...]:
    """Bookings of the day that were to be in this room, in time order.

    rows: the day's, whatever their state. places: earlier places by booking id. usual_rooms:
    series id → its own room.
    """
    here = set(room.elementary_ids)
    rows = [row for row in rows if row.starts_at.date() == day]
    held = [row for row in rows if row.status in LIVE]
    found: list[Gone] = []
    for row in rows:
        is_here = bool(here & set(rooms[row.room_id].elementary_ids))
        if row.status in LIVE and not is_here:
            before = _rooms_before(row, day, places.get(row.id, ()), usual_rooms)
            if any(here & set(rooms[one].elementary_ids) for one in before if one in rooms):
                found.append(Gone(row, rooms[row.room_id]))
        elif is_here and _was_announced(row) and not _is_back(row, held):
            found.append(Gone(row, None))
    return tuple(sorted(found, key=lambda one: (one.row.starts_at, one.row.id)))


def _rooms_before(
    row: BookingRow, day: date, places: Iterable[Place], usual_rooms: Mapping[int, int]
) -> set[int]:
    since = datetime.combine(day, datetime.min.time()) - REMEMBERED
    rooms = {
        place.room_id
        for place in places
        if place.starts_at.date() == day and wall_time(place.told_at) >= since
    }
    usual = usual_rooms.get(row.series_id or 0)
    if usual is not None and row.original_day == day:
        rooms.add(usual)
    return rooms - {row.room_id}


def _was_announced(row: BookingRow) -> bool:
    return (
        row.status == Status.CANCELLED
        and row.reason not in _NOT_ANNOUNCED
        and family(row.kind) in _ANNOUNCED
    )


def _is_back(row: BookingRow, held: Iterable[BookingRow]) -> bool:
    """Was it made again, under the same title, at about the same time?"""
    return any(
        other.title == row.title and other.starts_at < row.ends_at and row.starts_at < other.ends_at
        for other in held
    )
