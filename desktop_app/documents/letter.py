"""A letter from the venue's own template: a booking confirmed, an agreement to sign. A4 portrait.

The template was read and filled before (`domain.letter_template`); here it becomes a page that one
is glad to send: the venue's heading, the addressee, a quiet measure, room to sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from desktop_app.documents.facts import Edition
from desktop_app.documents.frame import Frame, draw_foot
from desktop_app.documents.sheet import HAIRLINE, INK, ISO_SIZES, MM, MUTED, Area, Document, Sheet
from desktop_app.documents.type import Face, Faces, fit, load_faces, typeset
from desktop_app.domain.letter_template import ITEM, SIGNATURES, TITLE, Paragraph
from desktop_app.wording import _
from desktop_app.wording.dates import say_day_without_weekday

MARGIN = 22 * MM
SIZE, LEADING, _AFTER = 11.0, 16.0, 9.0
_FIRST_TITLE, _TITLE = 20.0, 13.0
_HEAD_HEIGHT = 46.0
_BULLET = 14.0
_SIGNATURES_HEIGHT = 96.0


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """A filled letter. subject: what the document is called; party: who signs beside the venue."""

    subject: str
    paragraphs: tuple[Paragraph, ...]
    edition: Edition
    party: str = ""


class Block(NamedTuple):
    """A paragraph fitted into lines, and the air around it."""

    kind: str
    lines: tuple[str, ...]
    face: Face
    size: float
    leading: float
    before: float
    after: float

    @property
    def height(self) -> float:
        lines = _SIGNATURES_HEIGHT if self.kind == SIGNATURES else self.leading * len(self.lines)
        return self.before + lines + self.after


def title(facts: LetterFacts) -> str:
    """What the document is called, in its properties and in the preview."""
    return facts.subject


def render(facts: LetterFacts, fonts: Path) -> Document:
    """The letter as a PDF. fonts: the folder of the bundled fonts."""
    sheet = Sheet(
        load_faces(fonts),
        *ISO_SIZES["A4"],
        title=title(facts),
        author=facts.edition.venue_name,
        language=facts.edition.language,
    )
    draw(sheet, facts)
    return sheet.finish()


def draw(sheet: Sheet, facts: LetterFacts) -> None:
    """Lay the letter out and draw it on a sheet begun in A4."""
    frame = Frame(*ISO_SIZES["A4"], MARGIN)
    body = frame.body
    pages = _on_pages(_blocks(facts, body.width, sheet.faces), body)
    for number, blocks in enumerate(pages):
        if number:
            sheet.next_page()
        else:
            _draw_head(sheet, body, facts)
        for top, block in blocks:
            _draw_block(sheet, body, top, block, facts)
        draw_foot(sheet, frame, facts.edition, len(pages))


def _on_pages(blocks: Sequence[Block], body: Area) -> list[list[tuple[float, Block]]]:
    """Paragraphs one after another, cut between lines; a title stays with what follows it."""
    pages: list[list[tuple[float, Block]]] = [[]]
    top = body.top + _HEAD_HEIGHT
    queue = list(blocks)
    while queue:
        block = queue.pop(0)
        following = queue[0].leading * 2 if queue and block.kind == TITLE else 0
        if top + block.height - block.after + following <= body.bottom:
            pages[-1].append((top, block))
            top += block.height
            continue
        fits = int((body.bottom - top - block.before) / block.leading)
        if block.kind != SIGNATURES and block.kind != TITLE and 2 <= fits < len(block.lines) - 1:
            pages[-1].append((top, block._replace(lines=block.lines[:fits])))
            queue.insert(0, block._replace(lines=block.lines[fits:], before=0))
        else:
            queue.insert(0, block)
        pages.append([])
        top = body.top
    return pages


def _blocks(facts: LetterFacts, width: float, faces: Faces) -> list[Block]:
    blocks: list[Block] = []
    for paragraph in facts.paragraphs:
        first = not any(block.kind == TITLE for block in blocks)
        previous = blocks[-1].kind if blocks else ""
        blocks.append(_block(paragraph, width, faces, first=first, previous=previous))
    return blocks


def _block(
    paragraph: Paragraph, width: float, faces: Faces, *, first: bool, previous: str
) -> Block:
    kind, words = paragraph.kind, typeset(paragraph.words)
    if kind == TITLE:
        size = _FIRST_TITLE if first else _TITLE
        lines = fit(words, faces.bold, size, width).lines
        return Block(kind, lines, faces.bold, size, size * 1.25, 0 if first else 8, 8)
    if kind == ITEM:
        lines = fit(words, faces.regular, SIZE, width - _BULLET).lines
        return Block(kind, lines, faces.regular, SIZE, LEADING, 0, 2)
    lines = fit(words, faces.regular, SIZE, width).lines
    before = 7.0 if previous == ITEM else 0.0
    return Block(kind, lines, faces.regular, SIZE, LEADING, before, _AFTER)


def _draw_head(sheet: Sheet, body: Area, facts: LetterFacts) -> None:
    """Who writes, and when."""
    strong, regular = sheet.faces.strong, sheet.faces.regular
    edition = facts.edition
    day = say_day_without_weekday(edition.made_at.date())
    sheet.text(body.right, body.top + SIZE, day, regular, SIZE, MUTED, align="right")
    room = body.width - regular.measure(day, SIZE) - 20
    heading = fit(typeset(edition.heading), strong, SIZE, room, 2)
    sheet.lines(body.left, body.top + SIZE, heading, strong, SIZE, 14)


def _draw_block(sheet: Sheet, body: Area, top: float, block: Block, facts: LetterFacts) -> None:
    top += block.before
    if block.kind == SIGNATURES:
        _draw_signatures(sheet, Area(body.left, top, body.width, _SIGNATURES_HEIGHT), facts)
        return
    left = body.left
    if block.kind == ITEM:
        sheet.text(left + 2, top + block.size, "–", block.face, block.size, MUTED)
        left += _BULLET
    for place, line in enumerate(block.lines):
        baseline = top + block.size + place * block.leading
        sheet.text(left, baseline, line, block.face, block.size)


def _draw_signatures(sheet: Sheet, area: Area, facts: LetterFacts) -> None:
    """Two frames: the venue at the left, the other party at the right."""
    width = (area.width - 18) / 2
    parties = (facts.edition.venue_name, facts.party)
    for place, name in enumerate(parties):
        frame = Area(area.left + place * (width + 18), area.top, width, area.height)
        words = _("Pour {party}").format(party=typeset(name)) if name else ""
        fitted = fit(words, sheet.faces.strong, 10, width - 16, 3)
        sheet.lines(frame.left + 8, frame.top + 16, fitted, sheet.faces.strong, 10, 13)
        note = _("Date, nom et signature")
        sheet.text(frame.left + 8, frame.bottom - 8, note, sheet.faces.regular, 9, MUTED)
        sheet.box(frame, edge=INK, width=HAIRLINE)
