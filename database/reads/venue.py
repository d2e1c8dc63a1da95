"""The venue itself: rooms, opening, closures, settings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields

from sqlalchemy import Connection, select

from database import tables
from desktop_app.domain.opening import Calendar, Closure, OpeningPeriod, SchoolHoliday
from desktop_app.domain.rooms import Layout, Room, RoomUnavailability
from desktop_app.domain.venue import HouseRules, Venue

_ROOMS = select(tables.room).order_by(tables.room.c.position, tables.room.c.id)
_PARTS = select(tables.room_part).order_by(tables.room_part.c.part_id)
_LAYOUTS = select(tables.room_layout)
_EQUIPMENT = select(tables.room_equipment).order_by(tables.room_equipment.c.position)
_UNAVAILABLE = select(tables.room_unavailability)
_PERIODS = select(tables.opening_period)
_CLOSURES = select(tables.closure).order_by(tables.closure.c.first_day)
_SCHOOL = select(tables.school_holiday)
_SETTINGS = select(tables.setting)
_LAYOUT_ORDER = {layout: place for place, layout in enumerate(Layout)}


def venue(connection: Connection) -> Venue:
    """Read the whole venue (a dozen small tables)."""
    return Venue(
        rooms=_rooms(connection),
        calendar=_calendar(connection),
        rules=house_rules(connection),
        unavailabilities=tuple(
            RoomUnavailability(row.id, row.room_id, row.starts_at, row.ends_at, row.reason)
            for row in connection.execute(_UNAVAILABLE)
        ),
    )


def house_rules(connection: Connection) -> HouseRules:
    """The settings of the venue; a rule that was never set keeps its default."""
    known = {field.name for field in fields(HouseRules)}
    stored = {row.name: row.value for row in connection.execute(_SETTINGS) if row.name in known}
    return HouseRules(**stored)


def _rooms(connection: Connection) -> tuple[Room, ...]:
    parts: dict[int, list[int]] = defaultdict(list)
    for row in connection.execute(_PARTS):
        parts[row.composite_id].append(row.part_id)
    seats: dict[int, list[tuple[Layout, int]]] = defaultdict(list)
    for row in connection.execute(_LAYOUTS):
        seats[row.room_id].append((Layout(row.layout), row.seats))
    equipment: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(_EQUIPMENT):
        equipment[row.room_id].append(row.name)
    return tuple(
        Room(
            id=row.id,
            code=row.code,
            name=row.name,
            floor=row.floor,
            max_headcount=row.max_headcount,
            seats=tuple(sorted(seats[row.id], key=lambda pair: _LAYOUT_ORDER[pair[0]])),
            equipment=_with_parts(row.id, parts, equipment),
            step_free=row.step_free,
            parts=_leaves(row.id, parts),
            note=row.note,
            position=row.position,
        )
        for row in connection.execute(_ROOMS)
    )


def _with_parts(
    room_id: int, parts: dict[int, list[int]], equipment: dict[int, list[str]]
) -> tuple[str, ...]:
    """A composite has what its parts have, and what it has of its own."""
    held = list(equipment.get(room_id, ()))
    for part in _leaves(room_id, parts):
        held += equipment.get(part, ())
    return tuple(dict.fromkeys(held))


def _leaves(room_id: int, parts: dict[int, list[int]]) -> tuple[int, ...]:
    """Elementary rooms below a composite of any depth; empty for an elementary room."""
    found: list[int] = []
    for part in parts.get(room_id, ()):
        found.extend(_leaves(part, parts) or (part,))
    return tuple(dict.fromkeys(found))


def _calendar(connection: Connection) -> Calendar:
    return Calendar(
        periods=tuple(
            OpeningPeriod(row.weekday, row.opens, row.closes, row.nth)
            for row in connection.execute(_PERIODS)
        ),
        closures=tuple(
            Closure(row.first_day, row.last_day, row.reason)
            for row in connection.execute(_CLOSURES)
        ),
        school_holidays=tuple(
            SchoolHoliday(row.zone, row.name, row.first_day, row.last_day)
            for row in connection.execute(_SCHOOL)
        ),
    )
