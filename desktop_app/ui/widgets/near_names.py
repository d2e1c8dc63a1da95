"""A hint while a name is typed: organisations of nearly the same name exist. Never a refusal."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.organisations import OrganisationRow
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.callout import Callout
from desktop_app.wording import _, n_
from desktop_app.wording.phrases import shorten

_MOST = 3


class NearNames(QWidget):
    """Nothing at all, or a box with one button for each known organisation."""

    chosen = Signal(int)
    """The id of the organisation somebody recognised."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._box: Callout | None = None
        self.buttons: list[Button] = []
        self.hide()

    def show_rows(self, rows: Sequence[OrganisationRow]) -> None:
        """Offer these organisations; an empty sequence takes the hint away."""
        if self._box is not None:
            self._box.deleteLater()
            self._box = None
        self.buttons = []
        self.setVisible(bool(rows))
        if not rows:
            return
        few = rows[:_MOST]
        title = n_(
            "Un nom proche est déjà connu", "{n} noms proches sont déjà connus", len(rows)
        ).format(n=len(rows))
        advice = _("Si c’est la même, choisissez-la plutôt ; sinon, continuez.")
        self._box = Callout(self._theme, "warning", title, advice, icon="copy")
        for row in few:
            words = _("Choisir {name}").format(name=shorten(row.name, 28))
            button = Button(self._theme, words, compact=True)
            button.clicked.connect(partial(self.chosen.emit, row.id))
            self._box.verbs.addWidget(button)
            self.buttons.append(button)
        self._column.addWidget(self._box)
