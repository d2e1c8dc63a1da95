"""Somebody without enrolment: one name is enough, the rest can stay empty.

The panel takes the place of the list; scans go on beside it. What was typed stays until the person
is added or the panel is closed by hand.
"""

from __future__ import annotations

from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.people import Introduction, Person
from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.domain.staff import Role
from desktop_app.domain.verdicts import Verdict
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.trainings.known_people import KnownPeople
from desktop_app.ui.widgets import Button, Card, Form, FormRow, Text
from desktop_app.wording import _
from desktop_app.wording.check_in import say_full
from desktop_app.wording.refusals import say


class WalkInPanel(Card):
    """The form of a walk-in."""

    added = Signal(object)
    """The `Verdict` of a person who has just been added and checked in."""

    closed = Signal()
    """Closed by hand; the list comes back."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        theme = context.theme
        super().__init__(theme, _("Sans inscription"), parent=parent)
        self._context = context
        self.session_id: int | None = None
        self._key = ""
        self.form = Form()
        self.fields: dict[str, QLineEdit] = {}
        self.known = KnownPeople(context)
        self.trouble = Text(theme, "", "small", "error", wraps=True)
        self.add = Button(
            theme,
            _("Ajouter et pointer"),
            icon="user-plus",
            tone="primary",
            keys="Ctrl+Return",
        )
        self.cross = Button(theme, _("Fermer"), icon="x", tone="ghost", icon_only=True)
        self.header.addStretch(1)
        self.header.addWidget(self.cross)
        self._build()
        self.known.recognised.connect(self._fill_in)
        self.add.clicked.connect(self.submit)
        self.cross.clicked.connect(self.closed)
        theme.changed.connect(self._dress_form)
        self._dress_form()
        self.begin(None, "")

    def _build(self) -> None:
        inner = QWidget()
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(0, 0, 0, 0)
        for name, label in (
            ("last_name", _("Nom de famille")),
            ("first_name", _("Prénom")),
            ("organisation_label", _("Association (facultatif)")),
            ("email", _("E-mail (facultatif)")),
            ("phone", _("Téléphone (facultatif)")),
            ("reason", _("Motif du dépassement")),
        ):
            field = self.fields[name] = QLineEdit()
            row = FormRow(self._context.theme, label, field)
            self._rows.addWidget(self.form.add(name, row))
            field.returnPressed.connect(self.submit)
            if name in ("last_name", "first_name"):
                field.textEdited.connect(self._name_typed)
        self._rows.insertWidget(2, self.known)
        self._rows.addWidget(self.trouble)
        self._rows.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self.body.addWidget(area, 1)
        self.body.addLayout(foot)

    def begin(self, session_id: int | None, text: str, person: Person | None = None) -> None:
        """Start afresh; text was typed in vain elsewhere, person is known by their badge."""
        self.session_id, self._key = session_id, str(uuid4())
        for field in self.fields.values():
            field.clear()
        self.form.clear_faults()
        self.form.rows["reason"].hide()
        self.trouble.hide()
        self.known.forget()
        if person is not None:
            self.known.recognise(person)
            self._fill_in(person)
        elif text:
            self.fields["last_name"].setText(text)
            self._name_typed()

    def take_focus(self) -> None:
        self.fields["last_name"].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _name_typed(self) -> None:
        self.known.look_for(self.fields["last_name"].text(), self.fields["first_name"].text())

    @Slot(object)
    def _fill_in(self, person: Person) -> None:
        self.fields["last_name"].setText(person.last_name)
        self.fields["first_name"].setText(person.first_name)

    @Slot()
    def submit(self) -> None:
        """Add and check in; one press, one person."""
        if self.session_id is None or not self.add.isEnabled():
            return
        self.add.setEnabled(False)
        self.trouble.hide()
        known, texts = self.known.person, {n: f.text() for n, f in self.fields.items()}
        reason = texts.pop("reason")
        who = Introduction(**texts, person_id=known.id if known is not None else None)
        work = partial(_add, self._context, self.session_id, who, self._key, reason)
        self._context.background.ask(
            work, self._tell, self._refuse, ended=self._give_button_back, owner=self
        )

    def _tell(self, verdict: Verdict) -> None:
        self.begin(self.session_id, "")
        self.added.emit(verdict)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, Refusal) and error.code == "over_headcount":
            self._say_full(say_full(error.values["maximum"]))
        elif not isinstance(error, Refusal) or not self.form.show_refusal(error):
            assert isinstance(error, Refusal | Trouble)
            self._say_below(say(error))

    def _say_full(self, full: str) -> None:
        """Only a manager goes on, and says why; the others are told who can."""
        if self._context.actor.role is Role.MANAGER:
            row = self.form.rows["reason"]
            row.show()
            row.show_fault(_("{full} Écrivez le motif pour aller au-delà.").format(full=full))
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            words = _("{full} Seule la personne responsable du lieu peut aller au-delà.")
            self._say_below(words.format(full=full))

    def _say_below(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.show()

    def _give_button_back(self) -> None:
        self.add.setEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _dress_form(self) -> None:
        self._rows.setSpacing(self._context.theme.px(12))


def _add(
    context: ScreenContext, session_id: int, who: Introduction, key: str, reason: str
) -> Verdict:
    return context.services.trainings.add_walk_in(
        session_id, who, client_key=key, by=context.actor, override=reason
    )
