"""Sessions and their lists: counts, excuses, people without enrolment, closing; on both engines."""

from __future__ import annotations

from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import event, select

from database import tables
from desktop_app.domain.clock import StoppedClock
from desktop_app.domain.people import Introduction
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.trainings import AttendeeRow, SessionRow
from desktop_app.domain.verdicts import Code, Verdict
from desktop_app.services.house import Services
from desktop_app.wording.refusals import say
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

_keys = (f"key-{number}" for number in count())
OYVIND = Introduction(first_name="Øyvind")


@pytest.fixture
def session_id(house: Services, clock: StoppedClock) -> int:
    """25 people enrolled in Agora B (30) at 14 h; it is ten to two."""
    made = a_session(house)
    a_full_list(house, made, 25)
    clock.set(at("13:50-14:00", THURSDAY)[0])
    return made


def row(house: Services, session_id: int) -> SessionRow:
    return house.trainings.session(session_id).session


def attendee(house: Services, session_id: int, place: int = 0) -> AttendeeRow:
    return house.trainings.session(session_id).attendees[place]


def check_in(house: Services, session_id: int, how_many: int) -> None:
    for one in house.trainings.session(session_id).attendees[:how_many]:
        house.check_in.check_in_enrolment(
            one.enrolment_id, client_key=f"key {one.enrolment_id}", by=RECEPTION
        )


def walk_in(house: Services, session_id: int, who: Introduction, key: str = "", **more) -> Verdict:
    key = key or next(_keys)
    by = more.pop("by", RECEPTION)
    return house.trainings.add_walk_in(session_id, who, client_key=key, by=by, **more)


def test_a_day_lists_its_sessions_in_time_order_with_their_counts(house, session_id):
    tonight = a_session(house, "PAS", "18:30-20:30", title="Responsable d’équipe")
    a_session(house, "PAS", "10:00-12:00", title="Demain", day=THURSDAY + timedelta(days=1))
    check_in(house, session_id, 3)
    walk_in(house, session_id, OYVIND)
    first, second = house.trainings.sessions(THURSDAY, THURSDAY)
    assert (first.id, second.id) == (session_id, tonight)
    assert (first.enrolled, first.present, first.walk_ins, first.heads) == (25, 3, 1, 5)
    assert (first.room_name, first.room_maximum, second.enrolled) == ("Agora B", 30, 0)
    assert len(house.trainings.sessions(THURSDAY, THURSDAY + timedelta(days=1))) == 3


def test_a_moved_booking_shows_its_new_room_in_the_list(house, session_id):
    booking = house.planning.booking(row(house, session_id).booking_id)
    agora_a = house.venue.venue().by_code["AGA"].id
    house.bookings.change(booking.id, booking.version, by=RECEPTION, room_id=agora_a)
    assert (row(house, session_id).room_name, row(house, session_id).room_maximum) == (
        "Agora A",
        40,
    )


def test_the_list_is_in_alphabetical_order(house):
    made = a_session(house)
    for last, first in (("Zola", "A"), ("d’Hérouville", "Awa"), ("", "Øyvind"), ("éluard", "P")):
        an_enrolment(house.database, made, a_person(house.database, last, first))
    names = [one.last_name or one.first_name for one in house.trainings.session(made).attendees]
    assert names == ["éluard", "d’Hérouville", "Øyvind", "Zola"]


def test_an_unknown_session_is_refused(house):
    assert code_of(lambda: house.trainings.session(99)) == "session_unknown"
    assert code_of(lambda: house.trainings.close_session(99, by=MANAGER)) == "session_unknown"


def test_somebody_excused_is_awaited_no_more_and_stays_enrolled(house, session_id):
    lou = attendee(house, session_id).enrolment_id
    house.trainings.set_excused(lou, True, by=RECEPTION)
    assert (row(house, session_id).enrolled, row(house, session_id).excused) == (25, 1)
    house.trainings.set_excused(lou, True, by=RECEPTION)
    house.trainings.set_excused(lou, False, by=RECEPTION)
    assert row(house, session_id).excused == 0


def test_somebody_who_is_here_is_not_excused(house, session_id):
    check_in(house, session_id, 1)
    lou = attendee(house, session_id).enrolment_id
    with pytest.raises(Refusal) as refused:
        house.trainings.set_excused(lou, True, by=RECEPTION)
    assert say(refused.value).startswith("Cette personne est là depuis 13\u00a0h\u00a050")


