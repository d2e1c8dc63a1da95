"""How many lines of each verdict; pressing one shows only those."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.import_report import Verdict
from desktop_app.ui.theme import Theme
from desktop_app.ui.welcome.import_rows import CHIPS
from desktop_app.ui.widgets import Button
from desktop_app.wording import _
from desktop_app.wording.imports import say_count


class VerdictCounts(QWidget):
    """One toggle a verdict, and one for all lines."""

    chosen = Signal(str)
    """`all`, or the verdict to show."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        self.setAccessibleName(_("Lignes par verdict"))
        self.buttons: dict[str, Button] = {"all": Button(theme, _("Toutes"), compact=True)}
        for verdict in Verdict:
            icon = CHIPS[verdict][1]
            self.buttons[verdict] = Button(theme, "", icon=icon, compact=True)
        for button in self.buttons.values():
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(self._tell)
            row.addWidget(button)
        self.buttons["all"].setChecked(True)

    def show_counts(self, counts: Mapping[Verdict, int]) -> None:
        """Verdicts without any line are not offered."""
        for verdict, count in counts.items():
            self.buttons[verdict].set_word(say_count(verdict, count))
            self.buttons[verdict].setVisible(count > 0)
        self.buttons["all"].setChecked(True)

    def sentence(self) -> str:
        """All counts in a row, for a screen reader."""
        shown = (b.word() for key, b in self.buttons.items() if key != "all" and not b.isHidden())
        return ", ".join(shown)

    @Slot()
    def _tell(self) -> None:
        pressed = self.sender()
        for key, button in self.buttons.items():
            if button is pressed:
                self.chosen.emit(str(key))
