"""The café's tally; on both engines."""

from __future__ import annotations

import threading
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from database.unit_of_work import Database
from desktop_app.domain.clock import StoppedClock
from desktop_app.domain.presence import HALF_HOURS, Tally, VisitCategory
from desktop_app.domain.refusals import Refusal
from desktop_app.services.cafe import Cafe
from desktop_app.wording.refusals import say
from tests.builders import KIOSK, THURSDAY
from tests.builders import RECEPTION as DESK
from tests.support.refused import code_of

CAFE, READING = VisitCategory.CAFE, VisitCategory.READING


@pytest.fixture
def cafe(database: Database) -> Cafe:
    return Cafe(database)


def counted(cafe: Cafe, times: int, category: VisitCategory = CAFE, name: str = "") -> None:
    for number in range(times):
        cafe.count(category, f"{name}{category}{number}", by=DESK)


def test_a_passage_counts_in_its_half_hour(cafe: Cafe, clock: StoppedClock) -> None:
    clock.set(datetime(2026, 11, 26, 9, 59, 59))
    cafe.count(CAFE, "one", by=DESK)
    clock.advance(seconds=1)
    tally = cafe.count(CAFE, "two", by=DESK)
    assert (tally.at(19), tally.at(20), tally.total) == (1, 1, 2)


def test_the_same_press_twice_counts_once(cafe: Cafe) -> None:
    cafe.count(CAFE, "one", by=DESK)
    assert cafe.count(CAFE, "one", by=DESK).total == 1


def test_categories_are_counted_apart(cafe: Cafe) -> None:
    counted(cafe, 3)
    counted(cafe, 2, READING)
    tally = cafe.day(THURSDAY).tally
    assert (tally.of(CAFE), tally.of(READING), tally.total) == (3, 2, 5)


def test_the_last_one_is_undone_by_a_step_of_its_own(cafe: Cafe) -> None:
    counted(cafe, 2)
    undone = cafe.undo_last(by=DESK)
    assert cafe.day(THURSDAY).tally.total == 1
    newest, second, first = cafe.steps(THURSDAY)
    assert (newest.step, newest.reverts_id) == (-1, undone.id)
    assert second.reverted
    assert not first.reverted


def test_undoing_again_undoes_the_one_before(cafe: Cafe) -> None:
    counted(cafe, 2)
    cafe.undo_last(by=DESK)
    cafe.undo_last(by=DESK)
    assert cafe.day(THURSDAY).tally.total == 0
    with pytest.raises(Refusal) as refused:
        cafe.undo_last(by=DESK)
    assert say(refused.value) == (
        "Aucun passage compté aujourd’hui à ce poste\u00a0: rien à annuler."
    )


def test_yesterdays_count_is_not_undone_today(cafe: Cafe, clock: StoppedClock) -> None:
    counted(cafe, 1)
    clock.advance(days=1)
    assert code_of(lambda: cafe.undo_last(by=DESK)) == "nothing_to_uncount"
    assert cafe.day(THURSDAY).tally.total == 1


def test_another_desks_count_is_not_undone_here(
    cafe: Cafe, migrated_address: str, clock: StoppedClock
) -> None:
    other = Database(migrated_address, clock, desk="étage")
    try:
        Cafe(other).count(CAFE, "upstairs", by=DESK)
    finally:
        other.close()
    assert code_of(lambda: cafe.undo_last(by=DESK)) == "nothing_to_uncount"
    assert cafe.day(THURSDAY).tally.total == 1


def test_a_correction_sets_a_new_total_with_its_reason(cafe: Cafe) -> None:
    counted(cafe, 3)
    day = cafe.correct(THURSDAY, 19, CAFE, new_total=24, reason="papier du matin", by=DESK)
    assert day.tally.at(19, CAFE) == 24
    newest = cafe.steps(THURSDAY)[0]
    assert (newest.step, newest.reason) == (21, "papier du matin")


def test_a_correction_may_take_away(cafe: Cafe) -> None:
    counted(cafe, 3)
    day = cafe.correct(THURSDAY, 19, CAFE, step=-2, reason="double appui", by=DESK)
    assert day.tally.total == 1


def test_a_correction_of_a_past_day_stays_on_that_day(cafe: Cafe) -> None:
    day = date(2026, 11, 24)
    cafe.correct(day, 30, READING, new_total=8, reason="oubli", by=DESK)
    assert cafe.day(day).tally.total == 8
    assert cafe.day(THURSDAY).tally.total == 0


def test_the_same_correction_twice_is_once(cafe: Cafe) -> None:
    for _ in range(2):
        cafe.correct(THURSDAY, 18, CAFE, step=4, reason="oubli", client_key="fix", by=DESK)
    assert cafe.day(THURSDAY).tally.total == 4


@pytest.mark.parametrize(
    ("half_hour", "change", "reason", "code", "field"),
    [
        (19, {"new_total": 2}, "  ", "correction_reason_missing", "reason"),
        (19, {"new_total": 2}, "x" * 201, "text_too_long", "reason"),
        (19, {"new_total": -1}, "oubli", "count_below_zero", "total"),
        (19, {"step": -4}, "oubli", "count_below_zero", "total"),
        (19, {"new_total": 501}, "oubli", "too_many_visits", "total"),
        (19, {"new_total": 3}, "oubli", "nothing_to_correct", "total"),
        (20, {"new_total": 2}, "oubli", "count_in_future", "half_hour"),
    ],
)
def test_a_correction_that_cannot_be_is_refused_at_its_field(
    cafe: Cafe, half_hour: int, change: dict[str, Any], reason: str, code: str, field: str
) -> None:
    counted(cafe, 3)
    with pytest.raises(Refusal) as refused:
        cafe.correct(THURSDAY, half_hour, CAFE, reason=reason, by=DESK, **change)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert say(refused.value)
    assert cafe.day(THURSDAY).tally.total == 3


