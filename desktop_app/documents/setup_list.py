"""*Préparation et ménage*: what must stand where and when each room is free, A4 portrait.

Room by room in the order of the venue, each in time order, with a box to tick. For the team only.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from desktop_app.documents.closed_band import draw_closed_band
from desktop_app.documents.facts import TEAM
from desktop_app.documents.frame import Frame, draw_foot
from desktop_app.documents.kinds import draw_band
from desktop_app.documents.setup_rows import SetupFacts, Space, Task, spaces_of, unused
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
from desktop_app.documents.speech import capital, say_count, say_heads, say_hours_of
from desktop_app.documents.subject import draw_subject, subject_height
from desktop_app.documents.type import SMALLEST, Face, Faces, fit, load_faces
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_day

MARGIN = 12 * MM
SIZE, LEADING = 9.5, 12.0
_BAND, _TICK, _HOURS, _WHAT, _HEADS = 13.0, 20.0, 106.0, 150.0, 42.0
_PAD, _SPACE_HEAD, _ABOVE_SPACE = 4.5, 22.0, 9.0
_CLOSED_HEIGHT = 56.0


class Line(NamedTuple):
    """A fitted line of a cell."""

    words: str
    face: Face
    colour: str = INK


class Row(NamedTuple):
    """A task fitted into the columns."""

    task: Task
    hours: tuple[Line, ...]
    setup: tuple[Line, ...]
    what: tuple[Line, ...]

    @property
    def height(self) -> float:
        lines = max(len(self.hours), len(self.setup), len(self.what))
        return lines * LEADING + 2 * _PAD


class Piece(NamedTuple):
    """Something on a page: the name of a space, one of its rows, or a closing line."""

    top: float
    space: Space | None = None
    suite: bool = False
    row: Row | None = None
    closing: tuple[str, ...] = ()


def title(facts: SetupFacts) -> str:
    """What the document is called, in its properties and in the preview."""
    return _("Préparation des salles – {day}").format(day=say_day(facts.opening.day))


def render(facts: SetupFacts, fonts: Path) -> Document:
    """The day's list as a PDF. fonts: the folder of the bundled fonts."""
    sheet = Sheet(
        load_faces(fonts),
        *ISO_SIZES["A4"],
        title=title(facts),
        author=facts.edition.venue_name,
        language=facts.edition.language,
    )
    draw(sheet, facts)
    return sheet.finish()


def draw(sheet: Sheet, facts: SetupFacts) -> None:
    """Lay the list out and draw it on a sheet begun in A4."""
    frame = Frame(*ISO_SIZES["A4"], MARGIN)
    body = frame.body
    pages = lay_out(facts, sheet.faces)
    for number, pieces in enumerate(pages):
        if number:
            sheet.next_page()
        top = _draw_head(sheet, body, facts)
        if not number and facts.opening.closed:
            band = Area(body.left, top, body.width, _CLOSED_HEIGHT - 12)
            draw_closed_band(sheet, band, facts.opening.closed, 11)
        if not number and not facts.held:
            words = _("Aucune réservation ce jour.")
            y = top + (_CLOSED_HEIGHT if facts.opening.closed else 0) + 14
            sheet.text(body.left, y, words, sheet.faces.regular, 11, MUTED)
        for piece in pieces:
            _draw_piece(sheet, body, piece)
        draw_foot(sheet, frame, facts.edition, len(pages))


def lay_out(facts: SetupFacts, faces: Faces) -> list[list[Piece]]:
    """What goes on which page; a space's name never stands alone at the foot."""
    body = Frame(*ISO_SIZES["A4"], MARGIN).body
    first = body.top + subject_height(_heading(), body.width, faces)
    pages: list[list[Piece]] = [[]]
    top = first + (_CLOSED_HEIGHT if facts.opening.closed else 0)
    for space in spaces_of(facts):
        rows = [_fitted(task, body.width, faces) for task in space.tasks]
        top += _ABOVE_SPACE if pages[-1] else 0
        if pages[-1] and top + _SPACE_HEAD + rows[0].height > body.bottom:
            pages.append([])
            top = first
        pages[-1].append(Piece(top, space))
        top += _SPACE_HEAD
        for row in rows:
            if top + row.height > body.bottom:
                pages.append([Piece(first, space, suite=True)])
                top = first + _SPACE_HEAD
            pages[-1].append(Piece(top, row=row))
            top += row.height
    closing = _closing(facts, body.width, faces)
    if closing:
        if top + 14 + LEADING * len(closing) > body.bottom:
            pages.append([])
            top = first
        pages[-1].append(Piece(top + 14, closing=closing))
    return pages


def _heading() -> str:
    return _("Préparation et ménage")


def _closing(facts: SetupFacts, width: float, faces: Faces) -> tuple[str, ...]:
    free = unused(facts)
    if not free or not facts.held:
        return ()
    words = n_("Sans réservation\u00a0: {rooms}.", "Sans réservation\u00a0: {rooms}.", len(free))
    return fit(words.format(rooms=", ".join(free)), faces.regular, SIZE, width).lines


