"""Papers: made to be looked at, published with a number, and told when they are out of date.

The same reads as the screens', so that a sheet and the planning never tell two stories.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from database.reads import bookings as read_bookings
from database.reads import organisations as read_organisations
from database.reads import papers as read_papers
from database.unit_of_work import Database
from database.writes import papers as write_papers
from desktop_app.documents import (
    agenda_plan,
    blank_attendance,
    blank_day,
    day_plan,
    door_sheet,
    evacuation,
    letter,
    season_list,
    setup_list,
    tally_sheet,
    week_plan,
)
from desktop_app.documents.accessible import render as render_tagged
from desktop_app.documents.facts import Edition
from desktop_app.documents.gists import digest, gist_of, passing_of
from desktop_app.documents.outlines import outline_of
from desktop_app.domain.bookings import LIVE, BookingRow, SeriesRow
from desktop_app.domain.civil_time import Week
from desktop_app.domain.clock import wall_time
from desktop_app.domain.papers import (
    ABOUT_A_ROOM,
    ABOUT_AN_ORGANISATION,
    ACCESSIBLE,
    AUDIENCES,
    LETTERS,
    PAPERS,
    PLANS,
    TEAM,
    EditionRow,
    PaperKind,
    StalePaper,
    Wanted,
    wanted_by,
)
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.staff import DESK_ROLES, Actor
from desktop_app.services.letters import Letters
from desktop_app.services.paper_facts import PaperFacts
from desktop_app.services.paper_head import PaperHead
from desktop_app.services.paper_reading import Reading
from desktop_app.services.today import Today
from desktop_app.services.venue import VenueBook
from desktop_app.wording import language
from desktop_app.wording.dates import say_hours
from desktop_app.wording.papers import file_name_of, say_paper

_DRAWN: dict[PaperKind, Any] = {
    PaperKind.WEEK: week_plan,
    PaperKind.ROOM_WEEK: agenda_plan,
    PaperKind.ORGANISATION_WEEK: agenda_plan,
    PaperKind.DAY: day_plan,
    PaperKind.SETUP: setup_list,
    PaperKind.DOOR: door_sheet,
    PaperKind.SERIES: season_list,
    PaperKind.SEASON: season_list,
    PaperKind.CONFIRMATION: letter,
    PaperKind.AGREEMENT: letter,
    PaperKind.EVACUATION: evacuation,
    PaperKind.BLANK_DAY: blank_day,
    PaperKind.BLANK_ATTENDANCE: blank_attendance,
    PaperKind.BLANK_TALLY: tally_sheet,
}


class Paper(NamedTuple):
    """A document ready to be looked at, saved or printed. file_name: a proposal, no folder.

    edition: its number once published, or the one it would get; 0 for what is not numbered.
    """

    title: str
    file_name: str
    pdf: bytes
    pages: int
    wanted: Wanted | None = None
    edition: int = 0


class Subject(NamedTuple):
    """What a paper may be about: its id and its words in a list."""

    id: int
    words: str


class Numbered(NamedTuple):
    """Facts with the edition they have or would have. row: the edition, when it was published."""

    facts: Any
    fingerprint: str
    gist: str
    row: EditionRow | None


class Papers:
    """The venue's printed sheets. Asked on the database thread, like every service."""

    def __init__(
        self,
        database: Database,
        venue_book: VenueBook,
        today: Today,
        head: PaperHead,
        resources: Path,
    ) -> None:
        self._database = database
        self._clock = database.clock
        self._fonts = resources / "fonts"
        self.letters = Letters(database, venue_book, resources / "templates")
        self.head = head
        self._facts = PaperFacts(database, venue_book, today, head)

    # -- asking ---------------------------------------------------------------------------

    def make(self, wanted: Wanted, *, accessible: bool = False) -> Paper:
        """The paper as it would be printed now, with the number it would get. Nothing is written.

        accessible: the tagged copy instead. Raises `audience_unknown`, `paper_unknown`,
        `room_unknown`, `organisation_unknown`, `organisation_discreet`, `series_unknown`,
        `booking_unknown`, `booking_is_over`, `no_accessible_copy`.
        """
        wish = _checked(wanted)
        if wish.kind not in PLANS:
            return self._drawn(wish, self._plain_facts(wish), accessible=accessible)
        return self._drawn(wish, self._numbered(wish).facts, accessible=accessible)

    def day_plan(self, day: date, *, audience: str = TEAM) -> Paper:
        """*Planning du jour*, A4 portrait."""
        return self.make(Wanted(PaperKind.DAY, day, audience=audience))

    def week_plan(self, week: Week, *, paper: str = "A4", audience: str = TEAM) -> Paper:
        """*Planning de la semaine*, landscape."""
        return self.make(Wanted(PaperKind.WEEK, week.monday, paper, audience))

    def evacuation(self) -> Paper:
        """*Feuille d'évacuation* of this very moment."""
        return self.make(Wanted(PaperKind.EVACUATION, self._clock.today()))

    def morning(self, day: date) -> tuple[Wanted, ...]:
        """What *Imprimer la journée* prints: the team's plan, the set-up list, the doors in use."""
        doors = self._facts.doors_in_use(day, self._facts.reading())
        return (
            Wanted(PaperKind.DAY, day),
            Wanted(PaperKind.SETUP, day),
            *(Wanted(PaperKind.DOOR, day, subject=room).settled() for room in doors),
        )

    def morning_due(self, now: datetime) -> tuple[Wanted, ...]:
        """The morning's papers, if it is time: the venue opens today within half an hour, or is
        open, and the day's plan has not been printed. now: wall time.
        """
        hours = self._facts.reading().venue.calendar.hours_on(now.date())
        if not hours or not hours[0].start - _BEFORE_OPENING <= now < hours[-1].end:
            return ()
        if self.was_printed(Wanted(PaperKind.DAY, now.date())):
            return ()
        return self.morning(now.date())

    def subjects(self, kind: PaperKind, day: date) -> tuple[Subject, ...]:
        """What a kind of paper may be about: rooms, associations, series, or the day's bookings.

        Nothing for a paper about the whole venue.
        """
        if kind in ABOUT_A_ROOM:
            venue = self._facts.reading().venue
            rooms = venue.elementary if kind is PaperKind.DOOR else venue.rooms
            return tuple(Subject(room.id, room.name) for room in rooms)
        with self._database.reading() as connection:
            if kind in ABOUT_AN_ORGANISATION:
                known = read_organisations.everyone(connection)
                return tuple(Subject(one.id, one.name) for one in known if not one.archived)
            if kind is PaperKind.SERIES:
                rows = read_bookings.all_series(connection)
                return tuple(Subject(row.id, _series_words(row)) for row in rows)
            if kind in LETTERS:
                bookings = read_bookings.on_days(connection, day, day)
                return tuple(
                    Subject(row.id, _booking_words(row)) for row in bookings if row.status in LIVE
                )
        return ()

    def was_printed(self, wanted: Wanted) -> bool:
        """Has any edition of it been published?"""
        with self._database.reading() as connection:
            return bool(read_papers.editions(connection, wanted.key(language())))

    def stale(self) -> tuple[StalePaper, ...]:
        """Published sheets that no longer say what is so, the soonest needed first.

        Sheets of days that are over, or in another language, are left alone.
        """
        reading = self._facts.reading()
        return tuple(
            StalePaper(wanted, row, self.name_of(wanted))
            for wanted, row in self.standing()
            if not self._still_says_so(wanted, row, reading)
        )

    def standing(self) -> tuple[tuple[Wanted, EditionRow], ...]:
        """The last edition of each published sheet that speaks of today or later."""
        with self._database.reading() as connection:
            rows = read_papers.standing(connection, self._clock.today())
        wishes = ((self._wish_of(row), row) for row in rows)
        return tuple((wanted, row) for wanted, row in wishes if wanted is not None)

    def name_of(self, wanted: Wanted) -> str:
        """“Affiche de porte – Agora B, 26/11/2026”."""
        return say_paper(wanted.settled(), self._subject_name(wanted))

    # -- doing ----------------------------------------------------------------------------

    def publish(self, wanted: Wanted, *, by: Actor, accessible: bool = False) -> Paper:
        """The paper, numbered if it is a plan: printed or saved, it will be out in the world.

        The same facts again are the same edition, byte for byte; the accessible copy is of the
        same edition as the drawn one. Raises what `make` raises.
        """
        by.require(*DESK_ROLES)
        wish = _checked(wanted)
        if wish.kind not in PLANS:
            return self.make(wish, accessible=accessible)
        numbered = self._numbered(wish)
        if numbered.row is None:
            with self._database.writing() as work:
                write_papers.hold_document(work, wish.key(language()))
                numbered = self._numbered(wish)
                if numbered.row is None:
                    row = write_papers.add_edition(
                        work,
                        wish.key(language()),
                        last_day=wish.last_day,
                        fingerprint=numbered.fingerprint,
                        gist=numbered.gist,
                        clock=self._clock,
                        desk=self._database.desk,
                        by=by,
                    )
                    made_at = wall_time(row.printed_at)
                    edition = replace(numbered.facts.edition, number=row.number, made_at=made_at)
                    numbered = numbered._replace(facts=replace(numbered.facts, edition=edition))
        return self._drawn(wish, numbered.facts, accessible=accessible)

    # -- parts ----------------------------------------------------------------------------

    def _plain_facts(self, wish: Wanted) -> Any:
        edition = self._facts.edition(self._clock.now())
        if wish.kind in LETTERS:
            return self.letters.facts(wish, edition)
        return self._facts.of(wish, edition)

    def _numbered(self, wish: Wanted) -> Numbered:
        """The facts of a plan with the edition they have, or the next one."""
        with self._database.reading() as connection:
            history = read_papers.editions(connection, wish.key(language()))
        facts = self._facts.of(wish, self._facts.edition(self._clock.now()))
        gist = digest(gist_of(facts))
        fingerprint = digest((gist, passing_of(facts)))
        last = history[0] if history else None
        if last is not None and last.fingerprint == fingerprint:
            edition = _edition_of(facts.edition, last, history[1] if history[1:] else None)
            return Numbered(replace(facts, edition=edition), fingerprint, gist, last)
        edition = replace(
            facts.edition,
            number=last.number + 1 if last else 1,
            replaces=wall_time(last.printed_at) if last else None,
        )
        return Numbered(replace(facts, edition=edition), fingerprint, gist, None)

    def _drawn(self, wish: Wanted, facts: Any, *, accessible: bool) -> Paper:
        if accessible:
            if wish.kind not in ACCESSIBLE:
                raise Refusal("no_accessible_copy", field="accessible")
            document = render_tagged(outline_of(facts), self._fonts)
        else:
            document = _DRAWN[wish.kind].render(facts, self._fonts)
        name = file_name_of(wish, self._subject_name(wish), accessible=accessible)
        title = _DRAWN[wish.kind].title(facts)
        return Paper(title, name, document.pdf, document.pages, wish, facts.edition.number)

    def _wish_of(self, row: EditionRow) -> Wanted | None:
        """The wish behind an edition, if this program knows it and speaks its language."""
        try:
            wanted, spoken = wanted_by(row.document)
        except ValueError:
            return None
        return wanted if spoken == language() else None

    def _still_says_so(self, wanted: Wanted, row: EditionRow, reading: Reading) -> bool:
        edition = self._facts.edition(wall_time(row.printed_at))
        try:
            facts = self._facts.of(wanted, edition, reading)
        except Refusal:
            # The room, the series, the association is gone: nothing to print in its place.
            return True
        return digest(gist_of(facts)) == row.gist

    def _subject_name(self, wanted: Wanted) -> str:
        """What the paper is about, by name; empty for the whole venue."""
        if not wanted.subject:
            return ""
        venue = self._facts.reading().venue
        with self._database.reading() as connection:
            if wanted.kind in ABOUT_A_ROOM:
                room = venue.by_id.get(wanted.subject)
                return room.name if room else ""
            if wanted.kind in ABOUT_AN_ORGANISATION:
                organisation = read_organisations.one(connection, wanted.subject)
                return organisation.name if organisation else ""
            if wanted.kind is PaperKind.SERIES:
                series = read_bookings.series(connection, wanted.subject)
                hidden = series is not None and series.discreet and wanted.audience != TEAM
                return series.title if series and not hidden else ""
            booking = read_bookings.one(connection, wanted.subject)
            return booking.title if booking else ""


