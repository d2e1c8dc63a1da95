"""Badges on paper: read by a reader, whole, in their place, nothing personal in the code."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
import zxingcpp

from desktop_app.documents import badge_cards
from desktop_app.documents.badge_cards import BadgeFacts, Card, Stopped
from desktop_app.domain.badge_sheet import CARDS, SHEETS
from desktop_app.domain.badges import group, new_code
from desktop_app.settings import RESOURCES
from tests.documents.reading_pdf import grey_picture, texts
from tests.documents.recording import RecordingSheet, collisions
from tests.documents.session_facts import LONG_NAME

FONTS = RESOURCES / "fonts"
VENUE = "La Fabrique de la Solidarité"
NAMES = (("Maïwenn", "Aubefroide"), LONG_NAME[::-1], ("Øyvind", ""), ("", "BONVENT"))


def some(badges: int = 7, **more) -> BadgeFacts:
    chance = Random(3)
    cards = tuple(
        Card(new_code(chance), *NAMES[number % 4], "Le B.A.-BA de la lutte contre l’exclusion")
        for number in range(badges)
    )
    return BadgeFacts(cards, VENUE, **more)


def drawn(facts: BadgeFacts) -> RecordingSheet:
    sheet = RecordingSheet(
        facts.sheet.paper_width * 72 / 25.4, facts.sheet.paper_height * 72 / 25.4
    )
    badge_cards.draw(sheet, facts)
    return sheet


@pytest.mark.parametrize("name", SHEETS)
def test_every_badge_of_every_sheet_is_read_from_the_print(name: str) -> None:
    facts = some(sheet=SHEETS[name])
    document = badge_cards.render(facts, FONTS)
    read = [
        found.text
        for page in range(document.pages)
        for found in zxingcpp.read_barcodes(grey_picture(document.pdf, page))
    ]
    assert sorted(read) == sorted(card.code for card in facts.cards)


@pytest.mark.parametrize("name", SHEETS)
def test_nothing_lies_on_another_nor_leaves_its_badge(name: str) -> None:
    paper = SHEETS[name]
    sheet = drawn(some(sheet=paper))
    assert collisions(sheet) == []
    assert min(one.size for one in sheet.written) >= 9
    places = [paper.place(number) for number in range(paper.per_sheet)]
    for words in sheet.written:
        assert any(
            place.left <= words.left * 25.4 / 72
            and words.right * 25.4 / 72 <= place.left + paper.width
            and place.top <= words.top * 25.4 / 72
            and words.bottom * 25.4 / 72 <= place.top + paper.height
            for place in places
        ), words


def test_the_letters_stand_in_groups_of_four() -> None:
    facts = some(1)
    words = " ".join(texts(badge_cards.render(facts, FONTS).pdf)[0].replace("\u00a0", " ").split())
    assert " ".join(group(facts.cards[0].code).split("-")) in words


def test_a_short_name_is_large_and_a_long_one_shrinks() -> None:
    sizes = {one.words: one.size for one in drawn(some(4)).written}
    assert sizes["Øyvind"] == 24
    assert 10 <= min(size for words, size in sizes.items() if "Œuvrard" in words) < 14


def test_backs_lie_behind_their_fronts() -> None:
    facts = some(3, backs=True)
    sheet = drawn(facts)
    head = facts.cards[0].code[:4]
    front, back = [one for one in sheet.written if one.words.startswith(head)]
    assert (front.page, back.page) == (1, 2)
    middle = (back.left + back.right) / 2 * 25.4 / 72
    place = CARDS.back_of(0)
    assert middle == pytest.approx(place.left + CARDS.width / 2, abs=0.5)


def test_the_same_badges_give_the_same_bytes() -> None:
    assert badge_cards.render(some(), FONTS) == badge_cards.render(some(), FONTS)


def test_progress_is_told_and_drawing_is_given_up_at_once() -> None:
    told: list[int] = []

    def tick(done: int, of: int) -> bool:
        assert of == 300
        told.append(done)
        return done < 20

    with pytest.raises(Stopped):
        badge_cards.render(some(300), FONTS, tick)
    assert told == list(range(1, 21))


def test_the_calibration_page_has_a_length_to_measure() -> None:
    document = badge_cards.render_calibration(CARDS, VENUE, "fr", FONTS)
    (words,) = texts(document.pdf)
    assert "50 mm" in words.replace("\u00a0", " ")
    assert "10" in words


def test_a_printer_that_is_off_is_put_right() -> None:
    moved = drawn(some(1, sheet=replace(CARDS, shift_x=2.0))).written[0].left
    assert moved - drawn(some(1)).written[0].left == pytest.approx(2 * 72 / 25.4)
