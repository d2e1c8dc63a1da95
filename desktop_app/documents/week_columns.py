"""The week plan's columns: one for a day, one for a run of days closed for the same reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from desktop_app.documents.facts import DayHours
from desktop_app.documents.sheet import MM

CLOSED_WIDTH = 26 * MM


class Column(NamedTuple):
    """A day, or a run of days closed for one reason, and where it stands on its page."""

    days: tuple[DayHours, ...]
    left: float
    width: float
    closed: bool

    @property
    def day(self) -> date:
        return self.days[0].day


def make_columns(
    days: Sequence[DayHours], busy: frozenset[date], left: float, width: float
) -> tuple[Column, ...]:
    """Columns for these days. A closed day without a booking is narrow; alike neighbours join.

    busy: days on which something is booked, which keep a full column even when closed.
    """
    runs = _runs(days, busy)
    closed_days = sum(len(run) for run, closed in runs if closed)
    open_days = len(days) - closed_days
    narrow = CLOSED_WIDTH if open_days else width / len(days)
    wide = (width - narrow * closed_days) / open_days if open_days else narrow
    columns = []
    for run, closed in runs:
        taken = len(run) * (narrow if closed else wide)
        columns.append(Column(run, left, taken, closed))
        left += taken
    return tuple(columns)


def _runs(
    days: Sequence[DayHours], busy: frozenset[date]
) -> list[tuple[tuple[DayHours, ...], bool]]:
    runs: list[tuple[tuple[DayHours, ...], bool]] = []
    for day in days:
        closed = day.closed is not None and day.day not in busy
        if closed and runs and runs[-1][1] and runs[-1][0][-1].closed == day.closed:
            runs[-1] = ((*runs[-1][0], day), True)
        else:
            runs.append(((day,), closed))
    return runs
