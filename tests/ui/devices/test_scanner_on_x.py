"""On a real X server, with a real keyboard: a reader set to US, desks set to anything."""

from __future__ import annotations

import random
import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop_app.domain.badges import new_code
from desktop_app.domain.keyboard_layouts import US_BY_X11_CODE
from desktop_app.ui.devices.scanner import Scanner

pytestmark = pytest.mark.xvfb

CODE = new_code(random.Random(26))
POSITIONS = {shown: (code, at == 1) for code, pair in US_BY_X11_CODE.items()
             for at, shown in enumerate(pair)}  # fmt: skip
SHIFT, ENTER, CAPS_LOCK = 50, 36, 66


@pytest.fixture(params=["us", "fr", "be", "de"])
def layout(request: pytest.FixtureRequest) -> Iterator[str]:
    """The PC's keyboard layout, as its system is set."""
    subprocess.run(["setxkbmap", request.param], check=True)
    yield request.param
    subprocess.run(["setxkbmap", "us"], check=True)


@pytest.fixture
def french() -> Iterator[None]:
    subprocess.run(["setxkbmap", "fr"], check=True)
    yield
    subprocess.run(["setxkbmap", "us"], check=True)


@pytest.fixture
def scanner(qapp: QApplication) -> Iterator[Scanner]:
    made = Scanner(qapp)
    yield made
    made.stop()
    made.setParent(None)


@pytest.fixture
def field(qtbot, scanner: Scanner) -> QLineEdit:
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def keyboard(*words: object) -> None:
    """Press real keys while the window goes on living."""
    process = QProcess()
    process.start("xdotool", [str(word) for word in words])
    assert process.waitForStarted(5000)
    for _ in range(400):
        if process.state() == QProcess.ProcessState.NotRunning:
            break
        QTest.qWait(5)
    assert process.exitCode() == 0, bytes(process.readAllStandardError().data()).decode()


def as_us_reader(text: str, *, end: bool = True) -> list[object]:
    """What a reader set to US sends: key positions, Shift for each capital."""
    words: list[object] = []
    for letter in text:
        code, shifted = POSITIONS[letter]
        words += ["keydown", SHIFT] if shifted else []
        words += ["key", "--delay", 1, code]
        words += ["keyup", SHIFT] if shifted else []
    return [*words, *(["key", ENTER] if end else [])]


def test_a_us_reader_is_read_on_any_layout(qtbot, scanner, field, layout) -> None:
    read = QSignalSpy(scanner.badge_scanned)
    keyboard(*as_us_reader(CODE))
    qtbot.waitUntil(lambda: read.count() > 0)
    assert read.at(0) == [CODE]
    assert field.text() == ""


def test_caps_lock_left_on_changes_nothing(qtbot, scanner, field, french) -> None:
    read = QSignalSpy(scanner.badge_scanned)
    keyboard("key", CAPS_LOCK)
    try:
        keyboard(*as_us_reader(CODE))
        qtbot.waitUntil(lambda: read.count() > 0)
    finally:
        keyboard("key", CAPS_LOCK)
    assert read.at(0) == [CODE]


def test_a_badge_is_read_though_the_window_was_busy(qtbot, scanner, field, french) -> None:
    """Keys that waited for a busy window keep the rhythm they were pressed in."""
    read = QSignalSpy(scanner.badge_scanned)
    subprocess.run(["xdotool", *map(str, as_us_reader(CODE))], check=True)
    qtbot.waitUntil(lambda: read.count() > 0)
    assert read.at(0) == [CODE]
    assert field.text() == ""


def test_a_foreign_code_is_told_and_does_not_land_in_the_field(
    qtbot, scanner, field, french
) -> None:
    unread = QSignalSpy(scanner.scan_unreadable)
    keyboard(*as_us_reader("https://example.org/t/8842"))
    qtbot.waitUntil(lambda: unread.count() > 0)
    assert field.text() == ""


def test_french_words_typed_on_azerty_arrive_whole(qtbot, scanner, field, french) -> None:
    read = QSignalSpy(scanner.badge_scanned)
    keyboard("type", "--delay", 25, "été à l'accueil, 12 places")
    qtbot.waitUntil(lambda: field.text().endswith("places"))
    assert field.text() == "été à l'accueil, 12 places"
    assert read.count() == 0


def test_words_typed_while_the_window_was_busy_arrive_whole(scanner, field, qtbot, french) -> None:
    subprocess.run(["xdotool", "type", "--delay", "4", "reunion des benevoles"], check=True)
    qtbot.waitUntil(lambda: field.text() == "reunion des benevoles")


def test_a_key_held_down_goes_on_writing(qtbot, scanner, field, french) -> None:
    keyboard("keydown", "b")
    qtbot.waitUntil(lambda: len(field.text()) > 3, timeout=4000)
    keyboard("keyup", "b")
    assert set(field.text()) == {"b"}


@pytest.mark.parametrize("key", ["c", "F1"])
def test_a_counting_key_held_down_counts_one(qtbot, scanner, key) -> None:
    """X repeats a held key twenty-five times a second, as so many presses and releases."""
    window = QWidget()
    qtbot.addWidget(window)
    shortcut = QShortcut(QKeySequence(key.upper()), window)
    shortcut.setAutoRepeat(False)
    counted = QSignalSpy(shortcut.activated)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    keyboard("keydown", key, "sleep", 1.2, "keyup", key)
    keyboard("key", key)
    qtbot.waitUntil(lambda: counted.count() >= 2)
    keyboard("key", "shift")
    assert counted.count() == 2, "once for the key held down, once for the press after it"
