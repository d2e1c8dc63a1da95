"""The keyboard's place on the planning: a booking, or free time that can be stretched."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from desktop_app.domain.bookings import BookingRow
from desktop_app.ui.planning.ghost import Ghost
from desktop_app.ui.planning.plan import Plan

SLOT = 30
"""Minutes of one step of the cursor, and of what one step stretches."""

USUAL = 120
"""Minutes proposed when nothing was stretched, if as much is free."""


class Cursor(NamedTuple):
    """room: its row. moment: where free time begins. minutes: how much is chosen, 0 for none yet.

    across: rows below this one that are chosen too (a composite). booking_id: the booking it is on.
    """

    room: int
    day: date
    moment: datetime
    minutes: int = 0
    across: int = 0
    booking_id: int | None = None

    def stretched(self, minutes: int) -> Cursor:
        """More, or less, time chosen: never less than one slot once something is."""
        return self._replace(minutes=max(SLOT, (self.minutes or SLOT) + minutes))

    def widened(self, rows: int, plan: Plan) -> Cursor:
        """More, or fewer, rows chosen, as long as one composite takes them all."""
        across = max(0, self.across + rows)
        return self._replace(across=across) if _room_of(plan, self, across) else self

    def plain(self) -> Cursor:
        """The same place with nothing chosen."""
        return self._replace(minutes=0, across=0)


def _room_of(plan: Plan, cursor: Cursor, across: int) -> int | None:
    rows = plan.rooms[cursor.room : cursor.room + across + 1]
    if len(rows) != across + 1:
        return None
    room = plan.room_across(room.id for room in rows)
    return room.id if room is not None else None


def chosen(plan: Plan, cursor: Cursor) -> Ghost | None:
    """The place and time the cursor has chosen; the usual length when it was not stretched."""
    room_id = _room_of(plan, cursor, cursor.across)
    if room_id is None or cursor.booking_id is not None:
        return None
    minutes = cursor.minutes or usual_minutes(plan, room_id, cursor.moment)
    return Ghost(room_id, cursor.moment, cursor.moment + timedelta(minutes=minutes))


def usual_minutes(plan: Plan, room_id: int, moment: datetime) -> int:
    """Two hours, or what is free before somebody else or the closing, on half hours."""
    for minutes in range(USUAL, SLOT, -SLOT):
        if not plan.against(room_id, moment, moment + timedelta(minutes=minutes)):
            return minutes
    # Nothing free: propose an hour and let the verdict say why not.
    free = not plan.against(room_id, moment, moment + timedelta(minutes=SLOT))
    return SLOT if free else USUAL // 2


def booking_at(plan: Plan, room: int, moment: datetime) -> BookingRow | None:
    """What occupies a row at a moment."""
    for row in plan.held_in(plan.rooms[room].id, moment.date()):
        if row.starts_at <= moment < row.ends_at:
            return row
    return None


def slot_of(moment: datetime) -> datetime:
    """The beginning of the slot a moment lies in."""
    return moment.replace(minute=moment.minute // SLOT * SLOT, second=0, microsecond=0)
