"""Where badges lie on their sheet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.badge_sheet import CARDS, SHEETS, BadgeSheet, read_millimetres
from tests.support.refused import code_of


@pytest.mark.parametrize("name", SHEETS)
def test_common_sheets_fit_their_paper(name: str) -> None:
    sheet = SHEETS[name].checked()
    for number in range(sheet.per_sheet):
        for place in (sheet.place(number), sheet.back_of(number)):
            assert place.left >= -0.05
            assert place.top >= -0.05
            assert place.left + sheet.width <= sheet.paper_width + 0.1
            assert place.top + sheet.height <= sheet.paper_height + 0.1


def test_ten_cards_of_the_size_of_a_bank_card_on_a_page() -> None:
    assert (CARDS.per_sheet, CARDS.width, CARDS.height) == (10, 85.6, 54.0)


def test_the_back_lies_behind_its_front() -> None:
    sheet = replace(CARDS, left=10.0)
    assert sheet.place(0).left == 10.0
    assert sheet.back_of(0).left == pytest.approx(210 - 10 - 85.6)
    assert sheet.back_of(0).top == sheet.place(0).top


def test_a_sheet_begun_starts_at_its_next_label() -> None:
    sheets = list(CARDS.sheets(12, start=8))
    assert [len(one) for one in sheets] == [3, 9]
    assert sheets[0][0] == (0, 7)
    assert sheets[1][0] == (3, 0)


def test_no_blank_page_and_no_badge_lost() -> None:
    for badges in range(1, 45):
        for start in (1, 4, 10):
            sheets = list(CARDS.sheets(badges, start))
            assert all(sheets)
            assert [badge for one in sheets for badge, _ in one] == list(range(badges))


@pytest.mark.parametrize(
    ("sheet", "code"),
    [
        (BadgeSheet(columns=0), "badge_sheet_empty"),
        (BadgeSheet(columns=3), "badge_sheet_too_wide"),
        (BadgeSheet(left=-1), "badge_sheet_too_wide"),
        (BadgeSheet(rows=6), "badge_sheet_too_high"),
        (BadgeSheet(gap_y=10), "badge_sheet_too_high"),
        (BadgeSheet(width=20), "badge_too_small"),
    ],
)
def test_what_does_not_fit_is_refused(sheet: BadgeSheet, code: str) -> None:
    assert code_of(sheet.checked) == code


@pytest.mark.parametrize("start", [0, 11])
def test_a_label_there_is_not_is_refused(start: int) -> None:
    assert code_of(lambda: list(CARDS.sheets(1, start))) == "badge_start_unknown"


@pytest.mark.parametrize(
    ("text", "length"), [("2,5", 2.5), ("2.5 mm", 2.5), ("85,6", 85.6), ("-1", -1.0), ("0", 0.0)]
)
def test_millimetres_are_read_as_people_write_them(text: str, length: float) -> None:
    assert read_millimetres(text, field="left") == length


@pytest.mark.parametrize("text", ["", "deux", "1e3", "2,5,5", "1000000"])
def test_anything_else_is_refused(text: str) -> None:
    assert code_of(lambda: read_millimetres(text, field="left")) == "millimetres_unreadable"
