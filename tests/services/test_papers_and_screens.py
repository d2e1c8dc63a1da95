"""Sheets and screens tell one story: on the demonstration venue, the same bookings on each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from desktop_app.domain.bookings import LIVE
from desktop_app.domain.civil_time import Week
from desktop_app.domain.clock import StoppedClock
from desktop_app.domain.papers import PUBLIC, PaperKind, Wanted
from desktop_app.domain.staff import Actor, Role
from desktop_app.services.house import Services, open_house
from desktop_app.services.paper_facts import PaperFacts
from desktop_app.settings import RESOURCES
from desktop_app.wording.dates import say_hours
from tests.builders import MANAGER, NOW, THURSDAY, room_id
from tests.documents.reading_pdf import whole_text

WEEK = Week(2026, 48)
WEEKS = [Week(2026, number) for number in (47, 48, 49, 52, 53)]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """The demonstration venue, with a group that moved; read only by the tests."""
    path = tmp_path_factory.mktemp("papers") / "accueil.sqlite"
    house = open_house(str(path), StoppedClock(NOW), desk="accueil", resources=RESOURCES)
    by = Actor("demonstration", Role.MANAGER, may_override=True)
    house.importing.load_demo(RESOURCES / "demo", by=by)
    evening = next(
        row
        for row in house.planning.held(THURSDAY, THURSDAY)
        if row.room_id == room_id(house.database, "ATE")
    )
    house.bookings.change(
        evening.id, evening.version, by=MANAGER, room_id=room_id(house.database, "PAS"),
        override="fuite d’eau",
    )  # fmt: skip
    yield house
    house.close()


@pytest.fixture(scope="module")
def facts(demo: Services) -> PaperFacts:
    return PaperFacts(demo.database, demo.venue, demo.today, demo.papers.head)


def of(facts: PaperFacts, wanted: Wanted):
    return facts.of(wanted, facts.edition(NOW))


def ids(rows) -> list[int]:
    return sorted(row.id for row in rows)


def shown(demo: Services, first: date, last: date) -> list[int]:
    """What the planning shows of these days."""
    return ids(demo.planning.held(first, last))


@pytest.mark.parametrize("week", WEEKS, ids=str)
def test_the_week_on_paper_is_the_week_of_the_planning(demo, facts, week: Week) -> None:
    for paper, audience in (("A3", "team"), ("A4", "public")):
        sheet = of(facts, Wanted(PaperKind.WEEK, week.monday, paper, audience))
        assert ids(sheet.held) == shown(demo, week.monday, week.sunday)


def test_the_weeks_of_the_rooms_are_together_the_week(demo, facts) -> None:
    venue, found = demo.venue.venue(), set()
    for room in venue.rooms:
        sheet = of(facts, Wanted(PaperKind.ROOM_WEEK, THURSDAY, subject=room.id))
        assert {row.room_id for row in sheet.held} <= set(venue.sharing_space(room.id))
        found |= {row.id for row in sheet.held if row.room_id == room.id}
    assert sorted(found) == shown(demo, WEEK.monday, WEEK.sunday)


def test_the_weeks_of_the_associations_are_together_the_week(demo, facts) -> None:
    rows = demo.planning.held(WEEK.monday, WEEK.sunday)
    known = {row.organisation_id for row in rows if row.organisation_id}
    found = [
        row.id
        for one in known
        for row in of(facts, Wanted(PaperKind.ORGANISATION_WEEK, THURSDAY, subject=one)).held
    ]
    assert sorted(found) == ids(row for row in rows if row.organisation_id)


@pytest.mark.parametrize("day", WEEK.days, ids=str)
def test_the_sheets_of_a_day_are_the_home_screen(demo, facts, day: date) -> None:
    board = demo.today.board(datetime.combine(day, time(9, 55)))
    expected = ids(row for row in board.bookings if row.status in LIVE)
    assert shown(demo, day, day) == expected
    assert ids(of(facts, Wanted(PaperKind.DAY, day)).held) == expected
    assert ids(of(facts, Wanted(PaperKind.DAY, day, audience=PUBLIC)).held) == expected
    assert ids(of(facts, Wanted(PaperKind.SETUP, day)).held) == expected
    doors = [
        of(facts, Wanted(PaperKind.DOOR, day, subject=room.id))
        for room in demo.venue.venue().elementary
    ]
    assert sorted({row.id for sheet in doors for row in sheet.held}) == expected


def test_every_door_in_use_has_its_sheet_in_the_morning_set(demo) -> None:
    board = demo.today.board(NOW)
    venue = demo.venue.venue()
    used = {
        part
        for row in board.bookings
        if row.status in LIVE
        for part in venue.room(row.room_id).elementary_ids
    }
    printed = {w.subject for w in demo.papers.morning(THURSDAY) if w.kind is PaperKind.DOOR}
    assert printed == used | {room_id(demo.database, "ATE")}


def test_the_door_left_says_where_the_group_is(demo, facts) -> None:
    left = room_id(demo.database, "ATE")
    sheet = of(facts, Wanted(PaperKind.DOOR, THURSDAY, subject=left))
    assert [one.room.code for one in sheet.elsewhere] == ["PAS"]
    assert sheet.elsewhere[0].row.room_id == room_id(demo.database, "PAS")


def test_hours_rooms_and_heads_on_the_teams_day_are_those_of_the_screen(demo) -> None:
    text = whole_text(demo.papers.make(Wanted(PaperKind.DAY, THURSDAY)).pdf)
    rows, venue = demo.planning.held(THURSDAY, THURSDAY), demo.venue.venue()
    flat = re.sub(r"\s+", " ", text)
    for row in rows:
        assert re.sub(r"\s", " ", say_hours(row.starts_at.time(), row.ends_at.time())) in flat
        assert venue.room(row.room_id).name in flat
        assert row.title in flat or row.organisation_name in flat
        if row.heads:
            assert f"{row.heads} p." in flat
    total = sum(row.heads or 0 for row in rows)
    assert f"{total} personnes attendues" in flat


def test_no_public_sheet_names_a_discreet_association_or_a_person(demo) -> None:
    rows = demo.planning.held(WEEK.monday, WEEK.sunday)
    silent = [row for row in rows if row.discreet]
    persons = {row.contact_name for row in rows if getattr(row, "contact_name", "")}
    assert silent
    wishes = [Wanted(PaperKind.WEEK, THURSDAY, paper, PUBLIC) for paper in ("A3", "A4")]
    for day in WEEK.days:
        wishes.append(Wanted(PaperKind.DAY, day, audience=PUBLIC))
        wishes += [w for w in demo.papers.morning(day) if w.audience == PUBLIC]
    for wanted in wishes:
        text = whole_text(demo.papers.make(wanted).pdf)
        for row in silent:
            assert row.organisation_name not in text
        for person in persons:
            assert person not in text


def test_the_evacuation_sheet_is_the_headcount_of_the_home_screen(demo, facts) -> None:
    for hours in range(0, 12, 2):
        now = NOW + timedelta(hours=hours)
        sheet = facts.of(
            Wanted(PaperKind.EVACUATION, THURSDAY), replace(facts.edition(NOW), made_at=now)
        )
        head = demo.today.board(now).headcount
        assert (sheet.here, sheet.cafe, sheet.most) == (head.total, head.in_cafe, head.maximum)
