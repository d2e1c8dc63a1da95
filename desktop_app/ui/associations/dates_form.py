"""The two papers of an organisation: until when it is insured, until when its agreement runs."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.organisations import OrganisationRow
from desktop_app.domain.refusals import Refusal
from desktop_app.ui.associations.conflict import ConflictBox, Difference
from desktop_app.ui.associations.facts import File
from desktop_app.ui.associations.until_field import UntilField
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.widgets import Button, Form, FormRow
from desktop_app.wording import _
from desktop_app.wording.organisations import say_until

NAMES = ("insurance_until", "agreement_until")


class DatesForm(QWidget):
    """Shows and takes both dates. What was typed for one organisation waits while another is
    looked at."""

    save_asked = Signal(object, object)
    """The row as it was when typing began, and the changed facts to store."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        # What typing is measured from, and what the database holds: two only in a conflict.
        self._base: OrganisationRow | None = None
        self._stored: OrganisationRow | None = None
        self._drafts: dict[int, tuple[str, ...]] = {}
        self.form = Form()
        self.fields: dict[str, UntilField] = {}
        self.conflict = ConflictBox(context.theme)
        theme = context.theme
        self._pair = QGridLayout()
        for place, (name, label) in enumerate(
            zip(NAMES, (_("Assurance jusqu’au"), _("Convention jusqu’au")), strict=True)
        ):
            field = self.fields[name] = UntilField(context.clock, field=name)
            row = self.form.add(name, FormRow(theme, label, field))
            self._pair.addWidget(row, 0, place, Qt.AlignmentFlag.AlignTop)
            self._pair.setColumnStretch(place, 1)
        self.save_button = Button(theme, _("Enregistrer"), icon="check", tone="primary")
        self.reset_button = Button(theme, _("Rétablir les dates"), icon="undo-2", tone="ghost")
        self._verbs = QHBoxLayout()
        self._verbs.addWidget(self.save_button)
        self._verbs.addWidget(self.reset_button)
        self._verbs.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._pair)
        self._column.addWidget(self.conflict)
        self._column.addLayout(self._verbs)
        self._connect()
        self._dress()

    def _connect(self) -> None:
        for field in self.fields.values():
            field.textChanged.connect(self._offer_verbs)
            field.returnPressed.connect(self.ask_to_save)
        self.save_button.clicked.connect(self.ask_to_save)
        self.reset_button.clicked.connect(self.reset)
        self.conflict.mine_kept.connect(self._keep_mine)
        self.conflict.theirs_taken.connect(self.reset)
        self._context.theme.changed.connect(self._dress)

    # -- showing --------------------------------------------------------------------------

    def show_file(self, file: File) -> None:
        """Show the dates of an organisation, or hear that those shown were stored anew."""
        before, row = self._base, file.row
        if before is None or before.id != row.id:
            self._put_away()
            self._base = self._stored = row
            self._write(row)
            for name, text in zip(NAMES, self._drafts.pop(row.id, ()), strict=False):
                self.fields[name].setText(text)
        elif before != row:
            self._hear_of(before, file)
        self._offer_verbs()

    def _hear_of(self, before: OrganisationRow, file: File) -> None:
        """Somebody, here or elsewhere, stored the file shown."""
        row, found = file.row, []
        for name in NAMES:
            old, new, mine = getattr(before, name), getattr(row, name), self.fields[name].reading()
            if not self._is_typed(name) or mine == new:
                self.fields[name].set_value(new)
            elif old != new:
                label = self.form.rows[name].label.text()
                found.append(Difference(label, say_until(new), self.fields[name].text() or "—"))
        self._stored = row
        if found:
            self.conflict.show_differences(found, file.last_change)
        else:
            self._base = row
            self.conflict.hide()

    def _put_away(self) -> None:
        if self._base is not None and self.is_typed:
            self._drafts[self._base.id] = tuple(self.fields[name].text() for name in NAMES)
        self.conflict.hide()

    def _write(self, row: OrganisationRow) -> None:
        for name in NAMES:
            self.fields[name].set_value(getattr(row, name))
        self.form.clear_faults()

    # -- what was typed -------------------------------------------------------------------

    @property
    def is_typed(self) -> bool:
        """Something differs from what is stored."""
        return any(map(self._is_typed, NAMES))

    def _is_typed(self, name: str) -> bool:
        stored: date | None = getattr(self._base, name, None)
        try:
            return bool(self.fields[name].value() != stored)
        except Refusal:
            return True

    @Slot()
    def ask_to_save(self) -> None:
        """Hand over what was typed, or say at the field why it cannot be read."""
        if self._base is None or not self.is_typed or not self.conflict.isHidden():
            return
        facts: dict[str, Any] = {}
        for name in NAMES:
            try:
                value = self.fields[name].value()
            except Refusal as error:
                self.form.show_refusal(error)
                return
            if value != getattr(self._base, name):
                facts[name] = value
        self.save_asked.emit(self._base, facts)

    @Slot()
    def reset(self) -> None:
        """Take back what is stored."""
        self._base = self._stored
        if self._base is not None:
            self._write(self._base)
        self.conflict.hide()
        self._offer_verbs()

    @Slot()
    def _keep_mine(self) -> None:
        self._base = self._stored
        self.conflict.hide()
        self.ask_to_save()

    @Slot()
    def _offer_verbs(self) -> None:
        typed = self.is_typed and self.conflict.isHidden()
        self.save_button.setEnabled(typed)
        self.reset_button.setEnabled(typed)

    def first_focus(self) -> None:
        """The insurance: the paper that is brought to the desk most often."""
        self.fields[NAMES[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        self.fields[NAMES[0]].selectAll()

    @Slot()
    def _dress(self) -> None:
        px = self._context.theme.px
        self._pair.setHorizontalSpacing(px(12))
        self._column.setSpacing(px(10))
        self._verbs.setSpacing(px(8))
