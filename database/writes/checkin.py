"""Check-ins: one row per person and half-day, never deleted; an undo annuls it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam

from database import tables
from database.prepared import Prepared
from database.unit_of_work import UnitOfWork

_C = tables.check_in.c
_ADD = Prepared(
    tables.check_in.insert().inline(),
    ("enrolment_id", "half_day_id", "at", "desk", "source", "client_key"),
)
_ANNUL = (
    tables.check_in.update()
    .where(_C.id == bindparam("the_id"), _C.annulled_at.is_(None))
    .values(annulled_at=bindparam("undone_at"), annulled_reason=bindparam("reason"))
)


def add(
    work: UnitOfWork,
    enrolment_id: int,
    half_day_id: int,
    *,
    at: datetime,
    desk: str,
    source: str,
    client_key: str,
) -> None:
    """Insert an arrival. at: UTC instant; source: badge, typed, name or walk_in.

    Raises `database.errors.Repeated` when this client key was used, Refusal `already_checked_in`
    when the person is checked in on this half-day.
    """
    values = {
        "enrolment_id": enrolment_id,
        "half_day_id": half_day_id,
        "at": at,
        "desk": desk,
        "source": source,
        "client_key": client_key,
    }
    _ADD.run(work.connection, values)
    work.touch("check_in")


def annul(work: UnitOfWork, check_in_id: int, *, at: datetime, reason: str) -> bool:
    """Undo an arrival: the row stays and says when. False if somebody else was quicker."""
    values = {"the_id": check_in_id, "undone_at": at, "reason": reason}
    work.touch("check_in", check_in_id)
    return work.connection.execute(_ANNUL, values).rowcount == 1
