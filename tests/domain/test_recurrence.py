"""The dates of series: the season of the reference venue, figure by figure."""

from __future__ import annotations

import json
from datetime import date

import pytest

from desktop_app.domain.civil_time import Week
from desktop_app.domain.opening import Calendar, SchoolHoliday
from desktop_app.domain.recurrence import ByDay, Frequency, IsoWeeks, Rule, RuleDate, expand
from desktop_app.domain.recurrence_words import parse_rule
from tests.support.calendars import PERIODS, PERMANENCES, SEASON, venue_calendar

calendar = venue_calendar()


def permanence(code: str) -> tuple[RuleDate, ...]:
    weekday, words = next((weekday, words) for c, weekday, words in PERMANENCES if c == code)
    return expand(parse_rule(words, weekday=weekday, since=SEASON[0]).rule, *SEASON, calendar)


def kept(dates: tuple[RuleDate, ...]) -> list[date]:
    return [day for day, dropped in dates if dropped is None]


def dropped(dates: tuple[RuleDate, ...]) -> dict[date, str]:
    return {day: reason for day, reason in dates if reason is not None}


def test_thursday_mornings_have_42_dates_and_three_dropped_ones():
    dates = permanence("P06")
    assert len(kept(dates)) == 42
    assert dropped(dates) == {
        date(2026, 12, 24): "fermeture annuelle d’hiver",
        date(2026, 12, 31): "fermeture annuelle d’hiver",
        date(2027, 5, 6): "Ascension",
    }


def test_after_the_even_week_52_comes_the_even_week_2():
    dates = [day for day, _reason in permanence("P04")]
    place = dates.index(date(2026, 12, 23))
    assert dates[place + 1] == date(2027, 1, 13)
    assert {Week.of(day).number % 2 for day in dates} == {0}
    assert date(2026, 12, 30) not in dates


def test_odd_weeks_53_and_1_follow_each_other():
    odd = Rule(Frequency.WEEKLY, by_day=(ByDay(2),), iso_weeks=IsoWeeks.ODD)
    dates = [day for day, _reason in expand(odd, date(2026, 12, 14), date(2027, 1, 24), calendar)]
    assert dates == [date(2026, 12, 16), date(2026, 12, 30), date(2027, 1, 6), date(2027, 1, 20)]


def test_every_two_weeks_goes_on_counting_over_the_new_year():
    dates = [day for day, _reason in permanence("P10")]
    assert dates[:3] == [date(2026, 9, 11), date(2026, 9, 25), date(2026, 10, 9)]
    assert date(2027, 1, 1) in dates
    assert date(2027, 1, 15) in dates
    assert {(day - dates[0]).days % 14 for day in dates} == {0}


def test_the_step_does_not_depend_on_where_one_starts_looking():
    rule = parse_rule("toutes les deux semaines depuis le 11/09/2026", weekday=4).rule
    late = expand(rule, date(2027, 3, 1), SEASON[1], calendar)
    assert late == tuple(row for row in permanence("P10") if row.day >= date(2027, 3, 1))


def test_week_53_drops_eight_permanences():
    closed_week = Week(2026, 53)
    fallen = {
        code
        for code, _weekday, _words in PERMANENCES
        for day in dropped(permanence(code))
        if day in closed_week.days
    }
    assert fallen == {"P01", "P02", "P03", "P06", "P07", "P09", "P10", "P11"}
    assert dropped(permanence("P09"))[date(2027, 1, 1)] == "Jour de l’An"


def test_a_rule_except_school_holidays_leaves_them_out_unlisted():
    dates = [day for day, _reason in permanence("P05")]
    assert date(2026, 10, 14) in dates
    for away in (date(2026, 10, 21), date(2026, 12, 23), date(2027, 2, 10), date(2027, 4, 7)):
        assert away not in dates
    assert not any(calendar.school_holiday(day) for day in dates)


def test_school_holidays_typed_by_the_venue_move_the_dates():
    typed = Calendar(
        PERIODS,
        school_holidays=(SchoolHoliday("C", "Toussaint", date(2026, 10, 24), date(2026, 11, 8)),),
    )
    rule = parse_rule("chaque semaine sauf vacances zone C", weekday=2).rule
    october = [
        day.day for day, _reason in expand(rule, date(2026, 10, 1), date(2026, 10, 31), typed)
    ]
    assert october == [7, 14, 21]


def test_first_thursday_and_last_friday_of_the_month():
    firsts = [day for day, _reason in permanence("P08")]
    assert firsts[:4] == [date(2026, 9, 3), date(2026, 10, 1), date(2026, 11, 5), date(2026, 12, 3)]
    assert dropped(permanence("P08")) == {date(2027, 5, 6): "Ascension"}
    lasts = permanence("P12")
    assert date(2026, 11, 27) in kept(lasts)
    assert dropped(lasts) == {date(2026, 12, 25): "Noël"}


def test_tuesday_evenings_until_12_january_as_said_on_the_phone():
    reading = parse_rule(
        "chaque mardi, 18 h 30–20 h 30, Passerelle, jusqu’au 12 janvier",
        since=date(2026, 12, 1),
        names=["Agora A", "Passerelle"],
    )
    dates = expand(reading.rule, date(2026, 12, 1), SEASON[1], calendar)
    assert kept(dates) == [
        *(date(2026, 12, 1), date(2026, 12, 8), date(2026, 12, 15), date(2026, 12, 22)),
        *(date(2027, 1, 5), date(2027, 1, 12)),
    ]
    assert dropped(dates) == {date(2026, 12, 29): "fermeture annuelle d’hiver"}


