"""Widgets that paint their items themselves, and yet tell a screen reader of each one.

A subclass says what it painted and where; the reader then finds a list whose children have names,
places and the focus, as if each were a widget.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleObject,
    QWindow,
)
from PySide6.QtWidgets import QWidget


class PaintedItem(NamedTuple):
    """One painted thing: its whole text, and its place in the widget."""

    name: str
    rect: QRect


class PaintedWidget(QWidget):
    """A widget whose items are painted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _install()

    def painted_items(self) -> tuple[PaintedItem, ...]:
        """What is painted, in reading order."""
        return ()

    def current_item(self) -> int | None:
        """The place, among the items, of the one that has the cursor."""
        return None

    def tell_current_item(self) -> None:
        """Have the reader follow the cursor."""
        current = self.current_item()
        if current is not None and QAccessible.isActive():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(current)
            QAccessible.updateAccessibility(event)


class _Item(QAccessibleInterface):
    """One painted item; asks the widget each time, so that it never tells yesterday's."""

    def __init__(self, owner: _List, place: int) -> None:
        super().__init__()
        self._owner, self.place = owner, place

    def _painted(self) -> PaintedItem | None:
        items = self._owner.items()
        return items[self.place] if self.place < len(items) else None

    def isValid(self) -> bool:
        return self._painted() is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        widget = self._owner.widget()
        return widget.window().windowHandle() if widget is not None else None

    def parent(self) -> QAccessibleInterface:
        return self._owner

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        painted = self._painted()
        return painted.name if painted is not None and kind is QAccessible.Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing is typed here."""

    def rect(self) -> QRect:
        widget, painted = self._owner.widget(), self._painted()
        if widget is None or painted is None:
            return QRect()
        return QRect(widget.mapToGlobal(painted.rect.topLeft()), painted.rect.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = state.selectable = True
        widget = self._owner.widget()
        if widget is not None:
            state.focused = widget.hasFocus() and widget.current_item() == self.place
        return state


class _List(QAccessibleObject):
    """A painted widget, its items as children."""

    def __init__(self, widget: PaintedWidget) -> None:
        super().__init__(widget)
        self._widget = weakref.ref(widget)
        self._made: dict[int, _Item] = {}

    def widget(self) -> PaintedWidget | None:
        return self._widget()

    def items(self) -> tuple[PaintedItem, ...]:
        widget = self.widget()
        return widget.painted_items() if widget is not None else ()

    def childCount(self) -> int:
        return len(self.items())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < len(self.items()):
            return None
        if index not in self._made:
            self._made[index] = _Item(self, index)
        return self._made[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.place if isinstance(child, _Item) else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        widget = self.widget()
        current = widget.current_item() if widget is not None else None
        return self.child(current) if current is not None else None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        widget = self.widget()
        above = widget.parentWidget() if widget is not None else None
        return QAccessible.queryAccessibleInterface(above) if above is not None else None

    def text(self, kind: QAccessible.Text) -> str:
        widget = self.widget()
        if widget is None:
            return ""
        if kind is QAccessible.Text.Name:
            return widget.accessibleName()
        return widget.accessibleDescription() if kind is QAccessible.Text.Description else ""

    def rect(self) -> QRect:
        widget = self.widget()
        if widget is None or not widget.isVisible():
            return QRect()
        return QRect(widget.mapToGlobal(widget.rect().topLeft()), widget.size())

    def window(self) -> QWindow | None:  # type: ignore[override]
        widget = self.widget()
        return widget.window().windowHandle() if widget is not None else None

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        widget = self.widget()
        if widget is not None:
            state.focusable = True
            state.focused = widget.hasFocus()
            state.invisible = not widget.isVisible()
        return state


_lists: weakref.WeakKeyDictionary[PaintedWidget, _List] = weakref.WeakKeyDictionary()
_installed: list[Callable[..., QAccessibleInterface | None]] = []


def _list_of(key: str, thing: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(thing, PaintedWidget):
        return None
    made = _lists.get(thing)
    if made is None:
        made = _lists[thing] = _List(thing)
    return made


def _install() -> None:
    """Have Qt ask here for the interface of a painted widget; harmless twice."""
    if not _installed:
        _installed.append(_list_of)
        QAccessible.installFactory(_list_of)
