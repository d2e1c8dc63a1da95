"""A screen hears the bell, reloads when seen, and never answers an old question."""

from __future__ import annotations

import threading
from typing import ClassVar

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.changes import EVERYTHING, Changes
from desktop_app.ui.screen import Screen


class RoomsScreen(Screen):
    watches: ClassVar[frozenset[str]] = frozenset({"room"})

    def __init__(self, context) -> None:
        super().__init__(context)
        self.reloads = 0
        self.shown: list[object] = []

    def reload(self) -> None:
        self.reloads += 1


@pytest.fixture
def screen(qtbot, context) -> RoomsScreen:
    made = RoomsScreen(context)
    qtbot.addWidget(made)
    return made


def ring(context, *kinds: str) -> None:
    context.hub.ring(Changes(frozenset((kind, None) for kind in kinds)))
    QApplication.processEvents()


def test_a_screen_reloads_when_first_seen(screen) -> None:
    assert screen.reloads == 0
    screen.show()
    QApplication.processEvents()
    assert screen.reloads == 1


def test_a_change_it_watches_reloads_a_seen_screen(screen, context) -> None:
    screen.show()
    QApplication.processEvents()
    ring(context, "room")
    assert screen.reloads == 2
    ring(context, "booking")
    assert screen.reloads == 2


def test_everything_concerns_everybody(screen, context) -> None:
    screen.show()
    QApplication.processEvents()
    context.hub.ring(EVERYTHING)
    QApplication.processEvents()
    assert screen.reloads == 2


def test_a_hidden_screen_waits_to_be_seen(screen, context) -> None:
    screen.show()
    QApplication.processEvents()
    screen.hide()
    for _ in range(3):
        ring(context, "room")
    assert (screen.reloads, screen.is_stale) == (1, True)
    screen.show()
    QApplication.processEvents()
    assert (screen.reloads, screen.is_stale) == (2, False)


def test_many_changes_in_one_breath_reload_once(screen, context) -> None:
    screen.show()
    QApplication.processEvents()
    for _ in range(5):
        context.hub.ring(Changes(frozenset({("room", 1)})))
    QApplication.processEvents()
    assert screen.reloads == 2


def test_a_silent_bell_is_not_rung(qtbot, context) -> None:
    with qtbot.assertNotEmitted(context.hub.changed, wait=20):
        context.hub.ring(Changes())


def test_a_bell_rung_on_another_thread_is_heard_on_the_windows(qtbot, screen, context) -> None:
    screen.show()
    QApplication.processEvents()
    bell = threading.Thread(target=context.hub.ring, args=(EVERYTHING,))
    bell.start()
    bell.join()
    qtbot.waitUntil(lambda: screen.reloads == 2)


def test_an_overtaken_answer_is_dropped(qtbot, screen) -> None:
    gate = threading.Event()
    screen.ask("day", lambda: gate.wait() and "yesterday", screen.shown.append)
    screen.ask("day", lambda: "today", screen.shown.append)
    screen.ask("other", lambda: "other", screen.shown.append)
    gate.set()
    qtbot.waitUntil(lambda: len(screen.shown) == 2)
    assert screen.shown == ["today", "other"]
