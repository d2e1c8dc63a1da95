"""*Comptage du café, à remplir*: a stroke for each passage, by half-hour and by kind. A4."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from pathlib import Path

from desktop_app.documents.blank_sheets import BlankFacts, draw_blank_head, half_hours
from desktop_app.documents.frame import Frame, draw_foot
from desktop_app.documents.sheet import INK, ISO_SIZES, LINE, MM, PAPER, RULE, Area, Document, Sheet
from desktop_app.documents.speech import capital
from desktop_app.documents.type import fit, load_faces
from desktop_app.domain.presence import VisitCategory
from desktop_app.wording import _
from desktop_app.wording.cafe import label_of_visit
from desktop_app.wording.dates import say_day, say_hours

MARGIN = 12 * MM
_HOURS_WIDTH, _TOTAL_WIDTH = 92.0, 50.0
_HEAD, _MOST_ROW, _LEAST_ROW = 26.0, 26.0, 13.0
_FIVE, _CAFE_SHARE = 19.0, 1.4
"""A group of five strokes is this wide (points); the café column is wider than the others."""


def title(facts: BlankFacts) -> str:
    """What the document is called, in its properties and in the preview."""
    return _("Comptage du café, à remplir")


def render(facts: BlankFacts, fonts: Path) -> Document:
    """The sheet as a PDF of one page. fonts: the folder of the bundled fonts."""
    sheet = Sheet(
        load_faces(fonts),
        *ISO_SIZES["A4"],
        title=title(facts),
        author=facts.edition.venue_name,
        language=facts.edition.language,
    )
    draw(sheet, facts)
    return sheet.finish()


def draw(sheet: Sheet, facts: BlankFacts) -> None:
    """Draw it on a sheet begun in A4."""
    frame = Frame(*ISO_SIZES["A4"], MARGIN)
    body = frame.body
    day = capital(say_day(facts.opening.day)) if facts.opening else ""
    asked = [[(_("Date"), day), (_("Compté par"), "")]]
    top = draw_blank_head(sheet, body, _("Comptage du café"), facts.edition.heading, asked)
    _draw_table(sheet, Area(body.left, top, body.width, body.bottom - top), facts)
    draw_foot(sheet, frame, facts.edition, 1)


def _draw_table(sheet: Sheet, area: Area, facts: BlankFacts) -> None:
    """A row for each half-hour, a column for each kind, sums at the right and at the foot."""
    slots = half_hours(facts)
    height = (area.height - _HEAD) / (len(slots) + 1)
    height = max(_LEAST_ROW, min(_MOST_ROW, height))
    names = [label_of_visit(category) for category in VisitCategory]
    columns = _columns(area)
    bottom = area.top + _HEAD + height * (len(slots) + 1)
    _draw_head(sheet, area, columns, names)
    for place, (start, end) in enumerate(slots):
        top = area.top + _HEAD + place * height
        baseline = top + height / 2 + 3.4
        sheet.text(area.left + 5, baseline, say_hours(start, end), sheet.faces.regular, 9.5)
        sheet.line(area.left, top, area.right, top, colour=INK if not start.minute else LINE)
        for left, right in pairwise(columns):
            _draw_fives(sheet, Area(left, top, right - left, height))
    last = bottom - height
    sheet.text(area.left + 5, last + height / 2 + 3.4, _("Total"), sheet.faces.bold, 10)
    sheet.line(area.left, last, area.right, last, colour=INK, width=RULE)
    for left in columns:
        sheet.line(left, area.top, left, bottom, colour=INK)
    sheet.box(Area(area.left, area.top, area.width, bottom - area.top), edge=INK, width=RULE)


def _draw_head(sheet: Sheet, area: Area, columns: Sequence[float], names: Sequence[str]) -> None:
    sheet.box(Area(area.left, area.top, area.width, _HEAD), fill=PAPER)
    strong = sheet.faces.strong
    heads = zip(columns, [*columns[1:], area.right], [*names, _("Total")], strict=True)
    for left, right, name in heads:
        fitted = fit(name, strong, 10, right - left - 8, 1)
        sheet.lines(left + 5, area.top + 16.5, fitted, strong, 10, 0)


def _columns(area: Area) -> list[float]:
    """Where the kinds' columns begin, and where the last one ends; the café's is the widest."""
    shares = [_CAFE_SHARE if kind is VisitCategory.CAFE else 1.0 for kind in VisitCategory]
    one = (area.width - _HOURS_WIDTH - _TOTAL_WIDTH) / sum(shares)
    return list(accumulate([area.left + _HOURS_WIDTH, *(share * one for share in shares)]))


def _draw_fives(sheet: Sheet, cell: Area) -> None:
    """Faint marks that part a cell into groups of five strokes."""
    for place in range(1, int(cell.width / _FIVE) + 1):
        x = cell.left + place * _FIVE
        if x < cell.right - 3:
            sheet.line(x, cell.bottom - 4, x, cell.bottom, colour=LINE)
