"""What surrounds a window in tests: application, theme, database thread, context; no service."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.clock import StoppedClock
from desktop_app.ui.application import dress, make_application
from desktop_app.ui.background import Background
from desktop_app.ui.change_hub import ChangeHub
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.navigation import Navigator
from desktop_app.ui.notices import Notices
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.theme import Theme

RESOURCES = Path(__file__).parents[2] / "resources"
MORNING = datetime(2026, 11, 26, 9, 55)


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """pytest-qt's application, made the way the program makes it."""
    return make_application(["accueil-tests"])


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = dress(qapp, RESOURCES, Preferences())
    yield made
    made.setParent(None)
    qapp.setStyleSheet("")


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background()
    yield made
    assert made.stop(10), "the database thread did not end"


@pytest.fixture
def context(theme: Theme, background: Background) -> ScreenContext:
    """Everything a screen is handed, without services: the kit needs none."""
    return ScreenContext(
        services=SimpleNamespace(),  # type: ignore[arg-type]
        background=background,
        hub=ChangeHub(),
        clock=StoppedClock(MORNING),
        notices=Notices(),
        navigator=Navigator(),
        theme=theme,
    )
