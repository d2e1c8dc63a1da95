"""A sheet that remembers where it put things, so that a test can ask whether they collide."""

from __future__ import annotations

from itertools import combinations
from typing import Any, NamedTuple

from desktop_app.documents.kinds import LOOKS
from desktop_app.documents.sheet import Area, Sheet
from desktop_app.documents.type import Face, load_faces
from desktop_app.settings import RESOURCES

FONTS = RESOURCES / "fonts"
_SOLID = {look.solid for look in LOOKS.values()}


class Written(NamedTuple):
    """Words on a page: the box their letters fill, without the air around them."""

    page: int
    words: str
    left: float
    top: float
    right: float
    bottom: float
    size: float


class RecordingSheet(Sheet):
    """Draws as usual, and keeps every text and every box."""

    def __init__(self, width: float, height: float) -> None:
        self.written: list[Written] = []
        self.boxes: list[tuple[int, Area, dict[str, Any]]] = []
        super().__init__(
            load_faces(FONTS), width, height, title="Essai", author="Essai", language="fr"
        )

    def text(
        self,
        x: float,
        baseline: float,
        words: str,
        face: Face,
        size: float,
        colour: str = "#000000",
        *,
        align: str = "left",
    ) -> None:
        super().text(x, baseline, words, face, size, colour, align=align)
        width = face.measure(words, size)
        left = x - width * {"left": 0.0, "right": 1.0, "centre": 0.5}[align]
        if words:
            top, bottom = baseline - 0.73 * size, baseline + 0.2 * size
            self.written.append(Written(self.page, words, left, top, left + width, bottom, size))

    def box(self, area: Area, **how: Any) -> None:
        super().box(area, **how)
        self.boxes.append((self.page, area, how))

    def blocks(self) -> list[tuple[int, Area]]:
        """The frames of bookings: edged in the colour of a kind."""
        return [(page, area) for page, area, how in self.boxes if how.get("edge") in _SOLID]


def collisions(sheet: RecordingSheet) -> list[str]:
    """Pairs of texts, and pairs of booking frames, that lie on one another."""
    found = []
    for one, other in combinations(sheet.written, 2):
        if one.page == other.page and _share(
            (one.left, one.top, one.right, one.bottom),
            (other.left, other.top, other.right, other.bottom),
        ):
            found.append(f"page {one.page}: “{one.words}” and “{other.words}”")
    for (page, area), (other_page, other_area) in combinations(sheet.blocks(), 2):
        if page == other_page and _share(_edges(area), _edges(other_area)):
            found.append(f"page {page}: frames {area} and {other_area}")
    return found


def strays(sheet: RecordingSheet, margin: float) -> list[str]:
    """Texts that reach into the margins."""
    return [
        words.words
        for words in sheet.written
        if words.left < margin - 0.1
        or words.top < margin - 0.1
        or words.right > sheet.width - margin + 0.1
        or words.bottom > sheet.height - margin + 0.1
    ]


def spilled(sheet: RecordingSheet) -> list[str]:
    """Texts that begin inside a booking's frame and end outside it."""
    found = []
    for page, area in sheet.blocks():
        for words in sheet.written:
            inside = (
                words.page == page
                and area.left - 0.1 <= words.left < area.right
                and area.top - 0.1 <= words.top < area.bottom
            )
            if inside and (words.right > area.right + 0.1 or words.bottom > area.bottom + 0.6):
                found.append(f"page {page}: “{words.words}” leaves its frame")
    return found


def _edges(area: Area) -> tuple[float, float, float, float]:
    return (area.left, area.top, area.right, area.bottom)


def _share(one: tuple[float, ...], other: tuple[float, ...], slack: float = 0.05) -> bool:
    return (
        one[0] < other[2] - slack
        and other[0] < one[2] - slack
        and one[1] < other[3] - slack
        and other[1] < one[3] - slack
    )
