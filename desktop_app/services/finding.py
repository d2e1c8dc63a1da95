"""Find me a room: ranked rooms for a need, and why the others are not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from database.reads import bookings as read_bookings
from database.unit_of_work import Database
from desktop_app.domain.availability import Objection, Request, objections, preventing
from desktop_app.domain.bookings import BookingRow
from desktop_app.domain.equipment import lacking
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.rooms import Layout, Room
from desktop_app.domain.venue import Venue
from desktop_app.services.venue import VenueBook

_ABOUT_THE_DAY = frozenset(
    {"day_past", "venue_closed", "opens_later", "closes_earlier", "hours_in_wrong_order"}
)
"""Objections that no other room would lift."""


@dataclass(frozen=True, slots=True)
class Need:
    """What is asked for. Times are naive wall time; equipment holds codes of `domain.equipment`.

    booking_id: the booking being moved, which is not in its own way.
    """

    starts_at: datetime
    ends_at: datetime
    heads: int = 0
    equipment: tuple[str, ...] = ()
    step_free: bool = False
    layout: Layout | None = None
    booking_id: int | None = None


class Offer(NamedTuple):
    """One room against one need. Suitable rooms lack nothing; free rooms are not taken."""

    room: Room
    objections: tuple[Objection, ...]
    lacking_equipment: tuple[str, ...]
    lacks_step_free: bool

    @property
    def is_free(self) -> bool:
        return not preventing(self.objections)

    @property
    def is_suitable(self) -> bool:
        return not self.lacking_equipment and not self.lacks_step_free

    @property
    def can_be_taken(self) -> bool:
        return self.is_free and self.is_suitable


class RoomFinder:
    """Answers “a room for twenty, Tuesday evening, with a projector”."""

    def __init__(self, database: Database, venue_book: VenueBook) -> None:
        self._database = database
        self._venue_book = venue_book

    def find(self, need: Need) -> tuple[Offer, ...]:
        """Every room, the smallest sufficient free one first, the unsuitable last.

        Raises what makes the whole day or the whole need impossible: `venue_closed`,
        `closes_earlier`, `opens_later`, `day_past`, `hours_in_wrong_order`, `no_room_that_size`.
        """
        venue = self._venue_book.venue()
        with self._database.reading() as connection:
            occupied = read_bookings.between(
                connection, need.starts_at, need.ends_at, live_only=True
            )
        offers = offers_for(venue, need, occupied, self._database.clock.now())
        _refuse_if_hopeless(offers)
        return offers


def offers_for(
    venue: Venue, need: Need, occupied: Iterable[BookingRow], now: datetime
) -> tuple[Offer, ...]:
    """Rank every room against the need, from bookings already read."""
    occupied = tuple(occupied)
    offers = [_offer(venue, room, need, occupied, now) for room in venue.rooms]
    return tuple(sorted(offers, key=_rank))


def _offer(
    venue: Venue, room: Room, need: Need, occupied: tuple[BookingRow, ...], now: datetime
) -> Offer:
    request = Request(
        room.id, need.starts_at, need.ends_at, need.heads, need.layout, need.booking_id
    )
    return Offer(
        room,
        objections(venue, request, occupied, now),
        lacking(need.equipment, room.equipment),
        need.step_free and not room.step_free,
    )


def _rank(offer: Offer) -> tuple[object, ...]:
    """Rooms to take first: the smallest that is enough; then those taken; then the unsuitable.

    A room without steps is offered last of all when step-free access is needed.
    """
    codes = {objection.code for objection in preventing(offer.objections)}
    too_small = bool(codes & {"over_headcount", "no_room_that_size"})
    warned = any(objection.is_warning for objection in offer.objections)
    return (
        offer.lacks_step_free,
        too_small,
        not offer.is_free,
        bool(offer.lacking_equipment),
        warned,
        offer.room.max_headcount,
        offer.room.is_composite,
        offer.room.position,
    )


def _refuse_if_hopeless(offers: tuple[Offer, ...]) -> None:
    for offer in offers:
        hopeless = [one for one in offer.objections if one.code in _ABOUT_THE_DAY]
        if hopeless:
            raise hopeless[0].refusal()
        sized = [one for one in offer.objections if one.code == "no_room_that_size"]
        if sized:
            raise sized[0].refusal()
    if not offers:
        raise Refusal("no_room_at_all")
