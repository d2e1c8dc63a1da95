"""The bell: what a commit touched reaches every screen here. Services ring it from any thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.changes import Changes


class ChangeHub(QObject):
    """Carries `Changes` from the database thread, or another desk, to the screens."""

    changed = Signal(object)
    """A `Changes`, delivered on the window's thread after the commit."""

    def ring(self, changes: Changes) -> None:
        """Announce what was touched. May be called from any thread; silence is not announced."""
        if changes:
            self.changed.emit(changes)
