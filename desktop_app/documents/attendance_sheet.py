"""*Feuille d’émargement* of a session: a line a person, a signature a half-day, A4 portrait.

Each page stands alone: title, place, dates, hours, trainer and their signature are on every one.
What the badges know is printed in the box; the ink is still to come. Source: the venue's rules on
attendance sheets, 4.11.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from desktop_app.documents.blank_sheets import ROW_TO_WRITE_IN
from desktop_app.documents.facts import Edition
from desktop_app.documents.frame import Frame, draw_foot, draw_heading
from desktop_app.documents.sheet import (
    INK,
    ISO_SIZES,
    LINE,
    MM,
    MUTED,
    PAPER,
    RULE,
    Area,
    Document,
    Sheet,
)
from desktop_app.documents.speech import Beside, capital
from desktop_app.documents.type import SMALLEST, fit, load_faces, typeset
from desktop_app.domain.attendance import Doubt, on_the_sheet
from desktop_app.domain.trainings import (
    AttendeeRow,
    EnrolmentStatus,
    HalfDay,
    SessionDetail,
    SessionStatus,
)
from desktop_app.wording import _
from desktop_app.wording.attendance import say_doubt
from desktop_app.wording.dates import say_day, say_day_short, say_hours, say_instant_time

MARGIN = 12 * MM
MOST_HALF_DAYS = 4
"""Columns of signatures on one page; a longer training goes on, with the same people, on others."""

_TITLE, _TRAINING, _FACT = 20.0, 14.0, 11.0
_HEAD, _TRAINER = 34.0, 40.0
_NUMBER, _NAME, _MANY_NAME = 26.0, 0.4, 0.3
_TALLEST = 30.0


@dataclass(frozen=True, slots=True)
class AttendanceFacts:
    """A session for its sheet. floor: of its room. blank: nobody's name, as many lines as places.

    doubts: what would make the sheet a doubtful proof; printed, so that nobody signs unaware.
    """

    detail: SessionDetail
    edition: Edition
    floor: str = ""
    doubts: tuple[Doubt, ...] = ()
    blank: bool = False

    @property
    def people(self) -> tuple[AttendeeRow | None, ...]:
        """A line each; nobody on a blank sheet."""
        if self.blank:
            return (None,) * self.detail.session.capacity
        return on_the_sheet(self.detail.attendees)


class _Page(NamedTuple):
    """Part of the sheet. first: the number of its first line."""

    half_days: tuple[HalfDay, ...]
    people: Sequence[AttendeeRow | None]
    first: int


def title(facts: AttendanceFacts) -> str:
    """What the document is called, in its properties and in the preview."""
    session = facts.detail.session
    return _("Feuille d’émargement – {training}, {day}").format(
        training=typeset(session.title), day=say_day(session.day)
    )


def render(facts: AttendanceFacts, fonts: Path) -> Document:
    """The sheet as a PDF. fonts: the folder of the bundled fonts."""
    sheet = Sheet(
        load_faces(fonts),
        *ISO_SIZES["A4"],
        title=title(facts),
        author=facts.edition.venue_name,
        language=facts.edition.language,
    )
    draw(sheet, facts)
    return sheet.finish()


def draw(sheet: Sheet, facts: AttendanceFacts) -> None:
    """Draw it on a sheet begun in A4."""
    frame = Frame(*ISO_SIZES["A4"], MARGIN)
    body = frame.body
    top = _head_bottom(sheet, body, facts)
    table = Area(body.left, top, body.width, body.bottom - top - _TRAINER - 8)
    most = max(1, int((table.height - _HEAD) / ROW_TO_WRITE_IN))
    pages = tuple(_pages(facts, most))
    longest = max(len(page.people) for page in pages)
    row = min(_TALLEST, (table.height - _HEAD) / max(1, longest))
    for place, page in enumerate(pages):
        if place:
            sheet.next_page()
        _draw_head(sheet, body, facts)
        bottom = _draw_table(sheet, table, page, row, facts)
        _draw_trainer(sheet, Area(body.left, bottom + 8, body.width, _TRAINER), page, facts)
        draw_foot(sheet, frame, facts.edition, len(pages))


def _pages(facts: AttendanceFacts, most: int) -> Iterator[_Page]:
    people, half_days = facts.people, facts.detail.half_days
    for first in range(0, max(1, len(half_days)), MOST_HALF_DAYS):
        for start in range(0, max(1, len(people)), most):
            columns = half_days[first : first + MOST_HALF_DAYS]
            yield _Page(columns, people[start : start + most], start + 1)


# -- above the table -------------------------------------------------------------------------


def _lines_above(sheet: Sheet, body: Area, facts: AttendanceFacts) -> Iterator[tuple[str, bool]]:
    """The session in words, each line with whether it is the training's title."""
    session = facts.detail.session
    strong, regular = sheet.faces.strong, sheet.faces.regular
    for line in fit(typeset(session.title), strong, _TRAINING, body.width, 2).lines:
        yield line, True
    for day in _say_days(facts.detail.half_days):
        for line in fit(day, regular, _FACT, body.width, 2).lines:
            yield line, False
    place = ", ".join(part for part in (typeset(session.room_name), facts.floor) if part)
    words = _("Lieu : {place} ({venue})").format(
        place=place, venue=typeset(facts.edition.venue_name)
    )
    for line in fit(words, regular, _FACT, body.width, 2).lines:
        yield line, False


