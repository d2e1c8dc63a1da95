"""ISO weeks and days of the week as people type them. Everyone may enter."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from desktop_app.domain.calendar_words import WEEKDAYS
from desktop_app.domain.civil_time import DAY, Week, weeks_in
from desktop_app.domain.reading_day import YEARS
from desktop_app.domain.reading_time import parse_hours
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.typed_text import plain

_WEEK = re.compile(
    r"(?:(?P<first>\d{4,6})[ -]?w(?P<iso>\d{1,2})"
    r"|(?:semaine|sem|week|s|w)?\.? ?(?P<number>\d{1,2})(?:(?: de| of|/|-)? ?(?P<year>\d{4,6}))?)"
    r"(?: [-:].*)?"
)
_NEAR_WEEKS = {
    "cette semaine": 0,
    "this week": 0,
    "semaine prochaine": 1,
    "la semaine prochaine": 1,
    "next week": 1,
    "semaine derniere": -1,
    "la semaine derniere": -1,
    "last week": -1,
}


def parse_week(text: str, today: date, *, field: str | None = None) -> Week:
    """An ISO week: `48`, `S48`, `semaine 48`, `2026-W48`, `semaine prochaine`.

    Without a year, the nearest such week to today (week 2 asked in November is next January's).
    Refusals: week_missing, week_unreadable, week_impossible, year_impossible.
    """
    typed = plain(text)
    if not typed:
        raise Refusal("week_missing", field=field)
    if typed in _NEAR_WEEKS:
        return Week.of(today + DAY * 7 * _NEAR_WEEKS[typed])
    found = _WEEK.fullmatch(typed)
    if found is None:
        raise Refusal("week_unreadable", field=field, text=text)
    number = int(found["iso"] or found["number"])
    typed_year = found["first"] or found["year"]
    year = _nearest_year(number, today) if typed_year is None else int(typed_year)
    if year not in YEARS:
        raise Refusal("year_impossible", field=field, year=year)
    if not 1 <= number <= weeks_in(year):
        raise Refusal("week_impossible", field=field, year=year, number=number)
    return Week(year, number)


def _nearest_year(number: int, today: date) -> int:
    present = Week.of(today)

    def distance(year: int) -> tuple[timedelta, int]:
        monday = date.fromisocalendar(year, 1, 1) + DAY * 7 * (number - 1)
        return abs(monday - present.monday), -year

    if not 1 <= number <= 53:
        return present.year
    return min((present.year - 1, present.year, present.year + 1), key=distance)


def parse_weekday(text: str, *, field: str | None = None) -> int:
    """A day of the week, Monday 0. Refusals: day_missing, weekday_unreadable."""
    typed = plain(text)
    if not typed:
        raise Refusal("day_missing", field=field)
    word = re.sub(r"^(?:le |les |chaque )", "", typed).rstrip(".")
    for spelling in (word, word.removesuffix("s")):
        if spelling in WEEKDAYS:
            return WEEKDAYS[spelling]
    raise Refusal("weekday_unreadable", field=field, text=text)


def parse_weekday_hours(text: str, *, field: str | None = None) -> tuple[int, time, time]:
    """A weekday and its hours in one go, as lists write them: “mercredi 10 h–12 h 30”.

    Refusals: those of a weekday and of hours.
    """
    first, _, rest = plain(text).partition(" ")
    weekday = parse_weekday(first, field=field)
    return (weekday, *parse_hours(rest, field=field))
