"""Any sequence of bookings, changes, cancellations, undos and redos keeps the venue sound."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from database import health
from desktop_app.domain.availability import Request, preventing
from desktop_app.domain.bookings import LIVE, BookingRow
from desktop_app.domain.refusals import Refusal
from desktop_app.services.house import Services
from tests.builders import NEXT_TUESDAY, RECEPTION, a_draft

_ROOMS = ("AGA", "AGB", "AGO", "PAS")
_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("book"), st.sampled_from(_ROOMS), st.integers(0, 10), st.integers(1, 6)),
        st.tuples(st.just("move"), st.integers(0, 20), st.sampled_from(_ROOMS), st.integers(0, 10)),
        st.tuples(st.just("cancel"), st.integers(0, 20)),
        st.just(("undo",)),
        st.just(("redo",)),
    ),
    max_size=14,
)


def hours(start: int, quarters: int) -> str:
    minutes = 600 + 60 * start
    end = minutes + 30 * quarters
    return f"{minutes // 60:02d}:{minutes % 60:02d}-{end // 60:02d}:{end % 60:02d}"


def picture(house: Services) -> list[BookingRow]:
    """The whole plan, without the versions that only ever grow."""
    rows = house.planning.days(NEXT_TUESDAY, NEXT_TUESDAY + timedelta(days=1))
    return [row._replace(version=0) for row in rows]


def live(house: Services) -> list[BookingRow]:
    return [row for row in house.planning.days(NEXT_TUESDAY, NEXT_TUESDAY) if row.status in LIVE]


def take(house: Services, step: tuple) -> bool:
    """Do one step; False when the venue said no."""
    with contextlib.suppress(Refusal):
        match step:
            case ("book", room, start, quarters):
                draft = a_draft(house.database, room, hours(start, quarters))
                house.bookings.book(draft, by=RECEPTION)
            case ("move", which, room, start):
                row = live(house)[which % len(live(house))]
                moved = NEXT_TUESDAY.strftime("%Y-%m-%d")
                starts = row.starts_at.fromisoformat(f"{moved}T10:00") + timedelta(hours=start)
                house.bookings.change(
                    row.id,
                    row.version,
                    by=RECEPTION,
                    room_id=house.venue.venue().by_code[room].id,
                    starts_at=starts,
                    ends_at=starts + (row.ends_at - row.starts_at),
                )
            case ("cancel", which):
                row = live(house)[which % len(live(house))]
                house.bookings.cancel(row.id, row.version, "essai", by=RECEPTION)
            case ("undo",):
                house.bookings.undo(by=RECEPTION)
            case ("redo",):
                house.bookings.redo(by=RECEPTION)
        return True
    return False


def start_afresh(house: Services) -> None:
    """Undo everything an earlier example did."""
    for row in live(house):
        house.bookings.cancel(row.id, row.version, "exemple suivant", by=RECEPTION)
    house.bookings.history.__init__()  # type: ignore[misc]


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=_STEPS)
def test_no_sequence_of_verbs_breaks_the_venue(house: Services, steps: list[tuple]):
    start_afresh(house)
    for step in steps:
        if step[0] in ("move", "cancel") and not live(house):
            continue
        before = picture(house)
        if not take(house, step):
            assert picture(house) == before
        elif step[0] not in ("undo", "redo"):
            after = picture(house)
            house.bookings.undo(by=RECEPTION)
            undone = [row for row in picture(house) if row.reason != "undone"]
            assert undone == [row for row in before if row.reason != "undone"]
            house.bookings.redo(by=RECEPTION)
            assert picture(house) == after
        with house.database.reading() as connection:
            assert health.problems(connection) == []


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    taken=st.lists(
        st.tuples(st.sampled_from(_ROOMS), st.integers(0, 10), st.integers(1, 6)), max_size=6
    ),
    asked=st.tuples(st.sampled_from(_ROOMS), st.integers(0, 10), st.integers(1, 6)),
)
@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_free_means_that_no_elementary_room_is_held_at_any_minute(
    house: Services, taken: list[tuple], asked: tuple
):
    """The availability function against a minute by minute reading of the plan."""
    start_afresh(house)
    for room, start, quarters in taken:
        take(house, ("book", room, start, quarters))
    draft = a_draft(house.database, asked[0], hours(*asked[1:]))
    venue = house.venue.venue()
    wanted = {
        (room, minute)
        for room in venue.room(draft.room_id).elementary_ids
        for minute in range(draft.starts_at.hour * 60, 24 * 60)
        if draft.starts_at <= _moment(minute) < draft.ends_at
    }
    held = {
        (room, minute)
        for row in live(house)
        for room in venue.room(row.room_id).elementary_ids
        for minute in range(24 * 60)
        if row.starts_at <= _moment(minute) < row.ends_at
    }
    closes = _moment(21 * 60 + 30)
    expected = not (wanted & held) and draft.ends_at <= closes
    found = house.bookings.check(Request(draft.room_id, draft.starts_at, draft.ends_at))
    assert (not preventing(found)) == expected


def _moment(minute: int, day: date = NEXT_TUESDAY):
    from datetime import datetime

    return datetime.combine(day, datetime.min.time()) + timedelta(minutes=minute)
