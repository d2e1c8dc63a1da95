"""The demonstration venue is alive, and only as far as its clock has come."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from database import tables
from database.reads import bookings as read_bookings
from database.reads import keys as read_keys
from tests.builders import MANAGER

THURSDAY = date(2026, 11, 26)


def early_group(database):
    with database.reading() as connection:
        rows = read_bookings.on_days(connection, THURSDAY, THURSDAY)
    return next(row for row in rows if row.title == "Coordination des maraudes")


def test_at_five_to_ten_a_group_has_come_and_has_its_key(importing, database, demo_lists):
    importing.load_demo(demo_lists, by=MANAGER)
    assert early_group(database).status == "arrived"
    with database.reading() as connection:
        (loan,) = read_keys.not_at_the_desk(connection)
    assert (loan.key_code, loan.organisation_name) == ("K05", "Inter-Maraudes Rive-Imaginaire")
    assert loan.due_at == datetime(2026, 11, 26, 12, 45)
    assert loan.handed_at.isoformat() == "2026-11-26T08:40:00+00:00"


def test_the_cafe_has_counted_this_morning_and_four_thursdays(importing, database, demo_lists):
    importing.load_demo(demo_lists, by=MANAGER)
    with database.reading() as connection:
        totals = {
            day.isoformat(): sum(
                row.total
                for row in connection.execute(
                    tables.visit_total.select().where(tables.visit_total.c.day == day)
                )
            )
            for day in [date(2026, 10, 29), date(2026, 11, 5), date(2026, 11, 19), THURSDAY]
        }
    assert all(100 < totals[day] < 200 for day in ("2026-10-29", "2026-11-05", "2026-11-19"))
    assert 0 < totals["2026-11-26"] < 15


@pytest.mark.parametrize(
    "moment", [datetime(2026, 11, 20, 17, 0), datetime(2026, 11, 26, 9, 35)], ids=str
)
def test_before_its_hour_nobody_has_come(importing, database, clock, demo_lists, moment):
    clock.set(moment)
    importing.load_demo(demo_lists, by=MANAGER)
    assert early_group(database).status == "confirmed"
    with database.reading() as connection:
        assert read_keys.not_at_the_desk(connection) == ()
        counted = connection.execute(tables.visit_count.select()).all()
    assert max(row.counted_at for row in counted) <= clock.instant()


def test_loading_it_twice_changes_nothing(importing, database, demo_lists):
    def counted() -> dict[str, int]:
        with database.reading() as connection:
            return {
                table.name: len(connection.execute(table.select()).all())
                for table in tables.metadata.sorted_tables
            }

    importing.load_demo(demo_lists, by=MANAGER)
    before = counted()
    importing.load_demo(demo_lists, by=MANAGER)
    assert counted() == before
