"""The choices of a paper: which document, about whom, when, on what paper, for whom.

Each takes effect at once; the last one that could be read stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.civil_time import Week
from desktop_app.domain.clock import Clock
from desktop_app.domain.papers import (
    ABOUT_A_ROOM,
    ABOUT_AN_ORGANISATION,
    LETTERS,
    PLANS,
    PUBLIC,
    SEASONAL,
    TEAM,
    WEEKLY,
    PaperKind,
    Wanted,
)
from desktop_app.domain.reading_week import parse_week
from desktop_app.domain.refusals import Refusal
from desktop_app.ui.paper.request import say_when
from desktop_app.ui.paper.search_list import SearchList
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import (
    Button,
    DateField,
    Form,
    FormRow,
    ReadingField,
    SegmentedControl,
    Text,
)
from desktop_app.wording import _
from desktop_app.wording.dates import say_week, say_week_short
from desktop_app.wording.papers import label_of_paper

ABOUT_SOMEBODY = ABOUT_A_ROOM | ABOUT_AN_ORGANISATION | LETTERS | {PaperKind.SERIES}
DAILY = (PLANS - WEEKLY - SEASONAL) | LETTERS
"""Papers of a day; a letter is about a booking of that day."""

BOTH_AUDIENCES = WEEKLY | SEASONAL | {PaperKind.DAY}


class WeekField(ReadingField):
    """An ISO week, as people type it: “48”, “S48”, “semaine prochaine”."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        def read(text: str) -> Week:
            return parse_week(text, clock.today(), field="week")

        def write(week: Week) -> str:
            return f"{say_week_short(week)} {week.year}"

        super().__init__(read, say_week, write, parent)


