"""The attendance sheet: who has a line on it, and what would make its proof doubtful."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from desktop_app.domain.attendance import doubts_about, on_the_sheet
from desktop_app.domain.opening import Calendar, Closure, OpeningPeriod
from desktop_app.domain.trainings import Arrival, AttendeeRow
from tests.documents.session_facts import a_detail, somebody

ALWAYS = Calendar(periods=tuple(OpeningPeriod(day, 0, 1440) for day in range(7)))
THURSDAY = date(2026, 11, 26)


def with_status(status: str, came: bool = False) -> AttendeeRow:
    arrivals = (Arrival(1, datetime(2026, 11, 26, 13), "badge", "accueil"),) if came else ()
    return somebody(1, status=status, arrivals=arrivals)


@pytest.mark.parametrize("status", ["enrolled", "excused", "present", "absent"])
def test_whoever_was_kept_on_the_list_has_a_line(status: str) -> None:
    assert len(on_the_sheet([with_status(status)])) == 1


@pytest.mark.parametrize("status", ["waitlisted", "cancelled", "walk_in"])
def test_whoever_has_no_place_and_did_not_come_has_none(status: str) -> None:
    assert on_the_sheet([with_status(status)]) == ()


def test_somebody_come_without_enrolment_has_a_line() -> None:
    assert len(on_the_sheet([with_status("walk_in", came=True)])) == 1


def test_an_ordinary_session_leaves_no_doubt() -> None:
    assert doubts_about(a_detail(29, maximum=30), ALWAYS) == ()


def test_the_trainer_counts_in_the_room() -> None:
    (doubt,) = doubts_about(a_detail(30, maximum=30), ALWAYS)
    assert (doubt.code, doubt.heads, doubt.maximum) == ("over_headcount", 31, 30)


def test_those_who_will_not_come_do_not_fill_the_room() -> None:
    detail = a_detail(30, maximum=30, status="excused")
    assert doubts_about(detail, ALWAYS) == ()


def test_nobody_signs_on_a_holiday_unaware() -> None:
    (doubt,) = doubts_about(a_detail(3, day=date(2026, 11, 11)), ALWAYS)
    assert (doubt.code, doubt.reason) == ("public_holiday", "Armistice")


def test_nor_in_a_closed_house() -> None:
    closed = Calendar(ALWAYS.periods, (Closure(THURSDAY, THURSDAY, "travaux"),))
    (doubt,) = doubts_about(a_detail(3), closed)
    assert (doubt.code, doubt.day, doubt.reason) == ("closed", THURSDAY, "travaux")


def test_nor_without_a_trainer() -> None:
    assert [one.code for one in doubts_about(a_detail(3, trainer=" "), ALWAYS)] == [
        "trainer_missing"
    ]
