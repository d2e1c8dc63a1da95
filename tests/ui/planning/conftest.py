"""A window on the planning of the demonstration venue, at five to ten on Thursday of week 48."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from desktop_app.ui.context import ScreenContext
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.undoing import BookingUndo
from tests.ui.demonstrated import demonstration, housed  # noqa: F401
from tests.ui.planning.desk import Desk, a_planning_window


@pytest.fixture
def window(qtbot: Any, housed: ScreenContext) -> Iterator[MainWindow]:  # noqa: F811
    housed.undo = BookingUndo(housed)
    made = a_planning_window(qtbot, housed)
    yield made
    made.close()


@pytest.fixture
def desk(qtbot: Any, housed: ScreenContext, window: MainWindow) -> Desk:  # noqa: F811
    """The window shows the week of Thursday 26 November 2026."""
    return Desk(qtbot, housed, window).ready()
