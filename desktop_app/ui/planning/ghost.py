"""The ghost of a gesture: a place and a time not booked yet, and at once whether they are free."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from desktop_app.domain.availability import Objection, preventing
from desktop_app.ui.planning.plan import Plan
from desktop_app.wording import _
from desktop_app.wording.dates import say_hours
from desktop_app.wording.refusals import say


class Ghost(NamedTuple):
    """booking_id: the booking being moved or resized; None for one being drawn."""

    room_id: int
    starts_at: datetime
    ends_at: datetime
    booking_id: int | None = None

    def shifted(self, minutes: int) -> Ghost:
        by = timedelta(minutes=minutes)
        return self._replace(starts_at=self.starts_at + by, ends_at=self.ends_at + by)


class GhostVerdict(NamedTuple):
    """tone: `ok`, `warning` or `error`. words: the hours and what stands against, on one line."""

    tone: str
    words: str
    objections: tuple[Objection, ...] = ()

    @property
    def is_free(self) -> bool:
        return self.tone != "error"


def judge(plan: Plan, ghost: Ghost) -> GhostVerdict:
    """The verdict of a ghost. The booking being moved is not in its own way."""
    row = plan.by_id.get(ghost.booking_id) if ghost.booking_id is not None else None
    found = plan.against(
        ghost.room_id,
        ghost.starts_at,
        ghost.ends_at,
        heads=row.heads if row else 0,
        layout=row.layout if row else None,
        booking_id=ghost.booking_id,
    )
    hours = say_hours(ghost.starts_at, ghost.ends_at)
    room = plan.venue.room(ghost.room_id)
    if room.is_composite:  # the rows do not say that two rooms are one
        hours = _("{room}, {hours}").format(room=room.name, hours=hours)
    if not found:
        return GhostVerdict("ok", _("{hours} · libre").format(hours=hours))
    return GhostVerdict(
        tone_of(found), _("{hours} · {why}").format(hours=hours, why=say(found[0].refusal())), found
    )


def tone_of(found: Iterable[Objection]) -> str:
    """`error` when something prevents, `warning` when something is only told, else `ok`."""
    found = tuple(found)
    if preventing(found):
        return "error"
    return "warning" if found else "ok"
