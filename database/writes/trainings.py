"""Trainings: titles, sessions, half-days, enrolments. Check-ins are in `writes.checkin`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select

from database import tables
from database.unit_of_work import UnitOfWork
from desktop_app.domain.bookings import Booking
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.search_text import fold

_T, _S = tables.training_title.c, tables.training_session.c
_H, _E = tables.half_day.c, tables.enrolment.c

_ADD_TITLE = tables.training_title.insert().returning(_T.id)
_ADD_SESSION = tables.training_session.insert().returning(_S.id)
_ADD_HALF_DAY = tables.half_day.insert().returning(_H.id)
_ADD_ENROLMENT = tables.enrolment.insert().returning(_E.id)
_NEXT_NUMBER = select(func.coalesce(func.max(_E.number), 0) + 1).where(
    _E.session_id == bindparam("session_id")
)
_SET_STATUS = (
    tables.enrolment.update()
    .where(_E.id == bindparam("the_id"))
    .values(status=bindparam("new_status"))
)
_SET_SESSION_STATUS = (
    tables.training_session.update()
    .where(_S.id == bindparam("the_id"))
    .values(status=bindparam("new_status"))
)
_HOLD = select(_S.id).where(_S.id == bindparam("session_id")).with_for_update()
_HALF_DAYS_OF_BOOKING = (
    select(_H.id, _H.session_id, _H.starts_at, _H.ends_at)
    .join(tables.training_session, _S.id == _H.session_id)
    .where(_S.booking_id == bindparam("booking_id"))
    .order_by(_H.starts_at)
)
_MOVE_HALF_DAY = (
    tables.half_day.update()
    .where(_H.id == bindparam("the_id"))
    .values(starts_at=bindparam("new_start"), ends_at=bindparam("new_end"))
)


def add_title(work: UnitOfWork, code: str, title: str, **facts: Any) -> int:
    """Insert a training title. facts: the other columns (minutes, group_size, room_codes…)."""
    values = {"code": code, "title": title, "search_key": fold(title)[:400], **facts}
    return int(work.connection.execute(_ADD_TITLE, values).scalar_one())


def add_session(
    work: UnitOfWork,
    *,
    title_id: int,
    booking_id: int,
    capacity: int,
    half_days: Iterable[tuple[datetime, datetime]],
    trainer: str = "",
) -> int:
    """Insert a planned session held by this booking, with its half-days (wall time)."""
    values = {
        "title_id": title_id,
        "booking_id": booking_id,
        "capacity": capacity,
        "trainer": trainer,
        "status": "planned",
    }
    identifier = int(work.connection.execute(_ADD_SESSION, values).scalar_one())
    for starts_at, ends_at in half_days:
        span = {"session_id": identifier, "starts_at": starts_at, "ends_at": ends_at}
        work.connection.execute(_ADD_HALF_DAY, span)
    work.touch("session", identifier)
    return identifier


def add_enrolment(
    work: UnitOfWork,
    session_id: int,
    person_id: int,
    status: str,
    *,
    at: datetime,
    source_key: str | None = None,
) -> int:
    """Put a person on a session's list under the next number; return the id. at: UTC instant.

    Raises Refusal `already_enrolled` when the person is on the list already, `session_unknown`.
    """
    hold_session(work, session_id)
    number = work.connection.execute(_NEXT_NUMBER, {"session_id": session_id}).scalar_one()
    values = {
        "session_id": session_id,
        "person_id": person_id,
        "number": number,
        "status": status,
        "enrolled_at": at,
        "source_key": source_key,
    }
    identifier = int(work.connection.execute(_ADD_ENROLMENT, values).scalar_one())
    work.touch("enrolment", identifier)
    return identifier


def set_enrolment_status(work: UnitOfWork, enrolment_id: int, status: str) -> None:
    values = {"the_id": enrolment_id, "new_status": status}
    work.connection.execute(_SET_STATUS, values)
    work.touch("enrolment", enrolment_id)


def set_enrolment_statuses(work: UnitOfWork, statuses: Mapping[int, str]) -> None:
    """Set many at once: id → status."""
    values = [{"the_id": one, "new_status": status} for one, status in statuses.items()]
    if values:
        work.connection.execute(_SET_STATUS, values)
        work.touch("enrolment")


def set_session_status(work: UnitOfWork, session_id: int, status: str) -> None:
    values = {"the_id": session_id, "new_status": status}
    work.connection.execute(_SET_SESSION_STATUS, values)
    work.touch("session", session_id)


def hold_session(work: UnitOfWork, session_id: int) -> None:
    """Let nobody else change who is in this session until the commit.

    SQLite holds the whole file already; PostgreSQL holds the session's row. Raises Refusal
    `session_unknown`.
    """
    if work.connection.execute(_HOLD, {"session_id": session_id}).first() is None:
        raise Refusal("session_unknown", session_id=session_id)


def follow_booking(work: UnitOfWork, booking: Booking) -> None:
    """Move the half-days of the session this booking holds, if any, to the booking's hours.

    They keep their distances; the last one that begins within the booking ends with it. Nothing
    happens when they agree already.
    """
    found = work.connection.execute(_HALF_DAYS_OF_BOOKING, {"booking_id": booking.id}).all()
    if not found:
        return
    moved_by = booking.starts_at - found[0].starts_at
    spans = [[row.starts_at + moved_by, row.ends_at + moved_by] for row in found]
    within = [span for span in spans if span[0] < booking.ends_at]
    within[-1][1] = booking.ends_at
    for row, (start, end) in zip(found, spans, strict=True):
        if (row.starts_at, row.ends_at) != (start, end):
            values = {"the_id": row.id, "new_start": start, "new_end": end}
            work.connection.execute(_MOVE_HALF_DAY, values)
            work.touch("session", row.session_id)
