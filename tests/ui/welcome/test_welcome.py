"""The first start: nothing is written before it was seen, and all can be cancelled."""

from __future__ import annotations

import csv
import time
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QSignalSpy

from desktop_app.domain.import_report import Verdict
from desktop_app.ui.navigation import Destination
from desktop_app.ui.welcome import WelcomeScreen
from tests.ui.conftest import RESOURCES
from tests.ui.houses import ask, move_in
from tests.ui.typing_keys import press

DEMO = RESOURCES / "demo"
LONG = 30_000


@pytest.fixture
def services(qtbot, context, tmp_path: Path):
    opened = move_in(qtbot, context, tmp_path)
    yield opened
    ask(qtbot, context, opened.close)


@pytest.fixture
def screen(qtbot, context, services) -> WelcomeScreen:
    made = WelcomeScreen(context, open_demo=demo_asked.append_call)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.open(Destination("welcome"))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


class _Calls(list):
    def append_call(self) -> None:
        self.append("demo")


demo_asked = _Calls()


def judge(qtbot, screen, *paths: Path) -> None:
    ended = QSignalSpy(screen.lists.run.ended)
    screen.lists.judge(*paths)
    qtbot.waitUntil(lambda: ended.count() == 1, timeout=LONG)


def write(qtbot, screen, button) -> None:
    ended = QSignalSpy(screen.lists.run.ended)
    button.click()
    qtbot.waitUntil(lambda: ended.count() == 1, timeout=LONG)


def rooms(qtbot, context) -> int:
    return len(ask(qtbot, context, lambda: context.services.venue.venue().rooms))


def test_three_choices_are_offered_to_the_keyboard(screen) -> None:
    assert screen.pages.currentWidget() is screen.choices
    screen.first_focus().setFocus()
    demo_asked.clear()
    press(screen, Qt.Key.Key_Return)
    assert demo_asked == ["demo"]
    for tile in (screen.choices.demo, screen.choices.lists, screen.choices.empty):
        assert tile.accessibleName()
        assert tile.accessibleDescription()


def test_beginning_empty_is_remembered_and_leads_to_today(screen, context) -> None:
    went = QSignalSpy(context.navigator.go)
    screen.choices.empty.click()
    assert context.preferences.welcomed
    assert went.at(0) == [Destination("today")]
    screen.open(Destination("welcome"))
    assert screen.pages.currentWidget() is screen.lists, "later it is the door for new tables"


def test_the_dry_run_shows_every_line_and_writes_none(screen, context, qtbot) -> None:
    screen.choices.lists.click()
    judge(qtbot, screen, DEMO)
    page = screen.lists
    report = page._report
    assert page.model.rowCount() >= sum(report.counts.values())
    assert str(report.to_write(take_doubtful=False)) in page.sure_button.word()
    assert page.table.hasFocus()
    assert rooms(qtbot, context) == 0


def test_the_sure_lines_are_imported_and_the_screens_are_told(screen, context, qtbot) -> None:
    rung = QSignalSpy(context.hub.changed)
    judge(qtbot, screen, DEMO)
    with qtbot.waitSignal(screen.lists.imported, timeout=LONG) as imported:
        screen.lists.sure_button.click()
    assert imported.args[0] > 100
    qtbot.waitUntil(lambda: rung.count() == 1)
    assert rooms(qtbot, context) == 12
    assert context.preferences.welcomed


def test_a_second_import_finds_nothing_new(screen, context, qtbot) -> None:
    judge(qtbot, screen, DEMO)
    assert screen.lists.card.title.text() == "Essai à blanc"
    write(qtbot, screen, screen.lists.sure_button)
    assert screen.lists.card.title.text() == "Import terminé"
    judge(qtbot, screen, DEMO)
    assert screen.lists.card.title.text() == "Essai à blanc"
    counts = screen.lists._report.counts
    assert counts[Verdict.CREATED] == 0
    assert counts[Verdict.REFUSED] == 0


def a_list_of_rooms(path: Path, rows: list[list[str]]) -> Path:
    with (DEMO / "salles.csv").open(encoding="utf-8-sig", newline="") as file:
        original = list(csv.reader(file, delimiter=";"))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([original[0], *original[1:], *rows])
    return path


def test_a_filter_shows_one_verdict_with_its_reason(screen, context, qtbot, tmp_path) -> None:
    width = len((DEMO / "salles.csv").read_text(encoding="utf-8-sig").splitlines()[0].split(";"))
    bad = a_list_of_rooms(tmp_path / "salles.csv", [["", "Sans code", *[""] * (width - 2)]])
    screen.choices.lists.click()
    judge(qtbot, screen, bad)
    page = screen.lists
    refused = page.counts.buttons[Verdict.REFUSED]
    assert refused.isVisible()
    refused.click()
    assert {row.verdict for row in page.model.rows} == {Verdict.REFUSED}
    assert page.why.text() == page.model.rows[0].why != ""
    page.counts.buttons["all"].click()
    assert page.model.rowCount() > 1


def test_a_file_that_is_no_table_is_a_line_of_the_report(screen, qtbot, tmp_path) -> None:
    (tmp_path / "notes.csv").write_text("bonjour\n")
    judge(qtbot, screen, tmp_path / "notes.csv")
    page = screen.lists
    assert [row.verdict for row in page.model.rows] == [Verdict.REFUSED]
    assert not page.sure_button.isEnabled()


def test_a_folder_without_tables_is_refused_in_words(screen, context, qtbot, tmp_path) -> None:
    (tmp_path / "vide").mkdir()
    said = QSignalSpy(context.notices.said)
    judge(qtbot, screen, tmp_path / "vide")
    assert said.count() == 1
    assert screen.lists.folder_button.isEnabled()


def a_long_list(path: Path, people: int = 2500) -> Path:
    """A list of enrolments of this many people, like those of the demonstration."""
    model = DEMO / "t02-jeudi-26-novembre.csv"
    text = model.read_bytes()
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            lines = text.decode(encoding).splitlines()
            break
        except UnicodeDecodeError:
            continue
    separator = ";" if ";" in lines[0] else ","
    cells = lines[1].split(separator)
    made = [lines[0]]
    for number in range(people):
        row = [f"p{number}@example.org" if "@" in cell else cell for cell in cells]
        row[1] = f"{row[1]}{number}"
        made.append(separator.join(row))
    path.write_text("\n".join(made), encoding="utf-8")
    return path


def test_a_list_of_2500_rows_does_not_freeze_the_window(screen, qtbot, tmp_path) -> None:
    beats: list[float] = []
    heart = QTimer(screen)
    heart.setInterval(10)
    heart.timeout.connect(lambda: beats.append(time.monotonic()))
    heart.start()
    judge(qtbot, screen, a_long_list(tmp_path / "t02-jeudi-26-novembre.csv"))
    heart.stop()
    gaps = [later - earlier for earlier, later in pairwise(beats)]
    assert screen.lists.model.rowCount() >= 2500
    assert max(gaps) < 0.4


def test_an_import_that_is_cancelled_leaves_nothing(screen, context, qtbot) -> None:
    judge(qtbot, screen, DEMO)
    said = QSignalSpy(context.notices.said)
    screen.lists.run._context.background.ask(screen.lists.run.cancel, print)
    screen.lists.sure_button.click()
    screen.lists.cancel_button.click()
    qtbot.waitUntil(lambda: said.count() == 1, timeout=LONG)
    assert "rien n’a été écrit" in said.at(0)[0].text
    assert rooms(qtbot, context) == 0
    assert screen.lists.sure_button.isEnabled(), "the report is still there to be imported"
