"""Keys as a window really gets them: through the window system's queue, one after another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def press(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    """One key, down and up, into whatever has the focus in this window."""
    QTest.keyClick(window.windowHandle(), key, modifiers)


def press_letter(window: QWidget, letter: str) -> None:
    """A key of the ASCII block that writes this letter. (Others abort QTest: see the toolchain.)"""
    modifiers = SHIFT if letter.isupper() else PLAIN
    # The stubs know a character only as a number; Qt wants the character.
    QTest.keyClick(window.windowHandle(), letter, modifiers)  # type: ignore[call-overload]


def type_fast(window: QWidget, text: str, *, end: Qt.Key | None = None) -> None:
    """A badge reader: capitals with Shift, no time between the keys, Enter or Tab at the end."""
    for letter in text:
        press_letter(window, letter)
    if end is not None:
        press(window, end)


def type_slowly(window: QWidget, text: str, pause_ms: int = 90) -> None:
    """Somebody typing with two fingers."""
    for letter in text:
        press_letter(window, letter)
        QTest.qWait(pause_ms)


def settle(milliseconds: int = 250) -> None:
    """Long enough for the reader's silence to be over."""
    QTest.qWait(milliseconds)
    QApplication.processEvents()
