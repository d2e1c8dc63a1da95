"""Putting a booking in its place: what every verb that writes bookings shares.

Works inside a transaction that a verb of `bookings`, `series` or `arrivals` has opened.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from database.reads import bookings as read_bookings
from database.unit_of_work import Database, UnitOfWork
from database.writes import bookings as write_bookings
from desktop_app.domain.availability import Request
from desktop_app.domain.bookings import LIVE, OPTION_EXPIRED, Booking, BookingRow, Status
from desktop_app.domain.loans import is_late_cancellation
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.staff import Actor, Role
from desktop_app.services import checking
from desktop_app.services.planning import booking_row
from desktop_app.services.venue import VenueBook

PROGRAM = Actor("programme", Role.MANAGER)
"""Who the journal names when the program acts by itself."""


class Placing:
    """Checks, stores and journals bookings within a unit of work."""

    def __init__(self, database: Database, venue_book: VenueBook) -> None:
        self.database = database
        self.venue_book = venue_book

    def current(self, work: UnitOfWork, booking_id: int, version: int | None) -> Booking:
        """The booking as stored. Raises `booking_unknown`, or `stale_edit` for an old version."""
        found = read_bookings.stored(work.connection, (booking_id,))
        if not found:
            raise Refusal("booking_unknown", booking_id=booking_id)
        if version is not None and found[0].version != version:
            raise Refusal("stale_edit", booking_id=booking_id)
        return found[0]

    def place(
        self,
        work: UnitOfWork,
        booking: Booking,
        by: Actor,
        override: str = "",
        before: Booking | None = None,
    ) -> Booking:
        """Check, store and journal; `before` is the booking as it stands, None for a new one."""
        venue, now = self.venue_book.venue(), self.database.clock.now()
        found = checking.all_objections(work.connection, venue, booking, now, before)
        passed = checking.require(found, by, override)
        booking = checking.with_option(booking, venue, now)
        if before is None:
            (saved,) = write_bookings.add(work, venue, (booking,))
        else:
            (saved,) = write_bookings.save(work, venue, (booking,))
        details = facts_for_journal(saved)
        if before is not None and before.room_id != saved.room_id:
            # The sheet on the old door says where the group went.
            details |= {"from_room_id": before.room_id, "from_starts_at": before.starts_at}
        if passed:
            details |= {"override": override, "rules": [one.code for one in passed]}
        work.journal(by, verb_between(before, saved), "booking", saved.id, **details)
        return saved

    def cancel(
        self, work: UnitOfWork, before: Booking, reason: str, by: Actor, status: Status
    ) -> Booking:
        """End a booking without deleting it; its room is free at once."""
        venue, now = self.venue_book.venue(), self.database.clock.now()
        after = replace(before, status=status, reason=reason, option_expires_on=None)
        (saved,) = write_bookings.save(work, venue, (after,))
        late = before.status is not Status.OPTION and is_late_cancellation(
            before.starts_at, now, venue.rules
        )
        work.journal(by, status.value, "booking", saved.id, late=late, **facts_for_journal(saved))
        return saved

    def expire_options(self, work: UnitOfWork) -> int:
        """Cancel the options whose last day is over, so that they no longer hold a room."""
        ids = read_bookings.expired_options(work.connection, self.database.clock.today())
        if not ids:
            return 0
        over = [
            replace(one, status=Status.CANCELLED, reason=OPTION_EXPIRED, option_expires_on=None)
            for one in read_bookings.stored(work.connection, ids)
        ]
        for booking in write_bookings.save(work, self.venue_book.venue(), over):
            work.journal(PROGRAM, "expire", "booking", booking.id)
        return len(over)

    @contextlib.contextmanager
    def explaining(self, *, seen_free: bool = False) -> Iterator[list[Request]]:
        """Say who took the room when the database's own guard refused, or when it was seen free.

        The verb puts what it asks for into the list it is given.
        """
        asked: list[Request] = []
        try:
            yield asked
        except Refusal as refusal:
            if refusal.code != "room_taken":
                raise
            raise self._explained(refusal, asked, seen_free) from refusal

    def _explained(self, refusal: Refusal, asked: list[Request], seen_free: bool) -> Refusal:
        values = refusal.values
        if not values:
            venue, now = self.venue_book.venue(), self.database.clock.now()
            with self.database.reading() as connection:
                found = [
                    objection
                    for request in asked
                    for objection in checking.place_objections(connection, venue, request, now)
                ]
            taken = [one for one in found if one.code == "room_taken"]
            if not taken:
                return Refusal("room_busy_just_now", field="room")
            values = taken[0].values
        code = "room_just_taken" if seen_free else "room_taken"
        return Refusal(code, field=refusal.field, **values)

    def row(self, booking_id: int) -> BookingRow:
        """The booking as a screen shows it, once stored."""
        return booking_row(self.database, booking_id)


def refuse_unless_live(booking: Booking) -> None:
    """A booking that is over, cancelled or dropped is not changed: raise `booking_is_over`."""
    if booking.status not in LIVE or booking.status is Status.DONE:
        raise Refusal("booking_is_over", status=booking.status)


def facts_for_journal(booking: Booking) -> dict[str, Any]:
    """What the journal keeps of a booking: where, when, in what state. No name, no contact."""
    return {
        "room_id": booking.room_id,
        "starts_at": booking.starts_at,
        "ends_at": booking.ends_at,
        "status": booking.status,
    }


def verb_between(before: Booking | None, after: Booking) -> str:
    """The journal's word for a change."""
    if before is None:
        return "book"
    if before.status is not after.status:
        return "confirm" if after.status is Status.CONFIRMED else after.status.value
    if before.room_id != after.room_id:
        return "move"
    if (before.starts_at, before.ends_at) != (after.starts_at, after.ends_at):
        return "reschedule"
    return "edit"
