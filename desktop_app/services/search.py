"""One box finds rooms, bookings, associations, trainings and people, however they are typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from database.reads import bookings as read_bookings
from database.reads import followed as read_followed
from database.reads import search as read_search
from database.unit_of_work import Database
from desktop_app.domain.bookings import BookingRow
from desktop_app.domain.search import Hit
from desktop_app.domain.search_text import fold, matches, rank, words_sought
from desktop_app.domain.venue import Venue
from desktop_app.services.organisations import Organisations
from desktop_app.services.venue import VenueBook
from desktop_app.wording.dates import say_day_short, say_hours
from desktop_app.wording.followed import say_followed

_BACK, _AHEAD = timedelta(days=7), timedelta(days=90)
_MOST_PER_KIND = 6
_DOT = " · "


class Search:
    """Looks through what a receptionist may be asked for: today first, then what is to come."""

    def __init__(
        self, database: Database, venue_book: VenueBook, organisations: Organisations
    ) -> None:
        self._database = database
        self._venue_book = venue_book
        self._organisations = organisations

    def find(self, text: str) -> tuple[Hit, ...]:
        """Hits of every kind, the best of each first; nothing typed finds nothing."""
        if not fold(text):
            return ()
        now = self._database.clock.now()
        venue = self._venue_book.venue()
        return (
            *_few(_rooms(venue, text)),
            *_few(self._bookings(venue, text, now)),
            *_few(self._associations(text)),
            *_few(self._trainings(text, now)),
            *_few(self._people(text, now)),
        )

    def _bookings(self, venue: Venue, text: str, now: datetime) -> Iterator[Hit]:
        morning = _morning(now)
        with self._database.reading() as connection:
            rows = read_bookings.between(connection, morning - _BACK, now + _AHEAD, live_only=True)
        found = [row for row in rows if matches(text, _booking_text(venue, row))]
        found.sort(key=lambda row: _nearness(row.ends_at, row.starts_at, now))
        for row in found:
            room = venue.room(row.room_id)
            yield Hit(
                "booking",
                row.title,
                "today" if row.starts_at.date() == now.date() else "planning",
                day=row.starts_at.date(),
                booking_id=row.id,
                room_id=row.room_id,
                starts_at=row.starts_at,
                ends_at=row.ends_at,
                place=room.name,
                floor=room.floor,
                about=row.organisation_name or "",
                subtitle=_DOT.join(
                    filter(
                        None,
                        (
                            say_day_short(row.starts_at.date()),
                            say_hours(row.starts_at, row.ends_at),
                            room.name,
                            room.floor,
                            row.organisation_name,
                        ),
                    )
                ),
            )

    def _associations(self, text: str) -> Iterator[Hit]:
        for row in self._organisations.find(text):
            yield Hit(
                "organisation",
                row.name,
                "associations",
                organisation_id=row.id,
                about=row.code,
                subtitle=row.code,
            )

    def _trainings(self, text: str, now: datetime) -> Iterator[Hit]:
        morning = _morning(now)
        with self._database.reading() as connection:
            sessions = read_search.sessions(connection, morning - _BACK, now + _AHEAD)
        found = [one for one in sessions if matches(text, fold(f"{one.title} {one.code}"))]
        found.sort(key=lambda one: _nearness(one.ends_at, one.starts_at, now))
        for one in found:
            yield Hit(
                "training",
                one.title,
                "trainings",
                day=one.starts_at.date(),
                session_id=one.session_id,
                starts_at=one.starts_at,
                ends_at=one.ends_at,
                place=one.room_name,
                floor=one.floor,
                subtitle=_DOT.join(
                    (
                        say_day_short(one.starts_at.date()),
                        say_hours(one.starts_at, one.ends_at),
                        one.room_name,
                    )
                ),
            )

    def _people(self, text: str, now: datetime) -> Iterator[Hit]:
        with self._database.reading() as connection:
            found = read_search.people(connection, words_sought(text), now)
            ids = [person.person_id for person in found]
            followed = read_followed.of_people(connection, ids) if ids else {}
        for person in sorted(found, key=lambda one: _place(text, one.search_key)):
            day = person.starts_at.date() if person.starts_at else None
            yield Hit(
                "person",
                f"{person.first_name} {person.last_name}".strip(),
                "trainings",
                day=day,
                session_id=person.session_id,
                about=person.session_title or "",
                subtitle=_DOT.join(
                    filter(
                        None,
                        (
                            say_day_short(day) if day else "",
                            person.session_title,
                            say_followed(followed.get(person.person_id, ())),
                        ),
                    )
                ),
            )


def _rooms(venue: Venue, text: str) -> Iterator[Hit]:
    found = [room for room in venue.rooms if matches(text, fold(f"{room.name} {room.code}"))]
    for room in sorted(found, key=lambda room: _place(text, fold(room.name))):
        yield Hit(
            "room",
            room.name,
            "planning",
            room_id=room.id,
            place=room.name,
            floor=room.floor,
            subtitle=room.floor,
        )


def _few(hits: Iterable[Hit]) -> list[Hit]:
    return [hit for _, hit in zip(range(_MOST_PER_KIND), hits, strict=False)]


def _booking_text(venue: Venue, row: BookingRow) -> str:
    room = venue.room(row.room_id)
    return fold(
        " ".join(
            filter(
                None,
                (
                    row.title,
                    row.organisation_name,
                    row.contact_name,
                    row.responsible_name,
                    row.series_code,
                    room.name,
                    room.code,
                ),
            )
        )
    )


def _morning(now: datetime) -> datetime:
    return now.replace(hour=0, minute=0, second=0, microsecond=0)


def _nearness(ends_at: datetime, starts_at: datetime, now: datetime) -> tuple[int, float]:
    """Running now, then later today and after, then what is over."""
    seconds = (starts_at - now).total_seconds()
    if starts_at <= now < ends_at:
        return 0, -seconds
    if starts_at > now or starts_at.date() == now.date():
        return (1 if starts_at.date() == now.date() else 2), abs(seconds)
    return 3, -seconds


def _place(text: str, folded: str) -> int:
    found = rank(text, folded)
    return 99 if found is None else int(found)
