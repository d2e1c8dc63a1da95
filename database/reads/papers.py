"""What only papers ask: editions of printed sheets, earlier places of bookings, letter texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from database import tables
from desktop_app.domain.papers import EditionRow, Place, PrintSettings

_E = tables.print_edition.c
_COLUMNS = tuple(getattr(_E, name) for name in EditionRow._fields)
_OF_DOCUMENT = (
    select(*_COLUMNS).where(_E.document == bindparam("document")).order_by(_E.number.desc())
)
_NEWEST = (
    select(_E.document, func.max(_E.number).label("number"))
    .where(_E.last_day >= bindparam("today"))
    .group_by(_E.document)
    .subquery()
)
_STANDING = (
    select(*_COLUMNS)
    .join(
        _NEWEST,
        (_NEWEST.c.document == _E.document) & (_NEWEST.c.number == _E.number),
    )
    .order_by(_E.last_day, _E.document)
)
_J = tables.audit_entry.c
_LINES = (
    select(_J.subject_id, _J.at, _J.details)
    .where(_J.subject_kind == "booking")
    .where(_J.subject_id.in_(bindparam("ids", expanding=True)))
    .order_by(_J.id)
)
_S = tables.booking_series.c
_OWN_ROOMS = select(_S.id, _S.room_id).where(_S.id.in_(bindparam("ids", expanding=True)))
_SETTINGS = select(tables.setting).where(
    tables.setting.c.name.in_([field.name for field in fields(PrintSettings)])
)


def editions(connection: Connection, document: str) -> tuple[EditionRow, ...]:
    """Every edition of a document, the newest first."""
    found = connection.execute(_OF_DOCUMENT, {"document": document})
    return tuple(map(EditionRow._make, found))


def standing(connection: Connection, today: date) -> tuple[EditionRow, ...]:
    """The newest edition of every document that still speaks of today or later."""
    return tuple(map(EditionRow._make, connection.execute(_STANDING, {"today": today})))


def earlier_places(
    connection: Connection, booking_ids: Iterable[int]
) -> dict[int, tuple[Place, ...]]:
    """Every place the journal knows these bookings had, in order, with when they were told.

    The last one is where the booking stands, unless it never changed since it was imported.
    """
    found: dict[int, list[Place]] = defaultdict(list)
    for booking_id, at, details in connection.execute(_LINES, {"ids": list(booking_ids)}):
        for room, start in (("from_room_id", "from_starts_at"), ("room_id", "starts_at")):
            place = _place(details, room, start, at)
            if place is not None:
                found[booking_id].append(place)
    return {booking_id: tuple(places) for booking_id, places in found.items()}


def _place(details: dict[str, Any], room: str, start: str, at: datetime) -> Place | None:
    if details.get(room) is None or not details.get(start):
        return None
    return Place(int(details[room]), datetime.fromisoformat(details[start]), at)


def rooms_of_series(connection: Connection, series_ids: Iterable[int]) -> dict[int, int]:
    """The room each of these series has of its own."""
    found = connection.execute(_OWN_ROOMS, {"ids": list(series_ids)})
    return {row.id: row.room_id for row in found}


def print_settings(connection: Connection) -> PrintSettings:
    """What the operator supplied for papers; what was never set keeps its default."""
    return PrintSettings(**{row.name: row.value for row in connection.execute(_SETTINGS)})
