"""Rules as people write them in French: “1er et 3e mardi du mois, sauf vacances zone C”.

English is understood too: `recurrence_english` puts it into these words first.

For whoever reads a list of permanences or a typed series. The sentence is taken apart phrase by
phrase (bounds and exceptions here, the rhythm in `recurrence_rhythm`); if anything is left that
was not understood, the whole rule is refused and the left-over part is named: nothing is guessed,
nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time
from typing import Any, NamedTuple

from desktop_app.domain.calendar_words import DATE_WORDS, MONTH_WORD, MONTHS
from desktop_app.domain.civil_time import DAY
from desktop_app.domain.reading_day import YEARS, parse_day
from desktop_app.domain.reading_time import LINKED_HOURS, parse_hours
from desktop_app.domain.recurrence_english import into_french
from desktop_app.domain.recurrence_rhythm import NUMBER, NUMBERS, read_rhythm
from desktop_app.domain.recurrence_rule import Rule
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.sentence import Sentence
from desktop_app.domain.typed_text import plain

LONGEST = 2000
"""Characters of a rule: nobody says more."""


class RuleReading(NamedTuple):
    """What a sentence says: the rule, and what stood beside it.

    discreet: “affichage discret” was written. hours: start and end, if any. named: which of the
    names handed in (rooms) were met.
    """

    rule: Rule
    discreet: bool = False
    hours: tuple[time, time] | None = None
    named: tuple[str, ...] = ()


def parse_rule(
    text: str,
    *,
    weekday: int | None = None,
    since: date | None = None,
    names: Iterable[str] = (),
    field: str | None = "rule",
) -> RuleReading:
    """The rule a sentence gives, French or English.

    weekday: the day told elsewhere (a column of its own); the rule may not contradict it.
    since: first day of the series; “toutes les deux semaines” is counted from it when the text
    has no date of its own, and “jusqu’au 12 janvier” is the next one after it.
    names: names of rooms that may stand in the sentence.
    Refusals: rule_missing, rule_unreadable (text, part), rule_weekday_missing,
    rule_weekday_mismatch, rule_needs_start, rule_ends_before_start, and those of days and hours.
    """
    if not plain(text):
        raise Refusal("rule_missing", field=field)
    if len(text) > LONGEST:
        raise Refusal("rule_unreadable", field=field, text=text)
    sentence = Sentence(plain(text))
    named = _read_names(sentence, names)
    sentence.reword(into_french)
    discreet = sentence.take(r"(?:en |avec )?affichage discret|discret(?:e|ement)?\b") is not None
    values = _read_bounds(sentence, since, field)
    values |= _read_exceptions(sentence, since, field)
    hours = _read_hours(sentence, field)
    values |= _read_months(sentence)
    values |= read_rhythm(sentence, weekday, values.get("since") or since, field)
    part = sentence.left_over()
    if part or "frequency" not in values:
        raise Refusal("rule_unreadable", field=field, text=text, part=part or text)
    return RuleReading(_rule_of(values, weekday, since, field, text), discreet, hours, named)


def _rule_of(
    values: dict[str, Any],
    weekday: int | None,
    since: date | None,
    field: str | None,
    text: str,
) -> Rule:
    if values.get("every", 1) > 1 or values.get("count"):
        values.setdefault("since", since)
        if values["since"] is None:
            raise Refusal("rule_needs_start", field=field)
    starts, ends = values.get("since") or since, values.get("until")
    if starts is not None and ends is not None and ends < starts:
        raise Refusal("rule_ends_before_start", field=field, since=starts, until=ends)
    try:
        rule = Rule(**values)
    except ValueError:
        raise Refusal("rule_unreadable", field=field, text=text) from None
    if weekday is not None and rule.weekdays and weekday not in rule.weekdays:
        named = min(rule.weekdays)
        raise Refusal("rule_weekday_mismatch", field=field, rule_weekday=named, weekday=weekday)
    return rule


def _read_names(sentence: Sentence, names: Iterable[str]) -> tuple[str, ...]:
    """The names met, longest first: “Agora A” is not read inside another room's name."""
    return tuple(
        name
        for name in sorted(names, key=len, reverse=True)
        if sentence.take(rf"(?<!\w){re.escape(plain(name))}(?!\w)")
    )


_DATE = f"(?:le )?(?:{DATE_WORDS})"
_FROM_TO = rf"\bdu (?P<since>{DATE_WORDS}) (?:au|jusqu'au) (?P<until>{DATE_WORDS})(?: inclus)?"
_SINCE = rf"\b(?:depuis|des|a (?:partir|compter) du|a (?:partir|compter) de) ?(?P<day>{_DATE})"
_UNTIL = rf"\bjusqu'(?:au|a) (?P<day>{_DATE})(?: inclus)?"
_UNTIL_MONTH = (
    r"\bjusqu'(?:en|a|au) ?(?:la )?(?:fin )?(?:de |d'|du mois de |du mois d')?"
    rf"(?P<month>{MONTH_WORD}|l'annee)(?: (?P<year>\d{{4}}))?(?: inclus)?"
)


