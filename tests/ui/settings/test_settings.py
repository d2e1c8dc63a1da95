"""The settings: choices kept at once, the venue in words, a copy that is really there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy

from desktop_app.domain.staff import Actor, Role
from desktop_app.ui.navigation import Destination
from desktop_app.ui.settings import SettingsScreen
from desktop_app.ui.settings.venue_card import facts_of
from desktop_app.ui.widgets import Button, Chip
from tests.ui.conftest import RESOURCES
from tests.ui.houses import ask, move_in

MANAGER = Actor("essai", Role.MANAGER, may_override=True)


@pytest.fixture
def services(qtbot, context, tmp_path: Path):
    opened = move_in(qtbot, context, tmp_path)
    yield opened
    ask(qtbot, context, opened.close)


@pytest.fixture
def screen(qtbot, context, services, tmp_path: Path) -> SettingsScreen:
    made = SettingsScreen(context, backups=tmp_path / "copies")
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


def test_the_text_size_follows_the_list_and_the_keys(screen, context) -> None:
    box = screen.this_pc.scale
    box.setCurrentIndex(box.findData(150))
    box.activated.emit(box.currentIndex())
    assert (context.theme.scale, context.preferences.text_scale) == (150, 150)
    context.theme.set_scale(130)
    assert box.currentData() == 130


def test_colours_sound_mask_and_name_are_kept_at_once(screen, context) -> None:
    pc = screen.this_pc
    pc.colours.setCurrentIndex(pc.colours.findData("dark"))
    pc.colours.activated.emit(pc.colours.currentIndex())
    pc.sound.setChecked(False)
    pc.masked.setChecked(True)
    pc.desk.setText(" Accueil 2 ")
    pc.desk.editingFinished.emit()
    preferences = context.preferences
    assert (preferences.theme, preferences.muted, preferences.desk_name) == (
        "dark",
        True,
        "Accueil 2",
    )
    assert context.privacy.masked
    context.privacy.set_masked(False)
    assert not pc.masked.isChecked()


def test_the_venue_is_told_in_words(screen, context, qtbot) -> None:
    importing = context.services.importing
    report = ask(qtbot, context, lambda: importing.plan_folder(RESOURCES / "demo"))
    ask(qtbot, context, lambda: importing.apply(report, by=MANAGER, take_doubtful=True))
    facts = dict(facts_of(ask(qtbot, context, context.services.venue.venue)))
    assert facts["Mardi"] == "9\u00a0h\u00a030 – 21\u00a0h\u00a030"
    assert "premier du mois" in facts["Samedi"]
    assert facts["Salles"].startswith("11\u00a0salles") or facts["Salles"].startswith("11 salles")


def test_an_empty_venue_says_so(screen, context, qtbot) -> None:
    facts = dict(facts_of(ask(qtbot, context, context.services.venue.venue)))
    assert facts["Salles"] == "aucune encore"


def test_a_copy_is_made_now(screen, context, qtbot, tmp_path: Path) -> None:
    said = QSignalSpy(context.notices.said)
    screen.care.backup_button.click()
    assert screen.care.backup_button.is_busy
    qtbot.waitUntil(lambda: not screen.care.backup_button.is_busy, timeout=20000)
    copies = list((tmp_path / "copies").iterdir())
    assert len(copies) == 1
    assert copies[0].name in said.at(0)[0].text


def test_a_copy_that_cannot_be_written_is_said_and_the_button_comes_back(
    context, services, qtbot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    screen = SettingsScreen(context, backups=tmp_path / "file")
    qtbot.addWidget(screen)
    screen.care.backup_button.click()
    qtbot.waitUntil(lambda: not screen.care.backup_button.is_busy, timeout=20000)
    assert list(tmp_path.glob("file")) != []


def test_the_installation_is_examined(screen, qtbot) -> None:
    screen.care.doctor_button.click()
    qtbot.waitUntil(lambda: len(screen.care.findChildren(Chip)) > 5, timeout=20000)


def test_new_tables_are_one_button_away(screen, context) -> None:
    went = QSignalSpy(context.navigator.go)
    screen.lists.findChildren(Button)[0].click()
    assert went.at(0) == [Destination("welcome", text="tables")]


def test_at_twice_the_size_one_column_is_left(screen, context, qtbot) -> None:
    assert screen.this_pc.y() == screen.venue.y()
    context.theme.set_scale(200)
    qtbot.waitUntil(lambda: screen.venue.y() > screen.this_pc.geometry().bottom())
