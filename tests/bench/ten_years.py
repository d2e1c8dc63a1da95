"""A venue with ten years behind it: 12 rooms, 200,000 bookings, 60,000 people who came to learn.

The same bytes each time. The week of 26 November 2026, in which the benches live, is near its end.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from database import tables
from database.schema import prepare
from database.unit_of_work import Database
from desktop_app.domain.clock import StoppedClock
from tests.bench import ten_years_bookings, ten_years_trainings
from tests.bench.ten_years_bookings import ORGANISATIONS, ROOMS
from tests.builders import NOW, a_room


def build(path: Path) -> Database:
    """Write the venue to a new file and open it. Some fifteen seconds."""
    database = Database(str(path), StoppedClock(NOW))
    prepare(database)
    with database.writing() as work:
        _furnish(work.connection)
        ten_years_bookings.add(work.connection)
        ten_years_trainings.add(work.connection)
        work.connection.exec_driver_sql("ANALYZE")
        work.touch_everything()
    return database


def _furnish(connection: Connection) -> None:
    for number in range(1, ROOMS + 1):
        a_room(connection, f"S{number:02d}", f"Salle {number}", seats=30, max_headcount=60)
    for weekday in range(7):
        connection.execute(
            tables.opening_period.insert(), {"weekday": weekday, "opens": 450, "closes": 1350}
        )
    connection.execute(insert(tables.organisation), list(_organisations()))


def _organisations() -> Iterator[dict[str, Any]]:
    for number in range(1, ORGANISATIONS + 1):
        yield {
            "code": f"A{number:03d}",
            "name": f"Association du quartier n° {number}",
            "search_key": f"association du quartier n {number}",
            "kind": "association",
            "archived": False,
            "discreet": False,
            "insurance_until": date(2028, 1, 1),
            "agreement_until": date(2028, 1, 1),
        }
