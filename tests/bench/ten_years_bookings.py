"""The bookings of the ten-year venue: 200,000 of them, some 400 a week, over a third in series.

From mid September to mid May 220 places (a weekday, a room, an hour) belong to a weekly series of
that season, with its own title; what else is booked has one of a thousand titles.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice, product
from typing import Any, NamedTuple

from sqlalchemy import Connection, insert

from database import tables

BOOKINGS = 200_000
ROOMS = 12
ORGANISATIONS = 400
SERIES_A_SEASON = 220
FIRST_DAY, LAST_SEASON = date(2017, 9, 4), 2027
KINDS = ("meeting", "permanence", "training", "culture")
_HOURS = ("08:00", "09:30", "11:00", "12:30", "14:00", "15:30", "17:00", "18:30", "20:00")
_SLOTS = tuple(time.fromisoformat(hour) for hour in _HOURS)
_OPENS, _CLOSES = (9, 15), (5, 15)
_TAKEN, _TAKEN_BESIDE_SERIES = 0.617, 0.42
_BATCH = 5_000

Place = tuple[int, int, int, time]
"""Season, weekday, room, hour."""


class Series(NamedTuple):
    """A weekly series of one season."""

    id: int
    season: int
    weekday: int
    room: int
    starts: time
    organisation: int
    minutes: int

    @property
    def title(self) -> str:
        return f"Permanence du collectif {self.organisation}"


def add(connection: Connection) -> None:
    """Add series and bookings to a venue whose rooms and organisations are numbered from 1."""
    series = {(one.season, one.weekday, one.room, one.starts): one for one in _series()}
    connection.execute(insert(tables.booking_series), [_row(one) for one in series.values()])
    bookings = islice(_bookings(series), BOOKINGS)
    while batch := list(islice(bookings, _BATCH)):
        connection.execute(insert(tables.booking), batch)
        connection.execute(insert(tables.occupancy), [_occupancy(booking) for booking in batch])


def _series() -> Iterator[Series]:
    chance, number = random.Random(220), 0
    places = tuple(product(range(6), range(1, ROOMS + 1), _SLOTS))
    for season in range(FIRST_DAY.year, LAST_SEASON):
        for weekday, room, starts in chance.sample(places, SERIES_A_SEASON):
            number += 1
            organisation = chance.randint(1, ORGANISATIONS)
            minutes = chance.choice((60, 90))
            yield Series(number, season, weekday, room, starts, organisation, minutes)


def _row(one: Series) -> dict[str, Any]:
    starts_minute = one.starts.hour * 60 + one.starts.minute
    return {
        "id": one.id,
        "code": f"S{one.id:04d}",
        "title": one.title,
        "kind": "permanence",
        "organisation_id": one.organisation,
        "room_id": one.room,
        "starts_minute": starts_minute,
        "ends_minute": starts_minute + one.minutes,
        "rule": {"rhythm": "weekly"},
        "first_day": date(one.season, *_OPENS),
        "last_day": date(one.season + 1, *_CLOSES),
        "discreet": False,
    }


def _season_of(day: date) -> int | None:
    """The year in which the season of this day began; None in summer."""
    if (day.month, day.day) >= _OPENS:
        return day.year
    return day.year - 1 if (day.month, day.day) <= _CLOSES else None


def _bookings(series: dict[Place, Series]) -> Iterator[dict[str, Any]]:
    """Slots of each day and room, a good half of them taken, Sundays never; without end."""
    chance = random.Random(48)
    number, day = 0, FIRST_DAY
    while True:
        season = _season_of(day)
        taken = _TAKEN if season is None else _TAKEN_BESIDE_SERIES
        for room, slot in product(range(1, ROOMS + 1), _SLOTS):
            one = None if season is None else series.get((season, day.weekday(), room, slot))
            if one is not None or chance.random() < taken:
                number += 1
                start = datetime.combine(day, slot)
                told = _once(number, start, chance) if one is None else _of_series(one, start)
                yield {
                    "id": number,
                    "room_id": room,
                    "starts_at": start,
                    "status": "confirmed",
                    "heads": chance.randint(2, 12),
                    "discreet": False,
                    **told,
                }
        day += timedelta(days=2 if day.weekday() == 5 else 1)


def _once(number: int, start: datetime, chance: random.Random) -> dict[str, Any]:
    return {
        "ends_at": start + timedelta(minutes=chance.choice((45, 60, 90))),
        "kind": chance.choice(KINDS),
        "title": f"Réunion d’équipe {number % 997}",
        "search_key": f"reunion d equipe {number % 997}",
        "organisation_id": chance.randint(1, ORGANISATIONS),
        "series_id": None,
        "original_day": None,
    }


def _of_series(one: Series, start: datetime) -> dict[str, Any]:
    return {
        "ends_at": start + timedelta(minutes=one.minutes),
        "kind": "permanence",
        "title": one.title,
        "search_key": one.title.lower(),
        "organisation_id": one.organisation,
        "series_id": one.id,
        "original_day": start.date(),
    }


def _occupancy(booking: dict[str, Any]) -> dict[str, Any]:
    kept = ("room_id", "starts_at", "ends_at")
    return {"booking_id": booking["id"], **{name: booking[name] for name in kept}}
