"""Real services on a real file, opened on the database thread as the desk does."""

from __future__ import annotations

from pathlib import Path

from desktop_app.services.house import Services, open_house
from desktop_app.ui.context import ScreenContext
from tests.ui.conftest import RESOURCES


def move_in(qtbot, context: ScreenContext, folder: Path) -> Services:
    """Open an empty venue in this folder and hand its services to the context."""
    opened: list[Services] = []

    def work() -> Services:
        address = str(folder / "accueil.sqlite")
        return open_house(address, context.clock, desk="accueil", resources=RESOURCES)

    context.background.ask(work, opened.append)
    qtbot.waitUntil(lambda: bool(opened), timeout=20000)
    context.services = opened[0]
    opened[0].database.listeners.append(context.hub.ring)
    return opened[0]


def ask(qtbot, context: ScreenContext, work):
    """What a question on the database thread answers."""
    answers: list[object] = []
    context.background.ask(work, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=20000)
    return answers[0]
