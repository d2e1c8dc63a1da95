"""The desk's papers on the demonstration venue, with printers that keep what they are given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.domain.papers import Wanted
from desktop_app.domain.refusals import Trouble
from desktop_app.services.papers import Paper
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.devices.printing import JobNews, Printer, Printing, PrintJob, Receipt
from desktop_app.ui.paper.paper_desk import PaperDesk
from desktop_app.ui.paper.preview import PreviewWindow
from tests.documents.reading_pdf import whole_text
from tests.ui.houses import ask

THURSDAY = date(2026, 11, 26)
SOON = 20_000


class Printers(Printing):
    """Printers of a PC. troubles: what a printer of that name answers; ill: what it lacks."""

    def __init__(self, *names: str) -> None:
        super().__init__()
        self.names = names
        self.jobs: list[tuple[PrintJob, str]] = []
        self.troubles: dict[str, Trouble] = {}
        self.ill: dict[str, str] = {}
        self.looked = 0

    def look_for_printers(self) -> None:
        self.looked += 1
        self.printers_found.emit(tuple(Printer(name) for name in self.names))

    def send(self, job: PrintJob, printer: str) -> None:
        if printer in self.troubles:
            self.failed.emit(self.troubles[printer])
            return
        self.jobs.append((job, printer))
        name = f"{printer}-{len(self.jobs)}"
        reason = self.ill.get(printer, "")
        self.sent.emit(Receipt(job.title, printer, reason == "stopped", name, reason))

    def tell(self, place: int, *, done: bool = False, reason: str = "") -> None:
        """What became of the job at this place."""
        job, printer = self.jobs[place]
        self.followed.emit(JobNews(job.title, printer, f"{printer}-{place + 1}", done, reason))

    def stop(self) -> None:
        self.names = ()

    def titles(self) -> list[str]:
        return [job.title for job, _printer in self.jobs]


@pytest.fixture
def printers() -> Printers:
    return Printers("Accueil", "Bureau")


@pytest.fixture
def paper_desk(qtbot: Any, housed: ScreenContext, printers: Printers) -> Iterator[PaperDesk]:
    """The demonstration venue on its Thursday morning, and the desk's papers."""
    window = QWidget()
    qtbot.addWidget(window)
    made = PaperDesk(housed, window, printers)
    yield made
    made.close()


def opened(qtbot: Any, desk: PaperDesk, wanted: Wanted) -> PreviewWindow:
    """The window, once it shows this paper."""
    preview = desk.open(wanted)
    qtbot.waitUntil(
        lambda: (
            preview.paper is not None
            and preview.paper.wanted is not None
            and preview.paper.wanted.kind is wanted.kind
        ),
        timeout=SOON,
    )
    return preview


def paper_of(preview: PreviewWindow) -> Paper:
    assert preview.paper is not None
    return preview.paper


def seen(preview: PreviewWindow) -> Wanted:
    """The wish behind the paper now seen."""
    wanted = paper_of(preview).wanted
    assert wanted is not None
    return wanted


def title(preview: PreviewWindow | None) -> str:
    assert preview is not None
    return paper_of(preview).title


def pdf(preview: PreviewWindow) -> bytes:
    return paper_of(preview).pdf


def words(preview: PreviewWindow) -> str:
    return whole_text(pdf(preview))


def said(preview: PreviewWindow) -> str:
    return preview.said.words.text() if preview.said.isVisible() else ""


def wait(qtbot: Any, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition, timeout=SOON)


def move_the_permanence(qtbot: Any, context: ScreenContext) -> None:
    """P06 of Thursday goes from Bureau 2 to the Atelier, as on the day of the story."""
    from tests.builders import MANAGER, room_id

    services = context.services

    def move() -> object:
        rows = services.planning.held(THURSDAY, THURSDAY)
        row = next(one for one in rows if one.series_code == "P06")
        atelier = room_id(services.database, "ATE")
        return services.bookings.change(
            row.id, row.version, by=MANAGER, override="panne", room_id=atelier
        )

    ask(qtbot, context, move)
