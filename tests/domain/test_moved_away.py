"""Who was to be in a room and is not: for the sheet on the door people wait before."""

from __future__ import annotations

from datetime import UTC, date, datetime

from desktop_app.domain.moved_away import Gone, gone_from
from desktop_app.domain.papers import Place
from desktop_app.domain.series import SKIPPED
from tests.documents.venue_facts import ROOM_IDS, ROOMS, a_booking

DAY = date(2026, 11, 26)
YESTERDAY = datetime(2026, 11, 25, 9, tzinfo=UTC)
BY_ID = {room.id: room for room in ROOMS}


def room(code: str):
    return BY_ID[ROOM_IDS[code]]


def gone(code: str, *rows, places=None, usual=None) -> tuple[Gone, ...]:
    return gone_from(room(code), DAY, rows, BY_ID, places or {}, usual or {})


def place(code: str, hours: str = "14:00-17:00", day: date = DAY, told: datetime = YESTERDAY):
    return Place(ROOM_IDS[code], a_booking(0, day, hours, code).starts_at, told)


HERE = a_booking(1, DAY, "14:00-17:00", "AGB", kind="training", title="Le B.A.-BA")


def test_a_booking_the_journal_saw_here_is_shown_where_it_went() -> None:
    (one,) = gone("AGA", HERE, places={1: (place("AGA"), place("AGB"))})
    assert one == Gone(HERE, room("AGB"))


def test_the_room_it_is_in_now_has_nothing_to_say() -> None:
    assert gone("AGB", HERE, places={1: (place("AGA"), place("AGB"))}) == ()


def test_the_whole_of_a_divided_room_was_both_its_halves() -> None:
    moved = HERE._replace(room_id=ROOM_IDS["ATE"])
    for half in ("AGA", "AGB"):
        assert gone(half, moved, places={1: (place("AGO"),)}) == (Gone(moved, room("ATE")),)


def test_of_a_booking_that_moved_to_another_day_today_was_never_announced() -> None:
    assert gone("AGA", HERE, places={1: (place("AGA", day=date(2026, 11, 19)),)}) == ()


def test_a_move_of_long_ago_is_no_news() -> None:
    long_ago = datetime(2026, 10, 1, tzinfo=UTC)
    assert gone("AGA", HERE, places={1: (place("AGA", told=long_ago),)}) == ()


def test_people_are_used_to_the_own_room_of_a_series() -> None:
    date_of_series = HERE._replace(series_id=7, original_day=DAY)
    assert gone("BP2", date_of_series, usual={7: ROOM_IDS["BP2"]}) == (
        Gone(date_of_series, room("AGB")),
    )
    other_day = date_of_series._replace(original_day=date(2026, 11, 25))
    assert gone("BP2", other_day, usual={7: ROOM_IDS["BP2"]}) == ()


def test_a_cancelled_training_is_told_a_cancelled_meeting_is_not() -> None:
    cancelled = HERE._replace(status="cancelled", reason="formatrice absente")
    assert gone("AGB", cancelled) == (Gone(cancelled, None),)
    assert gone("AGB", cancelled._replace(kind="meeting")) == ()


def test_what_was_never_announced_is_not_told() -> None:
    for reason in (SKIPPED, "undone", "option_expired"):
        assert gone("AGB", HERE._replace(status="cancelled", reason=reason)) == ()


def test_what_was_made_again_is_not_called_cancelled() -> None:
    cancelled = HERE._replace(id=2, status="cancelled", reason="erreur")
    assert gone("AGB", cancelled, HERE) == ()


def test_a_booking_that_came_back_is_where_it_was() -> None:
    places = {1: (place("AGB"), place("AGA"), place("AGB"))}
    assert gone("AGB", HERE, places=places) == ()
    assert gone("AGA", HERE, places=places) == (Gone(HERE, room("AGB")),)
