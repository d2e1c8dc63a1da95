"""The choices of a sheet of badges: which sheet, its measures, what goes on it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from desktop_app.domain.badge_sheet import SHEETS, BadgeSheet, read_millimetres
from desktop_app.domain.reading_time import parse_count
from desktop_app.domain.refusals import Refusal
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import ChoiceField, Form, FormRow, ReadingField
from desktop_app.wording import _
from desktop_app.wording.dates import say_number

MILLIMETRES = ("left", "top", "gap_x", "gap_y", "width", "height", "shift_x", "shift_y")
COUNTS = ("columns", "rows")


class Layout(NamedTuple):
    """How badges are laid on paper."""

    sheet: BadgeSheet
    start: int
    backs: bool
    everybody: bool


class SheetChoices(QWidget):
    """Each choice takes effect when it is made; what cannot be read says so in place."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.form = Form()
        self.preset = ChoiceField()
        for key, label in _labels().items():
            self.preset.addItem(label, key)
        self.fields = {name: self._field(name) for name in (*MILLIMETRES, *COUNTS, "start")}
        self.cut_marks = QCheckBox(_("Traits de coupe"))
        self.backs = QCheckBox(_("Dos en miroir, pour le recto verso"))
        self.everybody = QCheckBox(_("Aussi ceux déjà imprimés"))
        self._lay_out()
        self.preset.currentIndexChanged.connect(self._take_preset)
        for field in self.fields.values():
            field.editingFinished.connect(self._tell)
        for box in (self.cut_marks, self.backs, self.everybody):
            box.toggled.connect(self._tell)
        self._take_preset()

    def _field(self, name: str) -> ReadingField:
        if name in MILLIMETRES:
            return ReadingField(partial(read_millimetres, field=name), _nothing, _write)
        return ReadingField(partial(parse_count, field=name), _nothing, _write)

    def _lay_out(self) -> None:
        labels = {
            "left": _("Marge gauche"),
            "top": _("Marge haute"),
            "gap_x": _("Écart horizontal"),
            "gap_y": _("Écart vertical"),
            "width": _("Largeur"),
            "height": _("Hauteur"),
            "shift_x": _("Décalage à droite"),
            "shift_y": _("Décalage en bas"),
            "columns": _("Colonnes"),
            "rows": _("Lignes"),
        }
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(FormRow(self._theme, _("Feuille"), self.preset))
        row = FormRow(self._theme, _("Première étiquette"), self.fields["start"])
        self._column.addWidget(self.form.add("start", row))
        for box in (self.everybody, self.backs, self.cut_marks):
            self._column.addWidget(box)
        self._grid = QGridLayout()
        for place, (name, label) in enumerate(labels.items()):
            part = self.form.add(name, FormRow(self._theme, label, self.fields[name]))
            self._grid.addWidget(part, place // 2, place % 2)
        self._column.addLayout(self._grid)
        self._theme.changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self._column.setSpacing(self._theme.px(10))
        self._grid.setSpacing(self._theme.px(8))

    def choose(self, preset: str) -> None:
        """Take a common sheet."""
        self.preset.choose(preset)

    @Slot()
    def _take_preset(self) -> None:
        sheet = SHEETS[str(self.preset.key())]
        for name in (*MILLIMETRES, *COUNTS):
            self.fields[name].set_value(getattr(sheet, name))
        self.fields["start"].set_value(1)
        self.cut_marks.blockSignals(True)
        self.cut_marks.setChecked(sheet.cut_marks)
        self.cut_marks.blockSignals(False)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    def layout_wanted(self) -> Layout | None:
        """The layout as it is typed; None, and the reason in place, when it cannot be."""
        self.form.clear_faults()
        try:
            values = {name: self.fields[name].value() for name in (*MILLIMETRES, *COUNTS)}
            sheet = replace(
                SHEETS[str(self.preset.key())], cut_marks=self.cut_marks.isChecked(), **values
            ).checked()
            start = int(self.fields["start"].value() or 1)
            tuple(sheet.sheets(1, start))
        except Refusal as refusal:
            self.form.show_refusal(refusal)
            return None
        return Layout(sheet, start, self.backs.isChecked(), self.everybody.isChecked())


def _labels() -> dict[str, str]:
    return {
        "cards": _("Cartes 85,6 × 54 mm, 10 par A4"),
        "labels_63": _("Étiquettes 63,5 × 38,1 mm, 21 par A4"),
        "labels_99": _("Étiquettes 99,1 × 67,7 mm, 8 par A4"),
        "roll_62": _("Rouleau de 62 mm, une étiquette"),
    }


def _nothing(_value: object) -> str:
    return ""


def _write(value: float) -> str:
    return say_number(value, 0 if value == int(value) else 1 + (value * 10 != int(value * 10)))
