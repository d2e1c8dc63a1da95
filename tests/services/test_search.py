"""One box: rooms, bookings, associations, trainings, people, today first."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.bookings import Kind
from desktop_app.services.house import Services
from tests.builders import MANAGER, RECEPTION, THURSDAY, a_draft, an_association


@pytest.fixture
def busy(house: Services) -> Services:
    exile = an_association(house.database, "Collectif Exil-Accueil")
    an_association(house.database, "L’Escale numérique")
    facts = {"organisation_id": exile, "kind": Kind.PERMANENCE, "title": "P06 Exil"}
    for day in (THURSDAY, date(2026, 12, 3)):
        draft = a_draft(house.database, "BP2", "10:00-13:00", day, **facts)
        house.bookings.book(draft, by=MANAGER, override="date convenue en septembre")
    return house


def test_three_letters_find_where_the_permanence_of_today_is(busy: Services):
    first = busy.search.find("exil")[0]
    assert (first.kind, first.place, first.floor, first.screen) == (
        "booking",
        "Bureau 2",
        "RdC",
        "today",
    )
    assert first.day == THURSDAY


@pytest.mark.parametrize(
    ("typed", "kind", "title"),
    [
        ("escale", "organisation", "L’Escale numérique"),
        ("numerique l'escale", "organisation", "L’Escale numérique"),
        ("BUREAU 2", "room", "Bureau 2"),
        ("agora", "room", "Agora A"),
        ("accueil exil", "organisation", "Collectif Exil-Accueil"),
    ],
)
def test_every_kind_is_found(busy: Services, typed: str, kind: str, title: str):
    assert (kind, title) in [(hit.kind, hit.title) for hit in busy.search.find(typed)]


def test_nothing_typed_and_nothing_known_find_nothing(busy: Services):
    assert busy.search.find("") == ()
    assert busy.search.find("’ - ") == ()
    assert busy.search.find("zzz") == ()


def test_a_cancelled_booking_is_not_found(busy: Services):
    row = busy.planning.days(THURSDAY, THURSDAY)[0]
    busy.bookings.cancel(row.id, row.version, "fermeture", by=RECEPTION)
    days = [hit.day for hit in busy.search.find("exil") if hit.kind == "booking"]
    assert days == [date(2026, 12, 3)]
