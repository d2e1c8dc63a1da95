"""The sentences about places and loans: gender of rooms, discretion, the way out."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from desktop_app.domain.refusals import Refusal
from desktop_app.wording.refusals import say

NBSP = "\N{NO-BREAK SPACE}"


def plainly(words: str) -> str:
    return words.replace(NBSP, " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def taken(room: str, **facts: object) -> Refusal:
    values: dict[str, object] = {
        "room": room,
        "starts_at": datetime(2026, 11, 26, 14),
        "ends_at": datetime(2026, 11, 26, 17),
        "kind": "permanence",
        "status": "confirmed",
        "holder": None,
        "free_until": None,
    }
    code = str(facts.pop("code", "room_taken"))
    return Refusal(code, **(values | facts))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("room", "sentence"),
    [
        ("Bureau 1", "Bureau 1 est réservé de 14 h à 17 h (permanence)."),
        ("Atelier", "Atelier est réservé de 14 h à 17 h (permanence)."),
        ("Le Café", "Le Café est réservé de 14 h à 17 h (permanence)."),
        ("Agora (A+B)", "Agora (A+B) est réservée de 14 h à 17 h (permanence)."),
        ("Passerelle", "Passerelle est réservée de 14 h à 17 h (permanence)."),
        ("Salle 3", "Salle 3 est réservée de 14 h à 17 h (permanence)."),
    ],
)
def test_a_room_is_taken_in_its_own_gender(room: str, sentence: str) -> None:
    assert plainly(say(taken(room))) == sentence


def test_hours_have_no_break_spaces() -> None:
    assert f"14{NBSP}h à 17{NBSP}h" in say(taken("Bureau 1"))


def test_how_long_one_may_stay_is_said_when_it_is_something() -> None:
    until = datetime(2026, 11, 26, 14)
    said = plainly(say(taken("Bureau 1", free_until=until)))
    assert said.endswith("(permanence). Durée possible : jusqu’à 14 h.")


def test_who_holds_a_place_is_named_unless_discreet() -> None:
    assert "(permanence, Droits & Toit)" in say(taken("Bureau 1", holder="Droits & Toit"))
    assert "(option, Élan du Canal)" in say(
        taken("Agora B", holder="Élan du Canal", status="option")
    )


def test_a_place_lost_meanwhile_is_told_as_lost() -> None:
    lost = taken(
        "Agora B",
        code="room_just_taken",
        holder="Élan du Canal",
        status="option",
        starts_at=datetime(2026, 12, 1, 18, 30),
        ends_at=datetime(2026, 12, 1, 20, 30),
    )
    assert plainly(say(lost)) == (
        "Agora B vient d’être prise (option, Élan du Canal, 18 h 30 – 20 h 30)."
    )


def test_a_date_of_a_series_is_named_first() -> None:
    said = plainly(say(taken("Bureau 1", day=date(2027, 1, 5))))
    assert said == "05/01/2027 : Bureau 1 est réservé de 14 h à 17 h (permanence)."


def test_an_unavailability_over_several_days_says_its_days() -> None:
    refusal = Refusal(
        "room_unavailable",
        room="Agora A",
        starts_at=datetime(2026, 11, 26, 13, 20),
        ends_at=datetime(2026, 11, 27, 18),
        reason="vidéoprojecteur",
    )
    assert plainly(say(refusal)) == (
        "Agora A : indisponible de 13 h 20 le 26/11/2026 à 18 h le 27/11/2026 (vidéoprojecteur)."
    )
