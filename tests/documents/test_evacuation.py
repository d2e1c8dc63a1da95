"""*Feuille d'évacuation*: numbers only, one page, every room with a box to tick."""

from __future__ import annotations

from desktop_app.documents import evacuation
from desktop_app.documents.evacuation import RoomCount, shown_rooms
from tests.documents.every_sheet import evacuated
from tests.documents.reading_pdf import texts, whole_text
from tests.documents.recording import FONTS, RecordingSheet
from tests.documents.venue_facts import ROOMS


def test_every_room_and_the_sums_are_there() -> None:
    text = whole_text(evacuation.render(evacuated(), FONTS).pdf)
    for room in ROOMS:
        assert room.name in text
    for words in ("89", "106", "maximum 190", "au café, dernières 1\u00a0h", "clés sorties"):
        assert words in text


def test_a_room_can_be_ticked_and_counted_by_hand() -> None:
    sheet = RecordingSheet(595.28, 841.89)
    evacuation.draw(sheet, evacuated())
    squares = [area for _page, area, _how in sheet.boxes if abs(area.width - area.height) < 0.1]
    assert len(squares) == len(ROOMS)
    assert "Point de rassemblement" in [one.words for one in sheet.written]


def test_it_is_one_page_however_many_rooms() -> None:
    for rooms in (0, 1, 12, 30, 60):
        assert len(texts(evacuation.render(evacuated(rooms), FONTS).pdf)) == 1


def test_rooms_that_find_no_line_are_summed_and_nobody_is_lost() -> None:
    facts = evacuated(60)
    shown = shown_rooms(facts, 20)
    assert len(shown) == 20
    assert sum(room.expected for room in shown) == sum(room.expected for room in facts.rooms)
    assert shown[-1].name == "41 autres salles"


def test_an_empty_house_says_zero() -> None:
    facts = evacuated(here=0, expected=0, cafe=0, keys_out=0)
    assert whole_text(evacuation.render(facts, FONTS).pdf).count("–") >= 1
    assert RoomCount("Agora A", "RdC", 0, 0).expected == 0
