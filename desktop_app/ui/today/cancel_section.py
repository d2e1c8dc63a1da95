"""Cancelling a booking: a reason, then the verb. The row stays and can be brought back."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.refusals import Refusal
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Button, Form, FormRow
from desktop_app.wording import _


class CancelSection(QWidget):
    """Asks for the reason."""

    cancel_requested = Signal(str)
    """The reason: wish to cancel the booking."""

    given_up = Signal()
    """Wish to keep it after all."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(300)
        self.form = Form()
        row = FormRow(theme, _("Motif de l’annulation"), self.reason, parent=self)
        self.form.add("reason", row)
        self.keep = Button(theme, _("Garder"), parent=self)
        self.cancel = Button(theme, _("Annuler la réservation"), icon="ban", tone="danger")
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.keep)
        self._buttons.addWidget(self.cancel, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(row)
        self._column.addLayout(self._buttons)
        self.keep.clicked.connect(self.given_up)
        self.cancel.clicked.connect(self._ask)
        self.reason.returnPressed.connect(self._ask)
        theme.changed.connect(self._dress)
        self._dress()

    def begin(self) -> None:
        """Empty, for another booking."""
        self.reason.clear()
        self.form.clear_faults()

    def show_refusal(self, error: Refusal) -> bool:
        return self.form.show_refusal(error)

    @Slot()
    def _ask(self) -> None:
        self.cancel_requested.emit(self.reason.text())

    @Slot()
    def _dress(self) -> None:
        self._column.setSpacing(self._theme.px(8))
        self._buttons.setSpacing(self._theme.px(8))
