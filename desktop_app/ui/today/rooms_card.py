"""The card with the day's timeline, what its signs mean, and the day's sheet to print."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.today import DayBoard, TodayBoard
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.navigation import Destination
from desktop_app.ui.today.day_timeline import DayTimeline
from desktop_app.ui.today.legend import Legend
from desktop_app.ui.widgets import Button, Card, Chip, EmptyState
from desktop_app.ui.widgets.keys import say_keys
from desktop_app.wording import _


class RoomsCard(Card):
    """Every room, now and next."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        theme = context.theme
        super().__init__(theme, _("Salles aujourd’hui"), padded=False, parent=parent)
        self.timeline = DayTimeline(theme)
        self.legend = Legend(theme, self.timeline.blocks_painter)
        self.closed = Chip(theme, "", "warning", "door-closed")
        self.closed.hide()
        self.print_day = Button(theme, _("Imprimer la journée"), icon="printer")
        self.print_day.setToolTip(
            _("Planning du jour, préparation et affiches de porte. {keys} : voir avant.").format(
                keys=say_keys("Ctrl+P")
            )
        )
        self.header.addWidget(self.closed)
        self.header.addWidget(self.legend, 1)
        self.header.addWidget(self.print_day)
        self.empty = EmptyState(
            theme,
            "door-open",
            _("Aucune salle pour l’instant"),
            _("Commencez par importer vos tableaux : salles, horaires, associations, permanences."),
            verb=_("Importer des tableaux"),
            verb_icon="file-spreadsheet",
        )
        self.empty.hide()
        self.body.addWidget(self.timeline, 1)
        self.body.addWidget(self.empty, 1)
        self._navigator = context.navigator
        if self.empty.button is not None:
            self.empty.button.clicked.connect(self._import)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.print_day.clicked.connect(context.desk.morning_print_requested)

    def show_board(self, board: DayBoard | TodayBoard) -> None:
        closed = board.closed
        self.closed.setVisible(closed is not None)
        if closed is not None:
            reason = closed.reason
            self.closed.set(_("Fermé : {reason}").format(reason=reason) if reason else _("Fermé"))
        self.timeline.setVisible(bool(board.rooms))
        self.empty.setVisible(not board.rooms)
        self.timeline.show_board(board)

    @Slot()
    def _import(self) -> None:
        self._navigator.open(Destination("welcome", text="tables"))
