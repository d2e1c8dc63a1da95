"""`accueil print attendance`: papers of a session, named by number or by training."""

from __future__ import annotations

import pytest

from tests.commands.command import Desk
from tests.commands.test_print import read


def test_the_attendance_sheet_of_this_afternoon(desk: Desk, tmp_path) -> None:
    sheet = tmp_path / "feuille.pdf"
    desk.does("print", "attendance", "--session", "t02", "-o", sheet)
    pages, words = read(sheet)
    assert pages == 2
    for part in ("Feuille d’émargement", "Jeudi 26 novembre 2026, 14 h – 17 h", "Noirétang"):
        assert part in words


def test_asked_twice_the_bytes_are_the_same(desk: Desk, tmp_path) -> None:
    one, other = tmp_path / "une.pdf", tmp_path / "autre.pdf"
    for sheet in (one, other):
        desk.does("print", "attendance", "--session", "T02", "-o", sheet)
    assert one.read_bytes() == other.read_bytes()


def test_without_the_names(desk: Desk, tmp_path) -> None:
    sheet = tmp_path / "feuille.pdf"
    words = ("--session", "T06", "--date", "vendredi", "--blank", "-o", sheet)
    desk.does("print", "attendance", *words)
    assert "Prédoux" not in read(sheet)[1]


@pytest.mark.parametrize(
    ("session", "sentence"),
    [
        ("T99", "Aucune session « T99 » jeudi 26 novembre."),
        ("999999", "Cette session n’existe plus. Revenez à la liste des sessions."),
    ],
)
def test_a_session_there_is_not_writes_no_sheet(desk: Desk, tmp_path, session, sentence) -> None:
    sheet = tmp_path / "rien.pdf"
    answer = desk.tries("print", "attendance", "--session", session, "-o", sheet)
    assert (answer.code, answer.said()) == (3, sentence)
    assert not sheet.exists()


def test_attestations_wait_for_the_end_of_the_session(own_desk: Desk, tmp_path) -> None:
    sheet = tmp_path / "attestations.pdf"
    answer = own_desk.tries("print", "attestations", "--session", "T02", "-o", sheet)
    assert answer.code == 3
    assert answer.said() == "Terminez d’abord le pointage de cette session."
    assert not sheet.exists()


def test_who_is_ready_as_pdf_and_as_a_table(desk: Desk, tmp_path) -> None:
    sheet, table = tmp_path / "prets.pdf", tmp_path / "prets.csv"
    for output in (sheet, table):
        desk.does("print", "ready", "--session", "T12", "--training", "T01", "-o", output)
    assert "ont suivi T01" in read(sheet)[1]
    lines = table.read_text("utf-8-sig").splitlines()
    assert lines[0] == "number;last_name;first_name;ready;followed_on"
    assert len(lines) > 10
