"""Who is in the house, as numbers: the café's tally by half-hour, and the headcount. Never a name.

Everyone may enter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.bookings import BookingRow, Status
from desktop_app.domain.refusals import Refusal

if TYPE_CHECKING:
    from desktop_app.domain.venue import HouseRules

HALF_HOURS = 48
LARGEST_STEP = 500
"""More in one half-hour than the building holds is a slip of the hand, not a count."""


class VisitCategory(StrEnum):
    """What a passage in the café was for, in the order of the keys F1 to F4."""

    CAFE = "cafe"
    READING = "reading"
    INFORMATION = "information"
    COLLECTION = "collection"


class Count(NamedTuple):
    """How many passages of a category in a half-hour (0 to 47, from midnight)."""

    half_hour: int
    category: str
    total: int


class VisitStep(NamedTuple):
    """One step of the tally: a passage, an undoing or a correction. `step` is never zero.

    day and half_hour are what it counts for, counted_at when it was counted.
    """

    id: int
    day: date
    half_hour: int
    category: str
    step: int
    reason: str
    counted_at: datetime
    desk: str
    reverts_id: int | None
    reverted: bool


@dataclass(frozen=True)
class Tally:
    """A day's passages."""

    day: date
    counts: tuple[Count, ...] = ()

    @cached_property
    def total(self) -> int:
        return sum(count.total for count in self.counts)

    def of(self, category: str) -> int:
        """The day's total of one category."""
        return sum(count.total for count in self.counts if count.category == category)

    def at(self, half_hour: int, category: str | None = None) -> int:
        """Passages in a half-hour, of one category or of all."""
        return sum(
            count.total
            for count in self.counts
            if count.half_hour == half_hour and category in (None, count.category)
        )

    def in_hour(self, hour: int) -> int:
        """Passages from this hour to the next, of all categories."""
        return self.at(2 * hour) + self.at(2 * hour + 1)

    @property
    def peak(self) -> int | None:
        """The fullest half-hour, the first of equals; None for an empty day."""
        fullest = max(range(HALF_HOURS), key=self.at)
        return fullest if self.at(fullest) else None


@dataclass(frozen=True)
class CafeDay:
    """A day of the café beside what is usual: the last same weekdays on which anyone came."""

    tally: Tally
    usual: tuple[Tally, ...] = ()

    def usual_in_hour(self, hour: int) -> float:
        """The average of the usual days from this hour to the next; 0 when nothing is known."""
        return _average(tally.in_hour(hour) for tally in self.usual)

    def usual_at(self, half_hour: int) -> float:
        """The same for one half-hour."""
        return _average(tally.at(half_hour) for tally in self.usual)

    @cached_property
    def usual_total(self) -> float:
        return _average(tally.total for tally in self.usual)

    def hours_with_any(self) -> tuple[int, ...]:
        """Hours in which somebody came, that day or on the usual ones."""
        return tuple(
            hour
            for hour in range(24)
            if self.tally.in_hour(hour) or any(tally.in_hour(hour) for tally in self.usual)
        )


def _average(values: Iterable[int]) -> float:
    values = tuple(values)
    return sum(values) / len(values) if values else 0.0


def half_hour_of(moment: datetime | time) -> int:
    """The half-hour (0 to 47) a wall time lies in."""
    return moment.hour * 2 + moment.minute // 30


def half_hour_start(half_hour: int) -> time:
    """When a half-hour begins. Raises ValueError outside 0 to 47."""
    return time(half_hour // 2, half_hour % 2 * 30)


def refuse_the_future(day: date, half_hour: int, now: datetime) -> None:
    """Nobody has come yet at a later time: raise `count_in_future`."""
    if (day, half_hour) > (now.date(), half_hour_of(now)):
        raise Refusal(
            "count_in_future",
            field="day" if day > now.date() else "half_hour",
            day=day,
            start=half_hour_start(half_hour),
        )


def step_of_correction(current: int, new_total: int | None, step: int | None) -> int:
    """What a correction adds: to reach a new total, or as said. Exactly one of the two is given.

    Raises `count_below_zero`, `too_many_visits`, `nothing_to_correct`.
    """
    if (new_total is None) == (step is None):
        raise ValueError("a correction gives either a new total or a step")
    change = step if step is not None else (new_total or 0) - current
    if current + change < 0:
        raise Refusal("count_below_zero", field="total", current=current)
    if current + change > LARGEST_STEP:
        raise Refusal("too_many_visits", field="total", largest=LARGEST_STEP)
    if change == 0:
        raise Refusal("nothing_to_correct", field="total", current=current)
    return change


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many people are in the building, as far as the desk can know, and how many may be.

    in_rooms: expected heads of the groups on site; trainees: people checked in to sessions under
    way; in_cafe: passages of the last while (a setting). An estimate: nobody is counted out.
    """

    in_rooms: int
    trainees: int
    in_cafe: int
    maximum: int
    cafe_minutes: int

    @property
    def total(self) -> int:
        return self.in_rooms + self.trainees + self.in_cafe

    @property
    def is_over(self) -> bool:
        return self.maximum > 0 and self.total >= self.maximum


def heads_on_site(rows: Iterable[BookingRow], now: datetime, rules: HouseRules) -> int:
    """Expected heads of the groups that arrived and have not left.

    A group whose end is past by more than the time to bring back a key is thought gone. A training
    session is left out: its trainees are counted one by one.
    """
    grace = timedelta(minutes=rules.key_return_minutes)
    return sum(
        row.heads
        for row in rows
        if row.status == Status.ARRIVED and row.session_id is None and now < row.ends_at + grace
    )


def cafe_window(now: datetime, minutes: int) -> tuple[tuple[date, int], ...]:
    """The half-hours that reach into the last `minutes`, as (day, half-hour), the newest first.

    Whole half-hours are taken, so that the estimate errs on the careful side.
    """
    slot = now.replace(minute=now.minute // 30 * 30, second=0, microsecond=0)
    first = now - timedelta(minutes=minutes)
    found = []
    while slot + timedelta(minutes=30) > first:
        found.append((slot.date(), half_hour_of(slot)))
        slot -= timedelta(minutes=30)
    return tuple(found)
