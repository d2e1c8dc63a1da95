"""One row model for every list: Qt's own examination, narrow updates, sorting by keys."""

from __future__ import annotations

import random
from typing import NamedTuple

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QSignalSpy

from desktop_app.ui.table_model import ROW_ROLE, SORT_ROLE, Column, RowModel
from desktop_app.ui.widgets import TableView
from tests.ui.typing_keys import press


class Line(NamedTuple):
    id: int
    name: str
    heads: int | None


ROWS = [Line(1, "Écoute", 4), Line(2, "Agora", 12), Line(3, "Zone", 3)]
COLUMNS = (
    Column("Nom", lambda row: row.name),
    Column("Personnes", lambda row: str(row.heads), sort=lambda row: row.heads, numeric=True),
)


@pytest.fixture
def model(qapp) -> RowModel:
    return RowModel(COLUMNS, key=lambda row: row.id)


def shown(model) -> list[str]:
    return [model.index(line, 0).data() for line in range(model.rowCount())]


def test_qt_finds_no_fault_with_the_model(model, qtmodeltester) -> None:
    model.set_rows(ROWS)
    qtmodeltester.check(model)


def test_cells_say_show_and_sort_their_row(model) -> None:
    model.set_rows(ROWS)
    cell = model.index(1, 1)
    assert (cell.data(), cell.data(SORT_ROLE), cell.data(ROW_ROLE)) == ("12", 12, ROWS[1])
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Personnes"
    assert cell.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight


def test_a_changed_line_alone_is_repainted(model) -> None:
    model.set_rows(ROWS)
    changed, reset = QSignalSpy(model.dataChanged), QSignalSpy(model.modelReset)
    model.set_rows([ROWS[0], ROWS[1]._replace(heads=13), ROWS[2]])
    assert (changed.count(), reset.count()) == (1, 0)
    first, last = changed.at(0)[:2]
    assert (first.row(), last.row()) == (1, 1)
    assert model.index(1, 1).data() == "13"


def test_nothing_new_repaints_nothing(model) -> None:
    model.set_rows(ROWS)
    changed = QSignalSpy(model.dataChanged)
    model.set_rows(list(ROWS))
    assert changed.count() == 0


def test_lines_come_and_go_without_a_reset(model) -> None:
    model.set_rows(ROWS)
    reset = QSignalSpy(model.modelReset)
    model.set_rows([Line(9, "Neuf", 1), ROWS[1], Line(8, "Huit", 1)])
    assert (shown(model), reset.count()) == (["Neuf", "Agora", "Huit"], 0)


def test_another_order_moves_the_rows(model) -> None:
    model.set_rows(ROWS)
    reset, moved = QSignalSpy(model.modelReset), QSignalSpy(model.layoutChanged)
    model.set_rows(list(reversed(ROWS)))
    assert shown(model) == ["Zone", "Agora", "Écoute"]
    assert (reset.count(), moved.count()) == (0, 1)


def test_new_rows_come_in_the_order_asked_for(model) -> None:
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.set_rows(ROWS)
    assert shown(model) == ["Agora", "Écoute", "Zone"]
    model.set_rows([*ROWS, Line(4, "Salle", 8)])
    assert shown(model) == ["Agora", "Salle", "Écoute", "Zone"]
    model.sort(-1)
    model.set_rows(ROWS)
    assert shown(model) == ["Écoute", "Agora", "Zone"]


def test_a_missing_key_comes_first(qapp) -> None:
    columns = (Column("n", lambda row: str(row.id), sort=lambda row: row.heads),)
    sparse = RowModel(columns, key=lambda row: row.id)
    sparse.set_rows([Line(1, "a", 2), Line(2, "b", None), Line(3, "c", 1)])
    sparse.sort(0)
    assert [row.id for row in sparse.rows] == [2, 3, 1]


def test_any_rows_after_any_rows_are_shown_right(model, qtmodeltester) -> None:
    chance = random.Random(48)
    for _ in range(200):
        ids = sorted(chance.sample(range(12), chance.randint(0, 10)))
        rows = [Line(number, f"n{number}", chance.randint(0, 3)) for number in ids]
        model.set_rows(rows)
        assert list(model.rows) == rows
    qtmodeltester.check(model)


@pytest.fixture
def table(qtbot, theme, model) -> TableView:
    made = TableView(theme, "Associations", model)
    qtbot.addWidget(made)
    model.set_rows(ROWS)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def test_numbers_sort_as_numbers(table) -> None:
    table.sort_by(1)
    names = [table.model().index(line, 0).data() for line in range(3)]
    assert names == ["Zone", "Écoute", "Agora"]


def test_what_was_chosen_stays_chosen(table, model) -> None:
    assert table.choose(2)
    model.set_rows([ROWS[1], ROWS[2]])
    assert table.current_row() == ROWS[1]
    table.sort_by(0, Qt.SortOrder.DescendingOrder)
    assert table.current_row() == ROWS[1]
    model.set_rows([Line(n, f"n{n}", n) for n in range(400)])
    assert table.current_row().id == 2, "even when everything is replaced"
    assert not table.choose(777)


def test_enter_opens_the_row(table, qtbot) -> None:
    table.choose(3)
    with qtbot.waitSignal(table.row_opened) as opened:
        press(table, Qt.Key.Key_Return)
    assert opened.args == [ROWS[2]]


def test_lines_are_tall_enough_at_twice_the_size(table, theme) -> None:
    theme.set_scale(200)
    assert table.rowHeight(0) >= theme.metrics("body").height()
    assert table.indexAt(table.viewport().rect().center()) != QModelIndex()
