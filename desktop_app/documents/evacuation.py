"""*Feuille d'évacuation*: who should be where at this moment, in numbers only, one A4 page.

Taken to the assembly point in a hurry: large figures, every room of the house with a box to tick
and a box to write in, no name at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from desktop_app.documents.facts import Edition
from desktop_app.documents.frame import Frame, draw_foot
from desktop_app.documents.sheet import (
    HAIRLINE,
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
from desktop_app.documents.speech import capital
from desktop_app.documents.type import SMALLEST, Face, Faces, fit, load_faces, typeset
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_day, say_duration, say_time

MARGIN = 14 * MM
_TITLE, _MOMENT = 28.0, 16.0
_FIGURES, _LABEL = 34.0, 10.5
_TALLEST, _LOWEST = 30.0, 16.0
_TILES_HEIGHT, _HEAD_HEIGHT, _FOOT_HEIGHT = 82.0, 24.0, 92.0
_COLUMNS = (26.0, 0.0, 62.0, 78.0, 78.0, 84.0)
"""Widths: box, room (what is left), floor, expected, on site, counted."""


class RoomCount(NamedTuple):
    """A room in numbers. expected: heads of what is booked now; here: heads known to have come."""

    name: str
    floor: str
    expected: int
    here: int


@dataclass(frozen=True, slots=True)
class EvacuationFacts:
    """The house at the edition's moment.

    here: the desk's estimate of people on site, the café's included; most: what the house may hold.
    expected: what would be there if every group booked now had come.
    """

    rooms: tuple[RoomCount, ...]
    edition: Edition
    cafe: int
    cafe_minutes: int
    keys_out: int
    here: int
    expected: int
    most: int


def title(facts: EvacuationFacts) -> str:
    """What the document is called, in its properties and in the preview."""
    moment = facts.edition.made_at
    return _("Feuille d’évacuation – {day}, {time}").format(
        day=say_day(moment.date()), time=say_time(moment)
    )


def render(facts: EvacuationFacts, fonts: Path) -> Document:
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


def draw(sheet: Sheet, facts: EvacuationFacts) -> None:
    """Draw it on a sheet begun in A4: always one page."""
    frame = Frame(*ISO_SIZES["A4"], MARGIN)
    body = frame.body
    bold, strong = sheet.faces.bold, sheet.faces.strong
    sheet.text(body.left, body.top + _TITLE * 0.86, _("Feuille d’évacuation"), bold, _TITLE)
    moment = facts.edition.made_at
    when = _("{day}, {time}").format(day=capital(say_day(moment.date())), time=say_time(moment))
    top = body.top + _TITLE + _MOMENT + 8
    sheet.text(body.left, top, when, strong, _MOMENT)
    top += 14
    _draw_tiles(sheet, Area(body.left, top, body.width, _TILES_HEIGHT - 14), facts)
    top += _TILES_HEIGHT
    height = body.bottom - top - _HEAD_HEIGHT - _FOOT_HEIGHT
    rooms = shown_rooms(facts, int(height / _LOWEST) - 1)
    row = max(_LOWEST, min(_TALLEST, height / (len(rooms) + 1)))
    _draw_table(sheet, Area(body.left, top, body.width, _HEAD_HEIGHT), facts, rooms, row)
    _draw_lines_to_fill(sheet, body)
    draw_foot(sheet, frame, facts.edition, 1)


def shown_rooms(facts: EvacuationFacts, most: int) -> tuple[RoomCount, ...]:
    """Every room, as long as a page holds them; else the fullest, and the others as one line."""
    if len(facts.rooms) <= most:
        return facts.rooms
    by_people = sorted(facts.rooms, key=lambda room: -max(room.expected, room.here))
    kept = by_people[: most - 1]
    others = by_people[most - 1 :]
    words = n_("{n} autre salle", "{n} autres salles", len(others)).format(n=len(others))
    rest = RoomCount(
        words, "", sum(room.expected for room in others), sum(room.here for room in others)
    )
    return (*(room for room in facts.rooms if room in kept), rest)


def _draw_tiles(sheet: Sheet, area: Area, facts: EvacuationFacts) -> None:
    """The figures that matter most, as large as they may be."""
    lasting = say_duration(facts.cafe_minutes)
    tiles = (
        (str(facts.here), _("sur place, estimation (maximum {most})").format(most=facts.most)),
        (str(facts.expected), _("si tous les groupes prévus sont là")),
        (str(facts.cafe), _("au café, dernières {duration}").format(duration=lasting)),
        (str(facts.keys_out), _("clés sorties")),
    )
    width = (area.width - 3 * 10) / 4
    for place, (figure, label) in enumerate(tiles):
        tile = Area(area.left + place * (width + 10), area.top, width, area.height)
        sheet.box(tile, fill=PAPER if place else "", edge=INK, width=1.6 if not place else HAIRLINE)
        bold, regular = sheet.faces.bold, sheet.faces.regular
        sheet.text(tile.left + 8, tile.top + _FIGURES * 0.95, figure, bold, _FIGURES)
        words = fit(label, regular, _LABEL - 1, width - 14, 2)
        sheet.lines(tile.left + 8, tile.top + _FIGURES + 12, words, regular, _LABEL - 1, 11, INK)


def _lefts(area: Area) -> list[tuple[float, float]]:
    """Left and width of each column."""
    fixed = sum(_COLUMNS)
    lefts, left = [], area.left
    for width in _COLUMNS:
        wide = width or area.width - fixed
        lefts.append((left, wide))
        left += wide
    return lefts


def _draw_table(
    sheet: Sheet, head: Area, facts: EvacuationFacts, rooms: tuple[RoomCount, ...], row: float
) -> None:
    """A line for each room, the building's sum below."""
    columns = _lefts(head)
    sheet.box(head, fill=PAPER)
    names = (
        "",
        _("Salle"),
        _("Étage"),
        _("Attendues"),
        _("Sur place"),
        _("Comptées"),
    )
    strong = sheet.faces.strong
    for place, ((left, width), name) in enumerate(zip(columns, names, strict=True)):
        baseline = head.top + 15.5
        if place < 3:
            sheet.text(left + 4, baseline, name, strong, _LABEL)
        else:
            sheet.text(left + width - 10, baseline, name, strong, _LABEL, align="right")
    top = head.bottom
    for room in rooms:
        _draw_room(sheet, Area(head.left, top, head.width, row), columns, room)
        top += row
    _draw_sum(sheet, Area(head.left, top, head.width, row), columns, facts)


