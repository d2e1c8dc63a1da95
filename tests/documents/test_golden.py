"""Every sheet stands as it was looked at: each word in its place, the picture alike."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops

from tests.documents.golden import (
    FOLDER,
    SHEETS,
    file_of,
    picture_of,
    read_text,
    words_of,
)

NEAR = 0.75
"""Points a word may stand elsewhere: less than the eye sees."""

DARK, MOST_CHANGED = 48, 0.004
"""A pixel this much darker or lighter has changed; this share of a page may."""


@pytest.mark.parametrize("name", SHEETS)
def test_every_word_is_in_its_place(name: str) -> None:
    expected = read_text(file_of(name, ".txt").read_text("utf-8"))
    found = words_of(SHEETS[name]())
    assert [word.text for word in found] == [word.text for word in expected]
    for here, there in zip(found, expected, strict=True):
        assert here.page == there.page, here
        assert abs(here.left - there.left) < NEAR, (here, there)
        assert abs(here.bottom - there.bottom) < NEAR, (here, there)
        assert abs(here.size - there.size) < 0.06, (here, there)


@pytest.mark.parametrize("name", SHEETS)
def test_the_picture_is_alike(name: str) -> None:
    expected = Image.open(file_of(name, ".png")).convert("L")
    found = picture_of(SHEETS[name]())
    assert found.size == expected.size
    changed = ImageChops.difference(found, expected).point(lambda grey: 255 * (grey > DARK))
    share = changed.histogram()[255] / (found.width * found.height)
    assert share < MOST_CHANGED, f"{share:.2%} of {name} looks otherwise"


def test_no_golden_file_is_left_of_a_sheet_that_is_gone() -> None:
    expected = {file_of(name, suffix).name for name in SHEETS for suffix in (".txt", ".png")}
    assert {path.name for path in FOLDER.iterdir()} == expected


def test_a_block_out_of_place_would_be_seen() -> None:
    """The tolerance is not so wide that it forgives what an eye would not."""
    picture = picture_of(SHEETS["week on A3"]())
    moved = picture.copy()
    block = picture.crop((120, 110, 260, 150))
    moved.paste(255, (120, 110, 260, 150))
    moved.paste(block, (120, 190))
    changed = ImageChops.difference(picture, moved).point(lambda grey: 255 * (grey > DARK))
    share = changed.histogram()[255] / (picture.width * picture.height)
    assert share > 0.0005
