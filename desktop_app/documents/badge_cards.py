"""Badges on paper: the pattern, its letters in groups of four, the name as large as it goes.

Nothing is asked of the printer's dialog: sheets are drawn at their true size, and a calibration
page shows by how much a printer is off.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from desktop_app.documents.sheet import (
    HAIRLINE,
    INK,
    LINE,
    MM,
    MUTED,
    Area,
    Document,
    Sheet,
)
from desktop_app.documents.type import SMALLEST, Face, fit, load_faces, typeset
from desktop_app.domain.badge_pattern import SIZE, pattern_of
from desktop_app.domain.badge_sheet import CARDS, BadgeSheet, Place
from desktop_app.wording import _
from desktop_app.wording.dates import say_number
from desktop_app.wording.phrases import NBSP

NAME, SMALLEST_NAME = 24.0, 10.0
"""A name shrinks from the first to the second (points), then takes a second line, then ends."""

_EDGE, _MARK, _MARK_AIR = 4 * MM, 4 * MM, 1 * MM
_LARGEST_PATTERN = 26 * MM
_LEAST_FOR_LINE = 34 * MM
_CHUNK = 7

Tick = Callable[[int, int], bool]
"""Told how many badges of how many are drawn; says whether to go on."""


class Stopped(Exception):
    """Somebody gave the drawing up."""


class Card(NamedTuple):
    """What a badge shows; the code holds nothing else than itself."""

    code: str
    first_name: str
    last_name: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class BadgeFacts:
    """Badges to draw. start: the first label still on the first sheet, from 1."""

    cards: tuple[Card, ...]
    venue_name: str
    language: str = "fr"
    sheet: BadgeSheet = CARDS
    start: int = 1
    backs: bool = False


def title(facts: BadgeFacts) -> str:
    """What the document is called, in its properties and in the preview."""
    return _("Badges – {venue}").format(venue=typeset(facts.venue_name))


def render(facts: BadgeFacts, fonts: Path, tick: Tick | None = None) -> Document:
    """The sheets as a PDF. Raises `Stopped` when tick says so, and the sheet's refusals."""
    sheet = _begin(facts.sheet.checked(), title(facts), facts.venue_name, facts.language, fonts)
    draw(sheet, facts, tick)
    return sheet.finish()


def draw(sheet: Sheet, facts: BadgeFacts, tick: Tick | None = None) -> None:
    """Draw them on a sheet begun at the size of the paper."""
    paper, done = facts.sheet, 0
    for number, places in enumerate(paper.sheets(len(facts.cards), facts.start)):
        if number:
            sheet.next_page()
        for badge, place in places:
            _draw_front(sheet, _area(paper, paper.place(place)), facts.cards[badge], facts)
            done += 1
            if tick is not None and not tick(done, len(facts.cards)):
                raise Stopped
        if paper.cut_marks:
            _draw_cut_marks(sheet, paper)
        if facts.backs:
            sheet.next_page()
            for badge, place in places:
                _draw_back(sheet, _area(paper, paper.back_of(place)), facts.cards[badge], facts)


def calibration_title() -> str:
    """What the calibration page is called."""
    return _("Page de calibrage des badges")


def render_calibration(paper: BadgeSheet, venue_name: str, language: str, fonts: Path) -> Document:
    """A page with every badge's edge, a hundred millimetres to measure, and what to do then."""
    sheet = _begin(paper.checked(), calibration_title(), venue_name, language, fonts)
    draw_calibration(sheet, paper)
    return sheet.finish()


