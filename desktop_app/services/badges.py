"""Badges of people: given, printed, lost and replaced. The old code of a lost one dies at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from random import SystemRandom

from database.reads import badges as read_badges
from database.unit_of_work import Database, UnitOfWork
from database.writes import people as write_people
from desktop_app.documents import badge_cards
from desktop_app.documents.badge_cards import BadgeFacts, Card, Tick
from desktop_app.domain.badge_list import BadgeRow
from desktop_app.domain.badge_sheet import CARDS, BadgeSheet
from desktop_app.domain.badges import new_code
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.staff import DESK_ROLES, Actor
from desktop_app.services.papers import Paper
from desktop_app.services.venue import VenueBook
from desktop_app.wording import language

DrawingStopped = badge_cards.Stopped
"""Raised by `draw` when its tick says to stop."""


class BadgeDesk:
    """Questions and verbs on badges. On the database thread, except `draw`, which needs none."""

    def __init__(self, database: Database, venue_book: VenueBook, fonts: Path) -> None:
        self._database = database
        self._venue_book = venue_book
        self._fonts = fonts
        self._chance = SystemRandom()

    def of_session(self, session_id: int) -> tuple[BadgeRow, ...]:
        """People of the session's list with their badges, in alphabetical order."""
        with self._database.reading() as connection:
            return read_badges.of_session(connection, session_id)

    def complete(self, session_id: int, *, by: Actor) -> tuple[BadgeRow, ...]:
        """The same, after giving a badge to those who have none."""
        by.require(*DESK_ROLES)
        rows = self.of_session(session_id)
        if all(row.badge_id for row in rows):
            return rows
        with self._database.writing() as work:
            for row in read_badges.of_session(work.connection, session_id):
                if not row.badge_id:
                    self._give(work, row.person_id, by)
            return read_badges.of_session(work.connection, session_id)

    def declare_lost(self, person_id: int, *, by: Actor) -> BadgeRow:
        """End the person's badge at once and give them another. Raises `person_unknown`.

        Whoever shows the old one is told that it was replaced.
        """
        by.require(*DESK_ROLES)
        with self._database.writing() as work:
            before = read_badges.of_person(work.connection, person_id)
            if before is None:
                raise Refusal("person_unknown", person_id=person_id)
            write_people.end_badges(work, person_id, "replaced")
            if before.badge_id:
                work.journal(by, "declare_lost", "badge", before.badge_id)
            self._give(work, person_id, by)
            found = read_badges.of_person(work.connection, person_id)
        assert found is not None
        return found

    def note_printed(self, badge_ids: Iterable[int], *, by: Actor) -> None:
        """Note that these cards went to a printer or into a file."""
        by.require(*DESK_ROLES)
        ids = sorted(set(badge_ids))
        if not ids:
            return
        with self._database.writing() as work:
            write_people.note_printed(work, ids, at=self._database.clock.instant())
            work.journal(by, "print", "badge", cards=len(ids))

    def facts(
        self,
        rows: Sequence[BadgeRow],
        *,
        sheet: BadgeSheet = CARDS,
        start: int = 1,
        backs: bool = False,
        line: str = "",
    ) -> BadgeFacts:
        """What `draw` needs. line: words at the foot of each card, the training's title."""
        cards = tuple(Card(row.code, row.first_name, row.last_name, line) for row in rows)
        name = self._venue_book.venue().rules.venue_name
        return BadgeFacts(cards, name, language(), sheet, start, backs)

    def draw(self, facts: BadgeFacts, tick: Tick | None = None) -> Paper:
        """The cards as a PDF. Touches no database: any thread may draw.

        Raises `badge_none` when there is nobody, and what is wrong with the sheet.
        """
        if not facts.cards:
            raise Refusal("badge_none")
        document = badge_cards.render(facts, self._fonts, tick)
        return Paper(badge_cards.title(facts), "badges.pdf", document.pdf, document.pages)

    def calibration(self, sheet: BadgeSheet = CARDS) -> Paper:
        """A page that shows by how much this printer is off."""
        name = self._venue_book.venue().rules.venue_name
        document = badge_cards.render_calibration(sheet, name, language(), self._fonts)
        title = badge_cards.calibration_title()
        return Paper(title, "calibrage-badges.pdf", document.pdf, document.pages)

    def _give(self, work: UnitOfWork, person_id: int, by: Actor) -> None:
        code = new_code(self._chance)
        badge_id = write_people.add_badge(work, person_id, code, at=self._database.clock.instant())
        work.journal(by, "give", "badge", badge_id)
