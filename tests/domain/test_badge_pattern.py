"""The pattern of a badge: the very one of the standard, and read by a real reader."""

from __future__ import annotations

from random import Random

import pytest
import segno
import zxingcpp
from PIL import Image

from desktop_app.domain.badge_pattern import QUIET, SIZE, pattern_of
from desktop_app.domain.badges import new_code

CODES = [new_code(Random(seed)) for seed in range(40)]


def picture_of(code: str, scale: int = 4) -> Image.Image:
    side = SIZE + 2 * QUIET
    made = Image.new("L", (side, side), 255)
    for row, bits in enumerate(pattern_of(code)):
        for column in range(SIZE):
            if bits >> (SIZE - 1 - column) & 1:
                made.putpixel((column + QUIET, row + QUIET), 0)
    return made.resize((side * scale, side * scale), Image.Resampling.NEAREST)


@pytest.mark.parametrize("code", CODES[:12])
def test_it_is_one_of_the_eight_the_standard_allows(code: str) -> None:
    allowed = set()
    for mask in range(8):
        made = segno.make(code, version=1, error="q", mask=mask, boost_error=False)
        allowed.add(tuple(int("".join(map(str, row)), 2) for row in made.matrix))
    assert pattern_of(code) in allowed


@pytest.mark.parametrize("code", CODES)
def test_a_reader_reads_it(code: str) -> None:
    (found,) = zxingcpp.read_barcodes(picture_of(code))
    assert found.text == code


def test_a_damaged_corner_is_read_all_the_same() -> None:
    picture = picture_of(CODES[0])
    picture.paste(255, (72, 72, 88, 88))
    (found,) = zxingcpp.read_barcodes(picture)
    assert found.text == CODES[0]


def test_dark_and_light_are_near_even() -> None:
    for code in CODES:
        dark = sum(bits.bit_count() for bits in pattern_of(code))
        assert abs(dark / SIZE**2 - 0.5) < 0.1
