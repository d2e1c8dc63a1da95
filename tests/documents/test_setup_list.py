"""*Préparation et ménage*: how each room must stand, for whom, and the time between two groups."""

from __future__ import annotations

from desktop_app.documents import setup_list
from desktop_app.documents.facts import DayHours
from desktop_app.documents.setup_rows import SetupFacts, spaces_of, unused
from tests.documents.every_sheet import THURSDAY, setup
from tests.documents.reading_pdf import whole_text
from tests.documents.recording import FONTS
from tests.documents.venue_facts import CALENDAR, EDITION, ROOMS, a_booking

TWO = (
    a_booking(1, THURSDAY, "09:30-12:30", "AGB", layout="u_shape", heads=24, title="Maraudes"),
    a_booking(2, THURSDAY, "12:30-13:45", "AGB", layout="u_shape", heads=12, title="Presse"),
    a_booking(3, THURSDAY, "13:50-15:00", "AGO", layout="theatre", heads=60, title="Assemblée"),
    a_booking(4, THURSDAY, "17:00-18:00", "AGA", heads=5, title="Bilan"),
)


def facts(rows=TWO, **more) -> SetupFacts:
    return SetupFacts(DayHours.of(THURSDAY, CALENDAR), ROOMS, rows, EDITION, **more)


def text_of(given: SetupFacts) -> str:
    return whole_text(setup_list.render(given, FONTS).pdf)


def test_rooms_joined_by_a_partition_are_one_space() -> None:
    (space,) = spaces_of(facts())
    assert space.name == "Agora A, Agora B"
    assert [task.room for task in space.tasks] == ["Agora B", "Agora B", "Agora (A+B)", "Agora A"]


def test_the_time_between_two_groups_is_counted_and_hurry_is_told() -> None:
    (space,) = spaces_of(facts())
    after = [(task.after, task.hurry) for task in space.tasks]
    assert after == [
        ("Le groupe suivant enchaîne à 12\u00a0h\u00a030", True),
        ("Libre 5\u00a0min, de 13\u00a0h\u00a045 à 13\u00a0h\u00a050", True),
        ("Libre 2\u00a0h, de 15\u00a0h à 17\u00a0h", False),
        ("Libre à partir de 18\u00a0h", False),
    ]


def test_a_layout_that_stays_is_called_unchanged() -> None:
    (space,) = spaces_of(facts())
    assert [task.layout for task in space.tasks] == ["En U", "En U (inchangée)", "Théâtre", ""]


def test_the_sheet_says_layout_equipment_heads_keys_and_the_last_remark() -> None:
    rows = (TWO[0]._replace(equipment="projector,sound", step_free=True),)
    text = text_of(
        facts(rows, keys={3: ("K03",), 4: ("K05",)}, remarks={4: "2 chaises manquantes"})
    )
    assert "En U" in text
    assert "Vidéoprojecteur, sonorisation, accès PMR nécessaire" in text
    assert "24 p." in text
    assert "clés K03, K05" in text
    assert "2 chaises manquantes" in text


def test_rooms_nobody_uses_are_named_once() -> None:
    assert "Bureau 1" in unused(facts())
    assert "Agora A" not in unused(facts())
    assert "Sans réservation" in text_of(facts())


def test_each_booking_of_the_day_is_there_once() -> None:
    given = setup()
    text = text_of(given)
    assert f"{len(given.held)} réservations" in text
    assert sum(len(space.tasks) for space in spaces_of(given)) == len(given.held)
