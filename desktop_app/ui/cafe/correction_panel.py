"""Correcting the tally of one half-hour: the right number, and why. Nothing typed is lost."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.domain.civil_time import Week
from desktop_app.domain.presence import CafeDay, VisitCategory
from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.ui.announcing import announce
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.widgets import Button, ChoiceField, CountField, Form, FormRow, SidePanel, Text
from desktop_app.ui.widgets.callout import Callout
from desktop_app.wording import _
from desktop_app.wording.cafe import label_of_visit, say_half_hour, say_passages
from desktop_app.wording.dates import say_day
from desktop_app.wording.refusals import say


class Correction(NamedTuple):
    """What is asked: the right total of a half-hour. client_key: the mark of this very change."""

    day: date
    half_hour: int
    category: VisitCategory
    total: int
    reason: str
    client_key: str


class CorrectionPanel(SidePanel):
    """A form with four fields, filled from the cell that was pointed at."""

    correction_requested = Signal(object)
    """A `Correction`."""

    def __init__(self, context: ScreenContext, width: int, parent: QWidget | None = None) -> None:
        theme = context.theme
        super().__init__(theme, _("Corriger le compte"), width=width, parent=parent)
        self._context = context
        self._day: CafeDay | None = None
        self._mark = str(uuid.uuid4())
        self.day_words = Text(theme, "", "body", "muted", wraps=True)
        self.half_hour = ChoiceField()
        self.category = ChoiceField()
        for category in VisitCategory:
            self.category.addItem(label_of_visit(category), category)
        self.total = CountField(field="total")
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.reason.setPlaceholderText(_("comptage papier reporté"))
        self.form = Form()
        self.refusal = Callout(theme, "error")
        self.refusal.hide()
        self.body.addWidget(self.day_words)
        for name, label, field in (
            ("half_hour", _("Demi-heure"), self.half_hour),
            ("category", _("Catégorie"), self.category),
            ("total", _("Nombre exact"), self.total),
            ("reason", _("Motif"), self.reason),
        ):
            self.body.addWidget(self.form.add(name, FormRow(theme, label, field)))
        self.body.addWidget(self.refusal)
        self.body.addStretch(1)
        self.button = Button(theme, _("Corriger"), icon="check", tone="primary", keys="Ctrl+Return")
        self.footer.addWidget(self.button, 1)
        self._connect()

    def _connect(self) -> None:
        self.button.clicked.connect(self._ask)
        self.reason.returnPressed.connect(self._ask)
        self.total.returnPressed.connect(self._ask)
        self.half_hour.currentIndexChanged.connect(self._say_counted)
        self.category.currentIndexChanged.connect(self._say_counted)
        # After the row's own hearing of it, which would leave the line empty.
        self.total.echo_changed.connect(self._say_counted)
        self.total.textEdited.connect(self._start_anew)
        self.reason.textEdited.connect(self._start_anew)

    # -- what is shown ------------------------------------------------------------------------

    def open_at(
        self, day: CafeDay, half_hours: Sequence[int], half_hour: int, category: str
    ) -> None:
        """Begin a correction of this cell; its number stands in the field, to be replaced."""
        self.show_day(day, half_hours)
        self.half_hour.setCurrentIndex(self.half_hour.findData(half_hour))
        self.category.setCurrentIndex(self.category.findData(VisitCategory(category)))
        self.total.set_value(self._counted())
        self.reason.clear()
        self.form.clear_faults()
        self.refusal.hide()
        self._say_counted()
        self._start_anew()
        self.show()
        self.total.setFocus(Qt.FocusReason.OtherFocusReason)
        self.total.selectAll()
        self.reveal(self.form.rows["total"])

    def show_day(self, day: CafeDay, half_hours: Sequence[int]) -> None:
        """Know what is counted by now; what is being typed stays."""
        self._day = day
        day_of = day.tally.day
        self.day_words.setText(
            _("{day}, semaine {week}").format(day=say_day(day_of), week=Week.of(day_of).number)
        )
        chosen = self.half_hour.currentData()
        if [self.half_hour.itemData(at) for at in range(self.half_hour.count())] != [*half_hours]:
            self.half_hour.blockSignals(True)
            self.half_hour.clear()
            for half_hour in half_hours:
                self.half_hour.addItem(say_half_hour(half_hour), half_hour)
            self.half_hour.setCurrentIndex(max(0, self.half_hour.findData(chosen)))
            self.half_hour.blockSignals(False)
        self._say_counted()

    def _counted(self) -> int:
        half_hour = self.half_hour.currentData()
        if self._day is None or half_hour is None:
            return 0
        return self._day.tally.at(half_hour, self.category.currentData())

    @Slot()
    def _say_counted(self) -> None:
        """What stands now, below the field."""
        words = _("Compté : {passages}").format(passages=say_passages(self._counted()))
        self.form.rows["total"].set_echo(words)

    # -- asking -------------------------------------------------------------------------------

    @Slot()
    def _start_anew(self) -> None:
        self._mark = str(uuid.uuid4())

    @Slot()
    def _ask(self) -> None:
        self.form.clear_faults()
        self._say_counted()
        try:
            total = self.total.value()
        except Refusal as refused:
            self.show_refusal(refused)
            return
        if total is None:
            self.show_refusal(Refusal("count_missing", field="total"))
        elif self._day is not None:
            self.button.setEnabled(False)
            self.correction_requested.emit(
                Correction(
                    self._day.tally.day,
                    self.half_hour.currentData(),
                    self.category.currentData(),
                    total,
                    self.reason.text(),
                    self._mark,
                )
            )

    def show_refusal(self, error: Refusal | Trouble) -> None:
        """Beside the field it names, with the focus there; else below the form. Always said."""
        shown = isinstance(error, Refusal) and self.form.show_refusal(error)
        self.refusal.setVisible(not shown)
        if not shown:
            self.refusal.set_words(say(error))
        announce(self, say(error), urgent=True)

    @Slot()
    def give_back(self) -> None:
        """The correction is over, done or not."""
        self.button.setEnabled(True)
