"""The fields of a booking's form, each reading what people type and saying it back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop_app.domain.bookings import Kind
from desktop_app.domain.equipment import read_equipment
from desktop_app.domain.identifiers import normalise_phone, show_phone
from desktop_app.domain.recurrence_words import RuleReading, parse_rule
from desktop_app.domain.rooms import Layout, Room
from desktop_app.ui.privacy import Privacy
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.choice_field import ChoiceField
from desktop_app.ui.widgets.reading_field import ReadingField
from desktop_app.wording import _, n_
from desktop_app.wording.equipment import label_of_equipment
from desktop_app.wording.labels import label_of_kind, label_of_layout
from desktop_app.wording.phrases import say_list
from desktop_app.wording.recurrence import say_rule

KINDS = (
    Kind.MEETING,
    Kind.PERMANENCE,
    Kind.EVENT,
    Kind.CULTURE,
    Kind.COLLECTION,
    Kind.INSTITUTION,
    Kind.INCUBATOR,
    Kind.INTERNAL,
    Kind.TRAINING,
)
"""In the order of how often a desk takes them by phone."""


def kind_field() -> ChoiceField:
    field = ChoiceField()
    for kind in KINDS:
        field.addItem(label_of_kind(kind), kind.value)
    return field


def layout_field() -> ChoiceField:
    field = ChoiceField()
    field.addItem(_("Indifférente"), None)
    for layout in Layout:
        field.addItem(label_of_layout(layout), layout.value)
    return field


def room_words(room: Room) -> str:
    """“Agora B · 30 p. · accès PMR”."""
    parts = [room.name, n_("{n} p.", "{n} p.", room.max_headcount).format(n=room.max_headcount)]
    if room.step_free:
        parts.append(_("accès PMR"))
    return " · ".join(parts)


class RoomField(ChoiceField):
    """Every room of the venue, composites too. None is taken before somebody, or a place on the
    planning, says which: the first of the list would be booked by oversight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wished: object = None
        self.setPlaceholderText(_("Choisir une salle"))

    def choose(self, key: object) -> None:
        """Take a room. A booking may be opened before the rooms are known: then, once they are."""
        self._wished = key
        self.setCurrentIndex(self.findData(key) if key is not None else -1)

    def show_rooms(self, rooms: tuple[Room, ...]) -> None:
        """Offer these rooms; the one taken stays."""
        if [self.itemData(place) for place in range(self.count())] == [room.id for room in rooms]:
            return
        taken = self.key() if self.count() else self._wished
        self.blockSignals(True)
        self.clear()
        for room in rooms:
            self.addItem(room_words(room), room.id)
        self.choose(taken)
        self.blockSignals(False)


def equipment_field() -> ReadingField:
    """“vidéoprojecteur, écran”: read to codes, read back in full."""

    def labels(codes: tuple[str, ...]) -> str:
        return say_list([label_of_equipment(code) for code in codes])

    def written(codes: tuple[str, ...]) -> str:
        return ", ".join(label_of_equipment(code) for code in codes)

    return ReadingField(read_equipment, labels, written)


def phone_field(privacy: Privacy) -> ReadingField:
    """A telephone number; what was read is not said while names are masked."""

    def read(text: str) -> str:
        return normalise_phone(text, field="contact_phone")

    def say(phone: str) -> str:
        return "" if privacy.masked else show_phone(phone)

    return ReadingField(read, say, show_phone)


class RepeatField(ReadingField):
    """The rule of a series in words, told back before anything is made of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._since: date | None = None
        self._names: tuple[str, ...] = ()

        def read(text: str) -> RuleReading:
            return parse_rule(text, since=self._since, names=self._names, field="repeat")

        def words(reading: RuleReading) -> str:
            return say_rule(reading.rule, reading.hours)

        super().__init__(read, words, words, parent)
        self.setPlaceholderText(_("chaque mardi, jusqu’au 12 janvier"))

    def set_since(self, day: date | None, names: tuple[str, ...]) -> None:
        """The first day asked for, from which “toutes les deux semaines” counts; rooms' names."""
        if (day, names) != (self._since, self._names):
            self._since, self._names = day, names
            if self.text().strip():
                self.textChanged.emit(self.text())


class NoteField(QPlainTextEdit):
    """A few lines. Tab leaves it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTabChangesFocus(True)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        height = self._theme.metrics("body").lineSpacing() * 3 + self._theme.px(18)
        return QSize(self._theme.px(200), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())
