"""Days as people type and say them at a desk, in French and in English.

Everyone may enter. What the calendar does not have is refused by name: 31 November, a
Thursday that is a Friday. Days are read from the present day handed in, never from a clock.

Without a year, a day is the next to come, unless it lies at most `RECENT` days back: on
26 November “24/11” was two days ago, “12/01” is next January.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from desktop_app.domain.calendar_words import MONTH_WORD, MONTHS, WEEKDAY_WORD, WEEKDAYS
from desktop_app.domain.civil_time import DAY, Week
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.typed_text import plain

RECENT = 31
"""Days back that a day without a year may lie."""

YEARS = range(1900, 2101)
"""Years the desk may mean; anything else is a slip (20226)."""

_FROM_TODAY = {
    "avant-hier": -2,
    "hier": -1,
    "yesterday": -1,
    "aujourd'hui": 0,
    "aujourdhui": 0,
    "auj": 0,
    "ce jour": 0,
    "today": 0,
    "demain": 1,
    "tomorrow": 1,
    "apres-demain": 2,
    "apres demain": 2,
}

_RELATIVE = re.compile(
    rf"(?:(?P<near>ce|this|next|last) )?(?P<weekday>{WEEKDAY_WORD})"
    r"(?: (?P<which>prochain|suivant|dernier))?"
)
_LATER = re.compile(r" en (?P<days>huit|quinze)$")
_ISO = re.compile(r"(?P<year>\d{4,6})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DATED = re.compile(
    rf"(?:(?P<weekday>{WEEKDAY_WORD}),? )?(?:le )?(?P<day>\d{{1,2}})(?:er|e|st|nd|rd|th)?"
    rf"(?:(?: ?[/.-] ?| )(?P<month>\d{{1,2}})|,? (?:de )?(?P<word>{MONTH_WORD}))?"
    r"(?:(?: ?[/.-] ?|,? )(?P<year>\d{1,6}))?"
)


def parse_day(text: str, today: date, *, field: str | None = None, recent: int = RECENT) -> date:
    """A civil day: `26/11/2026`, `26.11`, `jeudi 26 novembre`, `demain`, `mardi prochain`…

    “mardi” is the first Tuesday from today on, “mardi prochain” the one of the next ISO week,
    “jeudi en huit” a week after the coming Thursday.
    recent: how many days back a day without a year may lie.
    Refusals: day_missing, day_unreadable, day_impossible, month_impossible, year_impossible,
    weekday_mismatch.
    """
    typed = re.sub(r"^(?:le|du|au|on) ", "", plain(text))
    if not typed:
        raise Refusal("day_missing", field=field)
    relative = _relative_day(typed, today)
    if relative is not None:
        return relative
    found = _ISO.fullmatch(typed) or _DATED.fullmatch(typed)
    if found is None:
        raise Refusal("day_unreadable", field=field, text=text)
    return _dated_day(found.groupdict(), today, recent, field, text)


def _relative_day(typed: str, today: date) -> date | None:
    later = _LATER.search(typed)
    if later is not None:
        base = _relative_day(typed[: later.start()], today)
        return None if base is None else base + DAY * (7 if later["days"] == "huit" else 14)
    if typed in _FROM_TODAY:
        return today + DAY * _FROM_TODAY[typed]
    found = _RELATIVE.fullmatch(typed)
    if found is None:
        return None
    weekday = WEEKDAYS[found["weekday"].rstrip(".")]
    if found["which"] in {"prochain", "suivant"} or found["near"] == "next":
        return Week.of(today).next().days[weekday]
    if found["which"] == "dernier" or found["near"] == "last":
        return today - DAY * ((today.weekday() - weekday - 1) % 7 + 1)
    return today + DAY * ((weekday - today.weekday()) % 7)


def _dated_day(
    parts: dict[str, str | None], today: date, recent: int, field: str | None, text: str
) -> date:
    day, month = int(parts["day"] or 0), _month_of(parts, field)
    weekday = _weekday_of(parts)
    if parts["year"] is not None and month is None:
        raise Refusal("day_unreadable", field=field, text=text)
    if parts["year"] is not None and month is not None:
        found = _day_of(day, month, _year_of(parts["year"], field), field)
    elif month is not None:
        found = _without_year(day, month, today, recent, field)
    else:
        found = _without_month(day, weekday, today, recent, field)
    if weekday is not None and found.weekday() != weekday:
        raise Refusal("weekday_mismatch", field=field, day=found, weekday=weekday)
    return found


def _weekday_of(parts: dict[str, str | None]) -> int | None:
    word = parts.get("weekday")
    return None if word is None else WEEKDAYS[word.rstrip(".")]


def _month_of(parts: dict[str, str | None], field: str | None) -> int | None:
    word = parts.get("word")
    if word is not None:
        return MONTHS[word.rstrip(".")]
    if parts["month"] is None:
        return None
    month = int(parts["month"])
    if not 1 <= month <= 12:
        raise Refusal("month_impossible", field=field, month=month)
    return month


def _year_of(typed: str, field: str | None) -> int:
    year = int(typed)
    if len(typed) == 2:
        return 2000 + year
    if year not in YEARS:
        raise Refusal("year_impossible", field=field, year=year)
    return year


def _day_of(day: int, month: int, year: int, field: str | None) -> date:
    if not 1 <= day <= monthrange(year, month)[1]:
        raise Refusal("day_impossible", field=field, day=day, month=month, year=year)
    return date(year, month, day)


def _without_year(day: int, month: int, today: date, recent: int, field: str | None) -> date:
    earliest = today - timedelta(days=recent)
    for year in (earliest.year, earliest.year + 1):
        if 1 <= day <= monthrange(year, month)[1] and date(year, month, day) >= earliest:
            return date(year, month, day)
    return _day_of(day, month, earliest.year + 1, field)


def _without_month(
    day: int, weekday: int | None, today: date, recent: int, field: str | None
) -> date:
    """“le 26”, “lundi 23”: the next such day of a month, or a recent one of the right weekday."""
    if not 1 <= day <= 31:
        raise Refusal("day_impossible", field=field, day=day, month=None, year=None)
    around = (today + DAY * ahead for ahead in (*range(62), *range(-1, -recent - 1, -1)))
    dated: list[date] = [near for near in around if near.day == day]
    return next((near for near in dated if near.weekday() == weekday), dated[0])
