"""A badge is read whatever has the focus, and nobody who types loses a key."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.badges import new_code
from desktop_app.ui.devices.scanner import Scanner
from tests.ui.typing_keys import press, settle, type_fast, type_slowly

CODE = new_code(random.Random(26))


@pytest.fixture
def scanner(qapp: QApplication) -> Iterator[Scanner]:
    made = Scanner(qapp)
    yield made
    made.stop()
    made.setParent(None)


class DeskWindow(QWidget):
    """A field, a text, a list and a button, as on any screen."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.text = QLineEdit(), QPlainTextEdit()
        self.choice, self.button = QComboBox(), QPushButton("Réserver")
        self.choice.addItems(["Bureau 1", "Café", "Dortoir"])
        column = QVBoxLayout(self)
        for part in (self.field, self.text, self.choice, self.button):
            column.addWidget(part)


@pytest.fixture
def window(qtbot, scanner: Scanner) -> DeskWindow:
    made = DeskWindow()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize("place", ["field", "text", "choice", "button"])
def test_a_badge_is_read_whatever_has_the_focus(window, scanner, place) -> None:
    read, clicked = QSignalSpy(scanner.badge_scanned), QSignalSpy(window.button.clicked)
    getattr(window, place).setFocus()
    type_fast(window, CODE, end=Qt.Key.Key_Return)
    settle()
    assert [call[0] for call in read_calls(read)] == [CODE]
    assert window.field.text() == ""
    assert window.text.toPlainText() == ""
    assert window.choice.currentText() == "Bureau 1"
    assert clicked.count() == 0, "the reader's Enter pressed a button"


def test_caps_lock_changes_nothing(window, scanner) -> None:
    read = QSignalSpy(scanner.badge_scanned)
    window.field.setFocus()
    type_fast(window, CODE.lower(), end=Qt.Key.Key_Return)
    settle()
    assert [call[0] for call in read_calls(read)] == [CODE]
    assert window.field.text() == ""


def test_a_badge_without_enter_is_read_after_a_silence(window, scanner) -> None:
    read = QSignalSpy(scanner.badge_scanned)
    type_fast(window, CODE)
    settle()
    assert read.count() == 1


def test_a_bad_scan_does_not_poison_the_next_one(window, scanner) -> None:
    read, unread = QSignalSpy(scanner.badge_scanned), QSignalSpy(scanner.scan_unreadable)
    wrong = CODE[:-1] + ("B" if CODE[-1] != "B" else "C")
    for code in (wrong, CODE, wrong, CODE):
        type_fast(window, code, end=Qt.Key.Key_Return)
        settle()
    assert (read.count(), unread.count()) == (2, 2)


def test_the_same_badge_twice_is_told_twice(window, scanner) -> None:
    """What a repeat means is for the services to say."""
    read = QSignalSpy(scanner.badge_scanned)
    for _ in range(2):
        type_fast(window, CODE, end=Qt.Key.Key_Return)
    settle()
    assert read.count() == 2


def test_somebody_typing_loses_nothing(window, scanner) -> None:
    read = QSignalSpy(scanner.badge_scanned)
    window.field.setFocus()
    type_slowly(window, "becher Cuvier", pause_ms=40)
    settle()
    assert window.field.text() == "becher Cuvier"
    assert read.count() == 0


def test_a_burst_of_innocent_keys_comes_back_in_order(window) -> None:
    window.text.setFocus()
    type_fast(window, "bonjour", end=Qt.Key.Key_Return)
    type_fast(window, "madame")
    settle()
    assert window.text.toPlainText() == "bonjour\nmadame"


def test_a_composed_letter_keeps_its_place(window) -> None:
    """An accent typed by two keys arrives as a commit: the letters before it stay before it."""
    window.field.setFocus()
    type_fast(window, "t")
    commit = QInputMethodEvent()
    commit.setCommitString("ê")
    QApplication.sendEvent(window.field, commit)
    type_fast(window, "te")
    settle()
    assert window.field.text() == "tête"


def test_an_arrow_passes_at_once_and_after_the_letters(window) -> None:
    window.field.setFocus()
    type_fast(window, "bc")
    press(window, Qt.Key.Key_Left)
    assert window.field.text() == "bc"
    assert window.field.cursorPosition() == 1


def test_what_was_typed_lands_where_it_was_typed(window) -> None:
    window.field.setFocus()
    type_fast(window, "bc")
    window.text.setFocus()
    settle()
    assert (window.field.text(), window.text.toPlainText()) == ("bc", "")


def test_a_lone_letter_still_presses_its_shortcut(window) -> None:
    shortcut = QShortcut(QKeySequence("C"), window)
    pressed = QSignalSpy(shortcut.activated)
    window.button.setFocus()
    press(window, Qt.Key.Key_C)
    settle()
    assert pressed.count() == 1
    window.field.setFocus()
    press(window, Qt.Key.Key_C)
    settle()
    assert (pressed.count(), window.field.text()) == (1, "c")


def test_the_reader_never_presses_a_shortcut(window, scanner) -> None:
    shortcut = QShortcut(QKeySequence("C"), window)
    pressed, read = QSignalSpy(shortcut.activated), QSignalSpy(scanner.badge_scanned)
    window.button.setFocus()
    type_fast(window, CODE, end=Qt.Key.Key_Return)
    settle()
    assert (pressed.count(), read.count()) == (0, 1)


def test_the_space_bar_presses_a_button_at_once(window) -> None:
    clicked = QSignalSpy(window.button.clicked)
    window.button.setFocus()
    press(window, Qt.Key.Key_Space)
    assert clicked.count() == 1
    settle()
    assert not window.button.isDown()


def test_a_command_key_passes_at_once(window) -> None:
    window.field.setText("Bureau")
    window.field.setFocus()
    press(window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert window.field.selectedText() == "Bureau"


def test_a_badge_is_read_over_a_dialog_and_its_button_stays_unpressed(
    qtbot, window, scanner
) -> None:
    dialog = QDialog(window)
    button = QPushButton("Supprimer", dialog)
    button.setDefault(True)
    dialog.setModal(True)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    read, clicked = QSignalSpy(scanner.badge_scanned), QSignalSpy(button.clicked)
    type_fast(dialog, CODE, end=Qt.Key.Key_Return)
    settle()
    assert (read.count(), clicked.count()) == (1, 0)
    assert dialog.isVisible()


def test_a_badge_is_read_over_an_open_menu(window, scanner) -> None:
    menu = QMenu(window)
    triggered = QSignalSpy(menu.addAction("Déplacer").triggered)
    menu.addAction("Fermer")
    menu.popup(window.mapToGlobal(window.rect().center()))
    read = QSignalSpy(scanner.badge_scanned)
    type_fast(menu, CODE, end=Qt.Key.Key_Return)
    settle()
    assert (read.count(), triggered.count()) == (1, 0)
    assert menu.isVisible()
    menu.close()


def test_a_letter_typed_into_an_open_list_finds_its_line(qtbot, window, scanner) -> None:
    window.choice.setFocus()
    window.choice.showPopup()
    opened = window.choice.view()
    qtbot.waitUntil(opened.isVisible)
    type_slowly(opened.window(), "d7")
    settle()
    assert opened.currentIndex().data() == "Dortoir"
    press(opened.window(), Qt.Key.Key_Return)
    settle()
    assert window.choice.currentText() == "Dortoir"


def read_calls(spy: QSignalSpy) -> list[list[object]]:
    return [spy.at(place) for place in range(spy.count())]
