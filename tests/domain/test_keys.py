"""Which key somebody means, which open a room, which to hand."""

from __future__ import annotations

from datetime import datetime

import pytest

from desktop_app.domain.clock import instant_of
from desktop_app.domain.keys import (
    KeyLoanRow,
    KeyRow,
    due_back,
    find_key,
    keys_of,
    suggested,
    tidy,
)
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.rooms import Room
from desktop_app.domain.venue import HouseRules

AGA, AGB = Room(3, "AGA", "Agora A", "RdC", 40), Room(4, "AGB", "Agora B", "RdC", 30)
AGO = Room(5, "AGO", "Agora (A+B)", "RdC", 80, parts=(3, 4))
BOARD = tuple(KeyRow(number, f"K0{number}", 3 if number < 3 else 4) for number in range(1, 5))


def a_loan(key: KeyRow, booking: int = 1, status: str = "out") -> KeyLoanRow:
    now = datetime(2026, 11, 26, 10)
    return KeyLoanRow(
        key.id,
        key.id,
        key.code,
        key.room_id,
        booking,
        key.room_id,
        "Réunion",
        None,
        False,
        "Awa",
        instant_of(now),
        now,
        None,
        status,
    )


@pytest.mark.parametrize("text", ["K01", "k1", "K 01", "k-001", "01", "1", " k01\u00a0"])
def test_a_key_is_found_as_people_write_it(text: str) -> None:
    assert find_key(text, BOARD).code == "K01"


@pytest.mark.parametrize("text", ["K9", "clé", "K011"])
def test_a_key_that_is_not_on_the_board_is_unknown(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        find_key(text, BOARD)
    assert (refused.value.code, refused.value.field) == ("key_unknown", "key")


@pytest.mark.parametrize("text", ["", "   ", "-"])
def test_nothing_names_no_key(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        find_key(text, BOARD)
    assert refused.value.code == "key_missing"


def test_a_number_alone_is_not_enough_when_two_keys_have_it() -> None:
    board = (KeyRow(1, "K01", 3), KeyRow(2, "B01", 4))
    with pytest.raises(Refusal):
        find_key("1", board)
    assert find_key("b1", board).code == "B01"


def test_a_composite_is_opened_by_the_keys_of_its_parts() -> None:
    assert [key.code for key in keys_of(AGO, BOARD)] == ["K01", "K02", "K03", "K04"]
    assert [key.code for key in keys_of(AGB, BOARD)] == ["K03", "K04"]


def test_one_key_of_each_part_is_to_be_handed() -> None:
    assert [key.code for key in suggested(AGO, BOARD, (), 1)] == ["K01", "K03"]


def test_a_key_that_is_away_is_passed_over_for_the_next_one() -> None:
    others = a_loan(BOARD[0], booking=9)
    assert [key.code for key in suggested(AGO, BOARD, (others,), 1)] == ["K02", "K03"]
    lost = a_loan(BOARD[2], booking=9, status="lost")
    assert [key.code for key in suggested(AGO, BOARD, (others, lost), 1)] == ["K02", "K04"]


def test_a_part_whose_key_the_group_has_waits_for_none() -> None:
    ours = a_loan(BOARD[1])
    assert [key.code for key in suggested(AGO, BOARD, (ours,), 1)] == ["K03"]


def test_when_every_key_is_away_none_is_proposed() -> None:
    away = tuple(a_loan(key, booking=9) for key in BOARD[:2])
    assert suggested(AGA, BOARD, away, 1) == ()


def test_a_key_is_due_a_while_after_the_end() -> None:
    end = datetime(2026, 11, 26, 13)
    assert due_back(end, HouseRules()) == datetime(2026, 11, 26, 13, 15)
    assert due_back(end, HouseRules(key_return_minutes=0)) == end


def test_a_key_is_late_past_its_hour_and_not_on_it() -> None:
    loan = a_loan(BOARD[0])
    assert not loan.is_late(loan.due_at)
    assert loan.is_late(loan.due_at.replace(minute=1))
    assert not loan._replace(status="returned").is_late(loan.due_at.replace(hour=12))


def test_typed_words_are_put_on_one_printable_line() -> None:
    assert tidy("  Awa\u00a0 d’Hérouville\n\x00Test\u200b ") == "Awa d’Hérouville Test"
