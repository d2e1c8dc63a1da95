"""What a sheet announces, as plain values, so that two moments can be compared without drawing.

The *gist* is what makes a printed sheet out of date when it changes: hours, rooms, titles, as far
as this audience reads them. What *passes* by itself (who has arrived, what is on now) is kept
apart: it makes another edition when the sheet is printed again, and never an old one stale.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from functools import singledispatch
from typing import Any

from desktop_app.documents.agenda_plan import AgendaFacts
from desktop_app.documents.door_facts import NEXT, NOW, PAST, DoorFacts, entries_of
from desktop_app.documents.facts import PUBLIC, TEAM, DayFacts, DayHours, Edition, WeekFacts
from desktop_app.documents.season_rows import SeasonFacts
from desktop_app.documents.setup_rows import SetupFacts
from desktop_app.domain.bookings import BookingRow, Status, family
from desktop_app.domain.rooms import Room, RoomUnavailability

_UNSURE = (Status.OPTION, Status.PENDING)
_HERE = (Status.ARRIVED, Status.DONE)


def digest(value: Any) -> str:
    """Sixty-four hexadecimal digits that change with any part of the value."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _plain(value: Any) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)


def gist_of(facts: Any) -> Any:
    """What the sheet announces. Raises TypeError for a sheet that has no editions.

    A group that did not come was announced all the same.
    """
    if isinstance(facts, SeasonFacts):
        return _gist(facts)
    rows = getattr(facts, "bookings", ())
    expected = tuple(
        row._replace(status=Status.CONFIRMED) if row.status == Status.NO_SHOW else row
        for row in rows
    )
    return _gist(replace(facts, bookings=expected) if expected != rows else facts)


def passing_of(facts: Any) -> Any:
    """What is on the sheet only for the moment: who did not come, and what the sheet adds."""
    missing = [row.id for row in getattr(facts, "bookings", ()) if row.status == Status.NO_SHOW]
    return (missing, _passing(facts))


@singledispatch
def _gist(facts: Any) -> Any:
    raise TypeError(f"no gist of {type(facts).__name__}")


@singledispatch
def _passing(_facts: Any) -> Any:
    return ()


@_gist.register
def _week(facts: WeekFacts) -> Any:
    return (
        _head(facts.edition),
        _rooms(facts.rooms, facts.audience),
        _days(facts.days),
        _rows(facts.held, facts.audience),
        _rows(facts.dropped, facts.audience),
        _out_of_use(facts.unavailabilities, facts.days, facts.audience),
    )


@_gist.register
def _day(facts: DayFacts) -> Any:
    team = facts.audience == TEAM
    return (
        _head(facts.edition),
        _rooms(facts.rooms, facts.audience),
        _days((facts.opening,)),
        [(*_row(row, facts.audience), *(_details(row) if team else ())) for row in facts.held],
        _rows(facts.dropped, facts.audience),
        _out_of_use(facts.unavailabilities, (facts.opening,), facts.audience),
        sorted(facts.keys.items()) if team else (),
    )


@_passing.register
def _arrivals(facts: DayFacts) -> Any:
    return [(row.id, row.status) for row in facts.held if row.status in _HERE]


@_gist.register
def _agenda(facts: AgendaFacts) -> Any:
    return (
        _head(facts.edition),
        facts.subject,
        _rooms(facts.rooms, facts.audience),
        _days(facts.days),
        _rows(facts.held, facts.audience),
        _rows(facts.dropped, facts.audience),
        _out_of_use(facts.unavailabilities, facts.days, facts.audience),
    )


@_gist.register
def _setup(facts: SetupFacts) -> Any:
    return (
        _head(facts.edition),
        _rooms(facts.rooms, TEAM),
        _days((facts.opening,)),
        [(*_row(row, TEAM), *_needs(row)) for row in facts.held],
        _out_of_use(facts.unavailabilities, (facts.opening,), TEAM),
        sorted(facts.keys.items()),
        sorted(facts.remarks.items()),
        facts.turnaround_minutes,
    )


@_gist.register
def _door(facts: DoorFacts) -> Any:
    return (
        _head(facts.edition),
        (facts.room.name, facts.room.floor),
        _days((facts.opening,)),
        _rows(facts.held, PUBLIC),
        [(_row(one.row, PUBLIC), one.room and one.room.name) for one in facts.elsewhere],
        _out_of_use(facts.unavailabilities, (facts.opening,), PUBLIC),
    )


@_passing.register
def _now_and_next(facts: DoorFacts) -> Any:
    """Which line is on, which comes, which is over; and the minute that is told."""
    entries = entries_of(facts)
    return [(one.when, one.tag) for one in entries if one.when in (NOW, NEXT, PAST)]


@_gist.register
def _season(facts: SeasonFacts) -> Any:
    team = facts.audience == TEAM
    return (
        _head(facts.edition),
        facts.organisation_name,
        (facts.first, facts.last),
        [
            (
                part.series and part.series._replace(version=0, heads=0),
                [
                    (*_row(row, facts.audience), row.status, row.original_day)
                    + ((row.reason,) if team or row.status == Status.DROPPED_CLOSURE else ())
                    for row in part.bookings
                ],
            )
            for part in facts.parts
        ],
    )


def _head(edition: Edition) -> Any:
    picture = hashlib.sha256(edition.header_image).hexdigest() if edition.header_image else ""
    return (edition.venue_name, edition.header_text, picture)


def _rooms(rooms: Iterable[Room], audience: str) -> Any:
    team = audience == TEAM
    return [
        (room.id, room.name, room.floor, room.parts, room.max_headcount if team else 0)
        for room in rooms
    ]


def _days(days: Iterable[DayHours]) -> Any:
    return [
        (day.day, [(span.start, span.end) for span in day.hours], day.closed and day.closed.reason,
         day.holiday)
        for day in days
    ]  # fmt: skip


def _rows(rows: Iterable[BookingRow], audience: str) -> Any:
    return [_row(row, audience) for row in rows]


def _row(row: BookingRow, audience: str) -> tuple[Any, ...]:
    """A booking as this audience reads it: a word changed that it never sees changes nothing."""
    when_and_where = (row.starts_at, row.ends_at, row.room_id, row.status in _UNSURE)
    if audience != TEAM:
        if row.discreet:
            return (*when_and_where, family(row.kind))
        return (*when_and_where, family(row.kind), row.kind, row.title, row.organisation_name)
    return (
        *when_and_where,
        row.kind,
        row.title,
        row.organisation_name,
        row.heads,
        row.discreet,
        row.option_expires_on,
        row.status if row.status in _UNSURE else "",
    )


def _details(row: BookingRow) -> tuple[Any, ...]:
    """What only the day plan of the team says of a booking."""
    name = row.contact_name or row.responsible_name
    return (*_needs(row), name, row.contact_phone)


def _needs(row: BookingRow) -> tuple[Any, ...]:
    return (row.layout, row.equipment, row.step_free, row.note)


def _out_of_use(
    periods: Iterable[RoomUnavailability], days: Iterable[DayHours], audience: str
) -> Any:
    """Rooms out of use on these days only: next month's works change no sheet of today."""
    days = tuple(days)
    first, last = days[0].day, days[-1].day
    return [
        (out.room_id, out.starts_at, out.ends_at, out.reason if audience == TEAM else "")
        for out in sorted(periods, key=lambda out: (out.starts_at, out.room_id))
        if out.starts_at.date() <= last and out.ends_at.date() >= first
    ]
