"""Trainings: sessions and their half-days, who is enrolled, who came, what a session amounted to.

A session is held where and when its booking says: move the booking and the session has moved.
Hours are naive wall time, half-open; arrivals are UTC instants. Pure: everyone may enter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

TRAINER = 1
"""The fire limit of a room counts everybody present, the trainer included."""


class SessionStatus(StrEnum):
    """States of a session (source: the venue's glossary, 5.3)."""

    PLANNED = "planned"
    OPEN = "open"
    HELD = "held"
    CANCELLED = "cancelled"
    LOCKED = "locked"


CLOSED = frozenset({SessionStatus.HELD, SessionStatus.CANCELLED, SessionStatus.LOCKED})
"""States in which nobody is checked in any more."""


class EnrolmentStatus(StrEnum):
    """States of an enrolment (source: the venue's glossary, 5.3).

    While a session runs, presence is told by check-ins alone; *present* and *absent* are written
    when its check-in is closed.
    """

    ENROLLED = "enrolled"
    WAITLISTED = "waitlisted"
    CANCELLED = "cancelled"
    EXCUSED = "excused"
    PRESENT = "present"
    ABSENT = "absent"
    WALK_IN = "walk_in"


MAINTAINED = frozenset(
    {
        EnrolmentStatus.ENROLLED,
        EnrolmentStatus.EXCUSED,
        EnrolmentStatus.PRESENT,
        EnrolmentStatus.ABSENT,
    }
)
"""Enrolments that were not cancelled before the start: the denominator of both rates (I4, I5)."""


class HalfDay(NamedTuple):
    """The unit of signature. present: people checked in on it."""

    id: int
    starts_at: datetime
    ends_at: datetime
    present: int = 0


class SessionRow(NamedTuple):
    """A session as a list shows it. Room and hours are those of its booking.

    enrolled counts maintained enrolments, excused people included; present counts enrolled people
    who came, on any half-day; walk_ins those who came without enrolment.
    """

    id: int
    booking_id: int
    title_code: str
    title: str
    starts_at: datetime
    ends_at: datetime
    room_id: int
    room_name: str
    room_maximum: int
    status: str
    booking_status: str
    trainer: str
    capacity: int
    discreet: bool
    enrolled: int
    excused: int
    waitlisted: int
    present: int
    walk_ins: int

    @property
    def day(self) -> date:
        return self.starts_at.date()

    @property
    def heads(self) -> int:
        """Everybody in the room, the trainer included."""
        return self.present + self.walk_ins + TRAINER


class Arrival(NamedTuple):
    """A living check-in: on which half-day, when, how, at which desk."""

    half_day_id: int
    at: datetime
    source: str
    desk: str


class AttendeeRow(NamedTuple):
    """Somebody on a session's list. number: place on the list, the same for ever."""

    enrolment_id: int
    person_id: int
    number: int
    status: str
    last_name: str
    first_name: str
    organisation_label: str
    email: str
    phone: str
    arrivals: tuple[Arrival, ...] = ()

    def arrival_on(self, half_day_id: int | None) -> Arrival | None:
        """When the person came to this half-day, if they did."""
        return next((one for one in self.arrivals if one.half_day_id == half_day_id), None)


class Need(NamedTuple):
    """An accessibility need of the session, with how many people have it; never whose."""

    need: str
    people: int


@dataclass(frozen=True, slots=True)
class SessionDetail:
    """A session with everybody on its list, in alphabetical order."""

    session: SessionRow
    half_days: tuple[HalfDay, ...]
    attendees: tuple[AttendeeRow, ...]
    needs: tuple[Need, ...] = ()

    def half_day_at(self, moment: datetime) -> HalfDay | None:
        """The half-day to look at: the one running or next to come, else the last."""
        coming = [one for one in self.half_days if moment < one.ends_at]
        return coming[0] if coming else (self.half_days[-1] if self.half_days else None)


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """What a session amounted to (source: the venue's indicators I2, I4 and I5)."""

    enrolments: int
    present: int
    walk_ins: int
    excused: int
    absent: int

    @property
    def participations(self) -> int:
        """I2: presences, enrolled or not, one per person."""
        return self.present + self.walk_ins

    @property
    def absence_rate(self) -> float:
        """I4: absent, excused or not, over maintained enrolments; 0 to 1."""
        return (self.excused + self.absent) / self.enrolments if self.enrolments else 0.0

    @property
    def no_show_rate(self) -> float:
        """I5: absent without a word over maintained enrolments; 0 to 1."""
        return self.absent / self.enrolments if self.enrolments else 0.0


def summarise(attendees: Iterable[AttendeeRow]) -> SessionSummary:
    """Count who was kept on the list, who came, who had said they would not."""
    kept = present = walk_ins = excused = 0
    for attendee in attendees:
        came = bool(attendee.arrivals)
        if attendee.status == EnrolmentStatus.WALK_IN:
            walk_ins += came
        elif attendee.status in MAINTAINED:
            kept += 1
            present += came
            excused += attendee.status == EnrolmentStatus.EXCUSED and not came
    return SessionSummary(kept, present, walk_ins, excused, kept - present - excused)


def is_behind(figure: str, attendee: AttendeeRow) -> bool:
    """Is this person one of those a figure of the summary counts? figure: its name there; for a
    rate, those above the line.
    """
    came, status = bool(attendee.arrivals), attendee.status
    kept = status in MAINTAINED
    excused = status == EnrolmentStatus.EXCUSED
    present = kept and came
    walk_in = status == EnrolmentStatus.WALK_IN and came
    return {
        "enrolments": kept,
        "present": present,
        "walk_ins": walk_in,
        "participations": present or walk_in,
        "excused": excused and not came,
        "absent": kept and not came and not excused,
        "absence_rate": kept and not came,
        "no_show_rate": kept and not came and not excused,
    }[figure]


def status_when_closed(attendee: AttendeeRow) -> EnrolmentStatus:
    """What an enrolment becomes when the check-in of its session is closed."""
    status = EnrolmentStatus(attendee.status)
    if status not in MAINTAINED:
        return status
    if attendee.arrivals:
        return EnrolmentStatus.PRESENT
    return status if status is EnrolmentStatus.EXCUSED else EnrolmentStatus.ABSENT


def status_when_reopened(attendee: AttendeeRow) -> EnrolmentStatus:
    """What it becomes again when that check-in is opened once more."""
    status = EnrolmentStatus(attendee.status)
    closed = (EnrolmentStatus.PRESENT, EnrolmentStatus.ABSENT)
    return EnrolmentStatus.ENROLLED if status in closed else status
