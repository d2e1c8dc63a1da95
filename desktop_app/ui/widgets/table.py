"""The table every list uses: rows chosen whole, sorted by their sort keys, opened with Enter."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop_app.ui.table_model import ROW_ROLE, RowModel
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.chip_cell import ChipCell

WIDEST_COLUMN = 300
"""No column but the stretched one takes more: what is cut ends in dots and a tooltip says it."""


class TableView(QTableView):
    """A `RowModel` on the screen. Tab leaves it, arrows move in it, Enter, two clicks open."""

    row_opened = Signal(object)
    """The row somebody wants to open."""

    row_chosen = Signal(object)
    """The row now under the cursor, or None."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        model: RowModel,
        *,
        stretch: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._source = theme, model
        self.setAccessibleName(name)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        columns.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        # Measuring every line of a long list would cost more than showing it.
        columns.setResizeContentsPrecision(60)
        for place in range(model.columnCount()):
            if model.has_chips(place):
                self.setItemDelegateForColumn(place, ChipCell(theme, self))
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self._before_reset: Hashable | None = None
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._find_again)
        theme.changed.connect(self._dress)
        self._dress()

    def sort_by(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let people sort by clicking a title, and start with this column."""
        self.setSortingEnabled(True)
        self.sortByColumn(column, order)

    def current_row(self) -> Any:
        """The row under the cursor, or None."""
        index = self.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def choose(self, key: Hashable) -> bool:
        """Put the cursor on the row with this key; False if it is not there."""
        place = self._source.place_of(key)
        if place is None:
            return False
        self.setCurrentIndex(self._source.index(place, 0))
        return True

    @Slot()
    def _remember(self) -> None:
        row = self.current_row()
        self._before_reset = None if row is None else self._source.key_of(row)

    @Slot()
    def _find_again(self) -> None:
        if self._before_reset is not None:
            self.choose(self._before_reset)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_opened.emit(index.data(ROW_ROLE))

    @Slot(QModelIndex)
    def _tell(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index.data(ROW_ROLE) if index.isValid() else None)

    @Slot()
    def _dress(self) -> None:
        self.horizontalHeader().setMaximumSectionSize(self._theme.px(WIDEST_COLUMN))
        height = self._theme.metrics("body").height() + self._theme.px(14)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
