"""The keys on a booking's card: those the group has, and those it may take."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.refusals import Refusal
from desktop_app.domain.today import BookingCard, Verb
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.today.key_form import KeyForm
from desktop_app.ui.today.loan_form import LoanForm
from desktop_app.ui.widgets import Text
from desktop_app.wording import _
from desktop_app.wording.dates import say_instant_time


class KeySection(QWidget):
    """Loans under way, one below the other, then the form to hand more."""

    hand_requested = Signal(object, str, str)
    return_requested = Signal(object, str, str)

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        theme = self._theme = context.theme
        self._loans: dict[int, LoanForm] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hand_form = KeyForm(context, self)
        self._none = Text(theme, _("Cette salle n’a pas de clé au tableau."), "small", "muted")
        self._none.setWordWrap(True)
        self._history = Text(theme, "", "small", "muted", wraps=True)
        for part in (self._none, self._history, self.hand_form):
            self._column.addWidget(part)
        self.hand_form.hand_requested.connect(self.hand_requested)
        theme.changed.connect(self._dress)
        self._dress()

    def show_card(self, card: BookingCard, now: datetime) -> None:
        """Show the keys of this booking as they stand; what is being written stays."""
        out = {loan.id: loan for loan in card.loans if loan.is_out()}
        for loan_id in [known for known in self._loans if known not in out]:
            form = self._loans.pop(loan_id)
            self._column.removeWidget(form)
            form.hide()
            form.deleteLater()
        for loan_id, loan in out.items():
            if loan_id not in self._loans:
                self._add_loan(LoanForm(self._context, loan, self))
            self._loans[loan_id].show_loan(loan, now)
        self._none.setVisible(not card.keys)
        may_hand = Verb.HAND_KEY in card.verbs and bool(card.suggested or not out)
        self.hand_form.setVisible(may_hand and bool(card.keys))
        self.hand_form.show_card(card)
        self._say_history(card)

    def _add_loan(self, form: LoanForm) -> None:
        self._loans[form.loan.id] = form
        form.return_requested.connect(self.return_requested)
        self._column.insertWidget(len(self._loans) - 1, form)

    def _say_history(self, card: BookingCard) -> None:
        back = [loan for loan in card.loans if loan.status == "returned" and loan.returned_at]
        lines = [
            _("Clé {key} rendue à {time}").format(
                key=loan.key_code, time=say_instant_time(loan.returned_at)
            )
            for loan in back
            if loan.returned_at is not None
        ]
        self._history.setText("\n".join(lines))
        self._history.setVisible(bool(lines))

    def loan_form(self, key_code: str) -> LoanForm | None:
        """The form of the key with this code, if the group has it."""
        return next((form for form in self._loans.values() if form.loan.key_code == key_code), None)

    def first_focus(self) -> QWidget | None:
        """Where the hand goes next: the name to write, or the return to note."""
        if self._loans:
            return next(iter(self._loans.values())).button
        return self.hand_form.first_focus() if not self.hand_form.isHidden() else None

    def after_handing(self) -> QWidget | None:
        """Where the hand rests once keys are out: on the state of the room, for the return."""
        if self.hand_form.isHidden() and self._loans:
            return list(self._loans.values())[-1].verdict.stop()
        return None

    def show_refusal(self, error: Refusal) -> bool:
        """At the field it names, if one of these forms has it."""
        if error.field in self.hand_form.form.rows and not self.hand_form.isHidden():
            return self.hand_form.show_refusal(error)
        return any(form.show_refusal(error) for form in self._loans.values())

    @Slot()
    def _dress(self) -> None:
        self._column.setSpacing(self._theme.px(12))
