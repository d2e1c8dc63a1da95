"""Drawing, moving and resizing bookings with the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop_app.domain.bookings import BookingRow
from tests.ui.planning.desk import THURSDAY, TUESDAY, Desk, at, plainly


@pytest.fixture
def thursday(desk: Desk) -> Desk:
    """The day view on Thursday 26 November."""
    desk.show_day(THURSDAY)
    return desk


def test_a_place_drawn_on_free_time_opens_the_panel_with_it(thursday: Desk) -> None:
    thursday.drag(thursday.point("ATE", at(18, 30)), thursday.point("ATE", at(20, 30)))
    form = thursday.form
    assert thursday.panel.isVisible()
    assert form.room.key() == thursday.room_id("ATE")
    assert form.read_times() == (at(18, 30), at(20, 30))
    assert form.organisation.hasFocus()


def test_the_ghost_says_at_once_that_the_place_is_free(thursday: Desk) -> None:
    thursday.press(thursday.point("ATE", at(18, 30)))
    thursday.move(thursday.point("ATE", at(20, 30)))
    gesture = thursday.view.gesture
    assert gesture.verdict.tone == "ok"
    assert plainly(gesture.verdict.words) == "18 h 30 – 20 h 30 · libre"


def test_the_ghost_says_who_holds_the_place_without_naming_a_discreet_one(thursday: Desk) -> None:
    thursday.press(thursday.point("BP1", at(11)))
    thursday.move(thursday.point("BP1", at(14, 30)))
    verdict = thursday.view.gesture.verdict
    assert verdict.tone == "error"
    assert "Bureau 1 est réservé de 14 h à 17 h (permanence)" in plainly(verdict.words)
    assert "Femmes" not in verdict.words


def test_a_trembling_hand_draws_nothing(thursday: Desk) -> None:
    start = thursday.point("ATE", at(18, 30))
    thursday.press(start)
    thursday.move(start + QPoint(3, 2))
    assert thursday.view.gesture.ghost is None
    thursday.release(start + QPoint(3, 2))
    assert not thursday.panel.isVisible()


def test_six_pixels_are_a_gesture(thursday: Desk) -> None:
    start = thursday.point("ATE", at(18, 30))
    thursday.press(start)
    thursday.move(start + QPoint(6, 0))
    assert thursday.view.gesture.ghost is not None


def test_drawing_over_both_agoras_draws_their_composite(thursday: Desk) -> None:
    thursday.drag(thursday.point("AGA", at(18)), thursday.point("AGB", at(18, 30)))
    assert thursday.form.room.key() == thursday.room_id("AGO")


def test_drawing_over_rooms_that_do_not_join_stays_in_the_first(thursday: Desk) -> None:
    thursday.drag(thursday.point("ATE", at(18)), thursday.point("PAS", at(19)))
    assert thursday.form.room.key() == thursday.room_id("ATE")


def test_escape_ends_a_drawing_without_a_trace(thursday: Desk) -> None:
    thursday.view.setFocus()
    thursday.press(thursday.point("ATE", at(18, 30)))
    thursday.move(thursday.point("ATE", at(20, 30)))
    QTest.keyClick(thursday.view, Qt.Key.Key_Escape)
    assert thursday.view.gesture is None
    thursday.release(thursday.point("ATE", at(20, 30)))
    assert not thursday.panel.isVisible()


def test_a_booking_dragged_to_another_room_moves_there(thursday: Desk) -> None:
    row = thursday.booking("P06")
    thursday.drag(thursday.middle_of(row.id), thursday.point("BOU", at(11, 30)))
    moved = thursday.booking("P06")
    assert moved.room_code == "BOU"
    assert (moved.starts_at, moved.ends_at) == (row.starts_at, row.ends_at)
    assert thursday.said() == ("Réservation déplacée : Boussole. Affiche de porte à réimprimer.")


def test_only_this_date_of_the_series_moves(thursday: Desk) -> None:
    row = thursday.booking("P06")
    thursday.drag(thursday.middle_of(row.id), thursday.point("BOU", at(11, 30)))
    later = [
        one
        for one in thursday.ask(lambda services: services.series.dates(row.series_id))
        if one.starts_at.date() > THURSDAY
    ]
    assert later
    assert {one.room_code for one in later} == {"BP2"}


def test_a_booking_dragged_along_the_day_is_rescheduled(thursday: Desk) -> None:
    row = thursday.booking("Réunion des bénévoles")
    start = thursday.middle_of(row.id)
    by = thursday.point("ATE", at(18)) - thursday.point("ATE", at(17))
    thursday.drag(start, start + QPoint(by.x(), 0))
    moved = thursday.booking("Réunion des bénévoles")
    assert (moved.starts_at, moved.ends_at) == (at(15, 30), at(17, 30))


def test_a_composite_dragged_along_its_own_rows_keeps_its_room(desk: Desk) -> None:
    desk.show_day(TUESDAY)
    draft = desk.colleague_books("AGO", at(10, 0, TUESDAY), at(12, 0, TUESDAY), "Assemblée")
    desk.until(lambda: draft.id in desk.view.shown.by_id)
    assert len([block for block in desk.view.frame.blocks if block.booking_id == draft.id]) == 1
    start = desk.point("AGB", at(11, 0, TUESDAY))
    desk.drag(start, desk.point("AGB", at(13, 0, TUESDAY)))
    moved = desk.booking("Assemblée", TUESDAY)
    assert moved.room_code == "AGO"
    assert moved.starts_at == at(12, 0, TUESDAY)


def test_a_drop_on_a_taken_place_is_refused_in_words_and_nothing_moves(thursday: Desk) -> None:
    row = thursday.booking("P06")
    thursday.drag(thursday.middle_of(row.id), thursday.point("AGB", at(11, 30)))
    assert thursday.booking("P06") == row
    assert "Agora B est réservée de 9 h 30 à 12 h 30" in thursday.said()
    assert thursday.notices[-1].tone == "error"


def test_a_booking_put_back_where_it_was_is_not_saved(thursday: Desk) -> None:
    row = thursday.booking("P06")
    start = thursday.middle_of(row.id)
    thursday.press(start)
    thursday.move(start + QPoint(120, 0))
    thursday.move(start)
    thursday.release(start)
    assert thursday.booking("P06").version == row.version


def test_the_right_edge_resizes(thursday: Desk) -> None:
    row = thursday.booking("Réunion des bénévoles")
    edge = thursday.point("ATE", row.ends_at) - QPoint(3, 0)
    thursday.drag(edge, thursday.point("ATE", at(17)))
    assert thursday.booking("Réunion des bénévoles").ends_at == at(17)
    assert thursday.booking("Réunion des bénévoles").starts_at == row.starts_at


def test_the_left_edge_resizes(thursday: Desk) -> None:
    row = thursday.booking("Réunion des bénévoles")
    edge = thursday.point("ATE", row.starts_at) + QPoint(3, 0)
    thursday.drag(edge, thursday.point("ATE", at(14)))
    assert thursday.booking("Réunion des bénévoles").starts_at == at(14)


def test_a_click_opens_the_booking_under_it(thursday: Desk) -> None:
    row = thursday.booking("P06")
    QTest.mouseClick(
        thursday.view.viewport(), Qt.MouseButton.LeftButton, pos=thursday.middle_of(row.id)
    )
    thursday.until(thursday.panel.isVisible)
    assert thursday.panel.row is not None
    assert thursday.panel.row.id == row.id


def test_a_double_click_on_free_time_proposes_two_hours(thursday: Desk) -> None:
    spot = thursday.point("ATE", at(18, 10))
    QTest.mouseDClick(thursday.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    thursday.rest()
    assert thursday.form.read_times() == (at(18), at(20))


def test_a_week_line_dragged_to_another_day_keeps_its_hours(desk: Desk) -> None:
    row = desk.booking("Point projets", at(0).date().replace(day=27))
    desk.drag(desk.middle_of(row.id), desk.point("BOU", at(12)))
    moved = desk.booking("Point projets")
    assert (moved.starts_at, moved.ends_at) == (at(14), at(16))


def test_a_place_drawn_across_a_cell_of_the_week(desk: Desk) -> None:
    desk.drag(desk.point("PAS", at(10)), desk.point("PAS", at(12)))
    starts_at, ends_at = desk.form.read_times()
    assert desk.form.room.key() == desk.room_id("PAS")
    assert starts_at.date() == THURSDAY
    assert (starts_at.hour, ends_at.hour) == (10, 12)


def test_a_booking_that_is_over_cannot_be_carried_off(desk: Desk) -> None:
    row: BookingRow = desk.booking("Réunion d’équipe", at(0).date().replace(day=23))
    desk.drag(desk.middle_of(row.id), desk.point("PAS", at(11)))
    assert desk.booking("Réunion d’équipe", row.starts_at.date()) == row