def _read_bounds(sentence: Sentence, since: date | None, field: str | None) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if found := sentence.take(_FROM_TO):
        values["since"] = _read_day(found["since"], since, field)
        values["until"] = _read_day(found["until"], values["since"], field)
    elif found := sentence.take(_SINCE):
        values["since"] = _read_day(found["day"], since, field)
    starts = values.get("since") or since
    if found := sentence.take(_UNTIL):
        values["until"] = _read_day(found["day"], starts, field)
    elif found := sentence.take(_UNTIL_MONTH):
        values["until"] = _end_of_month(found["month"], found["year"], starts, field)
    if found := sentence.take(rf"\b(?:pendant )?(?P<count>{NUMBER}) (?:fois|dates?|seances?)\b"):
        values["count"] = NUMBERS.get(found["count"]) or int(found["count"])
    return values


def _read_day(typed: str, since: date | None, field: str | None) -> date:
    """A day of the sentence; without a year, the first one on or after the series' first day."""
    if since is None and re.search(r"\d{4}|(?:[/.-]\d+){2}", typed) is None:
        raise Refusal("rule_needs_start", field=field)
    return parse_day(typed, since or date(2000, 1, 1), field=field, recent=0)


def _end_of_month(word: str, year: str | None, since: date | None, field: str | None) -> date:
    month = 12 if word == "l'annee" else MONTHS[word.rstrip(".")]
    if year is None:
        if since is None:
            raise Refusal("rule_needs_start", field=field)
        year = str(since.year + (month < since.month))
    if int(year) not in YEARS:
        raise Refusal("year_impossible", field=field, year=int(year))
    return date(int(year) + month // 12, month % 12 + 1, 1) - DAY


_SCHOOL = r"vacances(?: scolaires)?(?:,? \(?(?:de la |la )?zone (?P<zone>[abc])\)?)?"
_PUBLIC = r"(?:jours? )?feries?"
_CLOSURES = r"(?:jours? de )?fermetures?(?: du lieu)?"
_ITEM = (
    rf"(?:pendant |les |des )*(?:{_SCHOOL.replace('?P<zone>', '?:')}|{_PUBLIC}|{_CLOSURES}|{_DATE})"
)
_AND = r"(?:, et |, ni |, | et | ni )"
_EXCEPT = rf"\b(?:sauf|hors|excepte) (?P<items>{_ITEM}(?:{_AND}(?:sauf |hors )?{_ITEM})*)"
_PLUS = rf"\b(?:plus|et aussi|ainsi que) (?P<days>{_DATE}(?:{_AND}{_DATE})*)"


def _read_exceptions(sentence: Sentence, since: date | None, field: str | None) -> dict[str, Any]:
    """What the rule leaves out, and puts in. “Sauf fermetures” adds nothing: they always drop."""
    values: dict[str, Any] = {}
    removed: list[tuple[date, str]] = []
    while found := sentence.take(_EXCEPT):
        items = found["items"]
        if school := re.search(_SCHOOL, items):
            values["except_school_zone"] = (school["zone"] or "c").upper()
        if re.search(rf"\b{_PUBLIC}\b", items):
            values["except_public_holidays"] = True
        removed += [(_read_day(day, since, field), "") for day in re.findall(DATE_WORDS, items)]
    added: list[date] = []
    while found := sentence.take(_PLUS):
        added += [_read_day(day, since, field) for day in re.findall(DATE_WORDS, found["days"])]
    return values | {"removed": tuple(removed), "added": tuple(added)}


def _read_hours(sentence: Sentence, field: str | None) -> tuple[time, time] | None:
    found = sentence.take(rf"(?<!\d)(?:{LINKED_HOURS})(?! ?\d)(?: ?\(lendemain\))?")
    return None if found is None else parse_hours(found[0], field=field)


def _read_months(sentence: Sentence) -> dict[str, Any]:
    """“de septembre à juin”, “en octobre et novembre”: only in these months, each year."""
    if found := sentence.take(rf"\bde (?P<first>{MONTH_WORD}) a (?P<last>{MONTH_WORD})"):
        first, last = MONTHS[found["first"].rstrip(".")], MONTHS[found["last"].rstrip(".")]
        length = (last - first) % 12 + 1
        return {"by_month": tuple((first - 1 + ahead) % 12 + 1 for ahead in range(length))}
    if found := sentence.take(rf"\ben (?P<months>{MONTH_WORD}(?:{_AND}(?:en )?{MONTH_WORD})*)"):
        words = re.findall(MONTH_WORD, found["months"])
        return {"by_month": tuple(MONTHS[word.rstrip(".")] for word in words)}
    return {}


def parse_opening_rule(text: str, weekday: int, *, field: str | None = "rule") -> int | None:
    """Which such weekday of the month opening hours are for: None for every week, 1…5 or -1.

    Reads “chaque semaine”, “premier samedi du mois”. Refusals: those of a rule.
    """
    rule = parse_rule(text, weekday=weekday, field=field).rule
    if rule == Rule(rule.frequency, by_day=rule.by_day) and len(rule.by_day) == 1:
        return rule.by_day[0].nth
    raise Refusal("rule_unreadable", field=field, text=text)
