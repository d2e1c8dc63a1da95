"""On a real X server, where Qt gives fields more keys than elsewhere."""

from __future__ import annotations

import subprocess

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.ui.context import ScreenContext
from desktop_app.ui.window_keys import WindowKeys

pytestmark = pytest.mark.xvfb


def test_a_key_of_the_desk_is_heard_while_one_types(qtbot, context: ScreenContext):
    window = QWidget()
    qtbot.addWidget(window)
    WindowKeys(window, context, [])
    field = QLineEdit("lou", window)
    pressed = QSignalSpy(QShortcut(QKeySequence("Ctrl+E"), window).activated)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    subprocess.run(["xdotool", "key", "ctrl+e"], check=True)
    qtbot.waitUntil(lambda: pressed.count() == 1)
    assert field.text() == "lou"
