"""`pdf.week`: the week plan on A4 beside a bare canvas that is told each text and each box.

The limit draws the very same words and rectangles in the same places, recorded beforehand: no
reading of facts, no fitting, no pages to decide. Both write and compress a whole file.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from itertools import count
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from desktop_app.documents import week_plan
from desktop_app.documents.facts import WeekFacts
from desktop_app.documents.sheet import INK, ISO_SIZES, LINE, Area, Sheet
from desktop_app.documents.type import Face, load_faces
from desktop_app.settings import RESOURCES
from tests.bench.rounds import Result, compare
from tests.documents.venue_facts import LONG_NAME, ROOMS, WEEK_48, a_booking, week_facts

FONTS = RESOURCES / "fonts"
LANDSCAPE = (ISO_SIZES["A4"][1], ISO_SIZES["A4"][0])
BOOKINGS = 120
_HOURS = ("09:30-11:00", "11:00-12:30", "14:00-15:30", "16:00-18:00")
_KINDS = ("meeting", "permanence", "training", "culture")

_PUT = {
    "left": Canvas.drawString,
    "right": Canvas.drawRightString,
    "centre": Canvas.drawCentredString,
}

Stroke = Callable[[Canvas], object]


def week_on_paper() -> Result:
    """A4 landscape, for the team, 120 bookings. Ours has other titles each time, none of them yet
    measured; the limit draws as many strokes, always the same."""
    weeks = (busy_week(first_title=200 * turn) for turn in count(start=1))
    strokes = record(busy_week(first_title=0))

    def ours() -> object:
        return week_plan.render(next(weeks), FONTS)

    def bare() -> object:
        return replay(strokes)

    return compare(
        "pdf.week",
        "A4, 120 bookings ÷ bare canvas, the same strokes",
        1.5,
        ours,
        bare,
        rounds=21,
    )


def busy_week(first_title: int) -> WeekFacts:
    """120 bookings over six days and the rooms, with names of every length."""
    days, rooms = WEEK_48.days[:6], [room.code for room in ROOMS if not room.parts]
    rows = tuple(
        a_booking(
            number,
            days[number % len(days)],
            _HOURS[number // len(days) // len(rooms)],
            rooms[number // len(days) % len(rooms)],
            kind=_KINDS[number % 4],
            title=f"Coordination des maraudes {first_title + number}" if number % 3 else "Atelier",
            organisation_name=LONG_NAME if number % 20 == 0 else "Inter-Maraudes",
            heads=number % 9,
        )
        for number in range(BOOKINGS)
    )
    return week_facts(WEEK_48, rows, paper="A4")


def record(
    facts: Any,
    draw: Callable[[Sheet, Any], None] = week_plan.draw,
    size: tuple[float, float] = LANDSCAPE,
) -> list[Stroke]:
    """Every text, rectangle and line of the sheet, as calls of a bare canvas."""
    sheet = _RecordingSheet(load_faces(FONTS), *size, title="", author="", language="fr")
    draw(sheet, facts)
    return sheet.strokes


def replay(strokes: list[Stroke], size: tuple[float, float] = LANDSCAPE) -> bytes:
    """Draw them with the library's own calls; the file."""
    held = BytesIO()
    canvas = Canvas(held, pagesize=size, invariant=1, pageCompression=1)
    for stroke in strokes:
        stroke(canvas)
    canvas.showPage()
    canvas.save()
    return held.getvalue()


class _RecordingSheet(Sheet):
    """Notes what it is asked to draw; draws nothing that counts."""

    def __init__(self, *arguments: Any, **told: Any) -> None:
        self.strokes: list[Stroke] = []
        super().__init__(*arguments, **told)

    def next_page(self) -> None:
        self.strokes.append(Canvas.showPage)
        super().next_page()

    def text(
        self,
        x: float,
        baseline: float,
        words: str,
        face: Face,
        size: float,
        colour: str = INK,
        *,
        align: str = "left",
    ) -> None:
        y, ink, put = self.height - baseline, HexColor(colour), _PUT[align]

        def stroke(canvas: Canvas) -> None:
            canvas.setFont(face.name, size)
            canvas.setFillColor(ink)
            put(canvas, x, y, words)

        if words:
            self.strokes.append(stroke)

    def line(
        self,
        x: float,
        y: float,
        to_x: float,
        to_y: float,
        *,
        width: float = 0.4,
        colour: str = LINE,
        dash: str = "",
    ) -> None:
        ink, lengths, from_top = (
            HexColor(colour),
            [float(part) for part in dash.split()],
            self.height,
        )

        def stroke(canvas: Canvas) -> None:
            canvas.setStrokeColor(ink)
            canvas.setLineWidth(width)
            canvas.setDash(lengths)
            canvas.line(x, from_top - y, to_x, from_top - to_y)

        self.strokes.append(stroke)

    def box(
        self, area: Area, *, fill: str = "", edge: str = "", width: float = 0.4, dash: str = ""
    ) -> None:
        y, lengths = self.height - area.bottom, [float(part) for part in dash.split()]
        inside, outside = HexColor(fill or "#000000"), HexColor(edge or "#000000")

        def stroke(canvas: Canvas) -> None:
            canvas.setFillColor(inside)
            canvas.setStrokeColor(outside)
            canvas.setLineWidth(width)
            canvas.setDash(lengths)
            canvas.rect(area.left, y, area.width, area.height, stroke=bool(edge), fill=bool(fill))

        self.strokes.append(stroke)

    def slant(self, area: Area, *, step: float = 9, colour: str = LINE) -> None:
        """Left out: the limit has no hatching."""
