"""The demonstration venue behind a window: built once, copied for each test. Fixtures to import."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.clock import StoppedClock
from desktop_app.domain.staff import Actor, Role
from desktop_app.services.house import open_house
from desktop_app.ui.context import ScreenContext
from tests.builders import RECEPTION
from tests.ui.conftest import MORNING, RESOURCES
from tests.ui.houses import ask, move_in

IMPORTER = Actor("demonstration", Role.MANAGER, may_override=True)


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the demonstration venue, closed: to be copied."""
    path = tmp_path_factory.mktemp("venue") / "accueil.sqlite"
    services = open_house(str(path), StoppedClock(MORNING), desk="accueil", resources=RESOURCES)
    services.importing.load_demo(RESOURCES / "demo", by=IMPORTER)
    services.close()
    return path


@pytest.fixture
def housed(
    qtbot: Any, context: ScreenContext, demonstration: Path, tmp_path: Path
) -> Iterator[ScreenContext]:
    """The context with the services of a venue of its own, and a receptionist at the desk."""
    shutil.copyfile(demonstration, tmp_path / "accueil.sqlite")
    opened = move_in(qtbot, context, tmp_path)
    context.actor = RECEPTION
    yield context
    ask(qtbot, context, opened.close)
