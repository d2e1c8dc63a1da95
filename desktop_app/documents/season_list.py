"""*Dates de la saison*: every date of a permanence or of an association, A4 portrait.

Month by month in two columns; what is not held is struck through and says why. In season it hangs
on the board of the association, and answers “is it on, next Thursday?”.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from desktop_app.documents.frame import Frame, draw_foot
from desktop_app.documents.season_rows import Dated, SeasonFacts, Section, sections_of
from desktop_app.documents.sheet import INK, ISO_SIZES, LINE, MM, MUTED, Area, Document, Sheet
from desktop_app.documents.speech import capital
from desktop_app.documents.subject import draw_subject, subject_height
from desktop_app.documents.type import Faces, Fitted, fit, load_faces
from desktop_app.wording import _
from desktop_app.wording.dates import say_day_in_month, say_month_and_year, say_period

MARGIN = 14 * MM
SIZE, LEADING = 10.5, 15.0
_DAY_WIDTH, _GUTTER, _PAD = 84.0, 26.0, 1.5
_MONTH, _TITLE, _BELOW = 25.0, 13.0, 10.5
_BETWEEN = 16.0


class Item(NamedTuple):
    """A line of a column: a month's name, or a date and its note."""

    height: float
    month: str = ""
    date: Dated | None = None
    note: Fitted = Fitted((), True)


class Head(NamedTuple):
    """What stands above a section's dates."""

    title: Fitted
    below: Fitted
    sum: Fitted

    @property
    def height(self) -> float:
        title = len(self.title.lines) * _TITLE * 1.25
        return title + (len(self.below.lines) + len(self.sum.lines)) * _BELOW * 1.35 + 4


class Piece(NamedTuple):
    """Something on a page: a section's head, or a column of items."""

    area: Area
    head: Head | None = None
    items: tuple[Item, ...] = ()


def title(facts: SeasonFacts) -> str:
    """What the document is called, in its properties and in the preview."""
    return _("Dates de la saison – {subject}").format(subject=facts.subject)


def render(facts: SeasonFacts, fonts: Path) -> Document:
    """The list as a PDF. fonts: the folder of the bundled fonts."""
    sheet = Sheet(
        load_faces(fonts),
        *ISO_SIZES["A4"],
        title=title(facts),
        author=facts.edition.venue_name,
        language=facts.edition.language,
    )
    draw(sheet, facts)
    return sheet.finish()


def draw(sheet: Sheet, facts: SeasonFacts) -> None:
    """Lay the list out and draw it on a sheet begun in A4."""
    frame = Frame(*ISO_SIZES["A4"], MARGIN)
    pages = lay_out(facts, sheet.faces)
    for number, pieces in enumerate(pages):
        if number:
            sheet.next_page()
        period = capital(say_period(facts.first, facts.last))
        draw_subject(sheet, frame.body, facts.subject, period, (facts.edition, facts.audience))
        for piece in pieces:
            if piece.head is not None:
                _draw_section_head(sheet, piece.area, piece.head)
            _draw_items(sheet, piece.area, piece.items)
        if not facts.parts and not number:
            _say_nothing(sheet, frame.body, facts)
        draw_foot(sheet, frame, facts.edition, len(pages))


def lay_out(facts: SeasonFacts, faces: Faces) -> list[list[Piece]]:
    """Sections one after another, each in two columns that are level at their foot."""
    body = Frame(*ISO_SIZES["A4"], MARGIN).body
    first = body.top + subject_height(facts.subject, body.width, faces)
    width = (body.width - _GUTTER) / 2
    pages: list[list[Piece]] = [[]]
    top = first
    for section in sections_of(facts):
        head = _head(section, body.width, faces)
        items = _items(section, width, faces)
        if pages[-1] and top + head.height + _MONTH + 4 * LEADING > body.bottom:
            pages.append([])
            top = first
        if head.height > 4:
            pages[-1].append(Piece(Area(body.left, top, body.width, head.height), head))
            top += head.height
        while items:
            columns, items = _two_columns(items, body.bottom - top)
            for place, column in enumerate(columns):
                left = body.left + place * (width + _GUTTER)
                pages[-1].append(Piece(Area(left, top, width, 0), items=tuple(column)))
            top += max(map(_height, columns)) + _BETWEEN
            if items:
                pages.append([])
                top = first
    return pages


