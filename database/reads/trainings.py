"""Sessions as lists, the station and the sheets read them. Statements are built once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, case, func, select

from database import tables
from desktop_app.domain.people import sorting_key
from desktop_app.domain.trainings import (
    MAINTAINED,
    Arrival,
    AttendeeRow,
    HalfDay,
    Need,
    SessionDetail,
    SessionRow,
)

_S, _T, _B = tables.training_session.c, tables.training_title.c, tables.booking.c
_R, _H, _E = tables.room.c, tables.half_day.c, tables.enrolment.c
_C, _P, _N = tables.check_in.c, tables.person.c, tables.accessibility_need.c

_SESSIONS = (
    select(
        _S.id,
        _S.booking_id,
        _T.code,
        _T.title,
        _B.starts_at,
        _B.ends_at,
        _B.room_id,
        _R.name,
        _R.max_headcount,
        _S.status,
        _B.status,
        _S.trainer,
        _S.capacity,
        _T.discreet,
    )
    .select_from(tables.training_session)
    .join(tables.training_title, _T.id == _S.title_id)
    .join(tables.booking, _B.id == _S.booking_id)
    .join(tables.room, _R.id == _B.room_id)
)
_BETWEEN = _SESSIONS.where(
    _B.starts_at >= bindparam("start"), _B.starts_at < bindparam("end")
).order_by(_B.starts_at, _R.position, _S.id)
_ONE = _SESSIONS.where(_S.id == bindparam("session_id"))

_IS_MAINTAINED = _E.status.in_(tuple(sorted(MAINTAINED)))
_CAME = select(_C.id).where(_C.enrolment_id == _E.id, _C.annulled_at.is_(None)).exists()


def _counted(condition: Any) -> Any:
    return func.count(case((condition, 1)))


_COUNTS = (
    select(
        _E.session_id,
        _counted(_IS_MAINTAINED),
        _counted(_E.status == "excused"),
        _counted(_E.status == "waitlisted"),
        _counted(_IS_MAINTAINED & _CAME),
        _counted((_E.status == "walk_in") & _CAME),
    )
    .where(_E.session_id.in_(bindparam("ids", expanding=True)))
    .group_by(_E.session_id)
)
_NOBODY = (0, 0, 0, 0, 0)

_HALF_DAYS = (
    select(_H.id, _H.starts_at, _H.ends_at)
    .where(_H.session_id == bindparam("session_id"))
    .order_by(_H.starts_at)
)
_ATTENDEES = (
    select(
        _E.id,
        _E.person_id,
        _E.number,
        _E.status,
        _P.last_name,
        _P.first_name,
        _P.organisation_label,
        _P.email,
        _P.phone,
    )
    .join(tables.person, _P.id == _E.person_id)
    .where(_E.session_id == bindparam("session_id"))
)
_ARRIVALS = (
    select(_C.enrolment_id, _C.half_day_id, _C.at, _C.source, _C.desk)
    .join(tables.half_day, _H.id == _C.half_day_id)
    .where(_H.session_id == bindparam("session_id"), _C.annulled_at.is_(None))
    .order_by(_C.at)
)
_NEEDS = (
    select(_N.need, _N.people)
    .where(_N.session_id == bindparam("session_id"), _N.people > 0)
    .order_by(_N.need)
)


def on_days(connection: Connection, first: date, last: date) -> tuple[SessionRow, ...]:
    """Sessions of these civil days, both included, in time order; cancelled ones too."""
    start, end = datetime.combine(first, time()), datetime.combine(last, time())
    found = connection.execute(_BETWEEN, {"start": start, "end": end + timedelta(days=1)})
    return _with_counts(connection, found.all())


def one(connection: Connection, session_id: int) -> SessionRow | None:
    found = connection.execute(_ONE, {"session_id": session_id}).all()
    return next(iter(_with_counts(connection, found)), None)


def _with_counts(connection: Connection, rows: Iterable[Sequence[Any]]) -> tuple[SessionRow, ...]:
    rows = tuple(rows)
    if not rows:
        return ()
    found = connection.execute(_COUNTS, {"ids": [row[0] for row in rows]})
    counts = {row[0]: row[1:] for row in found}
    return tuple(SessionRow._make((*row, *counts.get(row[0], _NOBODY))) for row in rows)


def detail(connection: Connection, session_id: int) -> SessionDetail | None:
    """A session with everybody on its list, cancelled enrolments included."""
    session = one(connection, session_id)
    if session is None:
        return None
    key = {"session_id": session_id}
    arrivals: dict[int, list[Arrival]] = defaultdict(list)
    for enrolment_id, *arrival in connection.execute(_ARRIVALS, key):
        arrivals[enrolment_id].append(Arrival(*arrival))
    attendees = [
        AttendeeRow(*row, tuple(arrivals[row[0]])) for row in connection.execute(_ATTENDEES, key)
    ]
    half_days = connection.execute(_HALF_DAYS, key).all()
    return SessionDetail(
        session,
        tuple(HalfDay(*row, _present(arrivals, row[0])) for row in half_days),
        tuple(sorted(attendees, key=_alphabetical)),
        tuple(Need(*row) for row in connection.execute(_NEEDS, key)),
    )


def _present(arrivals: dict[int, list[Arrival]], half_day_id: int) -> int:
    return sum(one.half_day_id == half_day_id for those in arrivals.values() for one in those)


def _alphabetical(attendee: AttendeeRow) -> tuple[object, ...]:
    return *sorting_key(attendee.last_name, attendee.first_name), attendee.number
