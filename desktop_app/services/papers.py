"""Sheets of paper: reads the facts, hands them to `documents`, and returns a PDF with its name.

The same reads as the screens', so that a sheet and the planning never tell two stories.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from desktop_app.documents import day_plan, week_plan
from desktop_app.documents.facts import (
    AUDIENCES,
    PAPERS,
    TEAM,
    DayFacts,
    DayHours,
    Edition,
    WeekFacts,
)
from desktop_app.domain.civil_time import Week
from desktop_app.domain.clock import Clock
from desktop_app.domain.keys import keys_of
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.venue import Venue
from desktop_app.services.keys import Keys
from desktop_app.services.planning import Planning
from desktop_app.services.venue import VenueBook
from desktop_app.wording import language


class Paper(NamedTuple):
    """A document ready to be looked at, saved or printed. file_name: a proposal, no folder."""

    title: str
    file_name: str
    pdf: bytes
    pages: int


class Papers:
    """The venue's printed sheets. Asked on the database thread, like every service."""

    def __init__(
        self, venue_book: VenueBook, planning: Planning, keys: Keys, clock: Clock, fonts: Path
    ) -> None:
        self._venue_book = venue_book
        self._planning = planning
        self._keys = keys
        self._clock = clock
        self._fonts = fonts

    def day_plan(self, day: date, *, audience: str = TEAM) -> Paper:
        """*Planning du jour*, A4 portrait. Refuses an unknown audience."""
        _check_audience(audience)
        venue = self._venue_book.venue()
        facts = DayFacts(
            opening=DayHours.of(day, venue.calendar),
            rooms=venue.rooms,
            bookings=self._planning.days(day, day),
            edition=self._edition(venue),
            audience=audience,
            unavailabilities=venue.unavailabilities,
            keys=self._keys_by_room(venue) if audience == TEAM else {},
        )
        document = day_plan.render(facts, self._fonts)
        name = f"planning-jour-{day.isoformat()}{_suffix(audience)}.pdf"
        return Paper(day_plan.title(facts), name, document.pdf, document.pages)

    def week_plan(self, week: Week, *, paper: str = "A4", audience: str = TEAM) -> Paper:
        """*Planning de la semaine*, landscape. Refuses an unknown audience or paper size."""
        _check_audience(audience)
        if paper not in PAPERS:
            raise Refusal("paper_unknown", field="paper", value=paper, known=PAPERS)
        venue = self._venue_book.venue()
        facts = WeekFacts(
            week=week,
            days=tuple(DayHours.of(day, venue.calendar) for day in week.days),
            rooms=venue.rooms,
            bookings=self._planning.days(week.monday, week.sunday),
            edition=self._edition(venue),
            audience=audience,
            paper=paper,
            unavailabilities=venue.unavailabilities,
        )
        document = week_plan.render(facts, self._fonts)
        name = f"planning-semaine-{week.year}-S{week.number:02d}-{paper}{_suffix(audience)}.pdf"
        return Paper(week_plan.title(facts), name, document.pdf, document.pages)

    def _edition(self, venue: Venue) -> Edition:
        return Edition(
            venue_name=venue.rules.venue_name,
            header_text=venue.rules.header_text,
            made_at=self._clock.now(),
            language=language(),
        )

    def _keys_by_room(self, venue: Venue) -> dict[int, tuple[str, ...]]:
        keys = self._keys.board()
        return {room.id: tuple(key.code for key in keys_of(room, keys)) for room in venue.rooms}


def _check_audience(audience: str) -> None:
    if audience not in AUDIENCES:
        raise Refusal("audience_unknown", field="audience", value=audience, known=AUDIENCES)


def _suffix(audience: str) -> str:
    return "" if audience == TEAM else "-public"