def _two_columns(
    items: list[Item], available: float
) -> tuple[tuple[list[Item], list[Item]], list[Item]]:
    """Two columns within a height, as level as may be, and what is left for the next page."""
    whole = _height(items)
    level = min(available, whole / 2 + _MONTH)
    while True:
        left, rest = _column(items, level)
        right, rest = _column(rest, level)
        if not rest or level >= available:
            return (left, right), rest
        level = min(available, level + LEADING)


def _column(items: list[Item], height: float) -> tuple[list[Item], list[Item]]:
    """The first items that a height holds; a month's name stays with its first date."""
    taken, used = 0, 0.0
    for item in items:
        if used + item.height > height and taken:
            break
        used += item.height
        taken += 1
    if taken < len(items) and taken > 1 and items[taken - 1].month:
        taken -= 1
    return items[:taken], _continued(items[taken:])


def _continued(items: list[Item]) -> list[Item]:
    """What goes on in the middle of a month says so."""
    if not items or items[0].date is None:
        return items
    month = capital(say_month_and_year(items[0].date.day))
    return [Item(_MONTH, month=_("{month} (suite)").format(month=month)), *items]


def _height(items: Sequence[Item]) -> float:
    return sum(item.height for item in items)


def _head(section: Section, width: float, faces: Faces) -> Head:
    return Head(
        fit(section.title, faces.bold, _TITLE, width, 3),
        fit(section.below, faces.regular, _BELOW, width, 4),
        fit(section.sum, faces.strong, _BELOW, width, 2),
    )


def _items(section: Section, width: float, faces: Faces) -> list[Item]:
    items = []
    for month, dates in groupby(section.dates, key=lambda one: say_month_and_year(one.day)):
        items.append(Item(_MONTH, month=capital(month)))
        items += [_item(one, width, faces) for one in dates]
    return items


def _item(dated: Dated, width: float, faces: Faces) -> Item:
    words = " · ".join(part for part in (dated.hours, dated.note) if part)
    note = fit(words, faces.regular, SIZE, width - _DAY_WIDTH, 4)
    return Item(max(1, len(note.lines)) * LEADING + _PAD, date=dated, note=note)


def _draw_section_head(sheet: Sheet, area: Area, head: Head) -> None:
    bold, strong, regular = sheet.faces.bold, sheet.faces.strong, sheet.faces.regular
    baseline = area.top + _TITLE
    baseline = sheet.lines(area.left, baseline, head.title, bold, _TITLE, _TITLE * 1.25)
    if not head.title.lines:
        baseline -= _TITLE - _BELOW
    leading = _BELOW * 1.35
    baseline = sheet.lines(area.left, baseline, head.below, regular, _BELOW, leading)
    sheet.lines(area.left, baseline, head.sum, strong, _BELOW, leading, MUTED)


def _draw_items(sheet: Sheet, area: Area, items: Sequence[Item]) -> None:
    strong, regular = sheet.faces.strong, sheet.faces.regular
    top = area.top
    for item in items:
        if item.month:
            sheet.text(area.left, top + _MONTH - 7, item.month, sheet.faces.bold, 11.5)
            y = top + _MONTH - 2
            sheet.line(area.left, y, area.right, y, colour=LINE)
        elif item.date is not None:
            colour = MUTED if item.date.struck else INK
            baseline = top + _PAD + SIZE
            words = say_day_in_month(item.date.day)
            sheet.text(area.left, baseline, words, strong, SIZE, colour)
            if item.date.struck:
                y, long = baseline - SIZE * 0.32, strong.measure(words, SIZE)
                sheet.line(area.left - 1, y, area.left + long + 1, y, width=0.9, colour=MUTED)
            left = area.left + _DAY_WIDTH
            sheet.lines(left, baseline, item.note, regular, SIZE, LEADING, colour)
        top += item.height


def _say_nothing(sheet: Sheet, body: Area, facts: SeasonFacts) -> None:
    top = body.top + subject_height(facts.subject, body.width, sheet.faces)
    words = _("Aucune date sur cette période.")
    sheet.text(body.left, top + 14, words, sheet.faces.regular, 11, MUTED)
