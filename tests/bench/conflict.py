"""`conflict.one`: the whole answer to “is it free?”, against one hand-written SELECT."""

from __future__ import annotations

import sqlite3
from datetime import timedelta

from database.unit_of_work import Database
from desktop_app.domain.availability import Request
from desktop_app.services.house import house_of
from desktop_app.settings import RESOURCES
from tests.bench.rounds import Result, compare
from tests.builders import NOW


def conflict_one(database: Database) -> Result:
    """The service call, all rules (opening, closures, unavailability, room, heads)."""
    services = house_of(database, resources=RESOURCES)
    start = (NOW + timedelta(days=5)).replace(hour=21, minute=45)  # after the day's last booking
    end = start + timedelta(minutes=30)
    request = Request(1, start, end, heads=5)
    raw = sqlite3.connect(str(database.path))
    asked = (1, end.isoformat(sep=" "))

    def limit() -> object:
        return raw.execute(
            "SELECT ends_at FROM occupancy WHERE room_id = ? AND starts_at < ?"
            " ORDER BY starts_at DESC LIMIT 1",
            asked,
        ).fetchone()

    def ours() -> object:
        return services.bookings.check(request)

    result = compare(
        "conflict.one",
        "“is it free?”, all rules ÷ one SELECT by hand",
        6.0,
        ours,
        limit,
        rounds=21,
        repeats=400,
    )
    raw.close()
    return result
