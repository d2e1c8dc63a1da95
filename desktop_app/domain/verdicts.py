"""What a check-in may answer: thirteen codes in four families. Pure: everyone may enter.

Source: the venue's glossary, 5.3; `waitlisted` comes from the trainings' own rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.people import Person
from desktop_app.domain.trainings import Arrival, HalfDay


class Code(StrEnum):
    """The result of a check-in, as it is stored and tested."""

    OK = "ok"
    ALREADY = "already"
    OTHER_SESSION = "other_session"
    NOT_ENROLLED = "not_enrolled"
    WAITLISTED = "waitlisted"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    CANCELLED = "cancelled"
    REVOKED = "revoked"
    UNKNOWN = "unknown"
    UNREADABLE = "unreadable"
    FULL = "full"
    AMBIGUOUS = "ambiguous"


class Family(StrEnum):
    """What the person at the door should feel: each has its colour, shape, word and sound."""

    WELCOME = "welcome"
    ALREADY = "already"
    ATTENTION = "attention"
    NO = "no"


FAMILIES: dict[Code, Family] = {
    Code.OK: Family.WELCOME,
    Code.ALREADY: Family.ALREADY,
    Code.OTHER_SESSION: Family.ATTENTION,
    Code.NOT_ENROLLED: Family.ATTENTION,
    Code.WAITLISTED: Family.ATTENTION,
    Code.TOO_EARLY: Family.ATTENTION,
    Code.TOO_LATE: Family.ATTENTION,
    Code.AMBIGUOUS: Family.ATTENTION,
    Code.CANCELLED: Family.NO,
    Code.REVOKED: Family.NO,
    Code.UNKNOWN: Family.NO,
    Code.UNREADABLE: Family.NO,
    Code.FULL: Family.NO,
}
"""Green, orange, orange, red. Green is never for somebody who was already there."""


class SessionAt(NamedTuple):
    """A session as a decision sees it: where its booking says, in wall time.

    is_live: its booking holds the room; a cancelled booking cancels the session.
    """

    id: int
    title: str
    room: str
    room_maximum: int
    status: str
    is_live: bool
    half_days: tuple[HalfDay, ...]

    @property
    def starts_at(self) -> datetime:
        return self.half_days[0].starts_at

    @property
    def ends_at(self) -> datetime:
        return self.half_days[-1].ends_at


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to one scan, complete: the screen asks nothing more to show it.

    first: the check-in that already stood. opens_at, ended_at: wall time, for too early and too
    late. maximum: the room's fire limit, for full. running: the session that takes people in now,
    when the person belongs to another. is_repeat: the same scan again, nothing new to show or to
    sound. badge_replaced: a newer card of the same person exists.
    """

    code: Code
    moment: datetime
    person: Person | None = None
    session: SessionAt | None = None
    half_day: HalfDay | None = None
    enrolment_id: int | None = None
    number: int | None = None
    first: Arrival | None = None
    opens_at: datetime | None = None
    ended_at: datetime | None = None
    maximum: int | None = None
    running: SessionAt | None = None
    is_repeat: bool = False
    badge_replaced: bool = False

    @property
    def family(self) -> Family:
        return FAMILIES[self.code]

    @property
    def door(self) -> SessionAt | None:
        """The session at whose door the person stands."""
        return self.running or self.session

    @property
    def is_arrival(self) -> bool:
        """There is something to write: the person came, and was not yet here."""
        return self.code is Code.OK and not self.is_repeat
