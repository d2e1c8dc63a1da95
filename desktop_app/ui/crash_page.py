"""What is shown at the start after a failure: what happened, for whoever helps, and a way on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Button, Text
from desktop_app.wording import _


class CrashPage(QWidget):
    """The previous run's last words. They hold no personal data; sending them is up to people."""

    continued = Signal()
    """Somebody wants to go on: the last words may be forgotten."""

    def __init__(self, theme: Theme, words: str, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.setWindowTitle(_("Accueil s’est arrêté sur une erreur"))
        self.resize(theme.px(760), theme.px(520))
        title = Text(theme, _("La dernière fois, une erreur s’est produite"), "title", wraps=True)
        sentence = Text(
            theme,
            _(
                "Ce qui était validé à l’écran est enregistré ; rien n’est à moitié écrit. "
                "Copiez ce texte pour la personne qui vous aide : "
                "il ne contient aucun nom ni numéro de téléphone."
            ),
            "body",
            "muted",
            wraps=True,
        )
        self.words = QPlainTextEdit(words)
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(_("Détail de l’erreur"))
        self.copy_button = Button(theme, _("Copier"), icon="copy", keys="Ctrl+C", binds_keys=False)
        self.folder_button = Button(theme, _("Ouvrir le dossier"), icon="folder-open")
        self.go_on_button = Button(theme, _("Continuer"), icon="arrow-right", tone="primary")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.copy_button)
        row.addWidget(self.folder_button)
        row.addStretch(1)
        row.addWidget(self.go_on_button)
        column = QVBoxLayout(self)
        side = theme.px(24)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(theme.px(12))
        for part in (title, sentence):
            column.addWidget(part)
        column.addWidget(self.words, 1)
        column.addLayout(row)
        self.copy_button.clicked.connect(self._copy)
        self.folder_button.clicked.connect(self._open_folder)
        self.go_on_button.clicked.connect(self.continued)
        self.go_on_button.setFocus()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.words.toPlainText())
        self.copy_button.set_word(_("Copié"))
        self.copy_button.set_icon("check")

    @Slot()
    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
