"""Type on paper: the bundled faces, measuring, and fitting text into a width.

Text that does not fit wraps, then ends with an ellipsis; it never overlaps and never shrinks below
`SMALLEST`. Measures are PDF points. The sheets enter; reportlab is imported only when a face is
loaded, because opening the desk must not pay for it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app.wording.phrases import NARROW, NBSP

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

SMALLEST = 9.0
"""Nothing on paper is smaller (points). Source: the venue's paper rules, 4.8."""

ELLIPSIS = "…"
MISSING = "□"
_UNSEEN = frozenset({"Mn", "Me", "Cf", "Cc"})
# Stands for U+00A0 while the PDF library, which turns it into a plain space, splits text.
_STAND_IN = "\ue000"

# After a space, or after a hyphen or slash that does not stand in a date or a number.
_BREAK = re.compile(r"(?:(?<=[ –—])|(?<=\D[-/]))(?=[^\s–—])")
_SPACE_BEFORE_HIGH_MARK = re.compile(r" +(?=[;!?](?:\s|$|[»)]))")
_SPACE_BEFORE_COLON = re.compile(r" +(?=:(?:\s|$))")


class Face:
    """One weight of the typeface, able to measure."""

    def __init__(self, name: str, widths: dict[int, float]) -> None:
        self.name = name
        self._widths = {chr(code): width / 1000 for code, width in widths.items()}
        self._alone = {letter for letter in self._widths if not unicodedata.combining(letter)}
        # Hours, names and marks come again and again while a plan looks for its layout.
        self._width = lru_cache(maxsize=4096)(self._add_up)

    def measure(self, text: str, size: float) -> float:
        """Width of a text in points."""
        return self._width(text) * size

    def _add_up(self, text: str) -> float:
        widths = self._widths
        return sum([widths[letter] for letter in self.shown(text)])

    def shown(self, text: str) -> str:
        """The text with “□” for each letter the face lacks: what cannot be printed is seen to be.

        A letter and its accent, typed apart, are put together: paper knows no accents alone.
        """
        if self._alone.issuperset(text):
            return text
        whole = unicodedata.normalize("NFC", text)
        return "".join(letter if self.knows(letter) else _instead_of(letter) for letter in whole)

    def knows(self, letter: str) -> bool:
        """Has the face a glyph for this character?"""
        return letter in self._widths


def _instead_of(letter: str) -> str:
    """A box; nothing for what is never seen alone (accents, variation selectors, joiners)."""
    return "" if unicodedata.category(letter) in _UNSEEN else MISSING


class Faces(NamedTuple):
    """The three weights used on paper."""

    regular: Face
    strong: Face
    bold: Face


WEIGHTS = ("Regular", "SemiBold", "Bold")


@lru_cache(maxsize=4)
def load_faces(folder: Path) -> Faces:
    """Register the paper faces found in a folder of fonts with the PDF library, once per process.

    They are Inter with its tabular figures as the only ones, so that hours stand under hours.
    """
    return Faces(*(_load(folder / "paper" / f"InterTabular-{weight}.ttf") for weight in WEIGHTS))


def _load(path: Path) -> Face:
    from reportlab.pdfbase import pdfmetrics

    font = _paper_font_class()(path.stem, str(path), asciiReadable=False)
    # U+00A0 travels under a stand-in until the font is written (see PaperFont).
    font.face.charToGlyph[ord(_STAND_IN)] = font.face.charToGlyph[ord(" ")]
    font.face.charWidths[ord(_STAND_IN)] = font.face.charWidths[ord(" ")]
    pdfmetrics.registerFont(font)
    return Face(path.stem, font.face.charWidths)


@lru_cache(maxsize=1)
def _paper_font_class() -> type[TTFont]:
    from reportlab.pdfbase.ttfonts import TTFont

    class PaperFont(TTFont):
        """A TrueType font that keeps U+00A0, so that text copied from the PDF keeps it too."""

        def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> Any:
            return super().splitString(text.replace(NBSP, _STAND_IN), doc, encoding)

        def addObjects(self, doc: Any) -> None:
            for subset in self.state[doc].subsets:
                subset[:] = [ord(NBSP) if code == ord(_STAND_IN) else code for code in subset]
            super().addObjects(doc)

    return PaperFont


def typeset(text: str) -> str:
    """French spaces where people typed plain ones: U+202F before ; ! ?, U+00A0 before : and in « ».

    Runs of white space become one space. Source: the venue's typography rules, 4.4.
    """
    text = re.sub(r"[ \t\r\n]+", " ", text).strip()
    text = _SPACE_BEFORE_HIGH_MARK.sub(NARROW, text)
    text = _SPACE_BEFORE_COLON.sub(NBSP, text)
    return text.replace("« ", "«" + NBSP).replace(" »", NBSP + "»")


class Fitted(NamedTuple):
    """Text laid into lines.

    whole: false when an ellipsis stands for the rest; broken: true when a word is cut in two.
    """

    lines: tuple[str, ...]
    whole: bool
    broken: bool = False


@lru_cache(maxsize=4096)
def fit(text: str, face: Face, size: float, width: float, most: int = 99) -> Fitted:
    """Lay a text into at most `most` lines of this width: wrap first, then end with “…”.

    Lines break at plain spaces and after hyphens, dashes and slashes; a word wider than the line
    is cut where the line ends.
    """
    if not text or most < 1:
        return Fitted((), not text)
    if face.measure(text, size) <= width:
        return Fitted((text,), True)
    lines, broken = _wrap(text, face, size, width)
    if len(lines) <= most:
        return Fitted(tuple(line.rstrip(" ") for line in lines), True, broken)
    rest = "".join(lines[most - 1 :])
    kept = [line.rstrip(" ") for line in lines[: most - 1]]
    return Fitted((*kept, _ellipsis(rest, face, size, width)), False, broken)


def _wrap(text: str, face: Face, size: float, width: float) -> tuple[list[str], bool]:
    """Break into lines, and say whether a word had to be cut. Joined, the lines are the text."""
    lines: list[str] = []
    line, used, broken = "", 0.0, False  # widths add up: the PDF library does not kern
    for piece in _BREAK.split(text):
        if line and used + face.measure(piece.rstrip(" "), size) > width:
            lines.append(line)
            line, used = "", 0.0
        line += piece
        used += face.measure(piece, size)
        while used > width and face.measure(line.rstrip(" "), size) > width and len(line) > 1:
            head = _longest_head(line, face, size, width)
            lines.append(head)
            line = line[len(head) :]
            used, broken = face.measure(line, size), True
    return ([*lines, line] if line else lines), broken


def _longest_head(text: str, face: Face, size: float, width: float) -> str:
    """The longest beginning that fits, one character at least."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if face.measure(text[:middle], size) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low]


def _ellipsis(text: str, face: Face, size: float, width: float) -> str:
    room = width - face.measure(ELLIPSIS, size)
    if face.measure(text[:1], size) > room:
        return ELLIPSIS
    return _longest_head(text, face, size, room).rstrip(" ,;:–-" + NBSP + NARROW) + ELLIPSIS
