"""`accueil print`: the sheets as PDF files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.commands.command import NARROW, NBSP, Desk, accueil


def read(path: Path) -> tuple[int, str]:
    """Pages and words, with ordinary spaces."""
    reader = PdfReader(path)
    text = "\n".join(page.extract_text() for page in reader.pages)
    return len(reader.pages), " ".join(text.replace(NBSP, " ").replace(NARROW, " ").split())


def size_of(path: Path) -> tuple[int, int]:
    box = PdfReader(path).pages[0].mediabox
    return round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)


def test_the_plan_of_the_day(own_desk: Desk, tmp_path) -> None:
    sheet = tmp_path / "jour.pdf"
    answer = own_desk.does("print", "day", "--date", "2026-11-26", "-o", sheet)
    assert (answer.out, answer.err) == ("", "")
    pages, words = read(sheet)
    assert pages == 1
    assert size_of(sheet) == (210, 297)
    assert "Jeudi 26 novembre 2026" in words
    for part in ("Coordination des maraudes", "Bureau 2", "10 h", "page 1/1"):
        assert part.lower() in words.lower()


def test_the_plan_of_the_week_on_one_large_sheet(tmp_path) -> None:
    sheet = tmp_path / "semaine.pdf"
    answer = accueil("--demo", "print", "week", "--week", "2026-W48", "--paper", "A3", "-o", sheet)
    assert (answer.code, answer.err) == (0, "")
    pages, words = read(sheet)
    assert pages == 1
    assert size_of(sheet) == (420, 297)
    assert "Semaine 48 – du lundi 23 au dimanche 29 novembre 2026" in words


def test_the_plan_of_the_week_on_small_sheets(own_desk: Desk, tmp_path) -> None:
    sheet = tmp_path / "semaine.pdf"
    own_desk.does("print", "week", "--week", "S48", "--paper", "A4", "-o", sheet)
    pages, words = read(sheet)
    assert size_of(sheet) == (297, 210)
    assert pages == 2
    assert "1/2" in words
    assert "2/2" in words


def test_today_is_what_now_says(tmp_path) -> None:
    sheet = tmp_path / "jour.pdf"
    answer = accueil("--demo", "--now", "2026-12-01T08:55", "print", "day", "-o", sheet)
    assert answer.code == 0
    assert "Mardi 1er décembre 2026" in read(sheet)[1]


def test_for_the_wall_nobody_discreet_is_named(own_desk: Desk, tmp_path) -> None:
    team, wall = tmp_path / "equipe.pdf", tmp_path / "mur.pdf"
    for audience, sheet in (("team", team), ("public", wall)):
        own_desk.does("print", "day", "--date", "2026-11-26", "--audience", audience, "-o", sheet)
    assert "Femmes en chemin" not in read(wall)[1]
    assert "Permanence associative" in read(wall)[1]


def test_in_english(own_desk: Desk, tmp_path) -> None:
    sheet = tmp_path / "day.pdf"
    answer = accueil(
        "--database",
        own_desk.database,
        "--language",
        "en",
        "print",
        "day",
        "--date",
        "2026-11-26",
        "-o",
        sheet,
    )
    assert answer.code == 0
    assert "Thursday 26 November 2026" in read(sheet)[1]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("day", "--date", "31/11/2026"), "Le 31 novembre n’existe pas."),
        (("week", "--week", "54"), "54"),
        (("week", "--week", "0"), "0"),
        (("week", "--week", "20226-W10"), "20226"),
    ],
)
def test_a_date_that_cannot_be_writes_no_sheet(desk: Desk, tmp_path, words, sentence) -> None:
    sheet = tmp_path / "rien.pdf"
    answer = desk.tries("print", *words, "-o", sheet)
    assert answer.code == 3
    assert sentence in answer.said()
    assert not sheet.exists()


def test_a_sheet_that_cannot_be_written_is_a_known_trouble(desk: Desk, tmp_path) -> None:
    sheet = tmp_path / "absent" / "jour.pdf"
    answer = desk.tries("print", "day", "-o", sheet)
    assert answer.code == 4
    assert answer.said() == f"{sheet} ne peut pas être écrit : vérifiez le dossier et les droits."


def test_the_demonstration_leaves_nothing_behind(tmp_path) -> None:
    answer = accueil("--demo", "print", "day", "-o", tmp_path / "jour.pdf", TMPDIR=str(tmp_path))
    assert answer.code == 0
    assert os.listdir(tmp_path) == ["jour.pdf"]
