"""What a search of the whole venue finds, as facts; the window makes the words."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple


class Hit(NamedTuple):
    """One thing found.

    kind: `room`, `booking`, `organisation`, `training`, `person`. screen and the identifiers say
    where it opens. title is as stored. The facts below it (place, hours, organisation) are what a
    subtitle is made of; None or empty where there is none.
    """

    kind: str
    title: str
    screen: str
    day: date | None = None
    booking_id: int | None = None
    session_id: int | None = None
    organisation_id: int | None = None
    room_id: int | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    place: str = ""
    floor: str = ""
    about: str = ""
    subtitle: str = ""
