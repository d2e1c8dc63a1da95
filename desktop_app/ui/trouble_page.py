"""Shown instead of the desk when the venue's data cannot be opened: why, and what one can do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Button, EmptyState
from desktop_app.wording import _
from desktop_app.wording.refusals import say


class TroublePage(QWidget):
    """One sentence, two ways on. An empty desk would look like a day without bookings."""

    retry_requested = Signal()
    close_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = EmptyState(theme, "database", _("Les données du lieu ne s’ouvrent pas"))
        self.retry = Button(theme, _("Réessayer"), icon="refresh-cw", tone="primary")
        self.leave = Button(theme, _("Fermer"), icon="x")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addStretch(1)
        row.addWidget(self.retry)
        row.addWidget(self.leave)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.words, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        column.addStretch(2)
        self.retry.clicked.connect(self.retry_requested)
        self.leave.clicked.connect(self.close_requested)

    def show_error(self, error: Refusal | Trouble) -> None:
        """Say why, and put the hand on the way on."""
        self.words.set_words(_("Les données du lieu ne s’ouvrent pas"), say(error))
        self.retry.setFocus()
