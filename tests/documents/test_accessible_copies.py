"""Accessible copies: tagged, in reading order, with their language, and telling the same."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from desktop_app.documents import accessible, week_plan
from desktop_app.documents.outline import Grid, Heading, Items, Outline, Sentence
from desktop_app.documents.outlines import outline_of
from desktop_app.documents.type import typeset
from desktop_app.wording import use_language
from tests.documents.every_sheet import EVERY, agenda, confirmation, evacuated, season
from tests.documents.reading_pdf import whole_text
from tests.documents.recording import FONTS
from tests.documents.venue_facts import BOOKINGS_48, EDITION, LONG_NAME, day_facts, week_facts

_IN_ANOTHER_PROCESS = """
import hashlib
from tests.documents.test_accessible_copies import copy_of
print(hashlib.sha256(copy_of("week")).hexdigest())
"""

FACTS: dict[str, Callable[[], Any]] = {
    "week": lambda: week_facts(),
    "public week": lambda: week_facts(audience="public"),
    "public day": lambda: day_facts(audience="public"),
    "team day": lambda: day_facts(),
    "week of a room": lambda: agenda(),
    "door": lambda: EVERY["door, something moved"]().facts,
    "door of a closed day": lambda: EVERY["door, closed"]().facts,
    "season": lambda: season(),
    "season of an association": lambda: EVERY["season of an association"]().facts,
    "agreement": lambda: confirmation("agreement", organisation=LONG_NAME),
}


def copy_of(which: str) -> bytes:
    return accessible.render(outline_of(FACTS[which]()), FONTS).pdf


def copy_made(facts: Any) -> bytes:
    return accessible.render(outline_of(facts), FONTS).pdf


def words_of(pdf: bytes) -> str:
    """The text with one plain space where a line or a cell ended."""
    return re.sub(" +", " ", whole_text(pdf))


def said_in(outline: Outline) -> Iterator[str]:
    """Every piece of text of an outline, in its order."""
    yield outline.title
    for block in outline.blocks:
        if isinstance(block, Heading | Sentence):
            yield block.words
        elif isinstance(block, Items):
            yield from block.items
        else:
            yield from block.head
            for row in block.rows:
                yield from row


@pytest.mark.parametrize("which", FACTS)
def test_it_is_tagged_titled_and_says_its_language(which: str) -> None:
    reader = PdfReader(BytesIO(copy_of(which)))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "fr"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == outline_of(FACTS[which]()).title
    xmp = root["/Metadata"].get_object().get_data().decode("utf-8")
    assert "pdfuaid:part>1<" in xmp


@pytest.mark.parametrize("which", FACTS)
def test_the_text_is_in_the_order_it_is_read(which: str) -> None:
    """Every piece of the outline is found after the one before it."""
    text = "".join(whole_text(copy_of(which)).split())
    place = 0
    for words in said_in(outline_of(FACTS[which]())):
        for word in words.split():
            found = text.find(word, place)
            assert found >= 0, f"“{word}” of “{words}” is missing, or too early"
            place = found + len(word) if len(word) > 3 else max(place, found)


def tags(pdf: bytes) -> list[str]:
    """The structure, tag by tag, in its order."""
    reader = PdfReader(BytesIO(pdf))
    root: Any = reader.trailer["/Root"]
    found: list[str] = []

    def walk(node: Any) -> None:
        if isinstance(node, IndirectObject):
            node = node.get_object()
        if isinstance(node, ArrayObject):
            for child in node:
                walk(child)
        elif isinstance(node, DictionaryObject):
            if "/S" in node:
                found.append(str(node["/S"]))
            if "/K" in node:
                walk(node["/K"])

    walk(root["/StructTreeRoot"]["/K"])
    return found


def test_titles_tables_and_lists_are_what_they_are() -> None:
    week = tags(copy_of("week"))
    assert week.count("/H1") == 1
    assert week.count("/H2") == 7
    assert week.count("/Table") == 5
    assert week.count("/TH") == 5 * 5
    assert week.count("/TR") == 27 + 5
    dates = tags(copy_of("season"))
    assert dates.count("/LI") == 45


def test_the_copy_tells_what_the_drawn_sheet_tells() -> None:
    for audience in ("team", "public"):
        facts = week_facts(audience=audience)
        copy, drawn = words_of(copy_made(facts)), words_of(week_plan.render(facts, FONTS).pdf)
        for row in BOOKINGS_48:
            title = typeset(row.title)
            hidden = row.discreet and audience == "public"
            assert (title in copy) == (title in drawn) == (not hidden)
        assert "27 réservations" in copy


def test_french_spaces_and_letters_survive() -> None:
    text = words_of(copy_of("public week"))
    assert "14\u00a0h\u00a030 – 17\u00a0h\u00a030" in text
    assert "sans abri\u202f?" in text
    assert "«\u00a0Voix d’en bas\u00a0»" in text


def test_a_public_copy_leaks_nothing() -> None:
    rows = tuple(
        row._replace(
            contact_name="Yolande Contact-Secret",
            responsible_name="Zénobie",
            contact_phone="+33639980077",
            note="regarde",
            heads=4321,
            title="à taire" if row.discreet else row.title,
            organisation_name="à taire" if row.discreet else row.organisation_name,
        )
        for row in BOOKINGS_48
    )
    for facts in (
        week_facts(bookings=rows, audience="public"),
        day_facts(bookings=rows, audience="public"),
        agenda("BP1", rows=rows, audience="public"),
    ):
        text = whole_text(accessible.render(outline_of(facts), FONTS).pdf)
        for word in ("Secret", "Zénobie", "98", "regarde", "4321", "à taire", "discret"):
            assert word not in text
        assert "Permanence associative" in text


def test_only_the_bundled_face_is_used() -> None:
    for page in PdfReader(BytesIO(copy_of("week"))).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            assert "InterTabular" in font.get_object()["/BaseFont"]


def test_words_are_text_whatever_they_look_like() -> None:
    hostile = "#strong[x] *a* _b_ $c$ <d> \\ `e` @f // g"
    outline = Outline(hostile, "fr", hostile, (Heading(hostile), Grid((hostile,), ((hostile,),))))
    text = whole_text(accessible.render(outline, FONTS).pdf)
    assert text.count("#strong[x] *a* _b_ $c$ <d> \\ `e` @f // g") == 4


def test_a_name_in_letters_the_face_lacks_is_a_row_of_boxes_on_both() -> None:
    first, *others = BOOKINGS_48
    facts = week_facts(bookings=(first._replace(organisation_name="الأمل 🎉"), *others))
    for pdf in (copy_made(facts), week_plan.render(facts, FONTS).pdf):
        assert "□□□□□ □" in whole_text(pdf)


def test_the_number_of_pages_is_told() -> None:
    for which in ("week", "door"):
        document = accessible.render(outline_of(FACTS[which]()), FONTS)
        assert document.pages == len(PdfReader(BytesIO(document.pdf)).pages)


def test_the_same_facts_give_the_same_bytes_in_any_process() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", _IN_ANOTHER_PROCESS],
        env={
            **os.environ,
            "PYTHONHASHSEED": "3",
            "TZ": "Asia/Tokyo",
            "PYTHONPATH": os.pathsep.join(sys.path),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.strip() == hashlib.sha256(copy_of("week")).hexdigest()


def test_an_english_copy_says_it_is_english() -> None:
    use_language("en")
    try:
        facts = week_facts(edition=replace(EDITION, language="en"))
        pdf = accessible.render(outline_of(facts), FONTS).pdf
    finally:
        use_language("fr")
    root: Any = PdfReader(BytesIO(pdf)).trailer["/Root"]
    assert root["/Lang"] == "en"


def test_what_is_only_numbers_or_boxes_has_no_copy() -> None:
    with pytest.raises(TypeError):
        outline_of(evacuated())
