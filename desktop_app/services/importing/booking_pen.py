"""Series with their dates, bookings, and the sessions they hold: written by an import."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from database.reads import bookings as read_bookings
from database.writes import bookings as write_bookings
from database.writes import importing as write_importing
from database.writes import trainings as write_trainings
from desktop_app.domain.bookings import Booking, Kind, Status
from desktop_app.domain.half_days import half_days_of
from desktop_app.domain.imported import (
    DateToEnrich,
    ListedBooking,
    ListedDate,
    ListedSeries,
    ListedTitle,
    SeriesToWrite,
)
from desktop_app.domain.series import SKIPPED
from desktop_app.domain.trainings import TRAINER
from desktop_app.services.importing.known import Known
from desktop_app.services.importing.pen import Pen
from desktop_app.services.importing.series_dates import hours_of

GONE = "series_changed"
"""Reason of a date that a changed rule no longer has: the row stays, cancelled."""


def put_series(pen: Pen, record: SeriesToWrite) -> None:
    """A new series with all its dates, or what changes of one that is there."""
    series = record.series
    organisation_id = pen.ids("organisation").get(series.organisation_code)
    series_id = _put_facts(pen, series, organisation_id)
    if series.kind is Kind.PERMANENCE and organisation_id is not None:
        write_importing.put_permanence(pen.work, series.code, organisation_id, series_id)
    _change_dates(pen, record)
    dates = [_dated(pen, series, series_id, organisation_id, one) for one in record.dates]
    write_bookings.add(pen.work, pen.venue, dates)


def _put_facts(pen: Pen, series: ListedSeries, organisation_id: int | None) -> int:
    facts: dict[str, Any] = {
        "title": series.title,
        "kind": series.kind,
        "organisation_id": organisation_id,
        "room_id": pen.ids("room")[series.room_code],
        "starts_minute": series.starts_minute,
        "ends_minute": series.ends_minute,
        "rule": series.rule.to_dict(),
        "first_day": series.first_day,
        "last_day": series.last_day,
        "heads": series.heads,
        "discreet": series.discreet,
    }
    known = pen.ids("series").get(series.code)
    if known is None:
        known = write_bookings.add_series(pen.work, code=series.code, **facts)
        pen.ids("series")[series.code] = known
        return known
    before = read_bookings.series(pen.work.connection, known)
    assert before is not None
    write_bookings.save_series(pen.work, before._replace(**facts), before.version)
    return known


def _change_dates(pen: Pen, record: SeriesToWrite) -> None:
    """Dates nobody moved by hand take the new room and hours; those without a rule go."""
    ids = record.changed_ids + record.gone_ids
    if not ids:
        return
    room_id = pen.ids("room")[record.series.room_code]
    after = []
    for booking in read_bookings.stored(pen.work.connection, ids):
        if booking.id in record.gone_ids:
            after.append(replace(booking, status=Status.CANCELLED, reason=GONE))
            continue
        starts_at, ends_at = hours_of(record.series, booking.original_day or date.max)
        after.append(replace(booking, room_id=room_id, starts_at=starts_at, ends_at=ends_at))
    write_bookings.save(pen.work, pen.venue, after)


def _dated(
    pen: Pen, series: ListedSeries, series_id: int, organisation_id: int | None, one: ListedDate
) -> Booking:
    starts_at, ends_at = hours_of(series, one.day)
    status, reason = Status.CONFIRMED, ""
    if one.dropped is not None:
        status, reason = Status.DROPPED_CLOSURE, one.dropped
    elif one.taken:
        status, reason = Status.CANCELLED, SKIPPED
    return Booking(
        id=0,
        room_id=pen.ids("room")[series.room_code],
        starts_at=starts_at,
        ends_at=ends_at,
        kind=series.kind,
        status=status,
        title=series.title,
        organisation_id=organisation_id,
        heads=series.heads,
        discreet=series.discreet,
        reason=reason,
        series_id=series_id,
        original_day=one.day,
    )


def enrich_date(pen: Pen, record: DateToEnrich) -> None:
    """The date of the series takes the line's title and heads, and remembers the line."""
    series_id = pen.ids("series")[record.series_code]
    (before,) = [
        one
        for one in read_bookings.stored_of_series(pen.work.connection, series_id)
        if one.original_day == record.day
    ]
    after = replace(before, title=record.booking.title, heads=record.booking.heads)
    write_bookings.save(pen.work, pen.venue, [after])
    write_importing.name_source(pen.work, before.id, record.booking.source_key)


def put_booking(pen: Pen, listed: ListedBooking, known: Known) -> None:
    """A booking of its own, new or there already, and the session it holds."""
    if listed.new_organisation is not None:
        code = listed.new_organisation.code
        if code not in pen.ids("organisation"):
            pen.put_organisation(listed.new_organisation)
    there = known.bookings.get(listed.source_key)
    if there is None or there.booking_id is None:
        (added,) = write_bookings.add(
            pen.work, pen.venue, [_booking(pen, listed)], [listed.source_key]
        )
        if listed.title_code is not None:
            _add_session(pen, added, known.titles[listed.title_code], listed.trainer)
        return
    (before,) = read_bookings.stored(pen.work.connection, [there.booking_id])
    wanted = _booking(pen, listed)
    after = replace(
        before,
        room_id=wanted.room_id,
        starts_at=wanted.starts_at,
        ends_at=wanted.ends_at,
        kind=wanted.kind,
        title=wanted.title,
        organisation_id=wanted.organisation_id,
        heads=wanted.heads,
        discreet=wanted.discreet,
    )
    (saved,) = write_bookings.save(pen.work, pen.venue, [after])
    write_trainings.follow_booking(pen.work, saved)
    if listed.trainer:
        write_importing.change_trainer(pen.work, saved.id, listed.trainer)


def _booking(pen: Pen, listed: ListedBooking) -> Booking:
    organisations = pen.ids("organisation")
    return Booking(
        id=0,
        room_id=pen.ids("room")[listed.room_code],
        starts_at=listed.starts_at,
        ends_at=listed.ends_at,
        kind=listed.kind,
        status=Status.CONFIRMED,
        title=listed.title,
        organisation_id=organisations.get(listed.organisation_code or ""),
        heads=listed.heads,
        discreet=listed.discreet,
    )


def _add_session(pen: Pen, booking: Booking, title: ListedTitle, trainer: str) -> None:
    write_trainings.add_session(
        pen.work,
        title_id=pen.ids("title")[title.code],
        booking_id=booking.id,
        capacity=max(pen.venue.room(booking.room_id).max_headcount - TRAINER, 1),
        half_days=half_days_of(booking.starts_at, booking.ends_at, title.minutes),
        trainer=trainer,
    )
