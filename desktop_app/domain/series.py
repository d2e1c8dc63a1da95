"""A series asked for, seen date by date before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from desktop_app.domain.availability import Objection, Request, objections, preventing
from desktop_app.domain.bookings import Booking, BookingRow, Draft, SeriesRow
from desktop_app.domain.recurrence import Rule, RuleDate
from desktop_app.domain.venue import Venue

VERDICTS = {
    "room_taken": "taken",
    "room_unavailable": "unavailable",
    "venue_closed": "closed",
    "opens_later": "outside",
    "closes_earlier": "outside",
    "over_headcount": "over_headcount",
    "no_room_that_size": "over_headcount",
    "day_past": "past",
}
"""Objection → the word a date of the preview carries; a date nothing prevents is `free`."""

SKIPPED = "skipped"
"""Reason of a date left out when the series was made: kept, listed, and free to be taken later."""


@dataclass(frozen=True, slots=True)
class SeriesDraft:
    """A series asked for: the draft of its first date gives the room, the hours and the facts."""

    draft: Draft
    rule: Rule
    last_day: date
    code: str = ""

    @property
    def first_day(self) -> date:
        return self.draft.starts_at.date()


class SeriesDate(NamedTuple):
    """One date of the preview. verdict: a value of `VERDICTS`, or `free`.

    closed_reason: why the venue is closed that day. alerts: what is told and does not prevent
    (an insurance that ends before the date).
    """

    day: date
    starts_at: datetime
    ends_at: datetime
    verdict: str
    objections: tuple[Objection, ...] = ()
    alerts: tuple[Objection, ...] = ()
    closed_reason: str = ""

    @property
    def can_be_taken(self) -> bool:
        return self.verdict == "free"


class SeriesPreview(NamedTuple):
    """Every date of a series asked for, in order, with its verdict."""

    dates: tuple[SeriesDate, ...]

    @property
    def free(self) -> tuple[SeriesDate, ...]:
        return tuple(one for one in self.dates if one.can_be_taken)


def preview(
    venue: Venue,
    asked: SeriesDraft,
    dates: Iterable[RuleDate],
    occupied: Iterable[BookingRow],
    now: datetime,
) -> SeriesPreview:
    """Give each date its verdict. occupied: live bookings of the rooms concerned, all dates."""
    by_day: dict[date, list[BookingRow]] = {}
    for row in occupied:
        for day in {row.starts_at.date(), row.ends_at.date()}:
            by_day.setdefault(day, []).append(row)
    return SeriesPreview(
        tuple(_date_of(venue, asked.draft, one, by_day.get(one.day, ()), now) for one in dates)
    )


def _date_of(
    venue: Venue, draft: Draft, one: RuleDate, occupied: Iterable[BookingRow], now: datetime
) -> SeriesDate:
    starts_at, ends_at = hours_on(one.day, draft.starts_at, draft.ends_at)
    if one.dropped is not None:
        return SeriesDate(one.day, starts_at, ends_at, "closed", closed_reason=one.dropped)
    request = Request(draft.room_id, starts_at, ends_at, draft.heads, draft.layout)
    found = objections(venue, request, occupied, now)
    against = preventing(found)
    verdict = VERDICTS[against[0].code] if against else "free"
    return SeriesDate(one.day, starts_at, ends_at, verdict, found)


def hours_on(day: date, starts_at: datetime, ends_at: datetime) -> tuple[datetime, datetime]:
    """The same hours on another day; what passes midnight still does."""
    start = datetime.combine(day, starts_at.time())
    return start, start + (ends_at - starts_at)


def draft_on(asked: SeriesDraft, one: SeriesDate) -> Draft:
    """The draft of one date."""
    return replace(asked.draft, starts_at=one.starts_at, ends_at=one.ends_at)


HOURS = frozenset({"starts_minute", "ends_minute"})


def changed_date(booking: Booking, series: SeriesRow, facts: Mapping[str, Any]) -> Booking:
    """A date of the series after the series changed.

    What had been changed on this very date (another room, other hours, another title) stays.
    """
    plain = {
        name: value
        for name, value in facts.items()
        if name not in HOURS and _follows(booking, series, name)
    }
    if not HOURS & set(facts) or not _keeps_hours(booking, series):
        return replace(booking, **plain)
    midnight = datetime.combine(booking.starts_at.date(), datetime.min.time())
    starts = midnight + timedelta(minutes=facts.get("starts_minute", series.starts_minute))
    ends = midnight + timedelta(minutes=facts.get("ends_minute", series.ends_minute))
    return replace(booking, starts_at=starts, ends_at=ends, **plain)


def _follows(booking: Booking, series: SeriesRow, name: str) -> bool:
    return name not in SeriesRow._fields or getattr(booking, name) == getattr(series, name)


def _keeps_hours(booking: Booking, series: SeriesRow) -> bool:
    midnight = datetime.combine(booking.starts_at.date(), datetime.min.time())
    return booking.starts_at == midnight + timedelta(
        minutes=series.starts_minute
    ) and booking.ends_at == midnight + timedelta(minutes=series.ends_minute)
