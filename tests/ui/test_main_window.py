"""The window: one screen at a time, every key from everywhere, whole on a small screen at 200 %."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from desktop_app.domain.refusals import Refusal
from desktop_app.ui.main_window import Status
from desktop_app.ui.navigation import Destination
from desktop_app.ui.preferences import Preferences
from tests.ui.typing_keys import press
from tests.ui.windows import ENTRIES, PlainScreen, a_window

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot, context):
    made = a_window(context)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_screen_is_made_when_first_wanted_and_kept(window) -> None:
    assert PlainScreen.made == ["today"]
    window.show_screen("cafe")
    window.show_screen("today")
    window.show_screen("cafe")
    assert PlainScreen.made == ["today", "cafe"]


@pytest.mark.parametrize("place", range(6))
def test_a_number_key_goes_to_its_screen(window, place) -> None:
    press(window, Qt.Key(Qt.Key.Key_1 + place), CTRL)
    assert window.current.key == ENTRIES[place].key
    assert window.rail.buttons[ENTRIES[place].key].isChecked()
    assert sum(button.isChecked() for button in window.rail.buttons.values()) == 1


def test_the_rail_goes_to_a_screen_and_says_its_key(window, qtbot) -> None:
    with qtbot.waitSignal(window.screen_shown) as shown:
        window.rail.buttons["planning"].click()
    assert shown.args == ["planning"]
    assert "Ctrl\u00a02" in window.rail.buttons["planning"].toolTip()


def test_enter_on_the_rail_goes_to_a_screen(window) -> None:
    window.rail.buttons["cafe"].setFocus()
    press(window, Qt.Key.Key_Return)
    assert window.current.key == "cafe"


def test_the_header_says_more_where_there_is_room(window) -> None:
    header = window.header
    header.set_words("Jeudi 26 novembre", "semaine 48", "Jeudi 26 novembre 2026")
    assert header.title.text() == "Jeudi 26 novembre 2026"
    window.resize(820, 768)
    QApplication.processEvents()
    assert header.title.text() == "Jeudi 26 novembre"
    window.resize(1366, 768)
    QApplication.processEvents()
    assert header.title.text() == "Jeudi 26 novembre 2026"


def test_a_destination_reaches_its_screen(window, context) -> None:
    destination = Destination("planning", booking_id=12)
    context.navigator.open(destination)
    assert window.current.opened == [destination]
    context.navigator.open(Destination("nowhere"))
    assert window.current.key == "planning"


def test_the_header_says_where_we_are(window) -> None:
    assert window.header.title.text() == "Today"
    window.show_screen("cafe")
    assert window.header.title.text() == "Cafe"


def test_the_keyboard_begins_on_the_screen(window) -> None:
    assert window.current.field.hasFocus()
    window.show_screen("cafe")
    assert window.current.field.hasFocus()


@pytest.mark.parametrize(
    ("key", "place"),
    [(Qt.Key.Key_F1, 0), (Qt.Key.Key_F2, 1), (Qt.Key.Key_F3, 2), (Qt.Key.Key_F4, 3)],
)
def test_a_cafe_visit_is_counted_from_any_screen_even_while_typing(
    window, context, key, place
) -> None:
    counted = QSignalSpy(context.desk.cafe_counted)
    window.show_screen("trainings")
    window.current.field.setFocus()
    press(window, key)
    assert [counted.at(n) for n in range(counted.count())] == [[place]]


def test_c_counts_unless_somebody_is_typing(window, context) -> None:
    counted = QSignalSpy(context.desk.cafe_counted)
    window.current.field.setFocus()
    press(window, Qt.Key.Key_C)
    assert (counted.count(), window.current.field.text()) == (0, "c")
    window.current.button.setFocus()
    press(window, Qt.Key.Key_C)
    assert counted.count() == 1


def test_undo_and_redo_reach_whatever_undo_is_there_now(window, context) -> None:
    class Done:
        def __init__(self) -> None:
            self.calls: list[str] = []

        def undo(self) -> None:
            self.calls.append("undo")

        def redo(self) -> None:
            self.calls.append("redo")

    done = context.undo = Done()
    window.current.button.setFocus()
    press(window, Qt.Key.Key_Z, CTRL)
    press(window, Qt.Key.Key_Y, CTRL)
    press(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert done.calls == ["undo", "redo", "redo"]


def test_the_day_is_printed_by_key(window, context, qtbot) -> None:
    with qtbot.waitSignal(context.desk.day_print_requested):
        press(window, Qt.Key.Key_P, CTRL)


def test_f12_masks_and_says_so(window, context) -> None:
    press(window, Qt.Key.Key_F12)
    assert context.privacy.masked
    assert context.preferences.masked
    assert window.header.chip("masked").isVisible()
    press(window, Qt.Key.Key_F12)
    assert not context.privacy.masked
    assert not window.header.chip("masked").isVisible()


def test_the_text_grows_shrinks_and_is_remembered(window, context) -> None:
    press(window, Qt.Key.Key_Plus, CTRL)
    press(window, Qt.Key.Key_Plus, CTRL)
    assert (context.theme.scale, context.preferences.text_scale) == (120, 120)
    press(window, Qt.Key.Key_Minus, CTRL)
    assert context.theme.scale == 110
    press(window, Qt.Key.Key_0, CTRL)
    assert context.theme.scale == 100


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(1920, 1080)])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_of_the_frame_is_cut(window, context, size, scale) -> None:
    window.resize(size)
    context.theme.set_scale(scale)
    window.show_status(Status("scanner", "Lecteur prêt", "ok", "scan-qr-code"))
    window.show_status(Status("backup", "Sauvegardé 11 h 30", "ok", "database-backup"))
    window.header.set_words("Jeudi 26 novembre", "semaine 48 · ouvert 9 h – 21 h")
    QApplication.processEvents()
    assert window.size() == size, "the window must not outgrow the display"
    box = window.command_bar.box
    assert window.header.rect().contains(box.geometry().translated(box.parent().pos()))
    chips = [window.header.chip(name) for name in ("scanner", "backup")]
    for chip in chips:
        assert chip.width() >= chip.sizeHint().width()
        assert chip.geometry().right() < box.x()
        assert chip.accessibleName(), "without its word on the screen it still has one"
    assert window.header.title.width() >= window.header.title.sizeHint().width()
    for button in window.rail.buttons.values():
        assert window.rail.rect().contains(button.geometry())
        assert button.compact or button.word_width() <= button.width()
    lowest = max(button.geometry().bottom() for button in window.rail.buttons.values())
    assert lowest <= window.rail.height()


def test_a_status_comes_changes_and_goes(window) -> None:
    window.show_status(Status("scanner", "Lecteur prêt", "ok", "scan-qr-code"))
    window.show_status(Status("scanner", "Lecteur absent", "warning", "scan-qr-code"))
    chip = window.header.chip("scanner")
    assert (chip.text(), chip.tone()) == ("Lecteur absent", "warning")
    window.show_status(Status("scanner", ""))
    assert not chip.isVisible()


def test_a_refusal_nobody_awaits_becomes_a_notice(window, context, qtbot) -> None:
    def refuse() -> None:
        raise Refusal("count_negative", field="heads", text="-3")

    context.background.ask(refuse, print)
    qtbot.waitUntil(lambda: window.notice_bar.card is not None)
    assert window.notice_bar.card.notice.tone == "error"


def test_a_bug_becomes_a_notice_and_the_window_goes_on(window, context, qtbot) -> None:
    context.background.ask(lambda: 1 / 0, print)
    qtbot.waitUntil(lambda: window.notice_bar.card is not None)
    assert "inattendue" in window.notice_bar.card.notice.text
    window.show_screen("cafe")
    assert window.current.key == "cafe"


def test_the_window_opens_where_it_was(qtbot, context, tmp_path: Path) -> None:
    file = tmp_path / "fenetre.ini"
    context.preferences = Preferences(file)
    first = a_window(context)
    qtbot.addWidget(first)
    first.show()
    first.setGeometry(0, 30, 800, 640)
    closing = QSignalSpy(first.about_to_close)
    first.close()
    assert closing.count() == 1
    context.preferences = Preferences(file)
    second = a_window(context)
    qtbot.addWidget(second)
    assert second.size() == QSize(800, 640)


def test_a_screen_reader_hears_every_button_of_the_rail(window) -> None:
    for key, button in window.rail.buttons.items():
        interface = QAccessible.queryAccessibleInterface(button)
        assert interface.text(QAccessible.Text.Name) == key.capitalize()
        assert interface.role() in (QAccessible.Role.Button, QAccessible.Role.CheckBox)


def test_the_whole_window_is_reached_by_tab(window) -> None:
    seen = set()
    for _ in range(20):
        press(window, Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget())
    assert set(window.rail.buttons.values()) <= seen
    assert window.command_bar.box in seen
    assert {window.current.field, window.current.button} <= seen
