"""Badges given, printed, lost and replaced, on both engines."""

from __future__ import annotations

import pytest

from desktop_app.domain.badge_list import not_printed
from desktop_app.domain.badges import is_valid
from desktop_app.domain.clock import StoppedClock
from desktop_app.domain.verdicts import Code
from desktop_app.services.house import Services
from tests.builders import KIOSK, RECEPTION, THURSDAY, a_person, a_session, an_enrolment, at
from tests.support.refused import code_of


@pytest.fixture
def session_id(house: Services, clock: StoppedClock) -> int:
    """Three on the list without a badge, one more on the waiting list; it is ten to two."""
    made = a_session(house)
    for name in ("Zola", "Aubefroide", "Marelune"):
        an_enrolment(house.database, made, a_person(house.database, name, "Nour"))
    waiting = a_person(house.database, "Attente")
    an_enrolment(house.database, made, waiting, "waitlisted")
    clock.set(at("13:50-14:00", THURSDAY)[0])
    return made


def test_whoever_has_none_gets_one_and_keeps_it(house, session_id):
    assert [row.code for row in house.badges.of_session(session_id)] == ["", "", ""]
    rows = house.badges.complete(session_id, by=RECEPTION)
    assert [row.last_name for row in rows] == ["Aubefroide", "Marelune", "Zola"]
    assert all(is_valid(row.code) for row in rows)
    assert len({row.code for row in rows}) == 3
    assert house.badges.complete(session_id, by=RECEPTION) == rows


def test_a_badge_just_given_opens_the_door(house, session_id):
    row = house.badges.complete(session_id, by=RECEPTION)[0]
    verdict = house.check_in.scan(row.code, client_key="k", by=RECEPTION)
    assert verdict.code is Code.OK


def test_a_lost_badge_is_dead_at_once_and_says_why_the_new_one_works(house, session_id):
    old = house.badges.complete(session_id, by=RECEPTION)[0]
    house.badges.note_printed([old.badge_id], by=RECEPTION)
    new = house.badges.declare_lost(old.person_id, by=RECEPTION)
    assert new.code != old.code
    assert new.printed_at is None
    dead = house.check_in.scan(old.code, client_key="old", by=RECEPTION)
    assert dead.code is Code.REVOKED
    assert dead.badge_replaced
    assert house.check_in.scan(new.code, client_key="new", by=RECEPTION).code is Code.OK


def test_a_card_printed_once_is_not_printed_again_by_itself(house, session_id):
    rows = house.badges.complete(session_id, by=RECEPTION)
    house.badges.note_printed([rows[0].badge_id], by=RECEPTION)
    left = not_printed(house.badges.of_session(session_id))
    assert [row.last_name for row in left] == ["Marelune", "Zola"]
    house.badges.note_printed([row.badge_id for row in left], by=RECEPTION)
    facts = house.badges.facts(not_printed(house.badges.of_session(session_id)))
    assert code_of(house.badges.draw, facts) == "badge_none"
    all_of_them = house.badges.facts(house.badges.of_session(session_id))
    assert house.badges.draw(all_of_them).pages == 1


def test_nobody_unknown_and_not_by_the_kiosk(house, session_id):
    assert code_of(lambda: house.badges.declare_lost(999, by=RECEPTION)) == "person_unknown"
    assert code_of(lambda: house.badges.declare_lost(1, by=KIOSK)) == "role_forbidden"
    assert code_of(lambda: house.badges.complete(session_id, by=KIOSK)) == "role_forbidden"
