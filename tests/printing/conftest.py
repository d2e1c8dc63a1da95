"""A print server for a whole file of tests; the window's application for its signals."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.ui.application import make_application
from desktop_app.ui.devices.lp_printing import LpPrinting
from tests.printing.print_server import PrintServer, print_server


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """pytest-qt's application, made the way the program makes it."""
    return make_application(["accueil-tests"])


@pytest.fixture
def server() -> Iterator[PrintServer]:
    """A real CUPS server with one queue, `ACCUEIL`."""
    with print_server() as started:
        yield started


@pytest.fixture
def printing(qapp: QApplication, server: PrintServer) -> Iterator[LpPrinting]:
    """The desk's way to that server."""
    made = LpPrinting(server.environment)
    yield made
    made.stop()
