"""The half-days of a session, each with its own signature: when its list says only when it begins
and ends. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta

LONGEST = timedelta(hours=5)
"""A longer day has a break in it, and two half-days to sign."""

_LUNCH = timedelta(hours=1)


def half_days_of(
    starts_at: datetime, ends_at: datetime, minutes: int | None = None
) -> tuple[tuple[datetime, datetime], ...]:
    """One half-day, or two with a break between them.

    minutes: how long the training is; what the day has beyond it is the break. 9 h 30–17 h for
    seven hours gives 9 h 30–13 h and 13 h 30–17 h.
    """
    length = ends_at - starts_at
    if length <= LONGEST:
        return ((starts_at, ends_at),)
    taught = timedelta(minutes=minutes) if minutes is not None else length - _LUNCH
    if not length - 2 * _LUNCH <= taught <= length:
        taught = length - _LUNCH
    half = taught / 2
    return (starts_at, starts_at + half), (ends_at - half, ends_at)
