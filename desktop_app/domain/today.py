"""The home screen's facts at one moment: who comes, who is late, what wants attention.

Pure: everything is handed in, the moment too. Everyone may enter.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.bookings import BookingRow, Status

if TYPE_CHECKING:
    # The first picture of the day needs the board, and little of what it is made of.
    from desktop_app.domain.civil_time import Span
    from desktop_app.domain.keys import KeyLoanRow, KeyRow, RoomRemark
    from desktop_app.domain.opening import ClosedDay
    from desktop_app.domain.organisations import OrganisationAlert
    from desktop_app.domain.presence import CafeDay, Headcount
    from desktop_app.domain.rooms import Room, RoomUnavailability
    from desktop_app.domain.venue import HouseRules

WELCOME_AHEAD = timedelta(hours=3)
"""How far ahead the list of groups to welcome looks."""


class Verb(StrEnum):
    """What the desk may do with a booking now."""

    ARRIVE = "arrive"
    HAND_KEY = "hand_key"
    TAKE_BACK = "take_back"
    LEAVE = "leave"
    NO_SHOW = "no_show"
    MOVE = "move"
    EDIT = "edit"
    CANCEL = "cancel"


class Welcome(NamedTuple):
    """A group to welcome. late_minutes: 0 when it is not late; no_show: time to ask whether it
    comes at all."""

    row: BookingRow
    late_minutes: int
    no_show: bool


class TrainingNow(NamedTuple):
    """A training session of the day, in figures. present counts today's check-ins, walk-ins too."""

    session_id: int
    booking_id: int
    title: str
    room_id: int
    starts_at: datetime
    ends_at: datetime
    status: str
    enrolled: int
    present: int
    walk_ins: int


class DayBoard(NamedTuple):
    """The rooms of the day at `now` (wall time) and no more: what the first picture shows."""

    now: datetime
    rooms: tuple[Room, ...]
    composites: tuple[Room, ...]
    hours: tuple[Span, ...]
    closed: ClosedDay | None
    bookings: tuple[BookingRow, ...]
    unavailabilities: tuple[RoomUnavailability, ...] = ()

    @property
    def day(self) -> date:
        return self.now.date()

    def room(self, room_id: int) -> Room:
        """The room of a booking of the board."""
        return next(room for room in (*self.rooms, *self.composites) if room.id == room_id)


class TodayBoard(NamedTuple):
    """Everything the home screen shows at `now` (wall time).

    rooms: the elementary ones, in the venue's order; composites: those that take several of them.
    """

    now: datetime
    rooms: tuple[Room, ...]
    composites: tuple[Room, ...]
    hours: tuple[Span, ...]
    closed: ClosedDay | None
    bookings: tuple[BookingRow, ...]
    unavailabilities: tuple[RoomUnavailability, ...]
    welcome: tuple[Welcome, ...]
    keys_out: tuple[KeyLoanRow, ...]
    training: TrainingNow | None
    cafe: CafeDay
    headcount: Headcount
    organisation_alerts: tuple[OrganisationAlert, ...]
    options_ending: tuple[BookingRow, ...]

    @property
    def day(self) -> date:
        return self.now.date()

    def room(self, room_id: int) -> Room:
        """The room of a booking of the board."""
        return next(room for room in (*self.rooms, *self.composites) if room.id == room_id)

    @property
    def keys_late(self) -> tuple[KeyLoanRow, ...]:
        return tuple(loan for loan in self.keys_out if loan.is_late(self.now))


class BookingCard(NamedTuple):
    """A booking as the desk handles it: with its keys, what was said of its room, what one may do.

    keys: those that open the room, each with its loan if it is out (to any group). loans: the keys
    this group has, or had. suggested: the keys to hand now, by id. remark: what was said of the
    room when it was last given back.
    """

    row: BookingRow
    room: Room
    keys: tuple[tuple[KeyRow, KeyLoanRow | None], ...]
    loans: tuple[KeyLoanRow, ...]
    suggested: tuple[int, ...]
    remark: RoomRemark | None
    known_holders: tuple[str, ...]
    verbs: frozenset[Verb]


def to_welcome(
    rows: Iterable[BookingRow], internal: frozenset[int], now: datetime, rules: HouseRules
) -> tuple[Welcome, ...]:
    """Groups still to come today, the latest first, then those of the next hours in order.

    internal: ids of the organisations that are the house itself: they are never asked whether they
    come, and leave the list once their time is over. Training sessions are welcomed at check-in.
    """
    found = []
    for row in rows:
        if row.status != Status.CONFIRMED or row.session_id is not None:
            continue
        if row.starts_at > now + WELCOME_AHEAD:
            continue
        asked = is_no_show_due(row, internal, now, rules)
        if row.ends_at <= now and not asked:
            continue
        late = max(0, (now - row.starts_at) // timedelta(minutes=1))
        found.append(Welcome(row, late, asked))
    return tuple(sorted(found, key=lambda one: (one.row.starts_at, one.row.room_code)))


def training_to_show(
    sessions: Iterable[TrainingNow], now: datetime, rules: HouseRules
) -> TrainingNow | None:
    """The session under way, or whose check-in is open; of several, the last begun; else the next
    one of the day."""
    sessions = sorted(sessions, key=lambda one: one.starts_at)
    opens_before = timedelta(minutes=rules.check_in_opens_minutes)
    running = [one for one in sessions if one.starts_at - opens_before <= now < one.ends_at]
    coming = [one for one in sessions if one.starts_at > now]
    return next(iter([*reversed(running), *coming]), None)


def is_no_show_due(
    row: BookingRow, internal: frozenset[int], now: datetime, rules: HouseRules
) -> bool:
    """Is it time to propose *non-présentation*: half an hour late, not arrived, not the house?"""
    return (
        row.status == Status.CONFIRMED
        and row.session_id is None
        and row.organisation_id is not None
        and row.organisation_id not in internal
        and now >= no_show_from(row.starts_at, rules)
    )


def no_show_from(starts_at: datetime, rules: HouseRules) -> datetime:
    """From when a group that has not come may be marked so (source: the rules of the house)."""
    return starts_at + timedelta(minutes=rules.no_show_minutes)


def verbs_for(
    row: BookingRow, loans: Iterable[KeyLoanRow], now: datetime, rules: HouseRules
) -> frozenset[Verb]:
    """What the desk may do with this booking now; the services refuse the rest."""
    has_key = any(loan.is_out() for loan in loans)
    today = row.starts_at.date() <= now.date() <= row.ends_at.date()
    found = {Verb.TAKE_BACK} if has_key else set()
    if row.status in (Status.OPTION, Status.PENDING, Status.CONFIRMED):
        found |= {Verb.MOVE, Verb.EDIT, Verb.CANCEL}
    if row.status == Status.CONFIRMED and today:
        found |= {Verb.ARRIVE, Verb.HAND_KEY}
        if now >= no_show_from(row.starts_at, rules) and not has_key:
            found.add(Verb.NO_SHOW)
    elif row.status == Status.ARRIVED:
        found |= {Verb.MOVE, Verb.EDIT, Verb.HAND_KEY}
        if not has_key:
            found.add(Verb.LEAVE)
    elif row.status == Status.NO_SHOW and today:
        found.add(Verb.ARRIVE)
    return frozenset(found)
