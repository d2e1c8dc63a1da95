"""Notices threads that outlive their test: of Python and of Qt."""

from __future__ import annotations

import sys
import threading
import time
import weakref
from typing import Any

PATIENCE = 2.0
_started: weakref.WeakSet[Any] = weakref.WeakSet()


def watch_qt_threads() -> None:
    """From now on remember every QThread that is started. Needs Qt imported; harmless twice."""
    from PySide6.QtCore import QThread

    original = QThread.start
    if getattr(original, "__module__", "") == __name__:
        return

    def start(thread: QThread, *arguments: Any) -> None:
        _started.add(thread)
        original(thread, *arguments)

    QThread.start = start  # type: ignore[assignment, method-assign]


def python_threads() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if not thread.daemon}


def left_running(before: set[threading.Thread]) -> list[str]:
    """Names of threads that still run although they were not there `before`; waits a little."""
    end = time.monotonic() + PATIENCE
    while True:
        names = [thread.name for thread in python_threads() - before]
        names += [repr(thread) for thread in list(_started) if is_running(thread)]
        if not names or time.monotonic() > end:
            return names
        time.sleep(0.01)


def is_running(qt_thread: Any) -> bool:
    shiboken = sys.modules["shiboken6"]
    return bool(shiboken.isValid(qt_thread) and qt_thread.isRunning())
