"""`accueil free`: the rooms in the order to offer them, and why not the others.

The example is the telephone call of the venue's scenario A3.
"""

from __future__ import annotations

import pytest

from tests.commands.command import NBSP, Answer, Desk, accueil

TUESDAY_EVENING = ("--from", "2026-12-01 18:30", "--to", "2026-12-01 20:30")


@pytest.fixture(scope="module")
def call() -> Answer:
    return accueil(
        "--demo", "free", *TUESDAY_EVENING, "--people", 20, "--equipment", "vidéoprojecteur",
        "--step-free", "--format", "csv",
    )  # fmt: skip


def reasons(answer: Answer) -> dict[str, str]:
    return {row["room"]: row["reason"].replace(NBSP, " ") for row in answer.table()}


def test_the_smallest_room_that_suits_comes_first(call) -> None:
    assert (call.code, call.err) == (0, "")
    free = [row["room"] for row in call.table() if row["free"] == "yes"]
    assert free == ["AGB", "AGA", "AGO"]
    assert [row["rank"] for row in call.table()] == [str(n) for n in range(1, 13)]


def test_the_rehearsal_has_the_workshop(call) -> None:
    assert "réservé de 18 h 30 à 20 h 30" in reasons(call)["ATE"]
    assert "Chorale « Voix d’en bas »" in reasons(call)["ATE"]


def test_each_of_the_others_says_why_not(call) -> None:
    said = reasons(call)
    assert all(said[row["room"]] for row in call.table() if row["free"] == "no")
    assert "Manque : vidéoprojecteur" in said["CAFE"]
    assert "12 personnes au plus" in said["LEC"]
    assert "Non accessible PMR" in said["BP3"]


def test_moments_are_read_as_people_say_them(desk: Desk) -> None:
    answer = desk.does(
        "free", "--from", "mardi prochain 18h30", "--to", "mardi prochain 20.30", "--people", "20",
        "--equipment", "vidéoprojecteur", "--format", "csv",
    )  # fmt: skip
    assert [row["room"] for row in answer.table() if row["free"] == "yes"] == ["AGB", "AGA", "AGO"]


def test_a_discreet_holder_is_not_named(desk: Desk) -> None:
    answer = desk.does(
        "free", "--from", "2026-11-26 14:00", "--to", "2026-11-26 16:00", "--format", "csv"
    )
    assert "réservé de 14 h à 17 h (permanence)" in reasons(answer)["BP1"]
    assert "Femmes en chemin" not in answer.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--from", "31/11/2026 18:30", "--to", "2026-12-01 20:30"), "Le 31 novembre n’existe pas"),
        (("--from", "2026-12-01", "--to", "2026-12-01 20:30"), "un jour puis une heure"),
        (("--from", "2026-12-01 25:00", "--to", "2026-12-01 20:30"), "25"),
        ((*TUESDAY_EVENING, "--people=-3"), "négatif"),
        ((*TUESDAY_EVENING, "--people", "20,5"), "n’est pas un nombre entier"),
        ((*TUESDAY_EVENING, "--equipment", "trampoline"), "trampoline"),
        (("--from", "2026-12-01 20:30", "--to", "2026-12-01 18:30"), "après"),
        (("--from", "2026-12-25 14:00", "--to", "2026-12-25 16:00"), "Fermé : Noël."),
        (("--from", "2025-12-01 14:00", "--to", "2025-12-01 16:00"), "Cette date est passée."),
        (("--from", "2026-12-01 21:00", "--to", "2026-12-01 23:00"), "Le lieu ferme à 21 h 30."),
        ((*TUESDAY_EVENING, "--people", "9000"), "Aucune salle de cette taille (maximum 80)."),
    ],
)
def test_what_cannot_be_is_refused_in_words(desk: Desk, words, sentence) -> None:
    answer = desk.tries("free", *words)
    assert (answer.code, answer.out) == (3, "")
    assert sentence in answer.said()
