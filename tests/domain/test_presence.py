"""The café's half-hours and corrections, and who is in the house."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.bookings import BookingRow
from desktop_app.domain.presence import (
    HALF_HOURS,
    LARGEST_STEP,
    CafeDay,
    Count,
    Headcount,
    Tally,
    cafe_window,
    half_hour_of,
    half_hour_start,
    heads_on_site,
    refuse_the_future,
    step_of_correction,
)
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.venue import HouseRules
from tests.support.refused import code_of

THURSDAY = date(2026, 11, 26)
RULES = HouseRules()


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 26, hour, minute)


def a_row(
    hours: tuple[int, int], status: str = "arrived", heads: int = 10, session: int | None = None
) -> BookingRow:
    """A booking of the day, from one hour to another."""
    return BookingRow(
        id=1,
        room_id=1,
        starts_at=at(hours[0]),
        ends_at=at(hours[1]),
        kind="meeting",
        status=status,
        title="Réunion",
        organisation_id=None,
        organisation_name=None,
        heads=heads,
        layout=None,
        equipment="",
        responsible_name="",
        contact_name="",
        contact_phone="",
        discreet=False,
        option_expires_on=None,
        reason="",
        note="",
        series_id=None,
        original_day=None,
        session_id=session,
        version=1,
        room_code="AGB",
        series_code=None,
    )


@pytest.mark.parametrize(
    ("moment", "half_hour"),
    [(at(0), 0), (at(0, 29), 0), (at(0, 30), 1), (at(9, 59), 19), (at(10), 20), (at(23, 59), 47)],
)
def test_a_moment_lies_in_its_half_hour(moment: datetime, half_hour: int) -> None:
    assert half_hour_of(moment) == half_hour


@given(st.integers(0, HALF_HOURS - 1))
def test_a_half_hour_begins_in_itself(half_hour: int) -> None:
    assert half_hour_of(half_hour_start(half_hour)) == half_hour


def test_there_are_forty_eight_half_hours() -> None:
    with pytest.raises(ValueError, match="hour must be in"):
        half_hour_start(48)


def test_the_present_half_hour_may_be_corrected_and_the_next_may_not() -> None:
    refuse_the_future(THURSDAY, 19, at(9, 30))
    with pytest.raises(Refusal) as refused:
        refuse_the_future(THURSDAY, 20, at(9, 59))
    assert (refused.value.code, refused.value.field) == ("count_in_future", "half_hour")
    assert refused.value.values["start"] == time(10)


@given(
    current=st.integers(0, LARGEST_STEP),
    total=st.one_of(st.none(), st.integers(-5, LARGEST_STEP + 5)),
    step=st.integers(-LARGEST_STEP, LARGEST_STEP),
)
def test_a_correction_never_leads_below_zero_nor_above_reason(
    current: int, total: int | None, step: int
) -> None:
    asked = (current, total, None if total is not None else step)
    wished = total if total is not None else current + step
    refused = code_of(lambda: step_of_correction(*asked))
    if wished < 0:
        assert refused == "count_below_zero"
    elif wished > LARGEST_STEP:
        assert refused == "too_many_visits"
    elif wished == current:
        assert refused == "nothing_to_correct"
    else:
        assert current + step_of_correction(*asked) == wished


def test_a_correction_gives_a_total_or_a_step() -> None:
    with pytest.raises(ValueError, match="either"):
        step_of_correction(1, 2, 3)
    with pytest.raises(ValueError, match="either"):
        step_of_correction(1, None, None)


def test_a_tally_adds_up_by_hour_and_knows_its_peak() -> None:
    tally = Tally(THURSDAY, (Count(19, "cafe", 2), Count(20, "cafe", 3), Count(20, "reading", 1)))
    assert (tally.total, tally.of("cafe"), tally.at(20), tally.at(20, "cafe")) == (6, 5, 4, 3)
    assert (tally.in_hour(9), tally.in_hour(10), tally.peak) == (2, 4, 20)
    assert Tally(THURSDAY).peak is None


def test_what_is_usual_is_the_average_of_the_days_it_is_compared_with() -> None:
    usual = tuple(Tally(THURSDAY, (Count(20, "cafe", total),)) for total in (10, 20))
    day = CafeDay(Tally(THURSDAY), usual)
    assert (day.usual_total, day.usual_at(20), day.usual_in_hour(10)) == (15.0, 15.0, 15.0)
    assert day.hours_with_any() == (10,)


def test_the_cafes_window_errs_on_the_careful_side() -> None:
    assert cafe_window(at(11, 37), 60) == ((THURSDAY, 23), (THURSDAY, 22), (THURSDAY, 21))
    assert cafe_window(at(11, 30), 60) == ((THURSDAY, 23), (THURSDAY, 22), (THURSDAY, 21))


def test_past_midnight_the_window_reaches_into_the_day_before() -> None:
    assert cafe_window(at(0, 10), 30) == ((THURSDAY, 0), (date(2026, 11, 25), 47))


@pytest.mark.parametrize(
    ("row", "now", "heads"),
    [
        (a_row((9, 12)), at(10), 10),
        (a_row((9, 12)), at(12, 14), 10),
        (a_row((9, 12)), at(12, 15), 0),
        (a_row((9, 12), "confirmed"), at(10), 0),
        (a_row((9, 12), "done"), at(10), 0),
        (a_row((11, 12)), at(10), 10),
        (a_row((9, 12), session=3), at(10), 0),
    ],
)
def test_only_groups_on_site_are_counted(row: BookingRow, now: datetime, heads: int) -> None:
    assert heads_on_site((row,), now, RULES) == heads


@pytest.mark.parametrize(("present", "over"), [(189, False), (190, True), (191, True)])
def test_the_building_is_full_at_its_maximum(present: int, over: bool) -> None:
    headcount = Headcount(present, 0, 0, RULES.max_headcount, RULES.cafe_stay_minutes)
    assert headcount.is_over is over
