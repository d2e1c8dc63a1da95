"""Which day “lundi 23” is: the week a list is about, from its name and its first line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from desktop_app.domain.calendar_words import WEEKDAY_WORD, WEEKDAYS
from desktop_app.domain.civil_time import Week
from desktop_app.domain.reading_day import parse_day
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.search_text import fold
from desktop_app.domain.typed_text import plain
from desktop_app.services.importing.columns import Table
from desktop_app.services.importing.lines import Judging, required

_WEEK_IN_NAME = re.compile(r"\b(?:semaine|sem|week|s|w) ?(?P<number>\d{1,2})\b")
_YEAR_IN_NAME = re.compile(r"\b(?P<year>20\d{2})\b")
_BARE_DAY = re.compile(rf"(?P<weekday>{WEEKDAY_WORD}),? (?P<day>\d{{1,2}})(?:er)?")


@dataclass(frozen=True, slots=True)
class ListDays:
    """The days of one list. prefix: what makes its ids the venue's own (“2026-W48”)."""

    week: Week | None
    prefix: str
    today: date

    def day_of(self, judging: Judging) -> date:
        """The civil day of a line. Raises Refusal `import_day_not_in_week` and those of days."""
        text = required(judging.line, "day").removesuffix(" 00:00")
        bare = _BARE_DAY.fullmatch(plain(text))
        if bare is None:
            return parse_day(text, self.today, field="day")
        if self.week is None:
            day = parse_day(text, self.today, field="day")
            judging.doubt("import_day_guessed", "day", text=text, day=day)
            return day
        found = _day_in(self.week, bare)
        if found is None:
            raise Refusal("import_day_not_in_week", field="day", text=text, week=self.week)
        return found


def list_days(table: Table, today: date) -> ListDays:
    """The week told by the file's name; its year is the one nearest to today in which the first
    line's weekday and day of the month agree."""
    stem = fold(PurePath(table.sheet.name).stem)
    week = _week_named(stem, [line.get("day") for line in table.lines], today)
    return ListDays(week, str(week) if week else stem[:40], today)


def _week_named(stem: str, days: list[str], today: date) -> Week | None:
    named = _WEEK_IN_NAME.search(stem)
    if named is None:
        return None
    year = _YEAR_IN_NAME.search(stem)
    years = [int(year["year"])] if year else [today.year, today.year + 1, today.year - 1]
    weeks = []
    for candidate in years:
        try:
            weeks.append(Week(candidate, int(named["number"])))
        except ValueError:
            continue
    bare = [found for text in days if (found := _BARE_DAY.fullmatch(plain(text)))]
    agreeing = [week for week in weeks if not bare or _day_in(week, bare[0])]
    return min(agreeing or weeks[:1], key=lambda week: abs(week.monday - today), default=None)


def _day_in(week: Week, bare: re.Match[str]) -> date | None:
    day = week.days[WEEKDAYS[bare["weekday"].rstrip(".")]]
    return day if day.day == int(bare["day"]) else None