def _say_days(half_days: Sequence[HalfDay]) -> Iterator[str]:
    """“Vendredi 27 novembre 2026, 9 h 30 – 13 h · 13 h 30 – 17 h”, a day each."""
    days: dict[date, list[str]] = {}
    for half_day in half_days:
        hours = say_hours(half_day.starts_at, half_day.ends_at)
        days.setdefault(half_day.starts_at.date(), []).append(hours)
    for day, hours_of_day in days.items():
        hours = " · ".join(hours_of_day)
        yield capital(_("{day}, {hours}").format(day=say_day(day), hours=hours))


def _doubt_lines(sheet: Sheet, body: Area, facts: AttendanceFacts) -> list[str]:
    words = " ".join(map(say_doubt, facts.doubts))
    if not words:
        return []
    said = _("À vérifier : {words}").format(words=words)
    return list(fit(typeset(said), sheet.faces.strong, 9.5, body.width - 14, 4).lines)


def _head_bottom(sheet: Sheet, body: Area, facts: AttendanceFacts) -> float:
    """Where the table may begin."""
    lines = list(_lines_above(sheet, body, facts))
    top = body.top + _TITLE * 1.55 + 6
    top += sum(_TRAINING * 1.25 if is_title else _FACT * 1.4 for _line, is_title in lines)
    doubts = _doubt_lines(sheet, body, facts)
    return top + (len(doubts) * 12 + 10 if doubts else 0) + 6


def _draw_head(sheet: Sheet, body: Area, facts: AttendanceFacts) -> None:
    beside = Beside(typeset(facts.edition.heading), "", facts.edition.header_image)
    draw_heading(sheet, body, _("Feuille d’émargement"), _TITLE, beside)
    y = body.top + _TITLE * 1.55 + 6
    for line, is_title in _lines_above(sheet, body, facts):
        size = _TRAINING if is_title else _FACT
        face = sheet.faces.strong if is_title else sheet.faces.regular
        sheet.text(body.left, y + size * 0.8, line, face, size)
        y += size * (1.25 if is_title else 1.4)
    doubts = _doubt_lines(sheet, body, facts)
    if not doubts:
        return
    sheet.box(Area(body.left, y, body.width, len(doubts) * 12 + 6), edge=INK, width=1.2)
    for line in doubts:
        y += 12
        sheet.text(body.left + 7, y, line, sheet.faces.strong, 9.5)


# -- the table -------------------------------------------------------------------------------


def _lefts(area: Area, half_days: int) -> tuple[float, ...]:
    """Where number, name and each half-day begin; and the right edge."""
    first = area.left + _NUMBER
    share = _NAME if half_days <= MOST_HALF_DAYS // 2 else _MANY_NAME
    name = (area.width - _NUMBER) * share
    width = (area.width - _NUMBER - name) / max(1, half_days)
    columns = [first + name + place * width for place in range(half_days)]
    return (area.left, first, *columns, area.right)


