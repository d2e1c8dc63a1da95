"""The rows of the day's list: one for each booking, with what the desk needs to welcome it.

A row for the team has a box to tick on arrival, the keys, the contact, the set-up and the note; a
row for the public says when, where and what, in larger type. Nothing is drawn here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from desktop_app.documents.day_speech import (
    say_arrival,
    say_contact,
    say_keys,
    say_note,
    say_part_of_day,
    say_setup,
)
from desktop_app.documents.facts import TEAM, DayFacts, unavailable_on
from desktop_app.documents.sheet import INK, MUTED
from desktop_app.documents.speech import Said, say_booking, say_heads, say_unavailable
from desktop_app.documents.type import SMALLEST, Face, Faces, fit, typeset
from desktop_app.domain.bookings import BookingRow
from desktop_app.domain.rooms import Room, RoomUnavailability
from desktop_app.wording import _

INSET, PAD = 5.0, 4.0
BAND = 13.0


class Measures(NamedTuple):
    """Widths of the columns, size of the type and of its smaller sister (points)."""

    tick: float
    hours: float
    room: float
    heads: float
    size: float
    small: float

    def what(self, width: float) -> float:
        """What the other columns leave for the booking's own words."""
        return width - self.tick - self.hours - self.room - self.heads


MEASURES = {
    "team": Measures(tick=18, hours=112, room=104, heads=40, size=9.5, small=SMALLEST),
    "public": Measures(tick=0, hours=134, room=140, heads=0, size=12, small=10.5),
}


class Line(NamedTuple):
    """A fitted line of a cell."""

    words: str
    face: Face
    size: float
    colour: str

    @property
    def leading(self) -> float:
        return self.size * 1.24


Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A booking, or a room out of use, fitted into the columns."""

    said: Said
    start: datetime
    hours: Cell
    room: Cell
    what: Cell
    heads: str = ""
    tickable: bool = False
    arrived: bool = False

    @property
    def part(self) -> str:
        """Morning, afternoon or evening, in words."""
        return say_part_of_day(self.start.hour)

    @property
    def height(self) -> float:
        cells = (self.hours, self.room, self.what)
        return max(sum(line.leading for line in cell) for cell in cells) + 2 * PAD


class RowMaker:
    """Fits the day's bookings into columns for its audience."""

    def __init__(self, facts: DayFacts, width: float, faces: Faces) -> None:
        self._facts = facts
        self._faces = faces
        self._team = facts.audience == TEAM
        self._rooms = {room.id: room for room in facts.rooms}
        self.measures = MEASURES[facts.audience]
        self._what_width = self.measures.what(width) - 2 * INSET
        self._hours_width = self.measures.hours - BAND - 2 * INSET

    def rows(self) -> tuple[Row, ...]:
        """Every row, in time order."""
        return tuple(sorted(self._rows(), key=lambda row: row.start))

    def _rows(self) -> Iterator[Row]:
        facts = self._facts
        for out in unavailable_on(facts.opening.day, facts.unavailabilities):
            yield self._out_of_use(out)
        for booking in facts.held:
            yield self._team_row(booking) if self._team else self._public_row(booking)

    def _out_of_use(self, out: RoomUnavailability) -> Row:
        day, room = self._facts.opening.day, self._rooms[out.room_id]
        said = say_unavailable(out, day, self._facts.audience, self._rooms)
        start = max(out.starts_at, datetime.combine(day, datetime.min.time()))
        return Row(said, start, self._hours(said), self._room(room), self._title(said))

    def _public_row(self, booking: BookingRow) -> Row:
        said = say_booking(booking, self._facts.audience, self._rooms)
        room = self._rooms[booking.room_id]
        return Row(said, booking.starts_at, self._hours(said), self._room(room), self._title(said))

    def _team_row(self, booking: BookingRow) -> Row:
        said = say_booking(booking, self._facts.audience, self._rooms)
        arrival = say_arrival(booking)
        strong, regular = self._faces.strong, self._faces.regular
        discreet = _("discret, ne pas nommer") if booking.discreet else ""
        what = self._title(said)
        what += self._small(say_contact(booking), regular, MUTED, 2)
        what += self._small(say_setup(booking), regular, INK, 3)
        what += self._small(say_note(booking), regular, INK, 4)
        what += self._small(discreet, strong, INK, 1)
        return Row(
            said=said,
            start=booking.starts_at,
            hours=self._hours(said, arrival),
            room=self._room(self._rooms[booking.room_id]),
            what=what,
            heads=say_heads(booking.heads) if booking.heads else "",
            tickable=True,
            arrived=bool(arrival),
        )

    def _hours(self, said: Said, arrival: str = "") -> Cell:
        bold, regular, measures = self._faces.bold, self._faces.regular, self.measures
        hours = self._cell(said.hours, bold, measures.size, INK, self._hours_width, 2)
        return hours + self._cell(arrival, regular, measures.small, MUTED, self._hours_width, 1)

    def _room(self, room: Room) -> Cell:
        """The room's name and floor and, for the team, the keys to hand out."""
        width, measures = self.measures.room - 2 * INSET, self.measures
        keys = say_keys(room, self._facts.keys) if self._team else ""
        place = " · ".join(part for part in (typeset(room.floor), keys) if part)
        name = self._cell(typeset(room.name), self._faces.strong, measures.size, INK, width, 2)
        return name + self._cell(place, self._faces.regular, measures.small, MUTED, width, 3)

    def _title(self, said: Said) -> Cell:
        size, width = self.measures.size, self._what_width
        title = self._cell(said.title, self._faces.strong, size, INK, width, 4)
        organisation = self._cell(said.organisation, self._faces.regular, size, INK, width, 4)
        return self._small(said.state, self._faces.strong, INK, 1) + title + organisation

    def _small(self, text: str, face: Face, colour: str, most: int) -> Cell:
        return self._cell(text, face, self.measures.small, colour, self._what_width, most)

    @staticmethod
    def _cell(text: str, face: Face, size: float, colour: str, width: float, most: int) -> Cell:
        fitted = fit(text, face, size, width, most)
        return tuple(Line(words, face, size, colour) for words in fitted.lines)
