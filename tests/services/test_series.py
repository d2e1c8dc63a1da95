"""Series: previewed, made, changed in three scopes; nothing dropped in silence."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from database import tables
from desktop_app.domain.bookings import Scope
from desktop_app.domain.recurrence import Rule
from desktop_app.domain.recurrence_words import parse_rule
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.series import SeriesDraft
from desktop_app.services.house import Services
from desktop_app.services.series import rule_of
from tests.builders import NEXT_TUESDAY, RECEPTION, a_draft, an_association

JANUARY_12 = date(2027, 1, 12)


def every_tuesday() -> Rule:
    return parse_rule("chaque mardi").rule


def asked(house: Services, last: date = JANUARY_12, **facts) -> SeriesDraft:
    draft = a_draft(house.database, facts.pop("room", "PAS"), **facts)
    return SeriesDraft(draft, every_tuesday(), last)


def create(house: Services, **facts) -> int:
    """Make the series and return its id."""
    made = house.series.create(asked(house, **facts), by=RECEPTION).booking.series_id
    assert made is not None
    return made


def states(house: Services, series_id: int) -> list[tuple[int, str]]:
    return [(row.starts_at.day, row.status) for row in house.series.dates(series_id)]


@pytest.fixture
def series_id(house: Services) -> int:
    return create(house)


def test_the_preview_gives_each_date_its_verdict_and_writes_nothing(house: Services):
    asker = an_association(house.database, insurance_until=date(2026, 12, 31))
    house.bookings.book(a_draft(house.database, "PAS", day=date(2026, 12, 15)), by=RECEPTION)
    seen = house.series.preview(asked(house, organisation_id=asker))
    assert [(one.day.day, one.verdict) for one in seen.dates] == [
        (1, "free"),
        (8, "free"),
        (15, "taken"),
        (22, "free"),
        (29, "closed"),
        (5, "free"),
        (12, "free"),
    ]
    alerted = [one.day for one in seen.dates if one.alerts]
    assert alerted == [date(2027, 1, 5), date(2027, 1, 12)]
    with house.database.reading() as connection:
        assert connection.execute(select(tables.booking_series)).all() == []


def test_a_series_keeps_its_closed_and_taken_dates(house: Services):
    other = house.bookings.book(
        a_draft(house.database, "PAS", day=date(2026, 12, 15)), by=RECEPTION
    )
    series_id = create(house)
    assert states(house, series_id) == [
        (1, "confirmed"),
        (8, "confirmed"),
        (15, "cancelled"),
        (22, "confirmed"),
        (29, "dropped_closure"),
        (5, "confirmed"),
        (12, "confirmed"),
    ]
    assert house.planning.booking(other.id) == other


def test_dates_left_out_by_hand_are_kept_as_skipped(house: Services):
    change = house.series.create(asked(house), by=RECEPTION, skip=frozenset({date(2026, 12, 8)}))
    assert change.booking.series_id is not None
    rows = house.series.dates(change.booking.series_id)
    assert [row.reason for row in rows if row.status == "cancelled"] == ["skipped"]


def test_the_rule_is_kept_as_it_was_said(house: Services, series_id: int):
    assert rule_of(house.series.one(series_id)) == every_tuesday()


def test_changing_this_date_leaves_the_others(house: Services, series_id: int):
    first, second, *_ = house.series.dates(series_id)
    boussole = house.venue.venue().by_code["BOU"].id
    house.bookings.change(first.id, first.version, by=RECEPTION, room_id=boussole)
    assert [row.room_code for row in house.series.dates(series_id)][:2] == ["BOU", "PAS"]


def test_changing_all_keeps_identifiers_and_what_was_changed_alone(house: Services, series_id: int):
    first, second, *rest = house.series.dates(series_id)
    boussole, desk_1 = (house.venue.venue().by_code[code].id for code in ("BOU", "BP1"))
    moved = house.bookings.change(first.id, first.version, by=RECEPTION, room_id=boussole)
    house.series.change(second.id, second.version, Scope.ALL, by=RECEPTION, room_id=desk_1, heads=4)
    rows = house.series.dates(series_id)
    live = [row for row in rows if row.status == "confirmed"]
    assert [row.id for row in rows] == [first.id, second.id, *(row.id for row in rest)]
    assert [row.room_code for row in live] == ["BOU", *["BP1"] * 5]
    assert {row.heads for row in live} == {4}
    assert moved.version < live[0].version


def test_following_splits_the_series_in_two(house: Services, series_id: int):
    third = house.series.dates(series_id)[2]
    change = house.series.change(
        third.id, third.version, Scope.FOLLOWING, by=RECEPTION, starts_minute=18 * 60
    )
    second_id = change.booking.series_id
    assert second_id is not None
    assert second_id != series_id
    second = house.series.one(second_id)
    assert (second.first_day, second.split_from_id) == (date(2026, 12, 15), series_id)
    assert house.series.one(series_id).last_day == date(2026, 12, 14)
    assert [row.starts_at.hour for row in house.series.dates(second_id)] == [18] * 4
    assert len(house.series.dates(series_id)) == 3  # two dates, and the closure of 29 December


def test_the_count_shown_before_is_what_is_changed(house: Services, series_id: int):
    third = house.series.dates(series_id)[2]
    for scope, count in ((Scope.THIS, 1), (Scope.FOLLOWING, 4), (Scope.ALL, 6)):
        assert len(house.series.affected(third.id, scope)) == count


def test_one_date_that_cannot_follow_refuses_the_whole_and_says_its_day(
    house: Services, series_id: int
):
    house.bookings.book(a_draft(house.database, "BOU", day=date(2026, 12, 22)), by=RECEPTION)
    first = house.series.dates(series_id)[0]
    before = house.series.dates(series_id)
    boussole = house.venue.venue().by_code["BOU"].id
    with pytest.raises(Refusal) as refusal:
        house.series.change(first.id, first.version, Scope.ALL, by=RECEPTION, room_id=boussole)
    assert refusal.value.code == "room_taken"
    assert refusal.value.values["day"] == date(2026, 12, 22)
    assert house.series.dates(series_id) == before


def test_the_past_of_a_series_is_never_changed(house: Services, series_id: int, clock):
    clock.set(clock.now() + timedelta(days=14))
    third = house.series.dates(series_id)[2]
    house.series.cancel(third.id, third.version, Scope.ALL, "fin du prêt", by=RECEPTION)
    assert states(house, series_id)[:3] == [(1, "confirmed"), (8, "confirmed"), (15, "cancelled")]


def test_undo_of_a_change_to_all_brings_back_dates_and_series(house: Services, series_id: int):
    before = house.series.dates(series_id)
    own = house.series.one(series_id)
    boussole = house.venue.venue().by_code["BOU"].id
    house.series.change(before[0].id, 1, Scope.ALL, by=RECEPTION, room_id=boussole)
    house.bookings.undo(by=RECEPTION)
    assert [row._replace(version=1) for row in house.series.dates(series_id)] == list(before)
    assert house.series.one(series_id)._replace(version=own.version) == own
    house.bookings.redo(by=RECEPTION)
    assert house.series.one(series_id).room_id == boussole


def test_undo_of_a_new_series_frees_every_room_and_keeps_every_row(house: Services, series_id: int):
    house.bookings.undo(by=RECEPTION)
    rows = house.series.dates(series_id)
    assert len(rows) == 7
    assert not [row for row in rows if row.status == "confirmed"]
    house.bookings.redo(by=RECEPTION)
    assert [status for _, status in states(house, series_id)].count("confirmed") == 6
    assert [status for _, status in states(house, series_id)].count("dropped_closure") == 1


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"last": date(2026, 11, 27)}, "series_without_dates"),
        ({"hours": "20:00-19:00"}, "hours_in_wrong_order"),
        ({"title": ""}, "title_missing"),
    ],
)
def test_a_series_that_makes_no_sense_is_refused(house: Services, facts: dict, code: str):
    with pytest.raises(Refusal) as refusal:
        house.series.create(asked(house, **facts), by=RECEPTION)
    assert refusal.value.code == code


def test_a_series_with_no_free_date_is_refused(house: Services):
    house.series.create(asked(house), by=RECEPTION)
    with pytest.raises(Refusal) as refusal:
        house.series.create(asked(house), by=RECEPTION)
    assert refusal.value.code == "series_nothing_free"


def test_series_get_codes_of_their_own(house: Services):
    codes = [house.series.one(create(house, room=room)).code for room in ("PAS", "BOU")]
    assert codes == ["S01", "S02"]
    assert NEXT_TUESDAY.weekday() == 1
