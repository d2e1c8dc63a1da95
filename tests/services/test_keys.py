"""Keys go out and come back; on both engines."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from database import tables
from database.writes import keys as write_keys
from desktop_app.domain.bookings import Status
from desktop_app.domain.clock import StoppedClock
from desktop_app.domain.keys import Verdict
from desktop_app.domain.refusals import Refusal
from desktop_app.services.house import Services
from desktop_app.wording.refusals import say
from tests.builders import MANAGER, a_booking, a_key, an_association
from tests.builders import RECEPTION as DESK
from tests.support.refused import code_of

OK, REMARK = Verdict.OK, Verdict.REMARK


@pytest.fixture
def board(house: Services) -> Services:
    """The usual keys: one of Bureau 1 and of Bureau 2, two of each half of the Agora."""
    for code, room in (
        ("K01", "AGA"),
        ("K02", "AGA"),
        ("K03", "AGB"),
        ("K04", "AGB"),
        ("K08", "BP1"),
        ("K09", "BP2"),
    ):
        a_key(house.database, code, room)
    return house


def test_a_key_goes_out_to_somebody_until_a_quarter_past_the_end(board: Services) -> None:
    booking = a_booking(board)
    loan = board.keys.hand_key("K09", booking.id, "Awa d’Hérouville-Test", "one", by=DESK)
    assert loan.due_at == datetime(2026, 11, 26, 13, 15)
    assert loan.handed_to == "Awa d’Hérouville-Test"
    assert [one.key_code for one in board.keys.out()] == ["K09"]


def test_who_takes_the_key_has_thereby_arrived(board: Services) -> None:
    booking = a_booking(board)
    board.keys.hand_key("K09", booking.id, "Awa", "one", by=DESK)
    assert board.planning.booking(booking.id).status == Status.ARRIVED
    board.bookings.undo(by=DESK)
    assert board.planning.booking(booking.id).status == Status.CONFIRMED


@pytest.mark.parametrize("typed", ["K09", "k9", "k 09", " K-09 ", "9", "09"])
def test_a_key_is_named_as_people_type_it(board: Services, typed: str) -> None:
    booking = a_booking(board)
    assert board.keys.hand_key(typed, booking.id, "Awa", "one", by=DESK).key_code == "K09"


def test_the_same_handing_twice_is_once(board: Services) -> None:
    booking = a_booking(board)
    first = board.keys.hand_key("K09", booking.id, "Awa", "one", by=DESK)
    assert board.keys.hand_key("K09", booking.id, "Awa", "one", by=DESK) == first
    assert len(board.keys.out()) == 1


def test_a_repeat_after_the_return_does_not_hand_the_key_again(board: Services) -> None:
    booking = a_booking(board)
    board.keys.hand_key("K09", booking.id, "Awa", "one", by=DESK)
    board.keys.take_key_back("K09", OK, by=DESK)
    board.keys.hand_key("K09", booking.id, "Awa", "one", by=DESK)
    assert board.keys.out() == ()


def test_a_key_that_is_out_is_not_given_again(board: Services, clock: StoppedClock) -> None:
    group = an_association(board.database, "Collectif Exil-Accueil")
    first = a_booking(board, organisation_id=group)
    clock.advance(minutes=3)
    board.keys.hand_key("K09", first.id, "Awa", "one", by=DESK)
    other = a_booking(board, hours="14:00-17:00")
    with pytest.raises(Refusal) as refused:
        board.keys.hand_key("K09", other.id, "Jo", "two", by=DESK)
    assert refused.value.field == "key"
    assert say(refused.value) == (
        "Cette clé est déjà sortie\u00a0: Collectif Exil-Accueil, depuis 9\u00a0h\u00a058."
    )
    assert board.planning.booking(other.id).status == Status.CONFIRMED


def test_a_discreet_group_that_has_the_key_is_not_named(board: Services) -> None:
    group = an_association(board.database, "Femmes en chemin")
    first = a_booking(board, organisation_id=group, title="P07", discreet=True)
    board.keys.hand_key("K09", first.id, "Awa", "one", by=DESK)
    other = a_booking(board, hours="14:00-17:00")
    with pytest.raises(Refusal) as refused:
        board.keys.hand_key("K09", other.id, "Jo", "two", by=DESK)
    assert say(refused.value) == "Cette clé est déjà sortie, depuis 9\u00a0h\u00a055."


def test_a_key_out_since_yesterday_says_the_day(board: Services, clock: StoppedClock) -> None:
    clock.set(datetime(2026, 11, 25, 11))
    first = a_booking(board, day=clock.today(), hours="10:30-12:00", title="Permanence")
    board.keys.hand_key("K09", first.id, "Awa", "one", by=DESK)
    clock.set(datetime(2026, 11, 26, 9, 55))
    other = a_booking(board)
    with pytest.raises(Refusal) as refused:
        board.keys.hand_key("K09", other.id, "Jo", "two", by=DESK)
    assert "depuis mercredi 25\u00a0novembre à 11\u00a0h" in say(refused.value)


def test_two_desks_giving_the_same_key_at_once_one_is_told_who_has_it(board: Services) -> None:
    """The guard of the database answers when the check came too early."""
    first, other = a_booking(board), a_booking(board, hours="14:00-17:00", title="Autre")
    with pytest.raises(Refusal) as refused:
        hand_without_looking(board, "K09", first.id, other.id)
    assert refused.value.code == "key_already_out"
    assert "déjà sortie" in say(refused.value)


def hand_without_looking(house: Services, code: str, *booking_ids: int) -> None:
    (key,) = [key for key in house.keys.board() if key.code == code]
    now, due = house.database.clock.instant(), datetime(2026, 11, 26, 13, 15)
    with house.database.writing() as work:
        for booking_id in booking_ids:
            write_keys.hand(work, key, booking_id, "Awa", now, due, f"mark{booking_id}")


def test_a_key_of_another_room_is_refused_with_the_right_one(board: Services) -> None:
    booking = a_booking(board)
    with pytest.raises(Refusal) as refused:
        board.keys.hand_key("K08", booking.id, "Awa", "one", by=DESK)
    assert say(refused.value) == ("La clé K08 ouvre Bureau 1, pas Bureau 2. Prenez la clé K09.")
    assert board.planning.booking(booking.id).status == Status.CONFIRMED


def test_of_several_right_keys_all_are_named(board: Services) -> None:
    booking = a_booking(board, "AGA")
    with pytest.raises(Refusal) as refused:
        board.keys.hand_key("K03", booking.id, "Awa", "one", by=DESK)
    assert say(refused.value) == (
        "La clé K03 ouvre Agora B, pas Agora A. Prenez l’une des clés K01 et K02."
    )


def test_a_room_without_key_says_so(board: Services) -> None:
    booking = a_booking(board, "ATE")
    with pytest.raises(Refusal) as refused:
        board.keys.hand_key("K03", booking.id, "Awa", "one", by=DESK)
    assert "qui n’a pas de clé" in say(refused.value)


@pytest.mark.parametrize(
    ("key", "who", "code", "field"),
    [
        ("", "Awa", "key_missing", "key"),
        ("K99", "Awa", "key_unknown", "key"),
        ("K09", "  ", "key_holder_missing", "handed_to"),
        ("K09", "A" * 121, "text_too_long", "handed_to"),
    ],
)
def test_a_handing_that_says_too_little_is_refused_at_the_field(
    board: Services, key: str, who: str, code: str, field: str
) -> None:
    booking = a_booking(board)
    with pytest.raises(Refusal) as refused:
        board.keys.hand_key(key, booking.id, who, "one", by=DESK)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert say(refused.value)
    assert board.keys.out() == ()


def test_a_lost_key_is_not_handed(board: Services) -> None:
    booking = a_booking(board)
    loan = board.keys.hand_key("K09", booking.id, "Awa", "one", by=DESK)
    with board.database.writing() as work:
        work.connection.execute(
            tables.key_loan.update().where(tables.key_loan.c.id == loan.id).values(status="lost")
        )
    other = a_booking(board, hours="14:00-17:00")
    with pytest.raises(Refusal) as refused:
        board.keys.hand_key("K09", other.id, "Jo", "two", by=DESK)
    assert say(refused.value) == "La clé K09 est notée perdue. Prenez-en une autre."
    assert board.keys.take_key_back("K09", OK, by=DESK).loan.status == "returned"


def test_the_composite_takes_one_key_of_each_part(board: Services) -> None:
    booking = a_booking(board, "AGO", title="Débat")
    assert key_codes(board, booking.id, suggested=True) == ["K01", "K03"]
    board.keys.hand_keys(("K01", "K03"), booking.id, "Awa", "one", by=DESK)
    assert key_codes(board, booking.id, suggested=True) == []
    first = board.keys.take_key_back("K01", OK, by=DESK)
    assert not first.left
    board.database.clock.set(datetime(2026, 11, 26, 12, 50))  # type: ignore[attr-defined]
    last = board.keys.take_key_back("K03", OK, by=DESK)
    assert last.left
    assert last.row.status == Status.DONE


def test_of_a_composite_only_the_missing_half_is_proposed(board: Services) -> None:
    part = a_booking(board, "AGB", "14:00-15:00", title="Avant")
    board.keys.hand_key("K03", part.id, "Jo", "zero", by=DESK)
    booking = a_booking(board, "AGO", "10:00-12:00", title="Débat")
    board.keys.hand_key("K02", booking.id, "Awa", "one", by=DESK)
    assert key_codes(board, booking.id, suggested=True) == ["K04"]


def key_codes(house: Services, booking_id: int, *, suggested: bool) -> list[str]:
    card = house.today.card(booking_id)
    return [key.code for key, _ in card.keys if key.id in card.suggested or not suggested]


def test_the_last_key_back_ends_a_booking_that_has_begun(
    board: Services, clock: StoppedClock
) -> None:
    booking = a_booking(board)
    board.keys.hand_key("K09", booking.id, "Awa", "one", by=DESK)
    clock.set(datetime(2026, 11, 26, 12, 45))
    back = board.keys.take_key_back("K09", OK, by=DESK)
    assert back.left
    assert back.row.status == Status.DONE
    assert board.keys.out() == ()


def test_a_key_back_before_the_hour_ends_nothing(board: Services) -> None:
    booking = a_booking(board)
    board.keys.hand_key("K09", booking.id, "Awa", "one", by=DESK)
    back = board.keys.take_key_back("K09", OK, by=DESK)
    assert not back.left
    assert back.row.status == Status.ARRIVED


def test_a_remark_stands_on_the_next_groups_card_until_the_room_is_ok_again(
    board: Services, clock: StoppedClock
) -> None:
    booking, following = a_booking(board), a_booking(board, hours="14:00-17:00", title="Après")
    board.keys.hand_key("K09", booking.id, "Awa", "one", by=DESK)
    clock.set(datetime(2026, 11, 26, 12, 45))
    board.keys.take_key_back("K09", REMARK, "2 chaises manquantes", by=DESK)
    remark = board.today.card(following.id).remark
    assert remark is not None
    assert (remark.remark, remark.booking_id) == ("2 chaises manquantes", booking.id)
    board.keys.hand_key("K09", following.id, "Jo", "two", by=DESK)
    clock.advance(hours=3)
    board.keys.take_key_back("K09", OK, by=DESK)
    assert board.today.card(following.id).remark is None


def test_a_remark_on_one_half_stands_on_the_composites_card(
    board: Services, clock: StoppedClock
) -> None:
    half = a_booking(board, "AGB", "10:00-11:00", title="Moitié")
    whole = a_booking(board, "AGO", "18:00-20:00", title="Tout")
    board.keys.hand_key("K03", half.id, "Awa", "one", by=DESK)
    clock.advance(minutes=30)
    board.keys.take_key_back("K03", REMARK, "câble du projecteur", by=DESK)
    remark = board.today.card(whole.id).remark
    assert remark is not None
    assert remark.remark == "câble du projecteur"


@pytest.mark.parametrize(
    ("remark", "code"),
    [("", "remark_missing"), ("  ", "remark_missing"), ("x" * 201, "text_too_long")],
)
def test_a_remark_says_something_short(board: Services, remark: str, code: str) -> None:
    booking = a_booking(board)
    board.keys.hand_key("K09", booking.id, "Awa", "one", by=DESK)
    with pytest.raises(Refusal) as refused:
        board.keys.take_key_back("K09", REMARK, remark, by=DESK)
    assert (refused.value.code, refused.value.field) == (code, "remark")
    assert say(refused.value)
    assert len(board.keys.out()) == 1


def test_a_key_that_is_not_out_is_not_taken_back_in_silence(board: Services) -> None:
    with pytest.raises(Refusal) as refused:
        board.keys.take_key_back("K09", OK, by=DESK)
    assert say(refused.value) == "La clé K09 n’est pas sortie\u00a0: elle doit être au tableau."


def test_a_key_already_back_says_since_when(board: Services, clock: StoppedClock) -> None:
    booking = a_booking(board)
    board.keys.hand_key("K09", booking.id, "Awa", "one", by=DESK)
    clock.set(datetime(2026, 11, 26, 12, 45))
    board.keys.take_key_back("K09", OK, by=DESK)
    with pytest.raises(Refusal) as refused:
        board.keys.take_key_back("K09", OK, by=DESK)
    assert "rendue à 12\u00a0h\u00a045" in say(refused.value)


def test_a_return_repeated_for_the_loan_on_the_screen_is_once(board: Services) -> None:
    """The key went out again meanwhile: the repeat must not end the other group's loan."""
    booking, other = a_booking(board), a_booking(board, hours="14:00-17:00", title="Après")
    loan = board.keys.hand_key("K09", booking.id, "Awa", "one", by=DESK)
    board.keys.take_key_back("K09", OK, loan_id=loan.id, by=DESK)
    board.keys.hand_key("K09", other.id, "Jo", "two", by=DESK)
    repeated = board.keys.take_key_back("K09", OK, loan_id=loan.id, by=DESK)
    assert repeated.loan.id == loan.id
    assert [one.booking_id for one in board.keys.out()] == [other.id]


