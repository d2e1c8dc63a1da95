"""The café on the home screen: four tiles to count with, and the day by hour beside the usual."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.domain.presence import VisitCategory
from desktop_app.domain.today import TodayBoard
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.widgets import Button, Card, ElidedLabel, Text
from desktop_app.ui.widgets.cafe_bars import bars_by_hour
from desktop_app.ui.widgets.counter_tile import CounterTile
from desktop_app.ui.widgets.hour_chart import HourChart
from desktop_app.wording import _
from desktop_app.wording.cafe import say_passages, say_usual, say_usual_days


class CafeCard(Card):
    """Pressing a tile counts at once; the key on it does the same from any screen."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        theme = context.theme
        super().__init__(theme, _("Café solidaire"), parent=parent)
        self._context, self._theme = context, theme
        self.total = ElidedLabel(theme, "", "body", "muted")
        self.undo = Button(theme, _("Annuler le dernier"), icon="undo-2")
        self.header.addWidget(self.total, 1)
        self.header.addWidget(self.undo)
        self.tiles = [
            CounterTile(theme, category, f"F{place}")
            for place, category in enumerate(VisitCategory, start=1)
        ]
        self._grid = QGridLayout()
        for place, tile in enumerate(self.tiles):
            tile.clicked.connect(self._on_tile)
            self._grid.addWidget(tile, 0, place)
        self.legend = Text(theme, "", "small", "muted")
        self.chart = HourChart(theme, _("Passages par heure"), height=72)
        self.body.addLayout(self._grid)
        self.body.addWidget(self.legend)
        self.body.addWidget(self.chart, 1)
        self.undo.clicked.connect(context.desk.cafe_undo_requested)
        theme.changed.connect(self._dress_grid)
        self._dress_grid()

    def show_board(self, board: TodayBoard) -> None:
        day = board.cafe
        for tile in self.tiles:
            tile.set_count(day.tally.of(tile.category))
        said = [say_passages(day.tally.total)]
        if day.usual:
            said.append(say_usual(day))
        self.total.setText(" · ".join(said))
        self.undo.setEnabled(day.tally.total > 0)
        words = _("Passages par heure")
        if day.usual:
            words = _("Passages par heure, sur fond clair : {usual}").format(
                usual=say_usual_days(day)
            )
        self.legend.setText(words)
        self.chart.set_bars(bars_by_hour(day, board.hours, board.now))

    @Slot()
    def _on_tile(self) -> None:
        tile = self.sender()
        if isinstance(tile, CounterTile):
            self._context.desk.cafe_counted.emit(self.tiles.index(tile))

    @Slot()
    def _dress_grid(self) -> None:
        self._grid.setSpacing(self._theme.px(10))
