"""Bookings: one room, one interval, one state; and the three scopes of a change to a series."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import NamedTuple


class Kind(StrEnum):
    """What a booking is for. Each belongs to one of four families for colour and letter code."""

    MEETING = "meeting"
    PERMANENCE = "permanence"
    TRAINING = "training"
    EVENT = "event"
    INTERNAL = "internal"
    INSTITUTION = "institution"
    INCUBATOR = "incubator"
    COLLECTION = "collection"
    CULTURE = "culture"


FAMILIES: dict[Kind, Kind] = {
    Kind.MEETING: Kind.MEETING,
    Kind.INTERNAL: Kind.MEETING,
    Kind.INSTITUTION: Kind.MEETING,
    Kind.INCUBATOR: Kind.MEETING,
    Kind.PERMANENCE: Kind.PERMANENCE,
    Kind.TRAINING: Kind.TRAINING,
    Kind.EVENT: Kind.EVENT,
    Kind.COLLECTION: Kind.EVENT,
    Kind.CULTURE: Kind.EVENT,
}
"""Kind → family (meeting, permanence, training, event): the four colours of the design."""


class Status(StrEnum):
    """States of a booking (source: the venue's glossary, 5.3)."""

    OPTION = "option"
    PENDING = "pending"
    CONFIRMED = "confirmed"
    ARRIVED = "arrived"
    DONE = "done"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"
    REVOKED = "revoked"
    DROPPED_CLOSURE = "dropped_closure"


OPTION_EXPIRED = "option_expired"
"""Reason of an option that nobody confirmed in time."""

LIVE = frozenset({Status.OPTION, Status.PENDING, Status.CONFIRMED, Status.ARRIVED, Status.DONE})
"""States that hold their room: each such booking owns its occupancy rows. A *done* booking keeps
the past it used, so that history cannot be booked over."""


class Scope(StrEnum):
    """How much of a series a change touches; the default is THIS."""

    THIS = "this"
    FOLLOWING = "following"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Booking:
    """A booking as it is stored. Times are naive wall time, half-open.

    version grows by one at each save; a save with an old version is refused (`stale_edit`).
    option_expires_on: last civil day the option holds (None unless status is option).
    step_free: a way without steps is needed: a need of the event, never kept of a person.
    original_day: the date the series' rule gave, kept when the booking is moved.
    """

    id: int
    room_id: int
    starts_at: datetime
    ends_at: datetime
    kind: Kind
    status: Status
    title: str
    organisation_id: int | None = None
    heads: int = 0
    layout: str | None = None
    equipment: str = ""
    responsible_name: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    discreet: bool = False
    option_expires_on: date | None = None
    reason: str = ""
    note: str = ""
    series_id: int | None = None
    original_day: date | None = None
    session_id: int | None = None
    version: int = 1
    step_free: bool = False


class BookingRow(NamedTuple):
    """A booking as a screen, a sheet or a list shows it. A frozen row: it never talks back."""

    id: int
    room_id: int
    starts_at: datetime
    ends_at: datetime
    kind: str
    status: str
    title: str
    organisation_id: int | None
    organisation_name: str | None
    heads: int
    layout: str | None
    equipment: str
    responsible_name: str
    contact_name: str
    contact_phone: str
    discreet: bool
    option_expires_on: date | None
    reason: str
    note: str
    series_id: int | None
    original_day: date | None
    session_id: int | None
    version: int
    room_code: str
    series_code: str | None
    step_free: bool = False


@cache
def family(kind: str) -> Kind:
    """The family (one of four) of a kind of booking."""
    return FAMILIES[Kind(kind)]


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody asks for before it is a booking.

    status is `confirmed`, `option` or `pending`.
    """

    room_id: int
    starts_at: datetime
    ends_at: datetime
    kind: Kind
    title: str
    organisation_id: int | None = None
    status: Status = Status.CONFIRMED
    heads: int = 0
    layout: str | None = None
    equipment: str = ""
    responsible_name: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    discreet: bool = False
    note: str = ""
    step_free: bool = False


class SeriesRow(NamedTuple):
    """A series as a card or a list shows it."""

    id: int
    code: str
    title: str
    kind: str
    organisation_id: int | None
    organisation_name: str | None
    room_id: int
    starts_minute: int
    ends_minute: int
    rule: dict[str, object]
    first_day: date
    last_day: date
    heads: int
    discreet: bool
    split_from_id: int | None
    version: int


@dataclass(frozen=True, slots=True)
class BookingChange:
    """What one verb did to bookings: enough to undo and to redo it.

    verb: the word of the journal (`book`, `move`, `cancel`…).
    pairs: (before, after) for each booking touched; before is None for a new one.
    series: (before, after) for each series whose own facts changed; a new series is not listed,
    since one without dates shows nowhere.
    """

    verb: str
    pairs: tuple[tuple[Booking | None, Booking], ...]
    series: tuple[tuple[SeriesRow, SeriesRow], ...] = ()

    @property
    def booking(self) -> Booking:
        """The first booking touched, as it is now."""
        return self.pairs[0][1]
