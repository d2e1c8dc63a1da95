"""Days and weeks as people say them on Thursday 26 November 2026."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.civil_time import Week
from desktop_app.domain.reading_day import parse_day
from desktop_app.domain.reading_week import parse_week, parse_weekday, parse_weekday_hours
from desktop_app.domain.refusals import Refusal
from desktop_app.wording.dates import (
    say_date,
    say_day,
    say_day_short,
    say_day_without_weekday,
    say_day_without_year,
    say_week,
    say_week_short,
)
from tests.support.languages import speaking
from tests.support.refused import code_of

TODAY = date(2026, 11, 26)
days = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        *("26/11/2026", "26/11", "26.11.26", "2026-11-26", "26-11-2026", "26 11 2026"),
        *("26 novembre", "jeudi 26 novembre 2026", "JEUDI 26 NOVEMBRE", "jeu. 26/11", "26 nov."),
        *("le 26 novembre", "le jeudi 26 novembre 2026", "jeudi\u00a026\u00a0novembre 2026"),
        *("aujourd’hui", "aujourd'hui", "Aujourd’hui", "jeudi", "ce jeudi", "le 26", "jeudi 26"),
        "Thursday 26 November 2026",
    ],
)
def test_today_in_every_writing(typed):
    assert parse_day(typed, TODAY) == TODAY


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("demain", date(2026, 11, 27)),
        ("après-demain", date(2026, 11, 28)),
        ("apres demain", date(2026, 11, 28)),
        ("hier", date(2026, 11, 25)),
        ("1er décembre", date(2026, 12, 1)),
        ("1er decembre", date(2026, 12, 1)),
        ("mardi", date(2026, 12, 1)),
        ("ce mardi", date(2026, 12, 1)),
        ("mardi prochain", date(2026, 12, 1)),
        ("jeudi prochain", date(2026, 12, 3)),
        ("vendredi prochain", date(2026, 12, 4)),
        ("jeudi en huit", date(2026, 12, 3)),
        ("mardi en quinze", date(2026, 12, 15)),
        ("mardi dernier", date(2026, 11, 24)),
        ("jeudi dernier", date(2026, 11, 19)),
        ("lundi 23", date(2026, 11, 23)),
        ("le 31", date(2026, 12, 31)),
        ("24/11", date(2026, 11, 24)),
        ("12/01", date(2027, 1, 12)),
        ("12 janvier", date(2027, 1, 12)),
    ],
)
def test_days_said_from_today(typed, day):
    assert parse_day(typed, TODAY) == day


def test_next_tuesday_is_in_the_next_iso_week_even_on_a_monday():
    monday = date(2026, 11, 23)
    assert parse_day("mardi", monday) == date(2026, 11, 24)
    assert parse_day("mardi prochain", monday) == date(2026, 12, 1)


def test_the_31st_of_november_does_not_exist():
    with pytest.raises(Refusal) as refused:
        parse_day("31/11/2026", TODAY, field="day")
    assert (refused.value.code, refused.value.field) == ("day_impossible", "day")
    assert refused.value.values == {"day": 31, "month": 11, "year": 2026}


def test_a_thursday_that_is_a_friday_is_told_so():
    with pytest.raises(Refusal) as refused:
        parse_day("jeudi 27 novembre 2026", TODAY)
    assert refused.value.code == "weekday_mismatch"
    assert refused.value.values == {"day": date(2026, 11, 27), "weekday": 3}


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("31/11", "day_impossible"),
        ("29/02/2027", "day_impossible"),
        ("29 février", "day_impossible"),
        ("32", "day_impossible"),
        ("0/5/2026", "day_impossible"),
        ("26/13/2026", "month_impossible"),
        ("2026-13-01", "month_impossible"),
        ("26/11/20226", "year_impossible"),
        ("26/11/226", "year_impossible"),
        ("20226-11-26", "year_impossible"),
        ("mardi 26 novembre 2026", "weekday_mismatch"),
        ("bientôt", "day_unreadable"),
        ("26/11/2026/3", "day_unreadable"),
        ("", "day_missing"),
    ],
)
def test_days_the_calendar_does_not_have(typed, code):
    with pytest.raises(Refusal) as refused:
        parse_day(typed, TODAY, field="day")
    assert (refused.value.code, refused.value.field) == (code, "day")


def test_a_leap_day_without_a_year_is_found_in_the_leap_year():
    assert parse_day("29/02", date(2027, 11, 26)) == date(2028, 2, 29)


@given(days, st.sampled_from(["fr", "en"]))
def test_a_day_that_is_said_is_read_back(day, spoken):
    with speaking(spoken):
        for said in (say_day(day), say_date(day), say_day_without_weekday(day), day.isoformat()):
            assert parse_day(said, TODAY) == day


@given(days, st.integers(-31, 330))
def test_a_day_said_without_its_year_is_read_back_near_today(today, ahead):
    day = today + timedelta(days=ahead)
    for said in (say_day_without_year(day), say_day_short(day), f"{day.day}/{day.month}"):
        assert parse_day(said, today) == day


@given(st.text(max_size=30), days)
def test_whatever_is_typed_is_a_day_or_refused(typed, today):
    for parse in (parse_day, parse_week):
        code = code_of(parse, typed, today)
        assert code.split("_")[0] in {"", "day", "month", "year", "week", "weekday"}


@pytest.mark.parametrize(
    "typed",
    [
        *("48", "S48", "s 48", "semaine 48", "sem. 48", "2026-W48", "W48", "S48 2026"),
        *("48/2026", "cette semaine", "Semaine\u00a048 – du lundi 23 au dimanche 29 novembre 2026"),
    ],
)
def test_week_48_in_every_writing(typed):
    assert parse_week(typed, TODAY) == Week(2026, 48)


def test_a_week_without_a_year_is_the_nearest_one():
    assert parse_week("2", TODAY) == Week(2027, 2)
    assert parse_week("40", TODAY) == Week(2026, 40)
    assert parse_week("53", TODAY) == Week(2026, 53)
    assert parse_week("53", date(2027, 1, 6)) == Week(2026, 53)
    assert parse_week("1", date(2027, 7, 5)) == Week(2028, 1), "as far back as ahead: ahead"
    assert parse_week("semaine prochaine", date(2026, 12, 30)) == Week(2027, 1)


@pytest.mark.parametrize(
    ("typed", "code", "values"),
    [
        ("54", "week_impossible", {"year": 2026, "number": 54}),
        ("0", "week_impossible", {"year": 2026, "number": 0}),
        ("2027-W53", "week_impossible", {"year": 2027, "number": 53}),
        ("semaine 48 de 20226", "year_impossible", {"year": 20226}),
        ("20226-W48", "year_impossible", {"year": 20226}),
        ("la semaine des quatre jeudis", "week_unreadable", None),
        ("", "week_missing", {}),
    ],
)
def test_weeks_the_calendar_does_not_have(typed, code, values):
    with pytest.raises(Refusal) as refused:
        parse_week(typed, TODAY, field="week")
    assert (refused.value.code, refused.value.field) == (code, "week")
    assert values is None or refused.value.values == values


@given(days, st.sampled_from(["fr", "en"]))
def test_a_week_that_is_said_is_read_back(day, spoken):
    week = Week.of(day)
    with speaking(spoken):
        assert parse_week(str(week), TODAY) == week
        assert parse_week(say_week_short(week), day) == week
        assert parse_week(say_week(week), day) == week


def test_weekdays_and_hours_of_the_list_of_permanences():
    assert parse_weekday_hours("mercredi 10 h–12 h 30") == (2, time(10), time(12, 30))
    assert parse_weekday_hours("vendredi 9 h 30–11 h 30") == (4, time(9, 30), time(11, 30))
    assert parse_weekday("Samedi") == 5
    assert parse_weekday("lundis") == 0
    with pytest.raises(Refusal, match="weekday_unreadable"):
        parse_weekday("fête")
    with pytest.raises(Refusal, match="hours_missing"):
        parse_weekday_hours("mardi")