def _fitted(task: Task, width: float, faces: Faces) -> Row:
    regular, strong, bold = faces
    setup_width = width - _TICK - _HOURS - _WHAT - _HEADS - 20
    hours = _cell(task.said.hours, bold, _HOURS - _BAND - 10, 2)
    hours += _cell(task.room, strong, _HOURS - _BAND - 10, 2)
    layout = task.layout or ("" if task.equipment else _("Rien de particulier"))
    colour = INK if task.layout else MUTED
    setup = _cell(layout, strong if task.layout else regular, setup_width, 2, colour)
    setup += _cell(task.equipment, regular, setup_width, 4)
    setup += _cell(task.note, regular, setup_width, 4, MUTED)
    after = strong if task.hurry else regular
    setup += _cell(task.after, after, setup_width, 2, INK if task.hurry else MUTED)
    if not task.said.family:
        setup = ()
    what = _cell(task.said.title, strong, _WHAT - 8, 4)
    what += _cell(task.said.organisation, regular, _WHAT - 8, 4, MUTED)
    return Row(task, hours, setup, what)


def _cell(words: str, face: Face, width: float, most: int, colour: str = INK) -> tuple[Line, ...]:
    lines = fit(words, face, SIZE, width, most).lines
    return tuple(Line(line, face, colour) for line in lines)


def _draw_head(sheet: Sheet, body: Area, facts: SetupFacts) -> float:
    parts = [capital(say_day(facts.opening.day))]
    if not facts.opening.closed:
        parts.append(say_hours_of(facts.opening))
    parts.append(say_count(len(facts.held)))
    whose = (facts.edition, TEAM)
    return draw_subject(sheet, body, _heading(), " · ".join(parts), whose)


def _draw_piece(sheet: Sheet, body: Area, piece: Piece) -> None:
    if piece.space is not None:
        _draw_space(sheet, body, piece.top, piece.space, suite=piece.suite)
    elif piece.row is not None:
        _draw_row(sheet, body, piece.top, piece.row)
    for place, line in enumerate(piece.closing):
        baseline = piece.top + SIZE + place * LEADING
        sheet.text(body.left, baseline, line, sheet.faces.regular, SIZE, MUTED)


def _draw_space(sheet: Sheet, body: Area, top: float, space: Space, *, suite: bool) -> None:
    """The band with the space's name, its floor and keys, and what was said of it last."""
    bold, regular = sheet.faces.bold, sheet.faces.regular
    sheet.box(Area(body.left, top, body.width, _SPACE_HEAD - 4), fill=PAPER)
    baseline = top + 12.8
    name = _("{room} (suite)").format(room=space.name) if suite else space.name
    shown = fit(name, bold, 11, body.width * 0.5, 1)
    sheet.lines(body.left + 5, baseline, shown, bold, 11, 0)
    left = body.left + 5 + sum(bold.measure(line, 11) for line in shown.lines) + 10
    place = fit(space.place, regular, SIZE, body.width * 0.3, 1)
    sheet.lines(left, baseline, place, regular, SIZE, 0, MUTED)
    left += sum(regular.measure(line, SIZE) for line in place.lines) + 14
    if space.remark and not suite:
        words = _("Vu en dernier\u00a0: {remark}").format(remark=space.remark)
        remark = fit(words, sheet.faces.strong, SMALLEST, body.right - left - 5, 1)
        for line in remark.lines:
            face = sheet.faces.strong
            sheet.text(body.right - 5, baseline, line, face, SMALLEST, align="right")


def _draw_row(sheet: Sheet, body: Area, top: float, row: Row) -> None:
    """A box to tick, the hours, the set-up, who for, how many; a hairline under it."""
    said, bottom = row.task.said, top + row.height
    if said.family:
        sheet.box(Area(body.left + 1, top + _PAD, 11, 11), edge=INK, width=RULE)
    x = body.left + _TICK
    draw_band(sheet, Area(x, top + 2, _BAND, row.height - 4), said.family, said.letter, SIZE)
    _draw_lines(sheet, x + _BAND + 5, top, row.hours)
    x += _HOURS
    _draw_lines(sheet, x + 5, top, row.setup)
    right = body.right - 3
    _draw_lines(sheet, body.right - _HEADS - _WHAT, top, row.what)
    if row.task.heads:
        heads, strong = say_heads(row.task.heads), sheet.faces.strong
        sheet.text(right, top + _PAD + SIZE, heads, strong, SIZE, align="right")
    sheet.line(body.left, bottom, body.right, bottom, colour=LINE)


def _draw_lines(sheet: Sheet, left: float, top: float, lines: Sequence[Line]) -> None:
    for place, line in enumerate(lines):
        baseline = top + _PAD + SIZE + place * LEADING
        sheet.text(left, baseline, line.words, line.face, SIZE, line.colour)