def test_removed_and_added_dates():
    rule = Rule(
        Frequency.WEEKLY,
        by_day=(ByDay(1),),
        except_school_zone="C",
        removed=((date(2026, 9, 8), "assemblée générale"), (date(2026, 10, 20), "")),
        added=(date(2026, 9, 10), date(2026, 10, 20), date(2026, 10, 27), date(2027, 12, 1)),
    )
    dates = [day for day, _ in expand(rule, date(2026, 9, 1), date(2026, 10, 31), calendar)]
    assert dates == [
        *(date(2026, 9, 1), date(2026, 9, 10), date(2026, 9, 15), date(2026, 9, 22)),
        *(date(2026, 9, 29), date(2026, 10, 6), date(2026, 10, 13), date(2026, 10, 27)),
    ]


def test_public_holidays_can_be_left_out_by_the_rule_itself():
    rule = parse_rule("chaque mercredi sauf jours fériés").rule
    november = expand(rule, date(2026, 11, 1), date(2026, 11, 30), calendar)
    assert [day.day for day, _reason in november] == [4, 18, 25]


def test_a_weekday_without_hours_is_not_a_closure():
    sundays = expand(
        parse_rule("chaque dimanche").rule, date(2026, 11, 1), date(2026, 11, 9), calendar
    )
    assert sundays == (
        RuleDate(date(2026, 11, 1), "Toussaint"),
        RuleDate(date(2026, 11, 8), None),
    )


def test_the_31st_is_passed_over_where_a_month_has_none_and_the_last_day_is_not():
    strict = Rule(Frequency.MONTHLY, by_month_day=(31,))
    last = Rule(Frequency.MONTHLY, by_month_day=(-1,))
    year = (date(2027, 1, 1), date(2027, 12, 31))
    assert [day.month for day, _ in expand(strict, *year, calendar)] == [1, 3, 5, 7, 8, 10, 12]
    assert [day.day for day, _ in expand(last, *year, calendar)][:4] == [31, 28, 31, 30]


def test_a_count_is_counted_before_exceptions():
    rule = parse_rule("chaque mardi, 10 fois, sauf vacances zone C", since=date(2026, 9, 1)).rule
    dates = expand(rule, *SEASON, calendar)
    assert [day for day, _ in dates][-1] == date(2026, 11, 3)
    assert len(dates) == 8


@pytest.mark.parametrize(
    "senseless",
    [
        {"frequency": Frequency.WEEKLY},
        {"frequency": Frequency.WEEKLY, "by_day": (ByDay(1, 2),)},
        {"frequency": Frequency.WEEKLY, "by_day": (ByDay(7),)},
        {"frequency": Frequency.WEEKLY, "by_day": (ByDay(1),), "every": 2},
        {"frequency": Frequency.WEEKLY, "by_day": (ByDay(1),), "every": 0},
        {"frequency": Frequency.WEEKLY, "by_day": (ByDay(1),), "count": 3},
        {"frequency": Frequency.MONTHLY, "by_day": (ByDay(1),)},
        {"frequency": Frequency.MONTHLY, "by_day": (ByDay(1, 6),)},
        {"frequency": Frequency.MONTHLY, "by_month_day": (32,)},
        {"frequency": Frequency.MONTHLY, "by_month_day": (1,), "by_month": (13,)},
        {"frequency": Frequency.MONTHLY, "by_month_day": (1,), "iso_weeks": IsoWeeks.EVEN},
        {"frequency": Frequency.YEARLY, "by_month_day": (1,)},
        {"frequency": Frequency.DAILY, "by_day": (ByDay(1),)},
        {"frequency": Frequency.DAILY, "since": SEASON[1], "until": SEASON[0]},
    ],
)
def test_rules_that_make_no_sense_cannot_be_built(senseless):
    with pytest.raises(ValueError, match=r"."):
        Rule(**senseless)


def test_what_is_stored_is_short_and_names_things_as_rfc_5545_does():
    weekly = parse_rule("chaque mardi").rule.to_dict()
    assert weekly == {"freq": "weekly", "by_day": ["TU"]}
    thirds = parse_rule("1er et 3e mardi, sauf vacances zone C et jours fériés").rule.to_dict()
    assert thirds == {
        "freq": "monthly",
        "by_day": ["1TU", "3TU"],
        "except": ["public_holidays", "school_holidays:C"],
    }
    assert json.loads(json.dumps(thirds)) == thirds


@pytest.mark.parametrize(
    "stored",
    [
        {},
        {"freq": "hourly"},
        {"freq": "weekly", "by_day": ["XX"]},
        {"freq": "weekly", "by_day": ["TU"], "by_moon": "full"},
        {"freq": "weekly", "by_day": ["TU"], "except": ["strikes"]},
        {"freq": "weekly", "by_day": ["TU"], "until": "someday"},
        {"freq": "weekly", "by_day": ["TU"], "interval": "two"},
    ],
)
def test_a_stored_rule_is_read_in_full_or_not_at_all(stored):
    with pytest.raises(ValueError, match=r"."):
        Rule.from_dict(stored)
