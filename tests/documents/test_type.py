"""Measuring and fitting text: wrap, then an ellipsis, never a lost no-break space."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.type import fit, load_faces, typeset
from tests.documents.recording import FONTS
from tests.documents.venue_facts import LONG_NAME

FACES = load_faces(FONTS)
REGULAR = FACES.regular


def test_all_digits_have_one_width_so_hours_stand_under_hours() -> None:
    for face in FACES:
        assert len({round(face.measure(digit, 10), 6) for digit in "0123456789"}) == 1


def test_the_face_has_every_letter_french_and_our_names_need() -> None:
    needed = "àâäçéèêëîïôöùûüÿœŒæÆÉÀÇ«»’…–—€№ᵉ✓→× ÓóŁłØøđßễ\u00a0\u202f"
    for face in FACES:
        assert [letter for letter in needed if not face.knows(letter)] == []


def test_what_the_face_cannot_print_is_seen_to_be_missing() -> None:
    for face in FACES:
        assert face.shown("الأمل 🎉\ufe0f") == "□□□□□ □"
        assert face.shown("E\u0301lan, Żółć, Кириллица") == "Élan, Żółć, Кириллица"
        assert face.measure("中文", 9) == pytest.approx(2 * face.measure("□", 9))


def test_a_text_that_fits_stays_on_its_line() -> None:
    assert fit("Réunion", REGULAR, 9, 200).lines == ("Réunion",)


def test_a_long_name_wraps_between_words_and_loses_nothing() -> None:
    fitted = fit(LONG_NAME, REGULAR, 9, 120)
    assert fitted.whole
    assert " ".join(fitted.lines) == LONG_NAME
    assert all(REGULAR.measure(line, 9) <= 120 for line in fitted.lines)


def test_what_does_not_fit_ends_with_an_ellipsis() -> None:
    fitted = fit(LONG_NAME, REGULAR, 9, 120, 2)
    assert not fitted.whole
    assert len(fitted.lines) == 2
    assert fitted.lines[-1].endswith("…")


def test_no_line_breaks_at_a_no_break_space_nor_after_an_apostrophe() -> None:
    for width in range(30, 200, 3):
        lines = fit(
            "Lutte contre l’exclusion\u202f: 14\u00a0h\u00a0–\u00a017\u00a0h", REGULAR, 9, width
        ).lines
        if max(map(len, lines)) > 14:
            assert not any(line.endswith(("’", "14", "17")) for line in lines)
            assert not any(line.startswith(("h", ":")) for line in lines)


def test_a_word_wider_than_its_line_is_cut() -> None:
    fitted = fit("Anticonstitutionnellement", REGULAR, 9, 40)
    assert "".join(fitted.lines) == "Anticonstitutionnellement"
    assert len(fitted.lines) > 1


@given(
    st.text(alphabet="abcdéœ ’-–/«»?;:14h\u00a0\u202f", max_size=90),
    st.floats(4, 300),
    st.integers(1, 5),
)
def test_a_fitted_line_is_never_wider_than_asked(text: str, width: float, most: int) -> None:
    fitted = fit(text, REGULAR, 9, width, most)
    assert len(fitted.lines) <= most
    for line in fitted.lines:
        assert REGULAR.measure(line, 9) <= width + 0.01 or len(line.strip()) <= 1


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Où aller ?", "Où aller\u202f?"),
        ("Aller vers : entrer", "Aller vers\u00a0: entrer"),
        ("Chorale « Voix d’en bas »", "Chorale «\u00a0Voix d’en bas\u00a0»"),
        ("un   deux\ntrois", "un deux trois"),
        ("à 14:30, voir http://example.org", "à 14:30, voir http://example.org"),
        ("déjà\u202f!", "déjà\u202f!"),
    ],
)
def test_typed_spaces_become_french_ones(typed: str, printed: str) -> None:
    assert typeset(typed) == printed