def test_a_key_given_to_the_wrong_group_never_left(board: Services) -> None:
    booking = a_booking(board)
    loan = board.keys.hand_key("K09", booking.id, "Awa", "one", by=DESK)
    assert board.keys.undo_handing(loan.id, by=DESK).status == "annulled"
    assert board.keys.out() == ()
    assert board.today.card(booking.id).remark is None
    with pytest.raises(Refusal) as refused:
        board.keys.undo_handing(loan.id, by=DESK)
    assert refused.value.code == "key_not_out"


def test_a_return_noted_by_mistake_is_undone(board: Services, clock: StoppedClock) -> None:
    booking, following = a_booking(board), a_booking(board, hours="14:00-17:00", title="Après")
    loan = board.keys.hand_key("K09", booking.id, "Awa", "one", by=DESK)
    clock.set(datetime(2026, 11, 26, 12, 45))
    board.keys.take_key_back("K09", REMARK, "vitre fendue", by=DESK)
    assert board.keys.undo_return(loan.id, by=DESK).status == "out"
    assert board.planning.booking(booking.id).status == Status.ARRIVED
    assert board.today.card(following.id).remark is None


def test_a_return_is_not_undone_once_the_key_went_to_others(board: Services) -> None:
    booking, other = a_booking(board), a_booking(board, hours="14:00-17:00", title="Après")
    loan = board.keys.hand_key("K09", booking.id, "Awa", "one", by=DESK)
    board.keys.take_key_back("K09", OK, by=DESK)
    board.keys.hand_key("K09", other.id, "Jo", "two", by=DESK)
    with pytest.raises(Refusal) as refused:
        board.keys.undo_return(loan.id, by=DESK)
    assert say(refused.value).startswith("Cette clé est déjà sortie\u00a0: Après")


