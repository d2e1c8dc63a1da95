"""The demonstration venue behind the screen *Associations*, at five to ten on the Thursday."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.clock import StoppedClock
from desktop_app.domain.staff import Actor, Role
from desktop_app.services.house import Services, open_house
from desktop_app.ui.associations import AssociationsScreen
from tests.ui.associations.desk import AssociationsDesk
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
def services(qtbot, context, demonstration: Path, tmp_path: Path) -> Iterator[Services]:
    shutil.copyfile(demonstration, tmp_path / "accueil.sqlite")
    opened = move_in(qtbot, context, tmp_path)
    yield opened
    ask(qtbot, context, opened.close)


@pytest.fixture
def empty_house(qtbot, context, tmp_path: Path) -> Iterator[Services]:
    opened = move_in(qtbot, context, tmp_path)
    yield opened
    ask(qtbot, context, opened.close)


@pytest.fixture
def desk(qtbot, context, services: Services) -> AssociationsDesk:
    """The screen, shown and read."""
    screen = AssociationsScreen(context)
    qtbot.addWidget(screen)
    return AssociationsDesk(qtbot, context, screen)
