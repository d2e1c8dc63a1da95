"""Every key that works from anywhere in the window, in one table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.ui.context import ScreenContext


class WindowKey(NamedTuple):
    """A sequence and what it does."""

    keys: str
    do: Callable[[], object]


class WindowKeys(QObject):
    """Binds the keys of the desk to a window.

    A key that writes (C) leaves typing alone: a text field with the focus takes it first.
    """

    def __init__(self, window: QWidget, context: ScreenContext, own: list[WindowKey]) -> None:
        super().__init__(window)
        desk = context.desk
        table = [
            *own,
            WindowKey("Ctrl+P", desk.day_print_requested.emit),
            WindowKey("F12", context.privacy.toggle),
            WindowKey("C", partial(desk.cafe_counted.emit, 0)),
            *(WindowKey(f"F{n}", partial(desk.cafe_counted.emit, n - 1)) for n in range(1, 5)),
        ]
        self.shortcuts: dict[str, QShortcut] = {}
        for keys, do in table:
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            # A key held down counts one visit, not twenty.
            shortcut.setAutoRepeat(keys not in {"C", "F1", "F2", "F3", "F4", "F12"})
            shortcut.activated.connect(do)
            self.shortcuts[keys] = shortcut
