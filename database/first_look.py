"""Today's rooms and bookings for the very first picture, before the large libraries are loaded.

A desk PC is judged by how soon it shows the day. Reading a SQLite file with the standard library
takes a millisecond; loading SQLAlchemy takes ten times the rest of the start. The full board
replaces this one a moment later; a test proves that both say the same. On a server, or on a file
that is missing, damaged or of another shape, there is no first look and nothing is said about it.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections import defaultdict
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from database.migrations import HEAD
from desktop_app.domain.bookings import BookingRow
from desktop_app.domain.opening import Calendar, Closure, OpeningPeriod
from desktop_app.domain.rooms import Layout, Room

_BOOKINGS = """
    SELECT b.id, b.room_id, b.starts_at, b.ends_at, b.kind, b.status, b.title, b.organisation_id,
           o.name, b.heads, b.layout, b.equipment, b.responsible_name, b.contact_name,
           b.contact_phone, b.discreet, b.option_expires_on, b.reason, b.note, b.series_id,
           b.original_day, t.id, b.version, r.code, s.code, b.step_free
    FROM booking AS b
    JOIN room AS r ON r.id = b.room_id
    LEFT JOIN organisation AS o ON o.id = b.organisation_id
    LEFT JOIN booking_series AS s ON s.id = b.series_id
    LEFT JOIN training_session AS t ON t.booking_id = b.id
    WHERE b.starts_at >= ? AND b.starts_at < ? AND b.ends_at > ?
    ORDER BY b.starts_at, r.position, b.id
"""
_ROOMS = (
    "SELECT id, code, name, floor, max_headcount, step_free, note, position FROM room"
    " ORDER BY position, id"
)


class FirstLook(NamedTuple):
    """What the first picture of the day is made of."""

    rooms: tuple[Room, ...]
    calendar: Calendar
    bookings: tuple[BookingRow, ...]


def first_look(path: Path, day: date) -> FirstLook | None:
    """Read the day from a SQLite file of this program's shape; None when that is not to be had."""
    if not path.is_file():
        return None
    try:
        with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as file:
            (stored,) = file.execute("SELECT version_num FROM alembic_version").fetchone()
            if stored != HEAD:
                return None
            return FirstLook(_rooms(file), _calendar(file), _bookings(file, day))
    except (sqlite3.Error, TypeError, ValueError):
        return None


def _rooms(file: sqlite3.Connection) -> tuple[Room, ...]:
    parts: dict[int, list[int]] = defaultdict(list)
    for composite, part in file.execute("SELECT composite_id, part_id FROM room_part ORDER BY 2"):
        parts[composite].append(part)
    seats: dict[int, list[tuple[Layout, int]]] = defaultdict(list)
    for room, layout, count in file.execute("SELECT room_id, layout, seats FROM room_layout"):
        seats[room].append((Layout(layout), count))
    return tuple(
        Room(
            id=identifier,
            code=code,
            name=name,
            floor=floor,
            max_headcount=heads,
            seats=tuple(seats[identifier]),
            step_free=bool(step_free),
            parts=tuple(parts.get(identifier, ())),
            note=note,
            position=position,
        )
        for identifier, code, name, floor, heads, step_free, note, position in file.execute(_ROOMS)
    )


def _calendar(file: sqlite3.Connection) -> Calendar:
    periods = file.execute("SELECT weekday, opens, closes, nth FROM opening_period")
    closures = file.execute("SELECT first_day, last_day, reason FROM closure ORDER BY 1")
    return Calendar(
        periods=tuple(OpeningPeriod(*row) for row in periods),
        closures=tuple(
            Closure(date.fromisoformat(first), date.fromisoformat(last), reason)
            for first, last, reason in closures
        ),
        school_holidays=(),
    )


def _bookings(file: sqlite3.Connection, day: date) -> tuple[BookingRow, ...]:
    start = datetime.combine(day, time())
    bounds = (start - timedelta(days=2), start + timedelta(days=1), start)
    rows = file.execute(_BOOKINGS, [bound.isoformat(" ") for bound in bounds])
    return tuple(_row(BookingRow._make(row)) for row in rows)


def _row(row: BookingRow) -> BookingRow:
    def day(text: Any) -> date | None:
        return date.fromisoformat(text) if text else None

    return row._replace(
        starts_at=datetime.fromisoformat(str(row.starts_at)),
        ends_at=datetime.fromisoformat(str(row.ends_at)),
        discreet=bool(row.discreet),
        step_free=bool(row.step_free),
        option_expires_on=day(row.option_expires_on),
        original_day=day(row.original_day),
    )
