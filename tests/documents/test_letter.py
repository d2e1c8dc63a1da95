"""Letters from the venue's template: whole, addressed, with room to sign."""

from __future__ import annotations

from desktop_app.documents import letter
from desktop_app.documents.letter import LetterFacts
from desktop_app.domain.letter_template import ITEM, SIGNATURES, TEXT, TITLE, Paragraph
from tests.documents.every_sheet import confirmation
from tests.documents.reading_pdf import texts, whole_text
from tests.documents.recording import FONTS, RecordingSheet, collisions, strays
from tests.documents.venue_facts import EDITION, LONG_NAME


def text_of(facts: LetterFacts) -> str:
    return whole_text(letter.render(facts, FONTS).pdf)


def test_a_confirmation_tells_what_was_booked() -> None:
    text = text_of(confirmation())
    for words in (
        "Confirmation de réservation",
        "Élan du Canal",
        "mardi 1er\u00a0décembre 2026",
        "18\u00a0h\u00a030 – 20\u00a0h\u00a030",
        "Agora B, RdC",
        "20\u00a0novembre 2026",
    ):
        assert words in text
    assert "Disposition" not in text  # nothing was asked
    assert "{" not in text


def test_plain_spaces_of_the_template_become_french_ones() -> None:
    assert "Objet\u00a0: Réunion d’équipe" in text_of(confirmation())


def test_an_agreement_is_signed_by_both() -> None:
    text = text_of(confirmation("agreement", insurance_until="31\u00a0décembre 2026"))
    assert "Pour La Fabrique de la Solidarité" in text
    assert "Pour Élan du Canal" in text
    assert text.count("Date, nom et signature") == 2
    assert "précaire et révocable\u202f; le lieu" in text


def test_the_longest_party_has_its_name_in_the_text() -> None:
    assert LONG_NAME in text_of(confirmation("agreement", organisation=LONG_NAME))


def test_a_long_letter_goes_on_cleanly_over_pages() -> None:
    long = (
        Paragraph(TITLE, "Règlement"),
        *(Paragraph(TEXT, f"Article {number}. " + "La salle est rendue propre. " * 22)
          for number in range(12)),
        Paragraph(TITLE, "Fin"),
        *(Paragraph(ITEM, f"point {number}") for number in range(20)),
        Paragraph(SIGNATURES, ""),
    )  # fmt: skip
    facts = LetterFacts("Règlement", long, EDITION, "Élan du Canal")
    pages = texts(letter.render(facts, FONTS).pdf)
    assert len(pages) >= 2
    sheet = RecordingSheet(595.28, 841.89)
    letter.draw(sheet, facts)
    assert collisions(sheet) == []
    assert strays(sheet, 60) == []
    whole = whole_text(letter.render(facts, FONTS).pdf)
    assert whole.count("rendue") == 12 * 22
    assert "point 19" in whole
