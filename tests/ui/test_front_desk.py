"""The whole desk, put together as the program does: every screen opens, and it closes cleanly."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from database import schema
from database.unit_of_work import Database
from desktop_app import bootstrap
from desktop_app import desk as desk_module
from desktop_app.crash_log import CrashLog
from desktop_app.desk import make_desk
from desktop_app.domain.clock import StoppedClock
from desktop_app.services.house import house_of
from desktop_app.settings import RESOURCES, Settings
from desktop_app.ui.front_desk import FrontDesk
from desktop_app.ui.navigation import Destination
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.today.screen import TodayScreen
from desktop_app.ui.trainings.screen import TrainingsScreen
from desktop_app.ui.trouble_page import TroublePage
from tests.builders import MANAGER, NOW, RECEPTION, THURSDAY

Opened = Callable[..., FrontDesk]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    """Opens a desk on a demonstration or on a file, and closes it after the test."""
    desks: list[FrontDesk] = []

    def open_it(start: bootstrap.Start, file: Path | None = None) -> FrontDesk:
        settings = Settings(
            database=str(file or tmp_path / "accueil.sqlite"), backups=str(tmp_path / "copies")
        )
        desk = make_desk(start, settings, CrashLog(tmp_path / "log"))
        desks.append(desk)
        desk.show()
        return desk

    yield open_it
    for desk in desks:
        desk.window.close()


def said(desk: FrontDesk) -> list[str]:
    """What the notice bar said since it is listened to."""
    words: list[str] = []
    desk.context.notices.said.connect(lambda notice: words.append(notice.text))
    return words


def wait_until_quiet(qtbot: QtBot, desk: FrontDesk) -> None:
    qtbot.waitUntil(lambda: not desk.context.background.is_busy, timeout=20_000)


def test_the_demonstration_opens_on_today_and_shows_every_screen(qtbot: QtBot, opened: Opened):
    desk = opened(bootstrap.Start(demo=True, now=NOW))
    wait_until_quiet(qtbot, desk)
    assert desk.window.current is not None
    assert desk.window.current.title() == "Jeudi 26\N{NO-BREAK SPACE}novembre"
    for key in ("planning", "trainings", "cafe", "associations", "settings", "welcome", "today"):
        desk.context.navigator.open(Destination(key))
        wait_until_quiet(qtbot, desk)
        assert desk.window.current.title()


def test_the_demonstration_leaves_nothing_behind(qtbot: QtBot, opened: Opened):
    desk = opened(bootstrap.Start(demo=True, now=NOW))
    wait_until_quiet(qtbot, desk)
    folder = Path(str(desk.context.services.database.path)).parent
    assert folder.is_dir()
    desk.window.close()
    assert not folder.exists()


def test_a_first_start_offers_three_ways_to_begin(qtbot: QtBot, opened: Opened):
    desk = opened(bootstrap.Start(now=NOW))
    wait_until_quiet(qtbot, desk)
    assert desk.window.current is not None
    assert desk.window.current.title() == "Bienvenue"


def test_the_name_given_to_this_desk_goes_into_the_journal(
    qtbot: QtBot, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    remembered = tmp_path / "fenetre.ini"
    monkeypatch.setattr(desk_module, "preferences_file", lambda: remembered)
    preferences = Preferences(remembered)
    preferences.set("desk_name", "Accueil du fond")
    preferences.save()
    desk = opened(bootstrap.Start(now=NOW))
    wait_until_quiet(qtbot, desk)
    assert desk.context.services.database.desk == "Accueil du fond"


def test_a_database_of_a_newer_program_is_told_and_left_alone(
    qtbot: QtBot, opened: Opened, tmp_path: Path
):
    file = tmp_path / "future.sqlite"
    database = Database(str(file), StoppedClock(NOW))
    schema.prepare(database)
    with database.writing() as work:
        work.connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    before = file.read_bytes()
    desk = opened(bootstrap.Start(now=NOW), file)
    page = trouble_shown(qtbot, desk)
    assert "version plus récente" in page.words.sentence.text()
    assert not desk.window.rail.isEnabled()
    assert file.read_bytes() == before


def trouble_shown(qtbot: QtBot, desk: FrontDesk) -> TroublePage:
    """The page shown in place of the desk."""
    shown = desk.window.stack.currentWidget
    qtbot.waitUntil(lambda: isinstance(shown(), TroublePage), timeout=20_000)
    page = shown()
    assert isinstance(page, TroublePage)
    return page


def test_once_the_data_can_be_opened_the_desk_goes_on(qtbot: QtBot, opened: Opened, tmp_path: Path):
    file = tmp_path / "lieu.sqlite"
    file.write_bytes(b"not a database at all " * 500)
    desk = opened(bootstrap.Start(now=NOW), file)
    page = trouble_shown(qtbot, desk)
    file.unlink()
    page.retry.click()
    qtbot.waitUntil(desk.window.rail.isEnabled, timeout=20_000)
    assert isinstance(desk.window.current, TodayScreen)


def test_a_venue_left_empty_is_offered_its_first_steps_again(
    qtbot: QtBot, opened: Opened, tmp_path: Path
):
    file = tmp_path / "vide.sqlite"
    database = Database(str(file), StoppedClock(NOW))
    schema.prepare(database)
    database.close()
    desk = opened(bootstrap.Start(now=NOW), file)
    wait_until_quiet(qtbot, desk)
    assert desk.window.current is not None
    assert desk.window.current.title() == "Bienvenue"
    desk.context.navigator.open(Destination("today"))
    wait_until_quiet(qtbot, desk)
    today = desk.window.current
    assert isinstance(today, TodayScreen)
    assert today.rooms.empty.isVisible()
    assert not today.rooms.timeline.isVisible()


def test_after_a_stop_in_mid_check_in_the_station_comes_back(
    qtbot: QtBot, opened: Opened, tmp_path: Path
):
    clock = StoppedClock(datetime(2026, 11, 26, 13, 58))
    database = Database(str(tmp_path / "lieu.sqlite"), clock)
    schema.prepare(database)
    services = house_of(database, resources=RESOURCES)
    services.importing.load_demo(RESOURCES / "demo", by=MANAGER)
    (session,) = [
        row for row in services.trainings.sessions(THURSDAY, THURSDAY) if row.title_code == "T02"
    ]
    person = services.trainings.session(session.id).attendees[0]
    services.check_in.check_in_enrolment(person.enrolment_id, client_key="one", by=RECEPTION)
    services.close()
    desk = opened(bootstrap.Start(now=datetime(2026, 11, 26, 13, 59)), tmp_path / "lieu.sqlite")
    qtbot.waitUntil(lambda: isinstance(desk.window.current, TrainingsScreen), timeout=20_000)
    shown = desk.window.current
    assert isinstance(shown, TrainingsScreen)
    assert shown.session_id == session.id


def test_a_copy_is_kept_at_the_opening_and_the_header_says_when(
    qtbot: QtBot, opened: Opened, tmp_path: Path
):
    file = tmp_path / "lieu.sqlite"
    database = Database(str(file), StoppedClock(NOW))
    schema.prepare(database)
    database.close()
    opened(bootstrap.Start(now=datetime(2026, 11, 26, 9, 55)), file)
    copy = tmp_path / "copies" / "accueil-du-2026-11-26.sqlite"
    qtbot.waitUntil(copy.exists, timeout=20_000)


def test_the_first_picture_waits_for_no_service(qtbot: QtBot, opened: Opened) -> None:
    def working() -> bool:
        return "database" in {thread.name for thread in threading.enumerate()}

    opened(bootstrap.Start(now=NOW))
    assert not working()  # nothing is painted yet
    qtbot.waitUntil(working)
