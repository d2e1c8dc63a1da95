"""Groups arrive and leave, or do not come. Keys are next door (`keys`).

Each verb is one transaction. What changes a booking's state can be undone like any other change
of a booking.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from database.reads import keys as read_keys
from database.reads import organisations as read_organisations
from database.unit_of_work import UnitOfWork
from database.writes import bookings as write_bookings
from desktop_app.domain.availability import Objection
from desktop_app.domain.bookings import LIVE, Booking, BookingChange, BookingRow, Status
from desktop_app.domain.loans import loan_objections
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.staff import DESK_ROLES, Actor
from desktop_app.domain.today import no_show_from
from desktop_app.services import checking
from desktop_app.services.history import History
from desktop_app.services.placing import Placing, facts_for_journal


class Arrival(NamedTuple):
    """A group that is on site, and what the desk must be told about its file."""

    row: BookingRow
    warnings: tuple[Objection, ...]


class Arrivals:
    """The desk's verbs on groups that come, or should have."""

    def __init__(self, placing: Placing, history: History) -> None:
        self._placing = placing
        self._database = placing.database
        self._history = history

    def arrive(self, booking_id: int, *, by: Actor) -> Arrival:
        """The group is here. An expired certificate is told, never a reason to send people away.

        Twice is once. Raises `arrival_other_day`, `arrival_not_confirmed`, `booking_is_over`; for
        a group marked as not coming, `room_taken` when its room was given to others since.
        """
        by.require(*DESK_ROLES)
        with self._placing.explaining() as asked, self._database.writing() as work:
            before = self._placing.current(work, booking_id, None)
            asked.append(checking.request_of(before))
            saved = self.arrived(work, before, by)
        if saved is not before:
            self._history.did(BookingChange("arrive", ((before, saved),)))
        return Arrival(self._placing.row(booking_id), self._warnings(saved))

    def arrived(self, work: UnitOfWork, before: Booking, by: Actor) -> Booking:
        """Set a booking on site within a verb's transaction; the same one back if it was already.

        The verb notes the change in the history once it is committed.
        """
        if before.status is Status.ARRIVED:
            return before
        self._refuse_arrival(before)
        if before.status is Status.NO_SHOW:
            self._refuse_if_room_is_gone(work, before, by)
        return self.set_status(work, before, Status.ARRIVED, by, "arrive")

    def leave(self, booking_id: int, *, by: Actor) -> BookingRow:
        """The group has left and had no key, or has brought every key back.

        Raises `not_arrived`, `keys_still_out`.
        """
        by.require(*DESK_ROLES)
        with self._database.writing() as work:
            before = self._placing.current(work, booking_id, None)
            if before.status is Status.DONE:
                return self._placing.row(booking_id)
            if before.status is not Status.ARRIVED:
                raise Refusal("not_arrived", status=before.status)
            self._refuse_while_keys_are_out(work, booking_id)
            saved = self.set_status(work, before, Status.DONE, by, "leave")
        self._history.did(BookingChange("leave", ((before, saved),)))
        return self._placing.row(booking_id)

    def mark_no_show(self, booking_id: int, *, by: Actor) -> BookingRow:
        """The group did not come: its room is free at once. Twice is once.

        Raises `no_show_too_early` before half an hour has passed, `already_arrived`,
        `booking_is_over`, `keys_still_out`.
        """
        by.require(*DESK_ROLES)
        venue, now = self._placing.venue_book.venue(), self._database.clock.now()
        with self._database.writing() as work:
            before = self._placing.current(work, booking_id, None)
            if before.status is Status.NO_SHOW:
                return self._placing.row(booking_id)
            if before.status in (Status.ARRIVED, Status.DONE):
                raise Refusal("already_arrived", title=before.title, discreet=before.discreet)
            if before.status is not Status.CONFIRMED:
                raise Refusal("booking_is_over", status=before.status)
            earliest = no_show_from(before.starts_at, venue.rules)
            if now < earliest:
                raise Refusal("no_show_too_early", earliest=earliest)
            self._refuse_while_keys_are_out(work, booking_id)
            saved = self.set_status(work, before, Status.NO_SHOW, by, "no_show")
        self._history.did(BookingChange("no_show", ((before, saved),)))
        return self._placing.row(booking_id)

    def set_status(
        self, work: UnitOfWork, before: Booking, status: Status, by: Actor, verb: str
    ) -> Booking:
        """Store a new state within a verb's transaction, and say so in the journal."""
        after = replace(before, status=status, option_expires_on=None)
        (saved,) = write_bookings.save(work, self._placing.venue_book.venue(), (after,))
        work.journal(by, verb, "booking", saved.id, **facts_for_journal(saved))
        return saved

    def _refuse_arrival(self, booking: Booking) -> None:
        if booking.status not in (*LIVE, Status.NO_SHOW) or booking.status is Status.DONE:
            raise Refusal("booking_is_over", status=booking.status)
        if booking.status in (Status.OPTION, Status.PENDING):
            raise Refusal("arrival_not_confirmed", status=booking.status)
        today = self._database.clock.today()
        if not booking.starts_at.date() <= today <= booking.ends_at.date():
            raise Refusal("arrival_other_day", day=booking.starts_at.date(), today=today)

    def _refuse_if_room_is_gone(self, work: UnitOfWork, booking: Booking, by: Actor) -> None:
        found = checking.place_objections(
            work.connection,
            self._placing.venue_book.venue(),
            checking.request_of(booking),
            self._database.clock.now(),
        )
        checking.require([one for one in found if one.is_hard], by, "")

    def _refuse_while_keys_are_out(self, work: UnitOfWork, booking_id: int) -> None:
        out = [loan for loan in read_keys.of_booking(work.connection, booking_id) if loan.is_out()]
        if out:
            raise Refusal("keys_still_out", keys=tuple(loan.key_code for loan in out))

    def _warnings(self, booking: Booking) -> tuple[Objection, ...]:
        if booking.organisation_id is None:
            return ()
        with self._database.reading() as connection:
            organisation = read_organisations.one(connection, booking.organisation_id)
        if organisation is None:
            return ()
        today = self._database.clock.today()
        day = booking.starts_at.date()
        return tuple(loan_objections(organisation, day, Status.CONFIRMED, today))