def test_one_name_is_enough_to_come_in_without_enrolment(house, session_id):
    verdict = walk_in(house, session_id, OYVIND)
    assert verdict.code is Code.OK
    assert verdict.person is not None
    assert verdict.person.name == "Øyvind"
    walk_in(house, session_id, Introduction("Œuvrard-Test", "Jean-Éric"))
    found = row(house, session_id)
    assert (found.walk_ins, found.present, found.enrolled) == (2, 0, 25)
    added = [one for one in house.trainings.session(session_id).attendees if one.number > 25]
    assert [one.status for one in added] == ["walk_in", "walk_in"]
    assert [one.arrivals[0].source for one in added] == ["walk_in", "walk_in"]


def test_a_walk_in_sent_twice_is_one_person(house, session_id):
    first = walk_in(house, session_id, OYVIND, "same")
    again = walk_in(house, session_id, OYVIND, "same")
    assert (again.is_repeat, again.enrolment_id) == (True, first.enrolment_id)
    assert row(house, session_id).walk_ins == 1


def test_a_walk_in_taken_back_leaves_the_list(house, session_id):
    walk_in(house, session_id, OYVIND)
    house.check_in.undo_last(by=RECEPTION)
    assert row(house, session_id).walk_ins == 0
    walk_in(house, session_id, OYVIND, "again")
    assert row(house, session_id).walk_ins == 1


@pytest.mark.parametrize(
    ("who", "field"),
    [
        (Introduction(), "last_name"),
        (Introduction("Martin", email="jean@"), "email"),
        (Introduction("Martin", phone="06 39 98 12"), "phone"),
    ],
)
def test_a_walk_in_that_cannot_be_understood_writes_nothing(house, session_id, who, field):
    with pytest.raises(Refusal) as refused:
        walk_in(house, session_id, who)
    assert refused.value.field == field
    with house.database.reading() as connection:
        people = connection.execute(select(tables.person)).all()
    assert len(people) == 25


def test_a_walk_in_may_be_somebody_the_venue_knows(house, session_id):
    camille = a_person(house.database, "Martin-Test", "Camille", email="camille.m@example.org")
    found = house.trainings.known_people("martin test")
    assert [one.id for one in found] == [camille]
    verdict = walk_in(house, session_id, Introduction(person_id=camille))
    assert verdict.person is not None
    assert verdict.person.id == camille
    assert code_of(lambda: walk_in(house, session_id, Introduction(person_id=camille), "b")) == (
        "already_enrolled"
    )
    assert code_of(lambda: walk_in(house, session_id, Introduction(person_id=9_999))) == (
        "person_unknown"
    )


def test_nobody_is_known_before_something_is_typed(house, session_id):
    assert house.trainings.known_people("", " ") == ()
    assert house.trainings.known_people("%") == ()


def test_the_31st_person_needs_a_manager_and_a_reason(house, session_id):
    check_in(house, session_id, 25)
    for place in range(4):
        walk_in(house, session_id, Introduction(f"Passant-{place}"))
    assert row(house, session_id).heads == 30
    with pytest.raises(Refusal) as refused:
        walk_in(house, session_id, OYVIND, by=MANAGER)
    assert (refused.value.code, refused.value.field) == ("over_headcount", "reason")
    assert refused.value.values["maximum"] == 30
    assert code_of(lambda: walk_in(house, session_id, OYVIND, override="pressé")) == (
        "over_headcount"
    )
    assert row(house, session_id).walk_ins == 4
    walk_in(house, session_id, OYVIND, by=MANAGER, override="la porte reste ouverte")
    assert row(house, session_id).heads == 31
    entry = tables.audit_entry
    with house.database.reading() as connection:
        lines = connection.execute(select(entry).where(entry.c.verb == "add_walk_in")).all()
    assert lines[-1].details["override"] == "la porte reste ouverte"
    assert "Øyvind" not in str([line.details for line in lines])


def test_somebody_of_the_waiting_list_is_given_a_place(house, session_id):
    person = a_person(house.database, "Noirétang", "Maëlle")
    waiting = an_enrolment(house.database, session_id, person, "waitlisted")
    ask = house.check_in.check_in_enrolment
    assert ask(waiting, client_key="a", by=RECEPTION).code is Code.WAITLISTED
    house.trainings.admit(waiting, by=RECEPTION)
    house.trainings.admit(waiting, by=RECEPTION)
    assert ask(waiting, client_key="b", by=RECEPTION).code is Code.OK


def test_only_somebody_waiting_is_admitted(house, session_id):
    check_in(house, session_id, 25)
    walk_in(house, session_id, OYVIND)
    added = next(a for a in house.trainings.session(session_id).attendees if a.number == 26)
    assert code_of(lambda: house.trainings.admit(added.enrolment_id, by=RECEPTION)) == (
        "enrolment_not_expected"
    )


