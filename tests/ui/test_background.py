"""One database thread: order, answers on the window's thread, nobody woken who has died."""

from __future__ import annotations

import gc
import logging
import sys
import threading
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget

from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.ui.background import Background


class Asker(QObject):
    """Waits for answers, as a screen does."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.failures: list[Exception] = []
        self.threads: list[object] = []

    def take(self, answer: object) -> None:
        self.answers.append(answer)
        self.threads.append(QThread.currentThread())

    def fail(self, error: Exception) -> None:
        self.failures.append(error)


def test_work_runs_on_the_database_thread_and_answers_on_the_windows(qtbot, background) -> None:
    asker = Asker()
    background.ask(lambda: threading.current_thread().name, asker.take)
    qtbot.waitUntil(lambda: asker.answers == ["database"])
    assert asker.threads == [asker.thread()]


def test_work_is_done_in_the_order_it_was_asked(qtbot, background) -> None:
    asker = Asker()
    for number in range(50):
        background.ask(lambda n=number: n, asker.take)
    qtbot.waitUntil(lambda: len(asker.answers) == 50)
    assert asker.answers == list(range(50))


@pytest.mark.parametrize("error", [Refusal("room_taken"), Trouble("disk_full")])
def test_a_refusal_goes_to_whoever_asked(qtbot, background, error) -> None:
    asker, unhandled = Asker(), QSignalSpy(background.refused)
    background.ask(raising(error), asker.take, asker.fail)
    qtbot.waitUntil(lambda: asker.failures == [error])
    assert (asker.answers, unhandled.count()) == ([], 0)


def test_a_refusal_nobody_awaits_is_announced(qtbot, background) -> None:
    asker, refusal = Asker(), Refusal("room_taken")
    with qtbot.waitSignal(background.refused) as announced:
        background.ask(raising(refusal), asker.take)
    assert announced.args == [refusal]


def test_a_bug_is_logged_and_announced_never_handed_to_the_form(qtbot, background, caplog) -> None:
    asker, bug = Asker(), ZeroDivisionError("ours")
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(background.bug_met) as met:
        background.ask(raising(bug), asker.take, asker.fail)
    assert met.args == [bug]
    assert asker.failures == []
    assert any(record.exc_info for record in caplog.records)


@pytest.mark.parametrize("error", [None, Refusal("room_taken"), ZeroDivisionError("ours")])
def test_the_end_is_told_in_every_case(qtbot, background, error) -> None:
    asker = Asker()
    ends: list[str] = []
    work = raising(error) if error else int
    background.ask(work, asker.take, asker.fail, ended=lambda: ends.append("ended"), owner=asker)
    qtbot.waitUntil(lambda: ends == ["ended"])


def test_work_goes_on_after_a_bug(qtbot, background) -> None:
    asker = Asker()
    background.ask(raising(ZeroDivisionError("ours")), asker.take)
    background.ask(lambda: "next", asker.take)
    qtbot.waitUntil(lambda: asker.answers == ["next"])


def test_the_answer_of_a_dead_widget_is_dropped(qtbot, background) -> None:
    class Panel(QWidget):
        def take(self, answer: object) -> None:
            raise AssertionError("a dead panel was answered")

    panel, gate, last = Panel(), threading.Event(), Asker()
    background.ask(gate.wait, panel.take)
    background.ask(lambda: "after", last.take)
    shiboken6.delete(panel)
    gate.set()
    qtbot.waitUntil(lambda: last.answers == ["after"])


def test_busy_is_told_once_for_many(qtbot, background) -> None:
    told = QSignalSpy(background.busy_changed)
    asker, gate = Asker(), threading.Event()
    background.ask(gate.wait, asker.take)
    background.ask(int, asker.take)
    gate.set()
    qtbot.waitUntil(lambda: len(asker.answers) == 2)
    assert [told.at(place)[0] for place in range(told.count())] == [True, False]


def test_closing_finishes_the_writes_already_asked(qapp) -> None:
    background, written = Background(), []
    gate = threading.Event()
    asker = Asker()
    background.ask(gate.wait, asker.take)
    background.ask(lambda: written.append("row"), asker.take)
    gate.set()
    assert background.stop(10)
    assert written == ["row"]
    background.ask(lambda: written.append("too late"), asker.take)
    assert written == ["row"]


def test_nothing_drifts_over_thousands_of_answers(qtbot, background) -> None:
    """PySide6 6.12 on CPython 3.11 lost references to None and True at each signal."""
    asker = Asker()
    gc.collect()  # what earlier tests left behind is not lost here
    gc.disable()
    before = sys.getrefcount(None)
    for _ in range(2000):
        background.ask(lambda: None, asker.take)
    qtbot.waitUntil(lambda: len(asker.answers) == 2000, timeout=20000)
    asker.answers.clear()
    after = sys.getrefcount(None)
    gc.enable()
    assert after > before - 500


def raising(error: Exception):
    def work() -> None:
        raise error

    return work


def test_work_asked_before_it_begins_is_kept_and_then_done_in_order(qtbot) -> None:
    waiting, done = Background(name="waiting", waits=True), list[int]()
    for number in range(3):
        waiting.ask(partial(done.append, number), _no_answer)
    assert "waiting" not in {thread.name for thread in threading.enumerate()}
    waiting.begin()
    waiting.begin()
    qtbot.waitUntil(lambda: done == [0, 1, 2])
    assert waiting.stop(10)


def test_what_was_asked_is_done_even_when_the_window_closes_before_it_began() -> None:
    waiting, done = Background(waits=True), list[str]()
    waiting.ask(lambda: done.append("written"), lambda _nothing: None)
    assert waiting.stop(10)
    assert done == ["written"]


def _no_answer(_nothing: object) -> None:
    """Nobody waits for this one."""
