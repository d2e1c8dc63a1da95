"""When the venue is open: weekly hours, public holidays, closures and school holidays.

Everyone may enter. A public holiday is a *default* closure: the venue may open on one of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from desktop_app.domain.civil_time import DAY, Span
from desktop_app.domain.public_holidays import public_holiday
from desktop_app.domain.school_holidays import (
    SchoolHoliday,
    known_until,
    school_holidays_of,
    school_year,
)

__all__ = [
    "Calendar",
    "ClosedDay",
    "Closure",
    "OpeningPeriod",
    "SchoolHoliday",
    "school_holidays_of",
]

PUBLIC_HOLIDAY = "public_holiday"
CLOSURE = "closure"
WEEKLY = "weekly"


@dataclass(frozen=True, slots=True, order=True)
class OpeningPeriod:
    """Hours of one weekday (0 = Monday). Minutes from midnight; closes may pass 1440.

    nth: None for every week, 1…5 for the nth such weekday of the month, -1 for the last.
    """

    weekday: int
    opens: int
    closes: int
    nth: int | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.weekday <= 6:
            raise ValueError(f"no weekday {self.weekday}")
        if not 0 <= self.opens < self.closes <= 2 * 1440 or self.opens >= 1440:
            raise ValueError(f"no such hours: {self.opens} … {self.closes} minutes")
        if self.nth is not None and (self.nth == 0 or not -1 <= self.nth <= 5):
            raise ValueError(f"no such week of the month: {self.nth}")

    def applies_on(self, day: date) -> bool:
        if day.weekday() != self.weekday:
            return False
        if self.nth is None:
            return True
        if self.nth == -1:
            return (day + 7 * DAY).month != day.month
        return (day.day - 1) // 7 + 1 == self.nth


@dataclass(frozen=True, slots=True, order=True)
class Closure:
    """Days on which the whole venue is closed, both bounds included, and why."""

    first: date
    last: date
    reason: str

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a closure ends after it starts: {self.first} … {self.last}")


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """Why a day is closed. kind: `public_holiday`, `closure`, or `weekly` (no hours that day).

    reason: the holiday's name or the closure's reason; empty for `weekly`.
    """

    kind: str
    reason: str


@dataclass(frozen=True)
class Calendar:
    """The venue's opening, asked day by day. Answers are kept, so asking again is free.

    school_holidays: rows typed or imported by the venue; a row replaces the library's holiday of
    the same zone, school year and name (“Noël” is “Vacances de Noël”), or adds one it lacks.
    open_holidays: public holidays on which the venue opens all the same.
    A calendar without any period is always closed.
    """

    periods: tuple[OpeningPeriod, ...] = ()
    closures: tuple[Closure, ...] = ()
    school_holidays: tuple[SchoolHoliday, ...] = ()
    open_holidays: frozenset[date] = frozenset()
    _hours: dict[date, tuple[Span, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _closed: dict[date, ClosedDay | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _school: dict[tuple[date, str], SchoolHoliday | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def hours_on(self, day: date) -> tuple[Span, ...]:
        """The opening spans that start on this day, in order, touching ones joined."""
        try:
            return self._hours[day]
        except KeyError:
            return self._hours.setdefault(day, self._find_hours(day))

    def closed_day(self, day: date) -> ClosedDay | None:
        """Why the venue is closed all day, a public holiday's name first; None when it opens."""
        try:
            return self._closed[day]
        except KeyError:
            return self._closed.setdefault(day, self._find_closed(day))

    def public_holiday(self, day: date) -> str | None:
        """The French name of the day's holiday (two in one day are joined), open or not."""
        return public_holiday(day)

    def school_holiday(self, day: date, zone: str = "C") -> SchoolHoliday | None:
        """The school holiday of this zone the day lies in."""
        key = (day, zone)
        try:
            return self._school[key]
        except KeyError:
            return self._school.setdefault(key, self._find_school_holiday(day, zone))

    def school_holidays_in(self, zone: str, year: int) -> tuple[SchoolHoliday, ...]:
        """A zone's holidays of the school year that starts in September of `year`, in order."""
        own = [row for row in self.school_holidays if row.zone == zone and school_year(row) == year]
        replaced = {row.key for row in own}
        library = (row for row in school_holidays_of(zone, year, year) if row.key not in replaced)
        return tuple(sorted([*own, *library], key=lambda row: row.first))

    def school_holidays_known_until(self, zone: str = "C") -> date:
        """The last day off known: a rule “sauf vacances” says nothing sure of later dates."""
        own = (row.last for row in self.school_holidays if row.zone == zone)
        return max([known_until(zone), *own])

    def holds(self, span: Span) -> bool:
        """Is the venue open from the start of this span to its end, without a break?"""
        return any(
            opening.covers(span)
            for day in (span.day, span.day - DAY)
            for opening in self.hours_on(day)
        )

    def _find_hours(self, day: date) -> tuple[Span, ...]:
        if self._shut(day) is not None:
            return ()
        midnight = datetime.combine(day, datetime.min.time())
        bounds = sorted(
            (period.opens, period.closes) for period in self.periods if period.applies_on(day)
        )
        return tuple(
            Span(midnight + timedelta(minutes=opens), midnight + timedelta(minutes=closes))
            for opens, closes in _joined(bounds)
        )

    def _find_closed(self, day: date) -> ClosedDay | None:
        shut = self._shut(day)
        if shut is None and not self.hours_on(day):
            return ClosedDay(WEEKLY, "")
        return shut

    def _shut(self, day: date) -> ClosedDay | None:
        """The dated closing of a day, weekly hours apart."""
        holiday = public_holiday(day)
        if holiday is not None and day not in self.open_holidays:
            return ClosedDay(PUBLIC_HOLIDAY, holiday)
        for closure in self.closures:
            if closure.first <= day <= closure.last:
                return ClosedDay(CLOSURE, closure.reason)
        return None

    def _find_school_holiday(self, day: date, zone: str) -> SchoolHoliday | None:
        for year in (day.year, day.year - 1):
            for row in self.school_holidays_in(zone, year):
                if row.first <= day <= row.last:
                    return row
        return None


def _joined(bounds: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Bounds in order, overlapping or touching ones made one."""
    joined: list[tuple[int, int]] = []
    for opens, closes in bounds:
        if joined and opens <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], closes))
        else:
            joined.append((opens, closes))
    return joined
