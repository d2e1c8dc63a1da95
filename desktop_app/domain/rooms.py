"""Rooms, composites, layouts, equipment and unavailability."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Layout(StrEnum):
    """How the furniture stands; each layout has its own number of seats."""

    THEATRE = "theatre"
    CLASSROOM = "classroom"
    U_SHAPE = "u_shape"


@dataclass(frozen=True, slots=True)
class Room:
    """An elementary room, or a composite that takes all its parts when booked.

    max_headcount is the fire limit of this very room (hard; everybody present, trainer included);
    a composite has its own, never the sum of its parts. seats are soft limits per layout.
    parts: ids of elementary rooms (empty for an elementary room).
    """

    id: int
    code: str
    name: str
    floor: str
    max_headcount: int
    seats: tuple[tuple[Layout, int], ...] = ()
    equipment: tuple[str, ...] = ()
    step_free: bool = True
    parts: tuple[int, ...] = ()
    note: str = ""
    position: int = 0

    @property
    def is_composite(self) -> bool:
        return bool(self.parts)

    @property
    def elementary_ids(self) -> tuple[int, ...]:
        """The elementary rooms a booking of this room occupies."""
        return self.parts or (self.id,)

    def seats_in(self, layout: Layout | None) -> int:
        """Seats in this layout; without a layout, the most seats any layout gives."""
        by_layout = dict(self.seats)
        if layout is not None:
            return by_layout.get(layout, 0)
        return max(by_layout.values(), default=self.max_headcount)


@dataclass(frozen=True, slots=True)
class RoomUnavailability:
    """A time during which a room cannot be used: works, breakdown. Wall time, half-open."""

    id: int
    room_id: int
    starts_at: datetime
    ends_at: datetime
    reason: str
