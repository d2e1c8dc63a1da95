"""The watch over threads: what outlives a test is named, what ends in time is not."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QThread

from tests.support import leaks


@pytest.fixture
def impatience(monkeypatch):
    monkeypatch.setattr(leaks, "PATIENCE", 0.05)


def test_a_thread_of_python_that_goes_on_is_named(impatience):
    before = leaks.python_threads()
    end = threading.Event()
    thread = threading.Thread(target=end.wait, name="forgotten")
    thread.start()
    assert leaks.left_running(before) == ["forgotten"]
    end.set()
    thread.join()
    assert leaks.left_running(before) == []


def test_a_thread_of_qt_that_goes_on_is_named(impatience, qapp):
    leaks.watch_qt_threads()
    thread = QThread()
    thread.start()
    assert any("QThread" in name for name in leaks.left_running(leaks.python_threads()))
    thread.quit()
    thread.wait()
    assert leaks.left_running(leaks.python_threads()) == []


def test_watching_twice_changes_nothing():
    leaks.watch_qt_threads()
    once = QThread.start
    leaks.watch_qt_threads()
    assert QThread.start is once
