"""The reads that several papers share, each done once, and small questions about a venue's rows.

`paper_facts` enters.
"""

from __future__ import annotations

import base64
import binascii
from datetime import date

from database.reads import bookings as read_bookings
from database.reads import keys as read_keys
from database.reads import organisations as read_organisations
from database.unit_of_work import Database
from desktop_app.documents.facts import DayHours
from desktop_app.domain.bookings import BookingRow
from desktop_app.domain.keys import keys_of
from desktop_app.domain.organisations import Organisation
from desktop_app.domain.papers import PUBLIC, TEAM
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.rooms import Room
from desktop_app.domain.venue import Venue

UNDONE = "undone"
"""Reason of a booking whose making was undone: it never was."""

Days = tuple[date, date]


class Reading:
    """The reads of one question, so that a door sheet for each room reads the day once."""

    def __init__(self, database: Database, venue: Venue) -> None:
        self.database, self.venue = database, venue
        self._days: dict[Days, tuple[BookingRow, ...]] = {}
        self._discreet: frozenset[int] | None = None

    def days(self, first: date, last: date) -> tuple[BookingRow, ...]:
        """Every booking of these civil days; those of a discreet organisation are marked so."""
        key = (first, last)
        if key not in self._days:
            with self.database.reading() as connection:
                rows = read_bookings.on_days(connection, first, last)
            self._days[key] = self.marked(rows)
        return self._days[key]

    def marked(self, rows: tuple[BookingRow, ...]) -> tuple[BookingRow, ...]:
        """The rows, discreet whenever their organisation is, whatever was ticked on the booking."""
        if self._discreet is None:
            with self.database.reading() as connection:
                known = read_organisations.everyone(connection)
            self._discreet = frozenset(one.id for one in known if one.discreet)
        return tuple(
            row._replace(discreet=True) if row.organisation_id in self._discreet else row
            for row in rows
        )

    def keys(self) -> dict[int, tuple[str, ...]]:
        """Room id → codes of the keys that open it."""
        with self.database.reading() as connection:
            keys = read_keys.everyone(connection)
        return {
            room.id: tuple(key.code for key in keys_of(room, keys)) for room in self.venue.rooms
        }

    def room(self, room_id: int) -> Room:
        """Raises `room_unknown`."""
        if room_id not in self.venue.by_id:
            raise Refusal("room_unknown", field="room")
        return self.venue.room(room_id)

    def organisation(self, organisation_id: int, audience: str) -> Organisation:
        """Whom a paper is about; a discreet one has no paper for the public.

        Raises `organisation_unknown`, `organisation_discreet`.
        """
        with self.database.reading() as connection:
            found = read_organisations.one(connection, organisation_id)
        if found is None:
            raise Refusal("organisation_unknown", field="organisation")
        if found.discreet and audience == PUBLIC:
            raise Refusal("organisation_discreet", field="audience")
        return found

    def hours(self, days: tuple[date, ...]) -> tuple[DayHours, ...]:
        return tuple(DayHours.of(day, self.venue.calendar) for day in days)


def of_rooms(rows: tuple[BookingRow, ...], rooms: frozenset[int]) -> tuple[BookingRow, ...]:
    """Those of these rooms."""
    return tuple(row for row in rows if row.room_id in rooms)


def sayable(rows: tuple[BookingRow, ...], audience: str) -> tuple[BookingRow, ...]:
    """Under the name of an organisation, a discreet booking is left out for the public."""
    return rows if audience == TEAM else tuple(row for row in rows if not row.discreet)


def ever_announced(rows: tuple[BookingRow, ...]) -> tuple[BookingRow, ...]:
    """Without those that were taken back at once."""
    return tuple(row for row in rows if row.reason != UNDONE)


def picture_of(image: str) -> bytes:
    """The bytes of a picture kept as text; none for what cannot be one."""
    try:
        return base64.b64decode(image, validate=True)
    except (binascii.Error, ValueError):
        return b""