class Choices(QWidget):
    """What may be chosen about a paper."""

    chosen = Signal(object)
    """A `Wanted` other than the last."""

    def __init__(
        self, theme: Theme, clock: Clock, wanted: Wanted, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wanted = wanted
        self.kinds = SearchList(theme, _("Document"), rows=7)
        self.kinds.show_entries([(kind, label_of_paper(kind)) for kind in PaperKind])
        self.subjects = SearchList(theme, _("À propos de"), rows=5)
        self.paper = SegmentedControl(theme, _("Format"), (("A4", "A4"), ("A3", "A3")))
        self.audience = SegmentedControl(
            theme, _("Pour"), ((TEAM, _("Équipe")), (PUBLIC, _("Public")))
        )
        self.day_field = DateField(clock)
        self.week_field = WeekField(clock)
        self.season = Text(theme, "", "strong")
        self.before = self._arrow(_("Avant"), "chevron-left", "Alt+Left")
        self.after = self._arrow(_("Après"), "chevron-right", "Alt+Right")
        self.form = Form()
        self._lay_out()
        self._connect()
        self.show_wanted(wanted)

    def _arrow(self, word: str, icon: str, keys: str) -> Button:
        return Button(self._theme, word, icon=icon, keys=keys, icon_only=True)

    def _lay_out(self) -> None:
        theme = self._theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(FormRow(theme, _("Document"), self.kinds))
        self.subject_row = self.form.add("subject", FormRow(theme, "", self.subjects))
        self._column.addWidget(self.subject_row)
        self._column.addWidget(self.form.add("week", FormRow(theme, _("Semaine"), self.week_field)))
        self._column.addWidget(self.form.add("day", FormRow(theme, _("Jour"), self.day_field)))
        self._column.addWidget(self.season)
        self.arrows = QWidget()
        arrows = QHBoxLayout(self.arrows)
        arrows.setContentsMargins(0, 0, 0, 0)
        arrows.addWidget(self.before)
        arrows.addWidget(self.after)
        arrows.addStretch(1)
        self._column.addWidget(self.arrows)
        self.paper_row = FormRow(theme, _("Format"), self.paper)
        self._column.addWidget(self.paper_row)
        hint = _("Public : ni personne, ni téléphone, ni effectif.")
        self.audience_row = self.form.add(
            "audience", FormRow(theme, _("Pour"), self.audience, hint=hint)
        )
        self._column.addWidget(self.audience_row)
        theme.changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self._column.setSpacing(self._theme.px(12))

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._choose_kind)
        self.subjects.chosen.connect(self._choose_subject)
        self.paper.chosen.connect(self._choose_paper)
        self.audience.chosen.connect(self._choose_audience)
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)
        self.week_field.editingFinished.connect(self._take_week)
        self.day_field.editingFinished.connect(self._take_day)

    def wanted(self) -> Wanted:
        return self._wanted

    def show_wanted(self, wanted: Wanted) -> None:
        """Show these choices without announcing them."""
        self._wanted, kind = wanted, wanted.kind
        self.kinds.choose(kind)
        self.subjects.choose(wanted.subject)
        self.paper.choose(wanted.paper)
        self.audience.choose(wanted.audience)
        self.subject_row.setVisible(kind in ABOUT_SOMEBODY)
        self.subject_row.label.setText(_about(kind))
        self.form.rows["week"].setVisible(kind in WEEKLY)
        self.form.rows["day"].setVisible(kind in DAILY)
        self.season.setVisible(kind is PaperKind.SEASON)
        self.season.setText(say_when(wanted))
        self.arrows.setVisible(kind in WEEKLY | DAILY | {PaperKind.SEASON})
        self.paper_row.setVisible(kind is PaperKind.WEEK)
        self.audience_row.setVisible(kind in BOTH_AUDIENCES)
        self.week_field.set_value(wanted.week)
        self.day_field.set_value(wanted.day)
        self.form.clear_faults()

    def show_subjects(self, subjects: Sequence[tuple[int, str]]) -> None:
        """Offer these; when none of them is chosen yet, the first is."""
        self.subjects.show_entries(subjects)
        known = [key for key, _words in subjects]
        if known and self._wanted.subject not in known:
            self._take(replace(self._wanted, subject=known[0]))
        else:
            self.subjects.choose(self._wanted.subject)

    def _take(self, wanted: Wanted) -> None:
        if wanted != self._wanted:
            self.show_wanted(wanted)
            self.chosen.emit(wanted)

    @Slot(object)
    def _choose_kind(self, kind: PaperKind) -> None:
        """Another document: its subject is another one's, the day and the audience stay."""
        same = (self._wanted.kind in ABOUT_A_ROOM and kind in ABOUT_A_ROOM) or (
            self._wanted.kind in ABOUT_AN_ORGANISATION and kind in ABOUT_AN_ORGANISATION
        )
        subject = self._wanted.subject if same else 0
        self._take(replace(self._wanted, kind=PaperKind(kind), subject=subject))

    @Slot(object)
    def _choose_subject(self, subject: int) -> None:
        self._take(replace(self._wanted, subject=subject))

    @Slot(str)
    def _choose_paper(self, paper: str) -> None:
        self._take(replace(self._wanted, paper=paper))

    @Slot(str)
    def _choose_audience(self, audience: str) -> None:
        self._take(replace(self._wanted, audience=audience))

    @Slot()
    def _go_back(self) -> None:
        self._take(self._wanted.moved(-1))

    @Slot()
    def _go_on(self) -> None:
        self._take(self._wanted.moved(1))

    @Slot()
    def _take_week(self) -> None:
        week = self._read(self.week_field)
        if isinstance(week, Week) and week != self._wanted.week:
            self._take(replace(self._wanted, day=week.monday))

    @Slot()
    def _take_day(self) -> None:
        day = self._read(self.day_field)
        if isinstance(day, date):
            self._take(replace(self._wanted, day=day))

    def _read(self, field: ReadingField) -> object:
        try:
            return field.value()
        except Refusal as refusal:
            self.form.show_refusal(refusal)
            return None


def _about(kind: PaperKind) -> str:
    """What the list of subjects holds."""
    if kind in ABOUT_A_ROOM:
        return _("Salle")
    if kind in ABOUT_AN_ORGANISATION:
        return _("Association")
    return _("Permanence") if kind is PaperKind.SERIES else _("Réservation")
