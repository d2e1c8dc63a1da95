"""Who has followed what: asked at the door, in the search, for an event; on both engines."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app.domain.clock import StoppedClock
from desktop_app.services.house import Services
from tests.builders import (
    RECEPTION,
    THURSDAY,
    a_person,
    a_session,
    an_enrolment,
    at,
)
from tests.documents.reading_pdf import whole_text

BASE = "Base"
HALVES = ("09:30-13:00", "13:30-17:00")


@pytest.fixture
def people(house: Services, clock: StoppedClock) -> dict[str, int]:
    """Maïwenn followed the whole day of the base training, Noé its morning, Lou nothing."""
    made = {name: a_person(house.database, name) for name in ("Maïwenn", "Noé", "Lou")}
    session = a_session(house, hours="09:30-17:00", half_days=HALVES, title=BASE)
    enrolled = {
        name: an_enrolment(house.database, session, made[name]) for name in ("Maïwenn", "Noé")
    }
    clock.set(at("09:25-10:00", THURSDAY)[0])
    for name in ("Maïwenn", "Noé"):
        house.check_in.check_in_enrolment(enrolled[name], client_key=f"m{name}", by=RECEPTION)
    clock.set(at("13:25-14:00", THURSDAY)[0])
    house.check_in.check_in_enrolment(enrolled["Maïwenn"], client_key="a", by=RECEPTION)
    return made


@pytest.fixture
def event(house: Services, people: dict[str, int]) -> int:
    made = a_session(house, "AGA", "18:30-20:30", title="Nuit", day=THURSDAY + timedelta(days=1))
    for person in people.values():
        an_enrolment(house.database, made, person)
    return made


def test_a_training_counts_when_every_half_day_was_followed(house, people):
    found = house.trainings.followed(people.values())
    assert set(found) == {people["Maïwenn"]}
    (title,) = found[people["Maïwenn"]]
    assert (title.title, title.day) == (BASE, THURSDAY)


def test_a_check_in_taken_back_does_not_count(house, people):
    house.check_in.undo_last(by=RECEPTION)
    assert house.trainings.followed(people.values()) == {}


def test_the_event_knows_who_is_ready(house, people, event):
    rows = house.trainings.readiness(event, "base")
    assert {row.attendee.last_name: row.is_ready for row in rows} == {
        "Lou": False,
        "Maïwenn": True,
        "Noé": False,
    }
    words = whole_text(house.training_papers.ready(event, "base").pdf)
    assert "1 sur 3 ont suivi BASE" in words
    assert "suivie le 26/11/2026" in words
    assert words.count("pas encore") == 2


def test_somebody_excused_is_not_on_the_list_of_the_event(house, people, event):
    (lou,) = [one for one in house.trainings.session(event).attendees if one.last_name == "Lou"]
    house.trainings.set_excused(lou.enrolment_id, True, by=RECEPTION)
    assert len(house.trainings.readiness(event, "base")) == 2


def test_the_search_says_it_beside_the_name(house, people):
    hits = {hit.title: hit.subtitle for hit in house.search.find("ma") if hit.kind == "person"}
    assert "A suivi Base (26/11/2026)" in hits["Maïwenn"]
    (lou,) = [hit for hit in house.search.find("lou") if hit.kind == "person"]
    assert "A suivi" not in lou.subtitle
