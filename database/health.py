"""How a database is: its engine, and what its own checks and ours say."""

from __future__ import annotations

from sqlalchemy import Connection, text

from database.engine import is_sqlite
from desktop_app.domain.bookings import LIVE

_LIVE_WORDS = ", ".join(f"'{status}'" for status in sorted(LIVE))

_OVERLAPS = """
    SELECT one.booking_id, other.booking_id
    FROM occupancy AS one
    JOIN occupancy AS other
      ON other.room_id = one.room_id AND other.booking_id > one.booking_id
     AND other.starts_at < one.ends_at AND other.ends_at > one.starts_at
    LIMIT 5
"""
_HOMELESS = f"""
    SELECT id FROM booking
    WHERE status IN ({_LIVE_WORDS})
      AND NOT EXISTS (SELECT 1 FROM occupancy WHERE booking_id = booking.id)
    LIMIT 5
"""
_GHOSTS = f"""
    SELECT id FROM booking
    WHERE status NOT IN ({_LIVE_WORDS})
      AND EXISTS (SELECT 1 FROM occupancy WHERE booking_id = booking.id)
    LIMIT 5
"""


def engine_version(connection: Connection) -> str:
    """“SQLite 3.40.1” or “PostgreSQL 15.18”."""
    version = connection.dialect.server_version_info or ()
    name = "SQLite" if is_sqlite(connection.dialect) else "PostgreSQL"
    return f"{name} {'.'.join(map(str, version))}"


def problems(connection: Connection) -> list[str]:
    """What is wrong, in the database's own words and in ours; empty when sound."""
    found: list[str] = []
    if is_sqlite(connection.dialect):
        for pragma in ("integrity_check", "foreign_key_check"):
            found += [
                str(row[0])
                for row in connection.exec_driver_sql(f"PRAGMA {pragma}")
                if row[0] != "ok"
            ]
    for name, question in (
        ("double booking", _OVERLAPS),
        ("live booking without a room", _HOMELESS),
        ("room held by a booking that is over", _GHOSTS),
    ):
        found += [f"{name}: {tuple(row)}" for row in connection.execute(text(question))]
    return found
