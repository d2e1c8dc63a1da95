"""A desk of its own process that books a list of slots as fast as it can: run by the race tests.

Usage: racing_desk ADDRESS SLOTS GUARDED. Waits for a line on standard input, so that all desks
start together; prints one word per slot: `yes`, or the code of the refusal.
"""

from __future__ import annotations

import random
import sys
from datetime import datetime, timedelta

from database.reads import bookings as read_bookings
from database.writes import bookings as write_bookings
from desktop_app.domain.bookings import Booking, Draft, Kind, Status
from desktop_app.domain.clock import StoppedClock
from desktop_app.domain.refusals import Refusal
from desktop_app.services.house import Services, open_house
from desktop_app.settings import RESOURCES
from tests.builders import NOW, RECEPTION

FIRST = datetime(2026, 12, 1, 10)


def slot(number: int, room_id: int, jitter: int) -> Draft:
    """Slot `number`: an hour of its own, plus some minutes that keep all desks overlapping."""
    start = FIRST + timedelta(days=7 * (number // 8), hours=number % 8, minutes=jitter)
    return Draft(room_id, start, start + timedelta(minutes=40), Kind.MEETING, "Course")


def check_then_insert(services: Services, draft: Draft) -> None:
    """The way that double-books: the check is one transaction, the write another."""
    venue, database = services.venue.venue(), services.database
    with database.reading() as connection:
        rooms = venue.room(draft.room_id).elementary_ids
        if read_bookings.in_the_way(connection, rooms, draft.starts_at, draft.ends_at):
            raise Refusal("room_taken")
    booking = Booking(
        0, draft.room_id, draft.starts_at, draft.ends_at, draft.kind, Status.CONFIRMED, draft.title
    )
    with database.writing() as work:
        write_bookings.add(work, venue, (booking,))


def main() -> None:
    address, slots, guarded = sys.argv[1], int(sys.argv[2]), sys.argv[3] == "guarded"
    services = open_house(address, StoppedClock(NOW), desk="course", resources=RESOURCES)
    rooms = [services.venue.venue().by_code[code].id for code in ("AGO", "AGA", "AGO", "AGB")]
    chance = random.Random()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for number in range(slots):
        draft = slot(number, rooms[number % len(rooms)], chance.choice((0, 5, 10, 15)))
        try:
            if guarded:
                services.bookings.book(draft, by=RECEPTION)
            else:
                check_then_insert(services, draft)
            answer = "yes"
        except Refusal as refusal:
            answer = refusal.code
        sys.stdout.write(f"{number} {answer}\n")
        sys.stdout.flush()
    services.close()


if __name__ == "__main__":
    main()
