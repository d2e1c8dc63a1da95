"""A booking as a block of fitted lines: how tall it must be, and drawing it.

Blocks come in steps of plenty: everything in full, then fewer and fewer lines, down to one. Which
step a row of the plan can afford is decided next door (`week_grid`).
"""

from __future__ import annotations

from functools import lru_cache
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
    """A booking fitted into a width.

    whole: no ellipsis; broken: a word is cut in two; wrapped: the hours take two lines.
    """

    said: Said
    lines: tuple[Line, ...]
    size: float
    step: int
    whole: bool
    broken: bool
    wrapped: bool

    @property
    def height(self) -> float:
        return _ABOVE + _BELOW + len(self.lines) * self.size * _LEADING


def band_width(size: float) -> float:
    return size + 4


@lru_cache(maxsize=4096)
def make_block(said: Said, width: float, size: float, step: int, faces: Faces) -> Block:
    """Fit a booking into a block of this width at this type size and step of plenty."""
    writing = _Writing(width - band_width(size) - 6, size)
    wrapped = False
    if step == SINGLE:
        parts = (said.hours, said.state, said.space, said.summary)
        writing.add(" ".join(part for part in parts if part), faces.strong, INK, 1)
    else:
        writing.add(said.hours, faces.bold, INK)
        wrapped = len(writing.lines) > 1 + said.overnight
        aside = writing.add_beside(said.aside, faces.bold, faces)
        writing.add(said.state, faces.strong, INK, 2)
        writing.add(said.space, faces.strong, INK, 2)
        if step == JOINED:
            writing.add(said.summary, faces.regular, INK, 1)
        else:
            titles, names = _MOST[step]
            writing.add(said.title, faces.regular, INK, titles)
            writing.add(said.organisation, faces.regular, MUTED, names)
        if aside := writing.add_beside(aside, faces.regular, faces):
            writing.add(aside, faces.regular, MUTED, 2)
    lines = tuple(writing.lines)
    return Block(said, lines, size, step, writing.whole, writing.broken, wrapped)


class _Writing:
    """Lines of one block as they are fitted."""

    def __init__(self, room: float, size: float) -> None:
        self._room, self._size = room, size
        self.lines: list[Line] = []
        self.whole, self.broken = True, False

    def add(self, words: str, face: Face, colour: str, most: int = 99) -> None:
        fitted = fit(words, face, self._size, self._room, most)
        self.lines += [Line(line, face, colour) for line in fitted.lines]
        self.whole = self.whole and fitted.whole
        self.broken = self.broken or fitted.broken

    def add_beside(self, aside: str, face: Face, faces: Faces) -> str:
        """Put words at the right of the last line, written in `face`; give them back if they
        do not fit there."""
        last = face.measure(self.lines[-1].words, self._size)
        if last + faces.regular.measure(aside, self._size) + self._size > self._room:
            return aside
        if aside:
            self.lines[-1] = self.lines[-1]._replace(right=aside)
        return ""


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
