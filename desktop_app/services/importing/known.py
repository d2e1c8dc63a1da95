"""What is known while an import is planned: the database as it stands, then each line learnt.

Plain values in memory, thrown away afterwards. Only the planners of this package enter.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from desktop_app.domain.import_report import Verdict
from desktop_app.domain.imported import (
    ListedBooking,
    ListedKey,
    ListedOrganisation,
    ListedPerson,
    ListedRoom,
    ListedSeries,
    ListedStaff,
    ListedTitle,
)
from desktop_app.domain.opening import Calendar, Closure, OpeningPeriod
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.search_text import fold


class Held(NamedTuple):
    """A time during which an elementary room is held. owner: a booking's id, or a name of ours."""

    starts_at: datetime
    ends_at: datetime
    owner: str


class Occupancy:
    """Who holds which room when; rows of one room never overlap."""

    def __init__(self) -> None:
        self._rows: dict[str, list[Held]] = defaultdict(list)

    def hold(self, room_codes: Iterable[str], held: Held) -> None:
        for code in room_codes:
            insort(self._rows[code], held)

    def release(self, room_codes: Iterable[str], owner: str) -> None:
        for code in room_codes:
            self._rows[code] = [row for row in self._rows[code] if row.owner != owner]

    def in_the_way(
        self, room_codes: Iterable[str], starts_at: datetime, ends_at: datetime, owner: str = ""
    ) -> Held | None:
        """Who holds one of these rooms during [starts_at, ends_at), `owner` apart."""
        for code in room_codes:
            rows = self._rows[code]
            place = bisect_left(rows, Held(ends_at, datetime.min, "")) - 1
            while place >= 0 and rows[place].ends_at > starts_at:
                if rows[place].owner != owner:
                    return rows[place]
                place -= 1
        return None


@dataclass(slots=True)
class KnownBooking:
    """A booking there already, or planned just now (then its id is None)."""

    facts: ListedBooking
    status: str
    booking_id: int | None = None
    version: int = 0


@dataclass(slots=True)
class KnownSeries:
    """A series and its dates by the day its rule gave."""

    facts: ListedSeries
    dates: dict[date, KnownBooking] = field(default_factory=dict)


@dataclass(slots=True)
class KnownSession:
    """A training session. people: those who hold a place; persons: refs of everybody enrolled.

    closed: its check-in is over, nobody can be enrolled any more.
    """

    title_code: str
    starts_at: datetime
    capacity: int
    group_size: int
    people: int = 0
    persons: set[int] = field(default_factory=set)
    source_keys: dict[str, int] = field(default_factory=dict)
    closed: bool = False


@dataclass(slots=True)
class Known:
    """Everything a planner may ask. today: the civil day of the import."""

    today: date
    venue_name: str
    calendar: Calendar = field(default_factory=Calendar)
    rooms: dict[str, ListedRoom] = field(default_factory=dict)
    keys: dict[str, ListedKey] = field(default_factory=dict)
    periods: list[OpeningPeriod] = field(default_factory=list)
    closures: list[Closure] = field(default_factory=list)
    organisations: dict[str, ListedOrganisation] = field(default_factory=dict)
    staff: dict[str, ListedStaff] = field(default_factory=dict)
    titles: dict[str, ListedTitle] = field(default_factory=dict)
    series: dict[str, KnownSeries] = field(default_factory=dict)
    bookings: dict[str, KnownBooking] = field(default_factory=dict)
    sessions: dict[tuple[str, datetime], KnownSession] = field(default_factory=dict)
    occupancy: Occupancy = field(default_factory=Occupancy)
    people: PeopleBook = field(default_factory=lambda: PeopleBook())
    doubtful: set[tuple[str, str]] = field(default_factory=set)
    """(kind of thing, code) of what is known only if doubtful lines are taken."""
    keep_doubtful: bool = True
    """A dry run goes on as if doubtful lines were taken; an import that leaves them does not."""

    def learns(self, kind: str, code: str, verdict: Verdict) -> bool:
        """Should what this line says be known to the next ones? Doubt is remembered."""
        if verdict is not Verdict.DOUBTFUL:
            self.doubtful.discard((kind, code))
            return True
        self.doubtful.add((kind, code))
        return self.keep_doubtful

    def room(self, code: str, field_name: str = "room") -> ListedRoom:
        """The room of this code or name. Raises Refusal `import_room_unknown`."""
        found = self.rooms.get(code.strip().upper()) or self.rooms.get(code.strip())
        if found is None:
            named = [room for room in self.rooms.values() if fold(room.name) == fold(code)]
            if len(named) != 1:
                raise Refusal("import_room_unknown", field=field_name, text=code)
            found = named[0]
        return found

    def organisation(self, text: str) -> ListedOrganisation | None:
        """The organisation of this code or name."""
        found = self.organisations.get(text.strip().upper())
        if found is not None:
            return found
        folded = fold(text)
        return next((one for one in self.organisations.values() if fold(one.name) == folded), None)

    def title(self, text: str) -> ListedTitle | None:
        """The training of this code or title; a title may be cut short (“…”)."""
        found = self.titles.get(text.strip().upper())
        if found is not None:
            return found
        folded = fold(text)
        same = [title for title in self.titles.values() if fold(title.title) == folded]
        if not same and text.rstrip().endswith(("…", "...")):
            same = [one for one in self.titles.values() if fold(one.title).startswith(folded)]
        return same[0] if len(same) == 1 else None


class PeopleBook:
    """Persons by e-mail and by name; new ones get negative references."""

    def __init__(self) -> None:
        self._people: dict[int, ListedPerson] = {}
        self._by_email: dict[str, list[int]] = defaultdict(list)
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._next = -1

    def know(self, ref: int, person: ListedPerson) -> None:
        """Enter a person, or what is now known of one."""
        before = self._people.get(ref)
        if before is not None:
            self._by_name[name_key(before)].remove(ref)
            if before.email:
                self._by_email[before.email].remove(ref)
        self._people[ref] = person
        self._by_name[name_key(person)].append(ref)
        if person.email:
            self._by_email[person.email].append(ref)

    def new(self, person: ListedPerson) -> int:
        ref, self._next = self._next, self._next - 1
        self.know(ref, person)
        return ref

    def knows(self, ref: int) -> bool:
        return ref in self._people

    def person(self, ref: int) -> ListedPerson:
        return self._people[ref]

    def with_email(self, email: str) -> tuple[int, ...]:
        return tuple(self._by_email.get(email, ())) if email else ()

    def with_name(self, person: ListedPerson) -> tuple[int, ...]:
        return tuple(self._by_name.get(name_key(person), ()))


def name_key(person: ListedPerson) -> str:
    """Last name and first name, folded and kept apart."""
    return f"{fold(person.last_name)}|{fold(person.first_name)}"
