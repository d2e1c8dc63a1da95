"""The demonstration venue, built once and copied for each test; a window on its planning."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.clock import StoppedClock
from desktop_app.domain.staff import Actor, Role
from desktop_app.services.house import Services, open_house
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.navigation import Destination
from desktop_app.ui.planning.screen import PlanningScreen
from desktop_app.ui.screen import ScreenEntry
from desktop_app.ui.undoing import BookingUndo
from tests.ui.conftest import MORNING, RESOURCES
from tests.ui.planning.desk import Desk

IMPORTER = Actor("demonstration", Role.MANAGER, may_override=True)


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the demonstration venue, closed: to be copied."""
    path = tmp_path_factory.mktemp("venue") / "demonstration.sqlite"
    services = open_house(str(path), StoppedClock(MORNING), desk="accueil", resources=RESOURCES)
    services.importing.load_demo(RESOURCES / "demo", by=IMPORTER)
    services.close()
    return path


@pytest.fixture
def housed(
    qtbot: Any, context: ScreenContext, demonstration: Path, tmp_path: Path
) -> Iterator[ScreenContext]:
    """The context with the services of a venue of its own, opened on the database thread."""
    address = str(tmp_path / "accueil.sqlite")
    shutil.copyfile(demonstration, address)
    opened: list[Services] = []

    def work() -> Services:
        return open_house(address, context.clock, desk="accueil", resources=RESOURCES)

    context.background.ask(work, opened.append)
    qtbot.waitUntil(lambda: bool(opened), timeout=20000)
    context.services = opened[0]
    opened[0].database.listeners.append(context.hub.ring)
    context.undo = BookingUndo(context)
    yield context
    context.background.ask(opened[0].close, print)


@pytest.fixture
def window(qtbot: Any, housed: ScreenContext) -> Iterator[MainWindow]:
    entry = ScreenEntry("planning", "Planning", "calendar-days", PlanningScreen, "Ctrl+2")
    made = MainWindow(housed, (entry,), lambda text: (), title="Accueil")
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.go(Destination("planning"))
    made.activateWindow()
    qtbot.waitActive(made)
    yield made
    made.close()


@pytest.fixture
def desk(qtbot: Any, housed: ScreenContext, window: MainWindow) -> Desk:
    """The window shows the week of Thursday 26 November 2026, five to ten."""
    made = Desk(qtbot, housed, window)
    made.until(lambda: made.screen.view.plan is not None)
    made.rest()
    return made
