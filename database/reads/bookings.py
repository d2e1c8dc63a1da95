"""Bookings as screens, sheets and checks read them. Statements are built once, at import."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from database import tables
from database.prepared import Prepared
from desktop_app.domain.bookings import LIVE, Booking, BookingRow, Kind, SeriesRow, Status

_B, _O, _R = tables.booking.c, tables.organisation.c, tables.room.c
_S, _T, _X = tables.booking_series.c, tables.training_session.c, tables.occupancy.c

_ROWS = (
    select(
        _B.id,
        _B.room_id,
        _B.starts_at,
        _B.ends_at,
        _B.kind,
        _B.status,
        _B.title,
        _B.organisation_id,
        _O.name,
        _B.heads,
        _B.layout,
        _B.equipment,
        _B.responsible_name,
        _B.contact_name,
        _B.contact_phone,
        _B.discreet,
        _B.option_expires_on,
        _B.reason,
        _B.note,
        _B.series_id,
        _B.original_day,
        _T.id.label("session_id"),
        _B.version,
        _R.code.label("room_code"),
        _S.code.label("series_code"),
        _B.step_free,
    )
    .select_from(tables.booking)
    .join(tables.room, _R.id == _B.room_id)
    .outerjoin(tables.organisation, _O.id == _B.organisation_id)
    .outerjoin(tables.booking_series, _S.id == _B.series_id)
    .outerjoin(tables.training_session, _T.booking_id == _B.id)
)
_LIVE_WORDS = tuple(sorted(LIVE))
_BETWEEN = _ROWS.where(
    _B.starts_at >= bindparam("earliest"),
    _B.starts_at < bindparam("end"),
    _B.ends_at > bindparam("start"),
).order_by(_B.starts_at, _R.position, _B.id)
_BETWEEN_LIVE = _BETWEEN.where(_B.status.in_(_LIVE_WORDS))
_OF_ROOMS = _BETWEEN_LIVE.where(_B.room_id.in_(bindparam("rooms", expanding=True)))
_SERIES_CODES = select(_S.code)
_ONE = _ROWS.where(_B.id == bindparam("booking_id"))
_SOME = _ROWS.where(_B.id.in_(bindparam("ids", expanding=True))).order_by(_B.starts_at, _B.id)
_OF_SERIES = _ROWS.where(_B.series_id == bindparam("series_id")).order_by(_B.original_day, _B.id)
_STORED = select(tables.booking).where(_B.id.in_(bindparam("ids", expanding=True)))
_STORED_OF_SERIES = (
    select(tables.booking)
    .where(_B.series_id == bindparam("series_id"))
    .order_by(_B.original_day, _B.id)
)
_EXPIRED = select(_B.id).where(_B.option_expires_on < bindparam("today"))

_BEFORE = (
    select(_X.booking_id, _X.ends_at)
    .where(_X.room_id == bindparam("room_id"), _X.starts_at < bindparam("end"))
    .order_by(_X.starts_at.desc())
)
_LAST_BEFORE = Prepared(_BEFORE.limit(1))
_LAST_TWO_BEFORE = Prepared(_BEFORE.limit(2))
_HELD = (
    select(_X.booking_id)
    .where(_X.room_id.in_(bindparam("rooms", expanding=True)))
    .where(_X.starts_at < bindparam("end"), _X.ends_at > bindparam("start"))
    .where(_X.starts_at > bindparam("earliest"))
    .distinct()
)
_SERIES = select(
    _S.id,
    _S.code,
    _S.title,
    _S.kind,
    _S.organisation_id,
    _O.name,
    _S.room_id,
    _S.starts_minute,
    _S.ends_minute,
    _S.rule,
    _S.first_day,
    _S.last_day,
    _S.heads,
    _S.discreet,
    _S.split_from_id,
    _S.version,
).outerjoin(tables.organisation, _O.id == _S.organisation_id)
_ONE_SERIES = _SERIES.where(_S.id == bindparam("series_id"))
_ALL_SERIES = _SERIES.order_by(_S.code)
_OF_ORGANISATION = (
    _ROWS.where(_B.organisation_id == bindparam("organisation_id"))
    .where(_B.starts_at >= bindparam("start"))
    .order_by(_B.starts_at)
    .limit(bindparam("limit"))
)

_OF_ORGANISATION_BETWEEN = (
    _ROWS.where(_B.organisation_id == bindparam("organisation_id"))
    .where(_B.starts_at >= bindparam("start"), _B.starts_at < bindparam("end"))
    .order_by(_B.starts_at, _B.id)
)

LONGEST = timedelta(days=2)
"""No booking is longer: the bound that lets an index on the start answer “what overlaps?”."""


def between(
    connection: Connection, start: datetime, end: datetime, *, live_only: bool = False
) -> tuple[BookingRow, ...]:
    """Bookings that overlap [start, end), in time order, then in the order of the rooms."""
    statement = _BETWEEN_LIVE if live_only else _BETWEEN
    found = connection.execute(statement, {"earliest": start - LONGEST, "start": start, "end": end})
    return tuple(map(BookingRow._make, found))


def of_rooms(
    connection: Connection, rooms: Iterable[int], start: datetime, end: datetime
) -> tuple[BookingRow, ...]:
    """Live bookings of these rooms (composites as such) that overlap [start, end)."""
    found = connection.execute(
        _OF_ROOMS,
        {"rooms": list(rooms), "earliest": start - LONGEST, "start": start, "end": end},
    )
    return tuple(map(BookingRow._make, found))


def on_days(connection: Connection, first: date, last: date) -> tuple[BookingRow, ...]:
    """Bookings of these civil days, both included, whatever their state."""
    midnight = time()
    return between(
        connection,
        datetime.combine(first, midnight),
        datetime.combine(last + timedelta(days=1), midnight),
    )


def one(connection: Connection, booking_id: int) -> BookingRow | None:
    found = connection.execute(_ONE, {"booking_id": booking_id}).first()
    return BookingRow._make(found) if found else None


def some(connection: Connection, ids: Iterable[int]) -> tuple[BookingRow, ...]:
    return tuple(map(BookingRow._make, connection.execute(_SOME, {"ids": list(ids)})))


def in_the_way(
    connection: Connection,
    rooms: Iterable[int],
    start: datetime,
    end: datetime,
    ignoring: int | None = None,
) -> tuple[BookingRow, ...]:
    """Live bookings that hold one of these *elementary* rooms during [start, end).

    Bookings of a room never overlap, so only the last ones that start before the end can be in
    the way: nearly always one index entry answers.
    """
    rooms = tuple(rooms)
    if not any(_is_held(connection, room_id, start, end, ignoring) for room_id in rooms):
        return ()
    held = connection.execute(
        _HELD, {"rooms": rooms, "start": start, "end": end, "earliest": start - LONGEST}
    ).scalars()
    return some(connection, (booking_id for booking_id in held if booking_id != ignoring))


def _is_held(
    connection: Connection, room_id: int, start: datetime, end: datetime, ignoring: int | None
) -> bool:
    question = _LAST_BEFORE if ignoring is None else _LAST_TWO_BEFORE
    last = question.rows(connection, {"room_id": room_id, "end": end})
    return any(ends_at > start for booking_id, ends_at in last if booking_id != ignoring)


def stored(connection: Connection, ids: Iterable[int]) -> tuple[Booking, ...]:
    """Bookings as they are stored, for a change. Order is not promised."""
    return tuple(_booking(row) for row in connection.execute(_STORED, {"ids": list(ids)}))


def stored_of_series(connection: Connection, series_id: int) -> tuple[Booking, ...]:
    """Every date of a series, in the order of its rule."""
    found = connection.execute(_STORED_OF_SERIES, {"series_id": series_id})
    return tuple(_booking(row) for row in found)


def _booking(row: Row[Any]) -> Booking:
    return Booking(
        id=row.id,
        room_id=row.room_id,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        kind=Kind(row.kind),
        status=Status(row.status),
        title=row.title,
        organisation_id=row.organisation_id,
        heads=row.heads,
        layout=row.layout,
        equipment=row.equipment,
        responsible_name=row.responsible_name,
        contact_name=row.contact_name,
        contact_phone=row.contact_phone,
        discreet=row.discreet,
        option_expires_on=row.option_expires_on,
        reason=row.reason,
        note=row.note,
        series_id=row.series_id,
        original_day=row.original_day,
        version=row.version,
        step_free=row.step_free,
    )


def expired_options(connection: Connection, today: date) -> tuple[int, ...]:
    """Ids of options whose last day is over."""
    return tuple(connection.execute(_EXPIRED, {"today": today}).scalars())


def series(connection: Connection, series_id: int) -> SeriesRow | None:
    found = connection.execute(_ONE_SERIES, {"series_id": series_id}).first()
    return SeriesRow._make(found) if found else None


def all_series(connection: Connection) -> tuple[SeriesRow, ...]:
    return tuple(map(SeriesRow._make, connection.execute(_ALL_SERIES)))


def series_codes(connection: Connection) -> frozenset[str]:
    return frozenset(connection.execute(_SERIES_CODES).scalars())


def of_series(connection: Connection, series_id: int) -> tuple[BookingRow, ...]:
    """Every date of a series, dropped and cancelled ones included."""
    return tuple(map(BookingRow._make, connection.execute(_OF_SERIES, {"series_id": series_id})))


def of_organisation(
    connection: Connection, organisation_id: int, start: datetime, limit: int = 200
) -> tuple[BookingRow, ...]:
    """An organisation's bookings from this moment on."""
    found = connection.execute(
        _OF_ORGANISATION, {"organisation_id": organisation_id, "start": start, "limit": limit}
    )
    return tuple(map(BookingRow._make, found))


def of_organisation_on_days(
    connection: Connection, organisation_id: int, first: date, last: date
) -> tuple[BookingRow, ...]:
    """An organisation's bookings of these civil days, both included, whatever their state."""
    found = connection.execute(
        _OF_ORGANISATION_BETWEEN,
        {
            "organisation_id": organisation_id,
            "start": datetime.combine(first, time()),
            "end": datetime.combine(last + timedelta(days=1), time()),
        },
    )
    return tuple(map(BookingRow._make, found))