def draw_calibration(sheet: Sheet, paper: BadgeSheet) -> None:
    """Draw it on a sheet begun at the size of the paper."""
    for number in range(paper.per_sheet):
        area = _area(paper, paper.place(number))
        sheet.box(area, edge=INK, width=HAIRLINE)
        middle_x, middle_y = area.left + area.width / 2, area.top + area.height / 2
        sheet.line(middle_x - 8, middle_y, middle_x + 8, middle_y, colour=INK)
        sheet.line(middle_x, middle_y - 8, middle_x, middle_y + 8, colour=INK)
        words = str(number + 1)
        sheet.text(area.left + 6, area.top + 15, words, sheet.faces.strong, 11)
    first = _area(paper, paper.place(0))
    length = 50.0 if first.width > 60 * MM else 40.0
    left, y = first.left + 6, first.bottom - 12
    sheet.line(left, y, left + length * MM, y, colour=INK, width=1)
    for x in (left, left + length * MM):
        sheet.line(x, y - 4, x, y + 4, colour=INK, width=1)
    said = _("{n} mm exactement ? Sinon : imprimer à 100 %.").format(n=say_number(length))
    fitted = fit(said, sheet.faces.regular, SMALLEST, first.width - 12, 3)
    top = y - 8 - 11 * (len(fitted.lines) - 1)
    sheet.lines(left, top, fitted, sheet.faces.regular, SMALLEST, 11)


def _begin(paper: BadgeSheet, name: str, venue: str, language: str, fonts: Path) -> Sheet:
    width, height = paper.paper_width * MM, paper.paper_height * MM
    faces = load_faces(fonts)
    return Sheet(faces, width, height, title=name, author=venue, language=language)


def _area(paper: BadgeSheet, place: Place) -> Area:
    return Area(place.left * MM, place.top * MM, paper.width * MM, paper.height * MM)


# -- one badge -------------------------------------------------------------------------------


def _draw_front(sheet: Sheet, area: Area, card: Card, facts: BadgeFacts) -> None:
    """The pattern at the left of a card, on top of a tall label; the name takes what is left."""
    inner = Area(
        area.left + _EDGE, area.top + _EDGE, area.width - 2 * _EDGE, area.height - 2 * _EDGE
    )
    tall = area.height > area.width
    letters = 24.0
    side = min(_LARGEST_PATTERN, inner.width * (0.6 if tall else 0.4), inner.height - letters)
    left = inner.left + (inner.width - side) / 2 if tall else inner.left
    top = inner.top if tall else inner.top + (inner.height - side - letters) / 2
    draw_pattern(sheet, Area(left, top, side, side), card.code)
    _draw_letters(sheet, left + side / 2, top + side + 11, card.code)
    if tall:
        low = top + side + letters + 8
        words = Area(inner.left, low, inner.width, inner.bottom - low)
    else:
        # Four quiet modules on the right of the pattern.
        right = left + max(side * (SIZE + 4) / SIZE, side / 2 + _letters_width(sheet) / 2 + 8)
        words = Area(right, inner.top, inner.right - right, inner.height)
    _draw_words(sheet, words, card, facts)


def _draw_letters(sheet: Sheet, middle: float, baseline: float, code: str) -> None:
    """Two lines of two groups: what a hand types when nothing reads."""
    face = sheet.faces.strong
    for first, y in ((0, baseline), (8, baseline + 11)):
        words = NBSP.join((code[first : first + 4], code[first + 4 : first + 8]))
        sheet.text(middle, y, words, face, SMALLEST, align="centre")


@lru_cache(maxsize=4)
def _widest(face: Face) -> float:
    return face.measure(f"NNNN{NBSP}NNNN", SMALLEST)


def _letters_width(sheet: Sheet) -> float:
    return _widest(sheet.faces.strong)


