"""The names of a discreet booking in its form: dots until somebody asks, as on Today's card.

A public hall reads the screen; the desk shows the name when nobody looks, for this booking only.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.button import Button
from desktop_app.wording import _


class DiscreetNames(QWidget):
    """A button above the fields it keeps; hidden while there is nothing to keep."""

    def __init__(
        self, theme: Theme, fields: Sequence[QLineEdit], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self.reveal = Button(theme, _("Montrer le nom"), icon="eye", tone="ghost", compact=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.reveal, 0, Qt.AlignmentFlag.AlignLeft)
        self.reveal.clicked.connect(self.show_names)
        self.hide()

    def keep(self, discreet: bool) -> None:
        """Hide the names of a booking just opened, or show those that need no hiding."""
        modes = QLineEdit.EchoMode
        for field in self._fields:
            field.setEchoMode(modes.Password if discreet else modes.Normal)
        self.setVisible(discreet)

    @Slot()
    def show_names(self) -> None:
        had_focus = self.reveal.hasFocus()
        self.keep(discreet=False)
        if had_focus:
            self._fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