def _draw_table(sheet: Sheet, area: Area, page: _Page, row: float, facts: AttendanceFacts) -> float:
    """The lines of this page; where they end."""
    lefts = _lefts(area, len(page.half_days))
    bottom = area.top + _HEAD + row * len(page.people)
    sheet.box(Area(area.left, area.top, area.width, _HEAD), fill=PAPER)
    strong, regular = sheet.faces.strong, sheet.faces.regular
    sheet.text(lefts[1] + 5, area.top + 14, _("Nom de famille, prénom"), strong, 10)
    for left, right, half_day in zip(lefts[2:], lefts[3:], page.half_days, strict=False):
        day = say_day_short(half_day.starts_at.date())
        hours = say_hours(half_day.starts_at, half_day.ends_at)
        for y, words, face in ((13.0, day, strong), (27.0, hours, regular)):
            shown = fit(words, face, SMALLEST, right - left - 8, 1)
            sheet.lines(left + 5, area.top + y, shown, face, SMALLEST, 0)
    for place, person in enumerate(page.people):
        line = Area(area.left, area.top + _HEAD + place * row, area.width, row)
        sheet.line(line.left, line.top, line.right, line.top, colour=LINE)
        number, middle = str(page.first + place), line.top + row / 2 + 3.2
        sheet.text(lefts[1] - 6, middle, number, regular, SMALLEST, MUTED, align="right")
        if person is not None:
            _draw_person(sheet, line, lefts, person, page.half_days, facts)
    for left in lefts[1:-1]:
        sheet.line(left, area.top, left, bottom, colour=LINE)
    under = area.top + _HEAD
    sheet.line(area.left, under, area.right, under, colour=INK, width=RULE)
    box = Area(area.left, area.top, area.width, bottom - area.top)
    sheet.box(box, edge=INK, width=RULE)
    return bottom


def _draw_person(
    sheet: Sheet,
    line: Area,
    lefts: Sequence[float],
    person: AttendeeRow,
    half_days: Sequence[HalfDay],
    facts: AttendanceFacts,
) -> None:
    """Their name, and in each box what is known before anybody signs."""
    regular, strong = sheet.faces.regular, sheet.faces.strong
    left, width = lefts[1] + 5, lefts[2] - lefts[1] - 10
    name = " ".join(part for part in (person.last_name, person.first_name) if part)
    mark = _("sans inscription") if person.status == EnrolmentStatus.WALK_IN else ""
    fitted = fit(name, strong, 10, width, 1 if mark else 2)
    lines = [(words, strong, 10.0, INK) for words in fitted.lines]
    if mark:
        lines.append((mark, regular, SMALLEST, MUTED))
    y = line.top + line.height / 2 + 3.5 - (len(lines) - 1) * 5.2
    for words, face, size, colour in lines:
        sheet.text(left, y, words, face, size, colour)
        y += 10.6
    middle = line.top + line.height / 2 + 3.2
    for start, end, half_day in zip(lefts[2:], lefts[3:], half_days, strict=False):
        known = fit(_known(person, half_day, facts), regular, SMALLEST, end - start - 8, 1)
        sheet.lines(start + 5, middle, known, regular, SMALLEST, 0, MUTED)


def _known(person: AttendeeRow, half_day: HalfDay, facts: AttendanceFacts) -> str:
    """When the badge was read, or why nobody is to sign there."""
    arrival = person.arrival_on(half_day.id)
    if arrival is not None:
        return say_instant_time(arrival.at)
    if person.status == EnrolmentStatus.EXCUSED and not person.arrivals:
        return _("absence excusée")
    over = facts.detail.session.status in (SessionStatus.HELD, SessionStatus.LOCKED)
    return _("absence") if over else ""


def _draw_trainer(sheet: Sheet, area: Area, page: _Page, facts: AttendanceFacts) -> None:
    """Name and signature of whoever trained, for each half-day."""
    lefts = _lefts(area, len(page.half_days))
    regular, strong = sheet.faces.regular, sheet.faces.strong
    width = lefts[2] - area.left - 10
    words = fit(_("Formatrice, formateur"), regular, SMALLEST, width, 1)
    sheet.lines(area.left + 5, area.top + 12, words, regular, SMALLEST, 0, MUTED)
    name = fit(typeset(facts.detail.session.trainer), strong, 10, width, 2)
    sheet.lines(area.left + 5, area.top + 24, name, strong, 10, 11)
    for left in lefts[2:-1]:
        sheet.line(left, area.top, left, area.bottom, colour=LINE)
    sheet.box(area, edge=INK, width=RULE)