def _draw_words(sheet: Sheet, area: Area, card: Card, facts: BadgeFacts) -> None:
    regular, strong, bold = sheet.faces.regular, sheet.faces.strong, sheet.faces.bold
    venue = fit(typeset(facts.venue_name), regular, SMALLEST, area.width, 1)
    sheet.lines(area.left, area.top + SMALLEST * 0.8, venue, regular, SMALLEST, 0, MUTED)
    # A small label keeps its room for the name.
    has_foot = bool(card.line) and area.height > _LEAST_FOR_LINE
    foot = fit(typeset(card.line), regular, SMALLEST, area.width, 2) if has_foot else None
    lines = len(foot.lines) if foot else 0
    if foot:
        y = area.bottom - 2 - (lines - 1) * 11
        sheet.lines(area.left, y, foot, regular, SMALLEST, 11)
    high = area.bottom - lines * 11 - area.top - 22
    names = [
        (words, face)
        for words, face in ((card.first_name, bold), (card.last_name, strong))
        if words
    ]
    y = area.top + 18
    for words, face in names:
        size = _size_for(words, face, area.width, min(NAME, high / len(names) / 1.3))
        most = 1 if size > SMALLEST_NAME else max(1, int(high / len(names) / (size * 1.2)))
        y += size
        fitted = fit(words, face, size, area.width, most)
        y = sheet.lines(area.left, y, fitted, face, size, size * 1.2) - size + 3


def _size_for(words: str, face: Face, width: float, most: float) -> float:
    """The largest size, in half points, at which the words stand on one line."""
    size = width / max(face.measure(words, 1.0), 0.001)
    return max(SMALLEST_NAME, min(most, int(size * 2) / 2))


def draw_pattern(sheet: Sheet, area: Area, code: str) -> None:
    """The pattern, filling an area; its white edge is the caller's."""
    module = area.width / SIZE
    strips = [
        strip
        for row, bits in enumerate(pattern_of(code))
        for part in range(SIZE // _CHUNK)
        if (strip := _strip(row, part, bits >> (2 - part) * _CHUNK & 0x7F))
    ]
    sheet.modules(area.left, area.top, module, strips)


@lru_cache(maxsize=8192)
def _strip(row: int, part: int, bits: int) -> str:
    """Seven modules of a row as rectangles of a unit grid whose origin is the pattern's corner."""
    found, place = [], 0
    while place < _CHUNK:
        length = 0
        while place + length < _CHUNK and bits >> (_CHUNK - 1 - place - length) & 1:
            length += 1
        if length:
            found.append(f"{part * _CHUNK + place} {-row - 1} {length} 1 re")
        place += length or 1
    return " ".join(found)


def _draw_back(sheet: Sheet, area: Area, card: Card, facts: BadgeFacts) -> None:
    regular, strong = sheet.faces.regular, sheet.faces.strong
    words = _("Badge trouvé ? Merci de le rapporter à l’accueil.")
    width = area.width - 2 * _EDGE
    y = area.top + _EDGE + 14
    for text, face in ((typeset(facts.venue_name), strong), (words, regular)):
        fitted = fit(text, face, 11, width, 3)
        y = sheet.lines(area.left + _EDGE, y, fitted, face, 11, 14) + 4
    baseline = area.bottom - _EDGE - 13
    _draw_letters(sheet, area.left + area.width / 2, baseline, card.code)


def _draw_cut_marks(sheet: Sheet, paper: BadgeSheet) -> None:
    """Where each row and each column begins and ends, outside the badges."""
    first, last = _area(paper, paper.place(0)), _area(paper, paper.place(paper.per_sheet - 1))
    for column in range(paper.columns):
        area = _area(paper, paper.place(column))
        for x in (area.left, area.right):
            for start, end in (
                (first.top - _MARK_AIR, first.top - _MARK_AIR - _MARK),
                (last.bottom + _MARK_AIR, last.bottom + _MARK_AIR + _MARK),
            ):
                sheet.line(x, start, x, end, colour=LINE)
    for row in range(paper.rows):
        area = _area(paper, paper.place(row * paper.columns))
        for y in (area.top, area.bottom):
            for start, end in (
                (first.left - _MARK_AIR, first.left - _MARK_AIR - _MARK),
                (last.right + _MARK_AIR, last.right + _MARK_AIR + _MARK),
            ):
                sheet.line(start, y, end, y, colour=LINE)
