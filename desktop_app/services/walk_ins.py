"""People who come without enrolment: put on the list and checked in by one gesture.

Works inside the transaction of `trainings`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from database.reads import checkin as read_checkin
from database.reads import people as read_people
from database.unit_of_work import Database, UnitOfWork
from database.writes import checkin as write_checkin
from database.writes import people as write_people
from database.writes import trainings as write_trainings
from desktop_app.domain.checkin import half_day_for_walk_in, is_full
from desktop_app.domain.people import Introduction, Person, understood
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.staff import Actor, Role
from desktop_app.domain.trainings import EnrolmentStatus, HalfDay
from desktop_app.domain.verdicts import Code, SessionAt, Verdict
from desktop_app.services.venue import VenueBook

SOURCE = "walk_in"


@dataclass(frozen=True, slots=True)
class WalkIn:
    """Who comes, to which session, and who lets them in.

    override: a manager's written reason for going over the room's fire limit.
    """

    session_id: int
    who: Introduction
    client_key: str
    by: Actor
    override: str = ""


class WalkIns:
    """Lets people in who are on no list."""

    def __init__(self, database: Database, venue_book: VenueBook) -> None:
        self._database = database
        self._venue_book = venue_book

    def let_in(self, work: UnitOfWork, wish: WalkIn) -> Verdict:
        """Write person, enrolment and check-in. See `Trainings.add_walk_in` for what it raises."""
        moment = self._database.clock.instant()
        before = read_checkin.by_key(work.connection, wish.client_key)
        if before is not None:
            return self._as_written(work, before.enrolment_id, wish.client_key, moment)
        write_trainings.hold_session(work, wish.session_id)
        session = read_checkin.session(work.connection, wish.session_id)
        if session is None:
            raise Refusal("session_unknown", session_id=wish.session_id)
        half_day = half_day_for_walk_in(
            session,
            self._database.clock.now(),
            self._venue_book.venue().rules.check_in_opens_minutes,
        )
        passed = refuse_if_full(session, half_day, wish.by, wish.override)
        person = self._person(work, wish.who, moment)
        enrolment_id = write_trainings.add_enrolment(
            work, session.id, person.id, EnrolmentStatus.WALK_IN, at=moment
        )
        write_checkin.add(
            work,
            enrolment_id,
            half_day.id,
            at=moment,
            desk=self._database.desk,
            source=SOURCE,
            client_key=wish.client_key,
        )
        details = passing(wish.override) if passed else {}
        work.journal(
            wish.by, "add_walk_in", "enrolment", enrolment_id, half_day=half_day.id, **details
        )
        return self._as_written(work, enrolment_id, "", moment)

    def _person(self, work: UnitOfWork, who: Introduction, moment: datetime) -> Person:
        if who.person_id is not None:
            known = read_people.one(work.connection, who.person_id)
            if known is None:
                raise Refusal("person_unknown", person_id=who.person_id)
            return known
        said = understood(who)
        identifier = write_people.add(
            work,
            said.last_name,
            said.first_name,
            at=moment,
            email=said.email,
            phone=said.phone,
            organisation_label=said.organisation_label,
        )
        return Person(
            identifier,
            said.last_name,
            said.first_name,
            said.email,
            said.phone,
            said.organisation_label,
        )

    def _as_written(
        self, work: UnitOfWork, enrolment_id: int, client_key: str, moment: datetime
    ) -> Verdict:
        found = read_checkin.of_enrolment(work.connection, enrolment_id, client_key)
        if found is None or not found.enrolments:
            raise Refusal("enrolment_unknown", enrolment_id=enrolment_id)
        enrolled = found.enrolments[0]
        return Verdict(
            Code.OK,
            moment,
            found.person,
            session=enrolled.session,
            enrolment_id=enrolled.id,
            number=enrolled.number,
            is_repeat=bool(client_key),
        )


def passing(override: str) -> dict[str, Any]:
    """What the journal keeps of a fire limit that was passed over."""
    return {"override": override.strip(), "rules": ["over_headcount"]}


def refuse_if_full(session: SessionAt, half_day: HalfDay, by: Actor, override: str) -> bool:
    """Raise `over_headcount` at the room's fire limit; True when a manager's reason passes it."""
    if not is_full(half_day, session.room_maximum):
        return False
    if by.role is Role.MANAGER and override.strip():
        return True
    raise Refusal("over_headcount", field="reason", room=session.room, maximum=session.room_maximum)
