"""Everything the mouse does, by key; and what a screen reader hears meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.ui.planning.context_menu import menu_for
from desktop_app.ui.planning.cursor import Cursor
from tests.ui.planning.desk import CONTROL, PLAIN, SHIFT, THURSDAY, Desk, at, plainly

Key = Qt.Key


@pytest.fixture
def thursday(desk: Desk) -> Desk:
    desk.show_day(THURSDAY)
    desk.view.setFocus()
    return desk


def put(desk: Desk, room: str, hour: int, minute: int = 0) -> None:
    """The cursor on free time."""
    desk.view.set_cursor(Cursor(desk.row_of(room), THURSDAY, at(hour, minute)))


def put_on(desk: Desk, title: str) -> None:
    """The cursor on a booking."""
    desk.view.go_to_booking(desk.booking(title).id)


def heard(desk: Desk) -> str:
    return plainly(desk.view.accessibleDescription())


def test_arrows_walk_free_time_by_half_hours_and_bookings_as_one(thursday: Desk) -> None:
    put(thursday, "BP2", 9, 30)
    thursday.key(Key.Key_Right)
    assert heard(thursday).startswith("P06 Exil, Permanence, Bureau 2")
    thursday.key(Key.Key_Right)
    assert thursday.view.place.moment == at(13)
    thursday.key(Key.Key_Left)
    thursday.key(Key.Key_Left)
    assert thursday.view.place.moment == at(9, 30)


def test_down_goes_to_the_next_room_at_the_same_hour(thursday: Desk) -> None:
    put(thursday, "BP2", 14)
    thursday.key(Key.Key_Down)
    assert thursday.view.place.room == thursday.row_of("BP3")
    assert thursday.view.place.moment == at(14)


def test_enter_on_free_time_books_two_hours_there(thursday: Desk) -> None:
    put(thursday, "ATE", 18)
    thursday.key(Key.Key_Return)
    assert thursday.form.read_times() == (at(18), at(20))
    assert thursday.form.organisation.hasFocus()


def test_what_is_proposed_stops_before_the_next_booking(thursday: Desk) -> None:
    put(thursday, "BP1", 13)
    thursday.key(Key.Key_Return)
    assert thursday.form.read_times() == (at(13), at(14))


def test_shift_and_right_stretch_what_enter_books(thursday: Desk) -> None:
    put(thursday, "ATE", 18)
    thursday.key(Key.Key_Right, SHIFT, times=2)
    assert heard(thursday) == "Atelier, jeudi 26 novembre, 18 h – 19 h 30, libre"
    thursday.key(Key.Key_Left, SHIFT)
    thursday.key(Key.Key_Return)
    assert thursday.form.read_times() == (at(18), at(19))


def test_shift_and_down_take_the_composite(thursday: Desk) -> None:
    put(thursday, "AGA", 20, 30)
    thursday.key(Key.Key_Down, SHIFT)
    thursday.key(Key.Key_Return)
    assert thursday.form.room.key() == thursday.room_id("AGO")


def test_shift_and_down_stop_where_no_room_takes_both(thursday: Desk) -> None:
    put(thursday, "ATE", 18)
    thursday.key(Key.Key_Down, SHIFT)
    assert thursday.view.place.across == 0


def test_enter_on_a_booking_opens_it(thursday: Desk) -> None:
    put_on(thursday, "P06")
    thursday.key(Key.Key_Return)
    thursday.until(lambda: thursday.panel.row is not None)
    assert thursday.form.title.text().startswith("P06")


def test_m_and_arrows_move_and_enter_drops(thursday: Desk) -> None:
    put_on(thursday, "Réunion des bénévoles")
    thursday.key(Key.Key_M)
    thursday.key(Key.Key_Right, times=4)
    assert heard(thursday) == "15 h 30 – 17 h 30 · libre"
    thursday.key(Key.Key_Return)
    assert thursday.booking("Réunion des bénévoles").starts_at == at(15, 30)


def test_m_and_down_move_to_the_next_room(thursday: Desk) -> None:
    put_on(thursday, "P06")
    thursday.key(Key.Key_M)
    thursday.key(Key.Key_Up)
    thursday.key(Key.Key_Return)
    assert thursday.booking("P06").room_code == "BP1"


def test_m_onto_a_taken_room_is_refused_aloud(thursday: Desk) -> None:
    put_on(thursday, "T12")
    thursday.key(Key.Key_M)
    thursday.key(Key.Key_Left, times=16)
    assert thursday.view.gesture.verdict.tone == "ok"
    thursday.key(Key.Key_Up)
    assert "Agora A est réservée de 14 h à 17 h" in heard(thursday)
    thursday.key(Key.Key_Return)
    assert thursday.booking("T12").room_code == "AGB"
    assert "Agora A est réservée de 14 h à 17 h" in thursday.said()


def test_r_and_arrows_resize(thursday: Desk) -> None:
    put_on(thursday, "Réunion des bénévoles")
    thursday.key(Key.Key_R)
    thursday.key(Key.Key_Right, times=2)
    thursday.key(Key.Key_Left)
    thursday.key(Key.Key_Return)
    row = thursday.booking("Réunion des bénévoles")
    assert (row.starts_at, row.ends_at) == (at(14, 30), at(16, 45))


def test_r_with_shift_moves_the_beginning(thursday: Desk) -> None:
    put_on(thursday, "Réunion des bénévoles")
    thursday.key(Key.Key_R)
    thursday.key(Key.Key_Left, SHIFT, times=2)
    thursday.key(Key.Key_Return)
    assert thursday.booking("Réunion des bénévoles").starts_at == at(14)


def test_escape_ends_a_move_by_key(thursday: Desk) -> None:
    put_on(thursday, "P06")
    thursday.key(Key.Key_M)
    thursday.key(Key.Key_Up)
    thursday.key(Key.Key_Escape)
    assert thursday.view.gesture is None
    assert thursday.booking("P06").room_code == "BP2"


def test_delete_asks_the_reason_in_the_panel(thursday: Desk) -> None:
    put_on(thursday, "P06")
    thursday.key(Key.Key_Delete)
    thursday.until(thursday.panel.cancelling.isVisible)
    assert thursday.panel.cancelling.reason.hasFocus()
    assert thursday.booking("P06").status == "confirmed"


def test_page_down_shows_the_next_day_and_page_up_comes_back(thursday: Desk) -> None:
    thursday.key(Key.Key_PageDown)
    assert thursday.screen.day == date_after()
    thursday.key(Key.Key_PageUp)
    assert thursday.screen.day == THURSDAY


def date_after() -> object:
    return THURSDAY.replace(day=27)


def test_letters_change_the_view(thursday: Desk) -> None:
    thursday.key(Key.Key_S)
    assert thursday.screen.kind == "week"
    thursday.view.setFocus()
    thursday.key(Key.Key_J)
    assert thursday.screen.kind == "day"


def test_j_opens_the_day_under_the_cursor(desk: Desk) -> None:
    desk.view.setFocus()
    desk.key(Key.Key_Right)
    desk.key(Key.Key_J)
    assert desk.screen.kind == "day"
    assert desk.screen.day == date_after()


def test_control_f_finds_a_room_and_control_n_books(thursday: Desk) -> None:
    thursday.key(Key.Key_F, CONTROL)
    assert thursday.finder.isVisible()
    assert thursday.finder.day.hasFocus()
    thursday.key(Key.Key_N, CONTROL)
    assert thursday.panel.isVisible()
    assert not thursday.finder.isVisible()


def menu_words(desk: Desk) -> list[str]:
    menu = menu_for(desk.view)
    assert menu is not None
    return [plainly(action.text()) for action in menu.actions() if action.text()]


def test_the_menu_of_a_booking_teaches_its_keys(thursday: Desk) -> None:
    put_on(thursday, "Réunion des bénévoles")
    assert menu_words(thursday) == [
        "Ouvrir\t⏎",
        "Déplacer avec les flèches\tM",
        "Changer la durée avec les flèches\tR",
        "Annuler la réservation…\tSuppr",
        "Voir la journée\tJ",
    ]


def test_the_menu_of_free_time_books(thursday: Desk) -> None:
    put(thursday, "ATE", 18)
    menu = menu_for(thursday.view)
    assert menu is not None
    menu.actions()[0].trigger()
    thursday.rest()
    assert thursday.form.read_times() == (at(18), at(20))


def test_the_right_button_opens_the_menu_of_what_is_under_it(thursday: Desk) -> None:
    row = thursday.booking("P06")
    spot = thursday.middle_of(row.id)
    viewport = thursday.view.viewport()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, spot, viewport.mapToGlobal(spot), PLAIN
    )
    QApplication.sendEvent(viewport, event)
    assert thursday.view.place.booking_id == row.id
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def test_the_week_is_walked_line_by_line(desk: Desk) -> None:
    desk.view.setFocus()
    row = desk.row_of("AGB")
    desk.view.set_cursor(Cursor(row - 1, THURSDAY, at(12)))
    desk.key(Key.Key_Down)
    assert heard(desk).startswith("Coordination des maraudes")
    desk.key(Key.Key_Down)
    assert heard(desk).startswith("T12")
    desk.key(Key.Key_Down)
    assert heard(desk).endswith("libre")
    assert desk.view.place.room == row
    desk.key(Key.Key_Down)
    assert desk.view.place.room == row + 1


def test_moving_by_key_in_the_week_changes_the_day(desk: Desk) -> None:
    desk.view.setFocus()
    desk.view.go_to_booking(desk.booking("P06").id)
    desk.key(Key.Key_M)
    desk.key(Key.Key_Right)
    assert desk.view.gesture.verdict.tone == "error"  # P12 is there
    desk.key(Key.Key_Up)
    assert desk.view.gesture.verdict.tone == "error"  # P09 is there
    desk.key(Key.Key_Up)
    desk.key(Key.Key_Return)
    moved = desk.booking("P06", THURSDAY.replace(day=27))
    assert moved.room_code == "BOU"
    assert moved.starts_at.hour == 10


def test_every_booking_drawn_has_a_name_and_a_place_for_a_screen_reader(thursday: Desk) -> None:
    view = thursday.view
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() is QAccessible.Role.Table
    assert "26 novembre" in plainly(interface.text(QAccessible.Text.Name))
    names = [
        plainly(interface.child(number).text(QAccessible.Text.Name))
        for number in range(interface.childCount())
    ]
    drawn = {block.booking_id for block in view.frame.blocks if block.booking_id is not None}
    assert len(names) == len(drawn)
    day, hours = "jeudi 26 novembre", "9 h 30 – 12 h 30"
    assert f"Coordination des maraudes, Réunion, Agora B, {day}, {hours}, Sur place" in names
    assert not any("Femmes" in name for name in names)


def test_the_booking_under_the_cursor_has_the_focus_of_the_screen_reader(thursday: Desk) -> None:
    put_on(thursday, "P06")
    interface = QAccessible.queryAccessibleInterface(thursday.view)
    child = interface.focusChild()
    assert child.text(QAccessible.Text.Name).startswith("P06 Exil")
    assert child.state().focused
    assert child.parent().indexOfChild(child) >= 0
    assert (
        thursday.view.viewport()
        .rect()
        .intersects(
            child.rect().translated(
                -thursday.view.viewport().mapToGlobal(thursday.view.viewport().rect().topLeft())
            )
        )
    )
