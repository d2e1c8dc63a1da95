"""Every key that works from anywhere in the window, in one table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

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
        self.undo_in_fields = UndoInFields(self)
        self.shortcuts: dict[str, QShortcut] = {}
        for keys, do in table:
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            # A key held down counts one visit, not twenty.
            shortcut.setAutoRepeat(keys not in {"C", "F1", "F2", "F3", "F4", "F12"})
            shortcut.activated.connect(do)
            self.shortcuts[keys] = shortcut


class UndoInFields(QObject):
    """Ctrl+Z in a field takes back typing while there is any, else what the desk did last.

    Qt gives the key to a field even when it has nothing to undo: the key handed a second ago could
    then not be taken back, since the hand is already in the next field. On Linux it also gives
    Ctrl+E away, which goes to the end of the line as End does: here a button has it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._field: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, _before: QWidget | None, focused: QWidget | None) -> None:
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = focused if isinstance(focused, QLineEdit | QPlainTextEdit) else None
        if self._field is not None:
            self._field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = _left_to_do(watched)
            idle_undo = event.matches(QKeySequence.StandardKey.Undo) and not undo
            idle_redo = event.matches(QKeySequence.StandardKey.Redo) and not redo
            if idle_undo or idle_redo or _is_ctrl_e(event):
                event.ignore()
                return True
        return False


def _is_ctrl_e(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == Qt.Key.Key_E and held == Qt.KeyboardModifier.ControlModifier


def _left_to_do(field: QObject) -> tuple[bool, bool]:
    """Can the field itself undo, redo?"""
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable(), field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit):
        return field.document().isUndoAvailable(), field.document().isRedoAvailable()
    return True, True
