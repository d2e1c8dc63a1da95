"""How many people are in the building, against how many may be. An estimate, and said to be one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.today import TodayBoard
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.widgets import Button, Card, Chip, ElidedLabel, Gauge, Text
from desktop_app.wording import _
from desktop_app.wording.dates import say_number
from desktop_app.wording.today import say_headcount, say_headcount_short


class HeadcountCard(Card):
    """The number, the bar, and where the number comes from."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        theme = context.theme
        super().__init__(theme, _("Jauge du lieu"), parent=parent)
        self.full = Chip(theme, _("Effectif maximal atteint"), "error", "triangle-alert")
        self.full.hide()
        self.number = Text(theme, "", "title")
        self.maximum = Text(theme, "", "body", "muted")
        self.gauge = Gauge(theme, _("Personnes présentes, estimation"))
        self.parts = ElidedLabel(theme, "", "small", "muted")
        self.evacuation = Button(
            theme,
            _("Feuille d’évacuation"),
            icon="log-out",
            tone="ghost",
            icon_only=True,
            compact=True,
        )
        self.evacuation.clicked.connect(context.desk.evacuation_requested)
        self.header.addWidget(self.full)
        self.header.addStretch(1)
        self.header.addWidget(self.number)
        self.header.addWidget(self.maximum)
        self.header.addWidget(self.evacuation)
        self.body.addWidget(self.gauge)
        self.body.addWidget(self.parts)

    def show_board(self, board: TodayBoard) -> None:
        headcount = board.headcount
        self.number.setText(say_number(headcount.total))
        self.maximum.setText(
            _("/ {maximum} personnes").format(maximum=say_number(headcount.maximum))
        )
        self.gauge.set_values(headcount.total, headcount.maximum)
        self.parts.setText(say_headcount_short(headcount))
        self.setToolTip(
            "\n".join(
                (
                    say_headcount(headcount),
                    _(
                        "Estimation : personnes attendues des groupes sur place, présences "
                        "pointées aux formations, passages récents au café. Personne n’est compté "
                        "à la sortie."
                    ),
                )
            )
        )
        self.setAccessibleDescription(self.toolTip())
        self.full.setVisible(headcount.is_over)
