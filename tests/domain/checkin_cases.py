"""The words of the check-in’s tables: a Thursday with a training at 14 h, and its people."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from desktop_app.domain.checkin import Enrolled, Facts
from desktop_app.domain.clock import instant_of
from desktop_app.domain.people import Person
from desktop_app.domain.trainings import Arrival, HalfDay
from desktop_app.domain.verdicts import SessionAt

THURSDAY = date(2026, 11, 26)
AWA = Person(7, "d’Hérouville-Test", "Awa", "awa.h@example.org")


def wall(hour: str, day: date = THURSDAY) -> datetime:
    return datetime.combine(day, time.fromisoformat(hour))


def instant(hour: str, day: date = THURSDAY) -> datetime:
    return instant_of(wall(hour, day))


def session(number: int, *hours: str, day: int = 0, **facts: Any) -> SessionAt:
    """Session `number`; hours such as “14:00-17:00”, one a half-day; day counts from Thursday."""
    held = THURSDAY + timedelta(days=day)
    present = facts.pop("present", 0)
    spans = [[wall(part, held) for part in one.split("-")] for one in hours]
    half_days = tuple(
        HalfDay(number * 10 + place, start, end, present)
        for place, (start, end) in enumerate(spans)
    )
    told: dict[str, Any] = {"room_maximum": 30, "status": "planned", "is_live": True}
    return SessionAt(number, f"T{number:02d}", "Agora B", half_days=half_days, **(told | facts))


AFTERNOON = session(2, "14:00-17:00")
EVENING = session(12, "18:30-20:30")
TWO_HALVES = session(6, "09:30-13:00", "13:30-17:00")


def on(where: SessionAt, status: str = "enrolled", *here: str) -> Enrolled:
    """Awa on a session's list; here: “14:02” for the first half-day, “1@13:20” for the second."""
    arrivals = []
    for text in here:
        place, _, hour = text.rpartition("@")
        half_day = where.half_days[int(place or 0)]
        at = instant(hour, half_day.starts_at.date())
        arrivals.append(Arrival(half_day.id, at, "badge", "accueil"))
    return Enrolled(where.id * 100, where.id, status, where, tuple(arrivals))


def facts(*enrolments: Enrolled, **more: Any) -> Facts:
    """Awa's badge, active, and her enrolments."""
    told: dict[str, Any] = {"badge_status": "active", "person": AWA}
    return Facts(enrolments=enrolments, **(told | more))
