"""The attendance sheet: everybody has a line, badges print their hour, pages stand alone."""

from __future__ import annotations

from desktop_app.documents import attendance_sheet
from desktop_app.documents.attendance_sheet import AttendanceFacts
from desktop_app.settings import RESOURCES
from tests.documents.reading_pdf import texts, whole_text
from tests.documents.recording import RecordingSheet
from tests.documents.session_facts import (
    EVERY_DOUBT,
    a_detail,
    after_the_door,
    attendance,
    the_hardest,
)

A4 = (595.28, 841.89)


def pdf_of(facts: AttendanceFacts) -> bytes:
    return attendance_sheet.render(facts, RESOURCES / "fonts").pdf


def plain(pdf: bytes) -> str:
    return " ".join(whole_text(pdf).replace("\u00a0", " ").split())


def test_it_says_what_a_valid_sheet_must() -> None:
    words = plain(pdf_of(attendance()))
    for part in (
        "Feuille d’émargement",
        "Le B.A.-BA de la lutte contre l’exclusion",
        "Jeudi 26 novembre 2026, 14 h – 17 h",
        "Agora B, RdC (La Fabrique de la Solidarité)",
        "Formatrice, formateur",
        "Anne Sophie Petitpas-du-Canal",
    ):
        assert part in words


def test_25_and_2_come_without_enrolment_make_27_lines_with_their_hours() -> None:
    words = plain(pdf_of(attendance(after_the_door())))
    assert words.count("13 h 4") + words.count("13 h 5") == 21
    assert words.count("14 h 02") == 2
    assert words.count("sans inscription") == 2
    assert (words.count("absence excusée"), words.count("absence")) == (1, 4)
    assert " 27 " in words
    assert " 28 " not in words


def test_before_the_session_nobody_is_said_absent() -> None:
    assert "absence" not in plain(pdf_of(attendance()))


def test_a_day_of_seven_hours_is_signed_twice() -> None:
    facts = attendance(a_detail(3, hours=(("09:30", "13:00"), ("13:30", "17:00"))))
    words = plain(pdf_of(facts))
    assert "9 h 30 – 13 h · 13 h 30 – 17 h" in words
    assert words.count("jeu. 26/11") == 2


def test_every_page_carries_the_training_and_its_trainer() -> None:
    pages = texts(pdf_of(attendance(the_hardest())))
    assert len(pages) > 4
    for page in pages:
        assert "Accès aux droits" in page
        assert "Formatrice, formateur" in page


def test_each_person_has_a_line_for_each_half_day_even_beyond_four() -> None:
    sheet = RecordingSheet(*A4)
    attendance_sheet.draw(sheet, attendance(the_hardest(people=30)))
    numbers = [one.words for one in sheet.written if one.words.isdecimal()]
    assert sorted(map(int, numbers)) == sorted([*range(1, 31), *range(1, 31)])


def test_what_makes_it_doubtful_is_printed() -> None:
    words = plain(pdf_of(attendance(doubts=EVERY_DOUBT)))
    assert "À vérifier : Le mercredi 11 novembre 2026 est férié (Armistice)." in words
    assert "81 personnes avec la formatrice ou le formateur : la salle en admet 30." in words
    assert "À vérifier" not in plain(pdf_of(attendance()))


def test_a_sheet_to_fill_has_a_line_for_each_place_and_nobody_on_it() -> None:
    sheet = RecordingSheet(*A4)
    attendance_sheet.draw(sheet, attendance(a_detail(18), blank=True))
    written = [one.words for one in sheet.written]
    assert "18" in written
    assert "19" not in written
    assert not any("Aubefroide" in words for words in written)


def test_nobody_enrolled_still_makes_a_sheet() -> None:
    assert len(texts(pdf_of(attendance(a_detail(0))))) == 1
