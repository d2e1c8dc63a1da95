"""*Planning de la semaine*: what hangs on the panel says exactly what the venue's books say."""

from __future__ import annotations

import re
from datetime import date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from desktop_app.documents import week_plan
from desktop_app.documents.facts import WeekFacts
from desktop_app.domain.civil_time import Week
from desktop_app.domain.rooms import RoomUnavailability
from tests.documents.reading_pdf import letters, texts, whole_text
from tests.documents.recording import FONTS, RecordingSheet
from tests.documents.venue_facts import (
    BOOKINGS_48,
    DROPPED_53,
    LONG_NAME,
    ROOMS,
    WEEK_53,
    a_booking,
    week_facts,
)

A3, A4 = (1190.55, 841.89), (841.89, 595.28)


def printed(facts: WeekFacts) -> bytes:
    return week_plan.render(facts, FONTS).pdf


def drawn(facts: WeekFacts) -> RecordingSheet:
    sheet = RecordingSheet(*(A3 if facts.paper == "A3" else A4))
    week_plan.draw(sheet, facts)
    return sheet


def test_week_48_on_a3_is_one_landscape_page() -> None:
    document = week_plan.render(week_facts(), FONTS)
    box = PdfReader(BytesIO(document.pdf)).pages[0].mediabox
    assert document.pages == 1
    assert (round(float(box.width)), round(float(box.height))) == (1191, 842)


def test_the_head_names_the_week_with_real_no_break_spaces() -> None:
    text = whole_text(printed(week_facts()))
    assert "Semaine\u00a048 – du lundi 23 au dimanche 29\u00a0novembre 2026" in text
    assert "9\u00a0h\u00a030 – 21\u00a0h\u00a030" in text
    assert "sans abri\u202f?" in text


def test_every_room_and_every_booking_of_the_week_is_there_once() -> None:
    text = whole_text(printed(week_facts()))
    heads = [words.words for words in drawn(week_facts()).written if words.left < 60]
    assert [room.name for room in ROOMS if not room.is_composite] == [
        name for name in heads if name in {room.name for room in ROOMS}
    ]
    # Titles as they are printed, without the spaces that typography changes.
    bare = re.sub(r"\s", "", text)
    for row in BOOKINGS_48:
        assert bare.count(re.sub(r"\s", "", row.title)) == 1, row.title
    assert "27\u00a0réservations" in text or "27 réservations" in text


@pytest.mark.parametrize("paper", ["A3", "A4"])
def test_there_are_as_many_frames_as_bookings(paper: str) -> None:
    assert len(drawn(week_facts(paper=paper)).blocks()) == len(BOOKINGS_48)


def test_a_booking_of_both_halves_lies_across_their_rows_and_is_counted_once() -> None:
    sheet = drawn(week_facts())
    where = {words.words: words for words in sheet.written}
    title = where["Montage d’exposition"]
    (frame,) = (
        area
        for _page, area in sheet.blocks()
        if area.left <= title.left <= area.right and area.top <= title.top <= area.bottom
    )
    assert frame.top < where["Agora A"].bottom
    assert where["Agora B"].bottom < frame.bottom < where["Atelier"].top


def test_a_booking_stands_in_the_row_of_its_room_and_the_column_of_its_day() -> None:
    sheet = drawn(week_facts())
    where = {words.words: words for words in sheet.written}
    title = where["P01 Accès aux droits"]
    assert where["Bureau 1"].top - 5 < title.top < where["Bureau 2"].top
    assert where["Mardi 24\u00a0novembre"].left - 5 < title.left
    assert title.right < where["Mercredi 25\u00a0novembre"].left


def test_each_days_hours_are_said_and_a_closed_day_is_a_band() -> None:
    text = whole_text(printed(week_facts()))
    assert text.count("9\u00a0h\u00a030 – 18\u00a0h") == 2
    assert "14\u00a0h – 18\u00a0h" in text
    assert "Fermé" in text


