"""The check-in station on real databases: one row per person and half-day, whatever is scanned."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from random import Random

import pytest
from sqlalchemy import event, func, select

from database import tables
from database.writes import people as write_people
from desktop_app.domain.badges import new_code
from desktop_app.domain.bookings import Status
from desktop_app.domain.changes import Changes
from desktop_app.domain.clock import StoppedClock
from desktop_app.domain.verdicts import Code, Verdict
from desktop_app.services.house import Services
from tests.builders import (
    KIOSK,
    MANAGER,
    RECEPTION,
    THURSDAY,
    a_full_list,
    a_person,
    a_session,
    an_enrolment,
    at,
)
from tests.support.refused import code_of

UNKNOWN = new_code(Random(99))
_keys = (f"key-{number}" for number in count())


@pytest.fixture
def session_id(house: Services) -> int:
    return a_session(house)


@pytest.fixture
def codes(house: Services, session_id: int) -> list[str]:
    """Badges of 25 people enrolled for 14 h."""
    return a_full_list(house, session_id, 25)


@pytest.fixture(autouse=True)
def ten_to_two(clock: StoppedClock, codes: list[str]) -> None:
    clock.set(at("13:50-14:00", THURSDAY)[0])


def scan(house: Services, code: str, key: str = "", **more) -> Verdict:
    return house.check_in.scan(code, client_key=key or next(_keys), by=RECEPTION, **more)


def rows(house: Services) -> int:
    """How many check-ins stand."""
    living = tables.check_in.c.annulled_at.is_(None)
    with house.database.reading() as connection:
        return connection.execute(select(func.count()).where(living)).scalar_one()


def journal(house: Services, verb: str) -> list:
    entry = tables.audit_entry
    with house.database.reading() as connection:
        return list(connection.execute(select(entry).where(entry.c.verb == verb)))


def test_a_badge_scanned_is_a_row_and_a_line_in_the_journal(house, session_id, codes):
    verdict = scan(house, codes[0])
    assert verdict.code is Code.OK
    assert verdict.session is not None
    assert verdict.session.id == session_id
    (attendee, *others) = house.trainings.session(session_id).attendees
    assert (attendee.arrivals[0].at, attendee.arrivals[0].source) == (verdict.moment, "badge")
    assert not any(one.arrivals for one in others)
    (line,) = journal(house, "check_in")
    assert (line.login, line.subject_id) == ("acl", attendee.enrolment_id)
    assert "Petipont" not in str(line.details)


def test_the_same_badge_again_changes_nothing(house, clock, codes):
    first = scan(house, codes[0])
    clock.advance(seconds=3)
    assert scan(house, codes[0]).is_repeat
    clock.advance(minutes=2)
    again = scan(house, codes[0])
    assert (again.code, again.is_repeat) == (Code.ALREADY, False)
    assert again.first is not None
    assert again.first.at == first.moment
    assert rows(house) == 1
    assert len(journal(house, "check_in")) == 1


def test_the_same_request_again_is_answered_the_same_and_changes_nothing(house, clock, codes):
    first = scan(house, codes[0], "one")
    clock.advance(hours=1)
    again = scan(house, codes[0], "one")
    assert (again.code, again.is_repeat, again.enrolment_id) == (
        Code.OK,
        True,
        first.enrolment_id,
    )
    assert rows(house) == 1


def test_a_request_sent_again_after_it_was_taken_back_writes_nothing(house, codes):
    scan(house, codes[0], "one")
    house.check_in.undo_last(by=RECEPTION)
    assert not scan(house, codes[0], "one").is_arrival
    assert rows(house) == 0


def test_a_request_sent_again_hours_after_it_was_taken_back_is_still_a_repeat(house, clock, codes):
    scan(house, codes[0], "one")
    house.check_in.undo_last(by=RECEPTION)
    clock.advance(hours=6)
    again = scan(house, codes[0], "one")
    assert (again.code, again.is_repeat) == (Code.ALREADY, True)


def test_a_key_that_served_for_another_badge_is_never_written_twice(house, codes):
    scan(house, codes[0], "one")
    assert scan(house, codes[1], "one").is_repeat
    assert rows(house) == 1


def test_bad_good_bad_good(house, codes):
    seen = [scan(house, code).code for code in (UNKNOWN, codes[0], "BCDEFGHJK", codes[1])]
    assert seen == [Code.UNKNOWN, Code.OK, Code.UNREADABLE, Code.OK]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("https://example.org/inscription/42", Code.UNKNOWN),
        (UNKNOWN, Code.UNKNOWN),
        ("BCDEFGHJ", Code.UNREADABLE),
        ("BBBBBBBBBBBBBBBB", Code.UNREADABLE),
    ],
)
def test_what_is_no_badge_of_ours_is_refused_without_a_trace(house, typed, code):
    assert scan(house, typed).code is code
    assert rows(house) == 0


def test_a_code_in_small_letters_and_groups_is_the_same_code(house, codes):
    typed = "-".join(codes[0][place : place + 4] for place in range(0, 16, 4)).lower()
    assert scan(house, typed, source="typed").code is Code.OK
    assert rows(house) == 1


def test_a_revoked_badge_lets_nobody_in(house, session_id):

    lost, fresh = new_code(Random(7)), new_code(Random(8))
    person = a_person(house.database, "Œuvrard-Test", "Ségolène", badge=lost)
    an_enrolment(house.database, session_id, person)
    with house.database.writing() as work:
        write_people.end_badges(work, person, "replaced")
        write_people.add_badge(work, person, fresh, at=house.database.clock.instant())
    refused = scan(house, lost)
    assert (refused.code, refused.badge_replaced) == (Code.REVOKED, True)
    assert scan(house, fresh).code is Code.OK


def test_a_scan_finds_the_session_that_is_open_now(house, clock, session_id, codes):
    tonight = a_session(house, "AGB", "18:30-20:30", title="Responsable d’équipe")
    (badge,) = a_full_list(house, tonight, 1, seed=9)
    elsewhere = scan(house, badge)
    assert elsewhere.code is Code.OTHER_SESSION
    assert elsewhere.session is not None
    assert (elsewhere.session.title, elsewhere.session.room) == ("Responsable d’équipe", "Agora B")
    clock.set(at("18:20-18:30", THURSDAY)[0])
    assert scan(house, badge).code is Code.OK
    assert scan(house, codes[0]).code is Code.OTHER_SESSION


def test_somebody_on_no_list_is_offered_the_session_that_runs(house, session_id):
    code = new_code(Random(3))
    a_person(house.database, "Saint-Fictif", "Maëlle", badge=code)
    verdict = scan(house, code)
    assert verdict.code is Code.NOT_ENROLLED
    assert verdict.session is not None
    assert verdict.session.id == session_id


def test_a_moved_booking_moves_the_check_in_with_it(house, clock, session_id, codes):
    session = house.trainings.session(session_id).session
    booking = house.planning.booking(session.booking_id)
    starts_at, ends_at = at("15:00-18:00", THURSDAY)
    house.bookings.change(
        booking.id,
        booking.version,
        by=RECEPTION,
        room_id=house.venue.venue().by_code["AGA"].id,
        starts_at=starts_at,
        ends_at=ends_at,
    )
    early = scan(house, codes[0])
    assert (early.code, early.opens_at) == (Code.TOO_EARLY, starts_at - timedelta(minutes=15))
    clock.set(starts_at)
    there = scan(house, codes[0])
    assert there.code is Code.OK
    assert there.session is not None
    assert there.session.room == "Agora A"
    house.bookings.undo(by=RECEPTION)
    assert house.trainings.session(session_id).half_days[0].starts_at == starts_at - timedelta(
        hours=1
    )


def test_a_cancelled_booking_cancels_the_session(house, session_id, codes):
    booking = house.planning.booking(house.trainings.session(session_id).session.booking_id)
    house.bookings.cancel(booking.id, booking.version, "formatrice malade", by=RECEPTION)
    assert house.planning.booking(booking.id).status == Status.CANCELLED
    assert scan(house, codes[0]).code is Code.CANCELLED


def test_each_half_day_has_its_own_check_in(house, clock):
    day = a_session(
        house, "PAS", "09:30-17:00", title="Secours", half_days=("09:30-13:00", "13:30-17:00")
    )
    (badge,) = a_full_list(house, day, 1, seed=4)
    clock.set(at("09:40-10:00", THURSDAY)[0])
    assert scan(house, badge).code is Code.OK
    clock.set(at("13:05-14:00", THURSDAY)[0])
    assert scan(house, badge).code is Code.TOO_EARLY
    clock.set(at("13:20-14:00", THURSDAY)[0])
    assert scan(house, badge).code is Code.OK
    (attendee,) = house.trainings.session(day).attendees
    assert len(attendee.arrivals) == 2
    assert [one.present for one in house.trainings.session(day).half_days] == [1, 1]


def test_nobody_is_let_in_above_the_fire_limit_trainer_included(house, clock):
    office = a_session(house, "BP1", "14:00-16:00", title="Tête-à-tête", capacity=4)
    badges = a_full_list(house, office, 4, seed=5)
    seen = [scan(house, badge) for badge in badges]
    assert [one.code for one in seen] == [Code.OK, Code.OK, Code.OK, Code.FULL]
    assert seen[-1].maximum == 4


def test_only_a_manager_passes_the_fire_limit_and_says_why(house):
    office = a_session(house, "BP1", "14:00-16:00", title="Tête-à-tête", capacity=4)
    badges = a_full_list(house, office, 4, seed=5)
    for badge in badges[:3]:
        scan(house, badge)
    last = house.trainings.session(office).attendees[3].enrolment_id
    ask = house.check_in.check_in_enrolment
    assert ask(last, client_key="a", by=MANAGER).code is Code.FULL
    assert ask(last, client_key="b", by=RECEPTION, override="pressé").code is Code.FULL
    assert ask(last, client_key="c", by=MANAGER, override=" ").code is Code.FULL
    passed = ask(last, client_key="d", by=MANAGER, override="porte ouverte sur le jardin")
    assert passed.code is Code.OK
    line = journal(house, "check_in")[-1]
    assert line.details["override"] == "porte ouverte sur le jardin"


def test_somebody_without_badge_is_checked_in_by_name(house, session_id):
    attendee = house.trainings.session(session_id).attendees[6]
    verdict = house.check_in.check_in_enrolment(
        attendee.enrolment_id, client_key="by-name", by=RECEPTION
    )
    assert (verdict.code, verdict.number) == (Code.OK, attendee.number)
    assert house.trainings.session(session_id).attendees[6].arrivals[0].source == "name"
    again = house.check_in.check_in_enrolment(
        attendee.enrolment_id, client_key="by-name-2", by=RECEPTION
    )
    assert again.is_repeat


def test_a_name_of_another_day_is_told_when_to_come(house, clock, session_id):
    later = a_session(house, "PAS", "18:30-20:30", title="Autre")
    a_full_list(house, later, 1, seed=2)
    enrolment = house.trainings.session(later).attendees[0].enrolment_id
    verdict = house.check_in.check_in_enrolment(enrolment, client_key="k", by=RECEPTION)
    assert verdict.code is Code.TOO_EARLY


def test_an_enrolment_nobody_knows_is_refused(house):
    def ask() -> None:
        house.check_in.check_in_enrolment(99_999, client_key="k", by=RECEPTION)

    assert code_of(ask) == "enrolment_unknown"


def test_the_kiosk_scans_badges_and_opens_no_list(house, session_id, codes):
    verdict = house.check_in.scan(codes[0], client_key="k", by=KIOSK)
    assert verdict.code is Code.OK

    def by_name() -> None:
        house.check_in.check_in_enrolment(1, client_key="k2", by=KIOSK)

    assert code_of(by_name) == "role_forbidden"


def test_the_last_check_in_is_taken_back_and_its_row_stays(house, clock, session_id, codes):
    scan(house, codes[0])
    clock.advance(seconds=30)
    scan(house, codes[1])
    undone = house.check_in.undo_last(by=RECEPTION)
    assert (undone.person.last_name, undone.session_id) == ("Petipont-002", session_id)
    assert rows(house) == 1
    with house.database.reading() as connection:
        kept = connection.execute(
            select(tables.check_in).order_by(tables.check_in.c.id.desc())
        ).first()
    assert kept.annulled_at == clock.instant()
    assert len(journal(house, "undo_check_in")) == 1
    assert scan(house, codes[1]).code is Code.OK


def test_undoing_twice_takes_back_the_one_before(house, codes):
    scan(house, codes[0])
    scan(house, codes[1])
    names = [house.check_in.undo_last(by=RECEPTION).person.last_name for _ in range(2)]
    assert names == ["Petipont-002", "Petipont-001"]
    assert code_of(lambda: house.check_in.undo_last(by=RECEPTION)) == "no_check_in_to_undo"


def test_a_check_in_is_undone_for_ten_minutes(house, clock, codes):
    scan(house, codes[0])
    clock.advance(minutes=10, seconds=1)
    assert code_of(lambda: house.check_in.undo_last(by=RECEPTION)) == "check_in_undo_too_late"
    assert rows(house) == 1


def test_a_check_in_of_a_closed_session_stays(house, session_id, codes):
    scan(house, codes[0])
    house.trainings.close_session(session_id, by=RECEPTION)
    assert code_of(lambda: house.check_in.undo_last(by=RECEPTION)) == "session_closed"


def test_an_accepted_scan_is_one_transaction_and_a_refusal_leaves_nothing(house, codes):
    """One sync for a yes; for a no, not a byte: seen from the engine and from the log itself."""
    house.venue.venue()
    commits: list[str] = []
    database = house.database
    with database.writing():
        pass
    event.listen(database.engine, "commit", lambda _: commits.append("commit"))
    log = database.path.with_name(database.path.name + "-wal") if database.path else None
    before = log.read_bytes() if log else b""
    for refused in (UNKNOWN, "BCDEFGHJ"):
        scan(house, refused)
    assert (log.read_bytes() if log else b"") == before
    commits.clear()
    assert scan(house, codes[0]).is_arrival
    assert commits == ["commit"]


def test_the_bell_rings_for_an_arrival_and_not_for_a_refusal(house, codes):
    heard: list[Changes] = []
    house.database.listeners.append(heard.append)
    scan(house, UNKNOWN)
    scan(house, codes[0])
    scan(house, codes[0])
    assert len(heard) == 1
    assert heard[0].concerns(frozenset({"check_in"}))
