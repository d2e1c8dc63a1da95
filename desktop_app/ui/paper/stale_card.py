"""Above the choices: which printed sheets are out of date, and the click that prints them again."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.domain.papers import StalePaper
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Button
from desktop_app.ui.widgets.callout import Callout
from desktop_app.wording import _, n_
from desktop_app.wording.papers import say_edition_of, say_stale_papers

_MOST_NAMED = 3


class StaleCard(Callout):
    """Hidden while the walls are right."""

    reprint_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "warning", parent=parent)
        self.reprint = Button(theme, _("Réimprimer"), icon="printer")
        self.verbs.addWidget(self.reprint)
        self.reprint.clicked.connect(self.reprint_requested)
        self.hide()

    @Slot(object)
    def show_stale(self, found: tuple[StalePaper, ...]) -> None:
        """Name them, the first few."""
        if found:
            self.set_words(say_stale_papers(found), _names(found))
        self.setVisible(bool(found))


def _names(found: tuple[StalePaper, ...]) -> str:
    """Which ones, when there are several: each with its edition."""
    if len(found) < 2:
        return ""
    named = [say_edition_of(one) for one in found[:_MOST_NAMED]]
    if len(found) > _MOST_NAMED:
        rest = len(found) - _MOST_NAMED
        named.append(n_("et {n} autre", "et {n} autres", rest).format(n=rest))
    return "\n".join(named)
