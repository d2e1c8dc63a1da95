"""The text of a letter: its blanks are known before it is printed; empty ones leave no trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.letter_template import (
    BLANKS,
    ITEM,
    LONGEST,
    SIGNATURES,
    TEXT,
    TITLE,
    Paragraph,
    fill,
    names_of_blanks,
    read_template,
)
from desktop_app.domain.refusals import Refusal
from desktop_app.settings import RESOURCES

TEMPLATES = sorted((RESOURCES / "templates").glob("*.txt"))


def refused(text: str) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read_template(text, field="template")
    return caught.value


def test_titles_items_paragraphs_and_signatures_are_told_apart() -> None:
    text = "# Titre\n\nUne ligne\nqui continue.\n\nAutre.\n- un\n– deux\n[signatures]"
    assert fill(read_template(text), {}) == (
        Paragraph(TITLE, "Titre"),
        Paragraph(TEXT, "Une ligne qui continue."),
        Paragraph(TEXT, "Autre."),
        Paragraph(ITEM, "un"),
        Paragraph(ITEM, "deux"),
        Paragraph(SIGNATURES, ""),
    )


def test_blanks_are_filled() -> None:
    letter = fill(
        read_template("La salle {salle}, le {date}."), {"room": "Agora B", "day": "mardi"}
    )
    assert letter == (Paragraph(TEXT, "La salle Agora B, le mardi."),)


@pytest.mark.parametrize(
    "written", ["{équipement}", "{Equipement}", "{ EQUIPEMENT }", "{equipment}"]
)
def test_a_blank_is_understood_as_people_write_it(written: str) -> None:
    assert read_template(written).codes == {"equipment"}


def test_a_blank_nobody_knows_is_refused_with_its_line_and_the_nearest() -> None:
    refusal = refused("Bonjour,\n\nla {sale} est prête")
    assert refusal.code == "blank_unknown"
    assert refusal.field == "template"
    assert refusal.values == {"name": "sale", "line": 3, "near": "salle"}


@pytest.mark.parametrize("text", ["une { seule", "fermée }", "{salle", "{salle}}"])
def test_a_brace_that_stands_alone_is_refused(text: str) -> None:
    assert refused(text).code == "brace_alone"


def test_an_empty_text_and_one_without_end_are_refused() -> None:
    assert refused(" \n ").code == "template_empty"
    assert refused("a" * (LONGEST + 1)).code == "text_too_long"


def test_a_line_whose_blanks_are_all_empty_is_left_out() -> None:
    template = read_template("- Disposition : {disposition}\n- Salle : {salle}, {etage}")
    assert fill(template, {"room": "Agora B"}) == (Paragraph(ITEM, "Salle : Agora B"),)


def test_empty_brackets_are_not_left_hanging() -> None:
    template = read_template("la salle {salle} ({etage}) pour vous")
    assert fill(template, {"room": "Agora B"})[0].words == "la salle Agora B pour vous"


def test_several_dates_make_an_item_each() -> None:
    template = read_template("- {dates}\n\nSoit : {dates}.")
    letter = fill(template, {"dates": ("mardi 1er", "mardi 8")})
    assert [one.words for one in letter] == ["mardi 1er", "mardi 8", "Soit : mardi 1er, mardi 8."]


def test_names_are_offered_in_the_readers_language() -> None:
    assert "{salle}" in names_of_blanks("fr")
    assert "{room}" in names_of_blanks("en")
    assert len(names_of_blanks("fr")) == len(BLANKS)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_the_templates_of_the_house_can_be_read(path: Path) -> None:
    template = read_template(path.read_text("utf-8"))
    assert template.codes >= {"venue", "organisation", "room", "hours", "title"}


def test_both_languages_ask_for_the_same_facts() -> None:
    for kind in ("confirmation", "agreement"):
        french, english = (
            read_template((RESOURCES / "templates" / f"{kind}.{language}.txt").read_text("utf-8"))
            for language in ("fr", "en")
        )
        assert french.codes == english.codes
