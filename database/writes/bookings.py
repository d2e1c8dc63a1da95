"""Bookings, their occupancy rows and their series. A version column refuses a stale save."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import bindparam

from database import tables
from database.unit_of_work import UnitOfWork
from database.writes.trainings import follow_booking
from desktop_app.domain.bookings import LIVE, Booking, Kind, SeriesRow
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.search_text import fold
from desktop_app.domain.venue import Venue

_B = tables.booking.c
_INSERT = tables.booking.insert().returning(_B.id)
_UPDATE = (
    tables.booking.update()
    .where(_B.id == bindparam("the_id"), _B.version == bindparam("the_version"))
    .values({"version": bindparam("version")})
)
_CLEAR = tables.occupancy.delete().where(
    tables.occupancy.c.booking_id.in_(bindparam("ids", expanding=True))
)
_HOLD = tables.occupancy.insert()
_SERIES_INSERT = tables.booking_series.insert().returning(tables.booking_series.c.id)
_SERIES_FACTS = tuple(
    name
    for name in SeriesRow._fields
    if name not in ("id", "code", "organisation_name", "split_from_id", "version")
)
_SERIES_UPDATE = (
    tables.booking_series.update()
    .where(
        tables.booking_series.c.id == bindparam("the_id"),
        tables.booking_series.c.version == bindparam("the_version"),
    )
    .values({name: bindparam(name) for name in (*_SERIES_FACTS, "version")})
)
_NOT_COLUMNS = ("id", "session_id")
_UPDATED = tuple(
    name for name in Booking.__dataclass_fields__ if name not in (*_NOT_COLUMNS, "version")
)
_UPDATE = _UPDATE.values({name: bindparam(name) for name in (*_UPDATED, "search_key", "version")})


def _columns(booking: Booking) -> dict[str, Any]:
    values = {name: value for name, value in asdict(booking).items() if name not in _NOT_COLUMNS}
    return {**values, "search_key": fold(booking.title)[:400]}


def add(
    work: UnitOfWork, venue: Venue, bookings: Sequence[Booking], source_keys: Sequence[str] = ()
) -> tuple[Booking, ...]:
    """Insert new bookings (their id is not looked at) and hold their rooms.

    Raises Refusal `room_taken` when the database finds a room held.
    """
    added = []
    for place, booking in enumerate(bookings):
        values = _columns(replace(booking, version=1))
        if source_keys:
            values["source_key"] = source_keys[place]
        identifier = work.connection.execute(_INSERT, values).scalar_one()
        work.touch("booking", identifier)
        added.append(replace(booking, id=identifier, version=1))
    _hold(work, venue, added)
    return tuple(added)


def save(work: UnitOfWork, venue: Venue, bookings: Iterable[Booking]) -> tuple[Booking, ...]:
    """Store changed bookings; `version` is the one that was read.

    All rooms are given up before any is taken again, so that two bookings can be swapped.
    Raises Refusal `stale_edit` when somebody saved in between, `room_taken` when a room is held.
    """
    bookings = tuple(bookings)
    work.connection.execute(_CLEAR, {"ids": [booking.id for booking in bookings]})
    saved = []
    for booking in bookings:
        newer = replace(booking, version=booking.version + 1)
        values = _columns(newer) | {"the_id": booking.id, "the_version": booking.version}
        if work.connection.execute(_UPDATE, values).rowcount != 1:
            raise Refusal("stale_edit", booking_id=booking.id)
        work.touch("booking", booking.id)
        if newer.kind is Kind.TRAINING:
            follow_booking(work, newer)
        saved.append(newer)
    _hold(work, venue, saved)
    return tuple(saved)


def _hold(work: UnitOfWork, venue: Venue, bookings: Iterable[Booking]) -> None:
    rows = [
        {
            "booking_id": booking.id,
            "room_id": room_id,
            "starts_at": booking.starts_at,
            "ends_at": booking.ends_at,
        }
        for booking in bookings
        if booking.status in LIVE
        for room_id in venue.room(booking.room_id).elementary_ids
    ]
    if rows:
        work.connection.execute(_HOLD, rows)


def add_series(work: UnitOfWork, **columns: Any) -> int:
    """Insert a series and return its id."""
    identifier = int(work.connection.execute(_SERIES_INSERT, columns).scalar_one())
    work.touch("series", identifier)
    return identifier


def save_series(work: UnitOfWork, row: SeriesRow, version: int) -> SeriesRow:
    """Store the facts of a series; `version` is the one that stands. Raises `stale_edit`."""
    facts = {name: getattr(row, name) for name in _SERIES_FACTS}
    values = facts | {"the_id": row.id, "the_version": version, "version": version + 1}
    if work.connection.execute(_SERIES_UPDATE, values).rowcount != 1:
        raise Refusal("stale_edit", series_id=row.id)
    work.touch("series", row.id)
    return row._replace(version=version + 1)
