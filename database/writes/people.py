"""People and their badges: add somebody, give a badge, end one. Callers hand the moment in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam

from database import tables
from database.unit_of_work import UnitOfWork
from desktop_app.domain.people import search_key

_P, _B = tables.person.c, tables.badge.c
_ADD_PERSON = tables.person.insert().returning(_P.id)
_CHANGE_PERSON = (
    tables.person.update()
    .where(_P.id == bindparam("person_id"))
    .values(
        {
            name: bindparam(name)
            for name in (
                *("last_name", "first_name", "search_key"),
                *("email", "phone", "organisation_label"),
            )
        }
    )
)
_ADD_BADGE = tables.badge.insert().returning(_B.id)
_END_BADGES = (
    tables.badge.update()
    .where(_B.person_id == bindparam("the_person"), _B.status == "active")
    .values(status=bindparam("new_status"))
)


_NOTE_PRINTED = (
    tables.badge.update()
    .where(_B.id.in_(bindparam("ids", expanding=True)))
    .values(printed_at=bindparam("moment"))
)


def _columns(
    last_name: str, first_name: str, email: str, phone: str, organisation_label: str
) -> dict[str, Any]:
    return {
        "last_name": last_name,
        "first_name": first_name,
        "search_key": search_key(last_name, first_name),
        "email": email,
        "phone": phone,
        "organisation_label": organisation_label,
    }


def add(
    work: UnitOfWork,
    last_name: str,
    first_name: str,
    *,
    at: datetime,
    email: str = "",
    phone: str = "",
    organisation_label: str = "",
) -> int:
    """Insert a person, contacts already in their stored form; return the id. at: UTC instant."""
    values = _columns(last_name, first_name, email, phone, organisation_label)
    found = work.connection.execute(_ADD_PERSON, {**values, "created_at": at})
    identifier = int(found.scalar_one())
    work.touch("person", identifier)
    return identifier


def change(
    work: UnitOfWork,
    person_id: int,
    last_name: str,
    first_name: str,
    *,
    email: str = "",
    phone: str = "",
    organisation_label: str = "",
) -> None:
    """Store what is known of a person now, all of it."""
    values = _columns(last_name, first_name, email, phone, organisation_label)
    work.connection.execute(_CHANGE_PERSON, {**values, "person_id": person_id})
    work.touch("person", person_id)


def add_badge(work: UnitOfWork, person_id: int, code: str, *, at: datetime) -> int:
    """Give a person a badge. They must have no active one (the database refuses a second)."""
    values = {"person_id": person_id, "code": code, "status": "active", "issued_at": at}
    identifier = int(work.connection.execute(_ADD_BADGE, values).scalar_one())
    work.touch("badge", identifier)
    return identifier


def note_printed(work: UnitOfWork, badge_ids: Sequence[int], *, at: datetime) -> None:
    """Note when the cards of these badges were printed. at: UTC instant."""
    work.connection.execute(_NOTE_PRINTED, {"ids": list(badge_ids), "moment": at})
    work.touch("badge")


def end_badges(work: UnitOfWork, person_id: int, status: str = "revoked") -> None:
    """Kill the active badge of a person at once: `revoked`, or `replaced` by a newer one."""
    work.connection.execute(_END_BADGES, {"the_person": person_id, "new_status": status})
    work.touch("badge")
