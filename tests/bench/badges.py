"""`pdf.badges300`: three hundred cards on A4 beside a bare canvas and segno, told the same.

The limit draws the same words and the same patterns, a rectangle a run of modules, with the
library's own calls; it fits nothing and shrinks nothing.
"""

from __future__ import annotations

from io import BytesIO
from random import Random

import segno
from reportlab.pdfgen.canvas import Canvas

from desktop_app.documents import badge_cards
from desktop_app.documents.badge_cards import BadgeFacts, Card
from desktop_app.documents.sheet import ISO_SIZES, MM
from desktop_app.documents.type import load_faces
from desktop_app.domain.badge_sheet import CARDS
from desktop_app.domain.badges import group, new_code
from desktop_app.settings import RESOURCES
from tests.bench.rounds import Result, compare

FONTS = RESOURCES / "fonts"
BADGES = 300
VENUE = "La Fabrique de la Solidarité"


def three_hundred() -> BadgeFacts:
    """People with names of ordinary length, ten to a page."""
    chance = Random(300)
    cards = tuple(
        Card(new_code(chance), "Maïwenn", f"Aubefroide {number}") for number in range(BADGES)
    )
    return BadgeFacts(cards, VENUE)


def badges_on_paper() -> Result:
    """Thirty pages of cards."""
    facts = three_hundred()

    def ours() -> object:
        return badge_cards.render(facts, FONTS)

    def bare() -> object:
        return canvas_and_segno(facts)

    what = "300 badges on cards ÷ bare canvas and segno"
    return compare("pdf.badges300", what, 0.5, ours, bare, rounds=7)


def canvas_and_segno(facts: BadgeFacts) -> bytes:
    """The same cards without any thought."""
    faces, held = load_faces(FONTS), BytesIO()
    height = ISO_SIZES["A4"][1]
    canvas = Canvas(held, pagesize=ISO_SIZES["A4"], invariant=1, pageCompression=1)
    for number, card in enumerate(facts.cards):
        if number and number % CARDS.per_sheet == 0:
            canvas.showPage()
        place = CARDS.place(number % CARDS.per_sheet)
        left, top = place.left * MM + 12, height - place.top * MM - 20
        _pattern(canvas, card.code, left, top, 26 * MM / 21)
        for face, size, x, y, words in (
            (faces.strong, 9, left, top - 90, group(card.code)),
            (faces.regular, 9, left + 90, top, VENUE),
            (faces.bold, 24, left + 90, top - 30, card.first_name),
            (faces.strong, 18, left + 90, top - 60, card.last_name),
        ):
            canvas.setFont(face.name, size)
            canvas.drawString(x, y, words)
    canvas.showPage()
    canvas.save()
    return held.getvalue()


def _pattern(canvas: Canvas, code: str, left: float, top: float, module: float) -> None:
    made = segno.make(code, version=1, error="q", boost_error=False)
    for line in made.matrix_iter(border=0):
        place, row = 0, list(line)
        top -= module
        while place < len(row):
            length = 1
            while place + length < len(row) and row[place + length] == row[place]:
                length += 1
            if row[place]:
                canvas.rect(left + place * module, top, length * module, module, stroke=0, fill=1)
            place += length
