"""Papers of the trainings: the attendance sheet, blank or with everybody on it.

The same reads as the check-in station's, so that paper and screen never tell two stories.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop_app.documents import attendance_sheet, ready_list
from desktop_app.documents.attendance_sheet import AttendanceFacts
from desktop_app.documents.ready_list import ReadyFacts
from desktop_app.domain.attendance import Doubt, doubts_about
from desktop_app.domain.clock import Clock
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.trainings import SessionRow
from desktop_app.services.paper_head import PaperHead
from desktop_app.services.papers import Paper
from desktop_app.services.trainings import Trainings
from desktop_app.services.venue import VenueBook


class TrainingPapers:
    """Sheets about a session. Asked on the database thread, like every service."""

    def __init__(
        self,
        venue_book: VenueBook,
        trainings: Trainings,
        head: PaperHead,
        clock: Clock,
        fonts: Path,
    ) -> None:
        self._venue_book = venue_book
        self._trainings = trainings
        self._head = head
        self._clock = clock
        self._fonts = fonts

    def find_session(self, text: str, day: date) -> SessionRow:
        """The session with this number, or the one of this training (its code) on this day.

        Raises `session_unknown`, `session_not_found` and `session_ambiguous`.
        """
        wanted = text.strip()
        if wanted.isdecimal():
            return self._trainings.session(int(wanted)).session
        of_day = self._trainings.sessions(day, day)
        found = [row for row in of_day if row.title_code.casefold() == wanted.casefold()]
        if not found:
            raise Refusal("session_not_found", field="session", text=wanted, day=day)
        if len(found) > 1:
            numbers = tuple(row.id for row in found)
            raise Refusal("session_ambiguous", field="session", text=wanted, numbers=numbers)
        return found[0]

    def doubts(self, session_id: int) -> tuple[Doubt, ...]:
        """What would make the session's sheet a doubtful proof. Raises `session_unknown`."""
        calendar = self._venue_book.venue().calendar
        return doubts_about(self._trainings.session(session_id), calendar)

    def attendance(self, session_id: int, *, blank: bool = False) -> Paper:
        """*Feuille d’émargement*: everybody of the list, or as many empty lines as places.

        Raises `session_unknown`.
        """
        detail, venue = self._trainings.session(session_id), self._venue_book.venue()
        room = venue.by_id.get(detail.session.room_id)
        facts = AttendanceFacts(
            detail,
            self._head.edition(self._clock.now()),
            floor=room.floor if room else "",
            doubts=doubts_about(detail, venue.calendar),
            blank=blank,
        )
        document = attendance_sheet.render(facts, self._fonts)
        suffix = "-vierge" if blank else ""
        name = f"emargement-{detail.session.day.isoformat()}-{session_id}{suffix}.pdf"
        return Paper(attendance_sheet.title(facts), name, document.pdf, document.pages)

    def ready(self, session_id: int, code: str) -> Paper:
        """*Personnes prêtes*: who of the list has followed the training of this code.

        Raises `session_unknown`.
        """
        session = self._trainings.session(session_id).session
        rows = self._trainings.readiness(session_id, code)
        edition = self._head.edition(self._clock.now())
        facts = ReadyFacts(session, rows, code.upper(), edition)
        document = ready_list.render(facts, self._fonts)
        name = f"prets-{session.day.isoformat()}-{session_id}.pdf"
        return Paper(ready_list.title(facts), name, document.pdf, document.pages)
