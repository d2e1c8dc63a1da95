"""Two desks changed the same fact: both versions are shown, and somebody chooses. Never silent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.record import JournalLine
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Button
from desktop_app.ui.widgets.callout import Callout
from desktop_app.wording import _
from desktop_app.wording.organisations import say_who_changed


class Difference(NamedTuple):
    """A fact in two versions, in words."""

    label: str
    stored: str
    mine: str


class ConflictBox(QWidget):
    """Hidden until two versions differ."""

    mine_kept = Signal()
    """What was typed here is to be stored over the other."""

    theirs_taken = Signal()
    """What is stored stays; what was typed here is given up."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = Callout(theme, "warning", icon="users")
        self.keep_button = Button(theme, _("Garder ma saisie"), compact=True)
        self.take_button = Button(theme, _("Reprendre l’enregistrée"), compact=True)
        self._box.verbs.addWidget(self.keep_button)
        self._box.verbs.addWidget(self.take_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box)
        self.keep_button.clicked.connect(self.mine_kept)
        self.take_button.clicked.connect(self.theirs_taken)
        self.hide()

    def show_differences(
        self, differences: Sequence[Difference], changed: JournalLine | None
    ) -> None:
        """Say who stored what meanwhile, and what was typed here."""
        lines = [
            _("{label} : enregistré {stored}, votre saisie {mine}.").format(**one._asdict())
            for one in differences
        ]
        self._box.set_words(say_who_changed(changed), "\n".join(lines))
        self.show()

    def words(self) -> str:
        """All it says, for the ear."""
        return f"{self._box.accessibleName()} {self._box.accessibleDescription()}"
