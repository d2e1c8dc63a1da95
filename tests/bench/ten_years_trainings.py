"""The trainings of the ten-year venue: 60,000 people, 5,000 sessions, 120,000 enrolments.

Each person has a badge and came to two sessions. The last thousand sessions are still to be
checked in: what a bench scans, session after session, at the hour of each.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from database import tables
from desktop_app.domain.badges import new_code
from desktop_app.domain.clock import instant_of

PEOPLE = 60_000
SESSIONS = 5_000
PEOPLE_A_SESSION = 24
TO_COME = 1_000
_TITLES = 60
_BATCH = 5_000
_LONG_AGO = datetime(2017, 5, 1, 8, tzinfo=UTC)


def add(connection: Connection) -> None:
    """Add them to a venue whose bookings are written."""
    _fill(connection, tables.training_title, _titles())
    _fill(connection, tables.person, _people())
    _fill(connection, tables.badge, _badges())
    sessions = _chosen_bookings(connection)
    _fill(connection, tables.training_session, (_session(*one) for one in sessions))
    _fill(connection, tables.half_day, (_half_day(*one) for one in sessions))
    _fill(connection, tables.enrolment, _enrolments())
    _fill(connection, tables.check_in, _check_ins(sessions[:-TO_COME]))


def _fill(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    rows = iter(rows)
    while batch := list(islice(rows, _BATCH)):
        connection.execute(insert(table), batch)


def _titles() -> Iterator[dict[str, Any]]:
    for number in range(1, _TITLES + 1):
        yield {
            "id": number,
            "code": f"F{number:02d}",
            "title": f"Accueillir et orienter, module {number}",
            "search_key": f"accueillir et orienter module {number}",
            "minutes": 90,
            "group_size": PEOPLE_A_SESSION,
            "room_codes": [],
            "discreet": False,
        }


def _people() -> Iterator[dict[str, Any]]:
    for number in range(1, PEOPLE + 1):
        yield {
            "id": number,
            "last_name": f"Petipont-{number:05d}",
            "first_name": "Nour",
            "search_key": f"petipont {number:05d} nour",
            "organisation_label": f"Association du quartier n° {number % 400 + 1}",
            "created_at": _LONG_AGO,
        }


def _badges() -> Iterator[dict[str, Any]]:
    chance = random.Random(17)
    for number in range(1, PEOPLE + 1):
        yield {
            "person_id": number,
            "code": new_code(chance),
            "status": "active",
            "issued_at": _LONG_AGO,
        }


Chosen = tuple[int, int, datetime, datetime]
"""Number of the session, its booking, from, to."""


def _chosen_bookings(connection: Connection) -> list[Chosen]:
    """Bookings for trainings, spread over the years."""
    column = tables.booking.c
    asked = select(column.id, column.starts_at, column.ends_at).where(column.kind == "training")
    found = connection.execute(asked.order_by(column.starts_at, column.id)).all()
    step = len(found) // SESSIONS
    return [(number, *row) for number, row in enumerate(found[::step][:SESSIONS], start=1)]


def _session(number: int, booking_id: int, _from: datetime, _to: datetime) -> dict[str, Any]:
    return {
        "id": number,
        "title_id": number % _TITLES + 1,
        "booking_id": booking_id,
        "status": "planned",
        "trainer": "Anne Sophie Petitpas-du-Canal",
        "capacity": PEOPLE_A_SESSION,
    }


def _half_day(number: int, _booking: int, starts_at: datetime, ends_at: datetime) -> dict[str, Any]:
    return {"id": number, "session_id": number, "starts_at": starts_at, "ends_at": ends_at}


def _enrolments() -> Iterator[dict[str, Any]]:
    for place in range(SESSIONS * PEOPLE_A_SESSION):
        yield {
            "id": place + 1,
            "session_id": place // PEOPLE_A_SESSION + 1,
            "person_id": place % PEOPLE + 1,
            "number": place % PEOPLE_A_SESSION + 1,
            "status": "enrolled",
            "enrolled_at": _LONG_AGO,
        }


def _check_ins(sessions: Iterable[Chosen]) -> Iterator[dict[str, Any]]:
    for number, _booking, starts_at, _ends_at in sessions:
        for place in range(1, PEOPLE_A_SESSION + 1):
            enrolment = (number - 1) * PEOPLE_A_SESSION + place
            yield {
                "enrolment_id": enrolment,
                "half_day_id": number,
                "at": instant_of(starts_at),
                "desk": "accueil",
                "source": "badge",
                "client_key": f"ancien-{enrolment}",
            }
