"""Notices that a printed sheet no longer says what is so, whatever screen is shown.

It asks again when the bell says that something a sheet may show has changed; several commits in one
breath make one question, and an answer overtaken by a newer question is dropped.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from desktop_app.domain.changes import Changes
from desktop_app.domain.papers import StalePaper
from desktop_app.ui.context import ScreenContext

KINDS = frozenset(
    {"booking", "series", "room", "opening", "organisation", "setting", "unavailability", "key"}
    | {"edition"}
)
BREATH_MS = 400


class StaleWatch(QObject):
    """Tells `context.desk` which papers are out of date."""

    def __init__(self, context: ScreenContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._turn = context, 0
        self._breath = QTimer(self)
        self._breath.setSingleShot(True)
        self._breath.setInterval(BREATH_MS)
        self._breath.timeout.connect(self.ask)
        context.hub.changed.connect(self._on_changed)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.concerns(KINDS):
            self._breath.start()

    @Slot()
    def ask(self) -> None:
        """Compare what is printed with what is so now."""
        self._turn += 1
        services = self._context.services
        self._context.background.ask(
            lambda: services.papers.stale(),
            partial(self._answer, self._turn),
            self._fail,
            owner=self,
        )

    def stop(self) -> None:
        self._breath.stop()

    def _answer(self, turn: int, found: tuple[StalePaper, ...]) -> None:
        if turn == self._turn:
            self._context.desk.tell_stale_papers(found)

    def _fail(self, _error: Exception) -> None:
        """The database is away: what was known stands, and the next change asks again."""
