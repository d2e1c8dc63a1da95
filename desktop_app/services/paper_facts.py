"""What each paper is made from: the reads of the screens, put into the frozen facts of a sheet.

`papers` enters. Nothing is drawn here and nothing is written.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from database.reads import bookings as read_bookings
from database.reads import keys as read_keys
from database.reads import papers as read_papers
from database.reads import today as read_today
from database.unit_of_work import Database
from desktop_app.documents.agenda_plan import AgendaFacts
from desktop_app.documents.blank_sheets import BlankFacts
from desktop_app.documents.door_facts import DoorFacts, Elsewhere
from desktop_app.documents.evacuation import EvacuationFacts, RoomCount
from desktop_app.documents.facts import DayFacts, DayHours, Edition, WeekFacts
from desktop_app.documents.season_rows import SeasonFacts, SeasonPart
from desktop_app.documents.setup_rows import SetupFacts
from desktop_app.domain.bookings import BookingRow, Status
from desktop_app.domain.moved_away import gone_from
from desktop_app.domain.papers import PUBLIC, TEAM, PaperKind, Wanted
from desktop_app.domain.presence import heads_on_site
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.venue import Venue
from desktop_app.services.paper_head import PaperHead
from desktop_app.services.paper_reading import (
    Reading,
    ever_announced,
    of_rooms,
    sayable,
)
from desktop_app.services.today import Today
from desktop_app.services.venue import VenueBook

_COMING = frozenset({Status.CONFIRMED, Status.ARRIVED})
"""Who should be in the house: an option is not sure, a group that left is gone."""


class PaperFacts:
    """Reads the facts of a paper."""

    def __init__(
        self, database: Database, venue_book: VenueBook, today: Today, head: PaperHead
    ) -> None:
        self._database = database
        self._venue_book = venue_book
        self._today = today
        self._head = head
        self._readers: dict[PaperKind, Callable[[Wanted, Edition, Reading], Any]] = {
            PaperKind.WEEK: self._week,
            PaperKind.ROOM_WEEK: self._room_week,
            PaperKind.ORGANISATION_WEEK: self._organisation_week,
            PaperKind.DAY: self._day,
            PaperKind.SETUP: self._setup,
            PaperKind.DOOR: self._door,
            PaperKind.SERIES: self._series,
            PaperKind.SEASON: self._season,
            PaperKind.EVACUATION: self._evacuation,
            PaperKind.BLANK_DAY: self._blank,
            PaperKind.BLANK_ATTENDANCE: self._blank,
            PaperKind.BLANK_TALLY: self._blank,
        }

    def reading(self) -> Reading:
        """Begin a question, or several that belong together."""
        return Reading(self._database, self._venue_book.venue())

    def of(self, wanted: Wanted, edition: Edition, reading: Reading | None = None) -> Any:
        """The facts of a paper that is no letter.

        Raises `room_unknown`, `organisation_unknown`, `series_unknown`, `organisation_discreet`.
        """
        return self._readers[wanted.kind](wanted, edition, reading or self.reading())

    def edition(self, made_at: datetime) -> Edition:
        """Who publishes, at a moment (wall time)."""
        return self._head.edition(made_at)

    def doors_in_use(self, day: date, reading: Reading) -> tuple[int, ...]:
        """Elementary rooms whose door needs a sheet that day: somebody comes, or came in vain."""
        edition = self.edition(datetime.combine(day, time()))
        return tuple(
            room.id
            for room in reading.venue.elementary
            if _says_something(
                self._door(Wanted(PaperKind.DOOR, day, subject=room.id), edition, reading)
            )
        )

    # -- plans ----------------------------------------------------------------------------

    def _week(self, wanted: Wanted, edition: Edition, reading: Reading) -> WeekFacts:
        week = wanted.week
        return WeekFacts(
            week=week,
            days=reading.hours(week.days),
            rooms=reading.venue.rooms,
            bookings=reading.days(week.monday, week.sunday),
            edition=edition,
            audience=wanted.audience,
            paper=wanted.paper,
            unavailabilities=reading.venue.unavailabilities,
        )

    def _room_week(self, wanted: Wanted, edition: Edition, reading: Reading) -> AgendaFacts:
        venue, week = reading.venue, wanted.week
        room = reading.room(wanted.subject)
        sharing = venue.sharing_space(room.id)
        return AgendaFacts(
            week=week,
            days=reading.hours(week.days),
            rooms=venue.rooms,
            bookings=of_rooms(reading.days(week.monday, week.sunday), sharing),
            edition=edition,
            room=room,
            audience=wanted.audience,
            unavailabilities=tuple(out for out in venue.unavailabilities if out.room_id in sharing),
        )

    def _organisation_week(self, wanted: Wanted, edition: Edition, reading: Reading) -> AgendaFacts:
        venue, week = reading.venue, wanted.week
        organisation = reading.organisation(wanted.subject, wanted.audience)
        rows = [
            row
            for row in reading.days(week.monday, week.sunday)
            if row.organisation_id == organisation.id
        ]
        return AgendaFacts(
            week=week,
            days=reading.hours(week.days),
            rooms=venue.rooms,
            bookings=sayable(tuple(rows), wanted.audience),
            edition=edition,
            organisation_name=organisation.name,
            audience=wanted.audience,
        )

    def _day(self, wanted: Wanted, edition: Edition, reading: Reading) -> DayFacts:
        venue = reading.venue
        return DayFacts(
            opening=DayHours.of(wanted.day, venue.calendar),
            rooms=venue.rooms,
            bookings=reading.days(wanted.day, wanted.day),
            edition=edition,
            audience=wanted.audience,
            unavailabilities=venue.unavailabilities,
            keys=reading.keys() if wanted.audience == TEAM else {},
        )

    def _setup(self, wanted: Wanted, edition: Edition, reading: Reading) -> SetupFacts:
        venue = reading.venue
        with self._database.reading() as connection:
            found = {
                room.id: read_keys.last_remark(connection, (room.id,)) for room in venue.elementary
            }
        return SetupFacts(
            opening=DayHours.of(wanted.day, venue.calendar),
            rooms=venue.rooms,
            bookings=reading.days(wanted.day, wanted.day),
            edition=edition,
            turnaround_minutes=venue.rules.turnaround_minutes,
            unavailabilities=venue.unavailabilities,
            keys=reading.keys(),
            remarks={room: remark.remark for room, remark in found.items() if remark},
        )

    def _door(self, wanted: Wanted, edition: Edition, reading: Reading) -> DoorFacts:
        venue, day = reading.venue, wanted.day
        room = reading.room(wanted.subject)
        rows = reading.days(day, day)
        sharing = venue.sharing_space(room.id)
        with self._database.reading() as connection:
            places = read_papers.earlier_places(connection, [row.id for row in rows])
            usual = read_papers.rooms_of_series(
                connection, {row.series_id for row in rows if row.series_id}
            )
        gone = gone_from(room, day, rows, venue.by_id, places, usual)
        return DoorFacts(
            opening=DayHours.of(day, venue.calendar),
            room=room,
            rooms=venue.rooms,
            bookings=of_rooms(rows, sharing),
            edition=edition,
            elsewhere=tuple(Elsewhere(one.row, one.room) for one in gone),
            unavailabilities=tuple(out for out in venue.unavailabilities if out.room_id in sharing),
        )

    def _series(self, wanted: Wanted, edition: Edition, reading: Reading) -> SeasonFacts:
        with self._database.reading() as connection:
            series = read_bookings.series(connection, wanted.subject)
            if series is None:
                raise Refusal("series_unknown", series_id=wanted.subject)
            rows = read_bookings.of_series(connection, series.id)
        rows = ever_announced(reading.marked(rows))
        discreet = series.discreet or any(row.discreet for row in rows)
        series = series._replace(discreet=discreet)
        hidden = discreet and wanted.audience == PUBLIC
        return SeasonFacts(
            parts=(SeasonPart(series, rows),),
            rooms=reading.venue.rooms,
            edition=edition,
            first=series.first_day,
            last=series.last_day,
            organisation_name="" if hidden else series.organisation_name or "",
            audience=wanted.audience,
        )

    def _season(self, wanted: Wanted, edition: Edition, reading: Reading) -> SeasonFacts:
        """Everything an organisation has in a season, series by series."""
        organisation = reading.organisation(wanted.subject, wanted.audience)
        first, last = wanted.season
        with self._database.reading() as connection:
            rows = read_bookings.of_organisation_on_days(connection, organisation.id, first, last)
            known = {one.id: one for one in read_bookings.all_series(connection)}
        rows = ever_announced(sayable(reading.marked(rows), wanted.audience))
        ids = dict.fromkeys(row.series_id or 0 for row in rows if row.series_id in known)
        parts = [
            SeasonPart(known[one], tuple(row for row in rows if row.series_id == one))
            for one in ids
        ]
        single = tuple(row for row in rows if row.series_id not in known)
        return SeasonFacts(
            parts=(*parts, SeasonPart(None, single)) if single else tuple(parts),
            rooms=reading.venue.rooms,
            edition=edition,
            first=first,
            last=last,
            organisation_name=organisation.name,
            audience=wanted.audience,
        )

    # -- the others -----------------------------------------------------------------------

    def _evacuation(self, wanted: Wanted, edition: Edition, reading: Reading) -> EvacuationFacts:
        """The house now: the numbers of the home screen, room by room."""
        now, venue = edition.made_at, reading.venue
        board = self._today.board(now)
        start = datetime.combine(now.date(), time())
        with self._database.reading() as connection:
            sessions = read_today.trainings(connection, start, now)
        present = {one.booking_id: one.present for one in sessions if now < one.ends_at}
        counts = {room.id: [0, 0] for room in venue.rooms}
        for row in board.bookings:
            expected = row.heads if row.status in _COMING and _is_on(row, now) else 0
            counts[row.room_id][0] += max(expected, present.get(row.id, 0))
            counts[row.room_id][1] += _heads_here(row, now, present, venue)
        rooms = tuple(
            RoomCount(room.name, room.floor, *counts[room.id])
            for room in venue.rooms
            if not room.is_composite or any(counts[room.id])
        )
        head = board.headcount
        return EvacuationFacts(
            rooms=rooms,
            edition=edition,
            cafe=head.in_cafe,
            cafe_minutes=head.cafe_minutes,
            keys_out=sum(loan.is_out() for loan in board.keys_out),
            here=head.total,
            expected=sum(max(room.expected, room.here) for room in rooms) + head.in_cafe,
            most=head.maximum,
        )

    def _blank(self, wanted: Wanted, edition: Edition, reading: Reading) -> BlankFacts:
        periods = reading.venue.calendar.periods
        return BlankFacts(
            rooms=reading.venue.rooms,
            edition=edition,
            opens=min((period.opens for period in periods), default=9 * 60),
            closes=max((period.closes for period in periods), default=21 * 60),
        )


def _says_something(facts: DoorFacts) -> bool:
    day = facts.opening.day
    out = [
        one for one in facts.unavailabilities if one.starts_at.date() <= day <= one.ends_at.date()
    ]
    return bool(facts.held or facts.elsewhere or out)


def _is_on(row: BookingRow, now: datetime) -> bool:
    return row.starts_at <= now < row.ends_at


def _heads_here(row: BookingRow, now: datetime, present: dict[int, int], venue: Venue) -> int:
    if row.session_id is not None:
        return present.get(row.id, 0)
    return heads_on_site((row,), now, venue.rules)
