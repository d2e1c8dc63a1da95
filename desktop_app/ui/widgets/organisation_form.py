"""The form of an organisation: for a new one, or to change one that is known. Shared by screens.

It hands over what was typed and shows refusals on their fields; whoever holds it runs the verb.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.domain.identifiers import (
    normalise_email,
    normalise_phone,
    normalise_rna,
    normalise_siren,
    show_phone,
    show_siren,
)
from desktop_app.domain.organisations import OrganisationKind, OrganisationRow
from desktop_app.domain.refusals import Refusal
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.widgets.choice_field import ChoiceField
from desktop_app.ui.widgets.form import Form, FormRow
from desktop_app.ui.widgets.near_names import NearNames
from desktop_app.ui.widgets.number_field import NumberField
from desktop_app.wording import _
from desktop_app.wording.labels import label_of_organisation_kind

_PAUSE_MS = 250
"""Silence after a key before near names are looked for."""


class OrganisationForm(QWidget):
    """Name, kind, RNA, SIREN, contact, remarks, discretion."""

    known_chosen = Signal(int)
    """Somebody recognised the organisation among those of a near name: its id."""

    edited = Signal()
    """Something was typed or chosen."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._subject: int | None = None
        self._first: dict[str, Any] = {}
        self.form = Form()
        self._make_fields()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._lay_out()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._connect()
        context.theme.changed.connect(self._dress)
        self._dress()
        self.start()

    def _make_fields(self) -> None:
        privacy = self._context.privacy
        self.name = QLineEdit()
        self.name.setMaxLength(300)
        self.kind = ChoiceField()
        self.rna = NumberField(normalise_rna)
        self.rna.setPlaceholderText("W759000001")
        self.siren = NumberField(normalise_siren, show_siren)
        self.siren.setPlaceholderText("000 001 008")
        self.phone = NumberField(normalise_phone, show_phone, privacy=privacy)
        self.phone.setPlaceholderText("06 39 98 12 34")
        self.email = NumberField(normalise_email, privacy=privacy)
        self.email.setPlaceholderText("contact@example.org")
        self._numbers = {
            "rna": self.rna,
            "siren": self.siren,
            "phone": self.phone,
            "email": self.email,
        }
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.discreet = QCheckBox(_("Affichage discret"))
        self.discreet.setToolTip(
            _("Son nom n’apparaît ni sur les plannings affichés, ni sur l’écran public.")
        )
        self.near = NearNames(self._context.theme)

    def _lay_out(self) -> None:
        theme, column = self._context.theme, self._column
        column.addWidget(self.form.add("name", FormRow(theme, _("Nom"), self.name)))
        column.addWidget(self.near)
        for name, label, hint in (
            ("kind", _("Nature"), ""),
            ("rna", _("Numéro RNA"), _("Facultatif : un W et neuf chiffres.")),
            ("siren", _("Numéro SIREN"), _("Facultatif : neuf chiffres.")),
            ("phone", _("Téléphone"), ""),
            ("email", _("E-mail"), ""),
            ("note", _("Remarques"), _("Jamais de nom de personne ici.")),
        ):
            row = FormRow(theme, label, getattr(self, name), hint=hint)
            column.addWidget(self.form.add(name, row))
        column.addWidget(self.discreet)

    def _connect(self) -> None:
        self._later.timeout.connect(self.look_for_near_names)
        self.near.chosen.connect(self.known_chosen)
        self.name.textEdited.connect(self._later.start)
        for field in (self.name, *self._numbers.values()):
            field.textEdited.connect(self.edited)
        self.kind.activated.connect(self.edited)
        self.note.textChanged.connect(self.edited)
        self.discreet.clicked.connect(self.edited)

    def start(self, row: OrganisationRow | None = None) -> None:
        """Begin: with the facts of a known organisation, or blank."""
        self._subject = row.id if row is not None else None
        self._fill_kinds(row)
        self.name.setText(row.name if row is not None else "")
        self.name.setCursorPosition(0)
        for name, field in self._numbers.items():
            field.set_value(getattr(row, name) or None if row is not None else None)
        self.note.setPlainText(row.note if row is not None else "")
        self.discreet.setChecked(row is not None and row.discreet)
        self.near.show_rows(())
        self.form.clear_faults()
        self._first = self.facts()

    def _fill_kinds(self, row: OrganisationRow | None) -> None:
        self.kind.clear()
        for kind in OrganisationKind:
            # Nobody founds a dissolved association; one that is known may become it.
            if row is not None or kind is not OrganisationKind.DISSOLVED:
                self.kind.addItem(label_of_organisation_kind(kind), str(kind))
        self.kind.setCurrentIndex(max(0, self.kind.findData(row.kind if row else "association")))

    def facts(self) -> dict[str, Any]:
        """What was typed, as `Organisations.add` and `change` take it: numbers in their stored
        form where they can be read, else as they stand."""
        return {
            "name": self.name.text(),
            "kind": OrganisationKind(self.kind.currentData()),
            **{name: field.reading() or field.text() for name, field in self._numbers.items()},
            "note": self.note.toPlainText(),
            "discreet": self.discreet.isChecked(),
        }

    def retype(self, facts: dict[str, Any]) -> None:
        """Put back what was typed before; facts as `changed_facts` gave them."""
        for name, value in facts.items():
            if name in self._numbers:
                field = self._numbers[name]
                field.setText(value)
                field.editingFinished.emit()
        self.name.setText(facts.get("name", self.name.text()))
        self.kind.setCurrentIndex(
            self.kind.findData(str(facts.get("kind", self.kind.currentData())))
        )
        self.note.setPlainText(facts.get("note", self.note.toPlainText()))
        self.discreet.setChecked(facts.get("discreet", self.discreet.isChecked()))
        if "name" in facts:
            self._later.start()

    def changed_facts(self) -> dict[str, Any]:
        """Only those that differ from what the form began with."""
        return {name: value for name, value in self.facts().items() if value != self._first[name]}

    @property
    def is_changed(self) -> bool:
        return bool(self.changed_facts())

    def check(self) -> bool:
        """Read every field; each that cannot be read says why, the first one takes the focus."""
        errors = []
        if not self.name.text().strip():
            errors.append(Refusal("name_missing", field="name"))
        for name, field in self._numbers.items():
            try:
                field.value()
            except Refusal as error:
                errors.append(Refusal(error.code, field=name, **error.values))
        if errors:
            self.show_refusals(errors)
        return not errors

    def show_refusals(self, errors: list[Refusal]) -> None:
        """Say each at its field and put the focus on the first one. Nothing typed is changed."""
        from desktop_app.wording.refusals import say

        if not self.form.show_refusal(errors[0]):
            self._context.notices.say_refusal(errors[0])
        for error in errors[1:]:
            row = self.form.rows.get(error.field or "")
            if row is not None:
                row.show_fault(say(error))

    @Slot()
    def look_for_near_names(self) -> None:
        name = self.name.text()
        self._context.background.ask(
            partial(_near_names, self._context, name, self._subject),
            partial(self._show_near_names, name),
            owner=self,
        )

    def _show_near_names(self, name: str, rows: tuple[OrganisationRow, ...]) -> None:
        if name == self.name.text():
            self.near.show_rows(rows)

    def first_focus(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _dress(self) -> None:
        theme = self._context.theme
        self._column.setSpacing(theme.px(12))
        self.note.setFixedHeight(theme.metrics("body").height() * 2 + theme.px(22))


def _near_names(context: ScreenContext, name: str, but: int | None) -> tuple[OrganisationRow, ...]:
    return context.services.organisations.near_duplicates(name, but)
