"""What a door sheet is made from, and what it says. For the public only: there is no other copy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from desktop_app.documents.facts import PUBLIC, DayHours, Edition, unavailable_on
from desktop_app.documents.speech import Said, say_booking, say_unavailable
from desktop_app.documents.type import typeset
from desktop_app.domain.bookings import LIVE, BookingRow
from desktop_app.domain.rooms import Room, RoomUnavailability
from desktop_app.wording import _
from desktop_app.wording.dates import say_time

PAST, NOW, NEXT, LATER = "past", "now", "next", "later"


class Elsewhere(NamedTuple):
    """A booking that was to be here that day. room: where it is now; None when cancelled."""

    row: BookingRow
    room: Room | None


@dataclass(frozen=True, slots=True)
class DoorFacts:
    """One room's day. bookings: every one that holds the room, by itself or through a composite.

    The edition's moment says what is on now, when the sheet is made on the very day.
    """

    opening: DayHours
    room: Room
    rooms: tuple[Room, ...]
    bookings: tuple[BookingRow, ...]
    edition: Edition
    elsewhere: tuple[Elsewhere, ...] = ()
    unavailabilities: tuple[RoomUnavailability, ...] = ()

    @property
    def held(self) -> tuple[BookingRow, ...]:
        """Bookings that start on this day and hold their room, in time order."""
        found = [
            row
            for row in self.bookings
            if row.status in LIVE and row.starts_at.date() == self.opening.day
        ]
        return tuple(sorted(found, key=lambda row: (row.starts_at, row.ends_at, row.id)))


class Entry(NamedTuple):
    """A line of the sheet. when: `past`, `now`, `next` or `later`; tag: the word for it."""

    said: Said
    when: str = LATER
    tag: str = ""


class Notice(NamedTuple):
    """A booking people may come for in vain. sign: “Déplacée en Agora B”; place: its floor."""

    sign: str
    place: str
    said: Said


def entries_of(facts: DoorFacts) -> tuple[Entry, ...]:
    """What happens in the room that day, in time order."""
    rooms = {room.id: room for room in facts.rooms}
    timed = []
    for out in unavailable_on(facts.opening.day, facts.unavailabilities):
        said = say_unavailable(out, facts.opening.day, PUBLIC, rooms)
        timed.append((out.starts_at, out.ends_at, said._replace(space="")))
    for row in facts.held:
        timed.append((row.starts_at, row.ends_at, _said(facts, row)))
    timed.sort(key=lambda one: one[:2])
    moment = _moment(facts)
    coming = [start for start, _end, _words in timed if moment is not None and start > moment]
    following = min(coming, default=None)
    return tuple(Entry(said, *_when(start, end, moment, following)) for start, end, said in timed)


def notices_of(facts: DoorFacts) -> tuple[Notice, ...]:
    """What was to be here and is not, in time order."""
    found = []
    for row, room in sorted(facts.elsewhere, key=lambda one: (one.row.starts_at, one.row.id)):
        said = _said(facts, row)._replace(space="")
        if room is None:
            found.append(Notice(_("Annulée"), "", said))
        else:
            sign = _("Déplacée en {room}").format(room=typeset(room.name))
            found.append(Notice(sign, typeset(room.floor), said))
    return tuple(found)


def _said(facts: DoorFacts, row: BookingRow) -> Said:
    said = say_booking(row, PUBLIC, {room.id: room for room in facts.rooms})
    return said._replace(space="") if row.room_id == facts.room.id else said


def _moment(facts: DoorFacts) -> datetime | None:
    """The present, as long as it lies on the sheet's own day."""
    made_at = facts.edition.made_at
    return made_at if made_at.date() == facts.opening.day else None


def _when(
    start: datetime, end: datetime, moment: datetime | None, following: datetime | None
) -> tuple[str, str]:
    if moment is None:
        return LATER, ""
    if end <= moment:
        return PAST, ""
    if start <= moment:
        return NOW, _("En cours à {time}").format(time=say_time(moment - _SECONDS * moment.second))
    return (NEXT, _("Ensuite")) if start == following else (LATER, "")


_SECONDS = timedelta(seconds=1)
