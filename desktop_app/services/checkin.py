"""The check-in station: a scan is decided, committed, and only then answered.

One transaction, one sync, for an accepted scan; nothing written for a refusal. The same
client-made key, or the same badge again, changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from database.errors import Repeated
from database.reads import Connection
from database.reads import checkin as read_checkin
from database.reads.checkin import Found
from database.unit_of_work import Database, UnitOfWork
from database.writes import checkin as write_checkin
from database.writes import trainings as write_trainings
from desktop_app.domain import badges
from desktop_app.domain.checkin import (
    ACTIVE,
    Facts,
    LastCheckIn,
    decide,
    open_enrolment,
    sessions_open,
)
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.staff import DESK_ROLES, Actor, Role
from desktop_app.domain.trainings import CLOSED, TRAINER, EnrolmentStatus
from desktop_app.domain.verdicts import Code, Verdict
from desktop_app.services.venue import VenueBook
from desktop_app.services.walk_ins import passing

UNDO = timedelta(minutes=10)
"""How long the last check-in of a desk can be taken back by one key."""

UNDONE = "undone"
"""Reason of a check-in that was taken back."""

PLACES_SHORT = 10
"""With fewer places left, desks on a server take turns, so that they never fill a room twice."""

_SCANNERS = (*DESK_ROLES, Role.KIOSK)


@dataclass(frozen=True, slots=True)
class _Knock:
    """Somebody at the door: how to find who it is, and on whose behalf to write.

    is_badge: any session of theirs will do, and the running ones matter; a name chosen on a list
    means that very session.
    """

    look: Callable[[Connection], Found | None]
    client_key: str
    by: Actor
    source: str
    is_badge: bool = True
    looked_at: int | None = None
    override: str = ""


class CheckInStation:
    """The door of every training, at this desk."""

    def __init__(self, database: Database, venue_book: VenueBook) -> None:
        self._database = database
        self._venue_book = venue_book

    def scan(
        self,
        code: str,
        *,
        client_key: str,
        by: Actor,
        source: str = "badge",
        looked_at: int | None = None,
    ) -> Verdict:
        """Answer a badge, scanned or typed (source `badge` or `typed`), whatever its session is.

        client_key: made by the caller for this very scan; sent again, it changes nothing.
        looked_at: id of the session on the screen, which settles doubts.
        """
        by.require(*_SCANNERS)
        reading = badges.classify(code)
        if reading.code is None:
            incomplete = reading.verdict is badges.Verdict.INCOMPLETE
            return decide(Facts(is_incomplete=incomplete), self._database.clock.instant())
        badge, wall = reading.code, self._database.clock.now()

        def look(connection: Connection) -> Found | None:
            return read_checkin.of_badge(connection, badge, client_key, wall)

        return self._answer(_Knock(look, client_key, by, source, looked_at=looked_at))

    def check_in_enrolment(
        self, enrolment_id: int, *, client_key: str, by: Actor, override: str = ""
    ) -> Verdict:
        """Check in somebody chosen on a session's list: the forgotten badge.

        override: a manager's written reason for going over the room's fire limit. Raises
        `enrolment_unknown`.
        """
        by.require(*DESK_ROLES)

        def look(connection: Connection) -> Found | None:
            return read_checkin.of_enrolment(connection, enrolment_id, client_key)

        knock = _Knock(look, client_key, by, "name", is_badge=False, override=override.strip())
        verdict = self._answer(knock)
        if verdict.code is Code.UNKNOWN:
            raise Refusal("enrolment_unknown", enrolment_id=enrolment_id)
        return verdict

    def undo_last(self, *, by: Actor) -> LastCheckIn:
        """Take back the last check-in of this desk and say whose it was; its row stays, annulled.

        Raises `no_check_in_to_undo`, `check_in_undo_too_late` after ten minutes, `session_closed`.
        """
        by.require(*DESK_ROLES)
        clock, desk = self._database.clock, self._database.desk
        with self._database.writing() as work:
            last = read_checkin.last_of_desk(work.connection, desk, clock.now())
            if last is None:
                raise Refusal("no_check_in_to_undo")
            if clock.instant() - last.at > UNDO:
                raise Refusal("check_in_undo_too_late", at=last.at, minutes=UNDO.seconds // 60)
            if last.session_status in CLOSED:
                raise Refusal("session_closed", status=last.session_status)
            if not write_checkin.annul(work, last.id, at=clock.instant(), reason=UNDONE):
                raise Refusal("no_check_in_to_undo")
            if last.source == EnrolmentStatus.WALK_IN:
                # The same gesture had put them on the list: who never came was never on it.
                write_trainings.set_enrolment_status(
                    work, last.enrolment_id, EnrolmentStatus.CANCELLED
                )
            work.journal(by, "undo_check_in", "check_in", last.id, enrolment=last.enrolment_id)
        return last

    def _answer(self, knock: _Knock) -> Verdict:
        try:
            return self._decide_and_write(knock)
        except Repeated:
            pass
        except Refusal as refusal:
            if refusal.code != "already_checked_in":
                raise
        # Another desk, or this very scan sent again, was quicker by a blink: read what stands now.
        return self._decide_and_write(knock, again=True)

    def _decide_and_write(self, knock: _Knock, *, again: bool = False) -> Verdict:
        with self._database.writing() as work:
            moment = self._database.clock.instant()
            verdict = self._decide(work.connection, knock, moment, again)
            if verdict.is_arrival and _places_are_short(verdict):
                assert verdict.session is not None
                write_trainings.hold_session(work, verdict.session.id)
                verdict = self._decide(work.connection, knock, moment, again)
            passed = verdict.code is Code.FULL and bool(knock.override) and _may_pass(knock.by)
            if passed:
                verdict = replace(verdict, code=Code.OK)
            if verdict.is_arrival:
                self._write(work, knock, verdict, passed)
        return verdict

    def _decide(
        self, connection: Connection, knock: _Knock, moment: datetime, again: bool
    ) -> Verdict:
        facts = self._facts(connection, knock, moment)
        verdict = decide(facts, moment)
        if facts.written is None and (again or not verdict.is_arrival):
            # An arrival meets its own key in the database; anything else must ask for it, in case
            # this very request was written once and taken back.
            written = read_checkin.by_key(connection, knock.client_key)
            if written is not None:
                return decide(replace(facts, written=written), moment)
        return verdict

    def _facts(self, connection: Connection, knock: _Knock, moment: datetime) -> Facts:
        found = knock.look(connection)
        if found is None:
            return Facts()
        facts = Facts(
            opens_minutes=self._venue_book.venue().rules.check_in_opens_minutes,
            badge_status=found.badge_status,
            person=found.person,
            enrolments=found.enrolments,
            written=found.written,
            looked_at=knock.looked_at,
        )
        is_answered = found.written or found.badge_status != ACTIVE or open_enrolment(facts, moment)
        if is_answered or not knock.is_badge:
            return facts
        wall = self._database.clock.now()
        around = read_checkin.sessions_around(connection, wall)
        return replace(facts, running=sessions_open(around, wall, facts.opens_minutes))

    def _write(self, work: UnitOfWork, knock: _Knock, verdict: Verdict, passed: bool) -> None:
        assert verdict.enrolment_id is not None
        assert verdict.half_day is not None
        write_checkin.add(
            work,
            verdict.enrolment_id,
            verdict.half_day.id,
            at=verdict.moment,
            desk=self._database.desk,
            source=knock.source,
            client_key=knock.client_key,
        )
        details = {"half_day": verdict.half_day.id, "source": knock.source}
        if passed:
            details |= passing(knock.override)
        work.journal(knock.by, "check_in", "enrolment", verdict.enrolment_id, **details)


def _places_are_short(verdict: Verdict) -> bool:
    assert verdict.half_day is not None
    assert verdict.session is not None
    left = verdict.session.room_maximum - TRAINER - verdict.half_day.present
    return left < PLACES_SHORT


def _may_pass(by: Actor) -> bool:
    """Only the manager lets more people in than the fire limit allows, with a written reason."""
    return by.role is Role.MANAGER
