"""The text of a letter, to be rewritten: its blanks are checked while one types.

A window of its own; closing it keeps nothing that was not saved.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.domain.letter_template import names_of_blanks, read_template
from desktop_app.domain.papers import PaperKind
from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.widgets import Button, Form, FormRow, Text
from desktop_app.wording import _, language
from desktop_app.wording.papers import label_of_paper
from desktop_app.wording.refusals import say

FIRST_SIZE = QSize(760, 720)


class TemplateWindow(QWidget):
    """The template of one kind of letter."""

    def __init__(self, context: ScreenContext, kind: PaperKind, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self.setWindowTitle(_("Modèle – {letter}").format(letter=label_of_paper(kind)))
        self._context, self._kind = context, kind
        theme = context.theme
        self.form = Form()
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.blanks = Text(theme, _say_blanks(), "small", "muted", wraps=True)
        self.save = Button(theme, _("Enregistrer"), icon="check", tone="primary", keys="Ctrl+S")
        self.original = Button(theme, _("Revenir au modèle d’origine"), icon="undo-2")
        self.row = self.form.add("template", FormRow(theme, label_of_paper(kind), self.text))
        verbs = QHBoxLayout()
        verbs.addWidget(self.save)
        verbs.addWidget(self.original)
        verbs.addStretch(1)
        column = QVBoxLayout(self)
        margin = theme.px(18)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px(12))
        column.addWidget(self.row, 1)
        column.addWidget(self.blanks)
        column.addLayout(verbs)
        self.text.textChanged.connect(self._check)
        self.save.clicked.connect(self._save)
        self.original.clicked.connect(self._show_original)
        QShortcut(QKeySequence("Escape"), self).activated.connect(self.close)
        self.resize(FIRST_SIZE)

    def open_template(self) -> None:
        """Show the text that stands, in front of the other windows."""
        services, kind = self._context.services, self._kind
        self._context.background.ask(
            lambda: services.papers.letters.template(kind), self.show_text, self._refuse, owner=self
        )
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus()

    def show_text(self, text: str) -> None:
        """Replace what is in the field."""
        self.text.setPlainText(text)

    @Slot()
    def _check(self) -> None:
        """Say what is wrong while one types, without taking the focus; saving asks again."""
        try:
            read_template(self.text.toPlainText(), field="template")
        except Refusal as refusal:
            self.row.show_fault(say(refusal))
        else:
            self.row.clear_fault()

    @Slot()
    def _save(self) -> None:
        services, actor, kind = self._context.services, self._context.actor, self._kind
        text = self.text.toPlainText()
        self._context.background.ask(
            lambda: services.papers.letters.save_template(kind, text, by=actor),
            self._say_saved,
            self._refuse,
            owner=self,
        )

    @Slot()
    def _show_original(self) -> None:
        """The program's own text comes back into the field; saving makes it count."""
        services, kind = self._context.services, self._kind
        self._context.background.ask(
            lambda: services.papers.letters.default(kind), self.show_text, self._refuse, owner=self
        )

    def _say_saved(self, _nothing: object) -> None:
        words = _("Le modèle « {letter} » est enregistré.")
        self._context.notices.say(words.format(letter=label_of_paper(self._kind)))
        self.close()

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, Refusal) and self.form.show_refusal(error):
            return
        if isinstance(error, Refusal | Trouble):
            self._context.notices.say_refusal(error)


def _say_blanks() -> str:
    """What may be written, in one paragraph."""
    return _(
        "« # » commence un titre, « - » un point d’une liste, [signatures] laisse la place de "
        "signer. Une ligne dont tous les mots à remplacer sont vides ne s’imprime pas. "
        "Mots à remplacer : {blanks}"
    ).format(blanks=" ".join(names_of_blanks(language())))
