"""The first picture says what the full board says, or says nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from database.first_look import first_look
from desktop_app.domain.bookings import Kind
from desktop_app.services.house import Services
from tests.builders import MANAGER, RECEPTION, THURSDAY, a_draft, an_association

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])


def test_it_shows_the_same_rooms_hours_and_bookings(house: Services):
    asker = an_association(house.database, "Collectif Exil-Accueil")
    facts = {"organisation_id": asker, "kind": Kind.PERMANENCE, "discreet": True}
    draft = a_draft(house.database, "BP2", "10:00-13:00", THURSDAY, **facts)
    house.bookings.book(draft, by=MANAGER, override="convenu")
    house.bookings.book(a_draft(house.database, "AGO", "14:00-16:00", THURSDAY), by=RECEPTION)
    assert house.database.path is not None
    seen = first_look(house.database.path, THURSDAY)
    assert seen is not None
    assert seen.bookings == house.planning.days(THURSDAY, THURSDAY)
    venue = house.venue.venue()
    assert [(room.code, room.parts) for room in seen.rooms] == [
        (room.code, room.parts) for room in venue.rooms
    ]
    for day in (THURSDAY, date(2026, 12, 5), date(2026, 12, 25)):
        assert seen.calendar.hours_on(day) == venue.calendar.hours_on(day)


def test_a_missing_file_shows_nothing(house: Services, tmp_path: Path):
    assert first_look(tmp_path / "absent.sqlite", THURSDAY) is None


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100])
def test_a_file_of_another_shape_shows_nothing(house: Services, tmp_path: Path, content: bytes):
    file = tmp_path / "autre.sqlite"
    file.write_bytes(content)
    assert first_look(file, THURSDAY) is None
