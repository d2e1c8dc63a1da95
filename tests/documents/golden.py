"""The sheets as they were looked at and found good: their words with places, and their picture.

`python -m tests.documents.golden` writes them anew after a change that was meant: look at every
picture before committing it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image

from desktop_app.documents import day_plan, week_plan
from desktop_app.domain.civil_time import Week
from tests.documents.every_sheet import EVERY, Sheeted, fourteen
from tests.documents.reading_pdf import letters, texts
from tests.documents.recording import FONTS
from tests.documents.venue_facts import (
    BOOKINGS_48,
    DROPPED_53,
    LONG_NAME,
    WEEK_53,
    day_facts,
    week_facts,
)

FOLDER = Path(__file__).with_name("golden")
SCALE = 0.7
"""Pixels a point: about fifty an inch, enough to see a block out of place."""

_LONGEST = tuple(
    row._replace(organisation_name=LONG_NAME) if row.title == "Coordination de secteur" else row
    for row in BOOKINGS_48
)
PLANS: dict[str, Callable[[], bytes]] = {
    "week on A3": lambda: week_plan.render(week_facts(), FONTS).pdf,
    "week on A4": lambda: week_plan.render(week_facts(paper="A4"), FONTS).pdf,
    "public week": lambda: week_plan.render(week_facts(audience="public"), FONTS).pdf,
    "week, the longest name": lambda: week_plan.render(week_facts(bookings=_LONGEST), FONTS).pdf,
    "week 53": lambda: week_plan.render(week_facts(WEEK_53, DROPPED_53), FONTS).pdf,
    "empty week": lambda: week_plan.render(week_facts(Week(2026, 50), ()), FONTS).pdf,
    "day": lambda: day_plan.render(day_facts(), FONTS).pdf,
    "public day": lambda: day_plan.render(day_facts(audience="public"), FONTS).pdf,
    "closed day": lambda: day_plan.render(day_facts(date(2026, 12, 25), ()), FONTS).pdf,
    "day, 14 bookings": lambda: day_plan.render(day_facts(bookings=fourteen()), FONTS).pdf,
}


def _drawn(make: Callable[[], Sheeted]) -> bytes:
    return make().pdf()


SHEETS: dict[str, Callable[[], bytes]] = {
    **PLANS,
    **{name: partial(_drawn, make) for name, make in EVERY.items()},
}


class Word(NamedTuple):
    """A word of a page: where its first letter stands and how large it is, in points."""

    page: int
    left: float
    bottom: float
    size: float
    text: str


def words_of(pdf: bytes) -> list[Word]:
    """Words with places, in the order of the file."""
    found: list[Word] = []
    for page in range(len(texts(pdf))):
        last = None
        for letter in letters(pdf, page):
            joined = (
                last is not None
                and abs(letter.bottom - last.bottom) < 4
                and -1 < letter.left - last.right < letter.size * 0.2
                and abs(letter.size - last.size) < 0.1
            )
            if joined:
                found[-1] = found[-1]._replace(text=found[-1].text + letter.letter)
            else:
                found.append(Word(page + 1, letter.left, letter.bottom, letter.size, letter.letter))
            last = letter
    return found


def picture_of(pdf: bytes) -> Image.Image:
    """All pages under one another, in grey."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.render(scale=SCALE).to_pil().convert("L") for page in document]
    finally:
        document.close()
    whole = Image.new("L", (max(one.width for one in pages), sum(one.height for one in pages)))
    top = 0
    for one in pages:
        whole.paste(one, (0, top))
        top += one.height
    return whole


def file_of(name: str, suffix: str) -> Path:
    return FOLDER / f"{name.replace(', ', ' ').replace(' ', '-')}{suffix}"


def as_text(words: list[Word]) -> str:
    lines = (
        f"{word.page} {word.left:7.1f} {word.bottom:7.1f} {word.size:5.1f} {word.text}"
        for word in words
    )
    return "\n".join(lines) + "\n"


def read_text(text: str) -> list[Word]:
    words = []
    for line in text.splitlines():
        page, left, bottom, size, word = line.split(None, 4)
        words.append(Word(int(page), float(left), float(bottom), float(size), word))
    return words


def write() -> None:
    """Write every golden file anew."""
    FOLDER.mkdir(exist_ok=True)
    for name, make in SHEETS.items():
        pdf = make()
        file_of(name, ".txt").write_text(as_text(words_of(pdf)), "utf-8")
        picture_of(pdf).save(file_of(name, ".png"), optimize=True)


if __name__ == "__main__":
    write()
    sys.stdout.write(f"{len(SHEETS)} sheets in {FOLDER}\n")
