"""What every sheet has around its body: margins, heading, legend line, foot.

The foot says who publishes, when the sheet was made, and which page of how many this is.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.documents.facts import Edition
from desktop_app.documents.sheet import HAIRLINE, LINE, MUTED, Area, Sheet
from desktop_app.documents.speech import Beside, capital, say_edition, say_page
from desktop_app.documents.type import SMALLEST, fit, typeset

FOOT = 18.0
BESIDE_LEADING = 12.0
IMAGE_HEIGHT, IMAGE_AIR, MOST_IMAGE_WIDTH = 26.0, 10.0, 110.0


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


def draw_heading(sheet: Sheet, body: Area, title: str, size: float, beside: Beside) -> None:
    """The title, and at its right whose sheet this is, and for whom."""
    bold = sheet.faces.bold
    room = max(body.width - bold.measure(title, size) - 16, body.width * 0.3)
    taken = beside_width(sheet, beside, room)
    baseline = body.top + size
    # The title first: text is read, and copied, in the order it is drawn.
    shown = fit(title, bold, size, body.width - taken - 12, 1)
    sheet.lines(body.left, baseline, shown, bold, size, 0)
    draw_beside(sheet, body, baseline, beside, room)


def beside_width(sheet: Sheet, beside: Beside, room: float) -> float:
    """How much of a line what stands beside a title takes, at most `room`."""
    strong = sheet.faces.strong
    room -= _image_width(sheet, beside)
    notes = [fit(words, strong, SMALLEST, room, 1) for words in beside[:2]]
    widest = max(
        (strong.measure(line, SMALLEST) for note in notes for line in note.lines), default=0
    )
    return widest + _image_width(sheet, beside)


def draw_beside(sheet: Sheet, body: Area, baseline: float, beside: Beside, room: float) -> None:
    """Two small lines, the lower one on a baseline, and the operator's picture at their right."""
    strong, taken = sheet.faces.strong, _image_width(sheet, beside)
    for words, above in zip(beside[:2], (BESIDE_LEADING, 0), strict=True):
        for line in fit(words, strong, SMALLEST, room - taken, 1).lines:
            right, y = body.right - taken, baseline - above
            sheet.text(right, y, line, strong, SMALLEST, MUTED, align="right")
    if taken:
        top = baseline + 3 - IMAGE_HEIGHT
        picture = Area(body.right - taken + IMAGE_AIR, top, taken - IMAGE_AIR, IMAGE_HEIGHT)
        sheet.image(beside.image, picture)


def _image_width(sheet: Sheet, beside: Beside) -> float:
    """Width of the operator's picture with the air at its left; nothing without one."""
    if not beside.image:
        return 0.0
    width, height = sheet.image_size(beside.image)
    return min(width * IMAGE_HEIGHT / height, MOST_IMAGE_WIDTH) + IMAGE_AIR


def draw_foot(sheet: Sheet, frame: Frame, edition: Edition, pages: int) -> None:
    """Venue, edition and page, under a hairline at the foot of the page.

    Where the edition and the one it replaces leave no room for the venue's name, they go first.
    """
    face, size = sheet.faces.regular, SMALLEST
    body = frame.body
    top = frame.height - frame.margin - FOOT + 5
    sheet.line(body.left, top, body.right, top, width=HAIRLINE, colour=LINE)
    baseline = frame.height - frame.margin - 1.5
    page, made = say_page(sheet.page, pages), capital(say_edition(edition))
    right = body.right - face.measure(page, size) - 14
    left = right - face.measure(made, size) - 14 - body.left
    venue = fit(typeset(edition.venue_name), face, size, left, 1)
    if venue.whole or not edition.number:
        sheet.lines(body.left, baseline, venue, face, size, 0, MUTED)
    sheet.text(right, baseline, made, face, size, MUTED, align="right")
    sheet.text(body.right, baseline, page, face, size, MUTED, align="right")
