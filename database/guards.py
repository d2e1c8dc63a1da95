"""What the database itself refuses, whatever path a change takes.

Two live bookings never share an elementary room at the same time. On PostgreSQL an exclusion
constraint says so; on SQLite a trigger does. Rows of one room never overlap, so only the last one
that starts before the new end can be in the way: the trigger reads a single index entry.
"""

from __future__ import annotations

NO_OVERLAP = "room_taken"
"""Name under which both engines report an overlap."""

_SQLITE_BODY = """
BEGIN
    SELECT RAISE(ABORT, 'room_taken') WHERE (
        SELECT ends_at FROM occupancy
        WHERE room_id = NEW.room_id AND starts_at < NEW.ends_at {but_itself}
        ORDER BY starts_at DESC LIMIT 1
    ) > NEW.starts_at;
END
"""

SQLITE_GUARDS = (
    "CREATE TRIGGER room_taken_on_insert BEFORE INSERT ON occupancy"
    + _SQLITE_BODY.format(but_itself=""),
    "CREATE TRIGGER room_taken_on_update BEFORE UPDATE ON occupancy"
    + _SQLITE_BODY.format(but_itself="AND booking_id <> OLD.booking_id"),
)

POSTGRESQL_GUARDS = (
    "CREATE EXTENSION IF NOT EXISTS btree_gist",
    (
        "ALTER TABLE occupancy ADD CONSTRAINT room_taken EXCLUDE USING gist"
        " (room_id WITH =, tsrange(starts_at, ends_at, '[)') WITH &&)"
    ),
)

SQLITE_GUARDS_OFF = (
    "DROP TRIGGER room_taken_on_insert",
    "DROP TRIGGER room_taken_on_update",
)
POSTGRESQL_GUARDS_OFF = ("ALTER TABLE occupancy DROP CONSTRAINT room_taken",)


def guards_for(dialect_name: str) -> tuple[str, ...]:
    """The statements that raise the guards on this engine."""
    return SQLITE_GUARDS if dialect_name == "sqlite" else POSTGRESQL_GUARDS


def guards_off_for(dialect_name: str) -> tuple[str, ...]:
    """The statements that take the guards down: for the test that proves they are needed."""
    return SQLITE_GUARDS_OFF if dialect_name == "sqlite" else POSTGRESQL_GUARDS_OFF
