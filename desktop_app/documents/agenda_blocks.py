"""A booking's words fitted into a block whose size its time decides.

The words flow: hours, room, title, organisation. What the height does not hold ends with an
ellipsis; a block one line tall says everything on that line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.documents.kinds import draw_band, look_of
from desktop_app.documents.sheet import HAIRLINE, INK, MUTED, WHITE, Area, Sheet
from desktop_app.documents.speech import Said
from desktop_app.documents.type import ELLIPSIS, SMALLEST, Face, Faces, fit

SIZES = (11.0, 10.0)
"""Sizes for a block that says everything; a block that cannot is set in the smallest."""

_WORDS = re.compile(r"[ \-–—/]")
_LEADING = 1.19
_ABOVE, _BELOW, _RIGHT = 1.2, 1.9, 3.0


class Line(NamedTuple):
    """One line of a block. right: words at the right edge of the same line."""

    words: str
    face: Face
    colour: str = INK
    right: str = ""


class Fill(NamedTuple):
    """What a block says and how large. whole: nothing was cut."""

    lines: tuple[Line, ...]
    size: float
    whole: bool


def band_width(size: float) -> float:
    return size + 4


def least_height() -> float:
    """Height of a block of one line (points)."""
    return _ABOVE + _BELOW + SMALLEST * _LEADING


def fill_block(said: Said, width: float, height: float, faces: Faces) -> Fill:
    """Fit the words of a booking into a block of this width and height."""
    for size in SIZES:
        lines = _flow(said, _room(width, size), size, faces)
        in_full = _height(len(lines), size) <= height
        if in_full and _has_room(said, _room(width, size), size, faces):
            return Fill(tuple(lines), size, True)
    most = max(1, int((height - _ABOVE - _BELOW + 0.01) / (SMALLEST * _LEADING)))
    room = _room(width, SMALLEST)
    if most == 1:
        return _single(said, room, faces)
    lines = _flow(said, room, SMALLEST, faces)
    if len(lines) <= most:
        return Fill(tuple(lines), SMALLEST, True)
    last = lines[most - 1]
    cut = fit(last.words + " " + ELLIPSIS * 9, last.face, SMALLEST, room, 1).lines
    kept = (*lines[: most - 1], last._replace(words=_tidy("".join(cut))))
    return Fill(kept, SMALLEST, False)


def draw_fill(sheet: Sheet, area: Area, said: Said, fill: Fill) -> None:
    """Draw the block: soft ground, edge, band with hatching and letter, then its lines."""
    look, size = look_of(said.family), fill.size
    if said.option:
        sheet.box(area, fill=WHITE, edge=look.solid, width=0.8, dash="2.4 1.6")
    else:
        sheet.box(area, fill=look.soft, edge=look.solid, width=HAIRLINE)
    band = Area(area.left, area.top, band_width(size), area.height)
    draw_band(sheet, band, said.family, said.letter, size)
    left, baseline = band.right + 3, area.top + _ABOVE + size * 0.96
    for line in fill.lines:
        sheet.text(left, baseline, line.words, line.face, size, line.colour)
        if line.right:
            right = area.right - _RIGHT
            face = sheet.faces.regular
            sheet.text(right, baseline, line.right, face, size, MUTED, align="right")
        baseline += size * _LEADING


def _room(width: float, size: float) -> float:
    return width - band_width(size) - 3 - _RIGHT


def _height(lines: int, size: float) -> float:
    return _ABOVE + _BELOW + lines * size * _LEADING


def _flow(said: Said, room: float, size: float, faces: Faces) -> list[Line]:
    """Every line it takes to say all of it."""
    regular, strong, bold = faces
    hours = [Line(words, bold) for words in _hours(said.hours, size, room, bold)]
    beside = bold.measure(hours[0].words, size) + regular.measure(said.aside, size) + size
    aside = said.aside
    if aside and len(hours) == 1 and beside <= room:
        hours[0], aside = hours[0]._replace(right=aside), ""
    parts = (
        (said.state, strong, INK),
        (said.space, strong, INK),
        (said.title, regular, INK),
        (said.organisation, regular, MUTED),
        (aside, regular, MUTED),
    )
    return [*hours, *_lines(parts, size, room)]


def _hours(words: str, size: float, room: float, bold: Face) -> tuple[str, ...]:
    """On one line; where that is too long, the end under the beginning."""
    start, dash, end = words.partition(" – ")
    if bold.measure(words, size) <= room or not dash:
        return fit(words, bold, size, room).lines
    return (*fit(start, bold, size, room).lines, *fit("– " + end, bold, size, room).lines)


def _lines(parts: tuple[tuple[str, Face, str], ...], size: float, room: float) -> Iterator[Line]:
    for words, face, colour in parts:
        for line in fit(words, face, size, room).lines:
            yield Line(line, face, colour)


def _has_room(said: Said, room: float, size: float, faces: Faces) -> bool:
    """Does the longest word fit on a line? Cut words are for the smallest size only."""
    text = f"{said.space} {said.title} {said.organisation}"
    return all(faces.strong.measure(word, size) <= room for word in _WORDS.split(text))


def _single(said: Said, room: float, faces: Faces) -> Fill:
    words = " ".join(part for part in (said.hours, said.state, said.space, said.summary) if part)
    fitted = fit(words, faces.strong, SMALLEST, room, 1)
    lines = tuple(Line(line, faces.strong) for line in fitted.lines)
    return Fill(lines, SMALLEST, fitted.whole)


def _tidy(words: str) -> str:
    """One ellipsis, whatever the cutting left."""
    return words.rstrip(ELLIPSIS + " ") + ELLIPSIS
