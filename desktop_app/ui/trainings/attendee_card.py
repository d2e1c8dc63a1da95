"""The right side of the station: the live count, the search, the people, what to do for one."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain import badges
from desktop_app.domain.trainings import TRAINER, AttendeeRow
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.trainings.attendee_model import AttendeeModel
from desktop_app.ui.trainings.people_list import PeopleList, PeopleSearch
from desktop_app.ui.trainings.person_bar import PersonBar
from desktop_app.ui.trainings.session_state import StationFacts
from desktop_app.ui.widgets import Button, Card, ElidedLabel, EmptyState, Text
from desktop_app.wording import _, n_
from desktop_app.wording.followed import say_followed


class AttendeeCard(Card):
    """People of one session. Nothing here writes: wishes go to the station."""

    check_in_asked = Signal(object)
    """Wish to check in this `AttendeeRow`."""

    code_typed = Signal(str)
    """A badge code was typed by hand, whole or in part."""

    several_found = Signal(int)
    """Enter, but this many people answer what is typed."""

    walk_in_asked = Signal(str)
    """Wish to add somebody; the text is what was typed in vain, if anything."""

    badge_asked = Signal(int)
    """Wish to see the badge of this person, by their id."""

    excuse_asked = Signal(object, bool)
    admit_asked = Signal(object)

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        self._context = context
        theme = context.theme
        super().__init__(theme, padded=False, parent=parent)
        self.setAccessibleName(_("Liste de la session"))
        self.model = AttendeeModel(context.privacy, self)
        self.present = Text(theme, "", "count")
        self.awaited = Text(theme, "", "title", "muted")
        self.figures = ElidedLabel(theme, "", "small", "muted")
        self.walk_in = Button(theme, _("Sans inscription"), icon="user-plus", keys="F7")
        self.search = PeopleSearch(theme)
        self.everybody = Button(theme, "", icon="x", compact=True)
        self.everybody.setVisible(False)
        self.people = PeopleList(theme, self.model)
        self.nobody = EmptyState(theme, "users", "")
        self.bar = PersonBar(theme, self.model)
        self._lay_out()
        self.search.textChanged.connect(self._look_for)
        self.search.moved.connect(self.people.move_by)
        self.search.entered.connect(self.enter)
        self.people.entered.connect(self._enter_chosen)
        self.people.chosen.connect(self.bar.show_person)
        self.people.chosen.connect(self._look_up)
        self.walk_in.clicked.connect(self._ask_walk_in)
        self.everybody.clicked.connect(self.show_everybody)
        self.bar.check_in_asked.connect(self._enter_chosen)
        self.bar.excuse_asked.connect(self._ask_excuse)
        self.bar.badge_asked.connect(self._ask_badge)
        self.bar.admit_asked.connect(self._ask_admit)
        context.privacy.masked_changed.connect(self._mask)

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        for part in (self.present, self.awaited):
            self._head.addWidget(part, 0, Qt.AlignmentFlag.AlignBaseline)
        self._head.addStretch(1)
        self._head.addWidget(self.walk_in, 0, Qt.AlignmentFlag.AlignVCenter)
        # One line, cut at need: a text that wraps would ask for more height than there is.
        self._line = QHBoxLayout()
        self._line.addWidget(self.figures)
        self._seek = QHBoxLayout()
        self._seek.addWidget(self.search)
        self._seek.addWidget(self.everybody)
        for row in (self._head, self._line, self._seek):
            self.body.addLayout(row)
        self.body.addWidget(self.people, 1)
        self.body.addWidget(self.nobody, 1)
        self.body.addWidget(self.bar)
        self._theme.changed.connect(self._dress_inside)
        self._dress_inside()

    def show_session(self, facts: StationFacts, now: datetime) -> None:
        """Show the list and the counts as they stand."""
        half_day, row = facts.half_day(now), facts.detail.session
        here = [a for a in facts.detail.attendees if half_day and a.arrival_on(half_day.id)]
        walk_ins = sum(one.status == "walk_in" for one in here)
        present = len(here) - walk_ins
        self.present.setText(str(present))
        self.awaited.setText(f"/ {row.enrolled}")
        parts = [n_("présence", "présences", present)]
        if walk_ins:
            parts.append(_("{n} sans inscription").format(n=walk_ins))
        if row.excused:
            parts.append(
                n_("{n} absence excusée", "{n} absences excusées", row.excused).format(
                    n=row.excused
                )
            )
        heads = half_day.present + TRAINER if half_day else TRAINER
        parts.append(_("salle {heads} / {maximum}").format(heads=heads, maximum=row.room_maximum))
        self.figures.setText(" · ".join(parts))
        spoken = _("{present} sur {awaited}").format(present=present, awaited=row.enrolled)
        self.present.setAccessibleName(spoken)
        self.model.show_people(facts.detail.attendees, half_day.id if half_day else None)
        self._show_or_hide()

    def show_behind(self, figure: str, label: str) -> None:
        """Only those a figure of the summary counts, until somebody asks for all."""
        self.search.clear()
        self.model.keep_behind(figure)
        self.everybody.set_word(label)
        self.everybody.setToolTip(_("Revoir toute la liste"))
        self.search.setVisible(not figure)
        self.everybody.setVisible(bool(figure))
        self._show_or_hide()

    @Slot()
    def show_everybody(self) -> None:
        """The whole list again."""
        self.show_behind("", "")

    @Slot()
    def enter(self) -> None:
        """Enter in the search: a code, the person chosen, the only one left, or a doubt."""
        text = self.search.text().strip()
        verdict = badges.classify(text).verdict
        row = self.people.row()
        if verdict is badges.Verdict.GOOD:
            self.code_typed.emit(text)
        elif row is not None:
            self.check_in_asked.emit(row)
        elif not text:
            return
        elif len(self.model.rows) == 1:
            self.check_in_asked.emit(self.model.rows[0])
        elif self.model.rows:
            self.several_found.emit(len(self.model.rows))
        elif verdict is badges.Verdict.INCOMPLETE:
            self.code_typed.emit(text)
        else:
            self.walk_in_asked.emit(text)

    def _chosen(self) -> AttendeeRow | None:
        return self.people.row()

    @Slot()
    def _enter_chosen(self) -> None:
        row = self._chosen()
        if row is not None:
            self.check_in_asked.emit(row)

    @Slot(bool)
    def _ask_excuse(self, excused: bool) -> None:
        row = self._chosen()
        if row is not None:
            self.excuse_asked.emit(row, excused)

    @Slot(object)
    def _look_up(self, row: AttendeeRow | None) -> None:
        """Have they done the base training? Asked for the person chosen only."""
        if row is not None:
            work = partial(_followed, self._context, row.person_id)
            self._context.background.ask(work, partial(self._say_followed, row.person_id))

    def _say_followed(self, person_id: int, words: str) -> None:
        self.bar.show_followed(person_id, words)

    @Slot()
    def _ask_badge(self) -> None:
        row = self._chosen()
        if row is not None:
            self.badge_asked.emit(row.person_id)

    @Slot()
    def _ask_admit(self) -> None:
        row = self._chosen()
        if row is not None:
            self.admit_asked.emit(row)

    @Slot()
    def _ask_walk_in(self) -> None:
        self.walk_in_asked.emit("")

    @Slot(str)
    def _look_for(self, text: str) -> None:
        self.people.clearSelection()
        self.model.look_for(text)
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        empty = not self.model.rows
        if empty and self.search.text().strip():
            self.nobody.set_words(
                _("Personne de ce nom sur cette liste"),
                _("Entrée : l’ajouter sans inscription."),
            )
        elif empty and self.everybody.word():
            self.nobody.set_words(_("Personne"), _("La croix rend toute la liste."))
        elif empty:
            self.nobody.set_words(
                _("Aucune inscription"), _("F7 ajoute une personne sans inscription.")
            )
        self.people.setVisible(not empty)
        self.nobody.setVisible(empty)

    @Slot()
    def _mask(self) -> None:
        self.people.viewport().update()
        self.bar.show_person(self.people.row())

    @Slot()
    def _dress_inside(self) -> None:
        px = self._theme.px
        self.body.setSpacing(px(4))
        self._head.setContentsMargins(px(16), 0, px(16), 0)
        self._head.setSpacing(px(6))
        self._line.setContentsMargins(px(16), 0, px(16), 0)
        self._seek.setContentsMargins(px(16), px(4), px(16), px(6))


def _followed(context: ScreenContext, person_id: int) -> str:
    """Asked on the database thread."""
    found = context.services.trainings.followed([person_id])
    return say_followed(found.get(person_id, ())) or _("N’a encore suivi aucune formation")
