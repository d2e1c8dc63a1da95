"""Papers of a session from a real database, on both engines."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from PIL import Image

from desktop_app.domain.clock import StoppedClock
from desktop_app.domain.people import Introduction
from desktop_app.services.house import Services
from tests.builders import MANAGER, RECEPTION, THURSDAY, a_full_list, a_session, at
from tests.documents.reading_pdf import whole_text
from tests.support.refused import code_of


@pytest.fixture
def session_id(house: Services, clock: StoppedClock) -> int:
    """Three enrolled in Agora B at 14 h, one of them in; it is ten to two."""
    made = a_session(house)
    codes = a_full_list(house, made, 3)
    clock.set(at("13:50-14:00", THURSDAY)[0])
    house.check_in.scan(codes[0], client_key="one", by=RECEPTION)
    return made


def plain(pdf: bytes) -> str:
    return whole_text(pdf).replace("\u00a0", " ")


def test_the_sheet_has_the_list_and_the_hour_of_the_badge(house, session_id):
    house.trainings.add_walk_in(
        session_id, Introduction(first_name="Øyvind"), client_key="two", by=RECEPTION
    )
    paper = house.training_papers.attendance(session_id)
    words = plain(paper.pdf)
    assert (paper.pages, paper.file_name) == (1, f"emargement-2026-11-26-{session_id}.pdf")
    for part in ("Petipont-003 Nour", "Øyvind", "sans inscription", "Agora B, RdC"):
        assert part in words
    assert words.count("13 h 50") == 3  # two badge times, and the foot


def test_the_same_moment_gives_the_same_bytes(house, session_id):
    papers = house.training_papers
    assert papers.attendance(session_id).pdf == papers.attendance(session_id).pdf


def test_moved_to_another_room_the_sheet_has_moved_too(house, session_id):
    booking = house.planning.booking(house.trainings.session(session_id).session.booking_id)
    agora_a = house.venue.venue().by_code["AGA"].id
    house.bookings.change(booking.id, booking.version, by=RECEPTION, room_id=agora_a)
    assert "Agora A" in plain(house.training_papers.attendance(session_id).pdf)


def test_more_people_than_the_room_holds_is_said_before_anybody_signs(house, session_id):
    a_full_list(house, session_id, 30, seed=2)
    (doubt,) = house.training_papers.doubts(session_id)
    assert (doubt.code, doubt.heads, doubt.maximum) == ("over_headcount", 34, 30)
    assert "À vérifier" in plain(house.training_papers.attendance(session_id).pdf)


def test_a_sheet_to_fill_names_nobody(house, session_id):
    paper = house.training_papers.attendance(session_id, blank=True)
    assert "Petipont" not in plain(paper.pdf)
    assert paper.file_name.endswith("-vierge.pdf")


def test_a_session_is_found_by_its_number_or_by_its_training(house, session_id):
    found = house.training_papers.find_session
    code = house.trainings.session(session_id).session.title_code
    assert found(str(session_id), date(2020, 1, 1)).id == session_id
    assert found(code.lower(), THURSDAY).id == session_id
    assert code_of(found, code, THURSDAY + timedelta(days=1)) == "session_not_found"
    assert code_of(found, "999", THURSDAY) == "session_unknown"


def test_two_of_a_training_on_one_day_are_told_apart_by_number(house, session_id):
    code = house.trainings.session(session_id).session.title_code
    a_session(house, hours="18:30-20:30")
    found = house.training_papers.find_session
    assert code_of(found, code, THURSDAY) == "session_ambiguous"


def test_the_operators_picture_stands_on_the_sheet(house, session_id):
    without = house.training_papers.attendance(session_id).pdf
    house.papers.head.save_image(a_picture(), by=MANAGER)
    with_it = house.training_papers.attendance(session_id).pdf
    assert b"/Subtype /Image" not in without
    assert b"/Subtype /Image" in with_it


def a_picture() -> bytes:
    held = BytesIO()
    Image.new("RGB", (300, 80), "#123456").save(held, "PNG")
    return held.getvalue()
