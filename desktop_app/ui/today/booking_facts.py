"""What a booking's card says: who, when, where, how many, whom to call. Read only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop_app.domain.equipment import read_equipment
from desktop_app.domain.rooms import Layout
from desktop_app.domain.today import BookingCard
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.widgets import PersonLabel, Text
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_day, say_hours
from desktop_app.wording.equipment import label_of_equipment
from desktop_app.wording.labels import label_of_layout

HIDDEN = "•••"
"""What stands for a telephone while names are masked."""


class Fact(NamedTuple):
    """One line: an icon, what the icon means for a screen reader, the words.

    masks: the words are somebody's name, masked when the hall may read. hides: they are how to
    reach somebody, dots meanwhile.
    """

    icon: str
    label: str
    words: str
    masks: bool = False
    hides: bool = False


class BookingFacts(QWidget):
    """The lines of one card."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._theme = context, context.theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._shown: tuple[Fact, ...] = ()
        self._theme.changed.connect(self._dress)
        context.privacy.masked_changed.connect(self._fill)
        self._dress()

    def show_card(self, card: BookingCard, today: date) -> None:
        """Say these facts; nothing is made anew when nothing changed."""
        facts = tuple(facts_of(card, today))
        if facts != self._shown:
            self._shown = facts
            self._fill()

    def words(self) -> tuple[str, ...]:
        """What is said, line by line."""
        return tuple(self._said(fact) for fact in self._shown)

    def _said(self, fact: Fact) -> str:
        return HIDDEN if fact.hides and self._context.privacy.masked else fact.words

    @Slot()
    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, fact in enumerate(self._shown):
            sign = QLabel(self)
            sign.setPixmap(self._theme.pixmap(fact.icon, "muted", 16))
            sign.setToolTip(fact.label)
            line = self._line(fact)
            words = _("{label} : {value}").format(label=fact.label, value=fact.words)
            line.setAccessibleName(words)
            self._grid.addWidget(sign, place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(line, place, 1)

    def _line(self, fact: Fact) -> QWidget:
        if fact.masks:
            return PersonLabel(self._theme, self._context.privacy, fact.words, "body", parent=self)
        line = Text(self._theme, self._said(fact), wraps=True, parent=self)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return line

    @Slot()
    def _dress(self) -> None:
        self._grid.setHorizontalSpacing(self._theme.px(10))
        self._grid.setVerticalSpacing(self._theme.px(6))
        self._fill()


def facts_of(card: BookingCard, today: date) -> Iterator[Fact]:
    """Every fact that is known, in the order the desk asks for it."""
    row = card.row
    hours = say_hours(row.starts_at, row.ends_at)
    day = row.starts_at.date()
    if day != today:
        hours = _("{day}, {hours}").format(day=say_day(day), hours=hours)
    yield Fact("clock", _("Horaire"), hours)
    yield Fact("door-open", _("Salle"), room_line(card))
    if row.organisation_name and not row.discreet and row.organisation_name != row.title:
        yield Fact("building-2", _("Organisation"), row.organisation_name)
    if row.heads:
        words = n_("{n} personne attendue", "{n} personnes attendues", row.heads)
        yield Fact("users", _("Personnes"), words.format(n=row.heads))
    yield from _people(card)
    yield from _furniture(card)
    if row.series_code:
        words = _("Série {code}").format(code=row.series_code)
        if row.original_day is not None and row.original_day != day:
            words = _("Série {code}, date déplacée").format(code=row.series_code)
        yield Fact("repeat", _("Série"), words)
    if row.note:
        yield Fact("info", _("Note"), row.note)


def room_line(card: BookingCard) -> str:
    """“Bureau 2 · RdC”, and the steps if there are any."""
    words = [card.room.name]
    if card.room.floor:
        words.append(card.room.floor)
    words.append(_("accessible PMR") if card.room.step_free else _("marches"))
    return " · ".join(words)


def _people(card: BookingCard) -> Iterator[Fact]:
    row = card.row
    if row.responsible_name:
        yield Fact("user-check", _("Responsable de la réunion"), row.responsible_name, masks=True)
    if row.contact_name:
        yield Fact("user", _("Contact"), row.contact_name, masks=True)
    if row.contact_phone:
        yield Fact("phone", _("Téléphone"), say_phone(row.contact_phone), hides=True)


def _furniture(card: BookingCard) -> Iterator[Fact]:
    row = card.row
    words = [label_of_layout(row.layout)] if row.layout in set(Layout) and row.layout else []
    words += [label_of_equipment(code) for code in read_equipment(row.equipment)]
    if words:
        yield Fact("projector", _("Installation"), " · ".join(words))


def say_phone(phone: str) -> str:
    """A stored number as people read it."""
    from desktop_app.domain.identifiers import show_phone

    return show_phone(phone)
