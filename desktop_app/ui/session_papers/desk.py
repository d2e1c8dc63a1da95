"""Hears the wish to see a paper of a session and opens the window on it.

The wish is a `Destination("session-papers", session_id=…, text="attendance")`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.ui.context import ScreenContext
from desktop_app.ui.devices.print_system import make_printing
from desktop_app.ui.devices.printing import Printing
from desktop_app.ui.navigation import Destination

if TYPE_CHECKING:
    from desktop_app.ui.session_papers.window import SessionPapersWindow

SCREEN = "session-papers"


class SessionPapersDesk(QObject):
    """Owns the window. `close` when the desk's window closes."""

    def __init__(
        self, context: ScreenContext, window: QWidget, printing: Printing | None = None
    ) -> None:
        super().__init__(window)
        self._context, self._window, self._printing = context, window, printing
        self.papers: SessionPapersWindow | None = None
        context.navigator.go.connect(self._on_wish)

    @Slot(object)
    def _on_wish(self, destination: Destination) -> None:
        if destination.screen == SCREEN and destination.session_id is not None:
            self.open(destination.session_id, destination.text)

    def open(self, session_id: int, kind: str = "") -> SessionPapersWindow:
        """Show the papers of this session; without a kind, the attendance sheet."""
        # Imported at the first wish: the desk opens without it.
        from desktop_app.ui.session_papers.window import SessionPapersWindow

        if self.papers is None:
            printing = self._printing or make_printing(self)
            self.papers = SessionPapersWindow(self._context, printing, self._window)
        self.papers.open_session(session_id, kind)
        return self.papers

    @Slot()
    def close(self) -> None:
        """End the window's thread and what is being printed."""
        if self.papers is not None:
            self.papers.give_back()
            self.papers.close()
