"""Spans are half-open, weeks are ISO, and neither knows of time zones."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.civil_time import Span, Week, span_of, weeks_in
from desktop_app.domain.refusals import Refusal

DAY = date(2026, 11, 26)
days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 1, 3))


def hours(start: int, end: int) -> Span:
    return span_of(DAY, time(start), time(end))


def test_a_booking_that_ends_at_16_h_leaves_room_for_one_that_starts_then():
    assert not hours(14, 16).overlaps(hours(16, 18))
    assert not hours(16, 18).overlaps(hours(14, 16))
    assert hours(14, 16).overlaps(hours(15, 17))
    assert not hours(14, 16).contains(datetime(2026, 11, 26, 16))
    assert hours(14, 16).contains(datetime(2026, 11, 26, 14))


@given(moments, moments, moments, moments)
def test_two_spans_overlap_exactly_when_they_share_a_minute(a, b, c, d):
    a, b, c, d = (moment.replace(second=0, microsecond=0) for moment in (a, b, c, d))
    if a < b and c < d:
        shared = min(b, d) - max(a, c) >= timedelta(minutes=1)
        assert Span(a, b).overlaps(Span(c, d)) is shared
        assert Span(c, d).overlaps(Span(a, b)) is shared


@pytest.mark.parametrize("end", [datetime(2026, 11, 26, 14), datetime(2026, 11, 26, 13)])
def test_a_span_ends_after_it_starts(end):
    with pytest.raises(ValueError, match="ends after"):
        Span(datetime(2026, 11, 26, 14), end)


def test_a_span_carries_no_time_zone():
    with pytest.raises(ValueError, match="no zone"):
        Span(datetime(2026, 11, 26, 14, tzinfo=UTC), datetime(2026, 11, 26, 16, tzinfo=UTC))


def test_the_count_night_belongs_to_the_day_it_starts():
    night = span_of(DAY, time(22), time(1))
    assert (night.day, night.minutes) == (DAY, 180)
    assert night.end == datetime(2026, 11, 27, 1)
    assert night.moved_to(date(2027, 1, 21)).end == datetime(2027, 1, 22, 1)


def test_a_morning_that_ends_before_it_starts_is_a_slip_not_a_night():
    with pytest.raises(Refusal) as refused:
        span_of(DAY, time(10), time(9, 30))
    assert (refused.value.code, refused.value.field) == ("end_before_start", "end")
    assert refused.value.values == {"start": time(10), "end": time(9, 30)}


def test_a_span_keeps_its_hours_over_a_clock_change():
    moved = hours(1, 5).moved_to(date(2026, 10, 25))
    assert (moved.start.hour, moved.end.hour, moved.minutes) == (1, 5, 240)


@given(days)
def test_every_day_lies_in_its_week_and_in_no_other(day):
    week = Week.of(day)
    assert week.monday <= day <= week.sunday
    assert day in week.days
    assert len(week.days) == 7
    assert week.days[0].weekday() == 0
    assert week.next().monday - week.monday == timedelta(days=7)
    assert week.next().previous() == week


def test_2026_has_a_week_53_that_reaches_into_2027():
    assert weeks_in(2026) == 53
    assert Week.of(date(2027, 1, 1)) == Week(2026, 53)
    assert Week(2026, 53).next() == Week(2027, 1)
    assert Week(2027, 1).monday == date(2027, 1, 4)
    assert str(Week(2027, 1)) == "2027-W01"


@pytest.mark.parametrize(("year", "number"), [(2027, 53), (2026, 54), (2026, 0)])
def test_a_year_does_not_have_every_week(year, number):
    with pytest.raises(ValueError, match="no week"):
        Week(year, number)


def test_weeks_are_ordered_across_years():
    assert Week(2026, 53) < Week(2027, 1)
