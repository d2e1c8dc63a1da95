"""Drawing the day's list: the names of the columns, the parts of the day, the rows."""

from __future__ import annotations

from desktop_app.documents.day_rows import BAND, INSET, PAD, Cell, Measures, Row
from desktop_app.documents.kinds import draw_band
from desktop_app.documents.sheet import INK, LINE, MUTED, PAPER, SHADE, Area, Sheet
from desktop_app.documents.type import SMALLEST
from desktop_app.wording import _

HEAD = SMALLEST * 1.9
"""Height of the line with the names of the columns."""

PART = 17.0
"""Height of the line that names a part of the day."""


def draw_head(sheet: Sheet, left: float, top: float, width: float, measures: Measures) -> None:
    """The names of the columns."""
    face, baseline = sheet.faces.strong, top + SMALLEST * 1.25
    sheet.box(Area(left, top, width, HEAD), fill=PAPER)
    x = left + measures.tick
    sheet.text(x + INSET, baseline, _("Horaire"), face, SMALLEST, MUTED)
    x += measures.hours
    sheet.text(x + INSET, baseline, _("Salle"), face, SMALLEST, MUTED)
    x += measures.room
    sheet.text(x + INSET, baseline, _("Réservation"), face, SMALLEST, MUTED)
    if measures.heads:
        right = left + width - INSET
        sheet.text(right, baseline, _("Pers."), face, SMALLEST, MUTED, align="right")


def draw_part(sheet: Sheet, left: float, top: float, width: float, part: str) -> None:
    """The line that names a part of the day."""
    sheet.text(left, top + PART * 0.72, part, sheet.faces.bold, 10, INK)
    sheet.line(left, top + PART, left + width, top + PART, colour=SHADE, width=0.6)


def draw_row(
    sheet: Sheet, left: float, top: float, width: float, row: Row, measures: Measures
) -> None:
    """One row, a hairline under it."""
    if row.tickable:
        _draw_tick(sheet, Area(left + 1, top + PAD, 11, 11), row)
    x = left + measures.tick
    band = Area(x, top + 2, BAND, row.height - 4)
    draw_band(sheet, band, row.said.family, row.said.letter, min(measures.size, 10))
    _draw_cell(sheet, x + BAND, top, row.hours)
    x += measures.hours
    _draw_cell(sheet, x, top, row.room)
    _draw_cell(sheet, x + measures.room, top, row.what)
    right, baseline = left + width - INSET, top + PAD + measures.size
    sheet.text(right, baseline, row.heads, sheet.faces.strong, measures.size, align="right")
    sheet.line(left, top + row.height, left + width, top + row.height, colour=LINE)


def _draw_cell(sheet: Sheet, left: float, top: float, cell: Cell) -> None:
    baseline = top + PAD
    for line in cell:
        baseline += line.size
        sheet.text(left + INSET, baseline, line.words, line.face, line.size, line.colour)
        baseline += line.leading - line.size


def _draw_tick(sheet: Sheet, box: Area, row: Row) -> None:
    """A box to tick when they come, already ticked for those who have."""
    sheet.box(box, edge=INK, width=0.8)
    if row.arrived:
        middle = box.left + box.width / 2
        sheet.text(middle, box.bottom - 2.2, "✓", sheet.faces.bold, 10, align="centre")