def test_a4_takes_two_pages_with_the_column_of_rooms_on_both() -> None:
    document = week_plan.render(week_facts(paper="A4"), FONTS)
    first, second = texts(document.pdf)
    assert document.pages == 2
    assert "page 1/2" in first
    assert "page 2/2" in second
    for room in ROOMS:
        if room.code != "AGO":
            assert room.name in first
            assert room.name in second
    assert "Lundi 23" in first
    assert "Lundi 23" not in second
    assert "Jeudi 26" in second


def test_the_rows_of_both_a4_pages_are_level_so_that_they_can_be_pinned_side_by_side() -> None:
    sheet = drawn(week_facts(paper="A4"))
    tops: dict[int, list[float]] = {1: [], 2: []}
    names = {room.name for room in ROOMS}
    for words in sheet.written:
        if words.words in names and words.left < 60:
            tops[words.page].append(round(words.top, 2))
    assert tops[1] == tops[2]
    assert len(tops[1]) == 11


def test_an_empty_week_takes_one_a4_page_and_says_so() -> None:
    document = week_plan.render(week_facts(bookings=(), paper="A4"), FONTS)
    assert document.pages == 1
    assert "Aucune réservation" in whole_text(document.pdf)


def test_week_53_is_a_closed_band_with_new_years_day_and_loses_nothing_silently() -> None:
    text = whole_text(printed(week_facts(WEEK_53, DROPPED_53)))
    head = "Semaine\u00a053 – du lundi 28\u00a0décembre 2026 au dimanche 3\u00a0janvier 2027"
    assert head in text
    assert "Jour de l’An" in text
    assert text.count("fermeture annuelle d’hiver") == 2  # before and after New Year's Day
    assert "Dates supprimées (fermeture)" in text
    for row in DROPPED_53:
        assert row.title in text
    assert "mar.\u00a029/12" in text
    assert "Répétition chorale" in text


@pytest.mark.parametrize("paper", ["A3", "A4"])
def test_a_126_letter_name_is_told_whole_or_ends_with_an_ellipsis(paper: str) -> None:
    rows = tuple(
        row._replace(organisation_name=LONG_NAME) if row.title == "Coordination de secteur" else row
        for row in BOOKINGS_48
    )
    text = whole_text(printed(week_facts(bookings=rows, paper=paper)))
    assert "Coordination de secteur" in text
    assert LONG_NAME in text or re.search(r"Association pour[^…]*…|Coordination[^…]*…", text)


def test_fourteen_bookings_in_one_room_and_day_stay_on_one_a3_page() -> None:
    friday = date(2026, 11, 27)
    many = tuple(
        a_booking(
            100 + number,
            friday,
            f"{8 + number // 2:02d}:{number % 2 * 30:02d}-"
            f"{8 + (number + 1) // 2:02d}:{(number + 1) % 2 * 30:02d}",
            "BP3",
            title=f"Entretien {number + 1}",
        )
        for number in range(14)
    )
    document = week_plan.render(week_facts(bookings=(*BOOKINGS_48, *many)), FONTS)
    text = whole_text(document.pdf)
    assert document.pages == 1
    for number in range(14):
        assert len(re.findall(rf"Entretien {number + 1}(?!\d)", text)) == 1
    # The crowded room does not cut the others' words.
    assert "Mémoire & droits des aînés" in text


def test_twelve_bookings_in_one_room_and_day_still_take_two_a4_pages() -> None:
    friday = date(2026, 11, 27)
    many = tuple(
        a_booking(number, friday, f"{8 + number:02d}:00-{9 + number:02d}:00", "PAS")
        for number in range(12)
    )
    assert week_plan.render(week_facts(bookings=many, paper="A4"), FONTS).pages == 2


