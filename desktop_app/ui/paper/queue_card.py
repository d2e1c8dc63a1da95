"""The papers of the queue, each with its state in words; what failed is tried again or saved."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.ui.paper.print_queue import PrintQueue, State, Task
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Button, Text
from desktop_app.wording import _
from desktop_app.wording.papers import label_of_paper
from desktop_app.wording.printing import label_of_condition, say_held
from desktop_app.wording.refusals import say

_MOST = 8
_TONES = {State.FAILED: "error", State.HELD: "warning"}


class QueueCard(QWidget):
    """Hidden while nothing was printed."""

    save_requested = Signal(object)
    """The `Task`s that could not be printed: wish to have them as files."""

    def __init__(self, theme: Theme, queue: PrintQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._queue = theme, queue
        self.heading = Text(theme, _("File d’impression"), "label", "muted")
        self.retry = Button(theme, _("Réessayer"), icon="refresh-cw", compact=True)
        self.save = Button(theme, _("Enregistrer en PDF…"), icon="download", compact=True)
        self.rows = QGridLayout()
        self.rows.setColumnStretch(0, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.heading)
        self._column.addLayout(self.rows)
        self._column.addWidget(self.retry)
        self._column.addWidget(self.save)
        self.retry.clicked.connect(self._retry)
        self.save.clicked.connect(self._wish_save)
        queue.changed.connect(self.show_tasks)
        theme.changed.connect(self._dress)
        self._dress()
        self.show_tasks()

    @Slot()
    def _dress(self) -> None:
        px = self._theme.px
        self._column.setSpacing(px(6))
        self.rows.setHorizontalSpacing(px(10))
        self.rows.setVerticalSpacing(px(3))

    @Slot()
    def show_tasks(self) -> None:
        """The latest papers, the newest first."""
        while (item := self.rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                # Hidden at once: what is only to be deleted is still painted until then.
                widget.hide()
                widget.deleteLater()
        for row, task in enumerate(self._queue.tasks[::-1][:_MOST]):
            name = Text(self._theme, name_of(task), "small", wraps=True)
            state = Text(self._theme, label_of_condition(task.state), "small",
                         _TONES.get(task.state, "muted"))  # fmt: skip
            state.setToolTip(trouble_of(task))
            name.setToolTip(trouble_of(task))
            self.rows.addWidget(name, row, 0)
            self.rows.addWidget(state, row, 1)
        failed = bool(self.failed())
        self.retry.setVisible(failed)
        self.save.setVisible(failed)
        self.setVisible(bool(self._queue.tasks))

    def failed(self) -> tuple[Task, ...]:
        return tuple(task for task in self._queue.tasks if task.state is State.FAILED)

    @Slot()
    def _retry(self) -> None:
        for task in self.failed():
            self._queue.retry(task)

    @Slot()
    def _wish_save(self) -> None:
        self.save_requested.emit(self.failed())


def name_of(task: Task) -> str:
    """What is printed: its title once it is made."""
    return task.title or label_of_paper(task.wanted.kind)


def trouble_of(task: Task) -> str:
    """Why it is not out yet, in a sentence; empty when all is well."""
    if task.error is not None:
        return say(task.error)
    if task.state is State.HELD:
        return say_held(name_of(task), task.printer, task.reason)
    return ""
