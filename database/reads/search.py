"""Rows a search of the whole venue looks through: bookings and sessions around today, people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select

from database import tables

_P, _E, _T = tables.person.c, tables.enrolment.c, tables.training_session.c
_H, _N, _B, _R = tables.half_day.c, tables.training_title.c, tables.booking.c, tables.room.c

_MOST_PEOPLE = 20


class FoundSession(NamedTuple):
    """A training session around today."""

    session_id: int
    code: str
    title: str
    starts_at: datetime
    ends_at: datetime
    room_name: str
    floor: str


class FoundPerson(NamedTuple):
    """A person whose name answers; the session nearest to come, or the last one."""

    person_id: int
    last_name: str
    first_name: str
    search_key: str
    session_id: int | None
    session_title: str | None
    starts_at: datetime | None


_SESSIONS = (
    select(_T.id, _N.code, _N.title, _B.starts_at, _B.ends_at, _R.name, _R.floor)
    .select_from(tables.training_session)
    .join(tables.training_title, _N.id == _T.title_id)
    .join(tables.booking, _B.id == _T.booking_id)
    .join(tables.room, _R.id == _B.room_id)
    .where(_B.starts_at >= bindparam("start"), _B.starts_at < bindparam("end"))
    .where(_T.status != "cancelled")
    .order_by(_B.starts_at)
)


def sessions(connection: Connection, start: datetime, end: datetime) -> tuple[FoundSession, ...]:
    """Sessions that start within [start, end)."""
    found = connection.execute(_SESSIONS, {"start": start, "end": end})
    return tuple(map(FoundSession._make, found))


def people(connection: Connection, words: Sequence[str], now: datetime) -> tuple[FoundPerson, ...]:
    """People whose folded name holds every word, twenty at most, each with one session."""
    statement = select(_P.id, _P.last_name, _P.first_name, _P.search_key).order_by(_P.search_key)
    for word in words:
        statement = statement.where(_P.search_key.contains(word, autoescape=True))
    rows = connection.execute(statement.limit(_MOST_PEOPLE)).all()
    nearest = _nearest_sessions(connection, [row.id for row in rows], now)
    return tuple(FoundPerson(*row, *nearest.get(row.id, (None, None, None))) for row in rows)


_ENROLLED = (
    select(_E.person_id, _E.session_id, _N.title, _B.starts_at)
    .select_from(tables.enrolment)
    .join(tables.training_session, _T.id == _E.session_id)
    .join(tables.training_title, _N.id == _T.title_id)
    .join(tables.booking, _B.id == _T.booking_id)
    .where(_E.person_id.in_(bindparam("people", expanding=True)), _E.status != "cancelled")
    .order_by(_B.starts_at)
)


def _nearest_sessions(
    connection: Connection, people_ids: list[int], now: datetime
) -> dict[int, tuple[int, str, datetime]]:
    nearest: dict[int, tuple[int, str, datetime]] = {}
    if not people_ids:
        return nearest
    this_morning = now.replace(hour=0, minute=0, second=0, microsecond=0)
    for person_id, *session in connection.execute(_ENROLLED, {"people": people_ids}):
        known = nearest.get(person_id)
        if known is None or known[2] < this_morning:
            nearest[person_id] = (session[0], session[1], session[2])
    return nearest
