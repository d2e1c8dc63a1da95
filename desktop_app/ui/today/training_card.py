"""The training under way, or the next one: how many are here out of how many, and the way in."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.today import TodayBoard, TrainingNow
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.navigation import Destination
from desktop_app.ui.widgets import Button, Card, Chip, ElidedLabel, RingGauge
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_hours


class TrainingCard(Card):
    """Hidden on a day without training, and once the last one is over."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        theme = context.theme
        super().__init__(theme, _("Formation en cours"), parent=parent)
        self._context, self._theme = context, theme
        self._training: TrainingNow | None = None
        self.room = Chip(theme, "", "training", "door-open")
        self.header.addWidget(self.room)
        self.header.addStretch(1)
        self.ring = RingGauge(theme, _("Présences"), diameter=76)
        self.name = ElidedLabel(theme, "", "strong")
        self.detail = ElidedLabel(theme, "", "small", "muted")
        self.check_in = Button(theme, _("Pointer"), icon="scan-qr-code", tone="primary")
        words = self._words = QVBoxLayout()
        words.addWidget(self.name)
        words.addWidget(self.detail)
        buttons = QHBoxLayout()
        buttons.addWidget(self.check_in)
        buttons.addStretch(1)
        words.addLayout(buttons)
        words.addStretch(1)
        self._row = QHBoxLayout()
        self._row.addWidget(self.ring)
        self._row.addLayout(words, 1)
        self.body.addLayout(self._row)
        self.check_in.clicked.connect(self._open)
        theme.changed.connect(self._dress_row)
        self._dress_row()

    def show_board(self, board: TodayBoard) -> None:
        training = self._training = board.training
        self.setVisible(training is not None)
        if training is None:
            return
        running = training.starts_at <= board.now
        self.set_title(_("Formation en cours") if running else _("Prochaine formation"))
        self.room.set(board.room(training.room_id).name)
        expected = training.enrolled
        self.ring.set_values(training.present, expected)
        self.ring.set_below(_("sur {n}").format(n=expected))
        self.name.setText(training.title)
        words = [say_hours(training.starts_at, training.ends_at)]
        if training.walk_ins:
            said = n_("{n} sans inscription", "{n} sans inscription", training.walk_ins)
            words.append(said.format(n=training.walk_ins))
        self.detail.setText(" · ".join(words))

    @Slot()
    def _open(self) -> None:
        if self._training is not None:
            self._context.navigator.open(
                Destination("trainings", session_id=self._training.session_id)
            )

    @Slot()
    def _dress_row(self) -> None:
        px = self._theme.px
        self._row.setSpacing(px(16))
        self._words.setSpacing(px(4))
