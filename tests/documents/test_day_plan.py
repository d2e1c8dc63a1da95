"""*Planning du jour*: what the receptionist has in hand at ten past nine."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from desktop_app.documents import day_plan
from desktop_app.documents.facts import DayFacts
from desktop_app.domain.rooms import RoomUnavailability
from tests.documents.reading_pdf import letters, texts, whole_text
from tests.documents.recording import FONTS, RecordingSheet
from tests.documents.venue_facts import (
    BOOKINGS_48,
    DROPPED_53,
    LONG_NAME,
    ROOMS,
    a_booking,
    day_facts,
)

THURSDAY = date(2026, 11, 26)
A4 = (595.28, 841.89)


def printed(facts: DayFacts) -> bytes:
    return day_plan.render(facts, FONTS).pdf


def drawn(facts: DayFacts) -> RecordingSheet:
    sheet = RecordingSheet(*A4)
    day_plan.draw(sheet, facts)
    return sheet


def test_thursday_fits_on_one_a4_page() -> None:
    assert day_plan.render(day_facts(), FONTS).pages == 1


def test_the_head_says_the_day_the_hours_and_how_many_are_expected() -> None:
    text = whole_text(printed(day_facts()))
    assert "Jeudi 26\u00a0novembre 2026" in text
    assert "S48 · 9\u00a0h\u00a030 – 21\u00a0h\u00a030 · 7 réservations" in text
    assert "144 personnes attendues" in text


def test_bookings_come_in_time_order_each_once() -> None:
    text = whole_text(printed(day_facts()))
    titles = [row.title for row in BOOKINGS_48 if row.starts_at.date() == THURSDAY]
    shown = [title for title in titles if " :" not in title]
    places = [text.index(title) for title in shown]
    assert places == sorted(places)
    assert all(text.count(title) == 1 for title in shown)
    assert "Conseil d’administration" not in text  # Tuesday's


def test_the_day_is_cut_into_morning_afternoon_and_evening() -> None:
    text = whole_text(printed(day_facts()))
    assert text.index("Matin") < text.index("Après-midi") < text.index("Soir")


def test_a_row_says_where_with_which_key_whom_to_call_and_how_many() -> None:
    text = whole_text(printed(day_facts(keys={10: ("K09",)})))
    assert "RdC · clé K09" in text
    assert "Awa d’Hérouville-Test · 06\u00a039\u00a098\u00a012\u00a034" in text
    assert "45 p." in text


def test_a_composite_names_the_keys_of_its_parts() -> None:
    facts = day_facts(date(2026, 11, 24), keys={5: ("K03", "K05")})
    assert "clés K03, K05" in whole_text(printed(facts))


def test_the_set_up_and_the_note_are_told() -> None:
    row = a_booking(
        1,
        THURSDAY,
        "14:00-17:00",
        "AGA",
        layout="classroom",
        equipment="projector, paperboard",
        note="Le formateur arrive à 13 h 15",
        step_free=True,
    )
    text = whole_text(printed(day_facts(bookings=(row,))))
    assert "Classe, vidéoprojecteur, paperboard, accès PMR nécessaire" in text
    assert "Note\u00a0: Le formateur arrive" in text


def test_everybody_has_a_box_to_tick_and_those_who_came_are_ticked() -> None:
    rows = tuple(
        row._replace(status="arrived") if row.room_code == "BP2" else row for row in BOOKINGS_48
    )
    sheet = drawn(day_facts(bookings=rows))
    ticks = [area for _page, area, how in sheet.boxes if (area.width, area.height) == (11, 11)]
    assert len(ticks) == 7
    assert [words.words for words in sheet.written].count("✓") == 1


def test_the_strip_shows_each_booking_in_its_room_at_its_hours() -> None:
    sheet = drawn(day_facts(date(2026, 11, 27)))
    where = {words.words: words for words in sheet.written}
    (across,) = (
        area
        for _page, area in sheet.blocks()
        if area.top < where["Agora A"].bottom < where["Agora B"].top < area.bottom
    )
    ten, eighteen = where["10\u00a0h"], where["18\u00a0h"]
    middle = (ten.left + ten.right) / 2, (eighteen.left + eighteen.right) / 2
    hour = (middle[1] - middle[0]) / 8
    assert across.left == pytest.approx(middle[0] + 6 * hour, abs=1)  # 16 h
    assert across.right == pytest.approx(middle[1], abs=1)  # 18 h
    assert len(sheet.blocks()) == 5


def test_a_closed_day_says_why_and_lists_what_it_took_away() -> None:
    text = whole_text(printed(day_facts(date(2026, 12, 29), DROPPED_53)))
    assert "Fermé – fermeture annuelle d’hiver" in text
    assert "Dates supprimées (fermeture)" in text
    for title in ("P01 Accès aux droits", "P02 Écrivain public", "Répétition chorale"):
        assert title in text
    assert "P11 Emploi" not in text  # Monday's


def test_an_empty_day_says_so_and_leaves_lines_to_write_on() -> None:
    text = whole_text(printed(day_facts(bookings=())))
    assert "Aucune réservation ce jour." in text
    assert "Ajouts et remarques" in text


def test_a_full_day_goes_on_over_pages_with_the_columns_named_on_each() -> None:
    many = tuple(
        a_booking(
            number,
            THURSDAY,
            f"{8 + number // 4:02d}:{number % 4 * 15:02d}-"
            f"{8 + (number + 1) // 4:02d}:{(number + 1) % 4 * 15:02d}",
            "BP3",
            title=f"Entretien {number:02d}",
            organisation_name=LONG_NAME,
        )
        for number in range(48)
    )
    pages = texts(printed(day_facts(bookings=many)))
    assert len(pages) > 2
    for number, text in enumerate(pages, start=1):
        assert "Horaire" in text
        assert f"page {number}/{len(pages)}" in text
        assert "Jeudi 26\u00a0novembre 2026" in text
    together = "\n".join(pages)
    assert all(together.count(f"Entretien {number:02d}") == 1 for number in range(48))


def test_a_night_booking_is_in_its_evening_and_not_in_the_next_morning() -> None:
    night = a_booking(1, THURSDAY, "22:00-01:00", "CAFE", title="Nuit de la Solidarité")
    assert "22\u00a0h – 1\u00a0h (lendemain)" in whole_text(printed(day_facts(bookings=(night,))))
    friday = day_facts(date(2026, 11, 27), bookings=(night,))
    assert "Nuit de la Solidarité" not in whole_text(printed(friday))


def test_a_room_out_of_use_stands_in_time_order() -> None:
    out = RoomUnavailability(
        1, 2, datetime(2026, 11, 20), datetime(2026, 12, 1), "peinture fraîche"
    )
    text = whole_text(printed(day_facts(unavailabilities=(out,))))
    assert "Toute la journée" in text
    assert text.index("peinture fraîche") < text.index("Coordination des maraudes")


def test_the_team_is_told_not_to_name_a_discreet_group() -> None:
    text = whole_text(printed(day_facts()))
    assert "discret, ne pas nommer" in text
    assert "Exemplaire de l’équipe, à ne pas afficher" in text


def test_a_public_day_plan_has_no_box_no_key_no_number() -> None:
    facts = day_facts(audience="public", keys={10: ("K09",)})
    sheet = drawn(facts)
    text = whole_text(printed(facts))
    assert "Permanence associative" in text
    assert not any((area.width, area.height) == (11, 11) for _page, area, _how in sheet.boxes)
    for private in ("K09", "p.", "Awa", "ne pas afficher", "Ajouts"):
        assert private not in text.replace("par", ""), private


def test_nothing_is_smaller_than_nine_points() -> None:
    for audience in ("team", "public"):
        assert min(letter.size for letter in letters(printed(day_facts(audience=audience)))) >= 9


def test_every_room_has_its_row_in_the_strip() -> None:
    names = [words.words for words in drawn(day_facts(bookings=())).written]
    assert [room.name for room in ROOMS if not room.is_composite] == [
        name for name in names if name in {room.name for room in ROOMS}
    ]
