"""Papers as the venue asks for them: which sheet, for when, about whom, on what paper, for whom.

A wish has a key, `week:2026-W48:A3:team`, under which its editions are numbered. Everyone may
enter.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.civil_time import Week

TEAM, PUBLIC = "team", "public"
"""Audiences. On a sheet for the public nobody is named, counted or reachable by telephone."""

AUDIENCES = (TEAM, PUBLIC)
PAPERS = ("A4", "A3")
A4, A3 = PAPERS


class PaperKind(StrEnum):
    """Every document the venue prints; the words are those of the command line."""

    WEEK = "week"
    ROOM_WEEK = "room-week"
    ORGANISATION_WEEK = "organisation-week"
    DAY = "day"
    SETUP = "setup"
    DOOR = "door"
    SERIES = "series"
    SEASON = "season"
    CONFIRMATION = "confirmation"
    AGREEMENT = "agreement"
    EVACUATION = "evacuation"
    BLANK_DAY = "blank-day"
    BLANK_ATTENDANCE = "blank-attendance"
    BLANK_TALLY = "blank-tally"


WEEKLY = frozenset({PaperKind.WEEK, PaperKind.ROOM_WEEK, PaperKind.ORGANISATION_WEEK})
SEASONAL = frozenset({PaperKind.SERIES, PaperKind.SEASON})
LETTERS = frozenset({PaperKind.CONFIRMATION, PaperKind.AGREEMENT})
BLANKS = frozenset({PaperKind.BLANK_DAY, PaperKind.BLANK_ATTENDANCE, PaperKind.BLANK_TALLY})
PLANS = WEEKLY | SEASONAL | {PaperKind.DAY, PaperKind.SETUP, PaperKind.DOOR}
"""What hangs somewhere and may go out of date: only these have numbered editions."""

ACCESSIBLE = (PLANS | LETTERS) - {PaperKind.SETUP}
"""What also exists as a tagged PDF, for those who hear a document or read it in other sizes."""

LANDSCAPE = WEEKLY | {PaperKind.BLANK_DAY}
ABOUT_A_ROOM = frozenset({PaperKind.ROOM_WEEK, PaperKind.DOOR})
ABOUT_AN_ORGANISATION = frozenset({PaperKind.ORGANISATION_WEEK, PaperKind.SEASON})

_ONLY_AUDIENCE = {
    PaperKind.DOOR: PUBLIC,
    PaperKind.SETUP: TEAM,
    PaperKind.EVACUATION: TEAM,
    **dict.fromkeys(LETTERS | BLANKS, TEAM),
}
_FIRST_MONTH = 9
"""A season runs from the first of September to the end of August."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper by its choices.

    day: the day, or any day of the week or of the season. subject: the id of the room, of the
    organisation, of the series or of the booking it is about; 0 when it is about the whole venue.
    """

    kind: PaperKind
    day: date
    paper: str = A4
    audience: str = TEAM
    subject: int = 0

    @property
    def week(self) -> Week:
        return Week.of(self.day)

    @property
    def season(self) -> tuple[date, date]:
        """First and last day of the season the day lies in."""
        year = self.day.year if self.day.month >= _FIRST_MONTH else self.day.year - 1
        return date(year, _FIRST_MONTH, 1), date(year + 1, _FIRST_MONTH, 1) - timedelta(days=1)

    @property
    def landscape(self) -> bool:
        return self.kind in LANDSCAPE

    @property
    def last_day(self) -> date:
        """The last day the sheet speaks of: afterwards nobody needs it any more."""
        if self.kind in WEEKLY:
            return self.week.sunday
        return self.season[1] if self.kind in SEASONAL else self.day

    def settled(self) -> Wanted:
        """The same wish with what the kind decides by itself: its audience, its paper."""
        audience = _ONLY_AUDIENCE.get(self.kind, self.audience)
        paper = self.paper if self.kind is PaperKind.WEEK else A4
        return replace(self, audience=audience, paper=paper)

    def moved(self, periods: int) -> Wanted:
        """The same sheet for another day, week or season."""
        if self.kind in SEASONAL:
            year = self.season[0].year + periods
            return replace(self, day=date(year, _FIRST_MONTH, 1))
        days = 7 if self.kind in WEEKLY else 1
        return replace(self, day=self.day + timedelta(days=days * periods))

    def key(self, language: str = "fr") -> str:
        """Under which its editions are counted; another language is another sheet."""
        wish = self.settled()
        parts = [wish.kind.value, wish.period, wish.paper, wish.audience]
        if wish.subject:
            parts.append(str(wish.subject))
        if language != "fr":
            parts.append(language)
        return ":".join(parts)

    @property
    def period(self) -> str:
        """`2026-W48`, `2026-11-26`, or `2026-2027` for a season."""
        if self.kind in WEEKLY:
            return str(self.week)
        if self.kind in SEASONAL:
            first, last = self.season
            return f"{first.year}-{last.year}"
        return self.day.isoformat()


def wanted_by(key: str) -> tuple[Wanted, str]:
    """The wish behind a key and its language. Raises ValueError for a key of another program."""
    kind_word, period, paper, audience, *more = key.split(":")
    kind = PaperKind(kind_word)
    subject = int(more.pop(0)) if more and more[0].isdigit() else 0
    language = more[0] if more else "fr"
    return Wanted(kind, _day_in(kind, period), paper, audience, subject), language


def _day_in(kind: PaperKind, period: str) -> date:
    if kind in WEEKLY:
        year, number = period.split("-W")
        return Week(int(year), int(number)).monday
    if kind in SEASONAL:
        return date(int(period.split("-")[0]), _FIRST_MONTH, 1)
    return date.fromisoformat(period)


class EditionRow(NamedTuple):
    """A sheet that was printed or saved. printed_at is an instant.

    fingerprint: of everything on it. gist: of what it announces, without what passes by itself
    (who has arrived, what is on now): when the gist of today's facts is another, it is out of date.
    """

    id: int
    document: str
    number: int
    printed_at: datetime
    last_day: date
    fingerprint: str
    gist: str
    desk: str
    login: str


class Place(NamedTuple):
    """Where and when a booking was to be, as the journal told it at an instant."""

    room_id: int
    starts_at: datetime
    told_at: datetime


@dataclass(frozen=True, slots=True)
class PrintSettings:
    """What the operator supplies for papers. Empty: the house's own text, or nothing.

    header_image: a PNG or JPEG in base64. confirmation_text, agreement_text: templates of letters
    (`domain.letter_template`).
    """

    header_image: str = ""
    confirmation_text: str = ""
    agreement_text: str = ""


class StalePaper(NamedTuple):
    """A printed sheet that no longer says what is so. edition: its last one."""

    wanted: Wanted
    edition: EditionRow
    title: str
