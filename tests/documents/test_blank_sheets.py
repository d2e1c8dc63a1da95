"""Sheets to fill in by hand: they ask for what must be written, and leave room to write it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from desktop_app.documents import blank_attendance, blank_day, tally_sheet
from desktop_app.documents.blank_sheets import ROW_TO_WRITE_IN, BlankFacts, half_hours
from desktop_app.documents.facts import DayHours
from tests.documents.reading_pdf import texts, whole_text
from tests.documents.recording import FONTS, RecordingSheet
from tests.documents.venue_facts import CALENDAR, EDITION, ROOMS

FACTS = BlankFacts(ROOMS, EDITION, 570, 1290)
ON_A_DAY = BlankFacts(ROOMS, EDITION, 570, 1290, opening=DayHours.of(date(2026, 12, 1), CALENDAR))


def test_half_hours_reach_from_the_earliest_opening_to_the_latest_closing() -> None:
    slots = half_hours(FACTS)
    assert (slots[0][0].hour, slots[0][0].minute) == (9, 30)
    assert (slots[-1][1].hour, slots[-1][1].minute) == (21, 30)
    assert len(slots) == 24


def test_the_grid_has_every_room_once_and_the_whole_hours() -> None:
    text = whole_text(blank_day.render(FACTS, FONTS).pdf)
    for room in ROOMS:
        assert text.count(room.name) == (0 if room.is_composite else 1)
    assert "10\u00a0h" in text
    assert "21\u00a0h" in text


def test_many_rooms_take_a_second_page_with_room_to_write() -> None:
    facts = BlankFacts(tuple(room for room in ROOMS if not room.is_composite) * 2, EDITION)
    assert len(texts(blank_day.render(facts, FONTS).pdf)) >= 1
    sheet = RecordingSheet(841.89, 595.28)
    blank_day.draw(sheet, facts)
    assert len({words.page for words in sheet.written}) >= 1


def test_an_attendance_sheet_asks_what_a_valid_one_carries() -> None:
    text = whole_text(blank_attendance.render(FACTS, FONTS).pdf)
    for words in (
        "Formation",
        "Date",
        "Lieu, salle",
        "Matin, de – à",
        "Après-midi, de – à",
        "Nom de famille",
        "Prénom",
        "Signature, matin",
        "Signature, après-midi",
        "Formatrice, formateur",
    ):
        assert words in text
    assert "20" in text


def test_lines_are_high_enough_for_a_hand() -> None:
    sheet = RecordingSheet(595.28, 841.89)
    blank_attendance.draw(sheet, FACTS)
    numbers = sorted(one.bottom for one in sheet.written if one.words.isdigit())
    steps = [after - before for before, after in pairwise(numbers)]
    assert min(steps) >= ROW_TO_WRITE_IN - 0.01


def test_the_tally_has_each_half_hour_and_each_kind_of_visit() -> None:
    text = whole_text(tally_sheet.render(FACTS, FONTS).pdf)
    for words in ("Café", "Lecture", "Renseignement", "Collecte", "Total"):
        assert words in text
    assert "9\u00a0h\u00a030 – 10\u00a0h" in text
    assert "21\u00a0h – 21\u00a0h\u00a030" in text


def test_a_known_day_is_written_already() -> None:
    for module in (blank_day, blank_attendance, tally_sheet):
        text = whole_text(module.render(ON_A_DAY, FONTS).pdf)
        assert "Mardi 1er\u00a0décembre 2026" in text
        assert "Mardi" not in whole_text(module.render(FACTS, FONTS).pdf)
