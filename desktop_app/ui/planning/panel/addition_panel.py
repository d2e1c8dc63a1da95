"""Adding an association in the middle of a phone call; the booking waits as it was left."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.domain.organisations import OrganisationRow
from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.planning.panel.reading_booking import read_organisation
from desktop_app.ui.widgets import Button, SidePanel
from desktop_app.ui.widgets.organisation_form import OrganisationForm
from desktop_app.wording import _


class AdditionPanel(SidePanel):
    """The shared form of an organisation. One of a near name can be taken instead."""

    added = Signal(object)
    """The `OrganisationRow` to book for: added now, or recognised among those known."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, _("Nouvelle association"), parent=parent)
        self._context = context
        self.form = OrganisationForm(context)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.leave = Button(context.theme, _("Fermer"))
        self.save = Button(
            context.theme, _("Ajouter"), icon="plus", tone="primary", keys="Ctrl+Return"
        )
        self.footer.addWidget(self.leave)
        self.footer.addWidget(self.save, 1)
        self.leave.clicked.connect(self.close_panel)
        self.save.clicked.connect(self.save_now)
        self.form.known_chosen.connect(self._take_known)

    def open_addition(self, name: str) -> None:
        """Start with a name; what was typed for the same name is still there."""
        if name != self.form.name.text():
            self.form.start()
            self.form.retype({"name": name})
        self.show()
        self.form.first_focus()

    @Slot()
    def save_now(self) -> None:
        """Add it; refusals go to their field, nothing typed is lost."""
        if not self.form.check():
            return
        context, facts = self._context, self.form.facts()

        def work() -> OrganisationRow:
            return context.services.organisations.add(by=context.actor, **facts)

        context.background.ask(work, self._on_added, self._refused, owner=self)

    def _on_added(self, row: OrganisationRow) -> None:
        self._context.notices.say(_("Association ajoutée : {name}.").format(name=row.name))
        self._give(row)

    @Slot(int)
    def _take_known(self, organisation_id: int) -> None:
        context = self._context

        def work() -> OrganisationRow:
            return read_organisation(context.services, organisation_id)

        context.background.ask(work, self._give, owner=self)

    def _give(self, row: OrganisationRow) -> None:
        self.form.start()
        self.hide()
        self.added.emit(row)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, Refusal):
            self.form.show_refusals([error])
        elif isinstance(error, Trouble):
            self._context.notices.say_refusal(error)
