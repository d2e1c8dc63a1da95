"""The verbs at the foot of a booking's card: the one that comes next stands first and is big."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.today import Verb
from desktop_app.ui.theme import Theme
from desktop_app.ui.today.flow import FlowLayout
from desktop_app.ui.widgets import Button
from desktop_app.wording import _


class VerbFace(NamedTuple):
    """How a verb presents itself."""

    word: str
    icon: str
    tone: str = "secondary"


_FIRST = (Verb.ARRIVE, Verb.LEAVE)
_OTHERS = (Verb.NO_SHOW, Verb.MOVE, Verb.EDIT, Verb.CANCEL)


def _faces() -> dict[Verb, VerbFace]:
    return {
        Verb.ARRIVE: VerbFace(_("Arrivée"), "log-in", "primary"),
        Verb.LEAVE: VerbFace(_("Départ"), "log-out", "primary"),
        Verb.NO_SHOW: VerbFace(_("Non-présentation"), "user-x"),
        Verb.MOVE: VerbFace(_("Déplacer"), "move"),
        Verb.EDIT: VerbFace(_("Modifier"), "pencil"),
        Verb.CANCEL: VerbFace(_("Annuler…"), "ban"),
    }


class VerbBar(QWidget):
    """Shows the verbs that may be done now."""

    chosen = Signal(str)
    """A `Verb`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._others = QWidget(self)
        self._flow = FlowLayout(theme.px(8), self._others)
        self.buttons: dict[Verb, Button] = {}
        for verb, face in _faces().items():
            button = Button(theme, face.word, icon=face.icon, tone=face.tone, parent=self)
            button.setProperty("verb", verb.value)
            button.clicked.connect(self._tell)
            self.buttons[verb] = button
        for verb in _FIRST:
            self._column.addWidget(self.buttons[verb])
        for verb in _OTHERS:
            self._flow.addWidget(self.buttons[verb])
        self._column.addWidget(self._others)
        theme.changed.connect(self._dress)
        self._dress()

    def show_verbs(self, verbs: frozenset[Verb], *, next_in_line: bool = True) -> None:
        """Offer these and no others. next_in_line: the first of them is what comes next; not so
        while a key is to be handed, which is an arrival too."""
        for verb in _FIRST:
            self.buttons[verb].set_tone("primary" if next_in_line else "secondary")
        for verb, button in self.buttons.items():
            button.setVisible(verb in verbs)
        self._others.setVisible(any(verb in verbs for verb in _OTHERS))

    def first_focus(self) -> QWidget | None:
        """The verb that comes next."""
        order = (*_FIRST, *_OTHERS)
        shown = (self.buttons[verb] for verb in order if not self.buttons[verb].isHidden())
        return next(shown, None)

    def leave_comes_next(self) -> bool:
        """Is the departure what comes next?"""
        return self.first_focus() is self.buttons[Verb.LEAVE]

    @Slot()
    def _tell(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.chosen.emit(str(sender.property("verb")))

    @Slot()
    def _dress(self) -> None:
        self._column.setSpacing(self._theme.px(8))
        self._flow.setSpacing(self._theme.px(8))