def test_tomorrow_is_not_corrected(cafe: Cafe) -> None:
    tomorrow = date(2026, 11, 27)
    with pytest.raises(Refusal) as refused:
        cafe.correct(tomorrow, 0, CAFE, new_total=2, reason="oubli", by=DESK)
    assert refused.value.field == "day"
    assert say(refused.value) == (
        "Personne n’a encore pu venir vendredi 27\u00a0novembre à 0\u00a0h\u00a0: "
        "choisissez un moment passé."
    )


def test_a_correction_below_what_an_undo_needs_is_told(cafe: Cafe) -> None:
    """Counted, then corrected away: the undoing would go below zero."""
    counted(cafe, 1)
    cafe.correct(THURSDAY, 19, CAFE, new_total=0, reason="double appui", by=DESK)
    cafe.undo_last(by=DESK)
    assert cafe.day(THURSDAY).tally.total == 1
    cafe.correct(THURSDAY, 19, CAFE, new_total=0, reason="double appui", by=DESK)
    cafe.undo_last(by=DESK)
    cafe.undo_last(by=DESK)
    assert cafe.day(THURSDAY).tally.total == 0


def test_the_database_refuses_a_total_below_zero(cafe: Cafe, database: Database) -> None:
    """The guard under the rule: a step written past the check does not pass."""
    from database.writes import cafe as write_cafe

    counted(cafe, 1)
    with pytest.raises(Refusal) as refused, database.writing() as work:
        write_cafe.add_step(
            work,
            write_cafe.NewStep(THURSDAY, 19, "cafe", -2, database.clock.instant(), "x", "bad"),
        )
    assert say(refused.value) == "Le compte ne peut pas descendre sous zéro."
    assert cafe.day(THURSDAY).tally.total == 1


def test_a_day_is_compared_with_the_last_four_same_weekdays_on_which_anyone_came(
    cafe: Cafe,
) -> None:
    for weeks, visits in ((1, 10), (2, 20), (4, 30), (5, 40), (6, 500)):
        day = date.fromordinal(THURSDAY.toordinal() - 7 * weeks)
        cafe.correct(day, 20, CAFE, new_total=visits, reason="jeu d’essai", by=DESK)
    shown = cafe.day(THURSDAY)
    assert len(shown.usual) == 4
    assert shown.usual_total == 25.0
    assert shown.usual_in_hour(10) == 25.0
    assert shown.usual_in_hour(11) == 0.0


def test_a_new_venue_has_nothing_usual(cafe: Cafe) -> None:
    assert cafe.day(THURSDAY).usual_total == 0.0


def test_the_kiosk_does_not_count(cafe: Cafe) -> None:
    assert code_of(lambda: cafe.count(CAFE, "one", by=KIOSK)) == "role_forbidden"


def test_two_desks_count_the_same_half_hour_at_once(
    cafe: Cafe, migrated_address: str, clock: StoppedClock
) -> None:
    def count_twenty(desk: str) -> None:
        database = Database(migrated_address, clock, desk)
        try:
            for number in range(20):
                Cafe(database).count(CAFE, f"{desk}{number}", by=DESK)
        finally:
            database.close()

    desks = [threading.Thread(target=count_twenty, args=(name,)) for name in ("a", "b", "c")]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    assert cafe.day(THURSDAY).tally.total == 60
    assert cafe.recount(THURSDAY) == cafe.day(THURSDAY).tally


EXPECTED_REFUSALS = {
    "nothing_to_uncount",
    "count_in_future",
    "count_below_zero",
    "nothing_to_correct",
}
MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("count"), st.sampled_from(list(VisitCategory))),
        st.tuples(st.just("undo"), st.none()),
        st.tuples(
            st.just("correct"),
            st.tuples(
                st.integers(0, HALF_HOURS - 1),
                st.sampled_from(list(VisitCategory)),
                st.integers(-3, 3),
            ),
        ),
    ),
    max_size=12,
)


@pytest.mark.parametrize("engine_name", ["sqlite"])
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(moves=MOVES, minutes=st.integers(0, 23 * 60))
def test_whatever_the_desk_does_the_total_holds(
    cafe: Cafe, clock: StoppedClock, moves: list, minutes: int
) -> None:
    """Never below zero, the roll-up equals the recount, an undo goes back to the state before."""
    clock.set(datetime.combine(clock.today(), datetime.min.time()))
    clock.advance(days=1, minutes=minutes)
    before: list[Tally] = [cafe.day(clock.today()).tally]
    for verb, what in moves:
        move(cafe, clock.today(), verb, what, before)
        tally = cafe.day(clock.today()).tally
        assert all(count.total >= 0 for count in tally.counts)
        assert tally == cafe.recount(clock.today())


def move(cafe: Cafe, today: date, verb: str, what: object, before: list[Tally]) -> None:
    """One move of the desk; `before` holds the states an undo must come back to."""
    state = cafe.day(today).tally
    refused = code_of(lambda: do(cafe, today, verb, what))
    if refused:
        assert refused in EXPECTED_REFUSALS
        assert cafe.day(today).tally == state
    elif verb == "undo":
        assert cafe.day(today).tally == before.pop()
    else:
        before.append(state)


def do(cafe: Cafe, today: date, verb: str, what: Any) -> None:
    if verb == "count":
        cafe.count(what, f"{today}{len(cafe.steps(today))}", by=DESK)
    elif verb == "correct":
        half_hour, category, step = what
        cafe.correct(today, half_hour, category, step=step, reason="essai", by=DESK)
    else:
        cafe.undo_last(by=DESK)
