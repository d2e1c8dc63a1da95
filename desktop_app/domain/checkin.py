"""May this person come in? One pure function, used for badges, typed codes and names alike.

The moment is given, nothing is read here. The order is that of `decide`: a repeat of the same
request is harmless whatever has changed since; then what is wrong with the badge; then which of
the person's sessions is meant; then what is wrong at its door.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, NamedTuple

from desktop_app.domain.bookings import LIVE
from desktop_app.domain.clock import wall_time
from desktop_app.domain.people import Person
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.trainings import (
    CLOSED,
    TRAINER,
    Arrival,
    EnrolmentStatus,
    HalfDay,
    SessionDetail,
    SessionStatus,
)
from desktop_app.domain.verdicts import Code, SessionAt, Verdict

REPEAT = timedelta(seconds=5)
"""The same badge again this soon is the reader's bounce, not a second visit."""

ACTIVE = "active"
REPLACED = "replaced"

_EXPECTED, _WAITING, _CANCELLED = range(3)


class Enrolled(NamedTuple):
    """One enrolment of the person, its session, and where they already are checked in."""

    id: int
    number: int
    status: str
    session: SessionAt
    arrivals: tuple[Arrival, ...] = ()

    @property
    def rank(self) -> int:
        """Expected, waiting for a place, or cancelled."""
        if self.status == EnrolmentStatus.CANCELLED or is_cancelled(self.session):
            return _CANCELLED
        return _WAITING if self.status == EnrolmentStatus.WAITLISTED else _EXPECTED

    def arrival_on(self, half_day: HalfDay | None) -> Arrival | None:
        wanted = half_day.id if half_day else None
        return next((one for one in self.arrivals if one.half_day_id == wanted), None)


class Written(NamedTuple):
    """The check-in that already carries this client-made key. was_annulled: undone since."""

    enrolment_id: int
    arrival: Arrival
    was_annulled: bool = False


class LastCheckIn(NamedTuple):
    """The last check-in of a desk that stands. source: badge, typed, name or walk_in."""

    id: int
    at: datetime
    source: str
    enrolment_id: int
    person: Person
    session_id: int
    session_status: str
    session_title: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All a decision needs.

    badge_status: None when nobody has this badge; `active` when the person was found by name.
    enrolments: those of the person around the moment. running: sessions of the whole venue whose
    check-in is open, needed only when none of the person's is. looked_at: id of the session on
    the screen. people: how many people what was typed may mean.
    """

    opens_minutes: int = 15
    badge_status: str | None = None
    person: Person | None = None
    enrolments: tuple[Enrolled, ...] = ()
    running: tuple[SessionAt, ...] = ()
    written: Written | None = None
    looked_at: int | None = None
    is_incomplete: bool = False
    people: int = 1


def session_at(detail: SessionDetail) -> SessionAt:
    """A session read with its list, as a decision sees it."""
    session = detail.session
    return SessionAt(
        id=session.id,
        title=session.title,
        room=session.room_name,
        room_maximum=session.room_maximum,
        status=session.status,
        is_live=session.booking_status in LIVE,
        half_days=detail.half_days,
    )


def is_cancelled(session: SessionAt) -> bool:
    return session.status == SessionStatus.CANCELLED or not session.is_live


def half_day_open(session: SessionAt, wall: datetime, opens_minutes: int) -> HalfDay | None:
    """The half-day people are checked in to at this wall time, if any.

    Check-in opens some minutes before each half-day, and that of the afternoon ends that of the
    morning. A session opened by hand waits for the next half-day of the same civil day.
    """
    if session.status in CLOSED or not session.is_live:
        return None
    opens = timedelta(minutes=opens_minutes)
    begun = [one for one in session.half_days if one.starts_at - opens <= wall]
    if begun and wall < begun[-1].ends_at:
        return begun[-1]
    coming = session.half_days[len(begun) :]
    by_hand = session.status == SessionStatus.OPEN
    if by_hand and coming and coming[0].starts_at.date() == wall.date():
        return coming[0]
    return None


def half_day_for_walk_in(session: SessionAt, wall: datetime, opens_minutes: int) -> HalfDay:
    """The half-day somebody added at the door comes for: the open one, or today's next.

    Raises `session_closed`, `session_over`, or `check_in_not_open` for another day.
    """
    if session.status in CLOSED or not session.is_live:
        raise Refusal("session_closed", status=session.status)
    found = half_day_open(session, wall, opens_minutes)
    if found is not None:
        return found
    coming = [one for one in session.half_days if wall < one.starts_at]
    if not coming:
        raise Refusal("session_over", ended_at=session.ends_at)
    if coming[0].starts_at.date() != wall.date():
        raise Refusal("check_in_not_open", starts_at=coming[0].starts_at)
    return coming[0]


def is_full(half_day: HalfDay, room_maximum: int, coming: int = 1) -> bool:
    """Would the room hold more than its fire limit, trainer included, if they came in?"""
    return half_day.present + TRAINER + coming > room_maximum


def decide(facts: Facts, moment: datetime) -> Verdict:
    """The one decision. moment: an aware instant. Never raises."""
    if facts.written is not None:
        return _written_before(facts, facts.written, moment)
    if facts.is_incomplete:
        return Verdict(Code.UNREADABLE, moment)
    if facts.people > 1:
        return Verdict(Code.AMBIGUOUS, moment)
    if facts.person is None or facts.badge_status is None:
        return Verdict(Code.UNKNOWN, moment)
    if facts.badge_status != ACTIVE:
        replaced = facts.badge_status == REPLACED
        return Verdict(Code.REVOKED, moment, facts.person, badge_replaced=replaced)
    open_now = _open_enrolments(facts, moment)
    if open_now:
        return _at_the_door(facts, moment, *open_now[0])
    return _elsewhere(facts, moment)


def open_enrolment(facts: Facts, moment: datetime) -> Enrolled | None:
    """The enrolment a check-in at this moment would be for; None when none is open."""
    found = _open_enrolments(facts, moment)
    return found[0][0] if found else None


def _written_before(facts: Facts, written: Written, moment: datetime) -> Verdict:
    """Answer as the first time, so that a retry after an unknown outcome learns the truth."""
    enrolled = next((one for one in facts.enrolments if one.id == written.enrolment_id), None)
    return Verdict(
        Code.ALREADY if written.was_annulled else Code.OK,
        moment,
        facts.person,
        session=enrolled.session if enrolled else None,
        enrolment_id=written.enrolment_id,
        number=enrolled.number if enrolled else None,
        first=written.arrival,
        is_repeat=True,
    )


def _open_enrolments(facts: Facts, moment: datetime) -> list[tuple[Enrolled, HalfDay]]:
    """Those whose session takes people in now, the one most likely meant first."""
    wall = wall_time(moment)
    found = []
    for enrolled in facts.enrolments:
        half_day = half_day_open(enrolled.session, wall, facts.opens_minutes)
        if half_day is not None:
            found.append((enrolled, half_day))

    def likelihood(pair: tuple[Enrolled, HalfDay]) -> tuple[Any, ...]:
        enrolled, half_day = pair
        here = enrolled.arrival_on(half_day)
        bounced = here is not None and moment - here.at <= REPEAT
        elsewhere = enrolled.session.id != facts.looked_at
        return not bounced, enrolled.rank, here is not None, elsewhere, half_day.starts_at

    return sorted(found, key=likelihood)


def _at_the_door(facts: Facts, moment: datetime, enrolled: Enrolled, half_day: HalfDay) -> Verdict:
    found = partial(_about, facts, moment, enrolled, half_day=half_day)
    if enrolled.rank == _CANCELLED:
        return found(Code.CANCELLED)
    if enrolled.rank == _WAITING:
        return found(Code.WAITLISTED)
    here = enrolled.arrival_on(half_day)
    if here is not None:
        return found(Code.ALREADY, first=here, is_repeat=moment - here.at <= REPEAT)
    if is_full(half_day, enrolled.session.room_maximum):
        return found(Code.FULL, maximum=enrolled.session.room_maximum)
    return found(Code.OK)


def _elsewhere(facts: Facts, moment: datetime) -> Verdict:
    """None of the person's sessions takes people in: say which one they belong to, and when."""
    wall = wall_time(moment)
    expected = [one for one in facts.enrolments if one.rank == _EXPECTED]
    if not expected:
        return _nowhere(facts, moment, wall)
    nearest = min(expected, key=lambda one: _nearness(one.session, wall))
    session, found = nearest.session, partial(_about, facts, moment, nearest)
    is_over = session.ends_at <= wall
    if session.status in CLOSED and not is_over:
        return found(Code.TOO_LATE)
    if facts.running and not session.starts_at <= wall < session.ends_at:
        return found(Code.OTHER_SESSION, running=_door(facts))
    if is_over:
        return found(Code.TOO_LATE, ended_at=session.ends_at)
    coming = next(one for one in session.half_days if wall < one.starts_at)
    opens_at = coming.starts_at - timedelta(minutes=facts.opens_minutes)
    return found(Code.TOO_EARLY, half_day=coming, opens_at=opens_at)


