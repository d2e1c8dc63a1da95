"""Sums between a booking and a form: what changed, what a rule's last day is. Plain functions."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime, timedelta
from typing import Any

from desktop_app.domain.bookings import BookingRow, Draft, Kind, Status
from desktop_app.domain.recurrence_rule import Rule
from desktop_app.domain.refusals import Refusal

SEASON_ENDS = (7, 31)
"""Month and day at which a series without an end stops: it is prolonged season by season."""

_MINUTE = timedelta(minutes=1)


def draft_of(row: BookingRow) -> Draft:
    """A booking as a draft."""
    values = {field.name: getattr(row, field.name) for field in fields(Draft)}
    return Draft(**{**values, "kind": Kind(row.kind), "status": Status(row.status)})


def changed_facts(row: BookingRow, draft: Draft) -> dict[str, Any]:
    """What the form says otherwise than the booking; words are compared without their spaces."""
    before = draft_of(row)
    found = {}
    for field in fields(Draft):
        old, new = getattr(before, field.name), getattr(draft, field.name)
        same = old == new
        if isinstance(old, str) and isinstance(new, str):
            same = " ".join(old.split()) == " ".join(new.split())
        if not same:
            found[field.name] = new
    return found


def facts_for_series(row: BookingRow, facts: dict[str, Any]) -> dict[str, Any]:
    """The same facts for several dates: hours without a day.

    Raises `series_day_fixed` when the day was changed: a series is moved by its rule.
    """
    facts = dict(facts)
    starts = facts.pop("starts_at", row.starts_at)
    ends = facts.pop("ends_at", row.ends_at)
    if starts.date() != row.starts_at.date():
        raise Refusal("series_day_fixed", field="day")
    midnight = datetime.combine(row.starts_at.date(), datetime.min.time())
    if (starts, ends) != (row.starts_at, row.ends_at):
        facts["starts_minute"] = (starts - midnight) // _MINUTE
        facts["ends_minute"] = (ends - midnight) // _MINUTE
    return facts


def last_day_of(rule: Rule, first: date) -> date:
    """Where a series stops: its own end, or the end of the season it begins in."""
    if rule.until is not None:
        return rule.until
    if rule.count is not None:
        return first + timedelta(days=3 * 366)
    end = date(first.year, *SEASON_ENDS)
    return end if first <= end else date(first.year + 1, *SEASON_ENDS)
