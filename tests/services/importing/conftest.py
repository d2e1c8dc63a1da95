"""An import on an empty venue, and lists written for a test."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from database.unit_of_work import Database
from desktop_app.services.importing import Importing
from desktop_app.services.venue import VenueBook

DEMO = Path(__file__).resolve().parents[3] / "resources" / "demo"

WriteList = Callable[..., Path]


@pytest.fixture
def importing(database: Database) -> Importing:
    """The verbs of an import; badge codes are the same in each run."""
    return Importing(database, database.clock, VenueBook(database), random=random.Random(48))


@pytest.fixture
def write_list(tmp_path: Path) -> WriteList:
    """Write a list, one string a line, as a French spreadsheet saves it."""

    def write(name: str, *lines: str, encoding: str = "utf-8-sig") -> Path:
        path = tmp_path / "lists" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes("\r\n".join((*lines, "")).encode(encoding))
        return path

    return write


@pytest.fixture
def demo_lists() -> Path:
    """The folder of the demonstration venue's lists."""
    return DEMO
