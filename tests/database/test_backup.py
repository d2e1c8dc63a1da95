"""Copies: whole, checked, never over something good with something bad."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from database.backup import copy_to, problems_of
from database.unit_of_work import Database
from desktop_app.domain.refusals import Trouble
from tests import builders

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])


def rooms_in(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("SELECT count(*) FROM room").fetchone()[0])
    finally:
        connection.close()


def file_of(database: Database) -> Path:
    assert database.path is not None
    return database.path


def test_a_copy_holds_what_was_committed_a_moment_ago(database: Database, tmp_path: Path):
    builders.a_venue(database)
    copy = copy_to(database, tmp_path / "copie.sqlite")
    assert rooms_in(copy) == 11
    assert problems_of(copy) == []


def test_a_copy_replaces_yesterdays_only_once_it_is_sound(database: Database, tmp_path: Path):
    target = tmp_path / "copie.sqlite"
    copy_to(database, target)
    builders.a_venue(database)
    copy_to(database, target)
    assert rooms_in(target) == 11
    assert [path.name for path in tmp_path.glob("copie*")] == ["copie.sqlite"]


def test_a_copy_never_replaces_the_database_itself(database: Database):
    with pytest.raises(Trouble) as trouble:
        copy_to(database, file_of(database))
    assert trouble.value.code == "backup_over_itself"


def test_a_missing_folder_is_told(database: Database, tmp_path: Path):
    with pytest.raises(Trouble) as trouble:
        copy_to(database, tmp_path / "absent" / "copie.sqlite")
    assert trouble.value.code == "backup_folder_missing"


def test_a_damaged_source_is_said_as_such_and_leaves_the_good_copy(
    database: Database, tmp_path: Path
):
    builders.a_venue(database)
    target = copy_to(database, tmp_path / "copie.sqlite")
    before = target.read_bytes()
    database.close()
    path = file_of(database)
    with path.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))
    damaged = Database(str(path), database.clock)
    with pytest.raises(Trouble) as trouble:
        copy_to(damaged, target)
    damaged.close()
    assert trouble.value.code == "database_damaged"
    assert target.read_bytes() == before
