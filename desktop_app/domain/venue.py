"""The venue as a whole: its rooms, its calendar and the rules of the house, in one frozen value.

Read once, kept in memory, read again when the bell says a room, the opening or a setting changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from desktop_app.domain.opening import Calendar
from desktop_app.domain.rooms import Room, RoomUnavailability


@dataclass(frozen=True, slots=True)
class HouseRules:
    """Rules of the house. Each is a setting of the venue with this default.

    Days are civil days, minutes are minutes. Source: the venue's own rules, section 6.1.
    """

    venue_name: str = "La Fabrique de la Solidarité"
    header_text: str = ""
    max_headcount: int = 190
    step_minutes: int = 15
    turnaround_minutes: int = 15
    earliest_days: int = 2
    latest_months: int = 6
    option_days: int = 5
    option_hours_before: int = 48
    late_cancellation_days: int = 7
    no_show_minutes: int = 30
    key_return_minutes: int = 15
    check_in_opens_minutes: int = 15
    insurance_warning_days: int = 30
    cafe_stay_minutes: int = 60
    school_zone: str = "C"


@dataclass(frozen=True)
class Venue:
    """Everything about the venue that is not a day's work."""

    rooms: tuple[Room, ...]
    calendar: Calendar
    rules: HouseRules = field(default_factory=HouseRules)
    unavailabilities: tuple[RoomUnavailability, ...] = ()

    @cached_property
    def by_id(self) -> dict[int, Room]:
        return {room.id: room for room in self.rooms}

    @cached_property
    def by_code(self) -> dict[str, Room]:
        return {room.code: room for room in self.rooms}

    @cached_property
    def elementary(self) -> tuple[Room, ...]:
        """Elementary rooms, in the order of the venue's list."""
        return tuple(room for room in self.rooms if not room.is_composite)

    def room(self, room_id: int) -> Room:
        return self.by_id[room_id]

    def sharing_space(self, room_id: int) -> frozenset[int]:
        """Ids of the rooms, this one included, that share an elementary room with it."""
        return self._sharing[room_id]

    @cached_property
    def _sharing(self) -> dict[int, frozenset[int]]:
        spaces = {room.id: set(room.elementary_ids) for room in self.rooms}
        return {
            room_id: frozenset(other for other, theirs in spaces.items() if theirs & own)
            for room_id, own in spaces.items()
        }

    def elementary_ids(self, room_ids: Iterable[int]) -> frozenset[int]:
        return frozenset(part for room_id in room_ids for part in self.room(room_id).elementary_ids)

    @cached_property
    def largest_headcount(self) -> int:
        """The biggest group any room may hold."""
        return max((room.max_headcount for room in self.rooms), default=0)
