"""Columns recognised by the words of their titles, in any order; and which list a sheet is.

Titles are compared folded: accents, case, apostrophes and brackets do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.domain.import_report import ListKind
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.search_text import fold
from desktop_app.services.importing.sheet import Row, Sheet


class Column(NamedTuple):
    """A column a list may have. words: its whole title, folded; or a pattern found within it.

    shown: the title to ask for when it is missing.
    """

    key: str
    shown: str
    words: tuple[str, ...]
    pattern: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of one kind of list."""

    kind: ListKind
    columns: tuple[Column, ...]

    @property
    def required(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.required)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a recognised list: cells by key. `title` gives the column's own words back."""

    number: int
    cells: Mapping[str, str]
    titles: Mapping[str, str]
    extra: tuple[str, ...] = ()

    def get(self, key: str) -> str:
        return self.cells.get(key, "")

    def has(self, key: str) -> bool:
        """Does the list have this column at all?"""
        return key in self.cells

    def title(self, key: str | None) -> str | None:
        return self.titles.get(key) if key else None


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet whose columns are understood. unused: titles of columns nothing is made of."""

    kind: ListKind
    sheet: Sheet
    places: Mapping[str, int]
    unused: tuple[str, ...]

    @property
    def lines(self) -> Iterator[Line]:
        titles = {key: self.sheet.header[place] for key, place in self.places.items()}
        for row in self.sheet.rows:
            yield Line(row.line, self._cells(row), titles, row.extra)

    def _cells(self, row: Row) -> dict[str, str]:
        return {key: row.cells[place] for key, place in self.places.items()}


def recognise(sheet: Sheet, layouts: Iterable[Layout]) -> Table:
    """Which list this is, and where its columns are.

    Raises Refusals `column_missing` (the nearest list lacks a column) and `list_unknown`.
    """
    found = [(layout, _places(sheet.header, layout.columns)) for layout in layouts]
    complete = [
        (layout, places)
        for layout, places in found
        if all(column.key in places for column in layout.required)
    ]
    if complete:
        layout, places = max(complete, key=lambda pair: len(pair[1]))
        return Table(layout.kind, sheet, places, _unused(sheet, places))
    raise _why_not(sheet, found)


def _why_not(sheet: Sheet, found: list[tuple[Layout, dict[str, int]]]) -> Refusal:
    def nearness(pair: tuple[Layout, dict[str, int]]) -> tuple[float, int]:
        layout, places = pair
        there = sum(column.key in places for column in layout.required)
        return there / len(layout.required), len(places)

    layout, places = max(found, key=nearness)
    missing = tuple(c.shown for c in layout.required if c.key not in places)
    if nearness((layout, places))[0] < 0.5 or len(places) < 2:
        return Refusal("list_unknown", file=sheet.name, header=sheet.header)
    return Refusal("column_missing", file=sheet.name, kind=layout.kind, columns=missing)


def _places(header: tuple[str, ...], columns: tuple[Column, ...]) -> dict[str, int]:
    """Whole titles first, so that “nom” is not caught by “nom affiché”; then patterns, in the
    order of the columns."""
    folded = [fold(title) for title in header]
    places: dict[str, int] = {}
    for exact in (True, False):
        for column in columns:
            if column.key not in places:
                place = _place_of(column, folded, set(places.values()), exact=exact)
                if place is not None:
                    places[column.key] = place
    return places


def _place_of(column: Column, folded: list[str], used: set[int], *, exact: bool) -> int | None:
    for place, title in enumerate(folded):
        if place in used or not title:
            continue
        if exact and title in column.words:
            return place
        if not exact and column.pattern and re.search(column.pattern, title):
            return place
    return None


def _unused(sheet: Sheet, places: Mapping[str, int]) -> tuple[str, ...]:
    used = set(places.values())
    return tuple(title for place, title in enumerate(sheet.header) if place not in used and title)
