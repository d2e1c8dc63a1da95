"""A booking as a block of fitted lines: how tall it must be, and drawing it.

Blocks come in steps of plenty: everything in full, then fewer and fewer lines, down to one. Which
step a row of the plan can afford is decided next door (`week_grid`).
"""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.documents.kinds import draw_band, look_of
from desktop_app.documents.sheet import HAIRLINE, INK, MUTED, WHITE, Area, Sheet
from desktop_app.documents.speech import Said
from desktop_app.documents.type import Face, Faces, fit

FULL, SHORTER, SHORT, JOINED, SINGLE = range(5)
"""Steps of plenty. JOINED puts title and organisation on one line, SINGLE the hours too."""

_MOST = {FULL: (99, 99), SHORTER: (2, 2), SHORT: (1, 1)}
_LEADING = 1.21
_ABOVE, _BELOW = 1.6, 2.2


class Line(NamedTuple):
    """One line of a block. right: words set at the right edge of the same line."""

    words: str
    face: Face
    colour: str
    right: str = ""


class Block(NamedTuple):
    """A booking fitted into a width. whole: nothing was cut; calm: the hours did not wrap."""

    said: Said
    lines: tuple[Line, ...]
    size: float
    step: int
    height: float
    whole: bool
    calm: bool


def band_width(size: float) -> float:
    return size + 4


def make_block(said: Said, width: float, size: float, step: int, faces: Faces) -> Block:
    """Fit a booking into a block of this width at this type size and step of plenty."""
    room = width - band_width(size) - 6
    if step == SINGLE:
        lines, whole = _single_line(said, room, size, faces)
        calm = True
    else:
        lines, whole, calm = _several_lines(said, room, size, step, faces)
    height = _ABOVE + _BELOW + len(lines) * size * _LEADING
    return Block(said, tuple(lines), size, step, height, whole, calm)


def _several_lines(
    said: Said, room: float, size: float, step: int, faces: Faces
) -> tuple[list[Line], bool, bool]:
    regular, strong, bold = faces
    hours = fit(said.hours, bold, size, room).lines
    lines = [Line(words, bold, INK) for words in hours]
    _add_aside(lines, said.aside, room, size, faces)
    whole = True
    for words in (said.state, said.space):
        lines += [Line(part, strong, INK) for part in fit(words, strong, size, room, 2).lines]
    if step == JOINED:
        texts = [(said.summary, INK, 1)]
    else:
        titles, names = _MOST[step]
        texts = [(said.title, INK, titles), (said.organisation, MUTED, names)]
    for text, colour, most in texts:
        fitted = fit(text, regular, size, room, most)
        whole = whole and fitted.whole
        lines += [Line(words, regular, colour) for words in fitted.lines]
    return lines, whole, len(hours) <= 1 + said.overnight


def _add_aside(lines: list[Line], aside: str, room: float, size: float, faces: Faces) -> None:
    """Put the headcount at the right of the hours where it fits, else on a line of its own."""
    if not aside:
        return
    taken = faces.bold.measure(lines[-1].words, size) + faces.regular.measure(aside, size) + size
    if taken <= room:
        lines[-1] = lines[-1]._replace(right=aside)
    else:
        lines += [
            Line(part, faces.regular, MUTED)
            for part in fit(aside, faces.regular, size, room, 2).lines
        ]


def _single_line(said: Said, room: float, size: float, faces: Faces) -> tuple[list[Line], bool]:
    parts = (said.hours, said.state, said.space, said.summary)
    words = " ".join(part for part in parts if part)
    fitted = fit(words, faces.strong, size, room, 1)
    return [Line(line, faces.strong, INK) for line in fitted.lines], fitted.whole


def draw_block(sheet: Sheet, area: Area, block: Block) -> None:
    """Draw a block into an area at least as tall as it asked for."""
    said, size = block.said, block.size
    look = look_of(said.family)
    if said.option:
        sheet.box(area, fill=WHITE, edge=look.solid, width=0.8, dash="2.4 1.6")
    else:
        sheet.box(area, fill=look.soft, edge=look.solid, width=HAIRLINE)
    band = Area(area.left, area.top, band_width(size), area.height)
    draw_band(sheet, band, said.family, said.letter, size)
    left, baseline = band.right + 3, area.top + _ABOVE + size * 0.96
    for line in block.lines:
        sheet.text(left, baseline, line.words, line.face, size, line.colour)
        if line.right:
            sheet.text(
                area.right - 3,
                baseline,
                line.right,
                sheet.faces.regular,
                size,
                MUTED,
                align="right",
            )
        baseline += size * _LEADING
