"""What an import compares its lines with: the venue's lists as they are stored, by code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, bindparam, func, select

from database import tables
from desktop_app.domain.bookings import LIVE, Kind
from desktop_app.domain.imported import (
    ListedBooking,
    ListedKey,
    ListedPerson,
    ListedSeries,
    ListedStaff,
    ListedTitle,
)
from desktop_app.domain.recurrence import Rule
from desktop_app.domain.staff import Role

_R, _K, _O = tables.room.c, tables.key.c, tables.organisation.c
_B, _S, _T = tables.booking.c, tables.booking_series.c, tables.training_title.c
_X, _N, _E, _P = tables.occupancy.c, tables.training_session.c, tables.enrolment.c, tables.person.c

_EQUIPMENT = select(tables.room_equipment.c.room_id, tables.room_equipment.c.name).order_by(
    tables.room_equipment.c.position
)
_KEYS = select(_K.code, _R.code).join(tables.room, _R.id == _K.room_id)
_STAFF = select(tables.staff)
_TITLES = select(tables.training_title)
_SERIES = (
    select(tables.booking_series, _O.code.label("organisation_code"), _R.code.label("room_code"))
    .join(tables.room, _R.id == _S.room_id)
    .outerjoin(tables.organisation, _O.id == _S.organisation_id)
)
_BOOKINGS = (
    select(
        _B.id,
        _B.version,
        _B.status,
        _B.source_key,
        _B.starts_at,
        _B.ends_at,
        _B.kind,
        _B.title,
        _B.heads,
        _B.discreet,
        _B.series_id,
        _B.original_day,
        _R.code.label("room_code"),
        _O.code.label("organisation_code"),
        _T.code.label("title_code"),
        func.coalesce(_N.trainer, "").label("trainer"),
    )
    .join(tables.room, _R.id == _B.room_id)
    .outerjoin(tables.organisation, _O.id == _B.organisation_id)
    .outerjoin(tables.training_session, _N.booking_id == _B.id)
    .outerjoin(tables.training_title, _T.id == _N.title_id)
)
_OF_SERIES = _BOOKINGS.where(_B.series_id == bindparam("series_id"))
_OF_LISTS = _BOOKINGS.where(
    _B.source_key.is_not(None), _B.starts_at >= bindparam("start"), _B.starts_at < bindparam("end")
)
_HELD = (
    select(_X.booking_id, _R.code, _X.starts_at, _X.ends_at)
    .join(tables.room, _R.id == _X.room_id)
    .where(_X.starts_at < bindparam("end"), _X.ends_at > bindparam("start"))
    .where(_X.starts_at >= bindparam("earliest"))
)
_SESSIONS = (
    select(_N.id, _T.code, _B.starts_at, _N.capacity, _T.group_size, _N.status)
    .join(tables.training_title, _T.id == _N.title_id)
    .join(tables.booking, _B.id == _N.booking_id)
    .where(_B.starts_at >= bindparam("start"), _B.starts_at < bindparam("end"))
    .where(_B.status.in_(tuple(sorted(LIVE))))
)
_ENROLMENTS = select(_E.person_id, _E.status, _E.source_key).where(
    _E.session_id == bindparam("session_id")
)
_PEOPLE = select(_P.id, _P.last_name, _P.first_name, _P.email, _P.phone, _P.organisation_label)
_ACTIVE_BADGE = select(tables.badge.c.id).where(
    tables.badge.c.person_id == bindparam("person_id"), tables.badge.c.status == "active"
)
_WITH_SOURCE = select(_B.id).where(_B.source_key == bindparam("source_key"))
_V = tables.visit_total.c
_VISITS = select(_V.day).where(_V.day.between(bindparam("first"), bindparam("last"))).limit(1)
_BY_CODE = {
    "room": select(_R.code, _R.id),
    "organisation": select(_O.code, _O.id),
    "title": select(_T.code, _T.id),
    "series": select(_S.code, _S.id),
    "key": select(_K.code, _K.id),
}


_AT_ONCE = 500
"""Values in one IN list."""


class StoredBooking(NamedTuple):
    """A booking as a list would have it, and how it stands."""

    id: int
    version: int
    status: str
    series_id: int | None
    original_day: date | None
    facts: ListedBooking


class StoredSession(NamedTuple):
    id: int
    title_code: str
    starts_at: datetime
    capacity: int
    group_size: int
    status: str


def ids_by_code(connection: Connection, kind: str) -> dict[str, int]:
    """Code → id. kind: `room`, `organisation`, `title`, `series`, `key`."""
    return dict(connection.execute(_BY_CODE[kind]).all())


def own_equipment(connection: Connection) -> dict[int, tuple[str, ...]]:
    """What each room holds of its own, by its id: a composite's parts are not counted."""
    found: dict[int, tuple[str, ...]] = {}
    for room_id, name in connection.execute(_EQUIPMENT):
        found[room_id] = (*found.get(room_id, ()), name)
    return found


