"""People, their badges and their enrolments: written by an import."""

from __future__ import annotations

from datetime import datetime

from database.reads import importing as read_importing
from database.writes import importing as write_importing
from database.writes import people as write_people
from database.writes import trainings as write_trainings
from desktop_app.domain.badges import Chooser, new_code
from desktop_app.domain.clock import instant_of
from desktop_app.domain.imported import ListedEnrolment, ListedPerson
from desktop_app.services.importing.pen import Pen


class EnrolmentPen:
    """Enrols people, each with one badge; remembers who is who during one import."""

    def __init__(self, pen: Pen, now: datetime, random: Chooser) -> None:
        self._pen = pen
        self._now = now
        self._random = random
        self._new_ids: dict[int, int] = {}
        self._sessions: dict[tuple[str, datetime], int] = {}

    def put(self, record: ListedEnrolment) -> None:
        """Put somebody on the list of a session, or store what changed about them."""
        work = self._pen.work
        person_id = self._put_person(record.person_ref, record.person)
        if not record.is_new:
            return
        session_id = self._session(record.title_code, record.starts_at)
        stamp = record.enrolled_at
        write_trainings.add_enrolment(
            work,
            session_id,
            person_id,
            record.status,
            at=instant_of(stamp) if stamp is not None else self._now,
            source_key=record.source_key,
        )
        if record.need:
            write_importing.count_need(work, session_id, record.need)

    def _put_person(self, ref: int, person: ListedPerson) -> int:
        known = ref if ref > 0 else self._new_ids.get(ref)
        contacts = {
            "email": person.email,
            "phone": person.phone,
            "organisation_label": person.organisation_label,
        }
        work = self._pen.work
        if known is not None:
            write_people.change(work, known, person.last_name, person.first_name, **contacts)
            self._give_badge_if_none(known)
            return known
        person_id = write_people.add(
            work, person.last_name, person.first_name, at=self._now, **contacts
        )
        self._new_ids[ref] = person_id
        write_people.add_badge(work, person_id, new_code(self._random), at=self._now)
        return person_id

    def _give_badge_if_none(self, person_id: int) -> None:
        work = self._pen.work
        if not read_importing.has_active_badge(work.connection, person_id):
            write_people.add_badge(work, person_id, new_code(self._random), at=self._now)

    def _session(self, title_code: str, starts_at: datetime) -> int:
        key = (title_code, starts_at)
        if key not in self._sessions:
            connection = self._pen.work.connection
            for session in read_importing.sessions_at(connection, starts_at):
                self._sessions[session.title_code, session.starts_at] = session.id
        return self._sessions[key]
