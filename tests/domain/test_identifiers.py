"""RNA, SIREN, telephone, e-mail: what people type, what is kept, what is refused on which field."""

from __future__ import annotations

import pytest

from desktop_app.domain.identifiers import (
    normalise_email,
    normalise_phone,
    normalise_rna,
    normalise_siren,
    show_phone,
    show_siren,
)
from desktop_app.domain.refusals import Refusal


def refused(normalise, text):
    with pytest.raises(Refusal) as caught:
        normalise(text)
    assert caught.value.field is not None
    return caught.value.code


@pytest.mark.parametrize(
    "text", ["W759000099", "w759 000 099", " w759000099 ", "W759\u00a0000 099"]
)
def test_an_rna_is_a_capital_w_and_nine_digits(text):
    assert normalise_rna(text) == "W759000099"


@pytest.mark.parametrize(
    "text", ["W75900009", "W7590000999", "759000099", "X759000099", "W75900009O"]
)
def test_other_rna_are_refused(text):
    assert refused(normalise_rna, text) == "rna_invalid"


@pytest.mark.parametrize(
    "text", ["000 001 008", "000001008", "000.001.008", "000\u202f001\u202f008"]
)
def test_a_siren_is_kept_as_nine_digits(text):
    assert normalise_siren(text) == "000001008"
    assert show_siren("000001008") == "000\u00a0001\u00a0008"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("000 001 009", "siren_checksum"),
        ("123456789", "siren_checksum"),
        ("00000100", "siren_invalid"),
        ("0000010080", "siren_invalid"),
        ("abc", "siren_invalid"),
    ],
)
def test_other_siren_are_refused(text, code):
    assert refused(normalise_siren, text) == code


@pytest.mark.parametrize("place", range(9))
def test_a_siren_with_any_digit_changed_is_refused(place):
    digits = list("000001008")
    digits[place] = str((int(digits[place]) + 1) % 10)
    assert refused(normalise_siren, "".join(digits)) == "siren_checksum"


@pytest.mark.parametrize(
    "text",
    [
        "06 39 98 12 34",
        "0639981234",
        "06.39.98.12.34",
        "06-39-98-12-34",
        "06\u00a039\u202f98 12 34",
        "+33 6 39 98 12 34",
        "+33639981234",
        "0033 6 39 98 12 34",
        "+33 (0)6 39 98 12 34",
        "+33(0)639981234",
        "+33 06 39 98 12 34",
        "0033 (0)6 39 98 12 34",
    ],
)
def test_one_french_number_many_spellings(text):
    assert normalise_phone(text) == "+33639981234"
    assert show_phone(normalise_phone(text)) == "06 39 98 12 34".replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("01 99 00 12 34", "+33199001234"),
        ("+32 2 123 45 67", "+3221234567"),
        ("+44 20 7946 0018", "+442079460018"),
        ("0044 20 7946 0018", "+442079460018"),
    ],
)
def test_fictional_and_foreign_numbers_are_kept(text, stored):
    assert normalise_phone(text) == stored


def test_a_foreign_number_is_shown_with_its_country():
    assert show_phone("+442079460018") == "+44 20 7946 0018".replace(" ", "\u00a0")


@pytest.mark.parametrize(
    "text",
    [
        "06 39 98 12",
        "06 39 98 12 345",
        "16 39 98 12",
        "jean",
        "06 39 98 12 3O",
        "+",
        "115",
        "+33",
    ],
)
def test_other_numbers_are_refused(text):
    assert refused(normalise_phone, text) == "phone_invalid"


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        (" Lou.Petitjour@Example.ORG ", "lou.petitjour@example.org"),
        ("jean+accueil@sous.domaine.example", "jean+accueil@sous.domaine.example"),
        ("o’brien@example.org", "o’brien@example.org"),
        ("zoë@exemple-français.example", "zoë@exemple-français.example"),
    ],
)
def test_an_address_is_kept_in_small_letters(text, stored):
    assert normalise_email(text) == stored


@pytest.mark.parametrize(
    "text",
    [
        "jean@",
        "@example.org",
        "jean",
        "jean@example",
        "jean @example.org",
        "jean@example..org",
        "a@b@example.org",
        ".jean@example.org",
        "jean.@example.org",
        "x" * 250 + "@example.org",
        "jean@example.org; lou@example.org",
    ],
)
def test_other_addresses_are_refused(text):
    assert refused(normalise_email, text) == "email_invalid"


@pytest.mark.parametrize(
    "normalise", [normalise_rna, normalise_siren, normalise_phone, normalise_email]
)
def test_nothing_typed_is_nothing_stored(normalise):
    assert normalise("") == normalise("  ") == ""
