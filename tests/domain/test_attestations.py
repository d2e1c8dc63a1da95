"""Who may have an attestation, and what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.attestations import Attested, attested_of
from desktop_app.domain.trainings import SessionDetail
from tests.documents.session_facts import a_detail, arrived, somebody
from tests.support.refused import code_of

TWO = (("09:30", "13:00"), ("13:30", "17:00"))


def held(**facts) -> SessionDetail:
    return a_detail(1, status="present", hours=TWO, **facts)


def ended(detail: SessionDetail, status: str = "held") -> SessionDetail:
    return replace(detail, session=detail.session._replace(status=status))


@pytest.mark.parametrize("status", ["held", "locked"])
def test_the_hours_are_those_followed(status):
    person = somebody(1, arrivals=(arrived(9, 31), arrived(13, 20, half_day=2)))
    said = attested_of(ended(held(), status), person, "La Fabrique")
    assert (said.name, said.minutes, said.place) == ("Mohamed BONVENT 1", 420, "Agora B")
    assert said.venue == "La Fabrique"


@pytest.mark.parametrize(
    ("arrivals", "code"),
    [((), "no_presence"), ((arrived(9, 31),), "presence_incomplete")],
)
def test_nobody_else_gets_one(arrivals, code):
    detail = ended(held())
    assert code_of(attested_of, detail, somebody(1, arrivals=arrivals), "") == code


@pytest.mark.parametrize("status", ["planned", "open", "cancelled"])
def test_not_before_the_check_in_is_ended(status):
    person = somebody(1, arrivals=(arrived(9, 31), arrived(13, 20, half_day=2)))
    assert code_of(attested_of, ended(held(), status), person, "") == "session_not_held"


def test_what_is_stored_comes_back_whole():
    person = somebody(1, arrivals=(arrived(9, 31), arrived(13, 20, half_day=2)))
    said = attested_of(ended(held()), person, "La Fabrique")
    assert Attested.from_dict(said.to_dict()) == said