_BEFORE_OPENING = timedelta(minutes=30)


def _series_words(row: SeriesRow) -> str:
    """“P06 Exil · Collectif Exil-Accueil”."""
    title = row.title if row.title.startswith(row.code) else f"{row.code} {row.title}"
    parts = dict.fromkeys(part for part in (title, row.organisation_name) if part)
    return " · ".join(parts)


def _booking_words(row: BookingRow) -> str:
    """“14 h – 17 h · Le B.A.-BA · La Fabrique”."""
    parts = (say_hours(row.starts_at, row.ends_at), row.title, row.organisation_name)
    return " · ".join(dict.fromkeys(part for part in parts if part))


def _checked(wanted: Wanted) -> Wanted:
    if wanted.audience not in AUDIENCES:
        value = wanted.audience
        raise Refusal("audience_unknown", field="audience", value=value, known=AUDIENCES)
    if wanted.paper not in PAPERS:
        raise Refusal("paper_unknown", field="paper", value=wanted.paper, known=PAPERS)
    return wanted.settled()


def _edition_of(edition: Edition, row: EditionRow, before: EditionRow | None) -> Edition:
    """The edition as it was printed: its own number and moment."""
    return replace(
        edition,
        number=row.number,
        made_at=wall_time(row.printed_at),
        replaces=wall_time(before.printed_at) if before else None,
    )
