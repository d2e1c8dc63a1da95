"""The real X screen has what the scanner and keyboard tests rely on."""

from __future__ import annotations

import subprocess

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

pytestmark = pytest.mark.xvfb


@pytest.fixture
def french_keyboard():
    subprocess.run(["setxkbmap", "fr"], check=True)
    yield
    subprocess.run(["setxkbmap", "us"], check=True)


def test_windows_open_on_a_real_screen(qapp):
    assert QGuiApplication.platformName() == "xcb"
    assert QGuiApplication.primaryScreen().size().width() == 1920


def test_accents_typed_on_a_french_keyboard_arrive(qtbot, french_keyboard):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    qtbot.waitExposed(field)
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    typing = subprocess.Popen(["xdotool", "type", "--delay", "20", "été à 8 h"])
    qtbot.waitUntil(lambda: typing.poll() is not None, timeout=10_000)
    qtbot.waitUntil(lambda: field.text() == "été à 8 h")
