"""*Feuille d'émargement vierge*: names and signatures for two half-days, A4 portrait.

Carries what a valid sheet must: title, place, date, hours, trainer, and a signature of each person
for each half-day. Source: the venue's rules on attendance sheets, 4.11.
"""

from __future__ import annotations

from pathlib import Path

from desktop_app.documents.blank_sheets import ROW_TO_WRITE_IN, BlankFacts, draw_blank_head
from desktop_app.documents.frame import Frame, draw_foot
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
from desktop_app.documents.type import Faces, fit, load_faces
from desktop_app.wording import _
from desktop_app.wording.dates import say_day

MARGIN = 12 * MM
_HEAD = 34.0
_NUMBER, _NAME = 24.0, 0.42
_TRAINER = 40.0


def title(facts: BlankFacts) -> str:
    """What the document is called, in its properties and in the preview."""
    return _("Feuille d’émargement, à remplir")


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
    asked = [
        [(_("Formation"), "")],
        [(_("Date"), day), (_("Lieu, salle"), "")],
        [(_("Matin, de – à"), ""), (_("Après-midi, de – à"), "")],
    ]
    heading = facts.edition.heading
    top = draw_blank_head(sheet, body, _("Feuille d’émargement"), heading, asked)
    table = Area(body.left, top, body.width, body.bottom - top - _TRAINER - 10)
    _draw_table(sheet, table)
    _draw_trainer(sheet, Area(body.left, body.bottom - _TRAINER, body.width, _TRAINER))
    draw_foot(sheet, frame, facts.edition, 1)


def _lefts(area: Area) -> tuple[float, ...]:
    """Where the columns begin: number, name, first name, morning, afternoon; and the right edge."""
    rest = area.width - _NUMBER
    names = rest * _NAME * 0.62
    first_names = rest * _NAME * 0.52
    half = (rest - names - first_names) / 2
    lefts = [area.left, area.left + _NUMBER]
    for width in (names, first_names, half, half):
        lefts.append(lefts[-1] + width)
    return tuple(lefts)


def _draw_table(sheet: Sheet, area: Area) -> None:
    lefts = _lefts(area)
    rows = int((area.height - _HEAD) / ROW_TO_WRITE_IN)
    height = (area.height - _HEAD) / rows
    sheet.box(Area(area.left, area.top, area.width, _HEAD), fill=PAPER)
    names = (
        "",
        _("Nom de famille"),
        _("Prénom"),
        _("Signature, matin"),
        _("Signature, après-midi"),
    )
    for left, right, name in zip(lefts, lefts[1:], names, strict=False):
        _draw_name(sheet, Area(left, area.top, right - left, _HEAD), name, sheet.faces)
    for number in range(rows):
        top = area.top + _HEAD + number * height
        words, baseline = str(number + 1), top + height / 2 + 3.2
        right = lefts[1] - 6
        sheet.text(right, baseline, words, sheet.faces.regular, 9, MUTED, align="right")
        sheet.line(area.left, top, area.right, top, colour=LINE)
    for left in lefts[1:-1]:
        sheet.line(left, area.top, left, area.bottom, colour=LINE)
    sheet.line(area.left, area.top + _HEAD, area.right, area.top + _HEAD, colour=INK, width=RULE)
    sheet.box(area, edge=INK, width=RULE)


def _draw_name(sheet: Sheet, cell: Area, name: str, faces: Faces) -> None:
    fitted = fit(name, faces.strong, 10, cell.width - 10, 2)
    sheet.lines(cell.left + 5, cell.top + 14, fitted, faces.strong, 10, 12.5)


def _draw_trainer(sheet: Sheet, area: Area) -> None:
    """Name and signature of whoever trained, for each half-day."""
    lefts = _lefts(area)
    words = _("Formatrice, formateur")
    sheet.text(area.left + 5, area.top + 14, words, sheet.faces.strong, 10)
    for left in lefts[3:-1]:
        sheet.line(left, area.top, left, area.bottom, colour=LINE)
    sheet.box(area, edge=INK, width=RULE)
