"""Rows on standard output: aligned for people, CSV for scripts and spreadsheets."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence


def write_rows(
    header: Sequence[str], rows: Iterable[Sequence[str]], form: str, separator: str
) -> None:
    """Write a table. form: `csv` or `text`."""
    if form == "csv":
        writer = csv.writer(sys.stdout, delimiter=separator, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
        return
    table = [list(header), *(list(row) for row in rows)]
    widths = [max(len(row[column]) for row in table) for column in range(len(header))]
    for row in table:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        sys.stdout.write("  ".join(cells).rstrip() + "\n")
