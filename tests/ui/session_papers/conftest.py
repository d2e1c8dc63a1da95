"""A training at 14 h with its list, ten minutes before, and the window of its papers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.domain.clock import StoppedClock
from desktop_app.services.house import Services
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.devices.printing import Printer, Printing, PrintJob, Receipt
from desktop_app.ui.session_papers.desk import SessionPapersDesk
from tests.builders import RECEPTION, a_full_list, a_session, a_venue
from tests.ui.houses import ask, move_in


class PrinterOnTheDesk(Printing):
    """A printer that keeps what it is given."""

    def __init__(self, *names: str) -> None:
        super().__init__()
        self.names, self.jobs = names, list[tuple[PrintJob, str]]()

    def look_for_printers(self) -> None:
        self.printers_found.emit(tuple(Printer(name) for name in self.names))

    def send(self, job: PrintJob, printer: str) -> None:
        self.jobs.append((job, printer))
        self.sent.emit(Receipt(job.title, printer))

    def stop(self) -> None:
        """Nothing is under way."""


@pytest.fixture
def services(qtbot, context: ScreenContext, tmp_path: Path) -> Iterator[Services]:
    opened = move_in(qtbot, context, tmp_path)
    context.actor = RECEPTION
    yield opened

    def close() -> bool:
        opened.close()
        return True

    ask(qtbot, context, close)


@pytest.fixture
def session_id(qtbot, context: ScreenContext, services: Services) -> int:
    """Eight people with badges."""

    def work() -> int:
        a_venue(services.database)
        made = a_session(services)
        a_full_list(services, made, 8)
        return made

    made = ask(qtbot, context, work)
    assert isinstance(context.clock, StoppedClock)
    context.clock.set(datetime(2026, 11, 26, 13, 50))
    return int(made)


@pytest.fixture
def printers() -> PrinterOnTheDesk:
    return PrinterOnTheDesk("Accueil")


@pytest.fixture
def papers_desk(
    qtbot, context: ScreenContext, session_id: int, printers: PrinterOnTheDesk
) -> Iterator[SessionPapersDesk]:
    window = QWidget()
    qtbot.addWidget(window)
    made = SessionPapersDesk(context, window, printers)
    yield made
    made.close()
