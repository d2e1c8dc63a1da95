"""A day's bookings on a time axis: how tall each is, and which stand side by side.

Pure computing for the week of one room or of one association. Two blocks never cover one another:
those whose places would touch share the day's width, and those for which no readable width is left
are listed under the grid.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple, Protocol, TypeVar

from desktop_app.documents.facts import DayHours

_MINUTE = timedelta(minutes=1)
LONGEST_DAY = 30 * 60
"""An evening may pass midnight; beyond six in the morning the axis ends (minutes)."""


STEP = 30
"""The axis begins and ends on a half-hour, as opening hours do (minutes)."""


class Axis(NamedTuple):
    """Minutes from a day's midnight to heights on the page."""

    first: int
    last: int
    top: float
    height: float

    def at(self, minute: float) -> float:
        """Where a minute stands on the page; what lies beyond the ends stands at them."""
        within = min(max(minute, self.first), self.last)
        return self.top + self.height * (within - self.first) / (self.last - self.first)

    def minutes_of(self, height: float) -> float:
        """How many minutes a height of the page is worth."""
        return height * (self.last - self.first) / self.height

    @property
    def hours(self) -> range:
        """The whole hours on the axis, its foot left out (minutes)."""
        return range(-(-self.first // 60) * 60, self.last, 60)


class Timed(Protocol):
    """What has a beginning and an end on the venue's wall."""

    @property
    def start(self) -> datetime: ...

    @property
    def end(self) -> datetime: ...


T = TypeVar("T", bound=Timed)


class Lane(NamedTuple):
    """Where one thing stands among those beside it: lane `place` of `of`."""

    place: int
    of: int


def minute_of(day: date, moment: datetime) -> int:
    """Minutes since the day's midnight."""
    return (moment - datetime.combine(day, time())) // _MINUTE


def axis_of(days: Sequence[DayHours], things: Iterable[Timed], top: float, height: float) -> Axis:
    """An axis that holds the opening hours of every day and everything that happens."""
    bounds = [
        (minute_of(day.day, span.start), minute_of(day.day, span.end))
        for day in days
        for span in day.hours
    ]
    for thing in things:
        day = thing.start.date()
        bounds.append((minute_of(day, thing.start), minute_of(day, thing.end)))
    first = min((start for start, _end in bounds), default=9 * 60) // STEP * STEP
    last = -(-max((end for _start, end in bounds), default=18 * 60) // STEP) * STEP
    return Axis(first, max(first + 60, min(last, LONGEST_DAY)), top, height)


def in_lanes(
    things: Sequence[T], least: timedelta, most: int
) -> tuple[list[tuple[T, Lane]], list[T]]:
    """Give each its lane; what finds none among `most` is handed back apart.

    least: how much time the smallest block takes, so that a short one does not reach into the next.
    """
    placed: list[tuple[T, Lane]] = []
    left_over: list[T] = []
    for cluster in _clusters(sorted(things, key=_by_time), least):
        ends: list[datetime] = []
        places: list[tuple[T, int]] = []
        for thing in cluster:
            lane = next((n for n, end in enumerate(ends) if end <= thing.start), len(ends))
            if lane >= most:
                left_over.append(thing)
                continue
            ends[lane : lane + 1] = [_end(thing, least)]
            places.append((thing, lane))
        placed += [(thing, Lane(lane, len(ends))) for thing, lane in places]
    return placed, left_over


def _clusters(things: Iterable[T], least: timedelta) -> list[list[T]]:
    """Runs in which each touches another of its run."""
    clusters: list[list[T]] = []
    until = datetime.min
    for thing in things:
        if not clusters or thing.start >= until:
            clusters.append([])
        clusters[-1].append(thing)
        until = max(until, _end(thing, least))
    return clusters


def _end(thing: Timed, least: timedelta) -> datetime:
    return max(thing.end, thing.start + least)


def _by_time(thing: Timed) -> tuple[datetime, datetime]:
    return (thing.start, thing.end)
