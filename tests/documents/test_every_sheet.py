"""What every sheet holds, whatever is on it: nothing overlaps, nothing is tiny, nothing is lost."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from desktop_app.documents.sheet import MM
from desktop_app.settings import RESOURCES
from desktop_app.wording import use_language
from tests.documents.every_sheet import EVERY
from tests.documents.reading_pdf import letters, texts, whole_text
from tests.documents.recording import collisions, strays

_IN_ANOTHER_PROCESS = """
import hashlib
from tests.documents.every_sheet import EVERY
print(*(hashlib.sha256(make().pdf()).hexdigest() for make in EVERY.values()))
"""


@pytest.fixture
def english() -> Iterator[None]:
    """The English sentences."""
    use_language("en", RESOURCES / "translations")
    yield
    use_language("fr")


@pytest.mark.parametrize("which", EVERY)
def test_no_text_lies_on_another_and_margins_stay_white(which: str) -> None:
    sheet = EVERY[which]().drawn()
    assert collisions(sheet) == []
    assert strays(sheet, 10 * MM) == []


@pytest.mark.parametrize("which", EVERY)
def test_in_english_too_each_word_has_its_place(which: str, english: None) -> None:
    sheet = EVERY[which]().drawn()
    assert collisions(sheet) == []
    assert strays(sheet, 10 * MM) == []


@pytest.mark.parametrize("which", EVERY)
def test_nothing_is_smaller_than_nine_points(which: str) -> None:
    assert min(words.size for words in EVERY[which]().drawn().written) >= 9.0
    pdf = EVERY[which]().pdf()
    sizes = [letter.size for page in range(len(texts(pdf))) for letter in letters(pdf, page)]
    assert min(sizes) >= 9.0 - 0.01


@pytest.mark.parametrize("which", EVERY)
def test_the_same_facts_give_the_same_bytes(which: str) -> None:
    assert EVERY[which]().pdf() == EVERY[which]().pdf()


def test_also_in_another_process_that_shuffles_its_sets_otherwise() -> None:
    here = [hashlib.sha256(make().pdf()).hexdigest() for make in EVERY.values()]
    answer = subprocess.run(
        [sys.executable, "-c", _IN_ANOTHER_PROCESS],
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.split() == here


@pytest.mark.parametrize("which", EVERY)
def test_fonts_are_inside_and_the_language_is_said(which: str) -> None:
    reader = PdfReader(BytesIO(EVERY[which]().pdf()))
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"].startswith("fr")
    assert reader.metadata is not None
    assert reader.metadata.title
    for page in reader.pages:
        fonts: Any = page["/Resources"]
        for font in fonts["/Font"].values():
            descriptor = font.get_object()["/FontDescriptor"].get_object()
            assert "/FontFile2" in descriptor


@pytest.mark.parametrize("which", EVERY)
def test_every_page_says_which_one_it_is_of_how_many(which: str) -> None:
    pages = texts(EVERY[which]().pdf())
    for number, text in enumerate(pages, start=1):
        assert f"page {number}/{len(pages)}" in " ".join(text.split())


@pytest.mark.parametrize("which", EVERY)
def test_words_keep_their_french_spaces(which: str) -> None:
    text = whole_text(EVERY[which]().pdf())
    for mark in (" ;", " !", " ?", " :"):
        assert mark not in text, f"a plain space before “{mark.strip()}”"
