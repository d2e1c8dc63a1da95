"""A key this group has, and taking it back with the state of the room."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.keys import LONGEST_REMARK, KeyLoanRow, Verdict
from desktop_app.domain.refusals import Refusal
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.widgets import Button, Form, FormRow, PersonLabel, SegmentedControl, Text
from desktop_app.wording import _
from desktop_app.wording.dates import say_instant_time, say_time


class LoanForm(QWidget):
    """One loan: who has the key, since when, until when; the state it comes back with."""

    return_requested = Signal(object, str, str)
    """The loan, the verdict (`ok` or `remark`), the remark."""

    def __init__(
        self, context: ScreenContext, loan: KeyLoanRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme = self._theme = context.theme
        self.loan = loan
        self._title = Text(theme, "", "strong", parent=self)
        self.holder = PersonLabel(theme, context.privacy, loan.handed_to, "body", parent=self)
        self._hours = Text(theme, "", "small", "muted", wraps=True, parent=self)
        self.verdict = SegmentedControl(
            theme,
            _("État de la salle"),
            ((Verdict.OK.value, _("Salle en ordre")), (Verdict.REMARK.value, _("Remarque"))),
            parent=self,
        )
        self.remark = QLineEdit(self)
        self.remark.setMaxLength(LONGEST_REMARK)
        self.remark.setPlaceholderText(_("2 chaises manquantes"))
        self._row = FormRow(theme, _("Remarque"), self.remark, parent=self)
        self._row.hide()
        self.form = Form()
        self.form.add("remark", self._row)
        self.button = Button(theme, _("Clé rendue"), icon="check", tone="primary", parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (
            self._title,
            self.holder,
            self._hours,
            self.verdict,
            self._row,
            self.button,
        ):
            self._column.addWidget(part)
        self.verdict.chosen.connect(self._on_verdict)
        self.button.clicked.connect(self.take_back)
        self.remark.returnPressed.connect(self.take_back)
        theme.changed.connect(self._dress)
        self._dress()

    def show_loan(self, loan: KeyLoanRow, now: datetime) -> None:
        """Say the loan again; what is being written stays."""
        self.loan = loan
        late = loan.is_late(now)
        words = _("Clé {key} en retard") if late else _("Clé {key} sortie")
        self._title.setText(words.format(key=loan.key_code))
        self._title.set_colour("error" if late else "ink")
        self.holder.set_name(loan.handed_to)
        self._hours.setText(
            _("depuis {since}, attendue à {due}").format(
                since=say_instant_time(loan.handed_at), due=say_time(loan.due_at)
            )
        )

    @Slot()
    def take_back(self) -> None:
        """Wish to note the key as back, with the state of the room."""
        self.form.clear_faults()
        self.return_requested.emit(self.loan, self.verdict.current(), self.remark.text())

    def show_refusal(self, error: Refusal) -> bool:
        if error.field == "remark":
            self.verdict.choose(Verdict.REMARK.value)
            self._row.show()
        return self.form.show_refusal(error)

    @Slot(str)
    def _on_verdict(self, verdict: str) -> None:
        with_remark = verdict == Verdict.REMARK.value
        self._row.setVisible(with_remark)
        if with_remark:
            self.remark.setFocus()

    @Slot()
    def _dress(self) -> None:
        self._column.setSpacing(self._theme.px(6))
