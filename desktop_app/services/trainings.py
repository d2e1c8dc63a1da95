"""Training sessions: what is on, who is on the list, who is excused, who came without enrolment.

Checking in somebody who is on the list is next door (`checkin`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from database.errors import Repeated
from database.reads import checkin as read_checkin
from database.reads import followed as read_followed
from database.reads import people as read_people
from database.reads import trainings as read_trainings
from database.unit_of_work import Database, UnitOfWork
from database.writes import trainings as write_trainings
from desktop_app.domain.bookings import LIVE
from desktop_app.domain.checkin import Enrolled, half_day_for_walk_in
from desktop_app.domain.followed import FollowedTitle, ReadyRow, readiness
from desktop_app.domain.people import Introduction, Person
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.staff import DESK_ROLES, Actor
from desktop_app.domain.trainings import (
    CLOSED,
    EnrolmentStatus,
    SessionDetail,
    SessionRow,
    SessionStatus,
    SessionSummary,
    status_when_closed,
    status_when_reopened,
    summarise,
)
from desktop_app.domain.verdicts import Verdict
from desktop_app.services.venue import VenueBook
from desktop_app.services.walk_ins import WalkIn, WalkIns, passing, refuse_if_full

_EXPECTED = (EnrolmentStatus.ENROLLED, EnrolmentStatus.ABSENT)
"""States in which somebody may still be excused."""


class Trainings:
    """The desk's questions and verbs on sessions and their lists."""

    def __init__(self, database: Database, venue_book: VenueBook) -> None:
        self._database = database
        self._venue_book = venue_book
        self._walk_ins = WalkIns(database, venue_book)

    # -- asking ---------------------------------------------------------------------------

    def sessions(self, first: date, last: date) -> tuple[SessionRow, ...]:
        """Sessions of these civil days, both included, in time order, cancelled ones too."""
        with self._database.reading() as connection:
            return read_trainings.on_days(connection, first, last)

    def session(self, session_id: int) -> SessionDetail:
        """A session and everybody on its list. Raises `session_unknown`."""
        with self._database.reading() as connection:
            found = read_trainings.detail(connection, session_id)
        if found is None:
            raise Refusal("session_unknown", session_id=session_id)
        return found

    def summary(self, session_id: int) -> SessionSummary:
        """What the session amounts to so far."""
        return summarise(self.session(session_id).attendees)

    def known_people(self, last_name: str, first_name: str = "") -> tuple[Person, ...]:
        """A few people the venue knows by this name, so that a walk-in may be one of them."""
        with self._database.reading() as connection:
            return read_people.named(connection, last_name, first_name)

    def followed(self, person_ids: Iterable[int]) -> dict[int, tuple[FollowedTitle, ...]]:
        """The trainings these people have followed to the end, the last one first."""
        with self._database.reading() as connection:
            return read_followed.of_people(connection, person_ids)

    def readiness(self, session_id: int, code: str) -> tuple[ReadyRow, ...]:
        """Everybody to come to this session, and whether they have followed the training of this
        code. Raises `session_unknown`.
        """
        detail = self.session(session_id)
        people = [one.person_id for one in detail.attendees]
        return readiness(detail, self.followed(people), code)

    # -- the list -------------------------------------------------------------------------

    def set_excused(self, enrolment_id: int, excused: bool, *, by: Actor) -> None:
        """Note that somebody has said they will not come, or take that back.

        Raises `enrolment_unknown`, `already_here`, `enrolment_not_expected`, `session_closed`.
        """
        by.require(*DESK_ROLES)
        with self._database.writing() as work:
            enrolled = _enrolled(work, enrolment_id)
            session = enrolled.session
            if session.status in (SessionStatus.LOCKED, SessionStatus.CANCELLED):
                raise Refusal("session_closed", status=session.status)
            status = EnrolmentStatus(enrolled.status)
            if excused == (status is EnrolmentStatus.EXCUSED):
                return
            if excused and enrolled.arrivals:
                raise Refusal("already_here", at=enrolled.arrivals[0].at)
            if excused and status not in _EXPECTED:
                raise Refusal("enrolment_not_expected", status=status)
            held = session.status == SessionStatus.HELD
            back = EnrolmentStatus.ABSENT if held else EnrolmentStatus.ENROLLED
            new = EnrolmentStatus.EXCUSED if excused else back
            write_trainings.set_enrolment_status(work, enrolment_id, new)
            verb = "excuse" if excused else "expect_again"
            work.journal(by, verb, "enrolment", enrolment_id)

    def admit(self, enrolment_id: int, *, by: Actor, override: str = "") -> None:
        """Give somebody of the waiting list a place. Twice is once.

        Raises `enrolment_unknown`, `enrolment_not_expected`, `over_headcount`, `session_closed`,
        `session_over`, `check_in_not_open`.
        """
        by.require(*DESK_ROLES)
        with self._database.writing() as work:
            enrolled = _enrolled(work, enrolment_id)
            if enrolled.status == EnrolmentStatus.ENROLLED:
                return
            if enrolled.status != EnrolmentStatus.WAITLISTED:
                raise Refusal("enrolment_not_expected", status=enrolled.status)
            session = enrolled.session
            half_day = half_day_for_walk_in(session, self._database.clock.now(), self._opens)
            passed = refuse_if_full(session, half_day, by, override)
            write_trainings.set_enrolment_status(work, enrolment_id, EnrolmentStatus.ENROLLED)
            details = passing(override) if passed else {}
            work.journal(by, "admit", "enrolment", enrolment_id, **details)

    def add_walk_in(
        self,
        session_id: int,
        who: Introduction,
        *,
        client_key: str,
        by: Actor,
        override: str = "",
    ) -> Verdict:
        """Put somebody without enrolment on the list and check them in, in one transaction.

        One name is enough. Raises `person_name_missing`, `email_invalid`, `phone_invalid`,
        `text_too_long` (each on its field), `already_enrolled`, `over_headcount` unless a manager
        gives a written reason, `session_closed`, `session_over`, `check_in_not_open`.
        """
        by.require(*DESK_ROLES)
        wish = WalkIn(session_id, who, client_key, by, override)
        try:
            with self._database.writing() as work:
                return self._walk_ins.let_in(work, wish)
        except Repeated:
            # Sent twice at once: the other one has just written it.
            with self._database.writing() as work:
                return self._walk_ins.let_in(work, wish)

    # -- the session ----------------------------------------------------------------------

    def open_session(self, session_id: int, *, by: Actor) -> None:
        """Open the check-in by hand, before its time or once more after it was closed.

        Raises `session_unknown`, `session_closed` (cancelled or locked), `session_other_day`.
        """
        by.require(*DESK_ROLES)
        with self._database.writing() as work:
            found = self._of_today(work, session_id)
            if found.session.status == SessionStatus.OPEN:
                return
            if found.session.status == SessionStatus.HELD:
                _set_statuses(work, found, reopened=True)
            write_trainings.set_session_status(work, session_id, SessionStatus.OPEN)
            work.journal(by, "open_check_in", "session", session_id)

    def close_session(self, session_id: int, *, by: Actor) -> SessionSummary:
        """End the check-in: those who did not come are absent, and the session is *held*.

        Twice is once. Raises `session_unknown`, `session_closed`, and `check_in_not_open` while a
        half-day of the session is still to come.
        """
        by.require(*DESK_ROLES)
        with self._database.writing() as work:
            found = _detail(work, session_id)
            if found.session.status == SessionStatus.HELD:
                return summarise(found.attendees)
            _refuse_if_closed(found)
            last = found.half_days[-1]
            if self._database.clock.now() < last.starts_at - timedelta(minutes=self._opens):
                raise Refusal("check_in_not_open", starts_at=last.starts_at)
            _set_statuses(work, found, reopened=False)
            write_trainings.set_session_status(work, session_id, SessionStatus.HELD)
            work.journal(by, "close_check_in", "session", session_id)
        return summarise(found.attendees)

    @property
    def _opens(self) -> int:
        return self._venue_book.venue().rules.check_in_opens_minutes

    def _of_today(self, work: UnitOfWork, session_id: int) -> SessionDetail:
        found = _detail(work, session_id)
        if found.session.status != SessionStatus.HELD:
            _refuse_if_closed(found)
        today = self._database.clock.today()
        if all(one.starts_at.date() != today for one in found.half_days):
            raise Refusal("session_other_day", day=found.session.day)
        return found


def _detail(work: UnitOfWork, session_id: int) -> SessionDetail:
    write_trainings.hold_session(work, session_id)
    found = read_trainings.detail(work.connection, session_id)
    if found is None:
        raise Refusal("session_unknown", session_id=session_id)
    return found


def _enrolled(work: UnitOfWork, enrolment_id: int) -> Enrolled:
    found = read_checkin.of_enrolment(work.connection, enrolment_id, "")
    if found is None or not found.enrolments:
        raise Refusal("enrolment_unknown", enrolment_id=enrolment_id)
    return found.enrolments[0]


def _refuse_if_closed(found: SessionDetail) -> None:
    session = found.session
    if session.booking_status not in LIVE:
        raise Refusal("session_closed", status=SessionStatus.CANCELLED)
    if session.status in CLOSED:
        raise Refusal("session_closed", status=session.status)


def _set_statuses(work: UnitOfWork, found: SessionDetail, *, reopened: bool) -> None:
    of = status_when_reopened if reopened else status_when_closed
    wanted = [(one, of(one)) for one in found.attendees]
    changed = {one.enrolment_id: status for one, status in wanted if status != one.status}
    write_trainings.set_enrolment_statuses(work, changed)
