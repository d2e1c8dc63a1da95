"""Numbered attestations, on both engines."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from database import tables
from database.reads import attestations as read_attestations
from desktop_app.domain.attestations import AttestationKind
from desktop_app.domain.clock import StoppedClock
from desktop_app.domain.people import Introduction
from desktop_app.services.house import Services
from tests.builders import KIOSK, RECEPTION, THURSDAY, a_full_list, a_session, at
from tests.documents.reading_pdf import texts, whole_text
from tests.support.refused import code_of


@pytest.fixture
def session_id(house: Services, clock: StoppedClock) -> int:
    """Four enrolled; two came, one is excused, one is missing; one more without enrolment."""
    made = a_session(house)
    codes = a_full_list(house, made, 4)
    clock.set(at("13:50-14:00", THURSDAY)[0])
    for code in codes[:2]:
        house.check_in.scan(code, client_key=code, by=RECEPTION)
    person = house.trainings.session(made).attendees[2]
    house.trainings.set_excused(person.enrolment_id, True, by=RECEPTION)
    house.trainings.add_walk_in(
        made, Introduction(first_name="Øyvind"), client_key="w", by=RECEPTION
    )
    clock.set(at("17:00-17:30", THURSDAY)[0])
    house.trainings.close_session(made, by=RECEPTION)
    return made


def test_the_present_get_numbers_and_the_others_a_reason(house, session_id):
    given = house.attestations.issue(session_id, by=RECEPTION)
    assert [row.code for row in given.rows] == ["2026-0001", "2026-0002", "2026-0003"]
    assert [row.attested.minutes for row in given.rows] == [180] * 3
    assert [one.refusal.code for one in given.refused] == ["no_presence"] * 2
    pages = texts(house.attestations.paper(given.rows).pdf)
    assert len(pages) == 3
    words = whole_text(house.attestations.paper(given.rows).pdf).replace("\u00a0", " ")
    for part in ("Attestation de présence", "n° 2026-0002", "3 h", "Agora B", "14 h – 17 h"):
        assert part in words
    assert "certificat" not in words.lower()


def test_asked_again_later_they_are_the_same_to_the_byte(house, session_id, clock):
    first = house.attestations.paper(house.attestations.issue(session_id, by=RECEPTION).rows)
    clock.set(datetime(2027, 2, 1, 10))
    again = house.attestations.issue(session_id, by=RECEPTION)
    assert house.attestations.paper(again.rows).pdf == first.pdf


def test_a_room_changed_afterwards_does_not_change_what_was_attested(house, session_id):
    first = house.attestations.issue(session_id, by=RECEPTION)
    row = house.trainings.session(session_id).session
    booking = house.planning.booking(row.booking_id)
    agora_a = house.venue.venue().by_code["AGA"].id
    with house.database.writing() as work:
        work.connection.execute(
            tables.booking.update().where(tables.booking.c.id == booking.id), {"room_id": agora_a}
        )
    assert house.attestations.issue(session_id, by=RECEPTION).rows == first.rows


def test_the_excused_person_alone_is_refused_in_words(house, session_id):
    people = house.trainings.session(session_id).attendees
    (excused,) = [one for one in people if one.status == "excused"]
    refused = code_of(
        lambda: house.attestations.issue(
            session_id, by=RECEPTION, enrolment_ids=[excused.enrolment_id]
        )
    )
    assert refused == "no_presence"


def test_numbers_go_on_from_session_to_session_and_start_anew_each_year(house, session_id, clock):
    house.attestations.issue(session_id, by=RECEPTION)
    for day in (THURSDAY + timedelta(days=1), datetime(2027, 1, 7).date()):
        other = a_session(house, "AGA", "10:00-12:00", title=f"Suite {day}", day=day)
        (code,) = a_full_list(house, other, 1, seed=day.day)
        clock.set(at("09:50-10:00", day)[0])
        house.check_in.scan(code, client_key=f"{day}", by=RECEPTION)
        house.trainings.close_session(other, by=RECEPTION)
        (row,) = house.attestations.issue(other, by=RECEPTION).rows
        assert row.code == ("2026-0004" if day.year == 2026 else "2027-0001")


def test_a_certificate_is_another_paper_with_a_number_of_its_own(house, session_id):
    house.attestations.issue(session_id, by=RECEPTION)
    given = house.attestations.issue(session_id, by=RECEPTION, kind=AttestationKind.COMPLETION)
    assert [row.number for row in given.rows] == [4, 5, 6]
    words = whole_text(house.attestations.paper(given.rows).pdf)
    assert "Certificat de réalisation" in words
    assert "action de formation" in words


def test_not_before_the_check_in_is_ended_and_not_by_the_kiosk(house, session_id):
    issue = house.attestations.issue
    house.trainings.open_session(session_id, by=RECEPTION)
    assert code_of(lambda: issue(session_id, by=RECEPTION)) == "session_not_held"
    assert code_of(lambda: issue(999, by=RECEPTION)) == "session_unknown"
    assert code_of(lambda: issue(session_id, by=KIOSK)) == "role_forbidden"
    with house.database.reading() as connection:
        people = [one.enrolment_id for one in house.trainings.session(session_id).attendees]
        assert read_attestations.of_enrolments(connection, "presence", people) == {}
