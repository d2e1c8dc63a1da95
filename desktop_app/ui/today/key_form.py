"""Handing keys to a group: which keys, to whom. Nothing typed is lost by a refusal or a reload."""

from __future__ import annotations

import uuid

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.keys import LONGEST_NAME
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.today import BookingCard
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.today.flow import FlowLayout
from desktop_app.ui.today.key_chip import KeyChip
from desktop_app.ui.widgets import Button, Form, FormRow
from desktop_app.wording import _, n_


class KeyForm(QWidget):
    """Keys to pick and a name to write; wishes to hand them go out."""

    hand_requested = Signal(object, str, str)
    """Codes of the keys, to whom, and the mark of this press (a repeat changes nothing)."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, theme = context, context.theme
        self._theme = theme
        self._booking_id = 0
        self._mark = str(uuid.uuid4())
        self._chips: list[KeyChip] = []
        self._board = QWidget(self)
        self._flow = FlowLayout(theme.px(8), self._board)
        self.holder = QLineEdit(self)
        self.holder.setMaxLength(LONGEST_NAME)
        self.holder.setPlaceholderText(_("Nom de la personne"))
        self.button = Button(theme, _("Clé remise"), icon="key-round", tone="primary")
        self.form = Form()
        self._key_row = FormRow(theme, _("Clé"), self._board, parent=self)
        self._holder_row = FormRow(theme, _("Remise à"), self.holder, parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (
            self.form.add("key", self._key_row),
            self.form.add("handed_to", self._holder_row),
            self.button,
        ):
            self._column.addWidget(part)
        self.button.clicked.connect(self.hand)
        self.holder.returnPressed.connect(self.hand)
        self.holder.textEdited.connect(self._start_anew)
        theme.changed.connect(self._dress)
        self._dress()

    def show_card(self, card: BookingCard) -> None:
        """Offer the keys of this booking's room; a name being typed stays."""
        fresh = card.row.id != self._booking_id
        self._booking_id = card.row.id
        if fresh or [chip.key for chip in self._chips] != [key for key, _loan in card.keys]:
            self._make_chips(card)
        for chip, (key, loan) in zip(self._chips, card.keys, strict=True):
            chip.set_loan(loan)
            if fresh or loan is not None:
                chip.setChecked(key.id in card.suggested)
        if fresh:
            self._begin(card)

    def _make_chips(self, card: BookingCard) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for key, _loan in card.keys:
            chip = KeyChip(self._theme, key, key.code, self._board)
            chip.toggled.connect(self._on_picked)
            chip.setChecked(key.id in card.suggested)
            self._flow.addWidget(chip)
            chip.show()
            self._chips.append(chip)

    def _begin(self, card: BookingCard) -> None:
        """A new booking on the card: its own names, nothing left of the one before."""
        self.form.clear_faults()
        self._start_anew()
        self.holder.setText(card.known_holders[0] if card.known_holders else "")
        completer = QCompleter(list(card.known_holders), self.holder)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.holder.setCompleter(completer)

    def picked(self) -> tuple[str, ...]:
        """Codes of the keys picked."""
        return tuple(chip.key.code for chip in self._chips if chip.isChecked())

    def chip(self, code: str) -> KeyChip:
        return next(chip for chip in self._chips if chip.key.code == code)

    def first_focus(self) -> QWidget:
        """Where the hand goes next: the name if there is none yet, else the verb."""
        return self.button if self.holder.text().strip() else self.holder

    @Slot()
    def hand(self) -> None:
        """Wish to hand what is picked to who is written."""
        self.form.clear_faults()
        self.hand_requested.emit(self.picked(), self.holder.text(), self._mark)

    def show_refusal(self, error: Refusal) -> bool:
        """At the field it names; for the keys, the focus goes to the first one picked."""
        shown = self.form.show_refusal(error)
        if shown and error.field == "key" and self._chips:
            picked = [chip for chip in self._chips if chip.isChecked()]
            (picked or self._chips)[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return shown

    def handed(self) -> None:
        """It was done: the next press is another one."""
        self._start_anew()

    @Slot()
    def _on_picked(self) -> None:
        self._start_anew()
        self._key_row.clear_fault()
        self.button.set_word(n_("Clé remise", "Clés remises", max(1, len(self.picked()))))

    @Slot()
    def _start_anew(self) -> None:
        """Another choice is another change, with a mark of its own."""
        self._mark = str(uuid.uuid4())

    @Slot()
    def _dress(self) -> None:
        self._column.setSpacing(self._theme.px(8))
        self._flow.setSpacing(self._theme.px(8))
