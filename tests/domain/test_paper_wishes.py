"""A paper that is wanted: its key can be read back, and the kind decides what it may."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.papers import PLANS, PaperKind, Wanted, wanted_by

THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("wanted", "key"),
    [
        (Wanted(PaperKind.WEEK, THURSDAY, "A3"), "week:2026-W48:A3:team"),
        (Wanted(PaperKind.DAY, THURSDAY, audience="public"), "day:2026-11-26:A4:public"),
        (Wanted(PaperKind.DOOR, THURSDAY, subject=3), "door:2026-11-26:A4:public:3"),
        (Wanted(PaperKind.SEASON, THURSDAY, subject=6), "season:2026-2027:A4:team:6"),
        (Wanted(PaperKind.ROOM_WEEK, date(2027, 1, 1), subject=4), "room-week:2026-W53:A4:team:4"),
    ],
)
def test_a_wish_has_a_key_that_leads_back_to_it(wanted: Wanted, key: str) -> None:
    assert wanted.key() == key
    back, language = wanted_by(key)
    assert back.key() == key
    assert language == "fr"


@pytest.mark.parametrize("kind", sorted(PLANS))
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("subject", [0, 12])
def test_every_plan_in_every_language_can_be_read_back(kind, language, subject) -> None:
    key = Wanted(kind, THURSDAY, subject=subject).key(language)
    assert wanted_by(key)[0].key(language) == key
    assert wanted_by(key)[1] == language


def test_a_key_of_another_program_is_no_wish() -> None:
    for key in ("badge:1:A4:team", "day", "day:demain:A4:team"):
        with pytest.raises(ValueError, match=r".*"):
            wanted_by(key)


def test_the_door_is_for_the_public_and_the_set_up_for_the_team() -> None:
    assert Wanted(PaperKind.DOOR, THURSDAY).settled().audience == "public"
    assert Wanted(PaperKind.SETUP, THURSDAY, audience="public").settled().audience == "team"
    assert Wanted(PaperKind.DAY, THURSDAY, "A3").settled().paper == "A4"
    assert Wanted(PaperKind.WEEK, THURSDAY, "A3").settled().paper == "A3"


def test_one_may_leaf_through_days_weeks_and_seasons() -> None:
    assert Wanted(PaperKind.DAY, THURSDAY).moved(1).day == date(2026, 11, 27)
    assert str(Wanted(PaperKind.WEEK, THURSDAY).moved(-1).week) == "2026-W47"
    assert Wanted(PaperKind.SEASON, THURSDAY).moved(1).season == (
        date(2027, 9, 1),
        date(2028, 8, 31),
    )


def test_a_sheet_is_needed_until_the_last_day_it_speaks_of() -> None:
    assert Wanted(PaperKind.WEEK, THURSDAY).last_day == date(2026, 11, 29)
    assert Wanted(PaperKind.DAY, THURSDAY).last_day == THURSDAY
    assert Wanted(PaperKind.SEASON, date(2027, 2, 1)).last_day == date(2027, 8, 31)
