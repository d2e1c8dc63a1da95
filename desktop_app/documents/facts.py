"""What a sheet is made from: frozen facts, already read, for one day or one week.

Services fill these in, the sheets draw them; a sheet knows nothing else, not even today's date, so
that the same facts always give the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from desktop_app.domain.bookings import LIVE, BookingRow, Status
from desktop_app.domain.civil_time import Span, Week
from desktop_app.domain.opening import Calendar, ClosedDay
from desktop_app.domain.papers import AUDIENCES, PAPERS, PUBLIC, TEAM
from desktop_app.domain.rooms import Room, RoomUnavailability

__all__ = ["AUDIENCES", "PAPERS", "PUBLIC", "TEAM", "DayFacts", "DayHours", "Edition", "WeekFacts"]


@dataclass(frozen=True, slots=True)
class Edition:
    """Who publishes the sheet and when it was made (wall time). language: `fr` or `en`.

    number: of the edition, 0 for a sheet that has none. replaces: when the edition before it was
    made; None for the first. header_image: a PNG or JPEG of the operator's own, empty for none.
    """

    venue_name: str
    made_at: datetime
    header_text: str = ""
    language: str = "fr"
    number: int = 0
    replaces: datetime | None = None
    header_image: bytes = b""

    @property
    def heading(self) -> str:
        """The operator's own header, or else the venue's name."""
        return self.header_text or self.venue_name


@dataclass(frozen=True, slots=True)
class DayHours:
    """One day's opening. closed: why it is shut all day; holiday: its name, even when open."""

    day: date
    hours: tuple[Span, ...] = ()
    closed: ClosedDay | None = None
    holiday: str | None = None

    @classmethod
    def of(cls, day: date, calendar: Calendar) -> DayHours:
        """What the venue's calendar says of a day."""
        return cls(
            day, calendar.hours_on(day), calendar.closed_day(day), calendar.public_holiday(day)
        )


@dataclass(frozen=True, slots=True)
class DayFacts:
    """One day on paper. keys: room id → codes of the keys that open it."""

    opening: DayHours
    rooms: tuple[Room, ...]
    bookings: tuple[BookingRow, ...]
    edition: Edition
    audience: str = TEAM
    unavailabilities: tuple[RoomUnavailability, ...] = ()
    keys: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    @property
    def week(self) -> Week:
        return Week.of(self.opening.day)

    @property
    def held(self) -> tuple[BookingRow, ...]:
        """Bookings that start on this day and hold their room, in time order."""
        return tuple(
            row
            for row in sorted(_live(self.bookings), key=_by_time)
            if row.starts_at.date() == self.opening.day
        )

    @property
    def dropped(self) -> tuple[BookingRow, ...]:
        """Dates a closure took away, in time order: shown, never lost."""
        return _dropped(self.bookings, self.opening.day, self.opening.day)


@dataclass(frozen=True, slots=True)
class WeekFacts:
    """One week on paper. days: seven, Monday first. paper: `A4` or `A3`, both landscape."""

    week: Week
    days: tuple[DayHours, ...]
    rooms: tuple[Room, ...]
    bookings: tuple[BookingRow, ...]
    edition: Edition
    audience: str = TEAM
    paper: str = "A3"
    unavailabilities: tuple[RoomUnavailability, ...] = ()

    @property
    def held(self) -> tuple[BookingRow, ...]:
        """Bookings that start in this week and hold their room, in time order."""
        return tuple(
            row
            for row in sorted(_live(self.bookings), key=_by_time)
            if self.week.monday <= row.starts_at.date() <= self.week.sunday
        )

    @property
    def dropped(self) -> tuple[BookingRow, ...]:
        """Dates a closure took away, in time order: shown, never lost."""
        return _dropped(self.bookings, self.week.monday, self.week.sunday)


def unavailable_on(
    day: date, unavailabilities: tuple[RoomUnavailability, ...]
) -> tuple[RoomUnavailability, ...]:
    """Those that touch a civil day."""
    midnight = datetime.combine(day, datetime.min.time())
    return tuple(
        row
        for row in unavailabilities
        if row.starts_at < midnight + timedelta(days=1) and row.ends_at > midnight
    )


def _live(bookings: tuple[BookingRow, ...]) -> tuple[BookingRow, ...]:
    return tuple(row for row in bookings if row.status in LIVE)


def _dropped(bookings: tuple[BookingRow, ...], first: date, last: date) -> tuple[BookingRow, ...]:
    return tuple(
        row
        for row in sorted(bookings, key=_by_time)
        if row.status == Status.DROPPED_CLOSURE and first <= row.starts_at.date() <= last
    )


def _by_time(row: BookingRow) -> tuple[datetime, datetime, int]:
    return (row.starts_at, row.ends_at, row.id)
