"""What makes the demonstration venue alive: a group that has come, a key that is out, a café that
counts. Added to the lists of `resources/demo`, through the desk's own verbs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from database.reads import importing as read_importing
from database.unit_of_work import Database
from database.writes import cafe as write_cafe
from database.writes.cafe import NewStep
from desktop_app.domain.clock import StoppedClock, instant_of
from desktop_app.domain.presence import VisitCategory
from desktop_app.domain.staff import Actor
from desktop_app.services.arrivals import Arrivals
from desktop_app.services.history import History
from desktop_app.services.keys import Keys
from desktop_app.services.placing import Placing
from desktop_app.services.venue import VenueBook

THE_DAY = date(2026, 11, 26)
"""The Thursday the demonstration tells (source: the venue's reference data, 6.6)."""

ARRIVED_AT = datetime.combine(THE_DAY, time(9, 40))
_EARLY_GROUP = "2026-W48/B16"
_KEY, _HOLDER = "K05", "Rémi Vallon-Fictif"

_FIRST_HALF_HOUR = 19
# Passages by half-hour from 9 h 30 on; the busiest of the day has 24.
_USUAL_DAY = {
    VisitCategory.CAFE: (3, 5, 6, 7, 8, 10, 8, 6, 5, 6, 7, 7, 5, 4, 4, 3, 3, 4, 3, 2, 1, 1),
    VisitCategory.READING: (0, 1, 1, 2, 1, 0, 1, 1, 2, 1, 1, 2, 1, 1, 1, 0, 0, 0, 1, 0, 0, 0),
    VisitCategory.INFORMATION: (1, 2, 2, 1, 2, 1, 0, 0, 1, 2, 2, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 0),
    VisitCategory.COLLECTION: (0, 0, 1, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
}
_WEEKS_BACK = 4


def enliven(database: Database, *, by: Actor) -> None:
    """Do what the desk has done by now. Asked twice, it is done once.

    Nothing happens that the clock has not reached: on 20 November nobody has arrived on the 26th.
    """
    now = database.clock.now()
    if now >= ARRIVED_AT and now.date() == THE_DAY:
        _welcome_early_group(database, by)
    _count_visits(database, now)


def _welcome_early_group(database: Database, by: Actor) -> None:
    """At 9 h 40 a group came early and took its key: told with the clock of that moment."""
    address = database.url.render_as_string(hide_password=False)
    morning = Database(address, StoppedClock(ARRIVED_AT), database.desk)
    try:
        with morning.reading() as connection:
            booking_id = read_importing.booking_with_source(connection, _EARLY_GROUP)
        if booking_id is None:
            return
        placing, history = Placing(morning, VenueBook(morning)), History()
        keys = Keys(placing, history, Arrivals(placing, history))
        keys.hand_key(_KEY, booking_id, _HOLDER, _mark("key"), by=by)
    finally:
        morning.close()


def _count_visits(database: Database, now: datetime) -> None:
    days = [THE_DAY - timedelta(weeks=back) for back in range(_WEEKS_BACK, -1, -1)]
    with database.writing() as work:
        if read_importing.has_visits(work.connection, days[0], days[-1]):
            return
        for place, day in enumerate(days):
            for step in sorted(_steps_of(day, place, database.desk), key=_counted_at):
                if step.counted_at <= instant_of(now):
                    write_cafe.add_step(work, step)


def _steps_of(day: date, place: int, desk: str) -> Iterator[NewStep]:
    """One passage a step, spread over its half-hour; days differ a little."""
    for category, usual in _USUAL_DAY.items():
        for after, count in enumerate(usual):
            half_hour = _FIRST_HALF_HOUR + after
            start = datetime.combine(day, time()) + timedelta(minutes=30 * half_hour)
            passages = max(count + (place + after) % 3 - 1, 0) if count else 0
            for number in range(passages):
                moment = start + timedelta(minutes=30 * (number + 1) / (passages + 1))
                mark = _mark(f"{day}/{category}/{half_hour}/{number}")
                yield NewStep(day, half_hour, category, 1, instant_of(moment), desk, mark)


def _counted_at(step: NewStep) -> datetime:
    return step.counted_at


def _mark(what: str) -> str:
    """A client key that is the same each time the demonstration is made."""
    return str(uuid5(NAMESPACE_URL, f"accueil-demo/{what}"))
