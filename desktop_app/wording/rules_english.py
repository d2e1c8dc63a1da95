"""A rule in English, clause by clause. For `recurrence`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from itertools import groupby, product

from desktop_app.domain.recurrence_rule import Frequency, IsoWeeks, Rule
from desktop_app.wording.dates import say_day_without_weekday, say_hours, say_month, say_weekday
from desktop_app.wording.phrases import NBSP, say_list
from desktop_app.wording.rule_shapes import follow_each_other, month_range

_NTHS = {
    1: "first",
    2: "second",
    3: "third",
    4: "fourth",
    5: "fifth",
    -1: "last",
    -2: "last but one",
}


def english_clauses(rule: Rule, hours: tuple[time, time] | None) -> Iterator[str]:
    """Rhythm, hours, months, exceptions, added days, bounds; empty where nothing is to be said."""
    yield _RHYTHMS[rule.frequency](rule)
    yield say_hours(*hours) if hours is not None else ""
    yield _months(rule)
    yield _exceptions(rule)
    added = [say_day_without_weekday(day) for day in rule.added]
    yield f"plus {say_list(added)}" if added else ""
    yield f"from {say_day_without_weekday(rule.since)}" if rule.since else ""
    yield f"until {say_day_without_weekday(rule.until)}" if rule.until else ""
    if rule.count:
        yield f"{rule.count}{NBSP}times" if rule.count > 1 else "once"


def _months(rule: Rule) -> str:
    if not rule.by_month or rule.frequency is Frequency.YEARLY:
        return ""
    between = month_range(rule.by_month)
    if between is not None:
        return f"from {say_month(between[0])} to {say_month(between[1])}"
    return f"in {say_list([say_month(month) for month in rule.by_month])}"


def _exceptions(rule: Rule) -> str:
    zone = rule.except_school_zone
    skipped = [f"school holidays (zone{NBSP}{zone})"] if zone else []
    skipped += ["public holidays"] if rule.except_public_holidays else []
    skipped += [say_day_without_weekday(day) for day, _reason in rule.removed]
    return f"except {say_list(skipped)}" if skipped else ""


def _every(rule: Rule, unit: str) -> str:
    return f"every {unit}" if rule.every == 1 else f"every {rule.every} {unit}s"


def _daily(rule: Rule) -> str:
    return _every(rule, "day")


def _weekly(rule: Rule) -> str:
    weekdays = sorted(rule.weekdays)
    named = say_list([say_weekday(weekday) for weekday in weekdays])
    if rule.every > 1:
        return f"{_every(rule, 'week')}, on {named}"
    if rule.iso_weeks is not None:
        parity = "even" if rule.iso_weeks is IsoWeeks.EVEN else "odd"
        return f"{named} of {parity} ISO weeks"
    if follow_each_other(weekdays):
        return f"{say_weekday(weekdays[0])} to {say_weekday(weekdays[-1])}"
    return f"every {named}"


def _monthly(rule: Rule) -> str:
    days = say_list(_month_days(rule) + _nth_weekdays(rule))
    if rule.every > 1:
        return f"{_every(rule, 'month')}, {days}"
    return f"{days} of the month"


def _month_days(rule: Rule) -> list[str]:
    return ["the last day" if day == -1 else f"the {_ordinal(day)}" for day in rule.by_month_day]


def _nth_weekdays(rule: Rule) -> list[str]:
    by_weekday = sorted(rule.by_day, key=lambda day: day.weekday)
    groups = groupby(by_weekday, key=lambda day: day.weekday)
    return [
        f"{say_list([_NTHS[day.nth or 1] for day in days])} {say_weekday(weekday)}"
        for weekday, days in groups
    ]


def _ordinal(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if 11 <= number <= 13 else endings.get(number % 10, 'th')}"


def _yearly(rule: Rule) -> str:
    days = [
        f"the last day of {say_month(month)}" if day == -1 else f"{day} {say_month(month)}"
        for month, day in product(rule.by_month, rule.by_month_day)
    ]
    days += [
        f"{_NTHS[day.nth or 1]} {say_weekday(day.weekday)} of {say_month(month)}"
        for month, day in product(rule.by_month, rule.by_day)
    ]
    return f"{_every(rule, 'year')}, {say_list(days)}"


_RHYTHMS = {
    Frequency.DAILY: _daily,
    Frequency.WEEKLY: _weekly,
    Frequency.MONTHLY: _monthly,
    Frequency.YEARLY: _yearly,
}
