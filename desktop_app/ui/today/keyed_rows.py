"""A column of rows that stay the same widgets as long as what they show is there.

So a reload takes neither the focus nor a press half done.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

Row = TypeVar("Row", bound=QWidget)


class KeyedRows(Generic[Row]):
    """Keeps one widget per key, in order, in a column that is handed in."""

    def __init__(self, column: QVBoxLayout) -> None:
        self._column = column
        self._rows: dict[Hashable, Row] = {}

    def show(self, keys: Sequence[Hashable], make: Callable[[Hashable], Row]) -> None:
        """Have exactly these rows, in this order; `make` is asked for the new ones."""
        for key in [known for known in self._rows if known not in keys]:
            row = self._rows.pop(key)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, key in enumerate(keys):
            row = self._rows.get(key) or make(key)
            self._rows[key] = row
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)

    def get(self, key: Hashable) -> Row:
        return self._rows[key]

    def all(self) -> tuple[Row, ...]:
        """Every row, in no promised order."""
        return tuple(self._rows.values())
