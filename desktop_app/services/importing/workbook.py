"""XLSX workbooks, read without their formulas and formats. For `spreadsheets` only."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook

from desktop_app.domain.refusals import Refusal
from desktop_app.services.importing.sheet import Sheet, make_sheet

LARGEST_UNPACKED = 300_000_000
_WIDEST = 200


def read_workbook(name: str, data: bytes) -> Sheet:
    """The first sheet with anything in it. Raises Refusals `file_empty`, `file_damaged`,
    `file_too_large` (bytes once unpacked)."""
    try:
        return _read(name, data)
    except Refusal:
        raise
    except Exception as error:
        # A foreign file: whatever it does to the two libraries that read it is its own fault.
        raise Refusal("file_damaged", file=name, line=0) from error


def _read(name: str, data: bytes) -> Sheet:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        unpacked = sum(entry.file_size for entry in packed.infolist())
    if unpacked > LARGEST_UNPACKED:
        raise Refusal("file_too_large", file=name)
    workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        return _first_filled(name, workbook)
    finally:
        workbook.close()


def _first_filled(name: str, workbook: Any) -> Sheet:
    titles = [sheet.title for sheet in workbook.worksheets]
    for worksheet in workbook.worksheets:
        # What a writer says of its own size is often wrong.
        worksheet.reset_dimensions()
        lines = list(_lines(worksheet))
        if any(any(cells) for _, cells in lines):
            others = tuple(title for title in titles if title != worksheet.title)
            return make_sheet(name, lines, others=others)
    raise Refusal("file_empty", file=name)


def _lines(worksheet: Any) -> Iterator[tuple[int, list[str]]]:
    for number, cells in enumerate(worksheet.iter_rows(values_only=True, max_col=_WIDEST), start=1):
        yield number, [as_text(cell) for cell in cells]


def as_text(value: Any) -> str:
    """A cell as a French spreadsheet would show it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, datetime):
        hours = "" if value.time() == time() else f" {value:%H:%M}"
        return f"{value:%d/%m/%Y}{hours}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value).replace(".", ",")
    return str(value)
