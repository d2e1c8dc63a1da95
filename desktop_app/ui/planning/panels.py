"""The right side of the planning: one panel at a time, and how they lead to one another."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.domain.organisations import OrganisationRow
from desktop_app.domain.venue import Venue
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.planning.ghost import Ghost
from desktop_app.ui.planning.panel.addition_panel import AdditionPanel
from desktop_app.ui.planning.panel.booking_panel import BookingPanel
from desktop_app.ui.planning.panel.finder_panel import FinderPanel, Found
from desktop_app.ui.planning.panel.series_panel import SeriesPanel
from desktop_app.ui.planning.verbs import Verbs
from desktop_app.ui.widgets import SidePanel


class Panels(QWidget):
    """Booking, room finder, new association, dates of a series. Empty, it takes no room."""

    draft_moved = Signal(object)
    """A `Ghost` or None: what the panel is making, to be drawn on the planning."""

    booking_shown = Signal(object)
    """The id of the booking in the panel, None for none."""

    saved = Signal(int, object)
    """A booking was saved, moved or cancelled: its id, and its day unless it is where it was."""

    resized = Signal()
    """A panel was shown or hidden: the room beside it changes."""

    closed = Signal()
    """No panel is open any more: the focus goes back to the planning."""

    date_opened = Signal(object)
    """A `BookingRow` of a series: wish to see it."""

    def __init__(self, context: ScreenContext, verbs: Verbs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.booking = BookingPanel(context, verbs)
        self.finder = FinderPanel(context)
        self.addition = AdditionPanel(context)
        self.series = SeriesPanel(context)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for panel in self._all():
            panel.hide()
            row.addWidget(panel)
            panel.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._connect()

    def _all(self) -> tuple[SidePanel, ...]:
        return self.booking, self.finder, self.addition, self.series

    def _connect(self) -> None:
        self.booking.live.ghost_moved.connect(self.draft_moved)
        self.booking.saved.connect(self.saved)
        self.booking.shown.connect(self.booking_shown)
        self.booking.series_wished.connect(self._show_series)
        self.booking.addition_wished.connect(self._add)
        self.booking.closed.connect(self._on_booking_closed)
        self.finder.room_chosen.connect(self._book_found)
        self.finder.closed.connect(self.closed)
        self.addition.added.connect(self._take_added)
        self.addition.closed.connect(self._back_to_booking)
        self.series.date_opened.connect(self.date_opened)
        self.series.closed.connect(self.closed)

    def hasHeightForWidth(self) -> bool:
        """The panels scroll: they ask for no height of their own."""
        return False

    def sizeHint(self) -> QSize:
        shown = next((panel for panel in self._all() if not panel.isHidden()), None)
        return QSize(shown.sizeHint().width() if shown is not None else 0, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.updateGeometry()
            self.resized.emit()
        return super().eventFilter(watched, event)

    def set_venue(self, venue: Venue) -> None:
        self.booking.set_venue(venue)
        self.series.set_venue(venue)

    def refresh(self) -> None:
        """The rows have been read again."""
        self.booking.refresh()

    def _only(self, wanted: SidePanel) -> None:
        for panel in self._all():
            if panel is not wanted:
                panel.hide()

    @Slot(object)
    def book(self, ghost: Ghost | None) -> None:
        """A new booking, at a place if there is one."""
        self._only(self.booking)
        self.booking.open_new(ghost)

    @Slot(int)
    def open_booking(self, booking_id: int) -> None:
        self._only(self.booking)
        self.booking.open_booking(booking_id)

    @Slot(int)
    def cancel_booking(self, booking_id: int) -> None:
        """Open a booking with the question why."""
        self._only(self.booking)
        self.booking.open_booking(booking_id, "cancel")

    @Slot()
    def find_room_again(self) -> None:
        """The finder as it was left."""
        self.find_room("")

    def find_room(self, words: str) -> None:
        """The finder, with words that were said elsewhere; empty leaves it as it was."""
        self._only(self.finder)
        self.draft_moved.emit(None)
        self.finder.open_finder(words)

    @Slot(object)
    def _book_found(self, found: Found) -> None:
        self._only(self.booking)
        self.booking.open_found(found)

    @Slot(int)
    def _show_series(self, series_id: int) -> None:
        row = self.booking.row
        self._only(self.series)
        self.series.open_series(series_id, row.id if row is not None else None)

    @Slot(str)
    def _add(self, name: str) -> None:
        self._only(self.addition)
        self.addition.open_addition(name)

    @Slot(object)
    def _take_added(self, row: OrganisationRow) -> None:
        self._back_to_booking()
        self.booking.take_organisation(row)

    @Slot()
    def _back_to_booking(self) -> None:
        """The booking is as it was left."""
        self._only(self.booking)
        self.booking.show()
        self.booking.form.organisation.setFocus()

    @Slot()
    def _on_booking_closed(self) -> None:
        self.draft_moved.emit(None)
        self.booking_shown.emit(None)
        self.closed.emit()
