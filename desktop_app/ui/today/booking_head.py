"""The first lines of a booking's card: its state, its kind, and who it is if that may be shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.bookings import BookingRow, Status, family
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.today.day_words import say_state
from desktop_app.ui.today.flow import FlowLayout
from desktop_app.ui.widgets import Button, Chip, Text
from desktop_app.wording import _
from desktop_app.wording.labels import label_of_kind
from desktop_app.wording.reasons import say_reason


class BookingHead(QWidget):
    """Chips, and for a discreet booking a button that shows the name on this card only."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = self._theme = context.theme
        self._row: BookingRow | None = None
        self.state = Chip(theme)
        self.kind = Chip(theme)
        self.discreet = Chip(theme, _("Affichage discret"), "neutral", "eye-off")
        self.reason = Text(theme, "", "small", "muted", wraps=True)
        self.reveal = Button(theme, _("Montrer le nom"), icon="eye", tone="ghost", compact=True)
        self.name = Text(theme, "", "body", wraps=True)
        self._chips = QWidget(self)
        self._flow = FlowLayout(theme.px(6), self._chips)
        for chip in (self.state, self.kind, self.discreet):
            self._flow.addWidget(chip)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._chips, self.reason, self.name):
            self._column.addWidget(part)
        self._column.insertWidget(2, self.reveal, 0, Qt.AlignmentFlag.AlignLeft)
        self.reveal.clicked.connect(self._show_name)
        context.privacy.masked_changed.connect(self._hide_name)
        theme.changed.connect(self._dress)
        self._dress()

    def show_row(self, row: BookingRow) -> None:
        """Say the state of this booking; another booking hides its name again."""
        if self._row is None or self._row.id != row.id:
            self._row = row
            self._hide_name()
        self._row = row
        tone = family(row.kind).value
        self.state.set(say_state(row), tone_of(row), icon_of(row))
        self.kind.set(label_of_kind(row.kind), tone, "")
        self.discreet.setVisible(row.discreet)
        self.reason.setText(say_reason(row.reason))
        self.reason.setVisible(bool(row.reason))

    @Slot()
    def _show_name(self) -> None:
        row = self._row
        if row is not None:
            words = " · ".join(part for part in (row.title, row.organisation_name) if part)
            self.name.setText(words)
            self.name.show()
            self.reveal.hide()

    @Slot()
    def _hide_name(self) -> None:
        self.name.clear()
        self.name.hide()
        self.reveal.setVisible(self._row is not None and self._row.discreet)

    @Slot()
    def _dress(self) -> None:
        self._column.setSpacing(self._theme.px(6))


def tone_of(row: BookingRow) -> str:
    """The tone of a state's chip."""
    if row.status == Status.ARRIVED:
        return "ok"
    if row.status in (Status.OPTION, Status.PENDING):
        return "warning"
    if row.status in (Status.CANCELLED, Status.NO_SHOW, Status.REVOKED):
        return "error"
    return "neutral"


def icon_of(row: BookingRow) -> str:
    """The sign that says the state without its colour."""
    return {
        Status.ARRIVED: "circle-check",
        Status.DONE: "check",
        Status.OPTION: "hourglass",
        Status.PENDING: "hourglass",
        Status.CANCELLED: "ban",
        Status.NO_SHOW: "user-x",
        Status.REVOKED: "ban",
    }.get(Status(row.status), "calendar-check")
