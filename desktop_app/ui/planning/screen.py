"""The planning screen: the toolbar, the day or the week, and one panel at the right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSize, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from desktop_app.domain.bookings import BookingRow
from desktop_app.domain.civil_time import DAY, Week
from desktop_app.domain.venue import Venue
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.navigation import Destination
from desktop_app.ui.planning.day_view import DayView
from desktop_app.ui.planning.ghost import Ghost
from desktop_app.ui.planning.panel.booking_panel import BookingPanel
from desktop_app.ui.planning.panels import Panels
from desktop_app.ui.planning.plan import Plan
from desktop_app.ui.planning.plan_view import PlanView
from desktop_app.ui.planning.toolbar import Toolbar
from desktop_app.ui.planning.verbs import Verbs
from desktop_app.ui.planning.week_view import WeekView
from desktop_app.ui.screen import Screen
from desktop_app.wording import _

NOW_EVERY_MS = 30_000
"""How often the present moves on the planning."""


class Read(NamedTuple):
    """What one question to the services brings."""

    venue: Venue
    rows: tuple[BookingRow, ...]


class PlanningScreen(Screen):
    """Days and weeks of every room."""

    watches = frozenset(
        {"booking", "series", "room", "opening", "organisation", "unavailability", "setting"}
    )

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.day = context.clock.today()
        self.kind = "week"
        self._wanted_booking: int | None = None
        self._wanted_room: int | None = None
        self.verbs = Verbs(context, self)
        self.toolbar = Toolbar(context.theme, context.clock)
        self.day_view = DayView(context.theme)
        self.week_view = WeekView(context.theme)
        self.views = QStackedWidget()
        self.views.addWidget(self.week_view)
        self.views.addWidget(self.day_view)
        self.panels = Panels(context, self.verbs)
        self._lay_out()
        self._connect()
        self._now = QTimer(self)
        self._now.setInterval(NOW_EVERY_MS)
        self._now.timeout.connect(self._move_present)
        self._now.start()
        self._name_period()

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(1, 1)
        self._grid.addWidget(self.views, 1, 0)
        self._is_narrow: bool | None = None
        self._place_panels()

    def _place_panels(self) -> None:
        """Beside everything; on a narrow screen below the toolbar, which then keeps its width."""
        left = self.width() - self.panels.sizeHint().width()
        is_narrow = left < self.toolbar.minimumSizeHint().width()
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        for part in (self.toolbar, self.panels):
            self._grid.removeWidget(part)
        self._grid.addWidget(self.toolbar, 0, 0, 1, 2 if is_narrow else 1)
        self._grid.addWidget(self.panels, *((1, 1, 1, 1) if is_narrow else (0, 1, 2, 1)))

    def minimumSizeHint(self) -> QSize:
        """As narrow as a narrow screen can be; the planning scrolls inside."""
        tool, view, side = (
            part.minimumSizeHint() for part in (self.toolbar, self.view, self.panels)
        )
        width = max(tool.width(), view.width() + side.width())
        return QSize(width, tool.height() + view.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_panels()

    def _connect(self) -> None:
        bar = self.toolbar
        bar.paged.connect(self.page)
        bar.today_wished.connect(self.go_today)
        bar.day_chosen.connect(self.show_day_of_choice)
        bar.week_chosen.connect(self.show_week)
        bar.view_chosen.connect(self.show_view)
        bar.find_wished.connect(self.panels.find_room_again)
        bar.book_wished.connect(self.book_here)
        bar.print_wished.connect(self._wish_paper)
        for view in (self.day_view, self.week_view):
            view.place_drawn.connect(self.panels.book)
            view.booking_opened.connect(self.panels.open_booking)
            view.cancel_requested.connect(self.panels.cancel_booking)
            view.booking_dropped.connect(self._move_booking)
            view.drop_refused.connect(self._say_refused)
            view.day_opened.connect(self.show_day)
            view.page_requested.connect(self.page)
        self.panels.draft_moved.connect(self._show_draft)
        self.panels.booking_shown.connect(self._select)
        self.panels.saved.connect(self._after_save)
        self.panels.closed.connect(self._focus_view)
        self.panels.date_opened.connect(self.go_to)
        self.panels.resized.connect(self._place_panels)

    # -- the screen's part --------------------------------------------------------------------

    def title(self) -> str:
        return _("Planning")

    def subtitle(self) -> str:
        return _("semaine {number}").format(number=Week.of(self.day).number)

    def first_focus(self) -> QWidget | None:
        return self.view

    def open(self, destination: Destination) -> None:
        """A day, a booking or a room named from elsewhere; or words to find a room with."""
        if destination.day is not None:
            self.show_day(destination.day)
        if destination.booking_id is not None:
            self._wanted_booking = destination.booking_id
            self.panels.open_booking(destination.booking_id)
            self.reload()
        elif destination.room_id is not None:
            self._wanted_room = destination.room_id
            self.show_day(destination.day or self.context.clock.today())
        elif destination.text:
            self.panels.find_room(destination.text)

    @property
    def view(self) -> PlanView:
        """The view now shown."""
        return self.day_view if self.kind == "day" else self.week_view

    @property
    def panel(self) -> BookingPanel:
        return self.panels.booking

    def reload(self) -> None:
        week = Week.of(self.day)
        first, last = (self.day, self.day) if self.kind == "day" else (week.monday, week.sunday)
        context = self.context

        def work() -> Read:
            # A day's margin: what passes midnight is in the way of the next morning.
            found = context.services.planning.days(first - DAY, last + DAY)
            return Read(context.services.venue.venue(), found)

        self.ask("plan", work, partial(self._show, self.kind, first, last))

    def _show(self, kind: str, first: date, last: date, read: Read) -> None:
        days = tuple(first + DAY * ahead for ahead in range((last - first).days + 1))
        plan = Plan(read.venue, days, read.rows, self.context.clock.now())
        view = self.day_view if kind == "day" else self.week_view
        self.verbs.venue = read.venue
        self.panels.set_venue(read.venue)
        view.show_plan(plan)
        self.views.setCurrentWidget(view)
        self.panels.refresh()
        wanted, self._wanted_booking = self._wanted_booking, None
        if wanted is not None:
            view.go_to_booking(wanted)
        room, self._wanted_room = self._wanted_room, None
        if room is not None:
            view.go_to_room(room)

    @Slot()
    def _move_present(self) -> None:
        if self.isVisible() and self.view.plan is not None and self.view.gesture is None:
            self.view.show_plan(replace(self.view.plan, now=self.context.clock.now()))

    # -- going somewhere ----------------------------------------------------------------------

    @Slot(int)
    def page(self, step: int) -> None:
        """The next or the previous day or week."""
        self._go(self.day + DAY * step * (1 if self.kind == "day" else 7))

    @Slot()
    def go_today(self) -> None:
        self._go(self.context.clock.today())

    @Slot(object)
    def show_day_of_choice(self, day: date) -> None:
        """A day was typed: shown in the view that is there."""
        self._go(day)

    @Slot(object)
    def show_day(self, day: date) -> None:
        """One day, in the day view."""
        self.kind = "day"
        self._go(day)

    @Slot(object)
    def show_week(self, week: Week) -> None:
        self.kind = "week"
        self._go(self.day if self.day in week.days else week.monday)

    @Slot(str)
    def show_view(self, kind: str) -> None:
        """`day` or `week`, around the same day."""
        self.kind = kind
        self._go(self.day)

    @Slot(object)
    def go_to(self, row: BookingRow) -> None:
        """A booking, wherever it is, and its panel."""
        self._wanted_booking = row.id
        self.panels.open_booking(row.id)
        self._go(row.starts_at.date())

    def _go(self, day: date) -> None:
        self.day = day
        self._name_period()
        self.reload()

    def _name_period(self) -> None:
        if self.kind == "day":
            self.toolbar.show_day(self.day)
        else:
            self.toolbar.show_week(Week.of(self.day))
        self.view.setAccessibleName(
            _("Planning, {period}").format(period=self.toolbar.period.text())
        )
        self.title_changed.emit()

    # -- acting -------------------------------------------------------------------------------

    @Slot()
    def book_here(self) -> None:
        """A new booking, at the cursor when it is on free time."""
        self.panels.book(self.view.chosen_place())

    @Slot(object)
    def _move_booking(self, ghost: Ghost) -> None:
        plan = self.view.plan
        row = plan.by_id.get(ghost.booking_id or 0) if plan is not None else None
        if row is not None:
            self.verbs.move(row, ghost, self._after_move)

    def _after_move(self, row: BookingRow) -> None:
        self._wanted_booking = row.id

    @Slot(str)
    def _say_refused(self, words: str) -> None:
        self.context.notices.say(words, "error")

    @Slot(object)
    def _show_draft(self, ghost: Ghost | None) -> None:
        for view in (self.day_view, self.week_view):
            view.set_draft(ghost)

    @Slot(object)
    def _select(self, booking_id: int | None) -> None:
        for view in (self.day_view, self.week_view):
            view.select_booking(booking_id)

    @Slot(int, object)
    def _after_save(self, booking_id: int, day: date | None) -> None:
        """Look at what was saved, in the view that is there; the bell brings the new rows."""
        self._wanted_booking = booking_id
        plan = self.view.plan
        if day is not None and plan is not None and day not in plan.days:
            self._go(day)
        self._focus_view()

    @Slot()
    def _focus_view(self) -> None:
        self.view.setFocus()

    @Slot()
    def _wish_paper(self) -> None:
        words = "day" if self.kind == "day" else "week"
        self.context.navigator.open(Destination("paper", day=self.day, text=words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters that go somewhere, when nobody is typing: J, S, A."""
        letter = event.text().lower()
        place = self.view.place
        if event.modifiers():
            super().keyPressEvent(event)
        elif letter == "j":  # the day the cursor is on, as the menu of the planning says
            self.show_day(self.day if place is None else place.day)
        elif letter == "s":
            self.show_view("week")
        elif letter == "a":
            self.go_today()
        else:
            super().keyPressEvent(event)
