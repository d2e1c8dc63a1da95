"""Counting from anywhere, undoing, and never while typing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from desktop_app.domain.presence import VisitCategory
from desktop_app.ui.navigation import Destination
from desktop_app.ui.widgets import DateField
from tests.builders import KIOSK, RECEPTION
from tests.ui.cafe.conftest import CafeDesk
from tests.ui.today.desk import plainly


def test_a_tile_counts_one(desk: CafeDesk) -> None:
    before = desk.total()
    desk.click(desk.screen.tiles[0])
    assert desk.total() == before + 1
    assert desk.screen.tiles[0].count() == desk.ask(
        lambda services: services.cafe.day(desk.context.clock.today()).tally.of("cafe")
    )


def test_the_keys_f1_to_f4_count_their_category(desk: CafeDesk) -> None:
    before = len(desk.steps())
    for key in (Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4):
        desk.key(key)
    fresh = desk.steps()[: len(desk.steps()) - before]
    assert [step.category for step in reversed(fresh)] == list(VisitCategory)


def test_c_counts_a_coffee(desk: CafeDesk) -> None:
    before = desk.total()
    desk.key(Qt.Key.Key_C)
    assert desk.total() == before + 1


def test_c_in_a_field_is_a_letter(desk: CafeDesk) -> None:
    before = desk.total()
    field = desk.screen.days.field
    field.setFocus()
    desk.key(Qt.Key.Key_C)
    assert isinstance(field, DateField)
    assert field.text() == "c"
    assert desk.total() == before


def test_space_on_a_tile_counts_and_so_does_enter(desk: CafeDesk) -> None:
    before = desk.total()
    desk.screen.tiles[2].setFocus()
    desk.key(Qt.Key.Key_Space)
    desk.key(Qt.Key.Key_Return)
    assert desk.total() == before + 2


def test_where_no_tile_is_seen_a_notice_says_it_and_offers_to_take_it_back(
    desk: CafeDesk,
) -> None:
    before = desk.total()
    desk.window.go(Destination("other"))
    desk.key(Qt.Key.Key_F2)
    assert desk.said() == f"Lecture +1 · {before + 1} passages aujourd’hui"
    action = desk.notices[-1].action
    assert action is not None
    action.do()
    desk.rest()
    assert desk.total() == before
    assert desk.said() == "Annulé : +1 Lecture"


def test_on_the_cafes_own_screen_no_notice_is_needed(desk: CafeDesk) -> None:
    desk.key(Qt.Key.Key_F2)
    assert desk.notices == []


def test_the_last_one_is_taken_back(desk: CafeDesk) -> None:
    before = desk.total()
    desk.key(Qt.Key.Key_F4)
    desk.click(desk.screen.undo)
    assert desk.total() == before
    newest = desk.screen.history.model.rows[0]
    assert newest.reverts_id is not None


def test_who_may_not_count_is_told(desk: CafeDesk) -> None:
    before = desk.total()
    desk.context.actor = KIOSK
    desk.key(Qt.Key.Key_F1)
    assert desk.total() == before
    desk.context.actor = RECEPTION


def test_a_tile_tells_a_screen_reader_its_count_and_its_key(desk: CafeDesk) -> None:
    tile = desk.screen.tiles[0]
    found = QAccessible.queryAccessibleInterface(tile)
    words = plainly(found.text(QAccessible.Text.Name))
    assert words == f"Café, {tile.count()} passages, compter un de plus"
    assert found.text(QAccessible.Text.Description) == "F1"
