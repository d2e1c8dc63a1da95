"""Rows in a table: the one model of every list. Fed with frozen rows, never with a session.

Columns say how to show and how to sort a row. New rows are compared with the old ones by key, so
that a change of one line repaints one line, and what was chosen stays chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from itertools import groupby
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QIcon

from desktop_app.ui.tooltips import as_typed

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The whole row."""

SORT_ROLE = ROW_ROLE + 1
"""What the column is sorted by: a number, a date as ISO text, folded words."""

TONE_ROLE = ROW_ROLE + 2
"""The tone of a cell that is drawn as a chip (see `widgets.chip_cell`)."""

ICON_NAME_ROLE = ROW_ROLE + 3
"""The name of the icon in such a chip."""

LARGEST_PATCH = 200
"""More rows than this come or go: replacing all is cheaper than telling the view of each."""


class Column(NamedTuple):
    """A column: its title, and functions of a row.

    show gives the words; sort the key (default: the words); icon an icon or None; detail the
    tooltip. numeric columns align to the right. tone makes the cell a chip: it gives the tone and
    the name of the icon.
    """

    title: str
    show: Callable[[Any], str]
    sort: Callable[[Any], Any] | None = None
    icon: Callable[[Any], QIcon | None] | None = None
    detail: Callable[[Any], str] | None = None
    tone: Callable[[Any], tuple[str, str]] | None = None
    numeric: bool = False


class RowModel(QAbstractTableModel):
    """Rows of one kind under declared columns. key tells one row from another: its id."""

    def __init__(
        self,
        columns: Sequence[Column],
        key: Callable[[Any], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._rows: list[Any] = []
        self._sorting: tuple[int, Qt.SortOrder] | None = None

    @property
    def rows(self) -> tuple[Any, ...]:
        return tuple(self._rows)

    def row_at(self, index: Index) -> Any:
        """The row under an index of this model."""
        return self._rows[index.row()]

    def has_chips(self, column: int) -> bool:
        """Are the cells of this column drawn as chips?"""
        return self._columns[column].tone is not None

    def key_of(self, row: Any) -> Hashable:
        """What tells this row from the others."""
        return self._key(row)

    def place_of(self, key: Hashable) -> int | None:
        """The line on which the row with this key stands, or None."""
        places = (place for place, row in enumerate(self._rows) if self._key(row) == key)
        return next(places, None)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows, in the order asked for, telling the view only what differs."""
        new = self._in_order(list(rows))
        old_keys = [self._key(row) for row in self._rows]
        new_keys = [self._key(row) for row in new]
        gone, come = set(old_keys) - set(new_keys), set(new_keys) - set(old_keys)
        stay_old = [key for key in old_keys if key not in gone]
        stay_new = [key for key in new_keys if key not in come]
        if not gone and not come and stay_old != stay_new:
            self._rearrange(new)
            return
        if stay_old != stay_new or len(gone) + len(come) > LARGEST_PATCH:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
            return
        self._remove(gone)
        self._insert(new, come)
        self._repaint(new)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Keep the rows sorted by the column's sort key from now on; -1 keeps them as they come.

        Done here and not in a proxy: one call of Python a row instead of two a comparison.
        """
        self._sorting = (column, order) if 0 <= column < len(self._columns) else None
        self._rearrange(self._in_order(self._rows))

    def _in_order(self, rows: list[Any]) -> list[Any]:
        if self._sorting is None:
            return rows
        column, order = self._columns[self._sorting[0]], self._sorting[1]
        key = column.sort or column.show
        down = order == Qt.SortOrder.DescendingOrder
        return sorted(rows, key=partial(_none_first, key), reverse=down)

    def _rearrange(self, new: list[Any]) -> None:
        """The same rows in another order: what is chosen keeps its row."""
        self.layoutAboutToBeChanged.emit()
        places = {self._key(row): place for place, row in enumerate(new)}
        before = self.persistentIndexList()
        after = [self.index(places[self._key(self._rows[i.row()])], i.column()) for i in before]
        self._rows = new
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _remove(self, gone: set[Hashable]) -> None:
        places = [place for place, row in enumerate(self._rows) if self._key(row) in gone]
        for first, last in reversed(_runs(places)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()

    def _insert(self, new: list[Any], come: set[Hashable]) -> None:
        places = [place for place, row in enumerate(new) if self._key(row) in come]
        for first, last in _runs(places):
            self.beginInsertRows(QModelIndex(), first, last)
            self._rows[first:first] = new[first : last + 1]
            self.endInsertRows()

    def _repaint(self, new: list[Any]) -> None:
        changed = [place for place, row in enumerate(new) if row != self._rows[place]]
        for first, last in _runs(changed):
            self._rows[first : last + 1] = new[first : last + 1]
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.show(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.DecorationRole:
                return column.icon(row) if column.icon is not None else None
            case Qt.ItemDataRole.ToolTipRole:
                return as_typed(column.detail(row)) if column.detail is not None else None
        return _own_data(row, column, role)


def _none_first(key: Callable[[Any], Any], row: Any) -> tuple[bool, Any]:
    value = key(row)
    return value is not None, value


def _own_data(row: Any, column: Column, role: int) -> Any:
    """What the roles of this module say."""
    if role == ROW_ROLE:
        return row
    if role == SORT_ROLE:
        return column.sort(row) if column.sort is not None else column.show(row)
    if column.tone is not None and role in (TONE_ROLE, ICON_NAME_ROLE):
        return column.tone(row)[role - TONE_ROLE]
    return None


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Places in a row as (first, last): [1, 2, 5] → [(1, 2), (5, 5)]."""
    groups = groupby(enumerate(places), key=lambda pair: pair[1] - pair[0])
    runs = [[place for _, place in group] for _, group in groups]
    return [(run[0], run[-1]) for run in runs]
