"""Finding a room: the smallest sufficient free one first, and why the others are not."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.refusals import Refusal
from desktop_app.services.finding import Need
from desktop_app.services.house import Services
from tests.builders import RECEPTION, THURSDAY, a_draft, at


def codes(offers) -> list[str]:
    return [offer.room.code for offer in offers]


def need(hours: str = "18:30-20:30", day: date = date(2026, 12, 1), **facts) -> Need:
    return Need(*at(hours, day), **facts)


def test_twenty_people_with_a_projector_on_tuesday_evening(house: Services):
    house.bookings.book(a_draft(house.database, "ATE", title="Répétition chorale"), by=RECEPTION)
    offers = house.finder.find(need(heads=20, equipment=("projector",), step_free=True))
    assert codes(offer for offer in offers if offer.can_be_taken) == ["AGB", "AGA", "AGO"]
    workshop = next(offer for offer in offers if offer.room.code == "ATE")
    assert [one.code for one in workshop.objections] == ["room_taken"]
    assert workshop.lacking_equipment == ("projector",)


def test_moving_a_permanence_keeps_step_free_access(house: Services):
    row = house.bookings.book(
        a_draft(house.database, "BP2", "10:00-13:00", THURSDAY, heads=3), by=RECEPTION
    )
    offers = house.finder.find(
        need("10:00-13:00", THURSDAY, heads=3, step_free=True, booking_id=row.id)
    )
    assert codes(offers)[:2] == ["BP1", "BP2"]
    assert codes(offers)[-1] == "BP3"
    assert offers[-1].lacks_step_free
    assert not offers[-1].can_be_taken
    assert codes(offers).index("BOU") < codes(offers).index("AGB")


def test_a_composite_is_not_free_when_a_part_is_taken(house: Services):
    house.bookings.book(a_draft(house.database, "AGA"), by=RECEPTION)
    free = codes(offer for offer in house.finder.find(need()) if offer.can_be_taken)
    assert "AGO" not in free
    assert "AGB" in free


def test_what_the_finder_calls_free_can_be_booked_and_the_rest_cannot(house: Services):
    house.bookings.book(a_draft(house.database, "AGO"), by=RECEPTION)
    house.bookings.book(a_draft(house.database, "PAS", "19:00-20:00"), by=RECEPTION)
    for offer in house.finder.find(need(heads=8)):
        draft = a_draft(house.database, offer.room.code, heads=8)
        if offer.is_free:
            row = house.bookings.book(draft, by=RECEPTION)
            house.bookings.cancel(row.id, row.version, "essai", by=RECEPTION)
        else:
            with pytest.raises(Refusal):
                house.bookings.book(draft, by=RECEPTION)


@pytest.mark.parametrize(
    ("asked", "code", "field"),
    [
        (need(day=date(2026, 12, 25)), "venue_closed", "day"),
        (need("21:00-23:00"), "closes_earlier", "end"),
        (need(day=date(2025, 12, 2)), "day_past", "day"),
        (need(heads=9000), "no_room_that_size", "heads"),
        (need("20:00-19:00"), "hours_in_wrong_order", "end"),
    ],
)
def test_a_hopeless_need_is_refused_on_its_field(house: Services, asked, code: str, field: str):
    with pytest.raises(Refusal) as refusal:
        house.finder.find(asked)
    assert (refusal.value.code, refusal.value.field) == (code, field)
