"""What this PC remembers, and the four sounds it can make without waiting for them."""

from __future__ import annotations

import os
import stat
import sys
import wave
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy

from desktop_app.ui.devices.sounds import FAMILIES, Sounds
from desktop_app.ui.preferences import Preferences
from tests.ui.conftest import RESOURCES


def test_choices_outlive_the_program(qapp, tmp_path: Path) -> None:
    file = tmp_path / "fenetre.ini"
    first = Preferences(file)
    for name, value in (("text_scale", 150), ("muted", True), ("desk_name", "Accueil Été")):
        first.set(name, value)
    first.save()
    again = Preferences(file)
    assert (again.text_scale, again.muted, again.desk_name) == (150, True, "Accueil Été")
    assert again.masked is False


def test_nonsense_in_the_file_is_the_default(qapp, tmp_path: Path) -> None:
    file = tmp_path / "fenetre.ini"
    file.write_text("[General]\ntext_scale=enormous\nmuted=perhaps\ngeometry=\n")
    read = Preferences(file)
    assert (read.text_scale, read.muted) == (100, False)


def test_a_choice_made_twice_is_told_once(qapp) -> None:
    preferences = Preferences()
    told = QSignalSpy(preferences.changed)
    preferences.set("muted", True)
    preferences.set("muted", True)
    assert [told.at(place) for place in range(told.count())] == [["muted"]]


def test_an_unknown_choice_is_a_mistake_of_ours(qapp) -> None:
    with pytest.raises(KeyError):
        Preferences().set("colour_of_the_mug", "red")


def test_every_family_has_its_own_short_sound() -> None:
    contents = set()
    total = 0
    for family in FAMILIES:
        path = RESOURCES / "sounds" / f"{family}.wav"
        with wave.open(str(path)) as sound:
            assert sound.getnframes() / sound.getframerate() <= 0.5
        contents.add(path.read_bytes())
        total += path.stat().st_size
    assert len(contents) == 4
    assert total <= 60_000


@pytest.fixture
def player(tmp_path: Path, monkeypatch) -> Path:
    """A player of the system that writes down what it is asked to play."""
    played = tmp_path / "played"
    program = tmp_path / ("afplay" if sys.platform == "darwin" else "pw-play")
    program.write_text(f'#!/bin/sh\necho "$1" >> "{played}"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return played


def test_a_sound_is_played_by_the_systems_player(qtbot, player) -> None:
    sounds = Sounds(RESOURCES / "sounds", Preferences())
    sounds.play("welcome")
    qtbot.waitUntil(lambda: player.exists() and "welcome.wav" in player.read_text())
    qtbot.waitUntil(lambda: sounds.is_quiet)


def test_a_muted_desk_is_silent(qtbot, player) -> None:
    preferences = Preferences()
    preferences.set("muted", True)
    sounds = Sounds(RESOURCES / "sounds", preferences)
    sounds.play("no")
    assert sounds.is_quiet
    assert not player.exists()


def test_without_a_player_the_bell_rings(qapp, monkeypatch) -> None:
    rung: list[str] = []
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("PySide6.QtCore.QStandardPaths.findExecutable", lambda name: "")
    monkeypatch.setattr(
        "desktop_app.ui.devices.sounds.QApplication.beep", lambda: rung.append("bell")
    )
    Sounds(RESOURCES / "sounds", Preferences()).play("already")
    assert rung == ["bell"] or sys.platform == "win32"


def test_an_unknown_sound_is_a_mistake_of_ours(qapp) -> None:
    with pytest.raises(ValueError, match="applause"):
        Sounds(RESOURCES / "sounds", Preferences()).play("applause")
