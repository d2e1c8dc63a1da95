"""Badge codes: letters that cross keyboards, check letters that notice, a QR that holds them."""

from __future__ import annotations

import random
from collections import Counter
from itertools import combinations

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.badges import (
    ALPHABET,
    LENGTH,
    UNFORTUNATE,
    Verdict,
    classify,
    group,
    is_valid,
    new_code,
    read_code,
)

codes = st.integers(0, 2**32).map(lambda seed: new_code(random.Random(seed)))
places = st.integers(0, LENGTH - 1)
letters = st.sampled_from(ALPHABET)


def test_the_alphabet_is_seventeen_letters_without_look_alikes_or_moving_keys():
    assert len(set(ALPHABET)) == len(ALPHABET) == 17
    assert not set(ALPHABET) & set("AILMOQWYZ0123456789")


@given(codes)
def test_a_new_code_is_valid_and_spells_nothing_unfortunate(code):
    assert is_valid(code)
    assert not [word for word in UNFORTUNATE if word in code]


@given(codes, places, letters)
def test_any_single_wrong_letter_is_noticed(code, place, letter):
    wrong = code[:place] + letter + code[place + 1 :]
    assert is_valid(wrong) is (wrong == code)


@given(codes)
def test_any_swap_of_two_letters_is_noticed(code):
    for one, other in combinations(range(LENGTH), 2):
        swapped = list(code)
        swapped[one], swapped[other] = swapped[other], swapped[one]
        assert is_valid("".join(swapped)) is (code[one] == code[other])


@pytest.mark.parametrize("letter", ALPHABET)
def test_a_stuck_key_is_not_a_badge(letter):
    assert not is_valid(letter * LENGTH)


@pytest.mark.parametrize("text", ["", "BCDE", "A" * 16, "bcdefghjknprstuv", "BCDEFGHJKNPRSTUVX"])
def test_other_texts_are_not_codes(text):
    assert not is_valid(text)


def test_a_code_fits_the_smallest_qr_at_level_q():
    qr = segno.make(
        new_code(random.Random(1)), version=1, error="q", boost_error=False, micro=False
    )
    assert (qr.version, qr.error, qr.symbol_size(border=0)) == (1, "Q", (21, 21))


def test_codes_do_not_repeat_and_use_every_letter():
    dice = random.Random(7)
    drawn = [new_code(dice) for _ in range(5_000)]
    assert len(set(drawn)) == 5_000
    assert set(Counter("".join(drawn))) == set(ALPHABET)


@given(codes)
def test_a_printed_code_is_read_back_however_it_is_typed(code):
    printed = group(code)
    assert [len(part) for part in printed.split("-")] == [4, 4, 4, 4]
    for typed in (
        printed,
        printed.lower(),
        printed.replace("-", " "),
        f" {code}\r\n",
        f"]Q1{code}",
        f"]Q2\\000026{code}",
        code.swapcase(),
    ):
        assert read_code(typed) == code


@given(codes, places, letters)
def test_a_mistyped_code_is_incomplete_not_foreign(code, place, letter):
    wrong = code[:place] + letter + code[place + 1 :]
    expected = Verdict.GOOD if wrong == code else Verdict.INCOMPLETE
    assert classify(wrong).verdict is expected


def test_half_a_code_is_incomplete():
    assert classify(new_code(random.Random(2))[:8]).verdict is Verdict.INCOMPLETE


@pytest.mark.parametrize(
    "text", ["https://example.org/x", "3274080005003", "", "BCD", "recherchons"]
)
def test_other_peoples_codes_are_foreign(text):
    assert classify(text) == (Verdict.FOREIGN, None, text)
