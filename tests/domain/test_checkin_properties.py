"""Whatever is known about a person at the door, the decision holds its promises."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.checkin import (
    REPEAT,
    Enrolled,
    Facts,
    decide,
    half_day_open,
    is_cancelled,
    is_full,
)
from desktop_app.domain.clock import wall_time
from desktop_app.domain.trainings import CLOSED, EnrolmentStatus, SessionStatus
from desktop_app.domain.verdicts import Code, SessionAt
from tests.domain.checkin_cases import facts, instant, on, session

HOURS = (
    ("09:30-12:30",),
    ("14:00-17:00",),
    ("13:50-15:00",),
    ("18:30-20:30",),
    ("09:30-13:00", "13:30-17:00"),
    ("09:30-13:15", "13:15-17:00"),
)
MOMENTS = st.integers(0, 24 * 60 * 60 - 1).map(
    lambda seconds: instant("00:00") + timedelta(seconds=seconds)
)


@st.composite
def sessions(draw: st.DrawFn, number: int) -> SessionAt:
    return session(
        number,
        *draw(st.sampled_from(HOURS)),
        day=draw(st.integers(-1, 2)),
        status=draw(st.sampled_from(SessionStatus)),
        is_live=draw(st.booleans()),
        present=draw(st.integers(0, 35)),
    )


@st.composite
def enrolments(draw: st.DrawFn, number: int) -> Enrolled:
    where = draw(sessions(number))
    places = draw(st.lists(st.integers(0, len(where.half_days) - 1), unique=True, max_size=2))
    here = [f"{place}@{draw(st.sampled_from(['09:20', '13:48', '18:20']))}" for place in places]
    return on(where, draw(st.sampled_from(EnrolmentStatus)), *here)


@st.composite
def situations(draw: st.DrawFn) -> Facts:
    lists = [draw(enrolments(number)) for number in range(1, draw(st.integers(0, 3)) + 1)]
    return facts(
        *lists,
        badge_status=draw(st.sampled_from(["active", "active", "revoked", "replaced", None])),
        running=draw(st.lists(sessions(9), max_size=1).map(tuple)),
        looked_at=draw(st.sampled_from([None, 1, 2, 9])),
        opens_minutes=draw(st.sampled_from([0, 15, 60])),
    )


@given(situations(), MOMENTS)
def test_an_arrival_is_always_somebody_expected_in_an_open_session_with_room(known, moment):
    verdict = decide(known, moment)
    if not verdict.is_arrival:
        return
    assert known.badge_status == "active"
    enrolled = next(one for one in known.enrolments if one.id == verdict.enrolment_id)
    assert enrolled.status not in (EnrolmentStatus.CANCELLED, EnrolmentStatus.WAITLISTED)
    assert verdict.session is not None
    assert verdict.half_day is not None
    assert verdict.session.status not in CLOSED
    assert not is_cancelled(verdict.session)
    assert enrolled.arrival_on(verdict.half_day) is None
    assert not is_full(verdict.half_day, verdict.session.room_maximum)
    assert verdict.half_day.starts_at.date() == wall_time(moment).date()


@given(situations(), MOMENTS)
def test_a_person_expected_in_one_open_session_is_answered_about_that_session(known, moment):
    wall = wall_time(moment)
    open_now = [
        one
        for one in known.enrolments
        if half_day_open(one.session, wall, known.opens_minutes)
        and one.status not in (EnrolmentStatus.CANCELLED, EnrolmentStatus.WAITLISTED)
    ]
    if known.badge_status != "active" or len(open_now) != 1:
        return
    verdict = decide(known, moment)
    assert verdict.enrolment_id == open_now[0].id
    assert verdict.code in (Code.OK, Code.ALREADY, Code.FULL)


@given(situations(), MOMENTS)
def test_only_somebody_here_for_less_than_five_seconds_is_a_silent_repeat(known, moment):
    verdict = decide(known, moment)
    if verdict.is_repeat:
        assert verdict.code is Code.ALREADY
        assert verdict.first is not None
        assert moment - verdict.first.at <= REPEAT


@given(situations(), MOMENTS)
def test_the_order_in_which_enrolments_are_read_changes_nothing(known, moment):
    turned = replace(known, enrolments=known.enrolments[::-1])
    one, other = decide(known, moment), decide(turned, moment)
    assert one.code == other.code


@given(situations(), MOMENTS)
def test_what_the_person_did_is_never_needed_to_refuse_a_dead_badge(known, moment):
    if known.badge_status == "active":
        return
    verdict = decide(known, moment)
    assert verdict.code in (Code.REVOKED, Code.UNKNOWN)
    assert verdict.session is None
