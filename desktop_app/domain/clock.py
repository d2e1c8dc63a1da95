"""What time it is: the one source of “now”, handed to whoever needs it.

Bookings live in the venue's wall time (naive local datetimes); events such as scans are UTC
instants. Tests and demonstrations inject a clock that starts where they want.
"""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

VENUE_ZONE = ZoneInfo("Europe/Paris")


class Clock(Protocol):
    """Tells the moment, twice: on the venue's wall and as an instant."""

    def instant(self) -> datetime:
        """The present as an aware UTC datetime."""

    def now(self) -> datetime:
        """The present on the venue's wall: naive, Europe/Paris."""

    def today(self) -> date:
        """The civil date on the venue's wall."""


def wall_time(instant: datetime) -> datetime:
    """The venue's wall time (naive) of an aware instant."""
    return instant.astimezone(VENUE_ZONE).replace(tzinfo=None)


def instant_of(wall: datetime) -> datetime:
    """The UTC instant of a wall time; in the doubled hour of October, the first of the two."""
    return wall.replace(tzinfo=VENUE_ZONE).astimezone(UTC)


class SystemClock:
    """The PC's own clock."""

    def instant(self) -> datetime:
        return datetime.now(UTC)

    def now(self) -> datetime:
        return wall_time(self.instant())

    def today(self) -> date:
        return self.now().date()


class StartedClock(SystemClock):
    """A clock that starts at a chosen wall time and then runs at the usual pace (`--now`)."""

    def __init__(self, start: datetime) -> None:
        self._start = instant_of(start)
        self._origin = time.monotonic()

    def instant(self) -> datetime:
        return self._start + timedelta(seconds=time.monotonic() - self._origin)


class StoppedClock(SystemClock):
    """A clock that stands still until it is moved: for tests, pictures and reproducible paper."""

    def __init__(self, start: datetime) -> None:
        self._instant = instant_of(start)

    def instant(self) -> datetime:
        return self._instant

    def advance(self, **amount: float) -> None:
        """Move on by a timedelta given in keywords (`minutes=5`)."""
        self._instant += timedelta(**amount)

    def set(self, wall: datetime) -> None:
        """Jump to a wall time."""
        self._instant = instant_of(wall)
