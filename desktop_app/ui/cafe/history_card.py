"""Every step of the day's tally, the latest first: passages, undoings, corrections with reasons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from desktop_app.domain.clock import wall_time
from desktop_app.domain.presence import VisitStep, half_hour_start
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.table_model import Column, RowModel
from desktop_app.ui.widgets import Card, EmptyState
from desktop_app.ui.widgets.table import TableView
from desktop_app.wording import _
from desktop_app.wording.cafe import say_step
from desktop_app.wording.dates import say_date, say_instant_time, say_time


class HistoryCard(Card):
    """Read only: what was counted is corrected by another step, never rewritten."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        theme = context.theme
        super().__init__(theme, _("Historique du jour"), padded=False, parent=parent)
        columns = (
            Column(_("Saisi à"), said_at, sort=_moment),
            Column(_("Passage"), say_step, tone=_tone),
            Column(_("Remarque"), said_about, detail=said_about),
        )
        self.model = RowModel(columns, key=_id, parent=self)
        self.table = TableView(theme, _("Historique du jour"), self.model, stretch=2)
        self.table.setMinimumHeight(theme.px(120))
        self.empty = EmptyState(
            theme,
            "coffee",
            _("Aucun passage compté ce jour"),
            _("F1 à F4 comptent depuis n’importe quel écran."),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        self.body.addWidget(self.stack, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_steps(self, steps: Sequence[VisitStep]) -> None:
        self.model.set_rows(steps)
        self.stack.setCurrentWidget(self.table if steps else self.empty)


def said_at(step: VisitStep) -> str:
    """When it was counted; with its day when that is another one than it counts for."""
    time = say_instant_time(step.counted_at)
    day = wall_time(step.counted_at).date()
    return time if day == step.day else _("{day}, {time}").format(day=say_date(day), time=time)


def said_about(step: VisitStep) -> str:
    """What became of it, or why it was made and for which half-hour."""
    if step.reverts_id is not None:
        return _("annulation")
    if step.reverted:
        return _("annulé ensuite")
    if not step.reason:
        return ""
    return _("{time} : {reason}").format(
        time=say_time(half_hour_start(step.half_hour)), reason=step.reason
    )


def _tone(step: VisitStep) -> tuple[str, str]:
    if step.reverts_id is not None or step.reverted:
        return "neutral", "undo-2"
    return ("warning", "pencil") if step.reason else ("ok", "plus")


def _id(step: VisitStep) -> int:
    return step.id


def _moment(step: VisitStep) -> str:
    return step.counted_at.isoformat()
