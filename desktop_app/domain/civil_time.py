"""Wall-clock intervals and ISO weeks, as the venue's planning thinks them. Everyone may enter.

Everything here is civil: naive local datetimes and dates, no zone, no instant. Reading what people
type is next door (`reading_time`, `reading_day`, `reading_week`); saying it is for
`desktop_app.wording.dates`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desktop_app.domain.refusals import Refusal

DAY = timedelta(days=1)

EVENING = time(18)
"""From this hour on, an end early in the morning means the next day (22 h – 1 h)."""

SMALL_HOURS = time(6)
"""The latest end that may belong to the evening before."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open interval of wall time: one that ends at 16 h and one that starts then are apart.

    Both bounds are naive; ValueError for an aware one and for an end that is not after the start.
    """

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is not None or self.end.tzinfo is not None:
            raise ValueError("a span is wall time: its bounds carry no zone")
        if self.end <= self.start:
            raise ValueError(f"a span ends after it starts: {self.start} … {self.end}")

    @property
    def day(self) -> date:
        """The civil day the span belongs to: the one it starts on, even when it passes midnight."""
        return self.start.date()

    @property
    def minutes(self) -> int:
        """Length on the wall, in whole minutes."""
        return (self.end - self.start) // timedelta(minutes=1)

    def overlaps(self, other: Span) -> bool:
        """Do the two share any time?"""
        return self.start < other.end and other.start < self.end

    def contains(self, moment: datetime) -> bool:
        """Is this wall time inside (the end is not)?"""
        return self.start <= moment < self.end

    def covers(self, other: Span) -> bool:
        """Does the other lie wholly inside this one?"""
        return self.start <= other.start and other.end <= self.end

    def moved_to(self, day: date) -> Span:
        """The same hours, and the same length, on another day."""
        start = datetime.combine(day, self.start.time())
        return Span(start, start + (self.end - self.start))


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """An ISO 8601 week, from Monday to Sunday. ValueError when the year has no such week.

    The year is the ISO year: 1 January 2027 lies in week 53 of 2026.
    """

    year: int
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= weeks_in(self.year):
            raise ValueError(f"{self.year} has no week {self.number}")

    @classmethod
    def of(cls, day: date) -> Week:
        """The week a civil day lies in."""
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @property
    def monday(self) -> date:
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def sunday(self) -> date:
        return date.fromisocalendar(self.year, self.number, 7)

    @property
    def days(self) -> tuple[date, ...]:
        """The seven days, Monday first."""
        monday = self.monday
        return tuple(monday + DAY * ahead for ahead in range(7))

    def next(self) -> Week:
        return Week.of(self.monday + DAY * 7)

    def previous(self) -> Week:
        return Week.of(self.monday - DAY)

    def __str__(self) -> str:
        """The ISO writing, `2026-W48`: for files and addresses, not for the screen."""
        return f"{self.year:04d}-W{self.number:02d}"


def weeks_in(year: int) -> int:
    """52 or 53: the number of ISO weeks of a year (28 December is always in the last)."""
    return date(year, 12, 28).isocalendar()[1]


def passes_midnight(start: time, end: time) -> bool:
    """Does an end that is not after the start mean the next morning, rather than a slip?

    Only for an evening: from 18 h on, until 6 h at the latest (the count night, 22 h – 1 h).
    """
    return end <= start and start >= EVENING and end <= SMALL_HOURS


def span_of(day: date, start: time, end: time, *, field: str | None = "end") -> Span:
    """The span of these hours on that day, into the next morning when they pass midnight.

    Raises the refusal `end_before_start` (values start, end) on `field`.
    """
    if end > start:
        return Span(datetime.combine(day, start), datetime.combine(day, end))
    if passes_midnight(start, end):
        return Span(datetime.combine(day, start), datetime.combine(day + DAY, end))
    raise Refusal("end_before_start", field=field, start=start, end=end)
