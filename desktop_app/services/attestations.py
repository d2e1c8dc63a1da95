"""Attestations: given a number once, printed again the same for ever."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from database.reads import attestations as read_attestations
from database.reads import trainings as read_trainings
from database.unit_of_work import Database, UnitOfWork
from database.writes import attestations as write_attestations
from desktop_app.documents import attestation
from desktop_app.documents.attestation import AttestationFacts
from desktop_app.domain.attendance import on_the_sheet
from desktop_app.domain.attestations import AttestationKind, AttestationRow, attested_of
from desktop_app.domain.people import full_name
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.staff import DESK_ROLES, Actor
from desktop_app.domain.trainings import AttendeeRow, SessionDetail
from desktop_app.services.paper_head import PaperHead
from desktop_app.services.papers import Paper
from desktop_app.services.venue import VenueBook


class Refused(NamedTuple):
    """Somebody who gets no attestation, and why."""

    name: str
    refusal: Refusal


class Attestations(NamedTuple):
    """Attestations of a session, in alphabetical order of their people."""

    rows: tuple[AttestationRow, ...]
    refused: tuple[Refused, ...]


class AttestationDesk:
    """Hands attestations out. Asked on the database thread, like every service."""

    def __init__(
        self, database: Database, venue_book: VenueBook, head: PaperHead, fonts: Path
    ) -> None:
        self._database = database
        self._venue_book = venue_book
        self._head = head
        self._fonts = fonts

    def issue(
        self,
        session_id: int,
        *,
        by: Actor,
        kind: str = AttestationKind.PRESENCE,
        enrolment_ids: Sequence[int] | None = None,
    ) -> Attestations:
        """Give a number to whoever of the session (or of these enrolments) may have one; those who
        have theirs keep it. One person alone who may have none is refused: `no_presence`,
        `presence_incomplete`. Also raises `session_unknown`, `session_not_held`.
        """
        by.require(*DESK_ROLES)
        clock = self._database.clock
        venue_name = self._venue_book.venue().rules.venue_name
        with self._database.writing() as work:
            people = _people(work, session_id, enrolment_ids)
            write_attestations.hold_numbers(work)
            ids = [person.enrolment_id for person, _ in people]
            rows = read_attestations.of_enrolments(work.connection, kind, ids)
            refused = []
            for person, detail in people:
                if person.enrolment_id in rows:
                    continue
                try:
                    attested = attested_of(detail, person, venue_name)
                except Refusal as refusal:
                    if refusal.code == "session_not_held" or len(people) == 1:
                        raise
                    name = full_name(person.last_name, person.first_name)
                    refused.append(Refused(name, refusal))
                    continue
                rows[person.enrolment_id] = write_attestations.add(
                    work,
                    kind,
                    person.enrolment_id,
                    attested,
                    at=clock.instant(),
                    year=clock.today().year,
                    by=by,
                )
        return Attestations(tuple(rows[one] for one in ids if one in rows), tuple(refused))

    def paper(self, rows: Iterable[AttestationRow]) -> Paper:
        """These attestations as one PDF, a page each. Raises `no_presence` when there is none."""
        kept = tuple(rows)
        if not kept:
            raise Refusal("no_presence")
        facts = AttestationFacts(kept, self._head.edition(self._database.clock.now()))
        document = attestation.render(facts, self._fonts)
        day = kept[0].attested.followed[0].starts_at.date().isoformat()
        word = "certificats" if kept[0].kind == AttestationKind.COMPLETION else "attestations"
        return Paper(attestation.title(facts), f"{word}-{day}.pdf", document.pdf, document.pages)


def _people(
    work: UnitOfWork, session_id: int, enrolment_ids: Sequence[int] | None
) -> list[tuple[AttendeeRow, SessionDetail]]:
    """Those of the session's sheet, or of these enrolments, each with the session."""
    detail = read_trainings.detail(work.connection, session_id)
    if detail is None:
        raise Refusal("session_unknown", session_id=session_id)
    return [
        (one, detail)
        for one in on_the_sheet(detail.attendees)
        if enrolment_ids is None or one.enrolment_id in enrolment_ids
    ]
