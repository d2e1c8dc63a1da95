"""`accueil print` for every other document: in files, in folders, numbered, refused in words."""

from __future__ import annotations

from typing import Any

import pytest
from pypdf import PdfReader

from tests.commands.command import Desk
from tests.commands.test_print import read, size_of

THURSDAY = ("--date", "2026-11-26")
WEEK = ("--week", "2026-W48")


@pytest.mark.parametrize(
    ("words", "told", "size"),
    [
        (("week", *WEEK, "--room", "AGB"), ("Agora B", "Coordination des maraudes"), (297, 210)),
        (("week", *WEEK, "--room", "agora b"), ("Agora B",), (297, 210)),
        (("week", *WEEK, "--organisation", "Cap Logis"), ("Cap Logis",), (297, 210)),
        (("setup", *THURSDAY), ("Préparation et ménage", "Agora A, Agora B"), (210, 297)),
        (("doors", *THURSDAY, "--room", "BP2"), ("Bureau 2", "10 h – 13 h"), (210, 297)),
        (("season", "--series", "P06"), ("Collectif Exil-Accueil", "42 dates"), (210, 297)),
        (("season", "--organisation", "A13"), ("dernier vendredi",), (210, 297)),
        (("evacuation",), ("Feuille d’évacuation", "maximum 190"), (210, 297)),
        (("blank", "--sheet", "day"), ("Grille du jour", "Boussole"), (297, 210)),
        (("blank", "--sheet", "attendance"), ("Signature, matin",), (210, 297)),
        (("blank", "--sheet", "tally"), ("Comptage du café", "Renseignement"), (210, 297)),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, tuple) else None,
)
def test_each_document_is_made(own_desk: Desk, tmp_path, words, told, size) -> None:
    sheet = tmp_path / "feuille.pdf"
    answer = own_desk.does("print", *words, "-o", sheet)
    assert (answer.out, answer.err) == ("", "")
    assert size_of(sheet) == size
    for part in told:
        assert part in read(sheet)[1]


def test_a_letter_about_a_booking(own_desk: Desk, tmp_path) -> None:
    rows = own_desk.does(
        "list", "bookings", "--from", "2026-11-26", "--to", "2026-11-26", "--format", "csv"
    ).table()
    number = next(row["id"] for row in rows if row["organisation"] == "La Soupe au coin")
    for name, words in (
        ("confirmation", "Nous confirmons"),
        ("agreement", "précaire et révocable"),
    ):
        sheet = tmp_path / f"{name}.pdf"
        own_desk.does("print", name, "--booking", number, "-o", sheet)
        assert words in read(sheet)[1]
        assert "La Soupe au coin" in read(sheet)[1]


def test_the_whole_morning_in_a_folder(own_desk: Desk, tmp_path) -> None:
    folder = tmp_path / "papiers"
    answer = own_desk.does("print", "morning", *THURSDAY, "-o", folder)
    written = sorted(path.name for path in folder.iterdir())
    assert sorted(answer.out.split()) == [str(folder / name) for name in written]
    assert "planning-jour-2026-11-26.pdf" in written
    assert "preparation-2026-11-26.pdf" in written
    assert "affiche-de-porte-agora-b-2026-11-26.pdf" in written
    assert len(written) == 2 + 6


def test_the_doors_in_use_in_a_folder(own_desk: Desk, tmp_path) -> None:
    own_desk.does("print", "doors", *THURSDAY, "-o", tmp_path / "affiches")
    names = sorted(path.name for path in (tmp_path / "affiches").iterdir())
    assert len(names) == 6
    assert all(name.startswith("affiche-de-porte-") for name in names)


def test_a_folder_gives_the_file_its_own_name(own_desk: Desk, tmp_path) -> None:
    own_desk.does("print", "week", *WEEK, "--paper", "A3", "-o", tmp_path)
    assert (tmp_path / "planning-semaine-2026-S48-A3.pdf").is_file()


def test_what_is_written_is_an_edition_and_a_draft_is_none(own_desk: Desk, tmp_path) -> None:
    sheet = tmp_path / "plan.pdf"
    own_desk.does("print", "week", *WEEK, "--draft", "-o", sheet)
    assert own_desk.does("list", "papers", "--format", "csv").table() == []
    own_desk.does("print", "week", *WEEK, "-o", sheet)
    (row,) = own_desk.does("list", "papers", "--format", "csv").table()
    assert row["document"] == "week:2026-W48:A3:team"
    assert (row["edition"], row["up_to_date"]) == ("1", "yes")
    assert "Édition 1 du 26/11/2026 à 9 h 55" in read(sheet)[1]


def test_the_same_facts_written_again_are_the_same_bytes(own_desk: Desk, tmp_path) -> None:
    one, other = tmp_path / "une.pdf", tmp_path / "autre.pdf"
    own_desk.does("print", "week", *WEEK, "-o", one)
    later = Desk(own_desk.database, "2026-11-26T16:20")
    later.does("print", "week", *WEEK, "-o", other)
    assert one.read_bytes() == other.read_bytes()


def test_nothing_stale_writes_nothing(own_desk: Desk, tmp_path) -> None:
    own_desk.does("print", "day", *THURSDAY, "-o", tmp_path / "jour.pdf")
    answer = own_desk.does("print", "stale", "-o", tmp_path / "papiers")
    assert answer.out == ""
    assert answer.said() == "Rien à imprimer."


def test_the_accessible_copy(own_desk: Desk, tmp_path) -> None:
    sheet = tmp_path / "accessible.pdf"
    own_desk.does("print", "week", *WEEK, "--audience", "public", "--accessible", "-o", sheet)
    root: Any = PdfReader(sheet).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "Permanence associative" in read(sheet)[1]


def test_on_a_door_nobody_discreet_is_named(own_desk: Desk, tmp_path) -> None:
    sheet = tmp_path / "porte.pdf"
    own_desk.does("print", "doors", *THURSDAY, "--room", "BP1", "-o", sheet)
    assert "Permanence associative" in read(sheet)[1]
    assert "Femmes en chemin" not in read(sheet)[1]


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("week", "--room", "XYZ"), 3, "Aucune salle « XYZ ». Les salles sont : CAFE, LEC"),
        (("week", "--organisation", "zzz"), 3, "Aucune association « zzz »."),
        (("week", "--organisation", "Ateliers"), 3, "Plusieurs associations répondent à"),
        (("season", "--series", "P99"), 3, "Aucune permanence, aucune série « P99 »."),
        (("confirmation", "--booking", "999999"), 3, "n’existe plus"),
        (("season", "--organisation", "A08", "--audience", "public"), 3, "affichage discret"),
        (("season",), 2, "Il manque un choix : --series et --organisation."),
        (("week", "--room", "AGB", "--organisation", "A04"), 2, "choisir l’un ou l’autre"),
        (("blank", "--sheet", "mur"), 2, "« mur » n’est pas possible pour --sheet."),
        (("confirmation", "--booking", "douze"), 2, "--booking"),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, tuple) else None,
)
def test_what_cannot_be_is_said_and_writes_nothing(desk: Desk, tmp_path, words, code, sentence):
    sheet = tmp_path / "rien.pdf"
    answer = desk.tries("print", *words, "-o", sheet)
    assert answer.code == code
    assert sentence in answer.said()
    assert not sheet.exists()


def test_a_place_that_is_not_there_counts_no_edition(own_desk: Desk, tmp_path) -> None:
    answer = own_desk.tries("print", "day", *THURSDAY, "-o", tmp_path / "absent" / "jour.pdf")
    assert answer.code == 4
    assert own_desk.does("list", "papers", "--format", "csv").table() == []
