"""The keys on the planning: everything the mouse does, and a little quicker.

Arrows move the cursor, Shift stretches it, Enter books or opens, Insert books, M moves, R resizes,
Delete cancels (a reason is asked in the panel), Escape ends what is under way. F2 is the café's.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.domain.bookings import BookingRow
from desktop_app.ui.planning.cursor import SLOT, chosen
from desktop_app.ui.planning.gesture import Gesture, Hand, ghost_of
from desktop_app.ui.planning.mouse_hand import can_move
from desktop_app.ui.planning.surface import Surface

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_STEPS = (*_ARROWS, Qt.Key.Key_Home, Qt.Key.Key_End)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyHand:
    """Turns keys into cursor moves, gestures and wishes of a surface."""

    def __init__(self, view: Surface) -> None:
        self._view = view

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key says; False when it is none of ours."""
        key = event.key()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = held == Qt.KeyboardModifier.ShiftModifier
        if held and not shift:
            return False
        if self._view.gesture is not None:
            return self._carry(key, shift)
        if key in _STEPS:
            return self._stretch(key) if shift else self._step(key)
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._view.page_requested.emit(1 if key == Qt.Key.Key_PageDown else -1)
            return True
        return not shift and self._act(key)

    def _step(self, key: int) -> bool:
        view = self._view
        assert view.place is not None
        view.set_cursor(view.stepped(view.place, key))
        return True

    def _stretch(self, key: int) -> bool:
        """Choose more or less time, or one room more or less."""
        view = self._view
        place = view.place
        assert place is not None
        if place.booking_id is not None or key not in _ARROWS:
            return True
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            more = SLOT if key == Qt.Key.Key_Right else -SLOT
            view.set_cursor(place.stretched(more))
        else:
            view.set_cursor(place.widened(1 if key == Qt.Key.Key_Down else -1, view.shown))
        return True

    def _act(self, key: int) -> bool:
        view = self._view
        place = view.place
        assert place is not None
        row = view.shown.by_id.get(place.booking_id or 0)
        if key in _ENTER and row is not None:
            view.booking_opened.emit(row.id)
        elif key in (*_ENTER, Qt.Key.Key_Insert):
            self._book()
        elif key == Qt.Key.Key_Escape:
            if not (place.minutes or place.across):
                return False
            view.set_cursor(place.plain())
        elif row is not None:
            return self._act_on(key, row)
        else:
            return False
        return True

    def _book(self) -> None:
        view = self._view
        assert view.place is not None
        ghost = chosen(view.shown, view.place._replace(booking_id=None))
        if ghost is not None:
            view.place_drawn.emit(ghost)

    def _act_on(self, key: int, row: BookingRow) -> bool:
        view = self._view
        if key == Qt.Key.Key_Delete:
            view.cancel_requested.emit(row.id)
        elif key in (Qt.Key.Key_M, Qt.Key.Key_R) and can_move(row, view.shown.now):
            view.begin(Gesture(Hand.MOVE if key == Qt.Key.Key_M else Hand.END, row=row))
            view.show_ghost(ghost_of(row))
        else:
            return False
        return True

    def _carry(self, key: int, shift: bool) -> bool:
        """Arrows while a booking is being moved or resized by key, or the mouse drags."""
        view = self._view
        gesture = view.gesture
        assert gesture is not None
        if key == Qt.Key.Key_Escape:
            view.end_gesture()
        elif gesture.press is not None:
            return True  # the mouse holds it: only Escape counts
        elif key in _ENTER:
            view.drop()
        elif key in _ARROWS:
            view.show_ghost(view.nudged(gesture, key, shift))
        return True
