"""The check before any write of a booking: availability, the fire limit, the rules on loans.

Used inside the writing transaction by the verbs, and outside it by panels and lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from database.reads import Connection
from database.reads import bookings as read_bookings
from database.reads import organisations as read_organisations
from desktop_app.domain.availability import (
    Objection,
    Request,
    headcount_objections,
    objections,
    preventing,
)
from desktop_app.domain.bookings import LIVE, Booking, Status
from desktop_app.domain.loans import loan_objections, option_expiry, window_objections
from desktop_app.domain.organisations import NEEDS_FILE
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.staff import Actor
from desktop_app.domain.venue import Venue


def request_of(booking: Booking) -> Request:
    return Request(
        room_id=booking.room_id,
        starts_at=booking.starts_at,
        ends_at=booking.ends_at,
        heads=booking.heads,
        layout=booking.layout,
        booking_id=booking.id or None,
    )


def place_objections(
    connection: Connection, venue: Venue, request: Request, now: datetime
) -> tuple[Objection, ...]:
    """Is this place free at this time? The database is asked only about the rooms concerned."""
    if request.ends_at <= request.starts_at:
        return objections(venue, request, (), now)
    occupied = read_bookings.in_the_way(
        connection,
        venue.room(request.room_id).elementary_ids,
        request.starts_at,
        request.ends_at,
        request.booking_id,
    )
    return objections(venue, request, occupied, now)


def all_objections(
    connection: Connection,
    venue: Venue,
    booking: Booking,
    now: datetime,
    before: Booking | None = None,
) -> tuple[Objection, ...]:
    """Everything against this booking as asked: the place first, then the organisation's file.

    before: the booking as it stands, when it is being changed. What the change leaves alone is
    not held against it: more heads may be noted on a booking whose insurance ran out meanwhile.
    """
    found: list[Objection] = []
    if before is None or _place_of(before) != _place_of(booking):
        found += place_objections(connection, venue, request_of(booking), now)
    elif (before.heads, before.layout) != (booking.heads, booking.layout):
        room = venue.room(booking.room_id)
        found += headcount_objections(venue, room, booking.heads, booking.layout)
    if before is None or _loan_of(before) != _loan_of(booking):
        found += _loan_objections(connection, venue, booking, now, is_new=before is None)
    return tuple(found)


def _place_of(booking: Booking) -> tuple[object, ...]:
    return booking.room_id, booking.starts_at, booking.ends_at, booking.status in LIVE


def _loan_of(booking: Booking) -> tuple[object, ...]:
    return booking.organisation_id, booking.starts_at.date(), booking.status


def _loan_objections(
    connection: Connection, venue: Venue, booking: Booking, now: datetime, *, is_new: bool
) -> Iterator[Objection]:
    if booking.organisation_id is None:
        return
    organisation = read_organisations.one(connection, booking.organisation_id)
    if organisation is None:
        yield Objection("organisation_unknown", "organisation")
        return
    today = now.date()
    yield from loan_objections(organisation, booking.starts_at.date(), booking.status, today)
    if is_new and organisation.kind in NEEDS_FILE and booking.series_id is None:
        yield from window_objections(booking.starts_at, today, venue.rules)


def require(found: Iterable[Objection], by: Actor, override: str) -> tuple[Objection, ...]:
    """Raise the first objection that prevents; return those an authorised reason has set aside.

    override: the written reason of somebody allowed to pass over the rules of the house.
    """
    against = preventing(found)
    if not against:
        return ()
    hard = [objection for objection in against if objection.is_hard]
    if hard:
        raise hard[0].refusal()
    if not (override.strip() and by.may_override):
        raise against[0].refusal()
    return against


def with_option(booking: Booking, venue: Venue, now: datetime) -> Booking:
    """Give an option its last day, and take that day from anything else.

    Raises Refusal `option_too_late` when the option would already be over.
    """
    if booking.status is not Status.OPTION:
        return replace(booking, option_expires_on=None)
    if booking.option_expires_on is not None:
        return booking
    expires = option_expiry(booking.starts_at, now.date(), venue.rules)
    if expires < now.date():
        raise Refusal("option_too_late", field="status", hours=venue.rules.option_hours_before)
    return replace(booking, option_expires_on=expires)
