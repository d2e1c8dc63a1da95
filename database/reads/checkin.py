"""The facts of one scan, in one statement: it is on the path of every badge.

Outer joins one by one, and not a joined subquery: each step is one key looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, bindparam, func, literal, select

from database import tables
from database.prepared import Prepared
from desktop_app.domain.bookings import LIVE
from desktop_app.domain.checkin import ACTIVE, Enrolled, LastCheckIn, Written
from desktop_app.domain.people import Person
from desktop_app.domain.trainings import Arrival, HalfDay
from desktop_app.domain.verdicts import SessionAt

Fields = Sequence[Any]
"""A row of the database, or a part of one."""

BACK, AHEAD = timedelta(days=1), timedelta(days=14)
"""Sessions around now that a verdict may name. Wall time."""

_S, _T, _B = tables.training_session.c, tables.training_title.c, tables.booking.c
_R, _H, _E = tables.room.c, tables.half_day.c, tables.enrolment.c
_C, _P, _G = tables.check_in.c, tables.person.c, tables.badge.c

_other = tables.check_in.alias("other")
_PRESENT = (
    select(func.count())
    .select_from(_other)
    .where(_other.c.half_day_id == _H.id, _other.c.annulled_at.is_(None))
    .correlate(tables.half_day)
    .scalar_subquery()
)
_SESSION_COLUMNS = (
    _S.id,
    _T.title,
    _R.name,
    _R.max_headcount,
    _S.status,
    _B.status,
    _H.id,
    _H.starts_at,
    _H.ends_at,
    _PRESENT.label("present"),
)
_PERSON_COLUMNS = (
    _P.id,
    _P.last_name,
    _P.first_name,
    _P.email,
    _P.phone,
    _P.organisation_label,
)
_OF_SESSION = _H.session_id == _E.session_id
_AROUND = and_(_OF_SESSION, _H.starts_at >= bindparam("since"), _H.starts_at < bindparam("until"))
_HERE = and_(_C.enrolment_id == _E.id, _C.half_day_id == _H.id, _C.annulled_at.is_(None))
_ENROLMENT_COLUMNS = (_E.id, _E.number, _E.status, *_SESSION_COLUMNS)
_ARRIVAL_COLUMNS = (_C.half_day_id, _C.at, _C.source, _C.desk, _C.client_key)
_PERSON, _ENROLMENT, _SESSION_PART, _ARRIVAL = (
    slice(1, 7),
    slice(7, 10),
    slice(10, 20),
    slice(20, 24),
)
_ENROLMENT_ID, _STATE, _HALF_DAY_ID, _CLIENT_KEY = 7, 5, 16, 24
"""Where things are in a row of `_OF_BADGE` and `_OF_ENROLMENT`."""


def _with_sessions(start: Any, half_days: Any) -> Any:
    return (
        start.outerjoin(tables.half_day, half_days)
        .outerjoin(tables.training_session, _S.id == _E.session_id)
        .outerjoin(tables.training_title, _T.id == _S.title_id)
        .outerjoin(tables.booking, _B.id == _S.booking_id)
        .outerjoin(tables.room, _R.id == _B.room_id)
        .outerjoin(tables.check_in, _HERE)
    )


_OF_BADGE = (
    select(_G.status, *_PERSON_COLUMNS, *_ENROLMENT_COLUMNS, *_ARRIVAL_COLUMNS)
    .select_from(
        _with_sessions(
            tables.badge.join(tables.person, _P.id == _G.person_id).outerjoin(
                tables.enrolment, _E.person_id == _P.id
            ),
            _AROUND,
        )
    )
    .where(_G.code == bindparam("code"))
    .order_by(_E.id, _H.starts_at)
)
_SCANNED = Prepared(_OF_BADGE)
_OF_ENROLMENT = (
    select(literal(ACTIVE), *_PERSON_COLUMNS, *_ENROLMENT_COLUMNS, *_ARRIVAL_COLUMNS)
    .select_from(
        _with_sessions(tables.enrolment.join(tables.person, _P.id == _E.person_id), _OF_SESSION)
    )
    .where(_E.id == bindparam("enrolment_id"))
    .order_by(_H.starts_at)
)
_AROUND_NOW = (
    select(*_SESSION_COLUMNS)
    .select_from(tables.half_day)
    .join(tables.training_session, _S.id == _H.session_id)
    .join(tables.training_title, _T.id == _S.title_id)
    .join(tables.booking, _B.id == _S.booking_id)
    .join(tables.room, _R.id == _B.room_id)
    .where(_H.starts_at >= bindparam("since"), _H.starts_at < bindparam("until"))
    .where(_S.status.in_(("planned", "open")))
    .order_by(_S.id, _H.starts_at)
)
_SESSION = (
    select(*_SESSION_COLUMNS)
    .select_from(tables.training_session)
    .join(tables.half_day, _H.session_id == _S.id)
    .join(tables.training_title, _T.id == _S.title_id)
    .join(tables.booking, _B.id == _S.booking_id)
    .join(tables.room, _R.id == _B.room_id)
    .where(_S.id == bindparam("session_id"))
    .order_by(_H.starts_at)
)
_BY_KEY = select(_C.enrolment_id, _C.half_day_id, _C.at, _C.source, _C.desk, _C.annulled_at).where(
    _C.client_key == bindparam("client_key")
)
_LAST_OF_DESK = (
    select(_C.id, _C.at, _C.source, _E.id, *_PERSON_COLUMNS, _S.id, _S.status, _T.title)
    .select_from(tables.half_day)
    .join(tables.check_in, _C.half_day_id == _H.id)
    .join(tables.enrolment, _E.id == _C.enrolment_id)
    .join(tables.person, _P.id == _E.person_id)
    .join(tables.training_session, _S.id == _H.session_id)
    .join(tables.training_title, _T.id == _S.title_id)
    .where(_H.starts_at >= bindparam("since"), _H.starts_at < bindparam("until"))
    .where(_C.desk == bindparam("desk"), _C.annulled_at.is_(None))
    .order_by(_C.id.desc())
    .limit(1)
)


class Found(NamedTuple):
    """A person as a badge or a name leads to them, and all that concerns them around now."""

    badge_status: str
    person: Person
    enrolments: tuple[Enrolled, ...]
    written: Written | None


def of_badge(connection: Connection, code: str, client_key: str, wall: datetime) -> Found | None:
    """Everything a scan of this badge needs, at this wall time; None for a badge nobody has."""
    values = {"code": code, "since": wall - BACK, "until": wall + AHEAD}
    return _found(_SCANNED.rows(connection, values), client_key)


def of_enrolment(connection: Connection, enrolment_id: int, client_key: str) -> Found | None:
    """The same for one enrolment chosen on a list, whenever its session is."""
    found = connection.execute(_OF_ENROLMENT, {"enrolment_id": enrolment_id})
    return _found(found.all(), client_key)


def sessions_around(connection: Connection, wall: datetime) -> tuple[SessionAt, ...]:
    """Sessions of around this wall time whose check-in is not closed."""
    around = {"since": wall - BACK, "until": wall + BACK}
    return _sessions(connection.execute(_AROUND_NOW, around).all())


def session(connection: Connection, session_id: int) -> SessionAt | None:
    """One session as a decision sees it."""
    found = _sessions(connection.execute(_SESSION, {"session_id": session_id}).all())
    return found[0] if found else None


def by_key(connection: Connection, client_key: str) -> Written | None:
    """The check-in that carries this client-made key, annulled or not."""
    row = connection.execute(_BY_KEY, {"client_key": client_key}).first()
    if row is None:
        return None
    arrival = Arrival(row.half_day_id, row.at, row.source, row.desk)
    return Written(row.enrolment_id, arrival, row.annulled_at is not None)


def last_of_desk(connection: Connection, desk: str, wall: datetime) -> LastCheckIn | None:
    """The last check-in of this desk that stands, in sessions of around this wall time."""
    values = {"desk": desk, "since": wall - BACK, "until": wall + BACK}
    row = connection.execute(_LAST_OF_DESK, values).first()
    return row and LastCheckIn._make((*row[:4], Person(*row[4:10]), *row[10:]))


def _found(rows: Iterable[Fields], client_key: str) -> Found | None:
    """Put the rows, one an enrolment and half-day, back into what they are about."""
    rows = tuple(rows)
    if not rows:
        return None
    around_now = [row for row in rows if row[_HALF_DAY_ID] is not None]
    enrolments = tuple(map(_enrolled, _runs(around_now, _ENROLMENT_ID)))
    written = next((row for row in around_now if row[_CLIENT_KEY] == client_key), None)
    return Found(
        rows[0][0],
        Person(*rows[0][_PERSON]),
        enrolments,
        None if written is None else Written(written[_ENROLMENT_ID], Arrival(*written[_ARRIVAL])),
    )


def _enrolled(rows: list[Fields]) -> Enrolled:
    here = [row for row in rows if row[_CLIENT_KEY] is not None]
    arrivals = tuple(Arrival(*row[_ARRIVAL]) for row in here)
    session = _session([row[_SESSION_PART] for row in rows])
    identifier, number, status = rows[0][_ENROLMENT]
    return Enrolled(identifier, number, status, session, arrivals)


def _sessions(rows: Iterable[Fields]) -> tuple[SessionAt, ...]:
    return tuple(map(_session, _runs(rows, 0)))


def _runs(rows: Iterable[Fields], column: int) -> Iterator[list[Fields]]:
    """Rows that follow each other and share this column."""
    run: list[Fields] = []
    for row in rows:
        if run and run[0][column] != row[column]:
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _session(rows: Sequence[Fields]) -> SessionAt:
    identifier, title, room, maximum, status, state = rows[0][: _STATE + 1]
    half_days = tuple(HalfDay(*row[_STATE + 1 :]) for row in rows)
    return SessionAt(identifier, title, room, maximum, status, state in LIVE, half_days)
