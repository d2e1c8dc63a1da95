"""Rules of every shape, for property tests."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from desktop_app.domain.recurrence import ByDay, Frequency, IsoWeeks, Rule

WEEKDAYS = st.integers(0, 6)
NTHS = st.sampled_from([1, 2, 3, 4, 5, -1, -2])
MONTH_DAYS = st.sampled_from([*range(1, 32), -1])
MONTHS = st.sets(st.integers(1, 12), min_size=1, max_size=11).map(tuple)
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


def few(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, min_size=1, max_size=3, unique=True).map(tuple)


def nth_weekdays() -> st.SearchStrategy[tuple[ByDay, ...]]:
    return few(st.builds(ByDay, WEEKDAYS, NTHS))


@st.composite
def rhythms(draw: st.DrawFn) -> dict[str, Any]:
    """Frequency and days of a rule that makes sense."""
    frequency = draw(st.sampled_from(Frequency))
    values: dict[str, Any] = {"frequency": frequency}
    if frequency is Frequency.WEEKLY:
        values["by_day"] = draw(few(WEEKDAYS.map(ByDay)))
    if frequency in (Frequency.MONTHLY, Frequency.YEARLY):
        if draw(st.booleans()):
            values["by_day"] = draw(nth_weekdays())
        else:
            values["by_month_day"] = draw(few(MONTH_DAYS))
    if frequency is Frequency.YEARLY or draw(st.booleans()):
        values["by_month"] = draw(MONTHS)
    return values


@st.composite
def bare_rules(draw: st.DrawFn) -> Rule:
    """Rules RFC 5545 can say in one line, with a first day."""
    since = draw(DAYS)
    return Rule(
        **draw(rhythms()),
        every=draw(st.integers(1, 16)),
        since=since,
        until=draw(st.none() | st.integers(0, 900).map(lambda ahead: since + timedelta(ahead))),
        count=draw(st.none() | st.integers(1, 40)),
    )


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """Rules of every shape, exceptions included."""
    bare = draw(bare_rules())
    plain = draw(st.booleans())
    values = {name: getattr(bare, name) for name in Rule.__dataclass_fields__}
    if plain:
        values |= {"every": 1, "count": None, "since": draw(st.none() | st.just(bare.since))}
    if values["every"] == 1 and bare.frequency is Frequency.WEEKLY:
        values["iso_weeks"] = draw(st.none() | st.sampled_from(IsoWeeks))
    values["except_public_holidays"] = draw(st.booleans())
    values["except_school_zone"] = draw(st.none() | st.sampled_from("ABC"))
    values["removed"] = tuple((day, "") for day in draw(st.lists(DAYS, max_size=3)))
    values["added"] = tuple(draw(st.lists(DAYS, max_size=3)))
    return Rule(**values)
