"""The form of a booking: who, what, where, when, in what state. Reads drafts, writes rows.

Nothing typed is lost: a refusal is shown at its field, and the words stay as they were typed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.bookings import BookingRow, Draft, Kind, Status
from desktop_app.domain.civil_time import span_of
from desktop_app.domain.clock import Clock
from desktop_app.domain.equipment import read_equipment
from desktop_app.domain.organisations import OrganisationRow
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.rooms import Room
from desktop_app.domain.venue import Venue
from desktop_app.ui.planning.ghost import Ghost
from desktop_app.ui.planning.panel.discreet_names import DiscreetNames
from desktop_app.ui.planning.panel.fields import (
    NoteField,
    RepeatField,
    RoomField,
    equipment_field,
    kind_field,
    layout_field,
    phone_field,
)
from desktop_app.ui.planning.panel.organisation_field import OrganisationField
from desktop_app.ui.planning.panel.organisation_words import alert_of
from desktop_app.ui.planning.panel.pair_row import PairRow
from desktop_app.ui.privacy import Privacy
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import (
    Button,
    Chip,
    CountField,
    DateField,
    Form,
    FormRow,
    HoursField,
    SegmentedControl,
)
from desktop_app.wording import _


class BookingForm(QWidget):
    """Fields from top to bottom in the order of a phone call."""

    edited = Signal()
    """Somebody changed something that a verdict depends on, or that is worth keeping."""

    def __init__(
        self, theme: Theme, clock: Clock, privacy: Privacy, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._clock, self._privacy = theme, clock, privacy
        self._venue: Venue | None = None
        self.form = Form()
        self.filling = False
        self.is_touched = False
        self._make_fields()
        self._lay_out()
        self._connect()
        privacy.masked_changed.connect(self._mask)
        self._mask(privacy.masked)
        theme.changed.connect(self._dress)
        self._dress()

    def _make_fields(self) -> None:
        theme, clock = self._theme, self._clock
        self.organisation = OrganisationField(theme, clock.today())
        self.alert = Chip(theme, "")
        self.alert.hide()
        self.title = QLineEdit()
        self.title.setPlaceholderText(_("Par défaut, le nom ci-dessus"))
        self.names = DiscreetNames(theme, (self.organisation, self.title))
        self.kind = kind_field()
        self.room = RoomField()
        self.day = DateField(clock)
        self.hours = HoursField(field="hours")
        self.hours.setPlaceholderText(_("18h30-20h30"))
        self.heads = CountField()
        self.repeat = RepeatField()
        self.status = SegmentedControl(
            theme,
            _("État"),
            ((Status.CONFIRMED.value, _("Confirmée")), (Status.OPTION.value, _("Option"))),
        )
        self.layout_choice = layout_field()
        self.equipment = equipment_field()
        self.equipment.setPlaceholderText(_("vidéoprojecteur, écran"))
        self.step_free = QCheckBox(_("Accès PMR nécessaire"))
        self.responsible = QLineEdit()
        self.contact = QLineEdit()
        self.phone = phone_field(self._privacy)
        self.discreet = QCheckBox(_("Affichage discret"))
        self.note = NoteField(theme)

    def _lay_out(self) -> None:
        theme = self._theme
        row = self._row
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.names)
        self.column.addWidget(row("organisation", _("Pour"), self.organisation))
        self.column.addWidget(self.alert)
        self.column.addWidget(row("title", _("Titre"), self.title))
        self.column.addWidget(row("room", _("Salle"), self.room))
        self._pair(row("day", _("Date"), self.day), row("hours", _("Horaire"), self.hours))
        self._pair(row("heads", _("Participants"), self.heads), row("kind", _("Nature"), self.kind))
        self.column.addWidget(row("repeat", _("Répéter"), self.repeat))
        for name in ("start", "end"):
            self.form.rows[name] = self.form.rows["hours"]
        self.verdict_place = QVBoxLayout()
        self.column.addLayout(self.verdict_place)
        self.column.addWidget(row("status", _("État"), self.status))
        self.more = Button(theme, _("Plus de détails"), icon="chevron-down", tone="ghost")
        self.more.setCheckable(True)
        self.column.addWidget(self.more)
        self.details = QWidget()
        details = QVBoxLayout(self.details)
        details.setContentsMargins(0, 0, 0, 0)
        details.addWidget(row("layout", _("Disposition"), self.layout_choice))
        details.addWidget(row("equipment", _("Équipement"), self.equipment))
        details.addWidget(self.step_free)
        details.addWidget(row("responsible_name", _("Responsable sur place"), self.responsible))
        details.addWidget(row("contact_name", _("Contact"), self.contact))
        details.addWidget(row("contact_phone", _("Téléphone"), self.phone))
        details.addWidget(self.discreet)
        hint = _("Pas d’information sur la vie privée des personnes.")
        details.addWidget(row("note", _("Note"), self.note, hint))
        self.details.hide()
        self.column.addWidget(self.details)

    def _row(self, name: str, label: str, field: QWidget, hint: str = "") -> FormRow:
        return self.form.add(name, FormRow(self._theme, label, field, hint=hint))

    def _pair(self, left: FormRow, right: FormRow) -> None:
        self.column.addWidget(PairRow(self._theme, left, right))

    def _connect(self) -> None:
        for words in (self.title, self.responsible, self.contact):
            words.textEdited.connect(self._touch)
        # `textEdited` comes before the field has read its text, `textChanged` after.
        reading = (self.day, self.hours, self.heads, self.repeat, self.equipment, self.phone)
        for field in reading:
            field.textChanged.connect(self._touch)
        for choice in (self.room, self.kind, self.layout_choice):
            choice.currentIndexChanged.connect(self._touch)
        for box in (self.step_free, self.discreet):
            box.toggled.connect(self._touch)
        self.note.textChanged.connect(self._touch)
        self.status.chosen.connect(self._touch)
        self.organisation.chosen.connect(self._on_organisation)
        self.organisation.textEdited.connect(self._touch)
        self.day.value_changed.connect(self._on_day)
        self.hours.editingFinished.connect(self._tidy_hours)
        self.repeat.value_changed.connect(self._on_rule)
        self.more.toggled.connect(self._show_details)

    # -- filling --------------------------------------------------------------------------------

    def set_venue(self, venue: Venue) -> None:
        is_first = self._venue is None
        self._venue = venue
        self.room.show_rooms(venue.rooms)
        self._on_day(self.day.reading())
        if is_first:  # what was put in before could not be judged
            self.edited.emit()

    def clear(self) -> None:
        """An empty form: the draft was saved, or thrown away on purpose."""
        self.filling = True
        self.names.keep(discreet=False)
        self.organisation.set_row(None)
        self.show_alert(None)
        for field in self.findChildren(QLineEdit):
            field.clear()
        self.note.clear()
        for box in (self.step_free, self.discreet):
            box.setChecked(False)
        self.kind.choose(Kind.MEETING.value)
        self.layout_choice.setCurrentIndex(0)
        self.status.choose(Status.CONFIRMED.value)
        self.form.clear_faults()
        self.filling = False
        self.is_touched = False

    def put_place(self, ghost: Ghost) -> None:
        """Room, day and hours; whatever else was typed stays."""
        self.filling = True
        self.room.choose(ghost.room_id)
        self.day.set_value(ghost.starts_at.date())
        self.hours.set_value((ghost.starts_at.time(), ghost.ends_at.time()))
        self.filling = False
        self.edited.emit()

    def put_need(
        self, heads: int, layout: str | None, equipment: tuple[str, ...], step_free: bool
    ) -> None:
        """What was asked of the room finder goes with the room."""
        self.filling = True
        self.heads.set_value(heads or None)
        self.layout_choice.choose(layout)
        self.equipment.set_value(equipment or None)
        self.step_free.setChecked(step_free)
        self.filling = False
        self.edited.emit()

    def fill(self, row: BookingRow, organisation: OrganisationRow | None) -> None:
        """The facts of a booking that is already there."""
        self.clear()
        self.filling = True
        self.names.keep(discreet=row.discreet)
        self.organisation.set_row(organisation)
        self.show_alert(organisation)
        self.title.setText(row.title)
        self.title.setCursorPosition(0)
        self.kind.choose(row.kind)
        self.heads.set_value(row.heads or None)
        self.layout_choice.choose(row.layout)
        self.equipment.set_value(read_equipment(row.equipment) if row.equipment else None)
        self.responsible.setText(row.responsible_name)
        self.contact.setText(row.contact_name)
        self.phone.set_value(row.contact_phone or None)
        self.discreet.setChecked(row.discreet)
        self.step_free.setChecked(row.step_free)
        self.note.setPlainText(row.note)
        held = row.status in (Status.OPTION, Status.PENDING)
        self.status.choose(Status.OPTION.value if held else Status.CONFIRMED.value)
        self.filling = False
        self.put_place(Ghost(row.room_id, row.starts_at, row.ends_at, row.id))
        self.is_touched = False

    def show_alert(self, organisation: OrganisationRow | None) -> None:
        alert = alert_of(organisation, self._clock.today()) if organisation else None
        if alert is not None:
            self.alert.set(alert.text, alert.tone, alert.icon)
        self.alert.setVisible(alert is not None)

    # -- reading --------------------------------------------------------------------------------

    def read(self) -> Draft:
        """The draft as typed. Raises the first refusal, from top to bottom, with its field."""
        organisation_id = self.organisation.organisation_id()
        organisation = self.organisation.row()
        title = " ".join(self.title.text().split()) or (organisation.name if organisation else "")
        starts_at, ends_at = self.read_times()
        return Draft(
            room_id=self.read_room().id,
            starts_at=starts_at,
            ends_at=ends_at,
            kind=Kind(str(self.kind.key())),
            title=title,
            organisation_id=organisation_id,
            status=Status(self.status.current()),
            heads=self.heads.value() or 0,
            layout=self._layout(),
            equipment=", ".join(self.equipment.value() or ()),
            responsible_name=self.responsible.text(),
            contact_name=self.contact.text(),
            contact_phone=self.phone.value() or "",
            discreet=self.discreet.isChecked(),
            note=self.note.toPlainText(),
            step_free=self.step_free.isChecked(),
        )

    def read_room(self) -> Room:
        key = self.room.key()
        if self._venue is None or not isinstance(key, int):
            raise Refusal("room_missing", field="room")
        return self._venue.room(key)

    def read_times(self) -> tuple[datetime, datetime]:
        """Start and end, into the next morning for an evening that passes midnight."""
        day = self.day.value()
        if day is None:
            raise Refusal("day_missing", field="day")
        hours = self.hours.value()
        if hours is None:
            raise Refusal("hours_missing", field="hours")
        span = span_of(day, hours[0], hours[1], field="hours")
        return span.start, span.end

    def glimpse(self) -> Draft | None:
        """What a live verdict can be given on: None as long as the place or the time is missing."""
        try:
            starts_at, ends_at = self.read_times()
            room = self.read_room()
        except Refusal:
            return None
        organisation = self.organisation.row()
        draft = Draft(room.id, starts_at, ends_at, Kind(str(self.kind.key())), title="?")
        return replace(
            draft,
            organisation_id=organisation.id if organisation else None,
            status=Status(self.status.current()),
            heads=self.heads.reading() or 0,
            layout=self._layout(),
        )

    def ghost(self, booking_id: int | None) -> Ghost | None:
        """The place asked for, to draw on the planning."""
        draft = self.glimpse()
        if draft is None:
            return None
        return Ghost(draft.room_id, draft.starts_at, draft.ends_at, booking_id)

    def wanted_equipment(self) -> tuple[str, ...]:
        return tuple(self.equipment.reading() or ())

    def _layout(self) -> str | None:
        key = self.layout_choice.key()
        return str(key) if key else None

    # -- living ---------------------------------------------------------------------------------

    def show_refusal(self, error: Refusal) -> bool:
        """At its field, with the focus; the details open when the field is among them."""
        row = self.form.rows.get(error.field or "")
        if row is not None and self.details.isAncestorOf(row):
            self.more.setChecked(True)
        return self.form.show_refusal(error)

    @Slot()
    def _touch(self) -> None:
        if not self.filling:
            self.is_touched = True
            self.edited.emit()

    @Slot(object)
    def _on_organisation(self, row: OrganisationRow | None) -> None:
        self.show_alert(row)
        self.form.rows["organisation"].clear_fault()
        if row is not None and row.discreet:
            self.discreet.setChecked(True)
        self._touch()

    @Slot(object)
    def _on_day(self, day: date | None) -> None:
        names = tuple(room.name for room in self._venue.rooms) if self._venue else ()
        self.repeat.set_since(day, names)

    @Slot(bool)
    def _show_details(self, shown: bool) -> None:
        self.details.setVisible(shown)
        self.more.set_word(_("Moins de détails") if shown else _("Plus de détails"))
        self.more.set_icon("chevron-up" if shown else "chevron-down")

    @Slot()
    def _tidy_hours(self) -> None:
        """“18h30 → 20.30” reads back “18 h 30 – 20 h 30”, in the field itself."""
        hours = self.hours.reading()
        if hours is not None:
            self.hours.set_value(hours)

    @Slot(object)
    def _on_rule(self, reading: object) -> None:
        """A rule may carry its hours and its room: they go to their own fields."""
        if self.filling or reading is None:
            return
        hours, named = getattr(reading, "hours", None), getattr(reading, "named", ())
        self.filling = True
        if hours is not None:
            self.hours.set_value(hours)
        if named and self._venue is not None:
            for room in self._venue.rooms:
                if room.name in named:
                    self.room.choose(room.id)
        self.filling = False

    @Slot(bool)
    def _mask(self, masked: bool) -> None:
        """A public hall reads the screen: names of people are dots while one says so."""
        mode = QLineEdit.EchoMode.PasswordEchoOnEdit if masked else QLineEdit.EchoMode.Normal
        for field in (self.responsible, self.contact, self.phone):
            field.setEchoMode(mode)

    @Slot()
    def _dress(self) -> None:
        px = self._theme.px
        self.column.setSpacing(px(11))
        details = self.details.layout()
        if details is not None:
            details.setSpacing(px(11))
