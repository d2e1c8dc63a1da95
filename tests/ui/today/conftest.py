"""A window on the home screen, at five to ten on the Thursday of week 48."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from desktop_app.ui.context import ScreenContext
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.navigation import Destination
from desktop_app.ui.screen import ScreenEntry
from desktop_app.ui.today import TodayScreen
from tests.ui.demonstrated import demonstration, housed  # noqa: F401
from tests.ui.today.desk import TodayDesk


@pytest.fixture
def window(qtbot: Any, housed: ScreenContext) -> Iterator[MainWindow]:  # noqa: F811
    entry = ScreenEntry("today", "Aujourd’hui", "sun", TodayScreen, "Ctrl+1")
    made = MainWindow(housed, (entry,), lambda text: (), title="Accueil")
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.go(Destination("today"))
    made.activateWindow()
    qtbot.waitActive(made)
    yield made
    made.close()


@pytest.fixture
def desk(qtbot: Any, housed: ScreenContext, window: MainWindow) -> TodayDesk:  # noqa: F811
    made = TodayDesk(qtbot, housed, window)
    made.until(lambda: made.screen.board is not None)
    made.rest()
    return made
