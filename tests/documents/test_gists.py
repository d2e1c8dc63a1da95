"""When is a printed sheet out of date? When what it tells its readers is no longer so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from desktop_app.documents.facts import PUBLIC, TEAM
from desktop_app.documents.gists import digest, gist_of, passing_of
from desktop_app.domain.rooms import RoomUnavailability
from tests.documents.every_sheet import NOON, agenda, door, season, series, setup
from tests.documents.venue_facts import BOOKINGS_48, EDITION, ROOM_IDS, day_facts, week_facts


def same(one, other) -> bool:
    return digest(gist_of(one)) == digest(gist_of(other))


def with_first(**changes):
    return (BOOKINGS_48[0]._replace(**changes), *BOOKINGS_48[1:])


MOVED = with_first(room_id=ROOM_IDS["BP2"])
MAKERS: dict[str, Callable[[Any], Any]] = {
    "week": lambda rows: week_facts(bookings=rows),
    "public week": lambda rows: week_facts(bookings=rows, audience=PUBLIC),
    "day": lambda rows: day_facts(BOOKINGS_48[0].starts_at.date(), rows),
    "room": lambda rows: agenda("BP1", rows=rows),
    "set-up": lambda rows: setup(BOOKINGS_48[0].starts_at.date(), rows),
    "door": lambda rows: door("BP1", BOOKINGS_48[0].starts_at.date(), rows),
}


@pytest.mark.parametrize("which", MAKERS)
def test_a_booking_that_moves_changes_every_sheet_it_is_on(which: str) -> None:
    make = MAKERS[which]
    assert same(make(BOOKINGS_48), make(BOOKINGS_48))
    assert not same(make(BOOKINGS_48), make(MOVED))


@pytest.mark.parametrize("which", MAKERS)
def test_the_minute_it_was_made_and_a_new_version_change_nothing(which: str) -> None:
    make = MAKERS[which]
    facts = make(BOOKINGS_48)
    later = replace(EDITION, made_at=EDITION.made_at + timedelta(minutes=7), number=4)
    assert same(facts, replace(facts, edition=later))
    assert same(facts, make(with_first(version=9)))


def test_what_the_public_never_reads_changes_no_public_sheet() -> None:
    hidden = {"contact_phone": "+33639980001", "heads": 9, "note": "clé", "responsible_name": "X"}
    rows = with_first(**hidden)
    assert same(week_facts(audience=PUBLIC), week_facts(bookings=rows, audience=PUBLIC))
    assert not same(day_facts(rows[0].starts_at.date()), day_facts(rows[0].starts_at.date(), rows))


def test_the_title_of_a_discreet_booking_changes_the_teams_sheet_only() -> None:
    rows = tuple(row._replace(title="Autre") if row.discreet else row for row in BOOKINGS_48)
    assert same(week_facts(audience=PUBLIC), week_facts(bookings=rows, audience=PUBLIC))
    assert not same(week_facts(audience=TEAM), week_facts(bookings=rows, audience=TEAM))


def test_an_arrival_passes_and_makes_no_sheet_stale() -> None:
    rows = tuple(row._replace(status="arrived") for row in BOOKINGS_48)
    for make in MAKERS.values():
        assert same(make(BOOKINGS_48), make(rows))
    assert passing_of(day_facts(bookings=rows)) != passing_of(day_facts())


def test_a_group_that_did_not_come_was_announced_all_the_same() -> None:
    rows = with_first(status="no_show")
    for make in MAKERS.values():
        assert same(make(BOOKINGS_48), make(rows))
        assert passing_of(make(rows)) != passing_of(make(BOOKINGS_48))


def test_what_is_on_now_passes_too() -> None:
    morning = door(at=datetime(2026, 11, 26, 9, 0))
    assert same(morning, door(at=NOON))
    assert passing_of(morning) != passing_of(door(at=NOON))
    assert passing_of(week_facts()) == passing_of(week_facts(edition=EDITION))


def test_a_cancelled_booking_makes_its_sheets_stale() -> None:
    rows = with_first(status="cancelled")
    for make in MAKERS.values():
        assert not same(make(BOOKINGS_48), make(rows))


def test_works_next_month_change_nothing_today() -> None:
    out = RoomUnavailability(1, ROOM_IDS["BP1"], datetime(2026, 12, 15), datetime(2026, 12, 16), "")
    assert same(week_facts(), week_facts(unavailabilities=(out,)))
    soon = replace_times(out, datetime(2026, 11, 25, 9), datetime(2026, 11, 25, 18))
    assert not same(week_facts(), week_facts(unavailabilities=(soon,)))


def replace_times(out: RoomUnavailability, start: datetime, end: datetime) -> RoomUnavailability:
    return replace(out, starts_at=start, ends_at=end)


def test_a_season_changes_with_any_of_its_dates() -> None:
    part = series()
    moved = replace(part, bookings=(part.bookings[0]._replace(status="cancelled"),
                                    *part.bookings[1:]))  # fmt: skip
    assert same(season(part), season(part))
    assert not same(season(part), season(moved))
    why = replace(part, bookings=(part.bookings[0]._replace(reason="autre"), *part.bookings[1:]))
    assert same(season(part, audience=PUBLIC), season(why, audience=PUBLIC))


def test_another_header_is_another_sheet() -> None:
    assert not same(week_facts(), week_facts(edition=replace(EDITION, header_text="Mairie")))
    assert not same(week_facts(), week_facts(edition=replace(EDITION, header_image=b"png")))


def test_a_sheet_without_editions_has_no_gist() -> None:
    with pytest.raises(TypeError):
        gist_of("anything")
