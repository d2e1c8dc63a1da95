"""A table as a spreadsheet gave it: a header and lines of text, before anything is understood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.domain.refusals import Refusal

_BLANKS = " \t\r\n\u00a0\u202f\ufeff"


class Row(NamedTuple):
    """cells: as many as the header has; extra: what stands beyond it."""

    line: int
    cells: tuple[str, ...]
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """name: of the file. encoding and separator are empty for a workbook. others: sheets of the
    workbook that were not read. guessed: the encoding is the likeliest one, not a certain one."""

    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str = ""
    separator: str = ""
    others: tuple[str, ...] = ()
    guessed: bool = False


def make_sheet(name: str, lines: Iterable[tuple[int, list[str]]], **reading: object) -> Sheet:
    """The first line with anything in it is the header; empty lines are passed over.

    Raises Refusal `file_empty`.
    """
    filled = ((number, [cell.strip(_BLANKS) for cell in cells]) for number, cells in lines)
    told = [(number, cells) for number, cells in filled if any(cells)]
    if not told:
        raise Refusal("file_empty", file=name)
    header = tuple(_without_empty_end(told[0][1]))
    rows = tuple(_row(number, cells, len(header)) for number, cells in told[1:])
    return Sheet(name, header, rows, **reading)  # type: ignore[arg-type]


def _row(number: int, cells: list[str], width: int) -> Row:
    padded = cells + [""] * (width - len(cells))
    return Row(number, tuple(padded[:width]), tuple(cell for cell in padded[width:] if cell))


def _without_empty_end(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells
