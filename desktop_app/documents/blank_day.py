"""*Grille du jour vierge*: rooms down, hours across, to plan a day by hand. A4 landscape."""

from __future__ import annotations

from pathlib import Path

from desktop_app.documents.blank_sheets import BlankFacts, draw_blank_head, half_hours
from desktop_app.documents.frame import Frame, draw_foot
from desktop_app.documents.room_rows import group_rooms
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
from desktop_app.documents.speech import capital
from desktop_app.documents.type import SMALLEST, fit, load_faces, typeset
from desktop_app.domain.rooms import Room
from desktop_app.wording import _
from desktop_app.wording.dates import say_day, say_time

MARGIN = 11 * MM
_ROOM_WIDTH, _HOURS_HEIGHT, _LEAST_ROW = 92.0, 20.0, 30.0
_NAME = 10.0


def title(facts: BlankFacts) -> str:
    """What the document is called, in its properties and in the preview."""
    return _("Grille du jour, à remplir")


def render(facts: BlankFacts, fonts: Path) -> Document:
    """The grid as a PDF. fonts: the folder of the bundled fonts."""
    width, height = ISO_SIZES["A4"]
    sheet = Sheet(
        load_faces(fonts),
        height,
        width,
        title=title(facts),
        author=facts.edition.venue_name,
        language=facts.edition.language,
    )
    draw(sheet, facts)
    return sheet.finish()


def draw(sheet: Sheet, facts: BlankFacts) -> None:
    """Draw it on a sheet begun in A4 landscape; many rooms take a second page."""
    width, height = ISO_SIZES["A4"]
    frame = Frame(height, width, MARGIN)
    body = frame.body
    rooms = [room for group in group_rooms(facts.rooms) for room in group]
    each = max(1, int((body.height - 56 - _HOURS_HEIGHT) / _LEAST_ROW))
    parts = [rooms[start : start + each] for start in range(0, len(rooms), each)] or [[]]
    day = capital(say_day(facts.opening.day)) if facts.opening else ""
    for number, part in enumerate(parts):
        if number:
            sheet.next_page()
        asked = [[(_("Date"), day), (_("Tenue par"), "")]]
        top = draw_blank_head(sheet, body, _("Grille du jour"), facts.edition.heading, asked)
        _draw_grid(sheet, Area(body.left, top, body.width, body.bottom - top), facts, part)
        draw_foot(sheet, frame, facts.edition, len(parts))


def _draw_grid(sheet: Sheet, area: Area, facts: BlankFacts, rooms: list[Room]) -> None:
    slots = half_hours(facts)
    left = area.left + _ROOM_WIDTH
    slot_width = (area.right - left) / len(slots)
    row = (area.height - _HOURS_HEIGHT) / max(1, len(rooms))
    sheet.box(Area(area.left, area.top, area.width, _HOURS_HEIGHT), fill=PAPER)
    face = sheet.faces.regular
    for place, (start, _end) in enumerate(slots):
        x, whole = left + place * slot_width, start.minute == 0
        top = area.top if whole else area.top + _HOURS_HEIGHT
        dash = "" if whole else "1 2.5"
        sheet.line(x, top, x, area.bottom, colour=LINE, dash=dash)
        hour = say_time(start)
        if whole and x + 3 + face.measure(hour, SMALLEST) < area.right:
            sheet.text(x + 3, area.top + 13.5, hour, face, SMALLEST, MUTED)
    top = area.top + _HOURS_HEIGHT
    for room in rooms:
        name = fit(typeset(room.name), sheet.faces.strong, _NAME, _ROOM_WIDTH - 8, 2)
        sheet.lines(area.left + 4, top + 14, name, sheet.faces.strong, _NAME, 11.5)
        sheet.line(area.left, top, area.right, top, colour=INK)
        top += row
    sheet.line(left, area.top, left, area.bottom, colour=INK)
    sheet.box(area, edge=INK, width=RULE)
