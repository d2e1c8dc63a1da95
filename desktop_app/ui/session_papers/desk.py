"""Hears the wish to see a paper of a session and opens the window on it.

The wish is a `Destination("session-papers", session_id=…, text=…)`: `attendance`, `blank`,
`attestations`, `badges`, or `badge:12` for the one of person 12.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.ui.context import ScreenContext
from desktop_app.ui.navigation import Destination

if TYPE_CHECKING:
    from desktop_app.ui.devices.printing import Printing
    from desktop_app.ui.session_papers.badge_studio import BadgeStudio
    from desktop_app.ui.session_papers.window import SessionPapersWindow

SCREEN = "session-papers"
BADGES, BADGE_OF = "badges", "badge:"


class SessionPapersDesk(QObject):
    """Owns the window. `close` when the desk's window closes."""

    def __init__(
        self, context: ScreenContext, window: QWidget, printing: Printing | None = None
    ) -> None:
        super().__init__(window)
        self._context, self._window, self._printing = context, window, printing
        self.papers: SessionPapersWindow | None = None
        self.studio: BadgeStudio | None = None
        context.navigator.go.connect(self._on_wish)

    @Slot(object)
    def _on_wish(self, destination: Destination) -> None:
        if destination.screen != SCREEN or destination.session_id is None:
            return
        if destination.text == BADGES:
            self.open_studio(destination.session_id)
        elif destination.text.startswith(BADGE_OF):
            person = int(destination.text.removeprefix(BADGE_OF))
            self.open_studio(destination.session_id, person)
        else:
            self.open(destination.session_id, destination.text)

    def open(self, session_id: int, kind: str = "") -> SessionPapersWindow:
        """Show the papers of this session; without a kind, the attendance sheet."""
        # Imported at the first wish: the desk opens without it.
        from desktop_app.ui.devices.print_system import make_printing
        from desktop_app.ui.session_papers.window import SessionPapersWindow

        if self.papers is None:
            self._printing = self._printing or make_printing(self)
            self.papers = SessionPapersWindow(self._context, self._printing, self._window)
        self.papers.open_session(session_id, kind)
        return self.papers

    def open_studio(self, session_id: int, person_id: int = 0) -> BadgeStudio:
        """Show the badges of this session, or the one of this person."""
        from desktop_app.ui.devices.print_system import make_printing
        from desktop_app.ui.session_papers.badge_studio import BadgeStudio

        if self.studio is None:
            self._printing = self._printing or make_printing(self)
            self.studio = BadgeStudio(self._context, self._printing, self._window)
        self.studio.open_session(session_id, person_id)
        return self.studio

    @Slot()
    def close(self) -> None:
        """End the window's thread and what is being printed."""
        for window in (self.papers, self.studio):
            if window is not None:
                window.give_back()
                window.close()
