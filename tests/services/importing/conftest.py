"""An import on an empty venue, and lists written for a test."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from database.unit_of_work import Database
from desktop_app.domain.import_report import ImportReport
from desktop_app.services.importing import Importing
from desktop_app.services.venue import VenueBook
from tests.builders import MANAGER

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


@pytest.fixture
def venue_lists(importing: Importing, demo_lists: Path) -> None:
    """Rooms, hours, associations and trainings are in; no booking yet."""
    names = ("salles", "cles", "ouverture", "fermetures", "associations", "formations")
    paths = tuple(demo_lists / f"{name}.csv" for name in names)
    importing.apply(importing.plan_files(paths), by=MANAGER)


@pytest.fixture
def judged(importing: Importing, write_list: WriteList) -> Callable[..., ImportReport]:
    """Write a list and judge it."""

    def judge(name: str, *lines: str) -> ImportReport:
        return importing.plan_file(write_list(name, *lines))

    return judge
