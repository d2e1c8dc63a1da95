"""Ctrl+Z and Ctrl+Y: the last booking action of this desk, undone and done again."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.domain.bookings import BookingChange
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.notices import NoticeAction
from desktop_app.wording import _
from desktop_app.wording.history import say_redone, say_undone


class BookingUndo(QObject):
    """Runs the services' undo and redo on the database thread and says what they did."""

    def __init__(self, context: ScreenContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def undo(self) -> None:
        self._context.background.ask(self._undo, self._say_undone)

    def redo(self) -> None:
        self._context.background.ask(self._redo, self._say_redone)

    def _undo(self) -> BookingChange:
        return self._context.services.bookings.undo(by=self._context.actor)

    def _redo(self) -> BookingChange:
        return self._context.services.bookings.redo(by=self._context.actor)

    def _say_undone(self, change: BookingChange) -> None:
        action = NoticeAction(_("Rétablir"), self.redo, "Ctrl+Y")
        self._context.notices.say(say_undone(change.verb), "info", action)

    def _say_redone(self, change: BookingChange) -> None:
        action = NoticeAction(_("Annuler"), self.undo, "Ctrl+Z")
        self._context.notices.say(say_redone(change.verb), "info", action)
