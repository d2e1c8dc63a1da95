"""The attendance sheet of a session: who signs on it, and what would make its proof doubtful.

Courts throw out sheets signed on a public holiday, with more people than the room holds, or without
a trainer (source: the venue's notes on attendance law). Pure: everyone may enter.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from desktop_app.domain.opening import Calendar
from desktop_app.domain.trainings import (
    MAINTAINED,
    TRAINER,
    AttendeeRow,
    EnrolmentStatus,
    SessionDetail,
)

_NOT_COMING = frozenset({EnrolmentStatus.EXCUSED, EnrolmentStatus.ABSENT})


class Doubt(NamedTuple):
    """Something to settle before a sheet can serve as proof.

    code: `public_holiday` and `closed` (day, and words for why), `over_headcount` (heads and the
    room's maximum), `trainer_missing`.
    """

    code: str
    day: date | None = None
    reason: str = ""
    heads: int = 0
    maximum: int = 0


def on_the_sheet(attendees: Iterable[AttendeeRow]) -> tuple[AttendeeRow, ...]:
    """Those with a line of their own: kept on the list, or come without enrolment."""
    return tuple(
        one
        for one in attendees
        if one.status in MAINTAINED or (one.status == EnrolmentStatus.WALK_IN and one.arrivals)
    )


def doubts_about(detail: SessionDetail, calendar: Calendar) -> tuple[Doubt, ...]:
    """What a reader of the sheet would object to, in the order of the days."""
    found = []
    for day in sorted({half_day.starts_at.date() for half_day in detail.half_days}):
        closed, holiday = calendar.closed_day(day), calendar.public_holiday(day)
        if holiday is not None:
            found.append(Doubt("public_holiday", day, holiday))
        elif closed is not None:
            found.append(Doubt("closed", day, closed.reason))
    heads = TRAINER + sum(
        bool(one.arrivals) or one.status not in _NOT_COMING
        for one in on_the_sheet(detail.attendees)
    )
    if heads > detail.session.room_maximum:
        most = detail.session.room_maximum
        found.append(Doubt("over_headcount", heads=heads, maximum=most))
    if not detail.session.trainer.strip():
        found.append(Doubt("trainer_missing"))
    return tuple(found)
