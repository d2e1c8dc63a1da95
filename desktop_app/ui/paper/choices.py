"""The choices of a sheet: day or week, when, which paper, for whom. Each takes effect at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.civil_time import Week
from desktop_app.domain.clock import Clock
from desktop_app.domain.reading_week import parse_week
from desktop_app.domain.refusals import Refusal
from desktop_app.ui.paper.request import DAY, PUBLIC, TEAM, WEEK, Request
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Button, DateField, Form, FormRow, ReadingField, SegmentedControl
from desktop_app.wording import _
from desktop_app.wording.dates import say_week, say_week_short


class WeekField(ReadingField):
    """An ISO week, as people type it: “48”, “S48”, “semaine prochaine”."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        def read(text: str) -> Week:
            return parse_week(text, clock.today(), field="week")

        def write(week: Week) -> str:
            return f"{say_week_short(week)} {week.year}"

        super().__init__(read, say_week, write, parent)


class Choices(QWidget):
    """What may be chosen about a sheet. It never leaves the last period that could be read."""

    chosen = Signal(object)
    """A `Request` other than the last."""

    def __init__(
        self, theme: Theme, clock: Clock, request: Request, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._request = request
        self.kind = SegmentedControl(theme, _("Document"), ((WEEK, _("Semaine")), (DAY, _("Jour"))))
        self.paper = SegmentedControl(theme, _("Format"), (("A4", "A4"), ("A3", "A3")))
        self.audience = SegmentedControl(
            theme, _("Pour"), ((TEAM, _("Équipe")), (PUBLIC, _("Public")))
        )
        self.day_field = DateField(clock)
        self.week_field = WeekField(clock)
        self.before = Button(
            theme, _("Avant"), icon="chevron-left", keys="Alt+Left", icon_only=True
        )
        self.after = Button(
            theme, _("Après"), icon="chevron-right", keys="Alt+Right", icon_only=True
        )
        self.form = Form()
        self._lay_out()
        self._connect()
        self.show_request(request)

    def _lay_out(self) -> None:
        theme = self._theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(FormRow(theme, _("Document"), self.kind))
        self._column.addWidget(self.form.add("week", FormRow(theme, _("Semaine"), self.week_field)))
        self._column.addWidget(self.form.add("day", FormRow(theme, _("Jour"), self.day_field)))
        arrows = QHBoxLayout()
        arrows.addWidget(self.before)
        arrows.addWidget(self.after)
        arrows.addStretch(1)
        self._column.addLayout(arrows)
        self.paper_row = FormRow(theme, _("Format"), self.paper)
        self._column.addWidget(self.paper_row)
        hint = _("Public\u00a0: ni personne, ni téléphone, ni effectif.")
        self._column.addWidget(FormRow(theme, _("Pour"), self.audience, hint=hint))
        theme.changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self._column.setSpacing(self._theme.px(12))

    def _connect(self) -> None:
        self.kind.chosen.connect(self._choose_kind)
        self.paper.chosen.connect(self._choose_paper)
        self.audience.chosen.connect(self._choose_audience)
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)
        self.week_field.editingFinished.connect(self._take_week)
        self.day_field.editingFinished.connect(self._take_day)

    def request(self) -> Request:
        return self._request

    def show_request(self, request: Request) -> None:
        """Show these choices without announcing them."""
        self._request = request
        self.kind.choose(request.kind)
        self.paper.choose(request.paper)
        self.audience.choose(request.audience)
        weekly = request.kind == WEEK
        self.form.rows["week"].setVisible(weekly)
        self.form.rows["day"].setVisible(not weekly)
        self.paper_row.setVisible(weekly)
        self.week_field.set_value(request.week)
        self.day_field.set_value(request.day)
        self.form.clear_faults()

    def _take(self, request: Request) -> None:
        if request != self._request:
            self.show_request(request)
            self.chosen.emit(request)

    @Slot(str)
    def _choose_kind(self, kind: str) -> None:
        self._take(replace(self._request, kind=kind))

    @Slot(str)
    def _choose_paper(self, paper: str) -> None:
        self._take(replace(self._request, paper=paper))

    @Slot(str)
    def _choose_audience(self, audience: str) -> None:
        self._take(replace(self._request, audience=audience))

    @Slot()
    def _go_back(self) -> None:
        self._take(self._request.moved(-1))

    @Slot()
    def _go_on(self) -> None:
        self._take(self._request.moved(1))

    @Slot()
    def _take_week(self) -> None:
        week = self._read(self.week_field)
        if isinstance(week, Week) and week != self._request.week:
            self._take(replace(self._request, day=week.monday))

    @Slot()
    def _take_day(self) -> None:
        day = self._read(self.day_field)
        if isinstance(day, date):
            self._take(replace(self._request, day=day))

    def _read(self, field: ReadingField) -> object:
        try:
            return field.value()
        except Refusal as refusal:
            self.form.show_refusal(refusal)
            return None
