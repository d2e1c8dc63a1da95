"""An import at work: judged, then written, on the database thread; told and cancelled from here."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.domain.import_report import ImportOutcome, ImportReport
from desktop_app.domain.staff import Actor, Role
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.welcome.import_rows import ImportRow, rows_of

INSTALLER = Actor("installation", Role.MANAGER, may_override=True)
"""Whoever fills an empty venue at the first start: nobody has signed in yet, and the staff's own
list, which gives the rights, comes with the first import."""


class Judged(NamedTuple):
    """A report, and its rows in words: thousands of sentences are not for the window's thread."""

    report: ImportReport
    rows: tuple[ImportRow, ...]

    @classmethod
    def of(cls, report: ImportReport) -> Judged:
        return cls(report, tuple(rows_of(report)))


class Written(NamedTuple):
    """What an import did, and how its lines were judged at that moment."""

    outcome: ImportOutcome
    judged: Judged


class ImportRun(QObject):
    """One dry run at a time, then one writing of what it found."""

    judged = Signal(object)
    """The `Judged` tables of a dry run."""

    progressed = Signal(int, int)
    """Lines written, lines to write."""

    written = Signal(object)
    """What was `Written`; cancelled ones too."""

    failed = Signal(object)
    """A `Refusal` or a `Trouble`: nothing was written."""

    ended = Signal()
    """Whatever came of it, the window may act again."""

    _step = Signal(int, int)

    def __init__(self, context: ScreenContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._stop = threading.Event()
        # Told from the database thread: queued, so that the slots run on the window's.
        self._step.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    def judge(self, paths: tuple[Path, ...]) -> None:
        """Read and judge a folder, or some files. Nothing is touched."""
        self._context.background.ask(
            partial(self._judge, paths),
            self.judged.emit,
            self.failed.emit,
            ended=self.ended.emit,
            owner=self,
        )

    def write(self, report: ImportReport, *, take_doubtful: bool) -> None:
        """Write the good lines, and the doubtful ones if taken."""
        self._stop.clear()
        self._context.background.ask(
            partial(self._write, report, take_doubtful),
            self.written.emit,
            self.failed.emit,
            ended=self.ended.emit,
            owner=self,
        )

    def cancel(self) -> None:
        """Ask the writing to stop: everything it wrote is taken back."""
        self._stop.set()

    def _judge(self, paths: tuple[Path, ...]) -> Judged:
        importing = self._context.services.importing
        if len(paths) == 1 and paths[0].is_dir():
            return Judged.of(importing.plan_folder(paths[0]))
        return Judged.of(importing.plan_files(paths))

    def _write(self, report: ImportReport, take_doubtful: bool) -> Written:
        services = self._context.services
        first_time = not services.venue.venue().rooms
        outcome = services.importing.apply(
            report,
            by=INSTALLER if first_time else self._context.actor,
            take_doubtful=take_doubtful,
            progress=self._step.emit,
            cancelled=self._stop.is_set,
        )
        return Written(outcome, Judged.of(outcome.report))
