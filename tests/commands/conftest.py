"""The demonstration venue in a file, made by the command itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands.command import Desk, accueil


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """To be read or copied, never written."""
    path = tmp_path_factory.mktemp("demonstration") / "lieu.sqlite"
    answer = accueil("--demo", "backup", path)
    assert answer.code == 0, answer.err
    return path


@pytest.fixture(scope="session")
def desk(demonstration: Path) -> Desk:
    """For verbs that only read: cheaper than building the demonstration for each."""
    return Desk(demonstration)


@pytest.fixture
def own_desk(demonstration: Path, tmp_path: Path) -> Desk:
    """On a copy that may be written."""
    return Desk(Path(shutil.copyfile(demonstration, tmp_path / "accueil.sqlite")))