def test_a_loan_that_is_out_has_no_return_to_undo(board: Services) -> None:
    booking = a_booking(board)
    loan = board.keys.hand_key("K09", booking.id, "Awa", "one", by=DESK)
    with pytest.raises(Refusal) as refused:
        board.keys.undo_return(loan.id, by=DESK)
    assert say(refused.value) == "Le retour de la clé K09 ne peut plus être annulé."


def test_an_unknown_loan_says_so(board: Services) -> None:
    assert code_of(lambda: board.keys.undo_return(404, by=DESK)) == "loan_unknown"


def test_a_group_marked_absent_still_cannot_keep_a_key(
    board: Services, clock: StoppedClock
) -> None:
    booking = a_booking(board)
    board.keys.hand_key("K09", booking.id, "Awa", "one", by=DESK)
    board.bookings.undo(by=DESK)
    clock.advance(minutes=45)
    code = code_of(lambda: board.arrivals.mark_no_show(booking.id, by=DESK))
    assert code == "keys_still_out"


def test_keys_late_come_first_and_are_late_only_past_their_hour(
    board: Services, clock: StoppedClock
) -> None:
    long, short = a_booking(board), a_booking(board, "BP1", "10:00-11:00", title="Court")
    board.keys.hand_key("K09", long.id, "Awa", "one", by=DESK)
    board.keys.hand_key("K08", short.id, "Jo", "two", by=DESK)
    assert [loan.key_code for loan in board.keys.out()] == ["K08", "K09"]
    due = board.keys.out()[0].due_at
    clock.set(due)
    assert board.today.board(clock.now()).keys_late == ()
    clock.set(due + timedelta(minutes=1))
    assert [loan.key_code for loan in board.today.board(clock.now()).keys_late] == ["K08"]


def test_the_journal_says_which_key_and_never_to_whom(board: Services) -> None:
    booking = a_booking(board)
    board.keys.hand_key("K09", booking.id, "Awa d’Hérouville-Test", "one", by=DESK)
    with board.database.reading() as connection:
        rows = connection.execute(tables.audit_entry.select()).all()
    (handed,) = [row for row in rows if row.verb == "hand_key"]
    assert handed.details["key"] == "K09"
    assert not [row for row in rows if "Hérouville" in str(row.details)]


def test_the_manager_does_what_the_desk_does(board: Services) -> None:
    booking = a_booking(board)
    assert board.keys.hand_key("K09", booking.id, "Awa", "one", by=MANAGER).is_out()
