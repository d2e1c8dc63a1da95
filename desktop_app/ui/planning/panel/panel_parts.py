"""What the booking panel is made of, from top to bottom. No behaviour: that is `booking_panel`."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QTimer, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from desktop_app.ui.context import ScreenContext
from desktop_app.ui.planning.panel.booking_form import BookingForm
from desktop_app.ui.planning.panel.cancel_card import CancelCard
from desktop_app.ui.planning.panel.compare_card import CompareCard
from desktop_app.ui.planning.panel.pair_row import LARGE_TEXT
from desktop_app.ui.planning.panel.scope_card import ScopeCard
from desktop_app.ui.planning.panel.series_card import SeriesCard
from desktop_app.ui.planning.panel.verdict_card import VerdictCard
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Button, Chip, FormRow, SidePanel
from desktop_app.ui.widgets.text import Text
from desktop_app.wording import _


class PanelParts(SidePanel):
    """The panel's widgets."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        theme = context.theme
        super().__init__(theme, _("Nouvelle réservation"), parent=parent)
        self._theme_of_parts = theme
        self._make_top(theme)
        self.form = BookingForm(theme, context.clock, context.privacy)
        self.verdict = VerdictCard(theme)
        self.series = SeriesCard(theme)
        self.scope = ScopeCard(theme)
        self.override = QLineEdit()
        self.override_row = FormRow(theme, _("Passer outre : motif écrit"), self.override)
        self.override_row.hide()
        self.verdict.column.addWidget(self.override_row)
        for card in (self.verdict, self.series):
            self.form.verdict_place.addWidget(card)
        top = (self.verbs_bar, self.cancelling, self.moves, self.comparing, self.resumed)
        for part in (*top, self.scope, self.form):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._make_footer(theme)
        self.form.more.toggled.connect(self._reveal_details)
        theme.changed.connect(self._dress_parts)
        self._dress_parts()

    def _make_top(self, theme: Theme) -> None:
        self.state = Chip(theme, "")
        self.move_it = Button(theme, _("Déplacer"), icon="move", compact=True)
        self.confirm_it = Button(theme, _("Confirmer"), icon="check", compact=True)
        self.cancel_it = Button(theme, _("Annuler…"), icon="calendar-x", compact=True)
        self.see_series = Button(theme, _("Série"), icon="repeat", compact=True)
        self.verbs_bar = QWidget()
        for button in (self.move_it, self.confirm_it, self.cancel_it, self.see_series):
            button.setParent(self.verbs_bar)
        self._grid = QGridLayout(self.verbs_bar)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.show_verbs(confirm=False, series=False)
        self.cancelling = CancelCard(theme)
        self.moves = VerdictCard(theme)
        self.moves.heading.setText("")
        self.comparing = CompareCard(theme)
        self.resumed = QWidget()
        strip = QHBoxLayout(self.resumed)
        strip.setContentsMargins(0, 0, 0, 0)
        strip.addWidget(Text(theme, _("Brouillon repris"), "small", "muted"), 1)
        self.forget_draft = Button(theme, _("Effacer"), icon="trash-2", tone="ghost", compact=True)
        strip.addWidget(self.forget_draft)
        self.resumed.hide()

    def reveal(self, part: QWidget, head: QWidget | None = None) -> None:
        """Scroll a part of the panel into view, once it has been laid out.

        head: what stands above it and should be seen with it.
        """
        QTimer.singleShot(0, self, partial(self._reveal_now, part, head or part))

    def _reveal_now(self, part: QWidget, head: QWidget) -> None:
        """Its head first: a long card is read from the top."""
        inner, bar = self.scroll_area.widget(), self.scroll_area.verticalScrollBar()
        if inner is None:
            return
        top = head.mapTo(inner, QPoint(0, 0)).y() - self._theme_of_parts.px(8)
        bottom = part.mapTo(inner, QPoint(0, part.height())).y()
        seen = range(bar.value(), bar.value() + self.scroll_area.viewport().height())
        if top not in seen or bottom not in seen:
            bar.setValue(top)

    @Slot(bool)
    def _reveal_details(self, shown: bool) -> None:
        if shown:
            self.reveal(self.form.details, self.form.more)

    def show_verbs(self, *, confirm: bool, series: bool) -> None:
        """The verbs a booking has, two by two, without a hole."""
        self._grid.addWidget(self.state, 0, 0, 1, 2)
        across = 1 if self._theme_of_parts.scale >= LARGE_TEXT else 2
        verbs = {
            self.confirm_it: confirm,
            self.move_it: True,
            self.cancel_it: True,
            self.see_series: series,
        }
        # Placed before it is shown: a button without a parent would be a window of its own.
        shown = [button for button, wanted in verbs.items() if wanted]
        for place, button in enumerate(shown):
            self._grid.addWidget(button, 1 + place // across, place % across)
        for button, wanted in verbs.items():
            button.setVisible(wanted)

    def _make_footer(self, theme: Theme) -> None:
        self.leave = Button(theme, _("Fermer"))
        self.save = Button(theme, _("Réserver"), icon="check", tone="primary", keys="Ctrl+Return")
        self.footer.addWidget(self.leave)
        self.footer.addWidget(self.save, 1)

    @Slot()
    def _dress_parts(self) -> None:
        px = self._theme_of_parts.px
        self._grid.setSpacing(px(6))
