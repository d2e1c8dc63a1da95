"""A headed list of lines in columns, flowing over pages: the dates that a closure took away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.documents.sheet import Area, Sheet
from desktop_app.documents.type import SMALLEST, Faces, Fitted, fit

HEADING = 10.0
_LEADING = 12.0
_BETWEEN = 14.0
_ABOVE = 18.0


@dataclass(frozen=True, slots=True)
class LineList:
    """Items fitted into columns of equal width; each takes one line, or two when it is long."""

    heading: str
    items: tuple[Fitted, ...]
    column_width: float
    columns: int

    @classmethod
    def of(
        cls, heading: str, words: Sequence[str], width: float, columns: int, faces: Faces
    ) -> LineList:
        column = (width - _BETWEEN * (columns - 1)) / columns
        items = tuple(fit(text, faces.regular, SMALLEST, column, 2) for text in words)
        return cls(heading, items, column, columns)

    @property
    def height(self) -> float:
        """Height of the whole list; nothing for an empty one."""
        if not self.items:
            return 0.0
        return _ABOVE + _LEADING * max(map(_lines_of, self._split(self.items)))

    def how_many(self, height: float) -> int:
        """How many items a height holds."""
        for count in range(len(self.items), 0, -1):
            tallest = max(map(_lines_of, self._split(self.items[:count])))
            if _ABOVE + _LEADING * tallest <= height:
                return count
        return 0

    def first(self, count: int) -> LineList:
        """The list of its first items only."""
        return LineList(self.heading, self.items[:count], self.column_width, self.columns)

    def after(self, count: int) -> LineList:
        """The list without its first items."""
        return LineList(self.heading, self.items[count:], self.column_width, self.columns)

    def cut(self, height: float) -> list[LineList]:
        """The list in pieces that a height holds each."""
        pieces, rest = [], self
        while rest.items:
            count = max(1, rest.how_many(height))
            pieces.append(rest.first(count))
            rest = rest.after(count)
        return pieces

    def draw(self, sheet: Sheet, area: Area) -> None:
        """Draw the items, column after column."""
        if not self.items:
            return
        sheet.text(area.left, area.top + HEADING, self.heading, sheet.faces.bold, HEADING)
        for place, column in enumerate(self._split(self.items)):
            baseline = area.top + _ABOVE + SMALLEST
            left = area.left + place * (self.column_width + _BETWEEN)
            for item in column:
                baseline = sheet.lines(
                    left, baseline, item, sheet.faces.regular, SMALLEST, _LEADING
                )

    def _split(self, items: Sequence[Fitted]) -> list[Sequence[Fitted]]:
        each = -(-len(items) // self.columns)
        return [items[start : start + each] for start in range(0, len(items), each)]


def _lines_of(items: Sequence[Fitted]) -> int:
    return sum(len(item.lines) for item in items)
