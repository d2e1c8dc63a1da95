"""A venue with ten years behind it: 12 rooms, 200,000 bookings, 400 organisations."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from database import tables
from database.schema import prepare
from database.unit_of_work import Database
from desktop_app.domain.clock import StoppedClock
from tests.builders import NOW, a_room

BOOKINGS = 200_000
ROOMS = 12
FIRST_DAY = date(2017, 1, 2)
_SLOTS = tuple(
    time(hour, minute)
    for hour, minute in (
        (8, 0),
        (9, 30),
        (11, 0),
        (12, 30),
        (14, 0),
        (15, 30),
        (17, 0),
        (18, 30),
        (20, 0),
    )
)
_KINDS = ("meeting", "permanence", "training", "culture")
_BATCH = 5_000


def build(path: Path) -> Database:
    """Write the venue to a new file and open it. Some ten seconds."""
    database = Database(str(path), StoppedClock(NOW))
    prepare(database)
    with database.writing() as work:
        connection = work.connection
        rooms = [a_room(connection, f"S{n:02d}", f"Salle {n}") for n in range(1, ROOMS + 1)]
        for weekday in range(7):
            connection.execute(
                tables.opening_period.insert(), {"weekday": weekday, "opens": 450, "closes": 1350}
            )
        organisations = list(_organisations(400))
        connection.execute(insert(tables.organisation), organisations)
        bookings, occupancies = [], []
        for booking in _bookings(rooms):
            bookings.append(booking)
            occupancies.append(
                {
                    "booking_id": booking["id"],
                    "room_id": booking["room_id"],
                    "starts_at": booking["starts_at"],
                    "ends_at": booking["ends_at"],
                }
            )
            if len(bookings) == _BATCH:
                connection.execute(insert(tables.booking), bookings)
                connection.execute(insert(tables.occupancy), occupancies)
                bookings, occupancies = [], []
        connection.execute(insert(tables.booking), bookings)
        connection.execute(insert(tables.occupancy), occupancies)
        connection.exec_driver_sql("ANALYZE")
        work.touch_everything()
    return database


def _organisations(count: int) -> Iterator[dict[str, Any]]:
    for number in range(1, count + 1):
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


def _bookings(rooms: list[int]) -> Iterator[dict[str, Any]]:
    """Slots of each day and room, about half of them taken, until there are enough."""
    chance = random.Random(48)
    number, day = 0, FIRST_DAY
    while number < BOOKINGS - BOOKINGS % _BATCH + 1:
        for room in rooms:
            for slot in _SLOTS:
                if chance.random() < 0.49:
                    number += 1
                    start = datetime.combine(day, slot)
                    yield {
                        "id": number,
                        "room_id": room,
                        "starts_at": start,
                        "ends_at": start + timedelta(minutes=chance.choice((45, 60, 90))),
                        "kind": chance.choice(_KINDS),
                        "status": "confirmed",
                        "title": f"Réunion d’équipe {number % 997}",
                        "search_key": f"reunion d equipe {number % 997}",
                        "organisation_id": chance.randint(1, 400),
                        "heads": chance.randint(2, 12),
                        "discreet": False,
                    }
        day += timedelta(days=1)
        if day.weekday() == 6:
            day += timedelta(days=1)
