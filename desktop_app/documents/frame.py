"""What every sheet has around its body: margins, heading, legend line, foot.

The foot says who publishes, when the sheet was made, and which page of how many this is.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.documents.facts import Edition
from desktop_app.documents.sheet import HAIRLINE, LINE, MUTED, Area, Sheet
from desktop_app.documents.speech import capital, say_edition, say_page
from desktop_app.documents.type import SMALLEST, fit, typeset

FOOT = 18.0
BESIDE_LEADING = 12.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A page and its margins (points); the same on every page of a document."""

    width: float
    height: float
    margin: float

    @property
    def body(self) -> Area:
        """What is left between the margins, above the foot."""
        return Area(
            self.margin,
            self.margin,
            self.width - 2 * self.margin,
            self.height - 2 * self.margin - FOOT,
        )


def heading_height(size: float) -> float:
    """Height of a heading whose title has this size, with the air under it."""
    return max(size * 1.55, 2 * BESIDE_LEADING + 8)


def draw_heading(
    sheet: Sheet, body: Area, title: str, size: float, beside: tuple[str, str]
) -> None:
    """The title, and at its right two small lines: whose sheet this is, and for whom."""
    strong, bold = sheet.faces.strong, sheet.faces.bold
    room = max(body.width - bold.measure(title, size) - 16, body.width * 0.3)
    notes = [fit(words, strong, SMALLEST, room, 1).lines for words in beside]
    widest = max((strong.measure(line, SMALLEST) for lines in notes for line in lines), default=0)
    baseline = body.top + size
    # The title first: text is read, and copied, in the order it is drawn.
    shown = fit(title, bold, size, body.width - widest - 12, 1)
    sheet.lines(body.left, baseline, shown, bold, size, 0)
    for lines, above in zip(notes, (BESIDE_LEADING, 0), strict=True):
        for line in lines:
            y = baseline - above
            sheet.text(body.right, y, line, strong, SMALLEST, MUTED, align="right")


def draw_foot(sheet: Sheet, frame: Frame, edition: Edition, pages: int) -> None:
    """Venue, moment of edition and page, under a hairline at the foot of the page."""
    face, size = sheet.faces.regular, SMALLEST
    body = frame.body
    top = frame.height - frame.margin - FOOT + 5
    sheet.line(body.left, top, body.right, top, width=HAIRLINE, colour=LINE)
    baseline = frame.height - frame.margin - 1.5
    page = say_page(sheet.page, pages)
    right = body.right - face.measure(page, size) - 14
    made = capital(say_edition(edition))
    sheet.text(body.right, baseline, page, face, size, MUTED, align="right")
    sheet.text(right, baseline, made, face, size, MUTED, align="right")
    left = right - face.measure(made, size) - 14 - body.left
    sheet.lines(
        body.left,
        baseline,
        fit(typeset(edition.venue_name), face, size, left, 1),
        face,
        size,
        0,
        MUTED,
    )
