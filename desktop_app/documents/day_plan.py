"""*Planning du jour*: the desk's sheet for one day, A4 portrait, in time order.

At the head every room on one time axis; below, who comes when and where, with a box to tick; at
the foot of the last page, lines to write what happens in the meantime.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.documents.day_list import HEAD, PART, draw_head, draw_part, draw_row
from desktop_app.documents.day_rows import Measures, Row, RowMaker
from desktop_app.documents.day_speech import say_summary
from desktop_app.documents.day_strip import draw_strip, strip_height
from desktop_app.documents.facts import TEAM, DayFacts
from desktop_app.documents.frame import Frame, draw_foot, draw_heading, heading_height
from desktop_app.documents.kinds import draw_legend
from desktop_app.documents.lists import LineList
from desktop_app.documents.sheet import ISO_SIZES, LINE, MM, MUTED, WHITE, Area, Document, Sheet
from desktop_app.documents.speech import capital, say_beside, say_closed, say_dropped
from desktop_app.documents.type import SMALLEST, Faces, fit, load_faces
from desktop_app.wording import _
from desktop_app.wording.dates import say_day

MARGIN = 12 * MM
TITLE, SUMMARY = 18.0, 10.0
_SUMMARY_HEIGHT = 20.0
_LEGEND_HEIGHT = 26.0
_CLOSED_HEIGHT = 44.0
_EMPTY_HEIGHT = 24.0
_RULED, _MOST_RULED = 21.0, 7


@dataclass(frozen=True, slots=True)
class Piece:
    """Something on a page, and how far down: a part's name, a row, or a list of dropped dates."""

    top: float
    row: Row | None = None
    part: str = ""
    dropped: LineList | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole document before it is drawn. bottom: where the last page's words end."""

    frame: Frame
    measures: Measures
    pages: tuple[tuple[Piece, ...], ...]
    bottom: float


def title(facts: DayFacts) -> str:
    """What the document is called, in its properties and in the preview."""
    return _("Planning – {day}").format(day=say_day(facts.opening.day))


def render(facts: DayFacts, fonts: Path) -> Document:
    """The day as a PDF. fonts: the folder of the bundled fonts."""
    sheet = Sheet(
        load_faces(fonts),
        *ISO_SIZES["A4"],
        title=title(facts),
        author=facts.edition.venue_name,
        language=facts.edition.language,
    )
    draw(sheet, facts)
    return sheet.finish()


def draw(sheet: Sheet, facts: DayFacts) -> None:
    """Lay the day out and draw it on a sheet begun in A4."""
    plan = lay_out(facts, sheet.faces)
    body = plan.frame.body
    for number, pieces in enumerate(plan.pages):
        if number:
            sheet.next_page()
        heading = capital(say_day(facts.opening.day))
        draw_heading(sheet, body, heading, TITLE, say_beside(facts.edition, facts.audience))
        if not number:
            _draw_overview(sheet, body, facts)
        _draw_pieces(sheet, body, plan.measures, pieces)
        if facts.audience == TEAM and number == len(plan.pages) - 1:
            _draw_ruled(sheet, Area(body.left, plan.bottom, body.width, body.bottom - plan.bottom))
        draw_foot(sheet, plan.frame, facts.edition, len(plan.pages))


def lay_out(facts: DayFacts, faces: Faces) -> Plan:
    """Decide what goes on which page."""
    frame = Frame(*ISO_SIZES["A4"], MARGIN)
    body = frame.body
    maker = RowMaker(facts, body.width, faces)
    following = body.top + heading_height(TITLE)
    first = following + _overview_height(facts)
    pages = _rows_on_pages(maker.rows(), first, following, body.bottom)
    bottom = _bottom(pages[-1], first)
    for piece, new_page in _dropped_on_pages(facts, body, faces, bottom, following):
        if new_page:
            pages.append([])
        pages[-1].append(piece)
    return Plan(frame, maker.measures, tuple(map(tuple, pages)), _bottom(pages[-1], first))


def _rows_on_pages(
    rows: Sequence[Row], first: float, following: float, bottom: float
) -> list[list[Piece]]:
    """Rows under one another, never cut; a part's name never stands alone at the foot."""
    pages: list[list[Piece]] = [[]]
    top, part = first + HEAD, ""
    for row in rows:
        new_part = row.part != part
        if top + row.height + (PART if new_part else 0) > bottom and pages[-1]:
            pages.append([])
            top, new_part = following + HEAD, True
        if new_part:
            pages[-1].append(Piece(top, part=row.part))
            top, part = top + PART, row.part
        pages[-1].append(Piece(top, row=row))
        top += row.height
    return pages


