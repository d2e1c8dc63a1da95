"""Each sentence can be said with what is handed to it where the refusal is made, in each language.

The source is read, not run: a value forgotten at one place is found here, not at the desk.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from desktop_app.domain.bookings import Kind, Status
from desktop_app.domain.civil_time import Week
from desktop_app.domain.import_report import ListKind
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.staff import Role
from desktop_app.wording import use_language
from desktop_app.wording.refusals import say, sentences
from tests.wording.raised import Raised, places, places_in

DAY, LATER = date(2026, 11, 26), date(2026, 12, 31)
INSTANT = datetime(2026, 11, 26, 8, 55, tzinfo=UTC)
STARTS, ENDS = datetime(2026, 11, 26, 14), datetime(2026, 11, 26, 17)

EXAMPLES: dict[str, Any] = {
    **dict.fromkeys(("booking_id", "enrolment_id", "loan_id", "organisation_id", "line"), 12),
    **dict.fromkeys(("person_id", "series_id", "session_id", "current", "digit", "hour"), 3),
    **dict.fromkeys(("days", "hours", "largest", "longest", "maximum", "minutes", "months"), 6),
    **dict.fromkeys(("most", "seats", "value", "week", "weekday", "rule_weekday", "month"), 5),
    **dict.fromkeys(("day", "last", "first", "until", "since"), DAY),
    **dict.fromkeys(("start", "end", "opens", "closes"), time(14, 30)),
    **dict.fromkeys(("starts_at", "ended_at", "free_until", "earliest"), STARTS),
    **dict.fromkeys(("at", "returned_at"), INSTANT),
    **dict.fromkeys(
        ("text", "part", "header", "problem", "reason", "title", "name", "near"), "Œuvre"
    ),
    **dict.fromkeys(
        ("file", "folder", "path", "printer", "encoding", "format", "right"), "Accueil"
    ),
    **dict.fromkeys(("organisation", "holder"), "Élan du Canal"),
    "columns": ("nom", "RNA"),
    "discreet": False,
    "ends_at": ENDS,
    "key": "K08",
    "keys": ("K08", "K09"),
    "names": ("Élan du Canal", "Elan du canal 20e"),
    "kind": Kind.MEETING,
    "known": ("A4", "A3"),
    "number": 54,
    "numbers": (12, 13),
    "followed": 1,
    "least": 30.0,
    "over": 4.2,
    "awaited": 2,
    "role": Role.KIOSK,
    "room": "Bureau 1",
    "series": "P06",
    "status": Status.OPTION,
    "today": DAY,
    "year": 2026,
}

OTHERWISE: dict[str, dict[str, Any]] = {
    "column_missing": {"kind": ListKind.ROOMS},
    "import_day_not_in_week": {"week": Week(2026, 48)},
    "key_already_out": {"since": INSTANT},
    "key_lost": {"since": INSTANT},
}
"""Values that mean something else in one sentence."""

FOUND = tuple(places())


def said(place: Raised) -> str:
    given = EXAMPLES if place.names is None else {name: EXAMPLES[name] for name in place.names}
    return say(Refusal(place.code, **(given | OTHERWISE.get(place.code, {}))))


@pytest.fixture(params=["fr", "en"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    use_language(request.param)
    yield str(request.param)
    use_language("fr")


def test_refusals_are_found_in_the_source() -> None:
    assert len(FOUND) > 120
    assert {place.code for place in FOUND} <= set(sentences())


def test_what_a_refusal_carries_has_an_example_here() -> None:
    names = {name for place in FOUND for name in place.names or ()}
    assert names - set(EXAMPLES) == set()


@pytest.mark.parametrize("place", FOUND, ids=[f"{one.code}-{one.place}" for one in FOUND])
def test_it_can_be_said(place: Raised, spoken: str) -> None:
    sentence = said(place)
    assert sentence.strip() == sentence
    assert sentence
    assert "{" not in sentence, "a value was not put in"
    assert "None" not in sentence
    assert sentence[-1] in ".…?", sentence
    assert not sentence.startswith(place.code)


def test_a_forgotten_value_would_be_seen() -> None:
    (place,) = places_in("raise Refusal('text_too_long', field='name')", "somewhere.py")
    with pytest.raises(KeyError):
        said(place)


def test_values_in_a_dictionary_nearby_are_seen() -> None:
    source = "named = {'organisation': 1}\nObjection('x', 'f', {**named, 'until': 2})"
    (place,) = places_in(source, "somewhere.py")
    assert place.names == frozenset({"organisation", "until"})
