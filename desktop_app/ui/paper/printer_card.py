"""Where the paper goes: a printer, copies and sides, or a file, drawn or accessible."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.refusals import Trouble
from desktop_app.ui.devices.printing import Printer
from desktop_app.ui.preferences import PaperHabit
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Button, ChoiceField, FormRow, Text
from desktop_app.wording import _
from desktop_app.wording.refusals import say

MOST_COPIES = 50


class PrinterCard(QWidget):
    """Printer, copies, sides, and the verbs. Without a printer it says so and offers the file."""

    print_requested = Signal(str, int)
    """Printer and copies; the printer is empty when there is none."""

    save_requested = Signal()
    accessible_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wanted = ""
        self.printers = ChoiceField()
        self.copies = ChoiceField()
        self.copies.addItems([str(count) for count in range(1, MOST_COPIES + 1)])
        self.duplex = QCheckBox(_("Recto verso"))
        self.print_button = Button(
            theme, _("Imprimer"), icon="printer", tone="primary", keys="Ctrl+P"
        )
        self.save_button = Button(theme, _("Enregistrer…"), icon="download", keys="Ctrl+S")
        self.accessible_button = Button(
            theme, _("Copie accessible…"), icon="accessibility", tone="ghost"
        )
        self.accessible_button.setToolTip(
            _("Un PDF balisé, dans l’ordre de lecture, pour les lecteurs d’écran.")
        )
        self.none = Text(theme, say(Trouble("printer_missing")), "body", wraps=True)
        self.printer_row = FormRow(theme, _("Imprimante"), self.printers)
        self.copies_row = FormRow(theme, _("Exempl."), self.copies)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._where = QHBoxLayout()
        self._where.addWidget(self.printer_row, 1)
        self._where.addWidget(self.copies_row)
        self._column.addLayout(self._where)
        for part in (
            self.duplex,
            self.none,
            self.print_button,
            self.save_button,
            self.accessible_button,
        ):
            self._column.addWidget(part)
        self.print_button.clicked.connect(self._wish_print)
        self.save_button.clicked.connect(self.save_requested)
        self.accessible_button.clicked.connect(self.accessible_requested)
        theme.changed.connect(self._dress)
        self._dress()
        self.none.hide()
        self.accessible_button.hide()

    @Slot()
    def _dress(self) -> None:
        self._column.setSpacing(self._theme.px(8))
        self._where.setSpacing(self._theme.px(10))
        self.copies_row.setFixedWidth(self._theme.px(84))

    def prefer(self, printer: str) -> None:
        """The printer to choose when it is there: the one last used for this document."""
        self._wanted = printer
        place = self.printers.findText(printer)
        if place >= 0:
            self.printers.setCurrentIndex(place)

    def prefer_habit(self, habit: PaperHabit) -> None:
        """How this document was printed last; its printer is chosen as soon as it is there."""
        self.prefer(habit.printer)
        self.copies.setCurrentText(str(habit.copies))
        self.duplex.setChecked(habit.duplex)

    def habit(self) -> PaperHabit:
        """What is chosen now."""
        return PaperHabit(
            self.printers.currentText(),
            int(self.copies.currentText()),
            self.duplex.isChecked(),
        )

    def show_printers(self, found: Sequence[Printer]) -> None:
        """Offer these printers; the choice made is kept as long as it is there."""
        chosen = self._wanted or self.printers.currentText()
        names = [printer.name for printer in found]
        self.printers.clear()
        self.printers.addItems(names)
        if chosen in names:
            self.printers.setCurrentText(chosen)
        for part in (self.printer_row, self.copies_row, self.duplex):
            part.setVisible(bool(names))
        self.none.setVisible(not names)
        self.print_button.set_tone("primary" if names else "secondary")
        self.save_button.set_tone("secondary" if names else "primary")

    def set_ready(self, ready: bool) -> None:
        """Is there a paper to print or to save?"""
        self.print_button.setEnabled(ready)
        self.save_button.setEnabled(ready)

    def offer_accessible(self, offered: bool) -> None:
        """Has the paper a tagged copy?"""
        self.accessible_button.setVisible(offered)

    def first_verb(self) -> Button:
        """What Enter should do: print where there is a printer, else save."""
        return self.print_button if self.printers.count() else self.save_button

    @Slot()
    def _wish_print(self) -> None:
        self.print_requested.emit(self.printers.currentText(), int(self.copies.currentText()))
