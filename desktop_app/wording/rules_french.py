"""A rule in French, clause by clause. For `recurrence`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from itertools import groupby, product

from desktop_app.domain.recurrence_rule import ByDay, Frequency, IsoWeeks, Rule
from desktop_app.wording.dates import say_day_without_weekday, say_month, say_time, say_weekday
from desktop_app.wording.phrases import NBSP, say_list
from desktop_app.wording.rule_shapes import follow_each_other, month_range

_NTHS = {1: "1er", 2: "2e", 3: "3e", 4: "4e", 5: "5e", -1: "dernier", -2: "avant-dernier"}
_NUMBERS = ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")


def french_clauses(rule: Rule, hours: tuple[time, time] | None) -> Iterator[str]:
    """Rhythm, hours, months, exceptions, added days, bounds; empty where nothing is to be said."""
    yield _RHYTHMS[rule.frequency](rule)
    if hours is not None:
        tomorrow = " (lendemain)" if hours[1] <= hours[0] else ""
        yield f"de {say_time(hours[0])} à {say_time(hours[1])}{tomorrow}"
    yield _months(rule)
    yield _exceptions(rule)
    yield f"plus {_days(rule.added)}" if rule.added else ""
    yield f"depuis le {say_day_without_weekday(rule.since)}" if rule.since else ""
    yield f"jusqu’au {say_day_without_weekday(rule.until)}" if rule.until else ""
    yield f"{rule.count}{NBSP}fois" if rule.count else ""


def _days(days: tuple[date, ...]) -> str:
    return say_list([f"le {say_day_without_weekday(day)}" for day in days])


def _months(rule: Rule) -> str:
    if not rule.by_month or rule.frequency is Frequency.YEARLY:
        return ""
    between = month_range(rule.by_month)
    if between is not None:
        return f"de {say_month(between[0])} à {say_month(between[1])}"
    return f"en {say_list([say_month(month) for month in rule.by_month])}"


def _exceptions(rule: Rule) -> str:
    zone = rule.except_school_zone
    skipped = [f"vacances scolaires (zone{NBSP}{zone})"] if zone else []
    skipped += ["jours fériés"] if rule.except_public_holidays else []
    skipped += [f"le {say_day_without_weekday(day)}" for day, _reason in rule.removed]
    return f"sauf {say_list(skipped)}" if skipped else ""


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _daily(rule: Rule) -> str:
    if rule.every == 1:
        return "chaque jour"
    # “Tous les quinze jours” is said of two weeks: the plain count of days says so.
    plainly = " de date à date" if rule.every in (8, 15) else ""
    return f"tous les {_number(rule.every)} jours{plainly}"


def _weekly(rule: Rule) -> str:
    weekdays = sorted(rule.weekdays)
    named = say_list([f"le {say_weekday(weekday)}" for weekday in weekdays])
    if rule.every > 1:
        return f"toutes les {_number(rule.every)} semaines, {named}"
    if rule.iso_weeks is not None:
        parity = "paires" if rule.iso_weeks is IsoWeeks.EVEN else "impaires"
        return f"{named}, semaines {parity} (ISO)"
    if follow_each_other(weekdays):
        return f"du {say_weekday(weekdays[0])} au {say_weekday(weekdays[-1])}"
    return f"chaque {say_list([say_weekday(weekday) for weekday in weekdays])}"


def _monthly(rule: Rule) -> str:
    if rule.by_month_day:
        days = f"{say_list([f'le {_month_day(day)}' for day in rule.by_month_day])} du mois"
    else:
        days = f"{_nth_weekdays(rule)} du mois"
    if rule.every > 1:
        return f"tous les {_number(rule.every)} mois, {days}"
    return days if rule.by_month_day else f"chaque {days}"


def _month_day(day: int) -> str:
    return {1: "1er", -1: "dernier jour"}.get(day, str(day))


def _nth_weekdays(rule: Rule) -> str:
    """“1er et 3e mardi et 2e jeudi”."""
    by_weekday = sorted(rule.by_day, key=lambda day: day.weekday)
    groups = groupby(by_weekday, key=lambda day: day.weekday)
    return say_list([f"{_nths(list(days))} {say_weekday(weekday)}" for weekday, days in groups])


def _nths(days: list[ByDay]) -> str:
    return say_list([_NTHS[day.nth or 1] for day in days])


def _yearly(rule: Rule) -> str:
    every = "chaque année" if rule.every == 1 else f"tous les {_number(rule.every)} ans"
    days = [
        f"le {_day_of_month(day, month)}"
        for month, day in product(rule.by_month, rule.by_month_day)
    ]
    days += [
        f"{_nths([day])} {say_weekday(day.weekday)} {_of(month)}"
        for month, day in product(rule.by_month, rule.by_day)
    ]
    return f"{every}, {say_list(days)}"


def _day_of_month(day: int, month: int) -> str:
    return f"{_month_day(day)} {_of(month) if day == -1 else say_month(month)}"


def _of(month: int) -> str:
    """“de juin”, “d’avril”."""
    name = say_month(month)
    return f"d’{name}" if name[0] in "ao" else f"de {name}"


_RHYTHMS = {
    Frequency.DAILY: _daily,
    Frequency.WEEKLY: _weekly,
    Frequency.MONTHLY: _monthly,
    Frequency.YEARLY: _yearly,
}