def _draw_room(
    sheet: Sheet, area: Area, columns: list[tuple[float, float]], room: RoomCount
) -> None:
    size = _size(area.height)
    box = min(14.0, area.height - 5)
    middle = area.top + area.height / 2
    sheet.box(Area(columns[0][0] + 3, middle - box / 2, box, box), edge=INK, width=RULE)
    baseline = middle + size * 0.36
    busy = bool(room.expected or room.here)
    face: Face = sheet.faces.strong if busy else sheet.faces.regular
    colour = INK if busy else MUTED
    _draw_words(sheet, columns[1], baseline, typeset(room.name), face, size, colour)
    _draw_words(sheet, columns[2], baseline, typeset(room.floor), sheet.faces.regular, size, MUTED)
    for column, count in ((columns[3], room.expected), (columns[4], room.here)):
        words = str(count) if count else "–"
        _draw_figure(sheet, column, baseline, words, face, size, colour)
    _draw_counting_box(sheet, columns[5], area)
    sheet.line(area.left, area.bottom, area.right, area.bottom, colour=LINE)


def _draw_sum(
    sheet: Sheet, area: Area, columns: list[tuple[float, float]], facts: EvacuationFacts
) -> None:
    size, bold = _size(area.height), sheet.faces.bold
    baseline = area.top + area.height / 2 + size * 0.36
    sheet.line(area.left, area.top, area.right, area.top, width=1.6, colour=INK)
    _draw_words(sheet, columns[1], baseline, _("Avec le café"), bold, size, INK)
    for column, count in ((columns[3], facts.expected), (columns[4], facts.here)):
        _draw_figure(sheet, column, baseline, str(count), bold, size, INK)
    _draw_counting_box(sheet, columns[5], area)


def _draw_words(
    sheet: Sheet,
    column: tuple[float, float],
    baseline: float,
    words: str,
    face: Face,
    size: float,
    colour: str,
) -> None:
    fitted = fit(words, face, size, column[1] - 8, 1)
    sheet.lines(column[0] + 4, baseline, fitted, face, size, 0, colour)


def _draw_figure(
    sheet: Sheet,
    column: tuple[float, float],
    baseline: float,
    words: str,
    face: Face,
    size: float,
    colour: str,
) -> None:
    sheet.text(column[0] + column[1] - 10, baseline, words, face, size, colour, align="right")


def _draw_counting_box(sheet: Sheet, column: tuple[float, float], area: Area) -> None:
    """Where the pen writes how many were counted outside."""
    box = Area(column[0] + 16, area.top + 3, column[1] - 26, area.height - 6)
    sheet.box(box, edge=INK, width=HAIRLINE)


def _size(height: float) -> float:
    return max(SMALLEST, min(13.0, height * 0.5))


def _draw_lines_to_fill(sheet: Sheet, body: Area) -> None:
    """At the foot: what is written at the assembly point."""
    words: tuple[str, ...] = (
        _("Point de rassemblement"),
        _("Personne qui compte"),
        _("Comptage fini à"),
    )
    _draw_dotted(sheet, Area(body.left, body.bottom - 66, body.width, 60), words, sheet.faces)


def _draw_dotted(sheet: Sheet, area: Area, words: tuple[str, ...], faces: Faces) -> None:
    each = area.height / len(words)
    widest = max(faces.regular.measure(word, 11) for word in words) + 12
    for place, word in enumerate(words):
        baseline = area.top + each * (place + 1) - 3
        sheet.text(area.left, baseline, word, faces.regular, 11)
        sheet.line(area.left + widest, baseline + 2, area.right, baseline + 2, colour=INK)
