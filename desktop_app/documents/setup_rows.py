"""The rows of the set-up list: for each space in time order, how it must stand and when it is free.

Pure computing. Rooms that a composite joins are one space: whoever moves the partition must see all
that happens on both sides of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from desktop_app.documents.day_speech import say_keys, say_needs, say_note
from desktop_app.documents.facts import (
    TEAM,
    DayHours,
    Edition,
    unavailable_on,
)
from desktop_app.documents.room_rows import group_rooms
from desktop_app.documents.speech import Said, capital, say_booking, say_unavailable
from desktop_app.documents.type import typeset
from desktop_app.domain.bookings import LIVE, BookingRow
from desktop_app.domain.rooms import Room, RoomUnavailability
from desktop_app.wording import _
from desktop_app.wording.dates import say_duration, say_time
from desktop_app.wording.labels import label_of_layout

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class SetupFacts:
    """One day's work in the rooms; for the team only.

    keys: room id → codes of the keys that open it. remarks: elementary room id → what was said when
    it was last given back. turnaround_minutes: the house's usual time between two groups.
    """

    opening: DayHours
    rooms: tuple[Room, ...]
    bookings: tuple[BookingRow, ...]
    edition: Edition
    turnaround_minutes: int = 15
    unavailabilities: tuple[RoomUnavailability, ...] = ()
    keys: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    remarks: Mapping[int, str] = field(default_factory=dict)

    @property
    def held(self) -> tuple[BookingRow, ...]:
        """Bookings that start on this day and hold their room, in time order."""
        found = [
            row
            for row in self.bookings
            if row.status in LIVE and row.starts_at.date() == self.opening.day
        ]
        return tuple(sorted(found, key=lambda row: (row.starts_at, row.ends_at, row.id)))


class Task(NamedTuple):
    """One group's room made ready. room: which part of the space, empty where there is only one.

    after: how long the space is free once the group has left; hurry: hardly at all.
    """

    said: Said
    start: datetime
    heads: int
    room: str
    layout: str
    equipment: str
    note: str
    after: str = ""
    hurry: bool = False


class Space(NamedTuple):
    """A room, or rooms that are joined, with its day's tasks in time order."""

    name: str
    place: str
    remark: str
    tasks: tuple[Task, ...]


def spaces_of(facts: SetupFacts) -> tuple[Space, ...]:
    """Every space that is used, in the venue's order."""
    found = []
    for rooms in group_rooms(facts.rooms):
        members = {room.id for room in rooms}
        tasks = sorted(_tasks(facts, members), key=lambda task: task.start)
        if tasks:
            found.append(_space(facts, rooms, tuple(tasks)))
    return tuple(found)


def unused(facts: SetupFacts) -> tuple[str, ...]:
    """Names of the elementary rooms nobody has booked."""
    parts = {room.id: room.elementary_ids for room in facts.rooms}
    taken = {part for row in facts.held for part in parts[row.room_id]}
    return tuple(
        typeset(room.name) for room in facts.rooms if not room.is_composite and room.id not in taken
    )


def _space(facts: SetupFacts, rooms: Sequence[Room], tasks: tuple[Task, ...]) -> Space:
    floors = dict.fromkeys(typeset(room.floor) for room in rooms if room.floor)
    keys = dict.fromkeys(code for room in rooms for code in facts.keys.get(room.id, ()))
    said_keys = say_keys(rooms[0], {rooms[0].id: tuple(keys)})
    remarks = [facts.remarks[room.id] for room in rooms if facts.remarks.get(room.id)]
    return Space(
        name=", ".join(typeset(room.name) for room in rooms),
        place=" · ".join(part for part in (*floors, said_keys) if part),
        remark=typeset(" / ".join(remarks)),
        tasks=tasks,
    )


def _tasks(facts: SetupFacts, members: set[int]) -> Iterator[Task]:
    rooms = {room.id: room for room in facts.rooms}
    for out in unavailable_on(facts.opening.day, facts.unavailabilities):
        if members & set(rooms[out.room_id].elementary_ids):
            said = say_unavailable(out, facts.opening.day, TEAM, rooms)
            name = typeset(rooms[out.room_id].name) if len(members) > 1 else ""
            yield Task(said, out.starts_at, 0, name, "", "", "")
    here = [row for row in facts.held if members & set(rooms[row.room_id].elementary_ids)]
    for row in here:
        yield _task(facts, row, here, rooms, alone=len(members) == 1)


def _task(
    facts: SetupFacts,
    row: BookingRow,
    here: Sequence[BookingRow],
    rooms: Mapping[int, Room],
    *,
    alone: bool,
) -> Task:
    parts = set(rooms[row.room_id].elementary_ids)
    sharing = [other for other in here if parts & set(rooms[other.room_id].elementary_ids)]
    before = [other for other in sharing if other.ends_at <= row.starts_at]
    following = [other.starts_at for other in sharing if other.starts_at >= row.ends_at]
    free = (min(following) - row.ends_at) // _MINUTE if following else None
    layout = _layout(row)
    if before and layout and max(before, key=lambda other: other.ends_at).layout == row.layout:
        layout = _("{layout} (inchangée)").format(layout=layout)
    return Task(
        said=say_booking(row, TEAM, rooms),
        start=row.starts_at,
        heads=row.heads,
        room="" if alone else typeset(rooms[row.room_id].name),
        layout=layout,
        equipment=capital(", ".join(say_needs(row))),
        note=say_note(row),
        after=_say_after(row.ends_at, free),
        hurry=free is not None and free < facts.turnaround_minutes,
    )


def _layout(row: BookingRow) -> str:
    return label_of_layout(row.layout) if row.layout else ""


def _say_after(end: datetime, free: int | None) -> str:
    """When the space can be tidied: “Libre 1 h 30, de 12 h 30 à 14 h”."""
    if free is None:
        return _("Libre à partir de {time}").format(time=say_time(end))
    if free == 0:
        return _("Le groupe suivant enchaîne à {time}").format(time=say_time(end))
    return _("Libre {duration}, de {start} à {end}").format(
        duration=say_duration(free),
        start=say_time(end),
        end=say_time(end + timedelta(minutes=free)),
    )
