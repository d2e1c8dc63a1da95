"""Groups arrive, leave, or do not come; on both engines."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.bookings import Status
from desktop_app.domain.clock import StoppedClock
from desktop_app.domain.refusals import Refusal
from desktop_app.services.house import Services
from desktop_app.wording.refusals import say
from desktop_app.wording.today import say_arrival_warning
from tests import builders
from tests.builders import RECEPTION as DESK
from tests.builders import a_booking, a_key, an_association
from tests.support.refused import code_of


def test_a_group_that_arrives_is_on_site(house: Services) -> None:
    booking = a_booking(house)
    arrival = house.arrivals.arrive(booking.id, by=DESK)
    assert arrival.row.status == Status.ARRIVED
    assert arrival.warnings == ()


def test_arriving_twice_is_once(house: Services) -> None:
    booking = a_booking(house)
    first = house.arrivals.arrive(booking.id, by=DESK)
    assert house.arrivals.arrive(booking.id, by=DESK).row == first.row


def test_an_expired_insurance_is_told_and_nobody_is_sent_away(house: Services) -> None:
    expired = an_association(
        house.database, "Croix du Sud Solidarité", insurance_until=date(2026, 10, 31)
    )
    booking = a_booking(house, organisation_id=expired)
    arrival = house.arrivals.arrive(booking.id, by=DESK)
    assert arrival.row.status == Status.ARRIVED
    (warning,) = arrival.warnings
    assert say_arrival_warning(warning) == (
        "Croix du Sud Solidarité\u00a0: assurance expirée le 31\u00a0octobre 2026"
    )


def test_an_arrival_is_undone_and_done_again(house: Services) -> None:
    booking = a_booking(house)
    house.arrivals.arrive(booking.id, by=DESK)
    house.bookings.undo(by=DESK)
    assert house.planning.booking(booking.id).status == Status.CONFIRMED
    house.bookings.redo(by=DESK)
    assert house.planning.booking(booking.id).status == Status.ARRIVED


def test_a_booking_of_another_day_does_not_arrive_today(house: Services) -> None:
    booking = a_booking(house, day=date(2026, 11, 27))
    with pytest.raises(Refusal) as refused:
        house.arrivals.arrive(booking.id, by=DESK)
    assert say(refused.value) == (
        "Cette réservation est pour vendredi 27\u00a0novembre\u00a0: "
        "vous noterez l’arrivée ce jour-là."
    )


def test_yesterdays_booking_does_not_arrive_today(house: Services, clock: StoppedClock) -> None:
    booking = a_booking(house)
    clock.advance(days=1)
    with pytest.raises(Refusal) as refused:
        house.arrivals.arrive(booking.id, by=DESK)
    assert "non-présentation" in say(refused.value)


def test_an_option_is_confirmed_before_it_arrives(house: Services) -> None:
    booking = a_booking(house, status=Status.PENDING)
    with pytest.raises(Refusal) as refused:
        house.arrivals.arrive(booking.id, by=DESK)
    assert refused.value.code == "arrival_not_confirmed"
    assert "en attente" in say(refused.value)


def test_a_cancelled_booking_does_not_arrive(house: Services) -> None:
    booking = a_booking(house)
    house.bookings.cancel(booking.id, booking.version, "grève", by=DESK)
    assert code_of(lambda: house.arrivals.arrive(booking.id, by=DESK)) == "booking_is_over"


def test_a_visitor_of_the_kiosk_decides_nothing(house: Services) -> None:
    booking = a_booking(house)
    code = code_of(lambda: house.arrivals.arrive(booking.id, by=builders.KIOSK))
    assert code == "role_forbidden"


def test_a_group_without_key_leaves(house: Services) -> None:
    booking = a_booking(house)
    house.arrivals.arrive(booking.id, by=DESK)
    assert house.arrivals.leave(booking.id, by=DESK).status == Status.DONE
    assert house.arrivals.leave(booking.id, by=DESK).status == Status.DONE


def test_nobody_leaves_before_arriving(house: Services) -> None:
    booking = a_booking(house)
    with pytest.raises(Refusal) as refused:
        house.arrivals.leave(booking.id, by=DESK)
    assert refused.value.code == "not_arrived"
    assert "confirmée" in say(refused.value)


def test_nobody_leaves_with_a_key(house: Services) -> None:
    a_key(house.database, "K09", "BP2")
    booking = a_booking(house)
    house.keys.hand_key("K09", booking.id, "Awa", "one", by=DESK)
    with pytest.raises(Refusal) as refused:
        house.arrivals.leave(booking.id, by=DESK)
    assert say(refused.value) == "La clé K09 est encore sortie. Notez d’abord son retour."


@pytest.mark.parametrize(("minutes", "allowed"), [(29, False), (30, True), (31, True)])
def test_non_presentation_is_noted_from_half_an_hour_on(
    house: Services, clock: StoppedClock, minutes: int, allowed: bool
) -> None:
    booking = a_booking(house)
    clock.set(booking.starts_at)
    clock.advance(minutes=minutes)
    code = code_of(lambda: house.arrivals.mark_no_show(booking.id, by=DESK))
    assert code == ("" if allowed else "no_show_too_early")


def test_a_no_show_frees_the_room_at_once_and_is_undone(
    house: Services, clock: StoppedClock
) -> None:
    booking = a_booking(house)
    clock.advance(minutes=40)
    house.arrivals.mark_no_show(booking.id, by=DESK)
    draft = builders.a_draft(house.database, "BP2", "11:00-12:00", builders.THURSDAY)
    assert not [one for one in house.bookings.check_draft(draft) if one.code == "room_taken"]
    house.bookings.undo(by=DESK)
    assert house.planning.booking(booking.id).status == Status.CONFIRMED
    assert [one for one in house.bookings.check_draft(draft) if one.code == "room_taken"]


def test_marking_a_no_show_twice_is_once(house: Services, clock: StoppedClock) -> None:
    booking = a_booking(house)
    clock.advance(minutes=40)
    first = house.arrivals.mark_no_show(booking.id, by=DESK)
    assert house.arrivals.mark_no_show(booking.id, by=DESK) == first


def test_a_group_that_came_is_no_no_show(house: Services, clock: StoppedClock) -> None:
    booking = a_booking(house)
    house.arrivals.arrive(booking.id, by=DESK)
    clock.advance(minutes=40)
    code = code_of(lambda: house.arrivals.mark_no_show(booking.id, by=DESK))
    assert code == "already_arrived"


def test_a_cancelled_booking_is_no_no_show(house: Services, clock: StoppedClock) -> None:
    booking = a_booking(house)
    house.bookings.cancel(booking.id, booking.version, "grève", by=DESK)
    clock.advance(minutes=40)
    code = code_of(lambda: house.arrivals.mark_no_show(booking.id, by=DESK))
    assert code == "booking_is_over"


def test_a_group_that_comes_after_all_gets_its_room_back(
    house: Services, clock: StoppedClock
) -> None:
    booking = a_booking(house)
    clock.advance(minutes=40)
    house.arrivals.mark_no_show(booking.id, by=DESK)
    assert house.arrivals.arrive(booking.id, by=DESK).row.status == Status.ARRIVED


def test_a_room_given_away_meanwhile_is_not_given_back(
    house: Services, clock: StoppedClock
) -> None:
    booking = a_booking(house)
    clock.advance(minutes=40)
    house.arrivals.mark_no_show(booking.id, by=DESK)
    a_booking(house, hours="11:00-12:00", title="Réunion d’équipe")
    with pytest.raises(Refusal) as refused:
        house.arrivals.arrive(booking.id, by=DESK)
    assert "Réunion d’équipe" in say(refused.value)
    assert house.planning.booking(booking.id).status == Status.NO_SHOW
