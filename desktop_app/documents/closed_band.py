"""The band of a day on which the venue is shut: slanted lines, and on a white plate the reason why.

Any sheet that has a place for a day may enter.
"""

from __future__ import annotations

from desktop_app.documents.sheet import LINE, WHITE, Area, Sheet
from desktop_app.documents.type import SMALLEST, Face, fit, typeset
from desktop_app.domain.opening import ClosedDay
from desktop_app.wording import _
from desktop_app.wording.reasons import say_reason

GROUND, SLANT = "#FBF9F5", "#D8D1C3"


def draw_closed_band(sheet: Sheet, band: Area, closed: ClosedDay | None, size: float) -> None:
    """Draw the band; the plate is as wide as its words and never wider than the band."""
    sheet.box(band, fill=GROUND)
    sheet.slant(band, step=9, colour=SLANT)
    size = max(size, SMALLEST)
    lines = _words(sheet, band.width - 16, closed, size)
    height = size * 1.3 * len(lines) + 7
    widest = max(face.measure(line, size) for line, face in lines)
    middle = band.left + band.width / 2
    top = band.top + max(0.0, band.height - height) * 0.45
    sheet.box(Area(middle - widest / 2 - 7, top, widest + 14, height), fill=WHITE, edge=LINE)
    for place, (line, face) in enumerate(lines):
        baseline = top + 3 + size * (1.0 + 1.3 * place)
        sheet.text(middle, baseline, line, face, size, align="centre")


def _words(
    sheet: Sheet, width: float, closed: ClosedDay | None, size: float
) -> list[tuple[str, Face]]:
    strong, regular = sheet.faces.strong, sheet.faces.regular
    reason = typeset(say_reason(closed.reason)) if closed else ""
    return [
        (_("Fermé"), strong),
        *((line, regular) for line in fit(reason, regular, size, width, 6).lines),
    ]
