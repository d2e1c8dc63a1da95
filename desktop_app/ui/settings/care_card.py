"""Care: a copy of everything, now; and the examination that says whether all is well."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop_app.ui.context import ScreenContext
from desktop_app.ui.widgets import Button, Card, Chip, Text
from desktop_app.wording import _
from desktop_app.wording.doctor import say_finding, say_state

if TYPE_CHECKING:
    from desktop_app.services.care import Finding

ICONS = {"ok": "circle-check", "warning": "triangle-alert", "error": "circle-alert"}


class CareCard(Card):
    """Two verbs, and what the last examination found."""

    def __init__(
        self, context: ScreenContext, backups: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(context.theme, _("Sauvegarde et vérification"), parent=parent)
        self._context, self._backups = context, backups
        theme = context.theme
        self.backup_button = Button(
            theme, _("Sauvegarder maintenant"), icon="database-backup", tone="primary"
        )
        self.doctor_button = Button(theme, _("Vérifier l’installation"), icon="stethoscope")
        where = _("Copies dans {folder}").format(folder=backups)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.backup_button)
        row.addWidget(self.doctor_button)
        row.addStretch(1)
        self.findings = QGridLayout()
        self.findings.setColumnStretch(1, 1)
        self.findings.setHorizontalSpacing(theme.px(12))
        self.body.addWidget(Text(theme, where, "small", "muted", wraps=True))
        self.body.addLayout(row)
        self.body.addLayout(self.findings)
        self.backup_button.clicked.connect(self._back_up)
        self.doctor_button.clicked.connect(self._examine)

    @Slot()
    def _back_up(self) -> None:
        context = self._context
        self.backup_button.set_busy(True)
        context.background.ask(
            partial(_copy, context, self._backups), self._say_copied, ended=self._give_back
        )

    @Slot()
    def _give_back(self) -> None:
        self.backup_button.set_busy(False)
        self.doctor_button.set_busy(False)

    def _say_copied(self, path: Path) -> None:
        words = _("Sauvegarde faite et vérifiée : {name}").format(name=path.name)
        self._context.notices.say(words)

    @Slot()
    def _examine(self) -> None:
        self.doctor_button.set_busy(True)
        self._context.background.ask(
            partial(_examined, self._context), self.show_findings, ended=self._give_back
        )

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """One line a finding: its state as a chip, its sentence beside."""
        while (item := self.findings.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        theme = self._context.theme
        for row, finding in enumerate(findings):
            chip = Chip(theme, say_state(finding.state), finding.state, ICONS[finding.state])
            words = Text(theme, say_finding(finding.code, finding.values), wraps=True)
            self.findings.addWidget(chip, row, 0, Qt.AlignmentFlag.AlignTop)
            self.findings.addWidget(words, row, 1)


def _copy(context: ScreenContext, folder: Path) -> Path:
    return context.services.care.back_up_to_folder(folder, by=context.actor)


def _examined(context: ScreenContext) -> Sequence[Finding]:
    return context.services.care.examine()
