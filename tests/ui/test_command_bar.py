"""The one search box: three letters and Enter, nothing typed is lost, names masked when asked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from desktop_app.ui.navigation import Destination
from tests.ui.typing_keys import press, press_letter
from tests.ui.windows import Found, a_window

CTRL = Qt.KeyboardModifier.ControlModifier
VENUE = (
    Found("booking", "Réunion des maraudes", "jeudi 9 h 30", booking_id=7),
    Found("person", "Marie Dupont", "inscrite", "trainings", session_id=3),
    Found("room", "Marelle", "1er étage", room_id=2),
)


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def window(qtbot, context, asked):
    def find(text: str):
        asked.append(text)
        return tuple(hit for hit in VENUE if text.lower() in hit.title.lower())

    made = a_window(context, find)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def search(window, qtbot, text: str) -> None:
    press(window, Qt.Key.Key_K, CTRL)
    for letter in text:
        press_letter(window, letter)
    wish = f"Réserver\u00a0: «\u00a0{text}\u00a0»"
    qtbot.waitUntil(lambda: titles(window)[-1:] == [wish])


def titles(window) -> list[str]:
    return [line.title for line in window.command_bar.panel.list.lines.lines]


def test_three_letters_and_enter_open_the_first_hit(window, context, qtbot) -> None:
    went = QSignalSpy(context.navigator.go)
    search(window, qtbot, "mar")
    qtbot.waitUntil(lambda: "Marelle" in titles(window))
    press(window, Qt.Key.Key_Return)
    assert went.at(0) == [Destination("planning", room_id=2)]
    assert not window.command_bar.panel.isVisible()
    assert window.command_bar.box.text() == "mar", "what was typed stays"


def test_hits_are_grouped_under_their_word_rooms_first(window, qtbot) -> None:
    search(window, qtbot, "mar")
    qtbot.waitUntil(lambda: len(titles(window)) == 7)
    assert titles(window)[:6] == [
        *("Salles", "Marelle"),
        *("Réservations", "Réunion des maraudes"),
        *("Personnes", "Marie Dupont"),
    ]


def test_arrows_step_over_the_groups_and_around_the_end(window, context, qtbot) -> None:
    search(window, qtbot, "mar")
    qtbot.waitUntil(lambda: len(titles(window)) == 7)
    hits = window.command_bar.panel.list
    assert hits.chosen().title == "Marelle"
    press(window, Qt.Key.Key_Down)
    assert hits.chosen().title == "Réunion des maraudes"
    press(window, Qt.Key.Key_Up)
    press(window, Qt.Key.Key_Up)
    assert hits.chosen().kind == "wish"
    press(window, Qt.Key.Key_Down)
    assert hits.chosen().title == "Marelle"


def test_nothing_found_says_what_to_try_and_offers_to_book(window, context, qtbot) -> None:
    search(window, qtbot, "zzz")
    qtbot.waitUntil(lambda: "zzz" in window.command_bar.panel.empty.text())
    went = QSignalSpy(context.navigator.go)
    press(window, Qt.Key.Key_Return)
    assert went.at(0) == [Destination("planning", text="zzz")]


def test_nothing_is_listed_before_something_is_typed(window, asked) -> None:
    press(window, Qt.Key.Key_K, CTRL)
    QApplication.processEvents()
    assert asked == []
    assert not window.command_bar.panel.isVisible()


def test_escape_closes_the_list_then_empties_the_box_and_leaves(window, qtbot) -> None:
    field = window.current.field
    field.setFocus()
    search(window, qtbot, "mar")
    press(window, Qt.Key.Key_Escape)
    assert not window.command_bar.panel.isVisible()
    assert window.command_bar.box.hasFocus()
    press(window, Qt.Key.Key_Escape)
    assert field.hasFocus()
    assert window.command_bar.box.text() == ""


def test_escape_leaves_a_box_that_was_entered_by_the_mouse(window, qtbot) -> None:
    box = window.command_bar.box
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    press_letter(window, "C")
    qtbot.waitUntil(window.command_bar.panel.isVisible)
    press(window, Qt.Key.Key_Escape)
    assert box.hasFocus()
    press(window, Qt.Key.Key_Escape)
    assert (window.current.field.hasFocus(), box.text()) == (True, "")


def test_coming_back_selects_the_words_and_searches_again(window, qtbot, asked) -> None:
    search(window, qtbot, "mar")
    window.current.field.setFocus()
    press(window, Qt.Key.Key_K, CTRL)
    assert window.command_bar.box.selectedText() == "mar"
    qtbot.waitUntil(window.command_bar.panel.isVisible)


def test_the_last_words_win(window, asked, qtbot) -> None:
    search(window, qtbot, "marelle")
    qtbot.waitUntil(lambda: "marelle" in asked)
    qtbot.waitUntil(lambda: titles(window) == ["Salles", "Marelle", "Réserver : « marelle »"])


def test_a_masked_hall_sees_initials(window, context, qtbot) -> None:
    context.privacy.set_masked(True)
    search(window, qtbot, "mar")
    qtbot.waitUntil(lambda: len(titles(window)) == 7)
    assert "Marie Dupont" not in titles(window)
    assert "M.\u00a0D." in titles(window)


def test_a_click_opens_too(window, context, qtbot) -> None:
    search(window, qtbot, "mar")
    qtbot.waitUntil(lambda: len(titles(window)) == 7)
    went = QSignalSpy(context.navigator.go)
    hits = window.command_bar.panel.list
    cell = hits.visualRect(hits.lines.index(5))
    qtbot.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert went.at(0) == [Destination("trainings", session_id=3)]


@pytest.mark.parametrize("scale", [100, 200])
def test_the_list_stays_inside_the_window(window, context, qtbot, scale) -> None:
    window.resize(1366, 768)
    context.theme.set_scale(scale)
    search(window, qtbot, "mar")
    panel = window.command_bar.panel
    assert window.centralWidget().rect().contains(panel.geometry())
