"""Reading a PDF back, as a person with a text tool, an eye or a grey printer would."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image
from pypdf import PdfReader


class Letter(NamedTuple):
    """One letter as the file has it: where, how large, in points from the bottom left."""

    letter: str
    left: float
    bottom: float
    right: float
    top: float
    size: float


def texts(pdf: bytes) -> list[str]:
    """The text of each page, in the order of the file."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def whole_text(pdf: bytes) -> str:
    """All text on one line, so that a wrapped title is found whole."""
    return " ".join("\n".join(texts(pdf)).replace("\n", " ").split(" "))


def letters(pdf: bytes, page: int = 0) -> list[Letter]:
    """Every letter of a page that leaves ink; spaces the reader makes up are left out."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        text = document[page].get_textpage()
        found = []
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            size = pdfium.FPDFText_GetFontSize(text, index)
            letter = chr(pdfium.FPDFText_GetUnicode(text, index))
            if not letter.isspace():
                found.append(Letter(letter, left, bottom, right, top, size))
        return found
    finally:
        document.close()


def grey_picture(pdf: bytes, page: int = 0, scale: float = 3.0) -> Image.Image:
    """A page as a black-and-white printer would make it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture: Image.Image = document[page].render(scale=scale).to_pil().convert("L")
        return picture
    finally:
        document.close()
