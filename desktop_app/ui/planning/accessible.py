"""The painted planning for a screen reader: a table whose children are its bookings, by name.

Every booking drawn is a child with its name and its place; the child under the cursor has the
focus; free time is announced in words as the cursor moves.
"""

from __future__ import annotations

import weakref
from typing import Any

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleObject,
    QWindow,
)

from desktop_app.domain.availability import preventing
from desktop_app.ui.planning.cursor import Cursor, chosen
from desktop_app.ui.planning.faces import say_booking
from desktop_app.ui.planning.frame import Block
from desktop_app.ui.planning.plan import Plan
from desktop_app.ui.planning.surface import Surface
from desktop_app.wording import _
from desktop_app.wording.dates import say_day_without_year, say_hours
from desktop_app.wording.refusals import say


def describe(plan: Plan, cursor: Cursor) -> str:
    """The booking under the cursor, or the free time and whether it is free, in words."""
    row = plan.by_id.get(cursor.booking_id) if cursor.booking_id is not None else None
    if row is not None:
        return say_booking(row, plan.venue)
    ghost = chosen(plan, cursor)
    if ghost is None:
        return plan.rooms[cursor.room].name
    facts = {
        "room": plan.venue.room(ghost.room_id).name,
        "day": say_day_without_year(ghost.starts_at.date()),
        "hours": say_hours(ghost.starts_at, ghost.ends_at),
    }
    against = preventing(plan.against(ghost.room_id, ghost.starts_at, ghost.ends_at))
    if not against:
        return _("{room}, {day}, {hours}, libre").format(**facts)
    return _("{room}, {day}, {hours} : {why}").format(why=say(against[0].refusal()), **facts)


def announce(view: Surface, words: str) -> None:
    """Have words spoken now, and tell which child has the focus."""
    if not QAccessible.isActive():
        return
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, words))
    place = view.place
    if place is not None and place.booking_id is not None:
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        for number, block in enumerate(_children(view)):
            if block.booking_id == place.booking_id:
                event.setChild(number)
                QAccessible.updateAccessibility(event)
                return


def _children(view: Surface) -> tuple[Block, ...]:
    """One block for each booking drawn: a composite's second block is the same booking."""
    if view.laid_out is None:
        return ()
    seen: dict[int, Block] = {}
    for block in view.laid_out.blocks:
        if block.booking_id is not None:
            seen.setdefault(block.booking_id, block)
    return tuple(seen.values())


class _Booking(QAccessibleInterface):
    """One booking of the planning."""

    def __init__(self, table: _Table, block: Block) -> None:
        super().__init__()
        self._table, self.block = table, block

    def isValid(self) -> bool:
        return self._table.view() is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        view = self._table.view()
        return view.window().windowHandle() if view is not None else None

    def parent(self) -> QAccessibleInterface:
        return self._table

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        view = self._table.view()
        if view is None or view.plan is None or kind is not QAccessible.Text.Name:
            return ""
        row = view.plan.by_id.get(self.block.booking_id or 0)
        return say_booking(row, view.plan.venue) if row is not None else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing is typed here."""

    def rect(self) -> QRect:
        view = self._table.view()
        if view is None:
            return QRect()
        shown = self.block.rect.translated(view.origin())
        return QRect(view.viewport().mapToGlobal(shown.topLeft()), shown.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Cell

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        view = self._table.view()
        if view is not None and view.place is not None:
            state.focused = view.place.booking_id == self.block.booking_id and view.hasFocus()
        return state


class _Table(QAccessibleObject):
    """A planning view, its bookings as children."""

    def __init__(self, view: Surface) -> None:
        super().__init__(view)
        self._view = weakref.ref(view)
        self._made: dict[int, _Booking] = {}

    def view(self) -> Surface | None:
        return self._view()

    def _blocks(self) -> tuple[Block, ...]:
        view = self.view()
        return _children(view) if view is not None else ()

    def childCount(self) -> int:
        return len(self._blocks())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        blocks = self._blocks()
        if not 0 <= index < len(blocks):
            return None
        block = blocks[index]
        made = self._made.get(block.booking_id or 0)
        if made is None:
            made = self._made[block.booking_id or 0] = _Booking(self, block)
        made.block = block
        return made

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if not isinstance(child, _Booking):
            return -1
        ids = [block.booking_id for block in self._blocks()]
        wanted = child.block.booking_id
        return ids.index(wanted) if wanted in ids else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        view = self.view()
        place = view.place if view is not None else None
        for number, block in enumerate(self._blocks()):
            if place is not None and block.booking_id == place.booking_id:
                return self.child(number)
        return None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        view = self.view()
        above = view.parentWidget() if view is not None else None
        return QAccessible.queryAccessibleInterface(above) if above is not None else None

    def text(self, kind: QAccessible.Text) -> str:
        view = self.view()
        if view is None:
            return ""
        if kind is QAccessible.Text.Name:
            return view.accessibleName()
        return view.accessibleDescription() if kind is QAccessible.Text.Description else ""

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Table

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        view = self.view()
        state.focusable = True
        if view is not None:
            state.focused = view.hasFocus()
            state.invisible = not view.isVisible()
        return state


_tables: weakref.WeakKeyDictionary[Surface, _Table] = weakref.WeakKeyDictionary()
_installed: list[Any] = []


def _table_of(key: str, thing: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(thing, Surface):
        return None
    made = _tables.get(thing)
    if made is None:
        made = _tables[thing] = _Table(thing)
    return made


def install() -> None:
    """Have Qt ask here for the interface of a planning view; harmless twice."""
    if not _installed:
        _installed.append(_table_of)
        QAccessible.installFactory(_table_of)
