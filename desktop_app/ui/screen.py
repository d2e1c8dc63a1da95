"""What every screen has in common: a title, a place in the stack, and an ear for the bell."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar, NamedTuple, TypeVar

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import Changes
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.navigation import Destination

T = TypeVar("T")


class Screen(QWidget):
    """One screen of the window.

    Subclasses say what they watch, build their widgets in `__init__`, and ask for their rows in
    `reload`. A screen reloads when it is first shown, when the bell says that something it watches
    was touched, and, if that happened while it was hidden, when it is seen again.
    """

    watches: ClassVar[frozenset[str]] = frozenset()
    """Kinds of `domain.changes.KINDS` that make this screen stale."""

    title_changed = Signal()
    """The title or the subtitle has other words now."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._stale = True
        self._questions: dict[str, int] = {}
        # Several commits in one breath (an import, an undo) make one reload.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._reload_if_seen)
        context.hub.changed.connect(self._on_changed)

    def title(self) -> str:
        """The header's first words."""
        return ""

    def full_title(self) -> str:
        """The title with what a wide header has room for; the title itself when there is none."""
        return self.title()

    def subtitle(self) -> str:
        """What stands beside the title, muted."""
        return ""

    def reload(self) -> None:
        """Ask for the rows again. Never called while hidden."""

    def open(self, destination: Destination) -> None:
        """Show what the destination names; called each time somebody comes here."""

    def first_focus(self) -> QWidget | None:
        """The widget that takes the focus when the screen opens by keyboard."""
        return None

    def kept_free(self) -> QWidget | None:
        """What is pressed so often that no notice may lie upon it."""
        return None

    def ask(
        self,
        question: str,
        work: Callable[[], T],
        answer: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Ask in the background; an answer overtaken by a newer ask of the question is dropped."""
        turn = self._questions[question] = self._questions.get(question, 0) + 1
        self.context.background.ask(
            work,
            partial(self._if_last, question, turn, answer),
            None if failed is None else partial(self._if_last, question, turn, failed),
            owner=self,
        )

    def _if_last(self, question: str, turn: int, then: Callable[[Any], None], value: Any) -> None:
        if self._questions[question] == turn:
            then(value)

    @property
    def is_stale(self) -> bool:
        """Something it watches changed since it last reloaded."""
        return self._stale

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._soon.start()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.concerns(self.watches):
            self._stale = True
            if self.isVisible():
                self._soon.start()

    @Slot()
    def _reload_if_seen(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.reload()


class ScreenEntry(NamedTuple):
    """A screen as the window knows it: enough to draw the rail, and how to make it when needed.

    group: `top` screens come first in the rail, `bottom` ones lie at its foot; `hidden` ones are
    only reached by a `Destination`.
    """

    key: str
    label: str
    icon: str
    factory: Callable[[ScreenContext], Screen]
    shortcut: str = ""
    group: str = "top"
