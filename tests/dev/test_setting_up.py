"""What `./dev` finds missing, what it says then, and what it leaves alone when nothing changed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop_app.commands.arguments import parser

ROOT = Path(__file__).resolve().parents[2]


def forget_the_rights_of_this_user(dev, monkeypatch, *, sudo: bool = False) -> None:
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    programs = {"apt-get": "/usr/bin/apt-get", "sudo": "/usr/bin/sudo" if sudo else None}
    monkeypatch.setattr(dev.shutil, "which", programs.get)


def test_a_missing_library_is_named_by_its_debian_package(dev, monkeypatch):
    monkeypatch.setattr(dev, "WINDOW_LIBRARIES", "libnever-there.so.9=libnever9 libc.so.6=libc6")
    assert dev.missing_packages(testing=False) == ["libnever9"]


def test_programs_count_only_when_testing(dev, monkeypatch):
    monkeypatch.setattr(dev, "WINDOW_LIBRARIES", "")
    monkeypatch.setattr(dev, "TEST_PROGRAMS", {"/nowhere/*/initdb": "postgresql"})
    assert dev.missing_packages(testing=False) == []
    assert dev.missing_packages(testing=True) == ["postgresql"]


def test_without_root_nor_sudo_the_exact_apt_line_is_shown(dev, monkeypatch):
    forget_the_rights_of_this_user(dev, monkeypatch)
    with pytest.raises(dev.Trouble) as told:
        dev.install_packages(["libgl1", "xvfb"])
    line = "apt-get update && apt-get install -y --no-install-recommends libgl1 xvfb"
    assert line in str(told.value)


def test_sudo_that_wants_a_password_and_no_terminal_is_no_sudo(dev, monkeypatch):
    forget_the_rights_of_this_user(dev, monkeypatch, sudo=True)
    monkeypatch.setattr(dev.sys, "stdin", None)
    asked = []

    def refuse(command: list[str], **_: object) -> int:
        asked.append(command)
        return 1

    monkeypatch.setattr(dev.subprocess, "call", refuse)
    with pytest.raises(dev.Trouble, match="apt-get install"):
        dev.install_packages(["libgl1"])
    assert asked == [["sudo", "-n", "-v"]]


def test_root_installs_without_asking(dev, monkeypatch):
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0)
    done = []
    monkeypatch.setattr(dev, "step", lambda title, command: done.append(command))
    dev.install_packages(["libgl1"])
    assert done[0][2:4] == ["apt-get", "update"]
    assert done[1][2:5] == ["apt-get", "install", "-y"]
    assert "libgl1" in done[1]
    assert not any("sudo" in command for command in done)


def test_debian_python_without_ensurepip_asks_for_python3_venv(dev, monkeypatch):
    monkeypatch.setattr(dev.subprocess, "call", lambda *_, **__: 1)
    assert dev.venv_package("/usr/bin/python3") == ["python3-venv"]
    assert dev.venv_package("/opt/python3.13") == ["python3.13-venv"]


def test_too_old_a_python_looks_for_a_newer_one(dev, monkeypatch):
    monkeypatch.setattr(dev.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(dev.shutil, "which", {"python3.12": "/opt/python3.12"}.get)
    assert dev.base_python() == "/opt/python3.12"
    monkeypatch.setattr(dev.shutil, "which", {}.get)
    with pytest.raises(dev.Trouble, match=r"Python 3\.11 or newer is needed"):
        dev.base_python()


@pytest.fixture
def stamp(dev, tmp_path, monkeypatch):
    """An environment somebody made: a stamp beside a Python that answers."""
    path = tmp_path / "stamp.json"
    path.write_text(json.dumps({"root": str(ROOT), "level": "dev"}), "utf-8")
    monkeypatch.setattr(dev, "STAMP", path)
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    return path


def test_a_sound_environment_is_kept(dev, stamp):
    assert dev.read_stamp()["level"] == "dev"


def test_an_environment_whose_python_is_gone_is_made_anew(dev, stamp, monkeypatch):
    monkeypatch.setattr(dev, "PYTHON", Path("/nowhere/python"))
    assert dev.read_stamp() == {}


def test_an_environment_that_was_moved_is_made_anew(dev, stamp):
    stamp.write_text(json.dumps({"root": "/elsewhere", "level": "dev"}), "utf-8")
    assert dev.read_stamp() == {}


def test_an_interrupted_installation_is_made_anew(dev, stamp):
    stamp.write_text("{", "utf-8")
    assert dev.read_stamp() == {}


def test_running_does_not_take_the_test_tools_away(dev, stamp, monkeypatch):
    done = []
    monkeypatch.setattr(dev, "step", lambda title, command: done.append(list(map(str, command))))
    dev.prepare_python(testing=False)
    assert any("dev.txt" in word for command in done for word in command)
    assert json.loads(stamp.read_text("utf-8"))["level"] == "dev"


@pytest.mark.alone
def test_the_second_call_starts_at_once():
    started = time.perf_counter()
    subprocess.run([sys.executable, "dev", "setup"], cwd=ROOT, check=True)
    assert time.perf_counter() - started < 2.0


def test_a_failing_step_shows_its_output_and_its_command(dev, capsys):
    with pytest.raises(dev.Trouble) as told:
        dev.step("Trying", [sys.executable, "-c", "print('why'); raise SystemExit(3)"])
    assert "why" in str(told.value)
    assert "SystemExit(3)" in str(told.value)
    assert "✗ Trying" in capsys.readouterr().out


def test_no_verb_explains_itself_and_fails():
    answer = subprocess.run([sys.executable, "dev"], cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode == 2
    assert "./dev test" in answer.stdout


def test_without_a_display_the_desk_says_so_in_french():
    environment = {k: v for k, v in os.environ.items() if "DISPLAY" not in k}
    environment.pop("QT_QPA_PLATFORM", None)
    answer = subprocess.run(
        [sys.executable, "dev", "run", "--demo"],
        cwd=ROOT, env=environment, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert answer.returncode != 0
    assert "Aucun écran n’est disponible" in answer.stderr
    assert "xvfb-run -a ./dev run --demo" in answer.stderr


def test_the_options_are_those_of_the_program(dev):
    options = [action for action in parser()._actions if action.option_strings]
    with_value = {option.option_strings[-1] for option in options if option.nargs is None}
    assert with_value == dev.OPTIONS_WITH_VALUE


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--demo"], True),
        (["--demo", "--now", "2026-11-26T09:55"], True),
        (["--now=2026-11-26T09:55"], True),
        (["--language", "en"], True),
        (["--database", "sqlite:///a.sqlite", "doctor"], False),
        (["--demo", "print", "day"], False),
        (["--help"], False),
    ],
)
def test_only_a_call_without_sub_command_opens_a_window(dev, arguments, window):
    assert dev.opens_a_window(arguments) is window
