"""What is drawn where: free is free, nothing hides silently, a composite spans its parts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from desktop_app.domain.availability import Request
from desktop_app.domain.rooms import RoomUnavailability
from desktop_app.ui.planning.axis import Axis
from desktop_app.ui.planning.day_frame import DayFrame
from desktop_app.ui.planning.ghost import Ghost
from desktop_app.ui.planning.measures import LONGEST_CELL
from desktop_app.ui.planning.plan import Plan, days_of
from desktop_app.ui.planning.week_frame import WeekFrame
from tests.ui.planning.desk import THURSDAY, TUESDAY, Desk, at, plainly

QUARTER = timedelta(minutes=15)
WEEK = tuple(date(2026, 11, 23) + timedelta(days=ahead) for ahead in range(7))


@pytest.fixture
def plan(desk: Desk) -> Plan:
    """The week of 23 November as the planning shows it."""
    return desk.view.shown


def day_of(plan: Plan, desk: Desk, day: date = THURSDAY) -> DayFrame:
    return DayFrame(replace(plan, days=(day,)), desk.view.measures, 1100, 600)


def busy(plan: Plan, room_id: int, count: int) -> Plan:
    """The same week with `count` half hours in one room on Friday."""
    model = plan.live[0]
    rows = tuple(
        model._replace(
            id=9000 + place,
            room_id=room_id,
            starts_at=datetime(2026, 11, 27, 8) + timedelta(minutes=30 * place),
            ends_at=datetime(2026, 11, 27, 8, 30) + timedelta(minutes=30 * place),
        )
        for place in range(count)
    )
    return replace(plan, bookings=plan.bookings + rows)


def test_what_is_drawn_free_is_free(desk: Desk, plan: Plan) -> None:
    """Every quarter of every room: the planning and the service that books say the same."""
    places = [(room.id, at(8) + QUARTER * step) for room in plan.venue.rooms for step in range(60)]

    def ask(services: object) -> list[bool]:
        check = services.bookings.check  # type: ignore[attr-defined]
        return [not check(Request(room_id, start, start + QUARTER)) for room_id, start in places]

    drawn = [not plan.against(room_id, start, start + QUARTER) for room_id, start in places]
    assert drawn == desk.ask(ask)
    assert 0 < sum(drawn) < len(drawn)


def test_a_block_lies_at_its_hours(desk: Desk, plan: Plan) -> None:
    frame = day_of(plan, desk)
    for block in frame.blocks:
        row = plan.by_id[block.booking_id or 0]
        assert abs(block.rect.left() - frame.axis.x_of(row.starts_at, THURSDAY)) <= 1
        assert abs(block.rect.right() - frame.axis.x_of(row.ends_at, THURSDAY)) <= 2


def test_a_ghost_of_another_day_is_not_drawn_on_this_one(desk: Desk, plan: Plan) -> None:
    ghost = Ghost(desk.room_id("ATE"), at(18, 30, TUESDAY), at(20, 30, TUESDAY))
    assert day_of(plan, desk).ghost_rects(ghost) == ()
    assert WeekFrame(plan, desk.view.measures, 1200, 600).ghost_rects(ghost) == ()
    assert len(day_of(plan, desk, TUESDAY).ghost_rects(ghost)) == 1


def test_all_views_draw_the_same_bookings(desk: Desk, plan: Plan) -> None:
    held = {row.id for row in desk.ask(lambda services: services.planning.held(WEEK[0], WEEK[-1]))}
    week = WeekFrame(plan, desk.view.measures, 1200, 900)
    assert {block.booking_id for block in week.blocks} == held
    days = [day_of(plan, desk, day) for day in WEEK]
    assert {block.booking_id for frame in days for block in frame.blocks} == held


def test_a_composite_is_one_block_across_its_parts(desk: Desk, plan: Plan) -> None:
    frame = day_of(plan, desk, date(2026, 11, 24))
    (block,) = [one for one in frame.blocks if one.face.title.startswith("T01")]
    assert block.rect.top() < frame.row_rect(desk.row_of("AGA")).bottom()
    assert block.rect.bottom() > frame.row_rect(desk.row_of("AGB")).top()
    assert "Agora (A+B)" in block.face.detail


def test_a_cell_that_overflows_says_how_many_it_hides(desk: Desk, plan: Plan) -> None:
    crowded = busy(plan, desk.room_id("BOU"), LONGEST_CELL + 5)
    frame = WeekFrame(crowded, desk.view.measures, 1200, 500)
    room, day = desk.row_of("BOU"), date(2026, 11, 27)
    (more,) = [one for one in frame.more if one.room == room]
    shown = [one for one in frame.blocks if (one.room, one.day) == (room, day)]
    assert len(shown) + more.hidden == len(crowded.held_in(desk.room_id("BOU"), day))
    assert frame.cell_rect(room, day).contains(more.rect)


def test_a_click_on_what_is_hidden_opens_the_day(desk: Desk, plan: Plan) -> None:
    crowded = busy(plan, desk.room_id("BOU"), LONGEST_CELL + 5)
    desk.view.show_plan(crowded)
    (more,) = [one for one in desk.view.frame.more if one.room == desk.row_of("BOU")]
    assert "Point projets" in desk.view.tip_at(more.rect.center())[0]
    desk.view.reveal(more.rect)
    spot = more.rect.center() + desk.view.origin()
    QTest.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert (desk.screen.kind, desk.screen.day) == ("day", date(2026, 11, 27))


def test_a_click_on_a_day_opens_it(desk: Desk) -> None:
    frame = desk.view.week_frame
    spot = QPoint(frame.lefts[1] + 20, 10) + QPoint(desk.view.origin().x(), 0)
    QTest.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert (desk.screen.kind, desk.screen.day) == ("day", date(2026, 11, 24))


def test_closed_and_empty_days_are_narrow_and_nothing_is_cut(desk: Desk, plan: Plan) -> None:
    frame = WeekFrame(plan, desk.view.measures, 1200, 600)
    sunday = frame.cell_rect(0, WEEK[6])
    assert sunday.width() == desk.view.measures.narrow
    assert frame.width == 1200
    assert frame.cell_rect(0, WEEK[0]).width() > 2 * sunday.width()


def test_a_room_out_of_use_is_drawn_with_its_reason_and_is_not_free(desk: Desk, plan: Plan) -> None:
    period = RoomUnavailability(
        1, desk.room_id("AGA"), at(13, 20), at(18), "vidéoprojecteur en panne"
    )
    broken = replace(plan, venue=replace(plan.venue, unavailabilities=(period,)))
    frame = day_of(broken, desk)
    (block,) = [one for one in frame.blocks if one.booking_id is None]
    assert block.room == desk.row_of("AGA")
    assert (block.face.title, block.face.detail) == ("Indisponible", "vidéoprojecteur en panne")
    found = broken.against(desk.room_id("AGO"), at(17), at(18))
    assert [one.code for one in found] == ["room_unavailable"]


@pytest.mark.parametrize("width", [500, 800, 1234])
def test_every_quarter_survives_the_way_to_pixels_and_back(width: int) -> None:
    axis = Axis(9 * 60, 22 * 60, 8, width)
    for step in range(13 * 4 + 1):
        moment = at(9) + QUARTER * step
        assert axis.moment_at(axis.x_of(moment, THURSDAY), THURSDAY, 15, nearest=True) == moment
        assert axis.moment_at(axis.x_of(moment, THURSDAY), THURSDAY, 15) == moment


def test_an_evening_past_midnight_touches_both_days(plan: Plan) -> None:
    night = at(22), at(22) + timedelta(hours=3)
    assert days_of(*night) == (THURSDAY, date(2026, 11, 27))
    assert days_of(at(22), datetime(2026, 11, 27)) == (THURSDAY,)


def test_the_first_free_time_proposed_is_free(desk: Desk, plan: Plan) -> None:
    for room in plan.rooms:
        for day in (THURSDAY, TUESDAY):
            start, end = plan.first_free(room.id, day)
            assert plan.against(room.id, start, end) == ()
            assert start >= plan.now


def test_the_discreet_are_named_nowhere_on_the_planning(desk: Desk, plan: Plan) -> None:
    row = next(one for one in plan.live if one.discreet)
    desk.show_day(THURSDAY)
    spot = desk.middle_of(row.id) - desk.view.origin()
    words, _rect = desk.view.tip_at(spot)
    faces = [one.face for one in desk.view.frame.blocks if one.booking_id == row.id]
    said = [words, *(f"{face.title} {face.detail}" for face in faces)]
    assert all("Femmes" not in one and "P07" not in one for one in said)
    assert words.startswith("Permanence associative")


def pictured(desk: Desk, plan: Plan, area: QRect) -> QImage:
    """The week painted for one area only."""
    view = desk.view
    frame = view.make_frame(plan, 1100, 600)
    picture = QImage(frame.width, frame.height, QImage.Format.Format_RGB32)
    picture.fill(QColor("magenta"))
    view.laid_out = frame
    painter = QPainter(picture)
    painter.setClipRect(area)
    view.paint_content(painter, area)
    painter.end()
    return picture


def test_a_part_painted_alone_is_what_it_is_in_the_whole(desk: Desk, plan: Plan) -> None:
    whole = pictured(desk, plan, QRect(0, 0, 1100, 600))
    part = QRect(333, 111, 217, 163)
    alone = pictured(desk, plan, part)
    assert whole.copy(part) == alone.copy(part)
    assert alone.pixelColor(5, 5) == QColor("magenta")


def test_the_heading_says_hours_and_the_tooltip_says_all(desk: Desk) -> None:
    row = desk.booking("Coordination des maraudes")
    spot = desk.middle_of(row.id) - desk.view.origin()
    words, _rect = desk.view.tip_at(spot)
    assert plainly(words).splitlines() == [
        "Coordination des maraudes",
        "Inter-Maraudes Rive-Imaginaire",
        "Réunion · Sur place",
        "Agora B · 9 h 30 – 12 h 30",
        "24 personnes",
    ]
