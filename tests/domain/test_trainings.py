"""What a session amounts to, and what becomes of its list when the check-in is closed."""

from __future__ import annotations

import pytest

from desktop_app.domain.trainings import (
    Arrival,
    AttendeeRow,
    HalfDay,
    SessionDetail,
    SessionRow,
    is_behind,
    status_when_closed,
    status_when_reopened,
    summarise,
)
from tests.documents.session_facts import after_the_door
from tests.domain.checkin_cases import instant, wall

HERE = (Arrival(1, instant("13:50"), "badge", "accueil"),)


def somebody(status: str, *, here: bool = False) -> AttendeeRow:
    return AttendeeRow(1, 1, 1, status, "Martin", "Camille", "", "", "", HERE if here else ())


def test_the_thursday_of_the_venues_own_example():
    attendees = [somebody("enrolled", here=True)] * 21 + [somebody("enrolled")] * 3
    attendees += [somebody("excused"), somebody("walk_in", here=True)]
    attendees += [somebody("walk_in", here=True), somebody("waitlisted"), somebody("cancelled")]
    found = summarise(attendees)
    assert (found.enrolments, found.present, found.walk_ins) == (25, 21, 2)
    assert (found.participations, found.excused, found.absent) == (23, 1, 3)
    assert (found.absence_rate, found.no_show_rate) == (0.16, 0.12)


def test_a_session_without_anybody_has_no_rate_to_divide():
    found = summarise([])
    assert (found.participations, found.absence_rate, found.no_show_rate) == (0, 0.0, 0.0)


def test_a_walk_in_taken_back_counts_for_nothing():
    assert summarise([somebody("walk_in")]).participations == 0


def test_somebody_excused_who_came_all_the_same_is_present():
    found = summarise([somebody("excused", here=True)])
    assert (found.present, found.excused, found.absent) == (1, 0, 0)


@pytest.mark.parametrize(
    ("status", "here", "closed"),
    [
        ("enrolled", True, "present"),
        ("enrolled", False, "absent"),
        ("excused", False, "excused"),
        ("excused", True, "present"),
        ("walk_in", True, "walk_in"),
        ("waitlisted", False, "waitlisted"),
        ("cancelled", False, "cancelled"),
        ("absent", True, "present"),
        ("present", False, "absent"),
    ],
)
def test_closing_the_check_in_writes_who_came(status: str, here: bool, closed: str):
    assert status_when_closed(somebody(status, here=here)) == closed


@pytest.mark.parametrize(
    ("status", "opened"),
    [("present", "enrolled"), ("absent", "enrolled"), ("excused", "excused"), ("walk_in",) * 2],
)
def test_opening_it_again_expects_everybody_again(status: str, opened: str):
    assert status_when_reopened(somebody(status)) == opened


def test_the_list_looks_at_the_half_day_that_runs_or_comes_next():
    halves = (HalfDay(1, wall("09:30"), wall("13:00")), HalfDay(2, wall("13:30"), wall("17:00")))
    row = SessionRow(
        *(1, 1, "T06", "Secours", wall("09:30"), wall("17:00"), 1, "Passerelle", 14, "planned"),
        *("confirmed", "", 10, False, 0, 0, 0, 0, 0),
    )
    detail = SessionDetail(row, halves, ())
    looked_at = {hour: detail.half_day_at(wall(hour)) for hour in ("08:00", "12:59", "13:00")}
    assert looked_at == {"08:00": halves[0], "12:59": halves[0], "13:00": halves[1]}
    assert detail.half_day_at(wall("18:00")) == halves[1]
    assert SessionDetail(row, (), ()).half_day_at(wall("18:00")) is None


def test_the_trainer_counts_among_the_heads_of_a_room():
    row = SessionRow(
        *(1, 1, "T02", "B.A.-BA", wall("14:00"), wall("17:00"), 1, "Agora B", 30, "open"),
        *("confirmed", "", 25, False, 25, 1, 0, 21, 2),
    )
    assert row.heads == 24


FIGURES = ("enrolments", "present", "walk_ins", "participations", "excused", "absent")


@pytest.mark.parametrize("figure", FIGURES)
def test_every_figure_counts_exactly_the_people_behind_it(figure):
    people = after_the_door().attendees
    behind = [one for one in people if is_behind(figure, one)]
    assert len(behind) == getattr(summarise(people), figure)


def test_the_venues_own_afternoon_gives_its_rates():
    people = after_the_door().attendees
    summary = summarise(people)
    assert (summary.participations, summary.absence_rate, summary.no_show_rate) == (23, 0.16, 0.12)
    assert sum(is_behind("absence_rate", one) for one in people) == 4
    assert sum(is_behind("no_show_rate", one) for one in people) == 3
