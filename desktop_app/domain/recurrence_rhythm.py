"""The rhythm in a French rule: “toutes les deux semaines”, “1er et 3e mardi”, “le 15 du mois”.

For `recurrence_words`, which has taken bounds, exceptions and hours out of the sentence before.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from desktop_app.domain.calendar_words import MONTH_WORD, MONTHS
from desktop_app.domain.recurrence_rule import ByDay, Frequency, IsoWeeks
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.sentence import Sentence

NUMBERS = {
    "un": 1,
    "une": 1,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "onze": 11,
    "douze": 12,
    "quinze": 15,
    "vingt": 20,
}
NUMBER = r"(?:\d{1,3}|" + "|".join(NUMBERS) + ")"

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_DAY = "(?:" + "|".join(_DAYS) + ")s?"
_AND = r"(?:, et |, | et |,)"
_EACH = r"(?:chaque |(?:tou(?:te)?s )?les? |un )?"
_ORDINALS = {
    **dict.fromkeys(("1er", "premier"), 1),
    **dict.fromkeys(("2e", "2eme", "2nd", "deuxieme", "second"), 2),
    **dict.fromkeys(("3e", "3eme", "troisieme"), 3),
    **dict.fromkeys(("4e", "4eme", "quatrieme"), 4),
    **dict.fromkeys(("5e", "5eme", "cinquieme"), 5),
    **dict.fromkeys(("avant-dernier", "avant dernier"), -2),
    "dernier": -1,
}
_ORDINAL = "(?:" + "|".join(sorted(_ORDINALS, key=len, reverse=True)) + ")s?"
_OF_MONTH = r"(?: (?:du|de chaque|de tous les|par) mois)"

Values = dict[str, Any]


def read_rhythm(
    sentence: Sentence, weekday: int | None, since: date | None, field: str | None
) -> Values:
    """Frequency, step and days; empty when the sentence has no rhythm.

    Of a weekly rhythm that names no day, the day is `weekday`, else the one of `since`.
    """
    for read in (_yearly, _nth_weekdays, _month_days):
        if values := read(sentence):
            return values
    values = _daily(sentence) or _weekly(sentence)
    if values.get("frequency") is Frequency.WEEKLY and not values["by_day"]:
        day = since.weekday() if weekday is None and since is not None else weekday
        if day is None:
            raise Refusal("rule_weekday_missing", field=field)
        values["by_day"] = (ByDay(day),)
    return values


def _yearly(sentence: Sentence) -> Values:
    """“chaque année, le 14 juillet”, “tous les deux ans, dernier vendredi de juin”."""
    every = _step(sentence, "ans")
    if every is None and not sentence.take(r"\bchaque annee\b|\btous les ans\b"):
        return {}
    dates: list[tuple[int, int]] = []
    while found := sentence.take(rf"\b(?:le )?{_MONTH_DAY} (?:de |d')?(?P<month>{MONTH_WORD})"):
        dates.append((_month_day(found), MONTHS[found["month"].rstrip(".")]))
    weekdays: list[tuple[ByDay, int]] = []
    nth = rf"\b{_EACH}(?P<nth>{_ORDINAL}) (?P<day>{_DAY}) (?:de |d')(?P<month>{MONTH_WORD})"
    while found := sentence.take(nth):
        day = ByDay(_weekday(found["day"]), _nth(found["nth"]))
        weekdays.append((day, MONTHS[found["month"].rstrip(".")]))
    named = len({day for day, _month in dates}) or len({day for day, _month in weekdays})
    months = {month for _day, month in (*dates, *weekdays)}
    if named * len(months) != len(dates) + len(weekdays):
        return {}
    return {
        "frequency": Frequency.YEARLY,
        "every": 1 if every is None else every,
        "by_month": tuple(months),
        "by_month_day": tuple({day for day, _month in dates}),
        "by_day": tuple({day for day, _month in weekdays}),
    }


_MONTH_DAY = r"(?:(?P<number>\d{1,2})(?:er)?|(?P<last>dernier jour))"


def _month_day(found: re.Match[str]) -> int:
    return -1 if found["last"] else int(found["number"])


def _nth(word: str) -> int:
    return _ORDINALS[word.removesuffix("s")]


def _nth_weekdays(sentence: Sentence) -> Values:
    """“1er et 3e mardi du mois”, “1er mardi et 3e jeudi”, “un mois sur deux, dernier vendredi”."""
    days: list[ByDay] = []
    nths = rf"{_ORDINAL}(?:{_AND}(?:les? )?{_ORDINAL})*"
    while found := sentence.take(rf"\b{_EACH}(?P<nths>{nths}) (?P<day>{_DAY})\b{_OF_MONTH}?"):
        weekday = _weekday(found["day"])
        words = re.findall(rf"\b{_ORDINAL}\b", found["nths"])
        days += [ByDay(weekday, _nth(word)) for word in words]
    return _of_months(sentence, by_day=tuple(days)) if days else {}


def _month_days(sentence: Sentence) -> Values:
    """“le 15 du mois”, “le 1er et le dernier jour de chaque mois”."""
    day = r"(?:le )?(?:\d{1,2}(?:er)?|dernier jour)"
    days = rf"(?P<days>{day}(?:{_AND}{day})*)"
    found = sentence.take(rf"\b{days}{_OF_MONTH}") or sentence.take(
        rf"\b(?:chaque mois|tous les mois),? {days}"
    )
    if found is None:
        return {}
    by_month_day = tuple(_month_day(one) for one in re.finditer(_MONTH_DAY, found["days"]))
    return _of_months(sentence, by_month_day=by_month_day)


def _of_months(sentence: Sentence, **days: Any) -> Values:
    """Monthly, every month unless a longer step is said."""
    every = _step(sentence, "mois", r"un mois sur (?P<n>" + NUMBER + ")")
    if every is None:
        sentence.take(r"\b(?:chaque|tous les) mois\b|\bmensuel(?:le(?:ment)?)?\b")
    return {"frequency": Frequency.MONTHLY, "every": 1 if every is None else every, **days}


def _daily(sentence: Sentence) -> Values:
    if sentence.take(rf"\b{_EACH}jours? ouvres?\b"):
        by_day = tuple(ByDay(day) for day in range(5))
        return {"frequency": Frequency.WEEKLY, "by_day": by_day, "except_public_holidays": True}
    if sentence.take(r"\bchaque jour\b|\btous les jours\b|\bquotidien(?:nement|ne)?\b"):
        return {"frequency": Frequency.DAILY}
    exactly = sentence.take(rf"\btous les (?P<n>{NUMBER}) jours de date a date\b")
    if exactly is not None:
        return {"frequency": Frequency.DAILY, "every": _number(exactly["n"])}
    every = _step(sentence, "jours")
    if every in (8, 15):
        # Said of weeks: “tous les quinze jours” is every second week, and “huit jours” is one.
        return {"frequency": Frequency.WEEKLY, "every": every // 7, "by_day": _named(sentence)}
    return {} if every is None else {"frequency": Frequency.DAILY, "every": every}


def _weekly(sentence: Sentence) -> Values:
    values: Values = {"frequency": Frequency.WEEKLY}
    said = False
    for read in (_parity, _every_few_weeks, _every_week):
        if step := read(sentence):
            said, values = True, values | step
            break
    values.setdefault("by_day", _named(sentence))
    return values if said or values["by_day"] else {}


def _parity(sentence: Sentence) -> Values:
    found = sentence.take(
        r"\b(?:chaque |(?:toutes )?les |des |en )?semaines? (?P<odd>im)?paires?(?: ?\(?iso\)?)?"
    )
    return {"iso_weeks": IsoWeeks.ODD if found["odd"] else IsoWeeks.EVEN} if found else {}


def _every_few_weeks(sentence: Sentence) -> Values:
    if found := sentence.take(rf"\bun (?P<day>{_DAY}) sur (?P<n>{NUMBER})\b"):
        return {"every": _number(found["n"]), "by_day": (ByDay(_weekday(found["day"])),)}
    if found := sentence.take(rf"\btous les (?P<n>{NUMBER}) (?P<day>{_DAY})\b"):
        return {"every": _number(found["n"]), "by_day": (ByDay(_weekday(found["day"])),)}
    every = _step(sentence, "semaines", rf"une semaine sur (?P<n>{NUMBER})")
    return {} if every is None else {"every": every}


def _every_week(sentence: Sentence) -> Values:
    found = sentence.take(
        r"\bchaque semaine\b|\btoutes les semaines\b|\bhebdomadaire(?:ment)?\b"
        r"|\b(?:une fois )?par semaine\b"
    )
    return {"every": 1} if found else {}


def _named(sentence: Sentence) -> tuple[ByDay, ...]:
    """The weekdays named: “du lundi au vendredi”, “mardi et jeudi”."""
    if found := sentence.take(rf"\bdu (?P<first>{_DAY}) au (?P<last>{_DAY})\b"):
        first, last = _weekday(found["first"]), _weekday(found["last"])
        return tuple(ByDay((first + ahead) % 7) for ahead in range((last - first) % 7 + 1))
    found = sentence.take(rf"\b{_EACH}{_DAY}\b(?:{_AND}{_EACH}{_DAY}\b)*")
    return () if found is None else tuple(ByDay(_weekday(d)) for d in re.findall(_DAY, found[0]))


def _step(sentence: Sentence, unit: str, other: str | None = None) -> int | None:
    """The number in “tous les trois mois”, or in the other turn of phrase."""
    phrases = [
        rf"\btou(?:te)?s les (?P<n>{NUMBER}) {unit}\b",
        *([rf"\b{other}\b"] if other else []),
    ]
    found = next(filter(None, map(sentence.take, phrases)), None)
    return None if found is None else _number(found["n"])


def _number(word: str) -> int:
    return NUMBERS.get(word) or int(word)


def _weekday(word: str) -> int:
    return _DAYS.index(word.removesuffix("s"))
