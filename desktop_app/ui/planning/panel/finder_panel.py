"""Find me a room: when, how long, how many, with what; answers ranked, Enter books the first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from desktop_app.domain.civil_time import span_of
from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.domain.rooms import Layout
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.planning.ghost import Ghost
from desktop_app.ui.planning.panel.fields import equipment_field, layout_field
from desktop_app.ui.planning.panel.offer_list import OfferList
from desktop_app.ui.planning.panel.pair_row import PairRow
from desktop_app.ui.planning.panel.spoken_need import SpokenNeed, read_need
from desktop_app.ui.planning.panel.verdict_card import VerdictCard
from desktop_app.ui.widgets import (
    Button,
    CountField,
    DateField,
    Form,
    FormRow,
    HoursField,
    SidePanel,
)
from desktop_app.wording import _, n_
from desktop_app.wording.refusals import say

if TYPE_CHECKING:
    from desktop_app.services.finding import Need, Offer

_PAUSE_MS = 250


class Found(NamedTuple):
    """What the finder carries over into the booking panel with the room."""

    ghost: Ghost
    heads: int
    layout: str | None
    equipment: tuple[str, ...]
    step_free: bool


class FinderPanel(SidePanel):
    """The form of the need, and the rooms below it as soon as it can be read."""

    room_chosen = Signal(object)
    """A `Found`: wish to book this room for this need."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, _("Trouver une salle"), parent=parent)
        self._context = context
        self._need: Need | None = None
        self.form = Form()
        self._make_fields()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._search_quietly)
        self._connect()

    def _make_fields(self) -> None:
        theme = self._context.theme
        self.day = DateField(self._context.clock)
        self.day.setPlaceholderText(_("mardi prochain"))
        self.hours = HoursField(field="hours")
        self.hours.setPlaceholderText(_("18h30-20h30"))
        self.heads = CountField()
        self.layout_choice = layout_field()
        self.equipment = equipment_field()
        self.equipment.setPlaceholderText(_("vidéoprojecteur, écran"))
        self.step_free = QCheckBox(_("Accès PMR nécessaire"))
        self.verdict = VerdictCard(theme)
        self.offers = OfferList(theme)
        self.search = Button(
            theme, _("Chercher"), icon="search", tone="primary", keys="Ctrl+Return"
        )
        self.leave = Button(theme, _("Fermer"))

    def _lay_out(self) -> None:
        theme, add = self._context.theme, self.form.add
        self._pair(
            add("day", FormRow(theme, _("Date"), self.day)),
            add("hours", FormRow(theme, _("Horaire"), self.hours)),
        )
        self._pair(
            add("heads", FormRow(theme, _("Participants"), self.heads)),
            add("layout", FormRow(theme, _("Disposition"), self.layout_choice)),
        )
        self.body.addWidget(add("equipment", FormRow(theme, _("Équipement"), self.equipment)))
        for name in ("start", "end"):
            self.form.rows[name] = self.form.rows["hours"]
        for part in (self.step_free, self.verdict, self.offers):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.footer.addWidget(self.leave)
        self.footer.addWidget(self.search, 1)

    def _pair(self, left: FormRow, right: FormRow) -> None:
        self.body.addWidget(PairRow(self._context.theme, left, right))

    def _connect(self) -> None:
        fields: tuple[QLineEdit, ...] = (self.day, self.hours, self.heads, self.equipment)
        for field in fields:
            field.textEdited.connect(self._later)
            field.returnPressed.connect(self.search_now)
        self.layout_choice.currentIndexChanged.connect(self._later)
        self.step_free.toggled.connect(self._later)
        self.hours.editingFinished.connect(self._tidy_hours)
        self.search.clicked.connect(self.search_now)
        self.leave.clicked.connect(self.close_panel)
        self.offers.taken.connect(self._take)
        self.offers.declined.connect(self._say_declined)

    def open_finder(self, words: str = "") -> None:
        """Show the form as it was left, or filled with what the words of a call say."""
        self.show()
        if words:
            self._fill(read_need(words, self._context.clock.today()))
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.selectAll()

    def _fill(self, need: SpokenNeed) -> None:
        """What was understood goes to its field; what was not is typed by hand."""
        if need == SpokenNeed():
            return
        self.day.set_value(need.day)
        self.hours.set_value(need.hours)
        self.heads.set_value(need.heads)
        self.equipment.set_value(need.equipment or None)
        self.step_free.setChecked(need.step_free)
        self._timer.start()

    # -- searching ----------------------------------------------------------------------------

    def _read(self) -> Need:
        """The need as typed. Raises the first refusal, with its field."""
        from desktop_app.services.finding import Need as TheNeed

        day, hours = self.day.value(), self.hours.value()
        if day is None:
            raise Refusal("day_missing", field="day")
        if hours is None:
            raise Refusal("hours_missing", field="hours")
        span = span_of(day, hours[0], hours[1], field="hours")
        layout = self.layout_choice.key()
        return TheNeed(
            span.start,
            span.end,
            self.heads.value() or 0,
            tuple(self.equipment.value() or ()),
            self.step_free.isChecked(),
            Layout(str(layout)) if layout else None,
        )

    @Slot()
    def _later(self) -> None:
        self._timer.start()

    @Slot()
    def _search_quietly(self) -> None:
        """While one types, an unfinished word is no fault."""
        try:
            self._ask(self._read(), focus=False)
        except Refusal:
            self._show_nothing()

    @Slot()
    def search_now(self) -> None:
        """Enter: answers, or the refusal at its field; Enter again takes the first room."""
        self._timer.stop()
        try:
            self._ask(self._read(), focus=True)
        except Refusal as refusal:
            self._show_nothing()
            self.form.show_refusal(refusal)

    def _ask(self, need: Need, *, focus: bool) -> None:
        context, self._need = self._context, need

        def work() -> tuple[Offer, ...]:
            return context.services.finder.find(need)

        answer = partial(self._show, need, focus)
        context.background.ask(work, answer, partial(self._refused, need, focus), owner=self)

    def _show(self, need: Need, focus: bool, offers: tuple[Offer, ...]) -> None:
        if need is not self._need:
            return
        self.form.clear_faults()
        free = sum(1 for offer in offers if offer.can_be_taken)
        words = n_("{n} salle possible", "{n} salles possibles", free).format(n=free)
        if free:
            self.verdict.say("ok", words)
        else:
            self.verdict.say("warning", _("Aucune salle libre à ces heures pour ce besoin."))
        self.offers.show_offers(offers)
        if focus:
            self.offers.focus_first()

    def _refused(self, need: Need, focus: bool, error: Exception) -> None:
        if need is not self._need:
            return
        self._show_nothing()
        if isinstance(error, Trouble):
            self._context.notices.say_refusal(error)
        elif isinstance(error, Refusal):
            if focus and self.form.show_refusal(error):
                return
            self.verdict.say("error", say(error))

    def _show_nothing(self) -> None:
        self._need = None
        self.verdict.say_nothing()
        self.offers.show_offers(())

    # -- taking -------------------------------------------------------------------------------

    @Slot(object)
    def _take(self, offer: Offer) -> None:
        need = self._need
        if need is not None:
            ghost = Ghost(offer.room.id, need.starts_at, need.ends_at)
            layout = need.layout.value if need.layout is not None else None
            self.hide()
            self.room_chosen.emit(Found(ghost, need.heads, layout, need.equipment, need.step_free))

    @Slot(object)
    def _say_declined(self, offer: Offer) -> None:
        from desktop_app.ui.planning.panel.offer_list import say_state

        words = _("{room} : {state}").format(room=offer.room.name, state=say_state(offer))
        self._context.notices.say(words, "warning")

    @Slot()
    def _tidy_hours(self) -> None:
        hours = self.hours.reading()
        if hours is not None:
            self.hours.set_value(hours)
