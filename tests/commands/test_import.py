"""`accueil import`: the lists of the venue, judged, written once, never twice."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands.command import ROOT, Answer, Desk, accueil

LISTS = ROOT / "resources" / "demo"


@pytest.fixture
def new_desk(tmp_path: Path) -> Desk:
    """On a database that does not exist yet."""
    return Desk(tmp_path / "neuf" / "accueil.sqlite")


def verdicts(answer: Answer) -> set[str]:
    return {row["verdict"] for row in answer.table()} - {"note"}


def bookings(desk: Desk) -> list[dict[str, str]]:
    period = ("--from", "2026-09-01", "--to", "2027-07-09")
    return desk.does("list", "bookings", *period, "--format", "csv").table()


def test_a_dry_run_says_everything_and_writes_nothing(new_desk: Desk) -> None:
    answer = new_desk.does("import", LISTS, "--dry-run", "--format", "csv")
    rows = answer.table()
    assert list(rows[0]) == ["file", "line", "verdict", "label", "reasons"]
    assert {row["file"] for row in rows} == {path.name for path in LISTS.iterdir()}
    assert "created" in verdicts(answer)
    assert "Essai à blanc, rien n’a été écrit." in answer.said()
    assert not Path(new_desk.database).parent.exists()


def test_a_dry_run_on_a_known_venue_leaves_its_file_as_it_was(own_desk: Desk) -> None:
    bookings(own_desk)  # a copy is in the journal mode of copies until a desk opens it
    before = Path(own_desk.database).read_bytes()
    own_desk.does("import", LISTS, "--dry-run")
    assert Path(own_desk.database).read_bytes() == before


def test_an_import_founds_the_venue_and_a_second_one_changes_nothing(new_desk: Desk) -> None:
    first = new_desk.does("import", LISTS, "--take-doubtful")
    assert "lignes écrites" in first.said()
    found = bookings(new_desk)
    assert len([row for row in found if "2026-11-23" <= row["date"] <= "2026-11-29"]) == 27
    second = new_desk.does("import", LISTS, "--take-doubtful", "--format", "csv")
    assert verdicts(second) == {"unchanged"}
    assert "0 ligne écrite." in second.said()
    assert bookings(new_desk) == found


def test_one_file_may_be_imported_alone(own_desk: Desk, tmp_path: Path) -> None:
    table = tmp_path / "associations.csv"
    table.write_text(
        "code;nom;nature;RNA\nA35;Croix du Sud;association déclarée;W759000035\n"
        "A90;Les Marmites;association déclarée;\n",
        encoding="cp1252",
    )
    answer = own_desk.does("import", table, "--format", "csv")
    found = {row["line"]: row["verdict"] for row in answer.table() if row["line"]}
    assert found == {"2": "updated", "3": "created"}


def test_refused_lines_are_told_with_their_reason_and_the_exit_code(own_desk, tmp_path) -> None:
    table = tmp_path / "associations.csv"
    table.write_text(
        "code;nom;nature;SIREN\nA90;Les Marmites;association déclarée;000 001 009\n"
        "A91;Les Louches;association déclarée;000 001 008\n",
        encoding="utf-8",
    )
    answer = own_desk.tries("import", table, "--format", "csv")
    assert answer.code == 5
    refused = next(row for row in answer.table() if row["verdict"] == "refused")
    assert refused["line"] == "2"
    assert "SIREN est incorrect" in refused["reasons"]


def test_the_good_lines_are_taken_when_others_are_refused(own_desk: Desk, tmp_path: Path) -> None:
    table = tmp_path / "associations.csv"
    lines = ["code;nom;nature", "A91;Les Louches;association déclarée", "A92;;association déclarée"]
    table.write_text("\n".join(lines), encoding="utf-8")
    assert own_desk.tries("import", table).code == 5
    answer = own_desk.tries("import", table, "--format", "csv")
    assert [row["verdict"] for row in answer.table() if row["line"] == "2"] == ["unchanged"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("absent", "n’existe pas"), ("vide", "ne contient aucun tableau")],
)
def test_a_source_that_is_none_is_refused(own_desk: Desk, tmp_path: Path, name, sentence) -> None:
    (tmp_path / "vide").mkdir()
    answer = own_desk.tries("import", tmp_path / name)
    assert (answer.code, answer.out) == (3, "")
    assert sentence in answer.said()


def test_a_damaged_workbook_is_told_not_met_with_a_trace(own_desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "tableaux"
    folder.mkdir()
    shutil.copy(LISTS / "salles.csv", folder)
    (folder / "inscriptions.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    answer = own_desk.tries("import", folder, "--dry-run", "--format", "csv")
    assert answer.code == 5
    assert "Traceback" not in answer.err
    assert [row["verdict"] for row in answer.table() if row["file"].endswith("xlsx")] == ["refused"]


def test_on_a_server_too(postgres_server: str) -> None:
    from tests.support import databases

    server = databases.PostgresServer(postgres_server)
    with server.database() as name:
        desk = Desk(server.address_of(name))
        assert "lignes écrites" in desk.does("import", LISTS).said()
        assert len(bookings(desk)) > 400
        assert desk.does("doctor").code == 0
        answer = desk.tries("backup", "copie.sqlite")
        assert answer.code == 4
        assert "pg_dump" in answer.said()


def test_the_demonstration_takes_an_import_and_forgets_it(tmp_path: Path) -> None:
    answer = accueil("--demo", "import", LISTS, "--dry-run", "--format", "csv")
    assert answer.code == 0
    assert verdicts(answer) == {"unchanged"}


def test_people_read_the_report_in_french_and_a_refused_file_is_counted(own_desk, tmp_path) -> None:
    folder = tmp_path / "tableaux"
    folder.mkdir()
    (folder / "autre.csv").write_text("a,b,c\n1,2,3\n", encoding="utf-8")
    (folder / "vide.csv").touch()
    answer = own_desk.tries("import", folder, "--dry-run")
    assert answer.code == 5
    titles = answer.out.splitlines()[0].split()
    assert titles == ["Fichier", "Ligne", "Verdict", "Objet", "Pourquoi"]
    assert answer.said().endswith("0 refusée · 2 fichiers refusés")
