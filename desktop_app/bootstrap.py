"""The one room where everyone is introduced to everyone: settings become services and a window.

In order: the language, the clock, the address, the services (on the thread that will use them),
then, for the desk, the window and its screens. Nothing here decides anything about the venue.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app.domain.changes import Changes
from desktop_app.domain.clock import Clock, StartedClock, SystemClock
from desktop_app.domain.refusals import Trouble
from desktop_app.settings import RESOURCES, Settings
from desktop_app.wording import use_language

if TYPE_CHECKING:
    from desktop_app.services.care import Finding
    from desktop_app.services.house import Services

DEMO_MOMENT = datetime(2026, 11, 26, 9, 55)
"""When the demonstration venue is at its most alive: Thursday of week 48, five to ten."""


@dataclass(frozen=True, slots=True)
class Start:
    """How this run of the program was asked for on the command line."""

    demo: bool = False
    database: str | None = None
    now: datetime | None = None
    language: str | None = None


def speak(language: str) -> None:
    """Use this language for every sentence from now on."""
    use_language(language, RESOURCES / "translations")


def clock_of(start: Start) -> Clock:
    """The PC's clock, or one that starts where it was told."""
    moment = start.now or (DEMO_MOMENT if start.demo else None)
    return StartedClock(moment) if moment else SystemClock()


def address_of(start: Start, settings: Settings) -> str:
    """The database to open: the command line first, then this PC's settings.

    The folder of a file is made when missing; Trouble `database_unreachable` when it cannot be.
    """
    address = asked_address(start, settings)
    if "://" not in address:
        try:
            Path(address).expanduser().parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Trouble("database_unreachable") from error
    return address


def asked_address(start: Start, settings: Settings) -> str:
    """The same, and nothing is made."""
    return start.database or settings.database


def file_of(address: str) -> Path | None:
    """The file of an address; None for a server. Raises Trouble `address_unreadable`."""
    from database.engine import sqlite_path, url_of

    return sqlite_path(url_of(address))


def is_missing(start: Start, settings: Settings) -> bool:
    """The asked database is a file, and it is not there."""
    file = file_of(asked_address(start, settings))
    return file is not None and not file.is_file()


def services_of(start: Start, settings: Settings, clock: Clock) -> Services:
    """The venue's services on the asked database. Call on the thread that will use them."""
    from desktop_app.services.house import open_house

    return open_house(address_of(start, settings), clock, desk=settings.desk, resources=RESOURCES)


def known_services_of(start: Start, settings: Settings, clock: Clock) -> Services:
    """The same, on a database that is there already: a slip in its address makes no new one.

    Raises Trouble `database_missing`.
    """
    if is_missing(start, settings):
        file = file_of(asked_address(start, settings))
        raise Trouble("database_missing", path=str(file))
    return services_of(start, settings, clock)


def examine(start: Start, settings: Settings, clock: Clock) -> tuple[Finding, ...]:
    """Is this installation sound? The database is looked at as it is: not made, not upgraded."""
    from database.unit_of_work import Database
    from desktop_app.services import care
    from desktop_app.services.venue import VenueBook

    address = asked_address(start, settings)
    if is_missing(start, settings):
        file = file_of(address)
        code = "database_missing" if start.database else "database_not_yet"
        state = care.ERROR if start.database else care.WARNING
        missing = care.Finding("database", state, code, {"path": str(file)})
        return (missing, *care.examine_program(RESOURCES))
    database = Database(address, clock, settings.desk)
    try:
        return care.Care(database, VenueBook(database), RESOURCES).examine()
    finally:
        database.close()


class DemoVenue:
    """A throw-away copy of the demonstration venue; gone when closed."""

    def __init__(self) -> None:
        import tempfile  # not at the start of an ordinary desk

        self.folder = Path(tempfile.mkdtemp(prefix="accueil-demo-"))

    @property
    def address(self) -> str:
        return str(self.folder / "demonstration.sqlite")

    def services(self, clock: Clock, desk: str = "accueil") -> Services:
        """Build the demonstration venue (a second or so) and open it."""
        from desktop_app.domain.staff import Actor, Role
        from desktop_app.services.house import open_house

        services = open_house(self.address, clock, desk=desk, resources=RESOURCES)
        importer = Actor("demonstration", Role.MANAGER, may_override=True)
        services.importing.load_demo(RESOURCES / "demo", by=importer)
        return services

    def throw_away(self) -> None:
        import shutil

        shutil.rmtree(self.folder, ignore_errors=True)


class ServicesOnDemand:
    """The services, opened at the first word that needs one, on the thread that needs it.

    So the window is painted before the libraries of the database are loaded. A failure to open is
    raised at each word until it succeeds.
    """

    def __init__(self, opener: Callable[[], Services]) -> None:
        self._opener = opener
        self._services: Services | None = None

    def __getattr__(self, name: str) -> Any:
        if self._services is None:
            self._services = self._opener()
        return getattr(self._services, name)

    def close_if_open(self) -> None:
        """Give the database back, if it was ever opened."""
        if self._services is not None:
            self._services.close()


class Source(NamedTuple):
    """Where a desk's data come from. file: the SQLite file, if it is one and is there already.

    is_new: there is no venue yet. services: opened on demand. close: gives everything back.
    """

    services: Any
    close: Callable[[], None]
    file: Path | None
    is_new: bool


def source_of(
    start: Start, settings: Settings, clock: Clock, ring: Callable[[Changes], None]
) -> Source:
    """The services of a desk, opened when first needed; their bell rings through `ring`."""
    demo = DemoVenue() if start.demo else None

    def open_them() -> Services:
        services = demo.services(clock) if demo else services_of(start, settings, clock)
        services.database.listeners.append(ring)
        return services

    services = ServicesOnDemand(open_them)

    def close() -> None:
        services.close_if_open()
        if demo is not None:
            demo.throw_away()

    if demo is not None:
        return Source(services, close, None, False)
    address = address_of(start, settings)
    file = None if "://" in address else Path(address).expanduser().absolute()
    is_new = file is not None and not file.exists()
    return Source(services, close, file, is_new)
