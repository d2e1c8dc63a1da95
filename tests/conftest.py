"""Plumbing of every test: where Qt draws, whose home is used, databases, and what must not leak.

The environment is set before anything of the program is imported.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HOME = tempfile.TemporaryDirectory(prefix="accueil-tests-")
for place in ("CONFIG", "DATA", "STATE", "CACHE"):  # never the settings of whoever runs the tests
    os.environ[f"XDG_{place}_HOME"] = str(Path(HOME.name) / place.lower())

import pytest
from hypothesis import settings

from database.schema import prepare
from database.unit_of_work import Database
from desktop_app.domain.clock import StoppedClock
from desktop_app.services.house import Services, house_of
from desktop_app.settings import RESOURCES
from tests import builders
from tests.support import databases, leaks, postgres

# A busy machine is slow, not wrong.
settings.register_profile("desk", deadline=None)
settings.load_profile("desk")

ENGINES = ["sqlite", "postgresql"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without a real screen, leave out the tests that need one; `./dev test` gives them one."""
    if os.environ["QT_QPA_PLATFORM"] == "xcb":
        return
    left_out = [item for item in items if item.get_closest_marker("xvfb")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def pytest_unconfigure() -> None:
    HOME.cleanup()


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Every test ends the threads it starts."""
    before = leaks.python_threads()
    if "PySide6.QtCore" in sys.modules:
        leaks.watch_qt_threads()
    yield
    running = leaks.left_running(before)
    assert not running, f"threads left running: {running}"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The administration address of a real PostgreSQL: the one `./dev test` started, or ours."""
    if known := os.environ.get("ACCUEIL_TEST_POSTGRES"):
        yield known
    else:
        with postgres.running_server() as address:
            yield address


@pytest.fixture(params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    """Run the test once an engine; `@pytest.mark.parametrize("engine_name", […])` narrows it."""
    return str(request.param)


@pytest.fixture
def fresh_address(
    engine_name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[str]:
    """The address of a new database with nothing in it, on each engine."""
    if engine_name == "sqlite":
        yield databases.sqlite_address(tmp_path / "accueil.sqlite")
        return
    server = databases.PostgresServer(request.getfixturevalue("postgres_server"))
    with server.database() as name:
        yield server.address_of(name)


@pytest.fixture(scope="session")
def migrate() -> Callable[[str], None]:
    """Brings the empty database at an address up to date, and closes it."""

    def bring_up_to_date(address: str) -> None:
        database = Database(address, StoppedClock(builders.NOW))
        try:
            prepare(database)
        finally:
            database.close()

    return bring_up_to_date


@pytest.fixture(scope="session")
def migrated_sqlite(
    tmp_path_factory: pytest.TempPathFactory, migrate: Callable[[str], None]
) -> Path:
    """A migrated file, made once, to be copied."""
    path = tmp_path_factory.mktemp("template") / "migrated.sqlite"
    migrate(databases.sqlite_address(path))
    return path


@pytest.fixture(scope="session")
def migrated_postgres(postgres_server: str, migrate: Callable[[str], None]) -> Iterator[str]:
    """The name of a migrated database, made once, to be copied."""
    server = databases.PostgresServer(postgres_server)
    with server.database() as name:
        migrate(server.address_of(name))
        yield name


@pytest.fixture
def migrated_address(
    engine_name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[str]:
    """The address of a new database with all tables and no row, on each engine; cheap."""
    if engine_name == "sqlite":
        template = request.getfixturevalue("migrated_sqlite")
        yield databases.copy_sqlite(template, tmp_path / "accueil.sqlite")
        return
    template = request.getfixturevalue("migrated_postgres")
    server = databases.PostgresServer(request.getfixturevalue("postgres_server"))
    with server.database(template) as name:
        yield server.address_of(name)


@pytest.fixture
def clock() -> StoppedClock:
    """Thursday 26 November 2026, five to ten, until the test moves it."""
    return StoppedClock(builders.NOW)


@pytest.fixture
def database(migrated_address: str, clock: StoppedClock) -> Iterator[Database]:
    """A database with all tables and no row, on each engine."""
    opened = Database(migrated_address, clock)
    yield opened
    opened.close()


@pytest.fixture
def house(database: Database) -> Services:
    """All services on a venue with rooms, opening hours and a few associations."""
    builders.a_venue(database)
    return house_of(database, resources=RESOURCES)
