"""`plan.paint`: a thousand bookings painted and scrolled, beside the same drawn plainly."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from itertools import count, product
from typing import Any

from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from desktop_app.domain.bookings import BookingRow
from desktop_app.domain.opening import Calendar, OpeningPeriod
from desktop_app.domain.rooms import Room
from desktop_app.domain.venue import Venue
from desktop_app.ui.planning.plan import Plan
from desktop_app.ui.planning.week_view import WeekView
from tests.bench.look import THIS_WEEK, WINDOW, dressed_theme, places_of, show
from tests.bench.plain_plan import Booking, PlainPlan
from tests.bench.rounds import Result, compare
from tests.bench.ten_years_bookings import KINDS
from tests.builders import NOW

ROOMS, A_DAY = 24, 6
"""24 rooms with six bookings on each of seven days: 1,008, each with a line of its own."""


def paint() -> tuple[Result, Result]:
    """All of them painted anew, and a scroll by a line and a bit."""
    venue, rows = _busy_week()
    plan = Plan(venue, THIS_WEEK.days, rows, NOW)
    view = WeekView(dressed_theme())
    show(view, *WINDOW)
    view.show_plan(plan)
    plain = PlainPlan(places_of(view), tuple(room.name for room in venue.rooms))
    show(plain, *WINDOW)
    plain.show_bookings(plan.days, [_plainly(row) for row in rows])
    scrolled = compare(
        "plan.paint scroll",
        "1,000 bookings, a frame of scrolling ÷ plain drawing",
        1.0,
        _scroller(view),
        _scroller(plain),
        rounds=21,
        repeats=20,
    )
    for widget in (view, plain):
        show(widget, WINDOW[0], view.measures.head + view.frame.height)
    painted = compare(
        "plan.paint full",
        "1,000 bookings seen, all painted anew ÷ plain drawing",
        0.4,
        view.viewport().repaint,
        plain.viewport().repaint,
        rounds=21,
        repeats=8,  # a burst, as when a booking is carried across the plan
    )
    for widget in (view, plain):
        widget.close()
    return painted, scrolled


def _scroller(area: QAbstractScrollArea) -> Callable[[], None]:
    """Twenty steps down, twenty up, and so on, each painted."""
    bar, steps = area.verticalScrollBar(), count()

    def scroll() -> None:
        place = next(steps) % 40
        bar.setValue(400 + 24 * (place if place < 20 else 40 - place))
        QApplication.processEvents()

    return scroll


def _plainly(row: BookingRow) -> Booking:
    hours = f"{row.starts_at:%H:%M}–{row.ends_at:%H:%M}"
    return Booking(row.room_id - 1, row.starts_at.date(), row.kind, hours, row.title)


def _busy_week() -> tuple[Venue, tuple[BookingRow, ...]]:
    rooms = tuple(Room(n, f"S{n:02d}", f"Salle {n}", "RdC", 12) for n in range(1, ROOMS + 1))
    periods = tuple(OpeningPeriod(weekday, 450, 1350) for weekday in range(7))
    places = product(THIS_WEEK.days, range(A_DAY), rooms)
    rows = tuple(
        _row(number, room, datetime.combine(day, time(8 + 2 * place)), KINDS[place % 4])
        for number, (day, place, room) in enumerate(places)
    )
    return Venue(rooms, Calendar(periods=periods, closures=(), school_holidays=())), rows


def _row(number: int, room: Room, starts_at: datetime, kind: str) -> BookingRow:
    told: dict[str, Any] = dict.fromkeys(BookingRow._fields, "")
    told |= dict.fromkeys(("organisation_id", "series_id", "session_id", "original_day"))
    told |= {
        "id": number,
        "room_id": room.id,
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(minutes=90),
        "kind": kind,
        "status": "confirmed",
        "title": f"Réunion d’équipe {number % 97}",
        "heads": 8,
        "discreet": False,
    }
    return BookingRow(**told)
