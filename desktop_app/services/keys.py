"""Keys go to a group and come back with the state of the room.

Handing a key is an arrival; bringing the last one back is a departure. Both are undone here: a key
given to the wrong group never left, a return noted by mistake did not happen.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from database.errors import Repeated
from database.reads import Connection
from database.reads import keys as read_keys
from database.unit_of_work import UnitOfWork
from database.writes import keys as write_keys
from desktop_app.domain.bookings import Booking, BookingChange, BookingRow, Status
from desktop_app.domain.keys import (
    KeyLoanRow,
    KeyRow,
    LoanStatus,
    Verdict,
    due_back,
    find_key,
    holder_named,
    keys_of,
    opens,
    remark_made,
)
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.staff import DESK_ROLES, Actor
from desktop_app.services.arrivals import Arrivals
from desktop_app.services.history import History
from desktop_app.services.placing import Placing


class KeyReturn(NamedTuple):
    """A key that came back; left says that the group has thereby left."""

    loan: KeyLoanRow
    row: BookingRow
    left: bool


class Keys:
    """The desk's verbs on keys."""

    def __init__(self, placing: Placing, history: History, arrivals: Arrivals) -> None:
        self._placing = placing
        self._database = placing.database
        self._history = history
        self._arrivals = arrivals

    def board(self) -> tuple[KeyRow, ...]:
        """Every key of the board."""
        with self._database.reading() as connection:
            return read_keys.everyone(connection)

    def out(self) -> tuple[KeyLoanRow, ...]:
        """Loans that are out or lost, the first due first."""
        with self._database.reading() as connection:
            return read_keys.not_at_the_desk(connection)

    def hand_key(
        self, key_code: str, booking_id: int, handed_to: str, client_key: str, *, by: Actor
    ) -> KeyLoanRow:
        """Give one key to a group; see `hand_keys`."""
        return self.hand_keys((key_code,), booking_id, handed_to, client_key, by=by)[0]

    def hand_keys(
        self,
        key_codes: Sequence[str],
        booking_id: int,
        handed_to: str,
        client_key: str,
        *,
        by: Actor,
    ) -> tuple[KeyLoanRow, ...]:
        """Give keys to a named person of a group; the group is thereby on site.

        The same client key twice changes nothing. Raises `key_missing`, `key_unknown`,
        `key_holder_missing`, `key_already_out` (who has it, since when), `key_lost`,
        `key_of_other_room`, and the refusals of an arrival.
        """
        by.require(*DESK_ROLES)
        wanted = self._named(key_codes)
        name = holder_named(handed_to)
        marks = {key.id: _client_key(client_key, key) for key in wanted}
        before = saved = None
        try:
            with self._placing.explaining(), self._database.writing() as work:
                known = read_keys.with_client_keys(work.connection, marks.values())
                if len(known) == len(marks):
                    return known
                before = self._placing.current(work, booking_id, None)
                self._refuse_wrong_keys(work.connection, wanted, before)
                saved = self._arrivals.arrived(work, before, by)
                for key in wanted:
                    self._hand(work, key, saved, name, marks[key.id], by)
        except Repeated:
            pass  # this very change was made from another process in between
        except Refusal as refusal:
            raise self._explained(refusal, wanted) from refusal
        if before is not None and saved is not None and saved is not before:
            self._history.did(BookingChange("arrive", ((before, saved),)))
        with self._database.reading() as connection:
            return read_keys.with_client_keys(connection, marks.values())

    def take_key_back(
        self,
        key_code: str,
        verdict: Verdict,
        remark: str = "",
        *,
        by: Actor,
        loan_id: int | None = None,
    ) -> KeyReturn:
        """The key is back, and the room was found so. With its last key the group has left.

        loan_id: the loan that was on the screen; if that very loan is back already, nothing
        changes. Raises `key_missing`, `key_unknown`, `key_not_out`, `remark_missing`,
        `text_too_long`.
        """
        by.require(*DESK_ROLES)
        (key,) = self._named((key_code,))
        said = remark_made(verdict, remark)
        change = None
        with self._database.writing() as work:
            loan = self._loan_out(work.connection, key, loan_id)
            if loan.status == LoanStatus.RETURNED:
                return KeyReturn(loan, self._placing.row(loan.booking_id), left=False)
            now = self._database.clock.instant()
            write_keys.set_status(work, loan, LoanStatus(loan.status), LoanStatus.RETURNED, now)
            write_keys.add_check(work, loan, now, verdict, said)
            work.journal(by, "take_key_back", "key", key.id, verdict=verdict, key=key.code)
            change = self._left(work, loan, by)
        if change is not None:
            self._history.did(change)
        return KeyReturn(self._loan(loan.id), self._placing.row(loan.booking_id), bool(change))

    def undo_handing(self, loan_id: int, *, by: Actor) -> KeyLoanRow:
        """The key was given to the wrong group, or not at all: it is at the desk.

        The group stays on site. Raises `key_not_out`.
        """
        by.require(*DESK_ROLES)
        loan = self._loan(loan_id)
        with self._database.writing() as work:
            now = self._database.clock.instant()
            if not write_keys.set_status(work, loan, LoanStatus.OUT, LoanStatus.ANNULLED, now):
                raise self._not_out(work.connection, KeyRow(loan.key_id, loan.key_code, 0))
            work.journal(by, "undo_hand_key", "key", loan.key_id, booking=loan.booking_id)
            work.touch("booking", loan.booking_id)
        return self._loan(loan_id)

    def undo_return(self, loan_id: int, *, by: Actor) -> KeyLoanRow:
        """The key is not back after all: it is out again, and the group on site.

        Raises `key_already_out` when it was given to another group since, `key_not_returned`.
        """
        by.require(*DESK_ROLES)
        loan = self._loan(loan_id)
        try:
            with self._database.writing() as work:
                done = write_keys.set_status(work, loan, LoanStatus.RETURNED, LoanStatus.OUT, None)
                if not done:
                    raise Refusal("key_not_returned", key=loan.key_code)
                write_keys.annul_checks(work, loan, self._database.clock.instant())
                work.journal(by, "undo_take_key_back", "key", loan.key_id)
                booking = self._placing.current(work, loan.booking_id, None)
                if booking.status is Status.DONE:
                    self._arrivals.set_status(work, booking, Status.ARRIVED, by, "undo_leave")
                work.touch("booking", loan.booking_id)
        except Refusal as refusal:
            key = KeyRow(loan.key_id, loan.key_code, loan.key_room_id)
            raise self._explained(refusal, (key,)) from refusal
        return self._loan(loan_id)

    # -- inside -----------------------------------------------------------------------------

    def _named(self, codes: Sequence[str]) -> tuple[KeyRow, ...]:
        board = self.board()
        found = tuple(dict.fromkeys(find_key(code, board) for code in codes))
        if not found:
            raise Refusal("key_missing", field="key")
        return found

    def _refuse_wrong_keys(
        self, connection: Connection, wanted: Sequence[KeyRow], booking: Booking
    ) -> None:
        venue = self._placing.venue_book.venue()
        room = venue.room(booking.room_id)
        away = {loan.key_id: loan for loan in read_keys.not_at_the_desk(connection)}
        for key in wanted:
            if key.id in away:
                raise _already_out(away[key.id], self._database.clock.today())
            if not opens(key, room):
                right = keys_of(room, read_keys.everyone(connection))
                raise Refusal(
                    "key_of_other_room",
                    field="key",
                    key=key.code,
                    opens=venue.room(key.room_id).name,
                    room=room.name,
                    right=tuple(one.code for one in right),
                )

    def _hand(
        self, work: UnitOfWork, key: KeyRow, booking: Booking, name: str, mark: str, by: Actor
    ) -> None:
        due = due_back(booking.ends_at, self._placing.venue_book.venue().rules)
        write_keys.hand(work, key, booking.id, name, self._database.clock.instant(), due, mark)
        work.journal(by, "hand_key", "key", key.id, key=key.code, booking=booking.id, due=due)
        work.touch("booking", booking.id)

    def _loan_out(self, connection: Connection, key: KeyRow, loan_id: int | None) -> KeyLoanRow:
        """The loan to end: the one that was on the screen, else the one that is out."""
        if loan_id is not None:
            seen = read_keys.one(connection, loan_id)
            if seen is not None and seen.key_id == key.id and seen.status != LoanStatus.ANNULLED:
                return seen
        for loan in read_keys.not_at_the_desk(connection):
            if loan.key_id == key.id:
                return loan
        raise self._not_out(connection, key)

    def _not_out(self, connection: Connection, key: KeyRow) -> Refusal:
        last = read_keys.last_returned(connection, key.id)
        returned = last.returned_at if last else None
        return Refusal(
            "key_not_out",
            field="key",
            key=key.code,
            returned_at=returned,
            today=self._database.clock.today(),
        )

    def _left(self, work: UnitOfWork, loan: KeyLoanRow, by: Actor) -> BookingChange | None:
        """With every key back, and once its time has begun, the group has left."""
        work.touch("booking", loan.booking_id)
        before = self._placing.current(work, loan.booking_id, None)
        loans = read_keys.of_booking(work.connection, loan.booking_id)
        started = before.starts_at <= self._database.clock.now()
        present = before.status in (Status.ARRIVED, Status.CONFIRMED)
        if not present or not started or any(one.is_out() for one in loans):
            return None
        saved = self._arrivals.set_status(work, before, Status.DONE, by, "leave")
        return BookingChange("leave", ((before, saved),))

    def _loan(self, loan_id: int) -> KeyLoanRow:
        with self._database.reading() as connection:
            found = read_keys.one(connection, loan_id)
        if found is None:
            raise Refusal("loan_unknown", loan_id=loan_id)
        return found

    def _explained(self, refusal: Refusal, wanted: Sequence[KeyRow]) -> Refusal:
        """The database's own guard knows no names: say who has the key."""
        if refusal.code != "key_already_out" or refusal.values:
            return refusal
        ids = {key.id for key in wanted}
        with self._database.reading() as connection:
            away = [loan for loan in read_keys.not_at_the_desk(connection) if loan.key_id in ids]
        return _already_out(away[0], self._database.clock.today()) if away else refusal


def _already_out(loan: KeyLoanRow, today: date) -> Refusal:
    return Refusal(
        "key_lost" if loan.status == LoanStatus.LOST else "key_already_out",
        field="key",
        key=loan.key_code,
        holder=loan.holder,
        since=loan.handed_at,
        today=today,
        booking_id=loan.booking_id,
    )


def _client_key(client_key: str, key: KeyRow) -> str:
    """One mark per key of a change, always the same for the same change."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{client_key}/{key.id}"))
