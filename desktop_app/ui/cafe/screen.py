"""The café's screen: count, see the day by half-hour beside the usual, correct with a reason."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop_app.domain.civil_time import Span
from desktop_app.domain.presence import CafeDay, VisitCategory, VisitStep
from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.ui.cafe.correction_panel import Correction, CorrectionPanel
from desktop_app.ui.cafe.day_bar import DayBar
from desktop_app.ui.cafe.history_card import HistoryCard
from desktop_app.ui.cafe.tally_grid import TallyGrid
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.navigation import Destination
from desktop_app.ui.notices import NoticeAction
from desktop_app.ui.screen import Screen
from desktop_app.ui.widgets import Button, Card, ElidedLabel
from desktop_app.ui.widgets.cafe_bars import half_hours_to_show
from desktop_app.ui.widgets.counter_tile import CounterTile
from desktop_app.ui.widgets.two_columns import TwoColumns
from desktop_app.wording import _
from desktop_app.wording.cafe import say_passages, say_usual, say_usual_days

SIDE = 384


class CafeView(NamedTuple):
    """All the screen shows of a day."""

    day: CafeDay
    steps: tuple[VisitStep, ...]
    hours: tuple[Span, ...]


class CafeScreen(Screen):
    """*Café*."""

    watches: ClassVar[frozenset[str]] = frozenset({"visit", "opening"})

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._theme = context.theme
        self._day = context.clock.today()
        self.view: CafeView | None = None
        self._build()
        self._connect()
        self._dress()

    def _build(self) -> None:
        context, theme = self.context, self.context.theme
        self.days = DayBar(context)
        self.tiles = [
            CounterTile(theme, category, f"F{place}", big=True)
            for place, category in enumerate(VisitCategory, start=1)
        ]
        self._grid = QGridLayout()
        for place, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, 0, place)
        self.tally = TallyGrid(theme)
        self.chart = Card(theme, _("Par demi-heure"), padded=False)
        self.legend = ElidedLabel(theme, "", "small", "muted")
        self.correct = Button(theme, _("Corriger"), icon="pencil")
        self.undo = Button(theme, _("Annuler le dernier"), icon="undo-2")
        for part in (self.correct, self.undo):
            part.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.chart.header.addWidget(self.legend, 1)
        self.chart.header.addWidget(self.correct)
        self.chart.header.addWidget(self.undo)
        self.chart.body.addWidget(self.tally, 1)
        self.history = HistoryCard(context)
        self.panel = CorrectionPanel(context, SIDE)
        self.columns = TwoColumns(theme, self, self.panel)
        self.columns.main.addWidget(self.days)
        self.columns.main.addLayout(self._grid)
        self.columns.main.addWidget(self.chart, 1)
        self.columns.side.addWidget(self.history, 1)

    def _connect(self) -> None:
        desk = self.context.desk
        for tile in self.tiles:
            tile.clicked.connect(self._on_tile)
        self.days.day_chosen.connect(self.show_day)
        self.tally.cell_opened.connect(self._open_correction)
        self.correct.clicked.connect(self._correct_current)
        self.undo.clicked.connect(desk.cafe_undo_requested)
        # A passage is counted now: whoever counts sees today.
        desk.cafe_counted.connect(self._show_today)
        self.panel.correction_requested.connect(self._correct)
        self.panel.closed.connect(self._on_panel_closed)
        self._theme.changed.connect(self._dress)

    # -- words --------------------------------------------------------------------------------

    def title(self) -> str:
        return _("Café solidaire")

    def subtitle(self) -> str:
        if self.view is None:
            return ""
        day = self.view.day
        passages = say_passages(day.tally.total)
        if not day.usual:
            return passages
        return _("{passages} · {usual}").format(passages=passages, usual=say_usual(day))

    # -- the day ------------------------------------------------------------------------------

    def open(self, destination: Destination) -> None:
        self.show_day(destination.day or self.context.clock.today())

    def first_focus(self) -> QWidget | None:
        return self.tiles[0]

    @Slot(object)
    def show_day(self, day: date) -> None:
        """Show a day, today's or an earlier one."""
        changed = day != self._day
        self._day = day
        if changed and not self.panel.isHidden():
            self.panel.close_panel()
        if changed or self.view is None:
            self.reload()

    @Slot()
    def _show_today(self) -> None:
        self.show_day(self.context.clock.today())

    def reload(self) -> None:
        self.ask("day", partial(self._read, self._day), self._show)

    def _read(self, day: date) -> CafeView:
        services = self.context.services
        return CafeView(
            services.cafe.day(day),
            services.cafe.steps(day),
            services.venue.venue().calendar.hours_on(day),
        )

    def _show(self, view: CafeView) -> None:
        self.view = view
        day, now = view.day, self.context.clock.now()
        is_today = day.tally.day == now.date()
        self.days.show_day(day.tally.day)
        for tile in self.tiles:
            tile.setEnabled(is_today)
            tile.set_count(day.tally.of(tile.category))
        self.tally.show_day(day, view.hours, now)
        self.history.show_steps(view.steps)
        self.undo.setVisible(is_today)
        self.undo.setEnabled(bool(view.steps))
        self.legend.setText(
            _("sur fond clair : {usual}").format(usual=say_usual_days(day)) if day.usual else ""
        )
        if not self.panel.isHidden():
            self.panel.show_day(day, half_hours_to_show(view.day, view.hours))
        self.title_changed.emit()

    @Slot()
    def _on_tile(self) -> None:
        tile = self.sender()
        if isinstance(tile, CounterTile):
            self.context.desk.cafe_counted.emit(self.tiles.index(tile))

    # -- correcting ---------------------------------------------------------------------------

    @Slot()
    def _correct_current(self) -> None:
        current = self.tally.current_cell()
        if current is None and self.view is not None:
            first = half_hours_to_show(self.view.day, self.view.hours)[0]
            current = first, VisitCategory.CAFE.value
        if current is not None:
            self._open_correction(*current)

    @Slot(int, str)
    def _open_correction(self, half_hour: int, category: str) -> None:
        if self.view is None:
            return
        half_hours = half_hours_to_show(self.view.day, self.view.hours)
        self.panel.open_at(self.view.day, half_hours, half_hour, category)
        self.columns.arrange()

    @Slot(object)
    def _correct(self, asked: Correction) -> None:
        context = self.context

        def work() -> CafeDay:
            return context.services.cafe.correct(
                asked.day,
                asked.half_hour,
                asked.category,
                new_total=asked.total,
                reason=asked.reason,
                client_key=asked.client_key,
                by=context.actor,
            )

        context.background.ask(
            work, self._corrected, self._refused, ended=self.panel.give_back, owner=self
        )

    def _corrected(self, day: CafeDay) -> None:
        self.panel.close_panel()
        # This desk's undo takes back today's last step; an older day is corrected again.
        action = None
        if day.tally.day == self.context.clock.today():
            wish = self.context.desk.cafe_undo_requested.emit
            action = NoticeAction(_("Annuler"), wish, "Ctrl+Z")
        self.context.notices.say(_("Compte corrigé."), action=action)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, Refusal | Trouble):
            self.panel.show_refusal(error)

    @Slot()
    def _on_panel_closed(self) -> None:
        self.columns.arrange()
        self.tally.setFocus()

    # -- shape --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.arrange()

    def heightForWidth(self, width: int) -> int:
        return self.columns.least().height()

    def minimumSizeHint(self) -> QSize:
        return self.columns.least()

    @Slot()
    def _dress(self) -> None:
        self._grid.setSpacing(self._theme.px(12))
