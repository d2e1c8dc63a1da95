"""Papers waiting to be printed, one after another, while the desk goes on.

Each is made and numbered on the database thread at its turn, so that what comes out is what is so
then; the printer is the one last used for its kind, else the system's own. Nothing here waits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.papers import Wanted
from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.devices.printing import JobNews, Printer, Printing, PrintJob, Receipt
from desktop_app.ui.preferences import PaperHabit

if TYPE_CHECKING:
    from desktop_app.services.papers import Paper


class State(StrEnum):
    """Where a paper stands. HELD: sent, but something keeps it in the printer."""

    WAITING = "waiting"
    MAKING = "making"
    SENDING = "sending"
    SENT = "sent"
    HELD = "held"
    PRINTED = "printed"
    FAILED = "failed"


@dataclass(slots=True)
class Task:
    """A paper on its way. reason: why it is held; error: why it is not printed."""

    wanted: Wanted
    habit: PaperHabit
    title: str = ""
    printer: str = ""
    job: str = ""
    state: State = State.WAITING
    reason: str = ""
    error: Refusal | Trouble | None = None

    @property
    def is_under_way(self) -> bool:
        return self.state in (State.WAITING, State.MAKING, State.SENDING)


class PrintQueue(QObject):
    """The one sender of the window's papers."""

    changed = Signal()
    """A paper came, went on, or ended."""

    ended = Signal(object)
    """A `Task` that was sent, held or could not be printed."""

    emptied = Signal(object)
    """The tasks of a run that is over, in their order."""

    def __init__(
        self, context: ScreenContext, printing: Printing, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self.printing = context, printing
        self._printers: tuple[Printer, ...] | None = None
        self._looking = False
        self._current: Task | None = None
        self._run: list[Task] = []
        self.tasks: list[Task] = []
        printing.printers_found.connect(self._on_printers)
        printing.sent.connect(self._on_sent)
        printing.failed.connect(self._on_failed)
        printing.followed.connect(self._on_news)

    def add(self, wanted: Wanted, habit: PaperHabit | None = None) -> Task:
        """Print a paper when its turn comes; without a habit, as it was printed last."""
        task = self._taken(wanted, habit)
        self.changed.emit()
        self._advance()
        return task

    def add_all(self, papers: Iterable[Wanted]) -> None:
        """Print several, one after another, as one run."""
        for wanted in papers:
            self._taken(wanted, None)
        self.changed.emit()
        self._advance()

    def _taken(self, wanted: Wanted, habit: PaperHabit | None) -> Task:
        kept = self._context.preferences.paper_habit(wanted.kind.value)
        task = Task(wanted, habit or kept)
        self.tasks.append(task)
        self._run.append(task)
        return task

    def retry(self, task: Task) -> None:
        """Put a paper that was not printed at the end of the queue again."""
        task.state, task.error, task.reason = State.WAITING, None, ""
        self._printers = None
        self._run.append(task)
        self.changed.emit()
        self._advance()

    def forget_ended(self) -> None:
        """Keep only what is under way."""
        self.tasks = [task for task in self.tasks if task.is_under_way]
        self.changed.emit()

    # -- one after another ------------------------------------------------------------------

    def _advance(self) -> None:
        if self._current is not None:
            return
        task = next((one for one in self._run if one.state is State.WAITING), None)
        if task is None:
            self._end_run()
        elif self._printers is None:
            self._look_for_printers()
        elif not self._printers:
            self._end(task, Trouble("printer_missing"))
        else:
            self._make(task)

    def _look_for_printers(self) -> None:
        if not self._looking:
            self._looking = True
            self.printing.look_for_printers()

    @Slot(object)
    def _on_printers(self, found: tuple[Printer, ...]) -> None:
        self._looking = False
        self._printers = found
        self._advance()

    def _make(self, task: Task) -> None:
        names = [printer.name for printer in self._printers or ()]
        task.printer = task.habit.printer if task.habit.printer in names else names[0]
        task.state, self._current = State.MAKING, task
        self.changed.emit()
        services, actor = self._context.services, self._context.actor
        self._context.background.ask(
            lambda: services.papers.publish(task.wanted, by=actor),
            partial(self._send, task),
            partial(self._on_not_made, task),
            owner=self,
        )

    def _send(self, task: Task, paper: Paper) -> None:
        wish = paper.wanted or task.wanted
        task.title, task.state = paper.title, State.SENDING
        self.changed.emit()
        job = PrintJob(
            paper.title,
            paper.pdf,
            wish.paper,
            wish.landscape,
            task.habit.copies,
            task.habit.duplex,
        )
        self.printing.send(job, task.printer)

    def _on_not_made(self, task: Task, error: Exception) -> None:
        self._end(task, error if isinstance(error, Refusal | Trouble) else Trouble("print_failed",
                  printer=task.printer, problem=""))  # fmt: skip

    @Slot(object)
    def _on_sent(self, receipt: Receipt) -> None:
        task = self._current
        if task is None:
            return
        task.job, task.reason = receipt.job, receipt.reason
        held = receipt.waiting or bool(receipt.reason)
        if held and not task.reason:
            task.reason = "stopped"
        self._end(task, None, State.HELD if held else State.SENT)

    @Slot(object)
    def _on_failed(self, trouble: Trouble) -> None:
        if self._current is not None:
            self._end(self._current, trouble)

    @Slot(object)
    def _on_news(self, news: JobNews) -> None:
        for task in self.tasks:
            if task.job == news.job and task.state in (State.SENT, State.HELD):
                task.reason = news.reason
                if news.done:
                    task.state = State.PRINTED
                else:
                    task.state = State.HELD if news.reason else State.SENT
                self.changed.emit()
                if news.reason:
                    self.ended.emit(task)

    def _end(
        self, task: Task, error: Refusal | Trouble | None, state: State = State.FAILED
    ) -> None:
        task.state, task.error = state, error
        self._current = None
        self.changed.emit()
        self.ended.emit(task)
        self._advance()

    def _end_run(self) -> None:
        run, self._run = tuple(self._run), []
        # Printers come and go: the next run asks again.
        self._printers = None
        if run:
            self.emptied.emit(run)