def _bottom(pieces: Sequence[Piece], first: float) -> float:
    """Where a page's words end."""
    if not pieces:
        return first + _EMPTY_HEIGHT
    last = pieces[-1]
    if last.dropped is not None:
        return last.top + last.dropped.height
    return last.top + (last.row.height if last.row else PART)


def _dropped_on_pages(
    facts: DayFacts, body: Area, faces: Faces, bottom: float, following: float
) -> list[tuple[Piece, bool]]:
    """The dates that a closure took away, below the rows or on pages that follow."""
    rooms = {room.id: room for room in facts.rooms}
    words = [say_dropped(row, facts.audience, rooms) for row in facts.dropped]
    dropped = LineList.of(_("Dates supprimées (fermeture)"), words, body.width, 1, faces)
    top = bottom + 6
    here = dropped.how_many(body.bottom - top)
    pieces = [(Piece(top, dropped=dropped.first(here)), False)] if here else []
    rest = dropped.after(here).cut(body.bottom - following)
    return pieces + [(Piece(following, dropped=part), True) for part in rest]


def _has_strip(facts: DayFacts) -> bool:
    return bool(facts.held or facts.opening.hours)


def _overview_height(facts: DayFacts) -> float:
    height = _SUMMARY_HEIGHT + (_CLOSED_HEIGHT if facts.opening.closed else 0)
    return height + (strip_height(facts) + _LEGEND_HEIGHT if _has_strip(facts) else 0)


def _draw_overview(sheet: Sheet, body: Area, facts: DayFacts) -> None:
    """The summary line, the band of a closed day, the strip of rooms and its legend."""
    regular = sheet.faces.regular
    top = body.top + heading_height(TITLE)
    summary = fit(say_summary(facts), regular, SUMMARY, body.width, 1)
    sheet.lines(body.left, top + SUMMARY * 0.6, summary, regular, SUMMARY, 0, MUTED)
    top += _SUMMARY_HEIGHT
    if facts.opening.closed:
        band = Area(body.left, top, body.width, _CLOSED_HEIGHT - 12)
        _draw_closed(sheet, band, say_closed(facts.opening.closed.reason))
        top += _CLOSED_HEIGHT
    if _has_strip(facts):
        height = strip_height(facts)
        draw_strip(sheet, Area(body.left, top, body.width, height), facts)
        draw_legend(sheet, body.left, top + height + 14, SMALLEST)
        top += height + _LEGEND_HEIGHT
    if not facts.held and not facts.opening.closed:
        words = _("Aucune réservation ce jour.")
        sheet.text(body.left, top + 14, words, regular, 11, MUTED)


def _draw_pieces(sheet: Sheet, body: Area, measures: Measures, pieces: Sequence[Piece]) -> None:
    left, width = body.left, body.width
    if pieces and pieces[0].dropped is None:
        draw_head(sheet, left, pieces[0].top - HEAD, width, measures)
    for piece in pieces:
        if piece.row is not None:
            draw_row(sheet, left, piece.top, width, piece.row, measures)
        elif piece.dropped is not None:
            piece.dropped.draw(sheet, Area(left, piece.top, width, body.bottom - piece.top))
        else:
            draw_part(sheet, left, piece.top, width, piece.part)


def _draw_closed(sheet: Sheet, band: Area, words: str) -> None:
    sheet.slant(band)
    sheet.box(band, edge=LINE)
    bold, size = sheet.faces.bold, 12
    fitted = fit(words, bold, size, band.width - 60, 1)
    for line in fitted.lines:
        width = bold.measure(line, size) + 24
        plate = Area(band.left + (band.width - width) / 2, band.top, width, band.height)
        sheet.box(plate, fill=WHITE, edge=LINE)
        middle = band.left + band.width / 2
        sheet.text(middle, band.top + band.height / 2 + 4, line, bold, size, align="centre")


def _draw_ruled(sheet: Sheet, room: Area) -> None:
    """Lines to write on, where the page has room left for them."""
    count = min(_MOST_RULED, int((room.height - 34) / _RULED))
    if count < 2:
        return
    top = room.top + 18
    sheet.text(room.left, top + SMALLEST, _("Ajouts et remarques"), sheet.faces.bold, 10)
    for line in range(1, count + 1):
        y = top + 12 + line * _RULED
        sheet.line(room.left, y, room.right, y, colour=LINE)
