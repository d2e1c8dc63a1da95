"""Badges of the people of a session."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, and_, bindparam, select

from database import tables
from desktop_app.domain.badge_list import BadgeRow
from desktop_app.domain.people import sorting_key

_E, _P, _G = tables.enrolment.c, tables.person.c, tables.badge.c
_COLUMNS = (_P.id, _P.last_name, _P.first_name, _G.id, _G.code, _G.printed_at)
_ACTIVE = and_(_G.person_id == _P.id, _G.status == "active")
_OF_SESSION = (
    select(*_COLUMNS)
    .select_from(
        tables.enrolment.join(tables.person, _P.id == _E.person_id).outerjoin(tables.badge, _ACTIVE)
    )
    .where(_E.session_id == bindparam("session_id"))
    .where(_E.status.not_in(("cancelled", "waitlisted")))
)
_OF_PERSON = (
    select(*_COLUMNS)
    .select_from(tables.person.outerjoin(tables.badge, _ACTIVE))
    .where(_P.id == bindparam("person_id"))
)


def of_session(connection: Connection, session_id: int) -> tuple[BadgeRow, ...]:
    """People of the list in alphabetical order, each with their active badge, if any."""
    found = map(_row, connection.execute(_OF_SESSION, {"session_id": session_id}))
    return tuple(sorted(found, key=lambda row: (*sorting_key(*row[1:3]), row.person_id)))


def of_person(connection: Connection, person_id: int) -> BadgeRow | None:
    found = connection.execute(_OF_PERSON, {"person_id": person_id}).first()
    return _row(found) if found else None


def _row(found: Any) -> BadgeRow:
    return BadgeRow(found[0], found[1], found[2], found[3] or 0, found[4] or "", found[5])
