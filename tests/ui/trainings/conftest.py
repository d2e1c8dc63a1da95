"""A training at 14 h with its list, ten minutes before, on a real file; and its screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.services.house import Services
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.devices.scanner import Scanner
from desktop_app.ui.devices.sounds import Sounds
from desktop_app.ui.navigation import Destination
from desktop_app.ui.trainings.arrivals_by_badge import ArrivalsByBadge
from desktop_app.ui.trainings.screen import TrainingsScreen
from tests.builders import RECEPTION, a_full_list, a_person, a_session, a_venue, an_enrolment
from tests.ui.houses import ask, move_in

TEN_TO_TWO = datetime(2026, 11, 26, 13, 50)


class HeardSounds(Sounds):
    """What the loudspeaker was asked to play."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(Path(), context.preferences)
        self.heard: list[str] = []

    def play(self, family: str) -> None:
        self.heard.append(family)


@pytest.fixture
def services(qtbot, context, tmp_path: Path) -> Iterator[Services]:
    opened = move_in(qtbot, context, tmp_path)
    context.actor = RECEPTION
    yield opened
    ask(qtbot, context, opened.close)


@pytest.fixture
def session_id(qtbot, context, services: Services) -> int:
    """Eight people with badges, two of one name, and one on the waiting list."""

    def work() -> int:
        a_venue(services.database)
        made = a_session(services)
        a_full_list(services, made, 8)
        for email in ("camille.m@example.org", "cmartin@example.org"):
            person = a_person(services.database, "Martin-Test", "Camille", email=email)
            an_enrolment(services.database, made, person)
        waiting = a_person(services.database, "Noirétang", "Maëlle")
        an_enrolment(services.database, made, waiting, "waitlisted")
        return made

    made = ask(qtbot, context, work)
    context.clock.set(TEN_TO_TWO)
    return int(made)


@pytest.fixture
def badges(qtbot, context, services: Services, session_id: int) -> list[str]:
    """The eight badges, in alphabetical order of their people."""
    from sqlalchemy import select

    from database import tables

    def work() -> list[str]:
        with services.database.reading() as connection:
            found = connection.execute(
                select(tables.badge.c.code).order_by(tables.badge.c.person_id)
            )
            return list(found.scalars())

    return ask(qtbot, context, work)


@pytest.fixture
def sounds(context: ScreenContext) -> HeardSounds:
    return HeardSounds(context)


@pytest.fixture
def scanner(qapp: QApplication, context: ScreenContext) -> Iterator[Scanner]:
    """The reader, wired to the desk as the window does it."""
    made = Scanner(qapp)
    made.badge_scanned.connect(context.desk.badge_scanned)
    made.scan_unreadable.connect(context.desk.scan_unreadable)
    yield made
    made.stop()
    made.setParent(None)


@pytest.fixture
def arrivals(context: ScreenContext, sounds: HeardSounds) -> ArrivalsByBadge:
    return ArrivalsByBadge(context, sounds)


@pytest.fixture
def screen(
    qtbot, context: ScreenContext, arrivals: ArrivalsByBadge, scanner: Scanner, session_id: int
) -> TrainingsScreen:
    """The screen alone, on the station of the session, the keyboard in its search."""
    made = TrainingsScreen(context, arrivals)
    qtbot.addWidget(made)
    context.navigator.go.connect(made.open)
    made.resize(1240, 700)
    made.open(Destination("trainings", session_id=session_id))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: bool(made.station.card.model.rows))
    made.station.card.search.setFocus()
    return made
