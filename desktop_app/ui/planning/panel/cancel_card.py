"""Cancelling: the reason, and whether it is told late. The row stays; the room is free at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.domain.refusals import Refusal
from desktop_app.ui.planning.panel.soft_box import SoftBox
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Button, Form, FormRow
from desktop_app.ui.widgets.text import Text
from desktop_app.wording import _, n_


class CancelCard(SoftBox):
    """One line for the reason, one button to do it, Escape to leave everything as it is."""

    confirmed = Signal(str)
    """The reason as typed: wish to cancel."""

    given_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "neutral", parent)
        self.late = Text(theme, "", "small", "warning", wraps=True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("l’association rappellera"))
        self.form = Form()
        row = self.form.add("reason", FormRow(theme, _("Motif de l’annulation"), self.reason))
        self.keep = Button(theme, _("Garder"))
        self.do = Button(theme, _("Annuler la réservation"), icon="calendar-x", tone="danger")
        for part in (self.late, row, self.do, self.keep):
            self.column.addWidget(part)
        self.do.clicked.connect(self._confirm)
        self.reason.returnPressed.connect(self._confirm)
        self.keep.clicked.connect(self.give_up)

    def start(self, *, late_days: int | None) -> None:
        """Ask for the reason; what was typed before stays.

        late_days: the delay of the house when it is told later than that, else None.
        """
        self.late.setVisible(late_days is not None)
        if late_days is not None:
            words = n_(
                "Annulation tardive : moins de {n} jour avant.",
                "Annulation tardive : moins de {n} jours avant.",
                late_days,
            )
            self.late.setText(words.format(n=late_days))
        self.form.clear_faults()
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refusal(self, error: Refusal) -> bool:
        return self.form.show_refusal(error)

    @Slot()
    def give_up(self) -> None:
        self.hide()
        self.given_up.emit()

    @Slot()
    def _confirm(self) -> None:
        self.confirmed.emit(self.reason.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)
