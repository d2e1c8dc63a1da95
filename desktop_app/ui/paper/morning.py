"""The day's papers at the opening, by themselves, where this PC was asked to.

Looked at once a minute: half an hour before the venue opens, or as soon as the desk opens after
that. What was printed today is not printed twice, whichever desk printed it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Slot

from desktop_app.domain.papers import Wanted
from desktop_app.ui.context import ScreenContext

TICK_MS = 60_000


class Morning(QObject):
    """Asks each minute whether it is time; says so to `print_papers`."""

    def __init__(
        self,
        context: ScreenContext,
        print_papers: Callable[[tuple[Wanted, ...]], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._print = context, print_papers
        self._done_on: date | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        """The services are there."""
        self._timer.start()
        self.tick()

    def stop(self) -> None:
        self._timer.stop()

    @Slot()
    def tick(self) -> None:
        """Is it time?"""
        now = self._context.clock.now()
        if not self._context.preferences.print_morning or self._done_on == now.date():
            return
        services = self._context.services
        self._context.background.ask(
            lambda: services.papers.morning_due(now), self._answer, self._fail, owner=self
        )

    def _answer(self, papers: tuple[Wanted, ...]) -> None:
        today = self._context.clock.today()
        if papers and self._done_on != today:
            self._done_on = today
            self._print(papers)

    def _fail(self, _error: Exception) -> None:
        """The next minute asks again."""
