"""Two people saved the same booking: both versions side by side, and one to choose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop_app.domain.bookings import BookingRow, Draft
from desktop_app.domain.identifiers import show_phone
from desktop_app.domain.venue import Venue
from desktop_app.ui.planning.panel.soft_box import SoftBox
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Button
from desktop_app.ui.widgets.text import Text
from desktop_app.wording import _
from desktop_app.wording.dates import say_day_short, say_hours
from desktop_app.wording.labels import label_of_kind, label_of_layout, label_of_status

Difference = tuple[str, str, str]
"""(what, theirs, mine)."""


def differences(theirs: BookingRow, mine: Draft, venue: Venue) -> tuple[Difference, ...]:
    """What the other desk saved and what is in this form, where the two disagree."""
    pairs = (
        (_("Salle"), venue.room(theirs.room_id).name, venue.room(mine.room_id).name),
        (_("Date"), say_day_short(theirs.starts_at.date()), say_day_short(mine.starts_at.date())),
        (
            _("Horaire"),
            say_hours(theirs.starts_at, theirs.ends_at),
            say_hours(mine.starts_at, mine.ends_at),
        ),
        (_("Titre"), theirs.title, mine.title),
        (_("Nature"), label_of_kind(theirs.kind), label_of_kind(mine.kind)),
        (_("Participants"), str(theirs.heads), str(mine.heads)),
        (_("État"), label_of_status(theirs.status), label_of_status(mine.status)),
        (_("Disposition"), _layout(theirs.layout), _layout(mine.layout)),
        (_("Équipement"), theirs.equipment, mine.equipment),
        (_("Responsable sur place"), theirs.responsible_name, mine.responsible_name),
        (_("Contact"), theirs.contact_name, mine.contact_name),
        (_("Téléphone"), _phone(theirs.contact_phone), _phone(mine.contact_phone)),
        (_("Note"), theirs.note, mine.note),
    )
    return tuple(pair for pair in pairs if " ".join(pair[1].split()) != " ".join(pair[2].split()))


def _layout(layout: str | None) -> str:
    return label_of_layout(layout) if layout else "—"


def _phone(phone: str) -> str:
    return show_phone(phone) if phone else ""


class CompareCard(SoftBox):
    """The differences in three columns."""

    theirs_chosen = Signal()
    mine_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "warning", parent)
        words = _("Quelqu’un d’autre vient d’enregistrer cette réservation. Que garder ?")
        self.heading = Text(theme, words, "strong", wraps=True)
        self.shown: tuple[Difference, ...] = ()
        self._grid = QGridLayout()
        self.theirs = Button(theme, _("Garder la leur"))
        self.mine = Button(theme, _("Enregistrer la mienne"), tone="primary")
        self._verbs = QHBoxLayout()
        self._verbs.addWidget(self.theirs)
        self._verbs.addWidget(self.mine)
        self.column.addWidget(self.heading)
        self.column.addLayout(self._grid)
        self.column.addLayout(self._verbs)
        self.theirs.clicked.connect(self.theirs_chosen)
        self.mine.clicked.connect(self.mine_chosen)
        theme.changed.connect(self._dress)
        self._dress()

    def show_differences(self, found: Sequence[Difference]) -> None:
        self.shown = tuple(found)
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        lines: list[Difference] = [("", _("La leur"), _("La mienne")), *found]
        for line, cells in enumerate(lines):
            for column, words in enumerate(cells):
                role = "small_strong" if line == 0 or column == 0 else "small"
                cell = Text(self._theme, words or "—" if line else words, role, wraps=True)
                self._grid.addWidget(cell, line, column)
        self.show()

    @Slot()
    def _dress(self) -> None:
        px = self._theme.px
        self._grid.setHorizontalSpacing(px(8))
        self._verbs.setSpacing(px(8))
