"""Care of the installation: copies, and the examination behind `accueil doctor`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from database import backup, health, schema
from database.unit_of_work import Database
from desktop_app.domain.refusals import Trouble
from desktop_app.domain.staff import DESK_ROLES, Actor
from desktop_app.services.venue import VenueBook

_FONTS = (
    "Inter_400Regular.ttf",
    "Inter_500Medium.ttf",
    "Inter_600SemiBold.ttf",
    "Inter_700Bold.ttf",
    "paper/InterTabular-Regular.ttf",
    "paper/InterTabular-Bold.ttf",
)
_LIBRARIES = ("reportlab", "pypdfium2", "openpyxl", "phonenumbers", "alembic", "dateutil")
_PRINTER_SECONDS = 5
_COPY_NAME = "accueil-du-"
_KEPT = timedelta(days=35)
OK, WARNING, ERROR = "ok", "warning", "error"

_SHAPES = {schema.Shape.CURRENT: OK, schema.Shape.OLDER: WARNING, schema.Shape.EMPTY: WARNING}
"""What the desk brings up to date by itself is to be seen, not to be repaired."""


class Finding(NamedTuple):
    """One thing examined. state: `ok`, `warning`, `error`; code and values make its sentence."""

    subject: str
    state: str
    code: str
    values: dict[str, Any]


class Care:
    """Copies and examinations. Nothing here changes the venue's data."""

    def __init__(self, database: Database, venue_book: VenueBook, resources: Path) -> None:
        self._database = database
        self._venue_book = venue_book
        self._resources = resources

    def back_up(self, target: Path, *, by: Actor) -> Path:
        """Write a whole, checked copy to this file. Raises the Troubles of `database.backup`."""
        by.require(*DESK_ROLES)
        return backup.copy_to(self._database, target)

    def back_up_to_folder(self, folder: Path, *, by: Actor) -> Path:
        """The same, under a name that says when: `accueil-2026-11-26-09h55.sqlite`."""
        stamp = datetime.strftime(self._database.clock.now(), "%Y-%m-%d-%Hh%M")
        folder.mkdir(parents=True, exist_ok=True)
        return self.back_up(folder / f"accueil-{stamp}.sqlite", by=by)

    def keep_copy(self, folder: Path) -> datetime | None:
        """Today's copy, replaced each time, and those of the last five weeks; when it was made.

        None on a server, whose keeper copies it. Source: backups hold at most 35 days.
        """
        if self._database.path is None:
            return None
        now = self._database.clock.now()
        folder.mkdir(parents=True, exist_ok=True)
        backup.copy_to(self._database, folder / f"{_COPY_NAME}{now.date().isoformat()}.sqlite")
        oldest = (now.date() - _KEPT).isoformat()
        for copy in folder.glob(f"{_COPY_NAME}????-??-??.sqlite"):
            if copy.stem.removeprefix(_COPY_NAME) < oldest:
                copy.unlink(missing_ok=True)
        return now

    def examine(self) -> tuple[Finding, ...]:
        """Is this installation sound? Every examination is made, whatever the others find."""
        return tuple(self._examine())

    def _examine(self) -> Iterator[Finding]:
        yield from _guarded(self._database_states)
        yield from examine_program(self._resources)

    def _database_states(self) -> Iterator[Finding]:
        with self._database.reading() as connection:
            shape = schema.shape_of(connection)
            version = health.engine_version(connection)
        yield Finding("database", _SHAPES.get(shape, ERROR), f"database_{shape.value}", {})
        yield Finding("engine", OK, "engine", {"version": version})
        if shape is schema.Shape.CURRENT:
            for examination in (self._integrity, self._venue):
                yield from _guarded(examination)

    def _integrity(self) -> Iterator[Finding]:
        with self._database.reading() as connection:
            problems = health.problems(connection)
        if problems:
            yield Finding("integrity", ERROR, "integrity_broken", {"problem": problems[0]})
        else:
            yield Finding("integrity", OK, "integrity_sound", {})

    def _venue(self) -> Iterator[Finding]:
        venue = self._venue_book.venue()
        state = OK if venue.rooms and venue.calendar.periods else WARNING
        code = "venue_known" if venue.rooms else "venue_empty"
        yield Finding("venue", state, code, {"rooms": len(venue.rooms)})


def examine_program(resources: Path) -> Iterator[Finding]:
    """What can be examined without any database: Python, fonts, libraries, printers."""
    yield _python()
    yield _fonts(resources)
    yield from _libraries()
    yield _printers()


def _fonts(resources: Path) -> Finding:
    missing = [name for name in _FONTS if not (resources / "fonts" / name).is_file()]
    code = "fonts_missing" if missing else "fonts_present"
    return Finding("fonts", ERROR if missing else OK, code, {"missing": ", ".join(missing)})


def _guarded(examination: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    try:
        yield from examination()
    except Trouble as trouble:
        yield Finding("database", ERROR, trouble.code, dict(trouble.values))


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding("python", OK, "python", {"version": version})


def _libraries() -> Iterator[Finding]:
    from importlib.util import find_spec

    missing = [name for name in (*_LIBRARIES, "PySide6") if find_spec(name) is None]
    code = "libraries_missing" if missing else "libraries_present"
    values = {"missing": ", ".join(missing)}
    yield Finding("libraries", ERROR if missing else OK, code, values)
    camera = find_spec("zxingcpp") is not None
    code = "scanner_with_camera" if camera else "scanner_by_keyboard"
    yield Finding("scanner", OK, code, {})


def _printers() -> Finding:
    if sys.platform == "win32":
        return Finding("printers", OK, "printers_by_windows", {})
    tool = shutil.which("lpstat")
    if tool is None:
        return Finding("printers", WARNING, "printing_not_installed", {})
    try:
        listed = subprocess.run(
            [tool, "-e"],
            capture_output=True,
            text=True,
            timeout=_PRINTER_SECONDS,
            check=False,
        ).stdout.split()
    except subprocess.TimeoutExpired:
        return Finding("printers", WARNING, "printing_silent", {})
    code = "printers_found" if listed else "printers_none"
    return Finding("printers", OK if listed else WARNING, code, {"names": ", ".join(listed)})
