"""`accueil backup` and `accueil doctor`: a copy that opens, an examination that changes nothing."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands.command import Desk, accueil


def sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def bookings_in(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM booking").fetchone()[0])


def states(out: str) -> list[str]:
    return [line[:12].strip() for line in out.splitlines()]


# -- backup ----------------------------------------------------------------------------------


def test_a_copy_is_whole_and_opens(desk: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "copie.sqlite"
    answer = desk.does("backup", copy)
    assert str(copy) in answer.out
    assert sound(copy)
    assert bookings_in(copy) == bookings_in(Path(desk.database)) > 400
    assert Desk(copy).does("doctor").code == 0


def test_a_copy_replaces_an_older_copy_only_once_it_is_good(desk: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "copie.sqlite"
    copy.write_text("une vieille copie")
    desk.does("backup", copy)
    assert sound(copy)
    assert os.listdir(tmp_path) == ["copie.sqlite"]


def test_the_database_is_never_overwritten_by_its_copy(own_desk: Desk) -> None:
    answer = own_desk.tries("backup", own_desk.database)
    assert answer.code == 4
    assert "ne peut pas remplacer la base elle-même" in answer.said()
    assert sound(Path(own_desk.database))


def test_a_missing_folder_is_told(desk: Desk, tmp_path: Path) -> None:
    answer = desk.tries("backup", tmp_path / "absent" / "copie.sqlite")
    assert answer.code == 4
    assert "n’existe pas" in answer.said()
    assert str(tmp_path / "absent") in answer.err


def test_a_relative_name_is_meant_from_where_one_is(desk: Desk, tmp_path: Path) -> None:
    target = os.path.relpath(tmp_path / "copie.sqlite")
    desk.does("backup", target)
    assert sound(tmp_path / "copie.sqlite")


# -- doctor ----------------------------------------------------------------------------------


def test_a_sound_installation(desk: Desk) -> None:
    answer = desk.does("doctor")
    assert "à réparer" not in answer.out
    assert answer.err == ""
    for part in ("Python", "SQLite", "Base saine", "12 salles", "Polices", "Lecteur"):
        assert part in answer.out


def test_a_database_that_is_not_there_is_told_and_not_made(tmp_path: Path) -> None:
    missing = tmp_path / "absente.sqlite"
    answer = accueil("--database", missing, "doctor")
    assert answer.code == 5
    assert states(answer.out)[0] == "à réparer"
    assert str(missing) in answer.out
    assert "Polices" in answer.out
    assert os.listdir(tmp_path) == []


def test_before_the_first_opening_there_is_nothing_to_repair(tmp_path: Path) -> None:
    home = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "STATE")}
    answer = accueil("doctor", **home)
    assert answer.code == 0
    assert states(answer.out)[0] == "à voir"
    assert not (tmp_path / "DATA").exists()


@pytest.mark.parametrize("harm", ["damaged", "foreign", "newer"])
def test_a_database_one_cannot_use_is_to_be_repaired_and_left_alone(own_desk, harm) -> None:
    path = Path(own_desk.database)
    if harm == "damaged":
        path.write_bytes(b"\0" * 50 + os.urandom(9000))
    else:
        with closing(sqlite3.connect(path)) as connection, connection:
            if harm == "newer":
                connection.execute("UPDATE alembic_version SET version_num = '9999'")
            else:
                connection.execute("DROP TABLE alembic_version")
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    answer = own_desk.tries("doctor")
    assert answer.code == 5
    assert "à réparer" in states(answer.out)
    assert "Traceback" not in answer.err
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_a_double_booking_nobody_could_make_is_found(own_desk: Desk) -> None:
    with closing(sqlite3.connect(own_desk.database)) as connection, connection:
        names = [
            row[0]
            for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        ]
        for name in names:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(
            "UPDATE occupancy"
            " SET starts_at = '2026-11-26 08:00:00', ends_at = '2026-11-26 20:00:00'"
            " WHERE room_id = (SELECT id FROM room WHERE code = 'BP1')"
        )
    answer = own_desk.tries("doctor")
    assert answer.code == 5
    assert "Base abîmée" in answer.out


def test_a_server_that_is_away_is_told(unused_port: int) -> None:
    answer = accueil("--database", f"postgresql://127.0.0.1:{unused_port}/accueil", "doctor")
    assert answer.code == 5
    assert "Le serveur de la base ne répond pas" in answer.out


@pytest.fixture
def unused_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