def _nearness(session: SessionAt, wall: datetime) -> tuple[bool, timedelta]:
    """What is still to come, or going on, before what is over; then the nearest in time."""
    return session.ends_at <= wall, abs(session.starts_at - wall)


def _nowhere(facts: Facts, moment: datetime, wall: datetime) -> Verdict:
    """Expected nowhere: say what became of today's session, or propose the one that is running."""
    for one in facts.enrolments:
        hoped = one.status not in (EnrolmentStatus.CANCELLED, EnrolmentStatus.WAITLISTED)
        if hoped and one.session.starts_at.date() == wall.date():
            return _about(facts, moment, one, Code.CANCELLED)
    if facts.running:
        return Verdict(Code.NOT_ENROLLED, moment, facts.person, session=_door(facts))
    if not facts.enrolments:
        return Verdict(Code.NOT_ENROLLED, moment, facts.person)
    best = min(facts.enrolments, key=lambda one: (one.rank, *_nearness(one.session, wall)))
    code = Code.WAITLISTED if best.rank == _WAITING else Code.CANCELLED
    return _about(facts, moment, best, code)


def _door(facts: Facts) -> SessionAt:
    """The running session on the screen, or else the earliest that runs."""
    looked_at = [one for one in facts.running if one.id == facts.looked_at]
    return (looked_at or facts.running)[0]


def _about(
    facts: Facts,
    moment: datetime,
    enrolled: Enrolled,
    code: Code,
    **more: Any,
) -> Verdict:
    """A verdict about one enrolment of the person."""
    return Verdict(
        code,
        moment,
        facts.person,
        session=enrolled.session,
        enrolment_id=enrolled.id,
        number=enrolled.number,
        **more,
    )


def sessions_open(
    sessions: Iterable[SessionAt], wall: datetime, opens_minutes: int
) -> tuple[SessionAt, ...]:
    """Those whose check-in is open at this wall time, the earliest first."""
    found = [one for one in sessions if half_day_open(one, wall, opens_minutes)]
    return tuple(sorted(found, key=lambda one: (one.starts_at, one.id)))
