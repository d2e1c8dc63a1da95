"""The hours a planning shows, and where a moment lies on them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from desktop_app.domain.venue import Venue
from desktop_app.ui.planning.plan import Plan, days_of

MINUTE = timedelta(minutes=1)
_DEFAULT = (9 * 60, 18 * 60)
_AIM = 3
"""Pixels before a line of the grid that still mean the line."""


class Axis(NamedTuple):
    """Minutes of the day at both ends of a line of `length` pixels that begins at `left`."""

    first: int
    last: int
    left: int
    length: int

    def x_of(self, moment: datetime, day: date) -> int:
        """Where a moment lies, kept on the line; other days lie at its ends."""
        return self.x_of_minute(minute_of(moment, day))

    def x_of_minute(self, minute: int) -> int:
        minute = min(max(minute, self.first), self.last)
        return self.left + round((minute - self.first) * self.length / (self.last - self.first))

    def moment_at(self, x: float, day: date, step: int, *, nearest: bool = False) -> datetime:
        """The moment at a place, on the grid of `step` minutes: the one before, or the nearest."""
        share = min(max((x - self.left) / max(1, self.length), 0.0), 1.0)
        minute = self.first + share * (self.last - self.first)
        # A hand that aims at a line may land a little before it.
        near = _AIM * (self.last - self.first) / max(1, self.length)
        steps = round(minute / step) if nearest else int((minute + near) // step)
        return moment_of(day, min(steps * step, self.last))

    @property
    def hours(self) -> tuple[int, ...]:
        """Whole hours on the line, in minutes."""
        return tuple(range(-(-self.first // 60) * 60, self.last + 1, 60))


def minute_of(moment: datetime, day: date) -> int:
    """Minutes since the midnight that begins `day`; negative before, beyond 1440 after."""
    if moment.date() == day:
        return moment.hour * 60 + moment.minute
    return (moment - datetime.combine(day, datetime.min.time())) // MINUTE


def moment_of(day: date, minute: int) -> datetime:
    return datetime.combine(day, datetime.min.time()) + minute * MINUTE


def hours_shown(plan: Plan, days: Iterable[date]) -> tuple[int, int]:
    """First and last minute of the axis, on whole hours: the venue's widest opening, and whatever
    is booked outside it. The same for every day of an ordinary season, so that paging is calm."""
    first, last = _widest_opening(plan.venue)
    shown = frozenset(days)
    for row in plan.live:
        for day in days_of(row.starts_at, row.ends_at):
            if day in shown:
                first = min(first, max(0, minute_of(row.starts_at, day)))
                last = max(last, min(24 * 60, minute_of(row.ends_at, day)))
    return first // 60 * 60, -(-last // 60) * 60


def _widest_opening(venue: Venue) -> tuple[int, int]:
    periods = venue.calendar.periods
    if not periods:
        return _DEFAULT
    return min(p.opens for p in periods), min(24 * 60, max(p.closes for p in periods))