def keys(connection: Connection) -> tuple[ListedKey, ...]:
    return tuple(ListedKey(code, room) for code, room in connection.execute(_KEYS))


def staff(connection: Connection) -> tuple[ListedStaff, ...]:
    return tuple(
        ListedStaff(row.login, row.shown_name, Role(row.role), row.may_override, row.hours)
        for row in connection.execute(_STAFF)
    )


def titles(connection: Connection) -> tuple[ListedTitle, ...]:
    return tuple(
        ListedTitle(
            row.code,
            row.title,
            row.minutes,
            row.half_days,
            row.group_size,
            tuple(row.room_codes),
            row.discreet,
            row.note,
        )
        for row in connection.execute(_TITLES)
    )


def series(connection: Connection) -> dict[int, ListedSeries]:
    """Every series by its id."""
    return {
        row.id: ListedSeries(
            code=row.code,
            organisation_code=row.organisation_code or "",
            kind=Kind(row.kind),
            room_code=row.room_code,
            starts_minute=row.starts_minute,
            ends_minute=row.ends_minute,
            rule=Rule.from_dict(row.rule),
            first_day=row.first_day,
            last_day=row.last_day,
            heads=row.heads,
            discreet=row.discreet,
            title=row.title,
        )
        for row in connection.execute(_SERIES)
    }


def dates_of_series(connection: Connection, series_id: int) -> tuple[StoredBooking, ...]:
    return tuple(map(_stored, connection.execute(_OF_SERIES, {"series_id": series_id})))


def listed_bookings(
    connection: Connection, start: datetime, end: datetime
) -> tuple[StoredBooking, ...]:
    """Bookings that came with a list and start within [start, end)."""
    return tuple(map(_stored, connection.execute(_OF_LISTS, {"start": start, "end": end})))


def _stored(row: Any) -> StoredBooking:
    facts = ListedBooking(
        source_key=row.source_key or "",
        room_code=row.room_code,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        kind=Kind(row.kind),
        title=row.title,
        organisation_code=row.organisation_code,
        heads=row.heads,
        discreet=row.discreet,
        title_code=row.title_code,
        trainer=row.trainer,
    )
    return StoredBooking(row.id, row.version, row.status, row.series_id, row.original_day, facts)


def held(
    connection: Connection, start: datetime, end: datetime, earliest: datetime
) -> Iterator[tuple[int, str, datetime, datetime]]:
    """(booking, elementary room, start, end) of everything that holds a room within [start, end).

    earliest: no booking that began before can still be running at `start`.
    """
    found = connection.execute(_HELD, {"start": start, "end": end, "earliest": earliest})
    yield from found


def sessions(connection: Connection, start: datetime, end: datetime) -> tuple[StoredSession, ...]:
    """Sessions whose booking holds its room and starts within [start, end)."""
    found = connection.execute(_SESSIONS, {"start": start, "end": end})
    return tuple(map(StoredSession._make, found))


def sessions_at(connection: Connection, starts_at: datetime) -> tuple[StoredSession, ...]:
    """Sessions whose booking holds its room and starts at this moment."""
    return sessions(connection, starts_at, starts_at + timedelta(seconds=1))


def has_active_badge(connection: Connection, person_id: int) -> bool:
    return connection.execute(_ACTIVE_BADGE, {"person_id": person_id}).first() is not None


def enrolments(connection: Connection, session_id: int) -> tuple[tuple[int, str, str | None], ...]:
    """(person, status, source key) of everybody on a session's list."""
    return tuple(connection.execute(_ENROLMENTS, {"session_id": session_id}))


def people(
    connection: Connection, emails: Sequence[str], search_keys: Sequence[str]
) -> dict[int, ListedPerson]:
    """People who have one of these e-mails or one of these folded names."""
    by_email = _people_where(connection, _P.email, emails)
    return by_email | _people_where(connection, _P.search_key, search_keys)


def people_with_ids(connection: Connection, ids: Sequence[int]) -> dict[int, ListedPerson]:
    return _people_where(connection, _P.id, ids)


def _people_where(
    connection: Connection, column: ColumnElement[Any], values: Sequence[Any]
) -> dict[int, ListedPerson]:
    found: dict[int, ListedPerson] = {}
    for start in range(0, len(values), _AT_ONCE):
        statement = _PEOPLE.where(column.in_(values[start : start + _AT_ONCE]))
        for row in connection.execute(statement):
            found[row.id] = ListedPerson(*row[1:])
    return found


def booking_with_source(connection: Connection, source_key: str) -> int | None:
    """The booking that came from this line of a list."""
    return connection.execute(_WITH_SOURCE, {"source_key": source_key}).scalar()


def has_visits(connection: Connection, first: date, last: date) -> bool:
    """Has anybody been counted on these days, both included?"""
    return connection.execute(_VISITS, {"first": first, "last": last}).first() is not None
