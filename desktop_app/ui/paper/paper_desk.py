"""Hears every wish about paper, from any screen: to see one, or to print at once.

A wish to see is a `Destination("paper", day=…, text=kind)`, its subject in `room_id`,
`organisation_id` or `booking_id`. Wishes to print are signals of `context.desk`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.domain.papers import PaperKind, Wanted
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.navigation import Destination

if TYPE_CHECKING:
    from desktop_app.ui.devices.printing import Printing
    from desktop_app.ui.paper.morning import Morning
    from desktop_app.ui.paper.preview import PreviewWindow
    from desktop_app.ui.paper.print_queue import PrintQueue, Task
    from desktop_app.ui.paper.stale_watch import StaleWatch

SCREEN = "paper"


class PaperDesk(QObject):
    """Owns the preview, the queue and the printers. `start` once the services are there; `close`
    when the desk's window closes. Everything is imported at the first wish: the desk opens
    without it."""

    def __init__(
        self, context: ScreenContext, window: QWidget, printing: Printing | None = None
    ) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._printing = printing
        self._queue: PrintQueue | None = None
        self._watch: StaleWatch | None = None
        self._morning: Morning | None = None
        self.preview: PreviewWindow | None = None
        context.navigator.go.connect(self._on_wish)
        context.desk.morning_print_requested.connect(self.print_day)
        context.desk.reprint_requested.connect(self.print_stale)
        context.desk.evacuation_requested.connect(self.print_evacuation)

    @property
    def printing(self) -> Printing:
        """The printers of this PC, asked for when first needed."""
        if self._printing is None:
            from desktop_app.ui.devices.print_system import make_printing

            self._printing = make_printing(self)
        return self._printing

    @property
    def queue(self) -> PrintQueue:
        """The papers on their way."""
        if self._queue is None:
            from desktop_app.ui.paper.print_queue import PrintQueue

            self._queue = PrintQueue(self._context, self.printing, self)
            self._queue.emptied.connect(self._on_emptied)
        return self._queue

    def start(self) -> None:
        """Watch what is printed, and print the morning if this PC was asked to."""
        from desktop_app.ui.paper.morning import Morning
        from desktop_app.ui.paper.stale_watch import StaleWatch

        self._watch = StaleWatch(self._context, self)
        self._watch.ask()
        self._morning = Morning(self._context, self.print_papers, self)
        self._morning.start()

    # -- to see -----------------------------------------------------------------------------

    @Slot(object)
    def _on_wish(self, destination: Destination) -> None:
        if destination.screen == SCREEN:
            from desktop_app.ui.paper.request import wish_of

            self.open(wish_of(destination, self._context.clock.today()))

    def open(self, wanted: Wanted) -> PreviewWindow:
        """Show the preview at this paper, in the size and for the audience it was last printed."""
        from desktop_app.ui.paper.preview import PreviewWindow

        if self.preview is None:
            self.preview = PreviewWindow(self._context, self.queue, wanted, self._window)
        habit = self._context.preferences.paper_habit(wanted.kind.value)
        if habit.paper or habit.audience:
            paper, audience = habit.paper or wanted.paper, habit.audience or wanted.audience
            wanted = replace(wanted, paper=paper, audience=audience)
        self.preview.open_wanted(wanted)
        return self.preview

    # -- to print at once -------------------------------------------------------------------

    @Slot()
    def print_day(self) -> None:
        """*Imprimer la journée*: the day plan, the set-up list, the doors in use."""
        services, today = self._context.services, self._context.clock.today()
        self._context.background.ask(
            lambda: services.papers.morning(today), self.print_papers, owner=self
        )

    @Slot()
    def print_stale(self) -> None:
        """Print again what is out of date, and only that."""
        self.print_papers(one.wanted for one in self._context.desk.stale_papers)

    @Slot()
    def print_evacuation(self) -> None:
        """The evacuation sheet of this moment: on paper, or on the screen without a printer."""
        self.print_papers((Wanted(PaperKind.EVACUATION, self._context.clock.today()),))

    def print_papers(self, papers: Iterable[Wanted]) -> None:
        """Print these, one after another, each as it was printed last."""
        self.queue.add_all(tuple(papers))

    @Slot(object)
    def _on_emptied(self, run: tuple[Task, ...]) -> None:
        """Say how it went, where one looks; what is not printed is shown, with the way out."""
        from desktop_app.ui.paper.outcome import failed_in, say_outcome, tone_of

        if self.preview is not None and self.preview.isVisible():
            self.preview.say_outcome(run)
            return
        self._context.notices.say(say_outcome(run), tone_of(run))
        failed = failed_in(run)
        if failed:
            self.open(failed[0].wanted).say_outcome(run)

    @Slot()
    def close(self) -> None:
        """End the preview's thread and what is being printed."""
        for part in (self._watch, self._morning):
            if part is not None:
                part.stop()
        if self._printing is not None:
            self._printing.stop()
        if self.preview is not None:
            self.preview.give_back()
            self.preview.close()