def test_check_in_opens_by_hand_before_its_time(house, clock, session_id):
    clock.set(at("12:00-13:00", THURSDAY)[0])
    one = attendee(house, session_id).enrolment_id
    ask = house.check_in.check_in_enrolment
    assert ask(one, client_key="a", by=RECEPTION).code is Code.TOO_EARLY
    house.trainings.open_session(session_id, by=RECEPTION)
    house.trainings.open_session(session_id, by=RECEPTION)
    assert ask(one, client_key="b", by=RECEPTION).code is Code.OK


def test_a_session_of_another_day_is_not_opened(house, session_id):
    tomorrow = a_session(house, "PAS", day=THURSDAY + timedelta(days=1))
    assert code_of(lambda: house.trainings.open_session(tomorrow, by=RECEPTION)) == (
        "session_other_day"
    )
    assert code_of(lambda: house.trainings.close_session(tomorrow, by=RECEPTION)) == (
        "check_in_not_open"
    )


def test_closing_the_check_in_says_what_the_session_amounted_to(house, clock, session_id):
    house.trainings.set_excused(attendee(house, session_id, 24).enrolment_id, True, by=RECEPTION)
    check_in(house, session_id, 21)
    walk_in(house, session_id, OYVIND)
    walk_in(house, session_id, Introduction("Œuvrard-Test", "Jean-Éric"))
    clock.set(at("14:20-15:00", THURSDAY)[0])
    found = house.trainings.close_session(session_id, by=RECEPTION)
    assert (found.enrolments, found.present, found.walk_ins) == (25, 21, 2)
    assert (found.participations, found.excused, found.absent) == (23, 1, 3)
    assert (found.absence_rate, found.no_show_rate) == (0.16, 0.12)
    statuses = [one.status for one in house.trainings.session(session_id).attendees]
    assert (statuses.count("present"), statuses.count("absent")) == (21, 3)
    assert row(house, session_id).status == "held"
    assert house.trainings.close_session(session_id, by=RECEPTION) == found
    assert house.trainings.summary(session_id) == found


def test_a_closed_check_in_is_opened_once_more(house, session_id):
    check_in(house, session_id, 2)
    house.trainings.close_session(session_id, by=RECEPTION)
    late = attendee(house, session_id, 5).enrolment_id
    ask = house.check_in.check_in_enrolment
    assert ask(late, client_key="a", by=RECEPTION).code is Code.TOO_LATE
    house.trainings.set_excused(late, True, by=RECEPTION)
    assert attendee(house, session_id, 5).status == "excused"
    house.trainings.set_excused(late, False, by=RECEPTION)
    assert attendee(house, session_id, 5).status == "absent"
    house.trainings.open_session(session_id, by=RECEPTION)
    assert ask(late, client_key="b", by=RECEPTION).code is Code.OK
    assert house.trainings.close_session(session_id, by=RECEPTION).present == 3


def test_a_half_day_to_come_keeps_the_check_in_open(house, clock):
    day = a_session(
        house, "PAS", "09:30-17:00", title="Secours", half_days=("09:30-13:00", "13:30-17:00")
    )
    clock.set(at("12:00-13:00", THURSDAY)[0])
    assert code_of(lambda: house.trainings.close_session(day, by=RECEPTION)) == (
        "check_in_not_open"
    )


def test_a_session_whose_booking_is_cancelled_takes_nobody(house, session_id):
    booking = house.planning.booking(row(house, session_id).booking_id)
    house.bookings.cancel(booking.id, booking.version, "formatrice malade", by=RECEPTION)
    for ask in (
        lambda: walk_in(house, session_id, OYVIND),
        lambda: house.trainings.open_session(session_id, by=RECEPTION),
        lambda: house.trainings.close_session(session_id, by=RECEPTION),
    ):
        assert code_of(ask) == "session_closed"


def test_the_kiosk_changes_no_list(house, session_id):
    one = attendee(house, session_id).enrolment_id
    for ask in (
        lambda: house.trainings.set_excused(one, True, by=KIOSK),
        lambda: house.trainings.admit(one, by=KIOSK),
        lambda: house.trainings.open_session(session_id, by=KIOSK),
        lambda: house.trainings.close_session(session_id, by=KIOSK),
        lambda: walk_in(house, session_id, OYVIND, by=KIOSK),
    ):
        assert code_of(ask) == "role_forbidden"


def test_lists_are_read_in_a_few_statements_whatever_their_length(house, session_id):
    asked: list[str] = []
    event.listen(house.database.engine, "before_cursor_execute", lambda *a: asked.append(a[2]))
    house.trainings.sessions(THURSDAY, THURSDAY + timedelta(days=30))
    assert len(asked) == 2
    asked.clear()
    house.trainings.session(session_id)
    assert len(asked) <= 6
