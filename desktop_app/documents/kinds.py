"""How a kind of booking looks on paper: a letter, a solid edge, a hatching, a soft ground.

A black-and-white printer makes one grey of the four colours, so the letter and the hatching carry
the meaning and the colour only helps. The sheets enter.
"""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.documents.sheet import INK, SHADE, WHITE, Area, Sheet
from desktop_app.domain.bookings import Kind
from desktop_app.wording import _
from desktop_app.wording.labels import label_of_kind, letter_of_kind


class Look(NamedTuple):
    """Colours of a family of bookings and the name of its hatching."""

    solid: str
    soft: str
    hatching: str


LOOKS: dict[str, Look] = {
    Kind.MEETING: Look("#2F6DB5", "#EDF3FA", "full"),
    Kind.PERMANENCE: Look("#6B4FA0", "#F3EFFA", "rails"),
    Kind.TRAINING: Look("#1E7A55", "#EAF6F0", "dots"),
    Kind.EVENT: Look("#B4531A", "#FCF2E9", "bars"),
}
OUT_OF_USE = Look(SHADE, WHITE, "crosses")
FAMILIES = (Kind.MEETING, Kind.PERMANENCE, Kind.TRAINING, Kind.EVENT)


def look_of(family: str) -> Look:
    """The look of a family; of a room out of use for anything else."""
    return LOOKS.get(family, OUT_OF_USE)


BAND = 13.0
"""Width of a booking's band (points): the edge, the hatching, and room for the letter."""


def draw_band(sheet: Sheet, area: Area, family: str, letter: str, size: float) -> None:
    """The band at the left of a booking: solid edge, hatching, and the letter in a white box."""
    look = look_of(family)
    edge = Area(area.left, area.top, 1.8, area.height)
    _hatch(sheet, Area(edge.right, area.top, area.width - edge.width, area.height), look)
    sheet.box(edge, fill=look.solid)
    if not letter:
        return
    plate = Area(edge.right, area.top, area.width - edge.width, min(size + 3, area.height))
    sheet.box(plate, fill=WHITE)
    middle = plate.left + plate.width / 2
    sheet.text(middle, plate.top + size, letter, sheet.faces.bold, size, align="centre")


def _hatch(sheet: Sheet, area: Area, look: Look) -> None:
    """Strokes along the band: a wide dashed stroke makes bars, thin ones make rails or dots."""
    if look.hatching == "full":
        sheet.box(area, fill=look.solid)
        return
    for across, width, dash in _STROKES[look.hatching]:
        x = area.left + area.width * across
        thick = width if width else area.width
        sheet.line(x, area.top, x, area.bottom, width=thick, colour=look.solid, dash=dash)


_STROKES: dict[str, tuple[tuple[float, float, str], ...]] = {
    "rails": ((0.3, 1.0, ""), (0.65, 1.0, ""), (1.0, 0.5, "")),
    "bars": ((0.5, 0, "1.1 1.9"),),
    "dots": ((0.2, 1.3, "1.3 2"), (0.53, 1.3, "1.3 2"), (0.86, 1.3, "1.3 2")),
    "crosses": ((0.5, 0, "0.4 3"), (0.5, 0.4, "")),
}
"""Hatching → strokes: (place across the band, width or 0 for the whole band, dash)."""


def draw_legend(sheet: Sheet, left: float, baseline: float, size: float) -> None:
    """What the hatchings, the letters and the dashes mean, on one line."""
    x = left
    for family in FAMILIES:
        draw_band(sheet, Area(x, baseline - size, BAND, size + 2), family, "", size)
        x += BAND + 4
        letter, bold = letter_of_kind(family), sheet.faces.bold
        sheet.text(x, baseline, letter, bold, size)
        x += max(size + 1, bold.measure(letter, size) + 3)
        x = _legend_word(sheet, x, baseline, size, label_of_kind(family))
    sheet.box(Area(x, baseline - size, 18, size + 2), edge=INK, width=0.7, dash="2.2 1.6")
    _legend_word(sheet, x + 22, baseline, size, _("Option"))


def _legend_word(sheet: Sheet, x: float, baseline: float, size: float, label: str) -> float:
    """One word of the legend; where the next swatch starts."""
    sheet.text(x, baseline, label, sheet.faces.regular, size)
    return x + sheet.faces.regular.measure(label, size) + 16
