"""The home screen's question, answered whole: one board for one moment. And a booking's card."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from database.reads import Connection
from database.reads import bookings as read_bookings
from database.reads import cafe as read_cafe
from database.reads import keys as read_keys
from database.reads import today as read_today
from database.unit_of_work import Database
from desktop_app.domain.bookings import LIVE, BookingRow, Status
from desktop_app.domain.equipment import read_equipment
from desktop_app.domain.keys import KeyLoanRow, keys_of, suggested
from desktop_app.domain.presence import Headcount, cafe_window, heads_on_site
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.rooms import Layout, Room, RoomUnavailability
from desktop_app.domain.today import (
    BookingCard,
    TodayBoard,
    TrainingNow,
    to_welcome,
    training_to_show,
    verbs_for,
)
from desktop_app.domain.venue import Venue
from desktop_app.services.cafe import Cafe
from desktop_app.services.finding import Need, Offer, RoomFinder
from desktop_app.services.organisations import Organisations
from desktop_app.services.venue import VenueBook

_SHOWN = LIVE | {Status.NO_SHOW}
"""A group that did not come stays on the day's board, so that its room is not a riddle."""


class Today:
    """What the desk must see at a glance."""

    def __init__(
        self,
        database: Database,
        venue_book: VenueBook,
        cafe: Cafe,
        organisations: Organisations,
        finder: RoomFinder,
    ) -> None:
        self._database = database
        self._venue_book = venue_book
        self._cafe = cafe
        self._organisations = organisations
        self._finder = finder

    def board(self, now: datetime) -> TodayBoard:
        """Everything the home screen shows at this wall time."""
        venue, day = self._venue_book.venue(), now.date()
        start, end = _bounds(day)
        with self._database.reading() as connection:
            rows = read_bookings.on_days(connection, day, day)
            trainings = read_today.trainings(connection, start, end)
            return TodayBoard(
                now=now,
                rooms=venue.elementary,
                composites=tuple(room for room in venue.rooms if room.is_composite),
                hours=venue.calendar.hours_on(day),
                closed=venue.calendar.closed_day(day),
                bookings=tuple(row for row in rows if row.status in _SHOWN),
                unavailabilities=_unavailable(venue, start, end),
                welcome=to_welcome(
                    rows, read_today.internal_organisations(connection), now, venue.rules
                ),
                keys_out=read_keys.not_at_the_desk(connection),
                training=training_to_show(trainings, now, venue.rules),
                cafe=self._cafe.day(day),
                headcount=_headcount(connection, venue, rows, trainings, now),
                organisation_alerts=self._organisations.alerts(day),
                options_ending=read_bookings.some(
                    connection, read_today.options_ending(connection, day)
                ),
            )

    def other_rooms(self, booking_id: int) -> tuple[Offer, ...]:
        """Where this group could go instead, the fittest first; the room it has is among them.

        Raises `booking_unknown`, and what makes the whole day impossible.
        """
        with self._database.reading() as connection:
            row = read_bookings.one(connection, booking_id)
        if row is None:
            raise Refusal("booking_unknown", booking_id=booking_id)
        return self._finder.find(need_of(row, self._venue_book.venue().room(row.room_id)))

    def card(self, booking_id: int) -> BookingCard:
        """A booking with its keys, its room's last remark, and what may be done with it now.

        Raises `booking_unknown`.
        """
        venue, now = self._venue_book.venue(), self._database.clock.now()
        with self._database.reading() as connection:
            row = read_bookings.one(connection, booking_id)
            if row is None:
                raise Refusal("booking_unknown", booking_id=booking_id)
            room = venue.room(row.room_id)
            board = read_keys.everyone(connection)
            away = read_keys.not_at_the_desk(connection)
            loans = read_keys.of_booking(connection, booking_id)
            return BookingCard(
                row=row,
                room=room,
                keys=tuple((key, _loan_of(key.id, away)) for key in keys_of(room, board)),
                loans=loans,
                suggested=tuple(key.id for key in suggested(room, board, away, booking_id)),
                remark=read_keys.last_remark(connection, room.elementary_ids),
                known_holders=_holders(connection, row),
                verbs=verbs_for(row, loans, now, venue.rules),
            )


def need_of(row: BookingRow, room: Room) -> Need:
    """What another room must offer to this group: the same time, as many, no worse access."""
    return Need(
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        heads=row.heads,
        equipment=read_equipment(row.equipment),
        step_free=room.step_free,
        layout=Layout(row.layout) if row.layout in set(Layout) else None,
        booking_id=row.id,
    )


def _bounds(day: date) -> tuple[datetime, datetime]:
    start = datetime.combine(day, time())
    return start, start + timedelta(days=1)


def _unavailable(venue: Venue, start: datetime, end: datetime) -> tuple[RoomUnavailability, ...]:
    return tuple(
        period
        for period in venue.unavailabilities
        if period.starts_at < end and period.ends_at > start
    )


def _loan_of(key_id: int, away: tuple[KeyLoanRow, ...]) -> KeyLoanRow | None:
    return next((loan for loan in away if loan.key_id == key_id), None)


def _holders(connection: Connection, row: BookingRow) -> tuple[str, ...]:
    """Names to propose for who takes the key: those on the booking, then those who did before."""
    named = [row.responsible_name, row.contact_name]
    if row.organisation_id is not None:
        named += read_keys.holders(connection, row.organisation_id)
    return tuple(dict.fromkeys(name for name in named if name))


def _headcount(
    connection: Connection,
    venue: Venue,
    rows: tuple[BookingRow, ...],
    trainings: tuple[TrainingNow, ...],
    now: datetime,
) -> Headcount:
    minutes = venue.rules.cafe_stay_minutes
    window = cafe_window(now, minutes)
    tallies = read_cafe.tallies(connection, {day for day, _ in window})
    return Headcount(
        in_rooms=heads_on_site(rows, now, venue.rules),
        trainees=sum(one.present for one in trainings if now < one.ends_at),
        in_cafe=sum(tallies[day].at(half_hour) for day, half_hour in window),
        maximum=venue.rules.max_headcount,
        cafe_minutes=minutes,
    )
