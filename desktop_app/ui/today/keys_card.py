"""Keys that are out: which, with whom, until when. The late ones first."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.keys import KeyLoanRow, LoanStatus
from desktop_app.domain.today import TodayBoard
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.theme import Theme
from desktop_app.ui.today.keyed_rows import KeyedRows
from desktop_app.ui.widgets import Button, Card, Chip, ElidedLabel, Text
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_day_short, say_time
from desktop_app.wording.labels import label_of_key_status

_MOST = 4
"""More keys than that are a number: each is on its booking's card."""


class LoanRow(QWidget):
    """One key that is out."""

    opened = Signal(int)
    """Wish to note its return, on the card of this booking."""

    def __init__(self, theme: Theme, booking_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._booking_id = theme, booking_id
        self.key = Chip(theme, "", "neutral", "key-round")
        self.words = ElidedLabel(theme, "", "body")
        self.due = Text(theme, "", "small", "muted")
        self.button = Button(theme, _("Rendue"), icon="check", compact=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.key)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.due)
        self._row.addWidget(self.button)
        self.button.clicked.connect(self._open)
        theme.changed.connect(self._dress)
        self._dress()

    def show_loan(self, loan: KeyLoanRow, now: datetime) -> None:
        late = loan.is_late(now)
        lost = loan.status == LoanStatus.LOST
        self.key.set(loan.key_code, "error" if late or lost else "neutral")
        self.words.setText(loan.holder or _("Affichage discret"))
        due = say_time(loan.due_at)
        if loan.due_at.date() != now.date():
            due = say_day_short(loan.due_at.date())
        words = label_of_key_status("lost") if lost else due
        self.due.setText(words)
        self.due.set_colour("error" if late or lost else "muted")
        state = label_of_key_status("late" if late else loan.status)
        self.due.setToolTip(_("{state}, attendue à {due}").format(state=state, due=due))
        self.button.setAccessibleName(_("Clé {key} rendue").format(key=loan.key_code))
        self.button.setAccessibleDescription(self.due.toolTip())

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._booking_id)

    @Slot()
    def _dress(self) -> None:
        self._row.setSpacing(self._theme.px(8))


class KeysCard(Card):
    """Hidden while every key is at the desk."""

    booking_opened = Signal(int)

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, _("Clés sorties"), parent=parent)
        self._theme = context.theme
        self.late = Chip(context.theme, "", "error", "key-round")
        self.header.addWidget(self.late)
        self.header.addStretch(1)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self.rows = KeyedRows[LoanRow](self._column)
        self.more = Text(context.theme, "", "small", "muted")
        self.body.addLayout(self._column)
        self.body.addWidget(self.more)
        self._bookings: dict[int, int] = {}

    def show_board(self, board: TodayBoard) -> None:
        loans = {loan.id: loan for loan in board.keys_out[:_MOST]}
        self._bookings = {loan.id: loan.booking_id for loan in board.keys_out}
        self.rows.show(list(loans), self._make)
        for loan_id, loan in loans.items():
            self.rows.get(loan_id).show_loan(loan, board.now)
        late, rest = len(board.keys_late), len(board.keys_out) - len(loans)
        self.late.setVisible(late > 0)
        self.late.set(n_("{n} en retard", "{n} en retard", late).format(n=late))
        self.more.setVisible(rest > 0)
        self.more.setText(n_("et {n} autre", "et {n} autres", rest).format(n=rest))
        self.setVisible(bool(loans))

    def _make(self, loan_id: object) -> LoanRow:
        row = LoanRow(self._theme, self._bookings[int(str(loan_id))])
        row.opened.connect(self.booking_opened)
        return row
