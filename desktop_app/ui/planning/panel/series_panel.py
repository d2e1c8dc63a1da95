"""All dates of a series with what became of each: kept, moved, cancelled, dropped by a closure."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

from desktop_app.domain.bookings import LIVE, BookingRow, SeriesRow, Status
from desktop_app.domain.recurrence_rule import Rule
from desktop_app.domain.series import SKIPPED
from desktop_app.domain.venue import Venue
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.widgets import Button, SidePanel
from desktop_app.ui.widgets.text import Text
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_day_short, say_hours
from desktop_app.wording.labels import label_of_status
from desktop_app.wording.reasons import say_reason
from desktop_app.wording.recurrence import say_rule

_BOOKING = Qt.ItemDataRole.UserRole


class Read(NamedTuple):
    """A series and its dates."""

    series: SeriesRow
    dates: tuple[BookingRow, ...]


class SeriesPanel(SidePanel):
    """A list one can go through by key; Enter opens a date."""

    date_opened = Signal(object)
    """A `BookingRow` of the series: wish to see it."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, _("Série"), parent=parent)
        self._context = context
        self._venue: Venue | None = None
        theme = context.theme
        self.told = Text(theme, "", "body", "muted", wraps=True)
        self.summary = Text(theme, "", "strong", wraps=True)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Dates de la série"))
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        for part in (self.told, self.summary):
            self.body.addWidget(part)
        self.body.addWidget(self.list, 1)
        self.leave = Button(theme, _("Fermer"))
        self.footer.addWidget(self.leave, 1)
        self.leave.clicked.connect(self.close_panel)
        self.list.itemActivated.connect(self._open)

    def set_venue(self, venue: Venue) -> None:
        self._venue = venue

    def open_series(self, series_id: int, booking_id: int | None = None) -> None:
        """Show a series, at one of its dates if it is given."""
        context = self._context

        def work() -> Read:
            services = context.services
            return Read(services.series.one(series_id), services.series.dates(series_id))

        context.background.ask(work, partial(self._show, booking_id), owner=self)

    def _show(self, booking_id: int | None, read: Read) -> None:
        series, venue = read.series, self._venue
        self.set_title(_("Série {code}").format(code=series.code))
        rule = say_rule(Rule.from_dict(dict(series.rule)))
        room = venue.room(series.room_id).name if venue is not None else ""
        self.told.setText(
            _("{title} · {rule} · {room}").format(title=series.title, rule=rule, room=room)
        )
        self.summary.setText(sum_up(read.dates))
        self.list.clear()
        for row in read.dates:
            item = QListWidgetItem(self.say_date(row, series))
            item.setToolTip(self._tip(row, series))
            item.setData(_BOOKING, row)
            icon, tone = _sign(row, series)
            item.setIcon(self._context.theme.icon(icon, tone))
            if row.status not in LIVE:
                item.setForeground(self._context.theme.colour("muted"))
            self.list.addItem(item)
            if row.id == booking_id:
                self.list.setCurrentItem(item)
        self.show()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.scrollToItem(self.list.currentItem())

    def say_date(self, row: BookingRow, series: SeriesRow) -> str:
        """“jeu. 26/11 · déplacée : Bureau 1”."""
        day = row.original_day or row.starts_at.date()
        return _("{day} · {state}").format(day=say_day_short(day), state=self._state(row, series))

    def _tip(self, row: BookingRow, series: SeriesRow) -> str:
        hours = say_hours(row.starts_at, row.ends_at)
        lines = [self.say_date(row, series), hours]
        if row.reason and row.reason != SKIPPED:
            lines.append(say_reason(row.reason))
        return "\n".join(lines)

    def _state(self, row: BookingRow, series: SeriesRow) -> str:
        if row.reason == SKIPPED:
            return _("non retenue")
        if row.status not in LIVE:
            return label_of_status(row.status)
        if is_moved(row, series):
            room = self._venue.room(row.room_id).name if self._venue is not None else ""
            if row.original_day is not None and row.original_day != row.starts_at.date():
                return _("déplacée : {room}, {day}").format(
                    room=room, day=say_day_short(row.starts_at.date())
                )
            return _("déplacée : {room}").format(room=room)
        return label_of_status(row.status)

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> None:
        self.date_opened.emit(item.data(_BOOKING))


def is_moved(row: BookingRow, series: SeriesRow) -> bool:
    """Another room, another day or other hours than its series."""
    start = row.starts_at.hour * 60 + row.starts_at.minute
    day = row.original_day or row.starts_at.date()
    return (
        row.room_id != series.room_id
        or start != series.starts_minute
        or day != row.starts_at.date()
    )


def sum_up(dates: tuple[BookingRow, ...]) -> str:
    """“42 dates, 3 supprimées (fermeture)”."""
    dropped = sum(1 for row in dates if row.status == Status.DROPPED_CLOSURE)
    kept = sum(1 for row in dates if row.status in LIVE)
    words = n_("{n} date", "{n} dates", kept).format(n=kept)
    if not dropped:
        return words
    lost = n_("{n} supprimée (fermeture)", "{n} supprimées (fermeture)", dropped).format(n=dropped)
    return _("{kept}, {lost}").format(kept=words, lost=lost)


def _sign(row: BookingRow, series: SeriesRow) -> tuple[str, str]:
    if row.status == Status.DROPPED_CLOSURE:
        return "calendar-x", "muted"
    if row.status not in LIVE:
        return "circle-slash", "muted"
    if is_moved(row, series):
        return "move", "warning"
    return "circle-check", "ok"
