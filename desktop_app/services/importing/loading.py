"""What is known before an import is planned: only what the lists at hand can touch is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date, datetime, time

from database.reads import Connection
from database.reads import bookings as read_bookings
from database.reads import importing as read_importing
from database.reads import organisations as read_organisations
from database.reads import venue as read_venue
from desktop_app.domain.civil_time import DAY
from desktop_app.domain.import_report import ListKind
from desktop_app.domain.imported import ListedOrganisation, ListedRoom
from desktop_app.domain.organisations import OrganisationKind
from desktop_app.domain.people import search_key
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.rooms import Room
from desktop_app.domain.trainings import CLOSED
from desktop_app.services.importing.columns import Table
from desktop_app.services.importing.enrolment_list import day_of_session
from desktop_app.services.importing.known import (
    Held,
    Known,
    KnownBooking,
    KnownSeries,
    KnownSession,
)
from desktop_app.services.importing.lines import day_in
from desktop_app.services.importing.week_days import list_days

_HOLDING_A_PLACE = frozenset({"enrolled", "present", "absent", "walk_in"})
_FACTS = tuple(fact.name for fact in fields(ListedOrganisation))


def load_known(
    connection: Connection, tables: Iterable[Table], today: date, *, keep_doubtful: bool = True
) -> Known:
    """The database as it stands, for these lists."""
    tables = tuple(tables)
    venue = read_venue.venue(connection)
    rooms = {room.id: room for room in venue.rooms}
    equipment = read_importing.own_equipment(connection)
    known = Known(
        today=today,
        venue_name=venue.rules.venue_name,
        calendar=venue.calendar,
        rooms={
            room.code: _listed_room(room, rooms, equipment.get(room.id, ())) for room in venue.rooms
        },
        keys={key.code: key for key in read_importing.keys(connection)},
        periods=list(venue.calendar.periods),
        closures=list(venue.calendar.closures),
        organisations=_organisations(connection),
        staff={one.login: one for one in read_importing.staff(connection)},
        titles={one.code: one for one in read_importing.titles(connection)},
        keep_doubtful=keep_doubtful,
    )
    days = sorted(days_named(tables, today))
    if days:
        start = datetime.combine(days[0], time())
        end = datetime.combine(days[-1] + 2 * DAY, time())
        _load_bookings(connection, known, start, end)
        _load_sessions(connection, known, start, end)
    _load_people(connection, known, tables)
    return known


def _listed_room(room: Room, rooms: dict[int, Room], equipment: tuple[str, ...]) -> ListedRoom:
    return ListedRoom(
        code=room.code,
        name=room.name,
        floor=room.floor,
        max_headcount=room.max_headcount,
        seats=room.seats,
        equipment=equipment,
        step_free=room.step_free,
        part_codes=tuple(rooms[part].code for part in room.parts),
        note=room.note,
        position=room.position,
    )


def _organisations(connection: Connection) -> dict[str, ListedOrganisation]:
    return {
        row.code: ListedOrganisation(
            **{name: getattr(row, name) for name in _FACTS if name != "kind"},
            kind=OrganisationKind(row.kind),
        )
        for row in read_organisations.everyone(connection)
    }


def days_named(tables: Iterable[Table], today: date) -> Iterator[date]:
    """Every day the lists speak of; what cannot be read is judged later, with its line."""
    for table in tables:
        if table.kind is ListKind.BOOKINGS:
            days = list_days(table, today)
            yield from days.week.days if days.week else ()
        for line in table.lines:
            try:
                if table.kind is ListKind.SERIES:
                    yield from filter(None, (day_in(line, key, today) for key in ("first", "last")))
                elif table.kind is ListKind.BOOKINGS:
                    yield from filter(None, [day_in(line, "day", today)])
                elif table.kind is ListKind.ENROLMENTS:
                    yield day_of_session(line, today)
            except Refusal:
                continue


def _load_bookings(connection: Connection, known: Known, start: datetime, end: datetime) -> None:
    by_id: dict[int, KnownBooking] = {}
    for series_id, facts in read_importing.series(connection).items():
        series = KnownSeries(facts)
        known.series[facts.code] = series
        if facts.last_day < start.date() or facts.first_day > end.date():
            continue
        for stored in read_importing.dates_of_series(connection, series_id):
            one = KnownBooking(stored.facts, stored.status, stored.id, stored.version)
            by_id[stored.id] = one
            if stored.original_day is not None:
                series.dates[stored.original_day] = one
    for stored in read_importing.listed_bookings(connection, start, end):
        one = by_id.get(stored.id) or KnownBooking(
            stored.facts, stored.status, stored.id, stored.version
        )
        known.bookings[stored.facts.source_key] = one
    earliest = start - read_bookings.LONGEST
    for booking_id, room, starts, ends in read_importing.held(connection, start, end, earliest):
        known.occupancy.hold((room,), Held(starts, ends, str(booking_id)))


def _load_sessions(connection: Connection, known: Known, start: datetime, end: datetime) -> None:
    for stored in read_importing.sessions(connection, start, end):
        session = KnownSession(
            stored.title_code,
            stored.starts_at,
            stored.capacity,
            stored.group_size,
            closed=stored.status in CLOSED,
        )
        for person, status, source_key in read_importing.enrolments(connection, stored.id):
            session.persons.add(person)
            session.people += status in _HOLDING_A_PLACE
            if source_key:
                session.source_keys[source_key] = person
        known.sessions[stored.title_code, stored.starts_at] = session


def _load_people(connection: Connection, known: Known, tables: Iterable[Table]) -> None:
    lines = [line for table in tables if table.kind is ListKind.ENROLMENTS for line in table.lines]
    emails = {line.get("email").strip().lower() for line in lines} - {""}
    names = {search_key(line.get("last_name"), line.get("first_name")) for line in lines}
    swapped = {search_key(line.get("first_name"), line.get("last_name")) for line in lines}
    found = read_importing.people(connection, sorted(emails), sorted((names | swapped) - {""}))
    for person_id, person in found.items():
        known.people.know(person_id, person)
    for session in known.sessions.values():
        missing = [ref for ref in session.persons if not known.people.knows(ref)]
        for person_id, person in read_importing.people_with_ids(connection, missing).items():
            known.people.know(person_id, person)