def test_a_crowd_that_no_page_can_hold_goes_on_over_several_and_loses_nobody() -> None:
    rooms = [room for room in ROOMS if not room.is_composite]
    everywhere = tuple(
        a_booking(
            1000 + index,
            day,
            f"{8 + slot // 4:02d}:{slot % 4 * 15:02d}-"
            f"{8 + (slot + 1) // 4:02d}:{(slot + 1) % 4 * 15:02d}",
            room.code,
        )
        for index, (day, room, slot) in enumerate(
            (day, room, slot)
            for day in Week(2026, 48).days[:5]
            for room in rooms
            for slot in range(50)
        )
    )
    sheet = drawn(week_facts(bookings=everywhere))
    assert len(sheet.blocks()) == len(everywhere)
    assert sheet.page > 5


def test_an_option_is_dashed_and_says_until_when() -> None:
    row = a_booking(
        1,
        date(2026, 11, 26),
        "18:30-20:30",
        "AGB",
        status="option",
        title="Élan du Canal",
        option_expires_on=date(2026, 11, 24),
    )
    sheet = drawn(week_facts(bookings=(row,)))
    dashed = [how for _page, _area, how in sheet.boxes if how.get("dash")]
    assert len(dashed) == 2  # the booking, and its explanation in the legend
    text = whole_text(printed(week_facts(bookings=(row,))))
    assert "option jusqu’au mar.\u00a024/11" in text


def test_a_night_booking_belongs_to_its_evening() -> None:
    night = a_booking(1, date(2026, 11, 24), "22:00-01:00", "CAFE", title="Nuit de la Solidarité")
    text = whole_text(printed(week_facts(bookings=(night,))))
    assert text.count("Nuit de la Solidarité") == 1
    assert "22\u00a0h – 1\u00a0h (lendemain)" in text


@pytest.mark.parametrize("status", ["cancelled", "revoked", "no_show"])
def test_what_no_longer_holds_a_room_is_not_on_the_plan(status: str) -> None:
    row = a_booking(1, date(2026, 11, 24), "10:00-11:00", "CAFE", status=status, title="Partie")
    assert "Partie" not in whole_text(printed(week_facts(bookings=(row,))))


def test_a_closed_day_with_a_booking_keeps_its_column() -> None:
    sunday = a_booking(1, date(2026, 11, 29), "10:00-11:00", "CAFE", title="Exception du dimanche")
    text = whole_text(printed(week_facts(bookings=(sunday,))))
    assert "Exception du dimanche" in text
    assert "Dimanche 29\u00a0novembre" in text


def test_a_room_out_of_use_is_shown_and_not_counted() -> None:
    out = RoomUnavailability(
        1, 3, datetime(2026, 11, 26, 9), datetime(2026, 11, 26, 13), "vidéoprojecteur"
    )
    text = whole_text(printed(week_facts(unavailabilities=(out,))))
    assert "Indisponible" in text
    assert "vidéoprojecteur" in text
    assert "27 réservations" in text
    public = whole_text(printed(week_facts(unavailabilities=(out,), audience="public")))
    assert "Indisponible" in public
    assert "vidéoprojecteur" not in public


def test_a_long_list_of_dropped_dates_goes_on_over_pages_of_its_own() -> None:
    dropped = tuple(
        a_booking(
            number,
            date(2026, 12, 28),
            "10:00-11:00",
            "CAFE",
            status="dropped_closure",
            title=f"Date {number:03d}",
        )
        for number in range(400)
    )
    document = week_plan.render(week_facts(WEEK_53, dropped), FONTS)
    text = whole_text(document.pdf)
    assert all(f"Date {number:03d}" in text for number in range(400))
    assert f"page {document.pages}/{document.pages}" in text


def test_the_edition_is_dated_to_the_minute() -> None:
    text = whole_text(printed(week_facts()))
    assert "Édité le vendredi 20\u00a0novembre 2026 à 17\u00a0h\u00a002" in text


def test_nothing_is_smaller_than_nine_points() -> None:
    for facts in (week_facts(), week_facts(paper="A4"), week_facts(WEEK_53, DROPPED_53)):
        assert min(letter.size for letter in letters(printed(facts))) >= 9
