"""Times and details on their way to the database and back."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import insert, select

from database import tables
from database.unit_of_work import Database
from tests.builders import RECEPTION


@pytest.mark.parametrize("engine_name", ["sqlite"])  # where text would keep the zone
def test_a_wall_time_that_knows_a_zone_is_a_bug(database: Database) -> None:
    with database.reading() as connection, pytest.raises(Exception, match="must know no zone"):
        connection.execute(
            select(tables.booking.c.id).where(
                tables.booking.c.starts_at < datetime(2026, 11, 26, tzinfo=UTC)
            )
        )


def test_a_wall_time_and_an_instant_come_back_as_they_went(database: Database) -> None:
    wall = datetime(2026, 11, 26, 9, 55)
    instant = datetime(2026, 11, 26, 8, 55, 1, 250_000, tzinfo=UTC)
    with database.writing() as work:
        work.connection.execute(
            insert(tables.room), {"code": "A", "name": "A", "max_headcount": 9, "step_free": True}
        )
        work.connection.execute(
            insert(tables.room_unavailability),
            {
                "room_id": 1,
                "starts_at": wall,
                "ends_at": wall.replace(hour=23),
                "reason": "peinture",
            },
        )
        work.connection.execute(insert(tables.person), {"search_key": "x", "created_at": instant})
        work.touch("room", 1)
    with database.reading() as connection:
        assert connection.scalar(select(tables.room_unavailability.c.starts_at)) == wall
        assert connection.scalar(select(tables.person.c.created_at)) == instant


def test_the_journal_keeps_dates_in_its_details_as_text(database: Database) -> None:
    with database.writing() as work:
        work.journal(
            RECEPTION, "try", "booking", 7, day=date(2026, 11, 26), at=datetime(2026, 11, 26, 9, 55)
        )
        work.touch("booking", 7)
    with database.reading() as connection:
        details = connection.scalar(select(tables.audit_entry.c.details))
    assert details == {"day": "2026-11-26", "at": "2026-11-26T09:55:00"}
