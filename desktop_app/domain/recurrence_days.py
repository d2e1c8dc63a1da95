"""The bare rhythm of a rule: its days in order, before any exception. For `recurrence`."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice, takewhile

from desktop_app.domain.civil_time import DAY, Week
from desktop_app.domain.recurrence_rule import ByDay, Frequency, IsoWeeks, Rule


def rhythm(rule: Rule, first: date, last: date) -> Iterator[date]:
    """The days of the rule's steps between two days included, in order.

    Steps are counted from `since`, so that the days asked for never shift them.
    """
    start = max(first, rule.since) if rule.since else first
    end = min(last, rule.until) if rule.until else last
    if rule.count is not None and rule.since is not None:
        counted = islice(_steps(rule, rule.since, end), rule.count)
        return (day for day in counted if day >= start)
    return _steps(rule, start, end)


def _steps(rule: Rule, start: date, end: date) -> Iterator[date]:
    days = _BY_FREQUENCY[rule.frequency](rule, start, end)
    wanted = (day for day in days if not rule.by_month or day.month in rule.by_month)
    return takewhile(lambda day: day <= end, (day for day in wanted if day >= start))


def _daily(rule: Rule, start: date, end: date) -> Iterator[date]:
    origin = rule.since or start
    day = start + DAY * (-(start - origin).days % rule.every)
    while day <= end:
        yield day
        day += DAY * rule.every


def _weekly(rule: Rule, start: date, end: date) -> Iterator[date]:
    origin = _monday(rule.since or start)
    monday = _monday(start)
    monday += DAY * 7 * (-((monday - origin).days // 7) % rule.every)
    while monday <= end:
        if rule.iso_weeks is None or _has_parity(monday, rule.iso_weeks):
            for weekday in sorted(rule.weekdays):
                yield monday + DAY * weekday
        monday += DAY * 7 * rule.every


def _monday(day: date) -> date:
    return day - DAY * day.weekday()


def _has_parity(monday: date, weeks: IsoWeeks) -> bool:
    return (Week.of(monday).number % 2 == 0) == (weeks is IsoWeeks.EVEN)


def _monthly(rule: Rule, start: date, end: date) -> Iterator[date]:
    origin = rule.since or start
    index = _month_index(start)
    index += -(index - _month_index(origin)) % rule.every
    while index <= _month_index(end):
        yield from _days_of_month(rule, *divmod(index, 12))
        index += rule.every


def _yearly(rule: Rule, start: date, end: date) -> Iterator[date]:
    origin = rule.since or start
    year = start.year + -(start.year - origin.year) % rule.every
    while year <= end.year:
        for month in rule.by_month:
            yield from _days_of_month(rule, year, month - 1)
        year += rule.every


def _month_index(day: date) -> int:
    return day.year * 12 + day.month - 1


def _days_of_month(rule: Rule, year: int, month_before: int) -> list[date]:
    """The rule's days of one month, in order; what the month does not have is passed over."""
    month = month_before + 1
    length = monthrange(year, month)[1]
    numbers = {day if day > 0 else length + 1 + day for day in rule.by_month_day}
    numbers |= {_number_of(day, date(year, month, 1).weekday(), length) for day in rule.by_day}
    return [date(year, month, number) for number in sorted(numbers) if 1 <= number <= length]


def _number_of(day: ByDay, first_weekday: int, length: int) -> int:
    """The number in its month of an nth weekday; out of the month when it has no such day."""
    nth = day.nth or 1
    if nth > 0:
        return 1 + (day.weekday - first_weekday) % 7 + 7 * (nth - 1)
    last_weekday = (first_weekday + length - 1) % 7
    return length - (last_weekday - day.weekday) % 7 + 7 * (nth + 1)


_BY_FREQUENCY: dict[Frequency, Callable[[Rule, date, date], Iterator[date]]] = {
    Frequency.DAILY: _daily,
    Frequency.WEEKLY: _weekly,
    Frequency.MONTHLY: _monthly,
    Frequency.YEARLY: _yearly,
}
