"""Who is let in: one table of situations, each with the verdict the venue wants."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop_app.domain.checkin import (
    REPEAT,
    Facts,
    Written,
    decide,
    half_day_for_walk_in,
    half_day_open,
    sessions_open,
)
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.trainings import Arrival
from desktop_app.domain.verdicts import FAMILIES, Code, Family
from tests.domain.checkin_cases import (
    AFTERNOON,
    AWA,
    EVENING,
    TWO_HALVES,
    facts,
    instant,
    on,
    session,
    wall,
)

OPENED_BY_HAND = session(2, "14:00-17:00", status="open")
HELD = session(2, "14:00-17:00", status="held")
LOCKED = session(2, "14:00-17:00", status="locked")
CALLED_OFF = session(2, "14:00-17:00", status="cancelled")
WITHOUT_ROOM = session(2, "14:00-17:00", is_live=False)
ALMOST_FULL = session(2, "14:00-17:00", present=28)
FULL = session(2, "14:00-17:00", present=29)
OVERFULL = session(2, "14:00-17:00", present=40)
TOMORROW = session(6, "09:30-13:00", "13:30-17:00", day=1)
GONE = TOMORROW._replace(is_live=False)
YESTERDAY = session(3, "09:30-12:30", day=-1)
MORNING = session(3, "09:30-12:30")
TOUCHING = session(6, "09:30-13:15", "13:15-17:00")
HALVES_BY_HAND = session(6, "09:30-13:00", "13:30-17:00", status="open")
PAST_MIDNIGHT = session(9, "22:00-23:59")

CASES = [
    # the badge itself
    ("badge of nobody", Facts(), "13:50", "unknown"),
    ("badge of nobody while a session runs", Facts(running=(AFTERNOON,)), "13:50", "unknown"),
    ("half a code", Facts(is_incomplete=True), "13:50", "unreadable"),
    ("revoked badge", facts(on(AFTERNOON), badge_status="revoked"), "13:50", "revoked"),
    ("replaced badge", facts(on(AFTERNOON), badge_status="replaced"), "13:50", "revoked"),
    (
        "revoked before already",
        facts(on(AFTERNOON, "enrolled", "13:46"), badge_status="revoked"),
        "13:50",
        "revoked",
    ),
    (
        "revoked before cancelled",
        facts(on(AFTERNOON, "cancelled"), badge_status="revoked"),
        "13:50",
        "revoked",
    ),
    ("two people of that name", Facts(people=2), "13:50", "ambiguous"),
    # in time
    ("a second before check-in opens", facts(on(AFTERNOON)), "13:44:59", "too_early"),
    ("the second check-in opens", facts(on(AFTERNOON)), "13:45", "ok"),
    ("before the start", facts(on(AFTERNOON)), "13:59:59", "ok"),
    ("at the start", facts(on(AFTERNOON)), "14:00", "ok"),
    ("late", facts(on(AFTERNOON)), "15:30", "ok"),
    ("the last second", facts(on(AFTERNOON)), "16:59:59", "ok"),
    ("at the end", facts(on(AFTERNOON)), "17:00", "too_late"),
    ("long after", facts(on(AFTERNOON)), "21:00", "too_late"),
    ("the morning before", facts(on(AFTERNOON)), "09:00", "too_early"),
    ("house rule of thirty minutes", facts(on(AFTERNOON), opens_minutes=30), "13:30", "ok"),
    (
        "house rule of thirty minutes, earlier",
        facts(on(AFTERNOON), opens_minutes=30),
        "13:29",
        "too_early",
    ),
    ("no time before", facts(on(AFTERNOON), opens_minutes=0), "13:59:59", "too_early"),
    ("opened by hand, an hour early", facts(on(OPENED_BY_HAND)), "13:00", "ok"),
    ("opened by hand, over", facts(on(OPENED_BY_HAND)), "17:00", "too_late"),
    # the states of an enrolment
    ("excused but there", facts(on(AFTERNOON, "excused")), "13:50", "ok"),
    ("walk-in coming back", facts(on(AFTERNOON, "walk_in")), "13:50", "ok"),
    ("absent, check-in open again", facts(on(OPENED_BY_HAND, "absent")), "14:30", "ok"),
    ("cancelled enrolment", facts(on(AFTERNOON, "cancelled")), "13:50", "cancelled"),
    ("waiting list", facts(on(AFTERNOON, "waitlisted")), "13:50", "waitlisted"),
    (
        "cancelled once, enrolled again",
        facts(on(AFTERNOON, "cancelled"), on(AFTERNOON)),
        "13:50",
        "ok",
    ),
    (
        "enrolled again, then cancelled",
        facts(on(AFTERNOON), on(AFTERNOON, "cancelled")),
        "13:50",
        "ok",
    ),
    (
        "waiting rather than cancelled",
        facts(on(AFTERNOON, "cancelled"), on(AFTERNOON, "waitlisted")),
        "13:50",
        "waitlisted",
    ),
    ("waiting list of the evening", facts(on(EVENING, "waitlisted")), "13:00", "waitlisted"),
    ("cancelled for the evening", facts(on(EVENING, "cancelled")), "13:00", "cancelled"),
    # already here
    ("already, two minutes later", facts(on(AFTERNOON, "enrolled", "13:48")), "13:50", "already"),
    ("already, full room", facts(on(FULL, "enrolled", "13:48")), "13:50", "already"),
    ("already, three hours later", facts(on(AFTERNOON, "enrolled", "13:48")), "16:50", "already"),
    (
        "already, waiting list meanwhile",
        facts(on(AFTERNOON, "waitlisted", "13:48")),
        "13:50",
        "waitlisted",
    ),
    # full
    ("one place left with the trainer", facts(on(ALMOST_FULL)), "13:50", "ok"),
    ("no place left with the trainer", facts(on(FULL)), "13:50", "full"),
    ("more than full", facts(on(OVERFULL)), "13:50", "full"),
    ("full but cancelled", facts(on(FULL, "cancelled")), "13:50", "cancelled"),
    ("full but too early", facts(on(FULL)), "13:00", "too_early"),
    # the session
    ("session held", facts(on(HELD)), "14:30", "too_late"),
    ("session locked", facts(on(LOCKED)), "14:30", "too_late"),
    ("session held before its time", facts(on(HELD)), "13:50", "too_late"),
    ("session held, another runs", facts(on(HELD), running=(EVENING,)), "14:30", "too_late"),
    ("session called off", facts(on(CALLED_OFF)), "13:50", "cancelled"),
    ("session without room", facts(on(WITHOUT_ROOM)), "13:50", "cancelled"),
    (
        "session called off, another runs",
        facts(on(CALLED_OFF), running=(EVENING,)),
        "13:50",
        "cancelled",
    ),
    (
        "called off tomorrow, one runs",
        facts(on(GONE), running=(AFTERNOON,)),
        "13:50",
        "not_enrolled",
    ),
    ("called off tomorrow, nothing runs", facts(on(GONE)), "13:50", "cancelled"),
    # other sessions
    (
        "the evening’s badge while one runs",
        facts(on(EVENING), running=(AFTERNOON,)),
        "13:50",
        "other_session",
    ),
    ("the evening’s badge, nothing runs", facts(on(EVENING)), "13:00", "too_early"),
    (
        "tomorrow’s badge while one runs",
        facts(on(TOMORROW), running=(AFTERNOON,)),
        "13:50",
        "other_session",
    ),
    ("tomorrow’s badge, nothing runs", facts(on(TOMORROW)), "12:00", "too_early"),
    ("yesterday’s badge, nothing runs", facts(on(YESTERDAY)), "12:00", "too_late"),
    (
        "yesterday’s badge while one runs",
        facts(on(YESTERDAY), running=(AFTERNOON,)),
        "13:50",
        "other_session",
    ),
    (
        "morning attended, evening to come",
        facts(on(MORNING, "enrolled", "09:40"), on(EVENING)),
        "13:00",
        "too_early",
    ),
    ("enrolled here and tonight", facts(on(EVENING), on(AFTERNOON)), "13:50", "ok"),
    (
        "evening and afternoon, in the evening",
        facts(on(AFTERNOON, "enrolled", "13:50"), on(EVENING)),
        "18:20",
        "ok",
    ),
    (
        "cancelled here, enrolled tonight",
        facts(on(AFTERNOON, "cancelled"), on(EVENING)),
        "13:50",
        "cancelled",
    ),
    # nobody’s list
    ("on no list while one runs", facts(running=(AFTERNOON,)), "13:50", "not_enrolled"),
    ("on no list, nothing runs", facts(), "13:50", "not_enrolled"),
    (
        "cancelled for tomorrow while one runs",
        facts(on(TOMORROW, "cancelled"), running=(AFTERNOON,)),
        "13:50",
        "not_enrolled",
    ),
    (
        "waiting for tomorrow while one runs",
        facts(on(TOMORROW, "waitlisted"), running=(AFTERNOON,)),
        "13:50",
        "not_enrolled",
    ),
    # half-days
    ("first half", facts(on(TWO_HALVES)), "09:20", "ok"),
    (
        "second scan in the first half",
        facts(on(TWO_HALVES, "enrolled", "09:20")),
        "10:00",
        "already",
    ),
    ("lunch", facts(on(TWO_HALVES, "enrolled", "09:20")), "13:05", "too_early"),
    (
        "lunch while another session runs",
        facts(on(TWO_HALVES, "enrolled", "09:20"), running=(AFTERNOON,)),
        "13:05",
        "too_early",
    ),
    ("second half opens", facts(on(TWO_HALVES, "enrolled", "09:20")), "13:15", "ok"),
    (
        "second half, twice",
        facts(on(TWO_HALVES, "enrolled", "09:20", "1@13:20")),
        "13:40",
        "already",
    ),
    ("second half only", facts(on(TWO_HALVES)), "14:00", "ok"),
    ("after both halves", facts(on(TWO_HALVES, "enrolled", "09:20")), "17:00", "too_late"),
    ("halves that touch, near noon", facts(on(TOUCHING, "enrolled", "09:20")), "13:05", "ok"),
    ("opened by hand at lunch", facts(on(HALVES_BY_HAND, "enrolled", "09:20")), "13:05", "ok"),
    (
        "opened by hand for another day",
        facts(on(TOMORROW._replace(status="open"))),
        "18:00",
        "too_early",
    ),
    ("late in the evening", facts(on(PAST_MIDNIGHT)), "23:58", "ok"),
]


@pytest.mark.parametrize(("situation", "known", "hour", "code"), CASES, ids=[c[0] for c in CASES])
def test_the_verdict_of_a_situation(situation: str, known: Facts, hour: str, code: str):
    verdict = decide(known, instant(hour))
    assert verdict.code == code
    assert verdict.is_arrival == (code == "ok")
    assert not verdict.is_repeat


def test_every_code_is_met_by_the_table_and_has_its_family():
    assert {case[3] for case in CASES} == set(Code)
    assert set(FAMILIES) == set(Code)
    assert [code for code in Code if FAMILIES[code] is Family.WELCOME] == [Code.OK]


@pytest.mark.parametrize(
    ("after", "silent"), [(timedelta(0), True), (REPEAT, True), (timedelta(seconds=5.1), False)]
)
def test_a_bounce_of_the_reader_is_silent_for_five_seconds(after: timedelta, silent: bool):
    verdict = decide(facts(on(AFTERNOON, "enrolled", "13:50")), instant("13:50") + after)
    assert (verdict.code, verdict.is_repeat) == (Code.ALREADY, silent)
    assert verdict.first is not None
    assert verdict.first.at == instant("13:50")


def test_a_bounce_never_checks_in_to_another_session_that_is_open_too():
    other = session(3, "13:55-15:00")
    known = facts(on(AFTERNOON, "enrolled", "13:50"), on(other))
    assert decide(known, instant("13:50:03")).is_repeat
    later = decide(known, instant("13:51"))
    assert later.is_arrival
    assert later.session == other


def test_between_two_open_sessions_the_one_on_the_screen_is_meant():
    other = session(3, "13:55-15:00")
    known = facts(on(other), on(AFTERNOON))
    assert decide(known, instant("13:50")).session == other
    assert decide(replace(known, looked_at=AFTERNOON.id), instant("13:50")).session == AFTERNOON


def test_the_same_request_again_is_answered_as_the_first_time_whatever_has_changed_since():
    arrival = Arrival(20, instant("13:50"), "badge", "accueil")
    known = facts(on(HELD), badge_status="revoked", written=Written(200, arrival))
    verdict = decide(known, instant("18:00"))
    assert (verdict.code, verdict.is_repeat, verdict.is_arrival) == (Code.OK, True, False)
    assert verdict.first == arrival


def test_the_same_request_again_after_it_was_taken_back_is_no_welcome():
    arrival = Arrival(20, instant("13:50"), "badge", "accueil")
    known = facts(on(AFTERNOON), written=Written(200, arrival, was_annulled=True))
    verdict = decide(known, instant("13:51"))
    assert (verdict.code, verdict.is_repeat) == (Code.ALREADY, True)


def test_a_verdict_says_who_where_and_when():
    verdict = decide(facts(on(TWO_HALVES)), instant("13:20"))
    assert verdict.person == AWA
    assert verdict.session == TWO_HALVES
    assert verdict.half_day == TWO_HALVES.half_days[1]
    assert (verdict.enrolment_id, verdict.number) == (600, 6)


def test_too_early_says_from_when_and_too_late_since_when():
    early = decide(facts(on(TWO_HALVES, "enrolled", "09:20")), instant("13:05"))
    assert early.opens_at == wall("13:15")
    late = decide(facts(on(AFTERNOON)), instant("17:10"))
    assert late.ended_at == wall("17:00")
    assert decide(facts(on(HELD)), instant("14:30")).ended_at is None


def test_on_no_list_proposes_the_session_on_the_screen():
    other = session(3, "13:30-15:00")
    known = facts(running=(other, AFTERNOON))
    assert decide(known, instant("13:50")).session == other
    assert decide(replace(known, looked_at=2), instant("13:50")).session == AFTERNOON


def test_somebody_of_another_session_stands_at_the_door_of_the_one_that_runs():
    other = session(3, "13:30-15:00")
    known = facts(on(EVENING), running=(other, AFTERNOON), looked_at=2)
    verdict = decide(known, instant("13:50"))
    assert (verdict.session, verdict.door) == (EVENING, AFTERNOON)
    assert decide(facts(on(AFTERNOON)), instant("13:50")).door == AFTERNOON


def test_full_says_how_many_the_room_holds():
    assert decide(facts(on(FULL)), instant("13:50")).maximum == 30


def test_a_replaced_badge_says_that_a_newer_one_exists():
    assert decide(facts(badge_status="replaced"), instant("13:50")).badge_replaced
    assert not decide(facts(badge_status="revoked"), instant("13:50")).badge_replaced


def test_the_nearest_session_to_come_is_named_before_one_that_is_over():
    verdict = decide(facts(on(YESTERDAY), on(TOMORROW), on(EVENING)), instant("12:00"))
    assert verdict.session == EVENING


@pytest.mark.parametrize("day", [date(2026, 10, 25), date(2027, 3, 28)])
def test_check_in_follows_the_wall_clock_on_the_days_it_changes(day: date):
    afternoon = session(2, "14:00-17:00", day=(day - date(2026, 11, 26)).days)
    known = facts(on(afternoon))
    assert decide(known, instant("13:44", day)).code == Code.TOO_EARLY
    assert decide(known, instant("13:45", day)).code == Code.OK
    assert decide(known, instant("17:00", day)).code == Code.TOO_LATE


def test_only_open_sessions_run_the_earliest_first():
    other = session(3, "13:30-15:00")
    found = sessions_open([EVENING, AFTERNOON, other, HELD], wall("13:50"), 15)
    assert found == (other, AFTERNOON)


def test_a_walk_in_comes_for_the_open_half_day_or_for_todays_next():
    assert half_day_for_walk_in(TWO_HALVES, wall("13:20"), 15) == TWO_HALVES.half_days[1]
    assert half_day_for_walk_in(TWO_HALVES, wall("13:05"), 15) == TWO_HALVES.half_days[1]
    assert half_day_for_walk_in(AFTERNOON, wall("09:00"), 15) == AFTERNOON.half_days[0]


@pytest.mark.parametrize(
    ("where", "hour", "code"),
    [
        (AFTERNOON, "17:00", "session_over"),
        (TOMORROW, "13:00", "check_in_not_open"),
        (HELD, "14:30", "session_closed"),
        (WITHOUT_ROOM, "14:30", "session_closed"),
    ],
)
def test_nobody_is_added_to_a_session_that_takes_no_one(where, hour: str, code: str):
    with pytest.raises(Refusal) as refused:
        half_day_for_walk_in(where, wall(hour), 15)
    assert refused.value.code == code


def test_a_closed_session_has_no_open_half_day():
    assert half_day_open(AFTERNOON, wall("14:30"), 15) == AFTERNOON.half_days[0]
    for closed in (HELD, LOCKED, CALLED_OFF, WITHOUT_ROOM):
        assert half_day_open(closed, wall("14:30"), 15) is None
