"""Badge scanned → row committed → screen updated: six rooms, each entered once, in this order.

The executable twin of `docs/walk.md`: real keys, real services, a real file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from database import tables
from database.unit_of_work import Database, UnitOfWork
from desktop_app.domain import verdicts
from desktop_app.domain.clock import StoppedClock
from desktop_app.services import checkin
from desktop_app.ui.application import dress, make_application
from desktop_app.ui.background import Background
from desktop_app.ui.change_hub import ChangeHub
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.devices.scanner import Scanner
from desktop_app.ui.devices.sounds import Sounds
from desktop_app.ui.navigation import Destination, Navigator
from desktop_app.ui.notices import Notices
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.trainings.arrivals_by_badge import ArrivalsByBadge
from desktop_app.ui.trainings.screen import TrainingsScreen
from tests.builders import NOW, RECEPTION, a_full_list, a_session, a_venue
from tests.ui.houses import ask, move_in
from tests.ui.typing_keys import type_fast

RESOURCES = Path(__file__).parents[2] / "resources"
TEN_TO_TWO = datetime(2026, 11, 26, 13, 50)
ROOMS = [
    "ui/devices/scanner",
    "ui/trainings",
    "services/checkin",
    "domain/checkin",
    "database/unit_of_work",
    "ui/change_hub",
]


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return make_application(["accueil-tests"])


@pytest.fixture
def context(qapp: QApplication) -> Iterator[ScreenContext]:
    preferences = Preferences()
    preferences.set("muted", True)
    background, hub = Background(), ChangeHub()
    made = ScreenContext(
        services=None,  # type: ignore[arg-type]
        background=background,
        hub=hub,
        clock=StoppedClock(NOW),
        notices=Notices(),
        navigator=Navigator(),
        theme=dress(qapp, RESOURCES, preferences),
        actor=RECEPTION,
        preferences=preferences,
    )
    yield made
    assert background.stop(10)
    qapp.setStyleSheet("")


class Walk:
    """Notes each room as it is entered, and lets the step through."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.entered: list[str] = []
        self._patch = monkeypatch

    def hear_scanner(self, _code: str) -> None:
        self.entered.append(ROOMS[0])

    def note(self, room: str, owner: Any, name: str) -> None:
        """From now on, calling this is entering that room."""
        step: Callable[..., Any] = getattr(owner, name)

        def through(*arguments: Any, **named: Any) -> Any:
            self.entered.append(room)
            return step(*arguments, **named)

        self._patch.setattr(owner, name, through)


@pytest.fixture
def walk(monkeypatch: pytest.MonkeyPatch) -> Walk:
    """The rooms, each noted at its door before anything is connected; the scanner by its signal."""
    made = Walk(monkeypatch)
    made.note("ui/trainings", ArrivalsByBadge, "scan")
    made.note("services/checkin", checkin.CheckInStation, "scan")
    made.note("domain/checkin", checkin, "decide")
    made.note("database/unit_of_work", UnitOfWork, "journal")
    made.note("ui/change_hub", ChangeHub, "ring")
    return made


def test_a_badge_walks_through_six_rooms_once_each(qtbot, qapp, context, walk, tmp_path: Path):
    services = move_in(qtbot, context, tmp_path)

    def lay_the_table() -> tuple[int, list[str]]:
        a_venue(services.database)
        session_id = a_session(services)
        return session_id, a_full_list(services, session_id, 3)

    session_id, badges = ask(qtbot, context, lay_the_table)
    context.clock.set(TEN_TO_TWO)
    scanner = Scanner(qapp)
    scanner.badge_scanned.connect(walk.hear_scanner)
    scanner.badge_scanned.connect(context.desk.badge_scanned)
    arrivals = ArrivalsByBadge(context, Sounds(RESOURCES / "sounds", context.preferences))
    screen = TrainingsScreen(context, arrivals)
    qtbot.addWidget(screen)
    context.navigator.go.connect(screen.open)
    screen.open(Destination("trainings", session_id=session_id))
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    qtbot.waitUntil(lambda: len(screen.station.card.model.rows) == 3)
    assert screen.station.card.present.text() == "0"
    walk.entered.clear()

    type_fast(screen, badges[1], end=Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: screen.station.card.present.text() == "1")
    assert walk.entered == ROOMS
    verdict = screen.station.panel.verdict
    assert verdict is not None
    assert verdict.code is verdicts.Code.OK
    assert screen.station.panel.look().said.headline == "Nour Petipont-002"
    assert stored(qtbot, context, services.database) == [verdict.enrolment_id]
    scanner.stop()
    ask(qtbot, context, services.close)


def stored(qtbot, context: ScreenContext, database: Database) -> list[int]:
    """The enrolments that are checked in, as another connection sees them."""

    def work() -> list[int]:
        with database.engine.connect() as connection:
            return list(connection.execute(select(tables.check_in.c.enrolment_id)).scalars())

    found: list[int] = ask(qtbot, context, work)
    return found
