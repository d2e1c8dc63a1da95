"""Bringing the venue's spreadsheets in: a dry run that touches nothing, then the good lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import SystemRandom

from database.unit_of_work import Database
from desktop_app.domain.badges import Chooser
from desktop_app.domain.changes import EVERYTHING
from desktop_app.domain.clock import Clock
from desktop_app.domain.import_report import ImportOutcome, ImportReport, ListKind, Verdict
from desktop_app.domain.staff import DESK_ROLES, Actor, Role
from desktop_app.services.importing.demo import enliven
from desktop_app.services.importing.loading import load_known
from desktop_app.services.importing.planning import (
    ReadFile,
    files_of,
    plan_files,
    read_file,
    tables_of,
)
from desktop_app.services.importing.writer import Writer, lines_to_write
from desktop_app.services.venue import VenueBook

Progress = Callable[[int, int], None]
"""Told (lines written, lines to write)."""

_STEP = 20
"""Lines between two words of progress, and between two looks at the cancel button."""

_ONLY_FOR_THE_OFFICE = frozenset({ListKind.STAFF})
_LEFT_ALONE = frozenset({Verdict.UNCHANGED, Verdict.REFUSED})


class _Cancelled(Exception):
    """Somebody pressed the button: the transaction is rolled back."""


def _tell(
    done: int, total: int, progress: Progress | None, cancelled: Callable[[], bool] | None
) -> None:
    if done % _STEP and done != total:
        return
    if cancelled is not None and cancelled():
        raise _Cancelled
    if progress is not None:
        progress(done, total)


class Importing:
    """The verbs of an import. Reading and judging need no actor; writing does."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        venue_book: VenueBook,
        random: Chooser | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._venue_book = venue_book
        self._random = random or SystemRandom()

    def plan_folder(self, folder: Path) -> ImportReport:
        """Judge every list of a folder. Nothing is touched.

        Raises Refusals `folder_missing`, `folder_without_tables`; what is wrong with a single
        file or line is in the report.
        """
        return self._plan([read_file(path) for path in files_of(folder)])

    def plan_file(self, path: Path) -> ImportReport:
        """Judge one list. Nothing is touched; a file that cannot be read is in the report."""
        return self._plan([read_file(path)])

    def plan_files(self, paths: tuple[Path, ...]) -> ImportReport:
        """Judge several lists together, whatever folders they lie in."""
        return self._plan([read_file(path) for path in paths])

    def apply(
        self,
        report: ImportReport,
        *,
        by: Actor,
        take_doubtful: bool = False,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> ImportOutcome:
        """Write the good lines of a report, and the doubtful ones if they are taken, at once.

        The lines are judged again within the transaction, so that what another desk did since the
        dry run counts. Cancelled or failed: nothing is written. Raises `role_forbidden`.
        """
        by.require(*_roles_for(report))
        files = [file for file in report.sheets if isinstance(file, ReadFile)]
        today = self._clock.today()
        try:
            with self._database.writing() as work:
                known = load_known(
                    work.connection, tables_of(files), today, keep_doubtful=take_doubtful
                )
                fresh = plan_files(files, known)
                by.require(*_roles_for(fresh))
                writer = Writer(work, known, self._clock.instant(), self._random)
                lines = lines_to_write(fresh, take_doubtful=take_doubtful)
                for done, (file, line) in enumerate(lines, start=1):
                    writer.put(file, line)
                    _tell(done, len(lines), progress, cancelled)
                written = len(lines)
                if written:
                    counts = {str(verdict): count for verdict, count in fresh.counts.items()}
                    names = [file.name for file in fresh.files]
                    work.journal(by, "import", "import", None, files=names, **counts)
                    work.touch_everything()
        except _Cancelled:
            return ImportOutcome(report, 0, cancelled=True)
        return ImportOutcome(fresh, written)

    def load_demo(self, folder: Path, *, by: Actor) -> ImportOutcome:
        """The demonstration venue: every list of the folder, doubtful lines too, then a day that
        has begun. Twice is once."""
        outcome = self.apply(self.plan_folder(folder), by=by, take_doubtful=True)
        enliven(self._database, by=by)
        self._database.ring(EVERYTHING)
        return outcome

    def _plan(self, files: list[ReadFile]) -> ImportReport:
        with self._database.reading() as connection:
            known = load_known(connection, tables_of(files), self._clock.today())
        return plan_files(files, known)


def _roles_for(report: ImportReport) -> tuple[Role, ...]:
    """The staff's own list, which gives rights, is changed by the manager alone; left as it is, it
    may lie among the others: people import their folder again."""
    changing = {
        file.kind
        for file in report.files
        if any(line.verdict not in _LEFT_ALONE for line in file.lines)
    }
    return () if changing & _ONLY_FOR_THE_OFFICE else DESK_ROLES
