"""When the reference venue is open, closed, and why; the libraries against public data."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path
from timeit import repeat

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.civil_time import Span, Week
from desktop_app.domain.opening import (
    Calendar,
    ClosedDay,
    Closure,
    OpeningPeriod,
    SchoolHoliday,
    school_holidays_of,
)
from tests.support.calendars import PERIODS, venue_calendar

DATA = Path(__file__).parents[1] / "data" / "calendars"
NAMES = {
    "1er janvier": "Jour de l’An",
    "1er mai": "Fête du Travail",
    "8 mai": "Fête de la Victoire",
    "14 juillet": "Fête nationale",
    "11 novembre": "Armistice",
    "Jour de Noël": "Noël",
}
"""Names of the public data set → names the program says."""

calendar = venue_calendar()
days = st.dates(date(2026, 1, 1), date(2028, 12, 31))


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def spans(day: date) -> list[str]:
    return [f"{span.start:%H:%M}-{span.end:%H:%M}" for span in calendar.hours_on(day)]


def test_the_week_of_23_november_has_its_hours():
    week = [spans(day) for day in Week(2026, 48).days]
    assert week == [
        ["14:00-18:00"],
        ["09:30-21:30"],
        ["09:30-18:00"],
        ["09:30-21:30"],
        ["09:30-18:00"],
        [],
        [],
    ]
    minutes = sum(span.minutes for day in Week(2026, 48).days for span in calendar.hours_on(day))
    assert minutes == 45 * 60


def test_only_the_first_saturday_of_the_month_is_open():
    saturdays = [date(2026, 12, 5) + timedelta(weeks=ahead) for ahead in range(4)]
    assert [spans(day) for day in saturdays] == [["10:00-17:00"], [], [], []]
    assert calendar.closed_day(date(2026, 12, 12)) == ClosedDay("weekly", "")


def test_the_last_and_the_fifth_weekday_of_a_month():
    last = Calendar((OpeningPeriod(4, 600, 720, nth=-1),))
    fifth = Calendar((OpeningPeriod(4, 600, 720, nth=5),))
    fridays = [date(2026, 10, 2) + timedelta(weeks=ahead) for ahead in range(9)]
    assert [day.day for day in fridays if last.hours_on(day)] == [30, 27]
    assert [day.day for day in fridays if fifth.hours_on(day)] == [30]


def test_christmas_is_named_before_the_annual_closing_it_lies_in():
    assert calendar.closed_day(date(2026, 12, 25)) == ClosedDay("public_holiday", "Noël")
    assert calendar.closed_day(date(2027, 1, 1)) == ClosedDay("public_holiday", "Jour de l’An")
    winter = ClosedDay("closure", "fermeture annuelle d’hiver")
    assert calendar.closed_day(date(2026, 12, 24)) == winter
    assert calendar.closed_day(date(2027, 1, 3)) == winter
    assert calendar.closed_day(date(2027, 1, 4)) is None


def test_the_venue_may_open_on_a_public_holiday():
    armistice = date(2026, 11, 11)
    assert spans(armistice) == []
    opened = Calendar(PERIODS, open_holidays=frozenset({armistice}))
    assert opened.closed_day(armistice) is None
    assert len(opened.hours_on(armistice)) == 1
    assert opened.public_holiday(armistice) == "Armistice"


def test_a_closure_holds_even_on_an_opened_holiday():
    closed = Closure(date(2026, 11, 11), date(2026, 11, 11), "travaux")
    opened = Calendar(PERIODS, (closed,), open_holidays=frozenset({date(2026, 11, 11)}))
    assert opened.closed_day(date(2026, 11, 11)) == ClosedDay("closure", "travaux")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute)


@pytest.mark.parametrize(
    ("start", "end", "held"),
    [
        (at(26, 9, 30), at(26, 21, 30), True),
        (at(26, 9, 15), at(26, 12), False),
        (at(26, 20), at(26, 21, 45), False),
        (at(23, 10), at(23, 12), False),
        (at(28, 10), at(28, 12), False),
        (at(26, 20), at(27, 10), False),
    ],
)
def test_a_booking_lies_inside_the_opening_or_not(start, end, held):
    assert calendar.holds(Span(start, end)) is held


def test_a_midday_break_cuts_the_day_and_touching_periods_join():
    broken = Calendar((OpeningPeriod(3, 540, 720), OpeningPeriod(3, 780, 1080)))
    joined = Calendar((OpeningPeriod(3, 720, 1080), OpeningPeriod(3, 540, 720)))
    over_noon = Span(at(26, 11), at(26, 14))
    assert not broken.holds(over_noon)
    assert joined.holds(over_noon)
    assert len(joined.hours_on(date(2026, 11, 26))) == 1


def test_an_opening_past_midnight_holds_the_small_hours():
    night = Calendar((OpeningPeriod(3, 20 * 60, 26 * 60),))
    assert night.holds(Span(at(26, 22), at(27, 1)))
    assert night.holds(Span(at(27, 0), at(27, 2)))
    assert not night.holds(Span(at(27, 0), at(27, 3)))


@given(days)
def test_a_day_is_either_open_or_closed_for_a_reason(day):
    assert (calendar.closed_day(day) is None) == bool(calendar.hours_on(day))


def test_public_holidays_agree_with_the_state_for_26_years():
    expected = defaultdict(set)
    for row in rows("jours_feries_metropole.csv"):
        name = NAMES.get(row["nom_jour_ferie"], row["nom_jour_ferie"])
        expected[date.fromisoformat(row["date"])].add(name)
    assert len(expected) == 285
    every_day = (date(2006, 1, 1) + timedelta(days=ahead) for ahead in range(9496))
    assert {day for day in every_day if names_on(day) != expected[day]} == set()


def test_public_holidays_agree_with_the_holidays_library_for_a_lifetime():
    library = country_holidays("FR", years=range(2008, 2101), language="fr")
    expected = {
        day: {name.replace("l'an", "l’An") for name in library.get_list(day)} for day in library
    }
    assert len(expected) > 1000
    every_day = (date(2008, 1, 1) + timedelta(days=ahead) for ahead in range(33968))
    found = {day: names for day in every_day if (names := names_on(day))}
    assert found == expected


def names_on(day: date) -> set[str]:
    said = calendar.public_holiday(day)
    return set() if said is None else set(said.split(" et "))


def test_two_holidays_can_fall_on_one_day():
    assert calendar.public_holiday(date(2008, 5, 1)) == "Ascension et Fête du Travail"


def test_alsace_keeps_its_own_two_holidays():
    assert calendar.public_holiday(date(2026, 4, 3)) is None
    assert calendar.public_holiday(date(2026, 12, 26)) is None


def test_school_holidays_of_zone_c_agree_with_public_data_for_six_years():
    expected = {
        date.fromisoformat(row["date"]): row["nom_vacances"].replace("'", "’")
        for row in rows("vacances_zone_c.csv")
    }
    every_day = (date(2020, 9, 1) + timedelta(days=ahead) for ahead in range(2191))
    known = {day: calendar.school_holiday(day, "C") for day in every_day}
    assert max(known) == date(2026, 8, 31)
    differing = {
        day for day, holiday in known.items() if (holiday and holiday.name) != expected.get(day)
    }
    # The public file forgets its last day of summer: school begins on 1 September 2026.
    assert differing == {date(2026, 8, 31)}


def test_the_school_year_of_the_reference_season():
    named = {row.name: (row.first, row.last) for row in school_holidays_of("C", 2026, 2026)}
    assert named["Vacances de la Toussaint"] == (date(2026, 10, 17), date(2026, 11, 1))
    assert named["Vacances de Noël"] == (date(2026, 12, 19), date(2027, 1, 3))
    assert named["Vacances d’hiver"] == (date(2027, 2, 6), date(2027, 2, 21))
    assert named["Vacances de printemps"] == (date(2027, 4, 3), date(2027, 4, 18))
    assert named["Vacances d’été"][0] == date(2027, 7, 3)


def test_zones_differ_in_winter():
    assert calendar.school_holiday(date(2027, 2, 8), "C")
    assert calendar.school_holiday(date(2027, 2, 8), "A") is None
    with pytest.raises(ValueError, match="zone"):
        school_holidays_of("D", 2026, 2026)


def test_a_row_typed_by_the_venue_replaces_the_library_s():
    later = SchoolHoliday("C", "Noël", date(2026, 12, 21), date(2027, 1, 10))
    typed = Calendar(PERIODS, school_holidays=(later,))
    assert typed.school_holiday(date(2026, 12, 19)) is None
    assert typed.school_holiday(date(2027, 1, 8)) == later
    assert typed.school_holiday(date(2026, 10, 20)) is not None
    assert typed.school_holiday(date(2025, 12, 26)) is not None
    assert typed.school_holiday(date(2026, 12, 19), "A") is not None


def test_a_row_the_library_lacks_is_added():
    far = SchoolHoliday("C", "Vacances de Noël", date(2033, 12, 17), date(2034, 1, 2))
    typed = Calendar(PERIODS, school_holidays=(far,))
    assert calendar.school_holiday(date(2034, 1, 1)) is None
    assert typed.school_holiday(date(2034, 1, 1)) == far
    assert typed.school_holidays_known_until("C") == date(2034, 1, 2)
    assert calendar.school_holidays_known_until("C") < date(2034, 1, 1)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: OpeningPeriod(7, 540, 720),
        lambda: OpeningPeriod(0, 720, 540),
        lambda: OpeningPeriod(0, 540, 3000),
        lambda: OpeningPeriod(0, 540, 720, nth=0),
        lambda: Closure(date(2027, 1, 2), date(2027, 1, 1), "à l’envers"),
        lambda: SchoolHoliday("C", "à l’envers", date(2027, 1, 2), date(2027, 1, 1)),
    ],
)
def test_openings_that_make_no_sense(wrong):
    with pytest.raises(ValueError, match=r"."):
        wrong()


def test_calendars_are_the_same_when_their_rows_are():
    asked = venue_calendar()
    asked.hours_on(date(2026, 11, 26))
    assert asked == venue_calendar()
    assert hash(asked) == hash(venue_calendar())


def test_a_day_asked_again_costs_almost_nothing():
    day = date(2026, 11, 26)
    calendar.hours_on(day)
    calendar.closed_day(day)
    calendar.school_holiday(day)
    for ask in (calendar.hours_on, calendar.closed_day, calendar.school_holiday):
        best = min(repeat("ask(day)", number=2000, repeat=20, globals={"ask": ask, "day": day}))
        assert best / 2000 < 2e-6
