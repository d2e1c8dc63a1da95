"""*Affiche de porte*: one room, one day, A4 portrait, to be read from two metres away.

The words are as large as the page allows and are never cut: a long name takes more lines, a full
day takes a second page. What was moved elsewhere stands first, black on the page: people wait
before this door.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from desktop_app.documents.closed_band import draw_closed_band
from desktop_app.documents.door_facts import (
    NEXT,
    NOW,
    PAST,
    DoorFacts,
    Entry,
    Notice,
    entries_of,
    notices_of,
)
from desktop_app.documents.frame import Frame, draw_foot
from desktop_app.documents.sheet import (
    INK,
    ISO_SIZES,
    MM,
    MUTED,
    PAPER,
    RULE,
    SHADE,
    WHITE,
    Area,
    Document,
    Sheet,
)
from desktop_app.documents.speech import capital
from desktop_app.documents.type import Face, Faces, fit, load_faces, typeset
from desktop_app.wording import _
from desktop_app.wording.dates import say_day

MARGIN = 15 * MM
_ROOM_SIZES = (64.0, 54.0, 46.0, 40.0)
_DAY_SIZE, _FLOOR_SIZE = 22.0, 20.0
_PLATE, _INSET, _BETWEEN = 10.0, 14.0, 12.0
_CLOSED_HEIGHT = 130.0


class Scale(NamedTuple):
    """Sizes of the hours, the title and the small words (points)."""

    hours: float
    title: float
    small: float


SCALES = (
    Scale(42, 36, 26),
    Scale(34, 29, 22),
    Scale(30, 26, 20),
    Scale(26, 23, 19),
    Scale(23, 20, 17),
    Scale(20, 18, 16),
)
"""From generous to the smallest that is still read at two metres (18 points)."""

PAST_SCALE = Scale(16, 15, 14)


class Line(NamedTuple):
    """A fitted line."""

    words: str
    face: Face
    size: float

    @property
    def leading(self) -> float:
        return self.size * 1.25


class Panel(NamedTuple):
    """A thing of the day on the page. look: `now`, `next`, `past`, `moved`, or none."""

    lines: tuple[Line, ...]
    look: str = ""
    tag: str = ""
    tag_size: float = 0.0

    @property
    def height(self) -> float:
        tag = self.tag_size * 1.5 if self.tag else 0.0
        return tag + sum(line.leading for line in self.lines) + 2 * _PLATE


class Page(NamedTuple):
    """Panels and where each begins."""

    panels: tuple[tuple[float, Panel], ...]


def title(facts: DoorFacts) -> str:
    """What the document is called, in its properties and in the preview."""
    room, day = typeset(facts.room.name), say_day(facts.opening.day)
    return _("Affiche de porte – {room}, {day}").format(room=room, day=day)


def render(facts: DoorFacts, fonts: Path) -> Document:
    """The door sheet as a PDF. fonts: the folder of the bundled fonts."""
    sheet = Sheet(
        load_faces(fonts),
        *ISO_SIZES["A4"],
        title=title(facts),
        author=facts.edition.venue_name,
        language=facts.edition.language,
    )
    draw(sheet, facts)
    return sheet.finish()


def draw(sheet: Sheet, facts: DoorFacts) -> None:
    """Lay the sheet out and draw it on a sheet begun in A4."""
    frame = Frame(*ISO_SIZES["A4"], MARGIN)
    body = frame.body
    pages = lay_out(facts, sheet.faces)
    for number, page in enumerate(pages):
        if number:
            sheet.next_page()
        top = _draw_head(sheet, body, facts)
        if not number and facts.opening.closed:
            band = Area(body.left, top, body.width, _CLOSED_HEIGHT - _BETWEEN)
            draw_closed_band(sheet, band, facts.opening.closed, 26)
        for place, panel in page.panels:
            _draw_panel(sheet, Area(body.left, place, body.width, panel.height), panel)
        draw_foot(sheet, frame, facts.edition, len(pages))


def lay_out(facts: DoorFacts, faces: Faces) -> list[Page]:
    """The largest scale at which the day fits on one page, else pages in the smallest."""
    body = Frame(*ISO_SIZES["A4"], MARGIN).body
    first = body.top + _head_height(facts, body, faces)
    start = first + (_CLOSED_HEIGHT if facts.opening.closed else 0)
    for scale in SCALES:
        panels = _panels(facts, scale, body.width, faces)
        pages = _on_pages(panels, start, first, body.bottom)
        if len(pages) == 1:
            return pages
    return pages


def _on_pages(panels: Sequence[Panel], start: float, first: float, bottom: float) -> list[Page]:
    pages: list[list[tuple[float, Panel]]] = [[]]
    top = start
    for panel in panels:
        if top + panel.height > bottom and pages[-1]:
            pages.append([])
            top = first
        pages[-1].append((top, panel))
        top += panel.height + _BETWEEN
    return [Page(tuple(page)) for page in pages]


def _panels(facts: DoorFacts, scale: Scale, width: float, faces: Faces) -> list[Panel]:
    """Moved first, then what is on and what comes, then what is over in small."""
    entries = entries_of(facts)
    panels = [_notice(notice, scale, width, faces) for notice in notices_of(facts)]
    panels += [_panel(one, scale, width, faces) for one in entries if one.when != PAST]
    past = [one for one in entries if one.when == PAST]
    if past:
        heading = Line(_("Plus tôt ce jour"), faces.strong, PAST_SCALE.small)
        lines = [line for one in past for line in _small_lines(one, width, faces)]
        panels.append(Panel((heading, *lines), PAST))
    if not entries and not facts.opening.closed:
        words = fit(_("Aucune réservation ce jour"), faces.strong, 30, width).lines
        panels.append(Panel(tuple(Line(line, faces.strong, 30) for line in words)))
    return panels


def _panel(entry: Entry, scale: Scale, width: float, faces: Faces) -> Panel:
    return Panel(
        _words(entry, scale, width - 2 * _INSET, faces),
        entry.when,
        entry.tag,
        scale.small,
    )


def _words(entry: Entry, scale: Scale, room: float, faces: Faces) -> tuple[Line, ...]:
    said = entry.said
    parts = (
        (said.hours, faces.bold, scale.hours),
        (said.title, faces.strong, scale.title),
        (said.organisation, faces.regular, scale.small),
        (said.space, faces.regular, scale.small),
        (said.state, faces.regular, scale.small),
    )
    return tuple(
        Line(line, face, size)
        for words, face, size in parts
        for line in fit(words, face, size, room).lines
    )


def _small_lines(entry: Entry, width: float, faces: Faces) -> list[Line]:
    words = f"{entry.said.hours} · {entry.said.summary}"
    size = PAST_SCALE.small
    return [
        Line(line, faces.regular, size)
        for line in fit(words, faces.regular, size, width - 2 * _INSET).lines
    ]


def _notice(notice: Notice, scale: Scale, width: float, faces: Faces) -> Panel:
    """“Déplacée en Agora B” and its floor, then what was moved."""
    said, room = notice.said, width - 2 * _INSET
    sign = notice.sign + (f" ({notice.place})" if notice.place else "")
    parts = (
        (sign, faces.bold, scale.hours),
        (said.hours, faces.strong, scale.title),
        (said.title, faces.strong, scale.title),
        (said.organisation, faces.regular, scale.small),
    )
    lines = tuple(
        Line(line, face, size)
        for words, face, size in parts
        for line in fit(words, face, size, room).lines
    )
    return Panel(lines, "moved")


def _room_name(facts: DoorFacts, width: float, faces: Faces) -> tuple[tuple[str, ...], float]:
    name = typeset(facts.room.name)
    for size in _ROOM_SIZES:
        fitted = fit(name, faces.bold, size, width, 1)
        if fitted.whole:
            return fitted.lines, size
    return fit(name, faces.bold, _ROOM_SIZES[-1], width, 3).lines, _ROOM_SIZES[-1]


def _head_height(facts: DoorFacts, body: Area, faces: Faces) -> float:
    lines, size = _room_name(facts, body.width, faces)
    return len(lines) * size * 1.08 + _DAY_SIZE * 1.5 + 26


def _draw_head(sheet: Sheet, body: Area, facts: DoorFacts) -> float:
    """The room's name across the page, the day and the floor under it, a rule."""
    bold, strong, regular = sheet.faces.bold, sheet.faces.strong, sheet.faces.regular
    lines, size = _room_name(facts, body.width, sheet.faces)
    baseline = body.top + size * 0.86
    for line in lines:
        sheet.text(body.left - size * 0.04, baseline, line, bold, size)
        baseline += size * 1.08
    baseline += _DAY_SIZE * 1.5 - size * 1.08 + 2
    day = capital(say_day(facts.opening.day))
    sheet.text(body.left, baseline, day, strong, _DAY_SIZE)
    used = strong.measure(day, _DAY_SIZE) + 20
    floor = fit(typeset(facts.room.floor), regular, _FLOOR_SIZE, body.width - used, 1)
    for line in floor.lines:
        sheet.text(body.right, baseline, line, regular, _FLOOR_SIZE, MUTED, align="right")
    bottom = body.top + _head_height(facts, body, sheet.faces)
    sheet.line(body.left, bottom - 14, body.right, bottom - 14, width=1.6, colour=INK)
    return bottom


def _draw_panel(sheet: Sheet, area: Area, panel: Panel) -> None:
    """Black for what was moved, framed for what is on, a bar at the left for what comes."""
    ink = WHITE if panel.look == "moved" else MUTED if panel.look == PAST else INK
    if panel.look == "moved":
        sheet.box(area, fill=INK)
    elif panel.look == NOW:
        sheet.box(area, fill=PAPER, edge=INK, width=2.4)
    elif panel.look == PAST:
        sheet.line(area.left, area.top, area.right, area.top, width=RULE, colour=SHADE)
    elif panel.lines:
        bar = Area(area.left, area.top + 4, 4, area.height - 8)
        sheet.box(bar, fill=INK if panel.look == NEXT else SHADE)
    top, left = area.top + _PLATE, area.left + _INSET
    if panel.tag:
        baseline = top + panel.tag_size
        sheet.text(left, baseline, panel.tag, sheet.faces.strong, panel.tag_size, ink)
        top += panel.tag_size * 1.5
    for line in panel.lines:
        sheet.text(left, top + line.size, line.words, line.face, line.size, ink)
        top += line.leading
