"""Every rule, against another implementation of RFC 5545 and against itself."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from dateutil.rrule import DAILY, MO, MONTHLY, WEEKLY, YEARLY, rrule, weekday
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.civil_time import Week
from desktop_app.domain.opening import Calendar
from desktop_app.domain.recurrence import ByDay, Frequency, IsoWeeks, Rule, expand
from desktop_app.domain.recurrence_words import parse_rule
from desktop_app.wording.recurrence import say_rule
from tests.support.calendars import venue_calendar
from tests.support.languages import speaking
from tests.support.rules import DAYS, bare_rules, rules

FREQUENCIES: dict[Frequency, Any] = {
    Frequency.DAILY: DAILY,
    Frequency.WEEKLY: WEEKLY,
    Frequency.MONTHLY: MONTHLY,
    Frequency.YEARLY: YEARLY,
}
LAST = date(2030, 12, 31)
always_closed = Calendar()
calendar = venue_calendar()
windows = st.tuples(DAYS, st.integers(0, 700)).map(
    lambda window: (window[0], window[0] + timedelta(days=window[1]))
)


def dates(rule: Rule, first: date, last: date) -> list[date]:
    return [day for day, _dropped in expand(rule, first, last, calendar)]


def in_another_library(rule: Rule) -> list[date]:
    assert rule.since is not None
    other = rrule(
        FREQUENCIES[rule.frequency],
        dtstart=datetime.combine(rule.since, time()),
        until=datetime.combine(min(rule.until or LAST, LAST), time()),
        interval=rule.every,
        wkst=MO,
        byweekday=[weekday(day.weekday, day.nth) for day in rule.by_day] or None,
        bymonthday=rule.by_month_day or None,
        bymonth=rule.by_month or None,
    )
    return [moment.date() for moment in islice(other, rule.count)]


@given(bare_rules())
def test_a_rule_gives_the_dates_another_library_gives(rule):
    assert dates(rule, date(2024, 1, 1), LAST) == in_another_library(rule)


@given(st.integers(0, 6), st.sampled_from(IsoWeeks), windows)
def test_even_and_odd_weeks_are_those_of_the_iso_calendar(day, parity, window):
    rule = Rule(Frequency.WEEKLY, by_day=(ByDay(day),), iso_weeks=parity)
    first, last = window
    every_day = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
    remainder = 0 if parity is IsoWeeks.EVEN else 1
    assert dates(rule, first, last) == [
        each
        for each in every_day
        if each.weekday() == day and Week.of(each).number % 2 == remainder
    ]


@given(rules(), windows)
def test_looking_at_a_part_of_the_season_shows_that_part(rule, window):
    first, last = window
    whole = expand(rule, date(2024, 1, 1), LAST, calendar)
    assert expand(rule, first, last, calendar) == tuple(
        row for row in whole if first <= row.day <= last
    )


@given(rules(), windows)
def test_exceptions_are_kept_whatever_the_rule(rule, window):
    found = dates(rule, *window)
    assert found == sorted(set(found))
    assert not set(found) & {day for day, _reason in rule.removed}
    for day in set(found) - set(rule.added):
        assert rule.until is None or day <= rule.until
        assert rule.since is None or day >= rule.since
        assert not rule.except_public_holidays or calendar.public_holiday(day) is None
        zone = rule.except_school_zone
        assert zone is None or calendar.school_holiday(day, zone) is None


@given(rules(), windows)
def test_a_closure_drops_dates_and_loses_none(rule, window):
    first, last = window
    closed = expand(rule, first, last, calendar)
    assert [row.day for row in closed] == [
        row.day for row in expand(rule, first, last, always_closed)
    ]
    for day, dropped in closed:
        shut = calendar.closed_day(day)
        assert dropped == (None if shut is None or shut.kind == "weekly" else shut.reason)


@given(rules())
def test_a_rule_is_stored_and_found_again(rule):
    assert Rule.from_dict(json.loads(json.dumps(rule.to_dict()))) == rule


@given(rules(), st.none() | st.just((time(14), time(17))) | st.just((time(18, 30), time(20))))
def test_a_rule_said_in_french_is_read_back_as_the_same_rule(rule, hours):
    said = say_rule(rule, hours)
    reading = parse_rule(said, since=rule.since)
    assert reading.rule == rule, said
    assert (reading.hours, reading.discreet) == (hours, False)


@given(rules())
def test_a_rule_is_said_in_english_without_a_french_word(rule):
    with speaking("en"):
        said = say_rule(rule)
    assert said.isascii() or "\u00a0" in said
    assert not {"le", "du", "chaque", "sauf", "et", "jusqu’au"} & set(said.replace(",", "").split())
