"""The half-days of a session, when only its hours are known."""

from __future__ import annotations

from datetime import datetime

import pytest

from desktop_app.domain.half_days import half_days_of


def told(hours: str, minutes: int | None = None) -> list[str]:
    start, end = (datetime.fromisoformat(f"2026-11-27T{hour}") for hour in hours.split("-"))
    return [f"{one:%H:%M}-{other:%H:%M}" for one, other in half_days_of(start, end, minutes)]


@pytest.mark.parametrize(
    ("hours", "minutes", "half_days"),
    [
        ("14:00-17:00", 180, ["14:00-17:00"]),
        ("09:00-14:00", 300, ["09:00-14:00"]),
        ("09:30-17:00", 420, ["09:30-13:00", "13:30-17:00"]),
        ("09:00-17:00", 420, ["09:00-12:30", "13:30-17:00"]),
        ("09:30-17:00", None, ["09:30-12:45", "13:45-17:00"]),
        # a day of a longer training, or a length that does not fit: an hour for lunch
        ("09:00-17:00", 840, ["09:00-12:30", "13:30-17:00"]),
        ("09:00-17:00", 60, ["09:00-12:30", "13:30-17:00"]),
    ],
)
def test_half_days(hours, minutes, half_days):
    assert told(hours, minutes) == half_days
