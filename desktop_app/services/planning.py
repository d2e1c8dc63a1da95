"""What the planning, the home screen and the sheets show: one read for all of them."""

from __future__ import annotations

from datetime import date

from database.reads import bookings as read_bookings
from database.unit_of_work import Database
from desktop_app.domain.bookings import LIVE, BookingRow
from desktop_app.domain.refusals import Refusal


class Planning:
    """Days and weeks of bookings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def days(self, first: date, last: date) -> tuple[BookingRow, ...]:
        """Every booking of these civil days, both included, whatever its state."""
        with self._database.reading() as connection:
            return read_bookings.on_days(connection, first, last)

    def held(self, first: date, last: date) -> tuple[BookingRow, ...]:
        """The bookings of these days that hold a room: what a plan draws."""
        return tuple(row for row in self.days(first, last) if row.status in LIVE)

    def booking(self, booking_id: int) -> BookingRow:
        """One booking as it stands. Raises Refusal `booking_unknown`."""
        return booking_row(self._database, booking_id)


def booking_row(database: Database, booking_id: int) -> BookingRow:
    """One booking as it stands. Raises Refusal `booking_unknown`."""
    with database.reading() as connection:
        found = read_bookings.one(connection, booking_id)
    if found is None:
        raise Refusal("booking_unknown", booking_id=booking_id)
    return found
