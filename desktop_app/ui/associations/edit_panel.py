"""The panel that makes a new organisation or changes the facts of a known one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.identifiers import show_phone, show_siren
from desktop_app.domain.organisations import OrganisationRow
from desktop_app.domain.record import JournalLine
from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.ui.associations.conflict import ConflictBox, Difference
from desktop_app.ui.associations.file_panel import FillingPanel
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.widgets import Button
from desktop_app.ui.widgets.organisation_form import OrganisationForm
from desktop_app.wording import _
from desktop_app.wording.labels import label_of_organisation_kind


class EditPanel(FillingPanel):
    """Closing it loses nothing: what was typed for a new organisation waits for the next time."""

    add_asked = Signal(object)
    """The facts of a new organisation."""

    change_asked = Signal(object, object)
    """The row as it was when editing began, and the changed facts."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Nouvelle association"), parent)
        self._context = context
        self.row: OrganisationRow | None = None
        self._stored: OrganisationRow | None = None
        self._drafts: dict[int | None, dict[str, Any]] = {}
        self.fields = OrganisationForm(context)
        self.conflict = ConflictBox(context.theme)
        self.body.addWidget(self.conflict)
        self.body.addWidget(self.fields)
        self.body.addStretch(1)
        self.cancel_button = Button(context.theme, _("Abandonner"))
        self.save_button = Button(
            context.theme, _("Créer"), icon="check", tone="primary", keys="Ctrl+Return"
        )
        self.footer.addWidget(self.cancel_button)
        self.footer.addWidget(self.save_button, 1)
        self.save_button.clicked.connect(self.ask_to_save)
        self.cancel_button.clicked.connect(self._give_up)
        self.conflict.mine_kept.connect(self._keep_mine)
        self.conflict.theirs_taken.connect(self._take_theirs)

    def start_new(self, name: str = "") -> None:
        """Begin a new organisation, or go on with the one whose typing was left."""
        self._turn_to(None, name)
        self.set_title(_("Nouvelle association"))
        self.save_button.set_word(_("Créer l’association"))

    def start_change(self, row: OrganisationRow) -> None:
        """Change a known organisation, or go on with what was left half typed."""
        self._turn_to(row)
        self.set_title(_("Modifier la fiche"))
        self.save_button.set_word(_("Enregistrer"))

    def _turn_to(self, row: OrganisationRow | None, name: str = "") -> None:
        key = row.id if row is not None else None
        if key == (self.row.id if self.row is not None else None) and self.fields.is_changed:
            return
        self._put_away()
        self._begin(row)
        self.fields.retype(self._drafts.pop(key, {}) | ({"name": name} if name else {}))

    def _put_away(self) -> None:
        if self.fields.is_changed:
            key = self.row.id if self.row is not None else None
            self._drafts[key] = self.fields.changed_facts()

    def _begin(self, row: OrganisationRow | None) -> None:
        self.row = self._stored = row
        self.conflict.hide()
        self.fields.start(row)

    def forget(self) -> None:
        """What was typed is stored, or given up: the next opening starts afresh."""
        self._begin(self._stored)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fields.first_focus()

    @Slot()
    def ask_to_save(self) -> None:
        if not self.conflict.isHidden():
            return
        if not self.fields.check():
            self.reveal_focus()
            return
        if self.row is None:
            self.add_asked.emit(self.fields.facts())
        else:
            self.change_asked.emit(self.row, self.fields.changed_facts())

    def show_refusal(self, error: Exception) -> None:
        """Why nothing was stored, at the field at fault."""
        if isinstance(error, Refusal):
            self.fields.show_refusals([error])
            self.reveal_focus()
        elif isinstance(error, Trouble):
            self._context.notices.say_refusal(error)

    def hear_of(self, stored: OrganisationRow, changed: JournalLine | None) -> bool:
        """Somebody stored this organisation meanwhile. True when the same fact differs."""
        if self.row is None or stored.id != self.row.id or stored == self._stored:
            return False
        self._stored = stored
        mine = self.fields.changed_facts()
        found = [
            Difference(label, say(getattr(stored, name)), say(mine[name]))
            for name, (label, say) in _said().items()
            if name in mine
            and getattr(stored, name) != getattr(self.row, name)
            and getattr(stored, name) != mine[name]
        ]
        if found:
            self.conflict.show_differences(found, changed)
        else:
            self._rebase(stored, mine)
        return bool(found)

    def _rebase(self, stored: OrganisationRow, mine: dict[str, Any]) -> None:
        """Measure from what is stored now, and keep what was typed here."""
        self.row = stored
        self.fields.start(stored)
        self.fields.retype(mine)

    @Slot()
    def _keep_mine(self) -> None:
        self.conflict.hide()
        if self._stored is not None:
            self._rebase(self._stored, self.fields.changed_facts())
            self.ask_to_save()

    @Slot()
    def _take_theirs(self) -> None:
        self._begin(self._stored)

    @Slot()
    def _give_up(self) -> None:
        """Cancel is said on purpose: what was typed goes."""
        self.forget()
        self.close_panel()


def _said() -> dict[str, tuple[str, Any]]:
    """How each fact is called and said when two versions of it are compared."""
    return {
        "name": (_("Nom"), str),
        "kind": (_("Nature"), label_of_organisation_kind),
        "rna": (_("Numéro RNA"), _or_dash),
        "siren": (_("Numéro SIREN"), _siren),
        "phone": (_("Téléphone"), _phone),
        "email": (_("E-mail"), _or_dash),
        "note": (_("Remarques"), _or_dash),
        "discreet": (_("Affichage discret"), _yes_or_no),
    }


def _or_dash(text: str) -> str:
    return text or "—"


def _siren(text: str) -> str:
    return show_siren(text) if text.isdigit() else text or "—"


def _phone(text: str) -> str:
    return show_phone(text) if text else "—"


def _yes_or_no(value: bool) -> str:
    return _("oui") if value else _("non")
