"""What a session amounted to once its check-in is closed: figures that add up before one’s eyes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from desktop_app.domain.trainings import SessionSummary
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Button, Card, Text
from desktop_app.wording import _
from desktop_app.wording.dates import say_number, say_rate


class SummaryPanel(Card):
    """Eight figures, each of which opens onto its people; and the way back to the list."""

    list_asked = Signal()
    """Wish to see the list again."""

    rows_asked = Signal(str, str)
    """Wish to see who a figure counts: its name in the summary, and its label with the value."""

    reopen_asked = Signal()
    """Wish to open the check-in once more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Bilan de la session"), parent=parent)
        inner = QWidget()
        self.figures = QGridLayout(inner)
        self.figures.setContentsMargins(0, 0, 0, 0)
        self.figures.setColumnStretch(0, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        self.body.addWidget(area, 1)
        self.see_list = Button(theme, _("Voir la liste"), icon="list")
        self.reopen = Button(theme, _("Rouvrir le pointage"), icon="undo-2")
        for button in (self.see_list, self.reopen):
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.values: dict[str, Button] = {}
        self._labels: dict[str, str] = {}
        for place, (name, label, role) in enumerate(
            (
                ("enrolments", _("Inscriptions"), "body"),
                ("present", _("Présences d’inscrits"), "body"),
                ("walk_ins", _("Sans inscription"), "body"),
                ("participations", _("Participations"), "strong"),
                ("excused", _("Absences excusées"), "body"),
                ("absent", _("Absences non excusées"), "body"),
                ("absence_rate", _("Taux d’absence"), "strong"),
                ("no_show_rate", _("Taux de non-présentation"), "strong"),
            )
        ):
            value = self.values[name] = Button(theme, "", tone="ghost", compact=True)
            value.setProperty("figure", name)
            value.clicked.connect(self._ask_rows)
            self._labels[name] = label
            self.figures.addWidget(Text(theme, label, role, wraps=True), place, 0)
            self.figures.addWidget(value, place, 1, Qt.AlignmentFlag.AlignRight)
        self.figures.setRowStretch(len(self.values), 1)
        self.see_list.clicked.connect(self.list_asked)
        self.reopen.clicked.connect(self.reopen_asked)

    def show_summary(self, summary: SessionSummary) -> None:
        """Write the figures."""
        for name, value in self.values.items():
            figure = getattr(summary, name)
            rate = name.endswith("_rate")
            said = say_rate(figure) if rate else say_number(figure)
            value.set_word(said)
            spoken = _("{label} : {value}").format(label=self._labels[name], value=said)
            value.setAccessibleName(spoken)
            value.setToolTip(_("Voir ces personnes"))

    @Slot()
    def _ask_rows(self) -> None:
        name = str(self.sender().property("figure"))
        self.rows_asked.emit(name, self.values[name].accessibleName())
