"""Adding an association in the middle of a phone call: its name, its numbers, checked as typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

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
from desktop_app.ui.planning.panel.fields import ChoiceField
from desktop_app.ui.planning.panel.verdict_card import VerdictCard
from desktop_app.ui.widgets import Button, Form, FormRow, SidePanel
from desktop_app.ui.widgets.reading_field import ReadingField
from desktop_app.wording import _
from desktop_app.wording.labels import label_of_organisation_kind
from desktop_app.wording.phrases import say_list
from desktop_app.wording.refusals import say

_KINDS = (
    OrganisationKind.ASSOCIATION,
    OrganisationKind.RESIDENTS,
    OrganisationKind.FEDERATION,
    OrganisationKind.ALSACE_MOSELLE,
    OrganisationKind.INSTITUTION,
)
_PAUSE_MS = 250


class AdditionPanel(SidePanel):
    """A short form. What is not known yet can be filled in later, on the association's card."""

    added = Signal(object)
    """The `OrganisationRow` that was added."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, _("Nouvelle association"), parent=parent)
        self._context = context
        theme = context.theme
        self.form = Form()
        self.name = QLineEdit()
        self.kind = ChoiceField()
        for kind in _KINDS:
            self.kind.addItem(label_of_organisation_kind(kind), kind.value)
        self.rna = ReadingField(partial(normalise_rna, field="rna"), str, str)
        self.siren = ReadingField(partial(normalise_siren, field="siren"), show_siren, show_siren)
        self.phone = ReadingField(partial(normalise_phone, field="phone"), show_phone, show_phone)
        self.email = ReadingField(partial(normalise_email, field="email"), str, str)
        self.near = VerdictCard(theme)
        for name, label, field in (
            ("name", _("Nom"), self.name),
            ("kind", _("Nature"), self.kind),
            ("rna", _("Numéro RNA"), self.rna),
            ("siren", _("Numéro SIREN"), self.siren),
            ("phone", _("Téléphone"), self.phone),
            ("email", _("E-mail"), self.email),
        ):
            self.body.addWidget(self.form.add(name, FormRow(theme, label, field)))
            if name == "name":
                self.body.addWidget(self.near)
        self.body.addStretch(1)
        self.leave = Button(theme, _("Fermer"))
        self.save = Button(theme, _("Ajouter"), icon="plus", tone="primary", keys="Ctrl+Return")
        self.footer.addWidget(self.leave)
        self.footer.addWidget(self.save, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._look_for_near)
        self.name.textChanged.connect(self._timer.start)
        self.leave.clicked.connect(self.close_panel)
        self.save.clicked.connect(self.save_now)

    def open_addition(self, name: str) -> None:
        """Start with a name; what was typed for the same name is still there."""
        if name != self.name.text():
            for field in (self.rna, self.siren, self.phone, self.email):
                field.clear()
            self.kind.setCurrentIndex(0)
            self.name.setText(name)
        self.form.clear_faults()
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _look_for_near(self) -> None:
        context, name = self._context, self.name.text()

        def work() -> tuple[OrganisationRow, ...]:
            return context.services.organisations.near_duplicates(name)

        context.background.ask(work, partial(self._show_near, name), owner=self)

    def _show_near(self, name: str, rows: tuple[OrganisationRow, ...]) -> None:
        if name != self.name.text():
            return
        if not rows:
            self.near.say_nothing()
            return
        names = say_list([row.name for row in rows[:3]])
        words = _("Nom proche : {names}. Est-ce la même ?").format(names=names)
        self.near.say("warning", words)

    @Slot()
    def save_now(self) -> None:
        """Add it; refusals go to their field, nothing typed is lost."""
        context = self._context
        try:
            facts = {
                "rna": self.rna.value() or "",
                "siren": self.siren.value() or "",
                "phone": self.phone.value() or "",
                "email": self.email.value() or "",
            }
        except Refusal as refusal:
            self.form.show_refusal(refusal)
            return
        name, kind = self.name.text(), OrganisationKind(str(self.kind.key()))

        def work() -> OrganisationRow:
            return context.services.organisations.add(name, kind, by=context.actor, **facts)

        context.background.ask(work, self._on_added, self._refused, owner=self)

    def _on_added(self, row: OrganisationRow) -> None:
        words = _("Association ajoutée : {name}.").format(name=row.name)
        self._context.notices.say(words)
        self.name.clear()
        self.hide()
        self.added.emit(row)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, Refusal) and not self.form.show_refusal(error):
            self.near.say("error", say(error))
