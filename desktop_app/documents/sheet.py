"""A document being drawn: pages, rules, boxes, hatching and text, and nothing about the trade.

Everything is in PDF points with the origin at the top left of the page, because that is how people
read. The sheets of the trade enter; reportlab is imported when a document is begun, not before.

Drawing writes the page's operators itself and lets the library do what is hard: fonts, subsets,
objects and the file. Its own drawing calls cost as much as all the rest of a plan together.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple, cast

from desktop_app.documents.type import Face, Faces, Fitted

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

MM = 72 / 25.4
HAIRLINE, RULE = 0.4, 0.8

INK, MUTED, WHITE = "#1C2733", "#4A5560", "#FFFFFF"
LINE, PAPER, SHADE = "#B9B1A2", "#F3EEE4", "#8C8578"

ISO_SIZES = {"A4": (210 * MM, 297 * MM), "A3": (297 * MM, 420 * MM)}
"""Portrait width and height by name (source: ISO 216)."""


class Area(NamedTuple):
    """A rectangle of the page."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height


class Document(NamedTuple):
    """A finished PDF and its number of pages."""

    pdf: bytes
    pages: int


class Sheet:
    """Draws one document. The same calls in the same order give the same bytes."""

    def __init__(
        self, faces: Faces, width: float, height: float, *, title: str, author: str, language: str
    ) -> None:
        from reportlab import rl_config
        from reportlab.pdfgen.canvas import Canvas

        # Text armour for page streams: a quarter larger, and slow to make.
        rl_config.useA85 = 0
        self.faces = faces
        self.width, self.height = width, height
        self.page = 1
        self._bytes = BytesIO()
        # initialFontName: otherwise every page names Helvetica, which would not be embedded.
        self._canvas = Canvas(
            self._bytes,
            pagesize=(width, height),
            invariant=1,
            pageCompression=1,
            lang=language,
            initialFontName=faces.regular.name,  # type: ignore[arg-type]  # the stubs say float
            initialFontSize=10,
        )
        for put, words in (
            (self._canvas.setTitle, title),
            (self._canvas.setAuthor, author),
            (self._canvas.setCreator, "Accueil"),
            (self._canvas.setProducer, "Accueil"),
        ):
            put(words)
        # A font keeps its subsets by document, and only the library's document itself is a key.
        self._document = self._canvas._doc  # type: ignore[attr-defined]
        self._fonts: dict[str, TTFont] = {}
        self._begin_page()

    def _begin_page(self) -> None:
        self._operators: list[str] = []
        self._filling = self._stroking = self._dashing = self._writing = ""
        self._stroke_width = -1.0

    def _end_page(self) -> None:
        self._canvas.addLiteral("\n".join(self._operators))
        self._canvas.showPage()

    def next_page(self) -> None:
        """Leave this page and begin another of the same size."""
        self._end_page()
        self.page += 1
        self._begin_page()

    def finish(self) -> Document:
        """End the document."""
        self._end_page()
        self._canvas.save()
        return Document(self._bytes.getvalue(), self.page)

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
        """One line of text. align: `left`, `right` or `centre` of x."""
        if not words:
            return
        if align != "left":
            x -= face.measure(words, size) * (1.0 if align == "right" else 0.5)
        self._fill(colour)
        put, y = self._operators.append, self.height - baseline
        put(f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm")
        for font, codes in self._encode(words, face):
            if (writing := f"{font} {size:g} Tf") != self._writing:
                self._writing = writing
                put(writing)
            put(f"<{codes.hex()}> Tj")
        put("ET")

    def lines(
        self,
        x: float,
        baseline: float,
        fitted: Fitted,
        face: Face,
        size: float,
        leading: float,
        colour: str = INK,
    ) -> float:
        """Lines of fitted text under one another; the baseline that would come next."""
        for line in fitted.lines:
            self.text(x, baseline, line, face, size, colour)
            baseline += leading
        return baseline

    def line(
        self,
        x: float,
        y: float,
        to_x: float,
        to_y: float,
        *,
        width: float = HAIRLINE,
        colour: str = LINE,
        dash: str = "",
    ) -> None:
        """A straight rule. dash: lengths of stroke and gap, `2 1.5`."""
        self._stroke(colour, width, dash)
        from_top = self.height
        self._operators.append(f"{x:.2f} {from_top - y:.2f} m {to_x:.2f} {from_top - to_y:.2f} l S")

    def box(
        self,
        area: Area,
        *,
        fill: str = "",
        edge: str = "",
        width: float = HAIRLINE,
        dash: str = "",
    ) -> None:
        """A rectangle; fill and edge are colours, empty for none."""
        if fill:
            self._fill(fill)
        if edge:
            self._stroke(edge, width, dash)
        paint = ("B" if edge else "f") if fill else "S"
        y = self.height - area.bottom
        self._operators.append(
            f"{area.left:.2f} {y:.2f} {area.width:.2f} {area.height:.2f} re {paint}"
        )

    def slant(self, area: Area, *, step: float = 9, colour: str = LINE) -> None:
        """Thin diagonal lines over an area, cut at its edges: a closed day, hours shut."""
        self._stroke(colour, HAIRLINE, "")
        left, bottom = area.left, self.height - area.bottom
        put, reach = self._operators.append, step
        while reach < area.width + area.height:
            x, y = max(0.0, reach - area.height), max(0.0, reach - area.width)
            put(f"{left + x:.2f} {bottom + reach - x:.2f} m")
            put(f"{left + reach - y:.2f} {bottom + y:.2f} l")
            reach += step
        put("S")

    def modules(self, left: float, top: float, side: float, strips: Sequence[str]) -> None:
        """Squares of a pattern as one shape. strips: rectangles of a grid whose unit is `side` and
        whose origin is the pattern's top left corner, rows counted downwards as negative.
        """
        self._fill(INK)
        y = self.height - top
        self._operators.append(f"q {side:.4f} 0 0 {side:.4f} {left:.2f} {y:.2f} cm")
        self._operators.extend(strips)
        self._operators.append("f Q")

    @staticmethod
    def image_size(picture: bytes) -> tuple[float, float]:
        """Width and height of a PNG or JPEG, in its own pixels."""
        from reportlab.lib.utils import ImageReader

        width, height = ImageReader(BytesIO(picture)).getSize()
        return float(width), float(height)

    def image(self, picture: bytes, area: Area) -> None:
        """A PNG or JPEG fitted into an area, at its middle, not distorted."""
        from reportlab.lib.utils import ImageReader

        y = self.height - area.bottom
        self._canvas.drawImage(
            ImageReader(BytesIO(picture)),
            area.left,
            y,
            area.width,
            area.height,
            preserveAspectRatio=True,
            anchor="c",
            mask="auto",
        )

    def _encode(self, words: str, face: Face) -> list[tuple[str, bytes]]:
        """The words as codes of the embedded subsets, each with the name of its subset."""
        from reportlab.pdfbase.pdfmetrics import getFont

        font = self._fonts.get(face.name)
        if font is None:
            font = self._fonts[face.name] = cast("TTFont", getFont(face.name))
        document = self._document
        return [
            (font.getSubsetInternalName(subset, document), codes)
            for subset, codes in font.splitString(face.shown(words), document)
        ]

    def _fill(self, colour: str) -> None:
        if colour != self._filling:
            self._operators.append(f"{_rgb(colour)} rg")
            self._filling = colour

    def _stroke(self, colour: str, width: float, dash: str) -> None:
        if colour != self._stroking:
            self._operators.append(f"{_rgb(colour)} RG")
            self._stroking = colour
        if width != self._stroke_width:
            self._operators.append(f"{width:g} w")
            self._stroke_width = width
        if dash != self._dashing:
            self._operators.append(f"[{dash}] 0 d")
            self._dashing = dash


@cache
def _rgb(colour: str) -> str:
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5))
