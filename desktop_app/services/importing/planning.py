"""From files to a report: every list judged in the order in which one needs the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from desktop_app.domain.import_report import (
    FileReport,
    ImportReport,
    LineReport,
    ListKind,
    Reason,
)
from desktop_app.domain.refusals import Refusal
from desktop_app.services.importing.booking_list import plan_bookings
from desktop_app.services.importing.columns import Table, recognise
from desktop_app.services.importing.enrolment_list import plan_enrolments
from desktop_app.services.importing.known import Known
from desktop_app.services.importing.layouts import LAYOUTS
from desktop_app.services.importing.organisation_list import plan_organisations
from desktop_app.services.importing.series_list import plan_series
from desktop_app.services.importing.spreadsheets import SUFFIXES, read_spreadsheet
from desktop_app.services.importing.title_list import plan_titles
from desktop_app.services.importing.venue_lists import (
    plan_closures,
    plan_keys,
    plan_opening,
    plan_rooms,
    plan_staff,
)

_PLANNERS: dict[ListKind, Callable[[Table, Known], tuple[LineReport, ...]]] = {
    ListKind.ROOMS: plan_rooms,
    ListKind.KEYS: plan_keys,
    ListKind.OPENING: plan_opening,
    ListKind.CLOSURES: plan_closures,
    ListKind.ORGANISATIONS: plan_organisations,
    ListKind.STAFF: plan_staff,
    ListKind.TITLES: plan_titles,
    ListKind.SERIES: plan_series,
    ListKind.BOOKINGS: plan_bookings,
    ListKind.ENROLMENTS: plan_enrolments,
}
_ORDER = {kind: place for place, kind in enumerate(ListKind)}
_OTHER_TABLES = (".xls", ".ods", ".numbers", ".xlsm", ".xlsb")
"""Names of tables that cannot be read: a folder's report says so instead of passing over them."""


class ReadFile(NamedTuple):
    """A file that was read: its table, or why there is none."""

    name: str
    table: Table | None
    refusal: Reason | None = None


def read_file(path: Path) -> ReadFile:
    """Never raises a Refusal: a file that cannot be read is part of the report."""
    try:
        return ReadFile(path.name, recognise(read_spreadsheet(path), LAYOUTS))
    except Refusal as refusal:
        return ReadFile(path.name, None, Reason.of(refusal))


def files_of(folder: Path) -> tuple[Path, ...]:
    """The tables of a folder and of its sub-folders, by name; hidden and lock files left out.

    Raises Refusals `folder_missing`, `folder_without_tables`.
    """
    if not folder.is_dir():
        raise Refusal("folder_missing", folder=folder.name)
    found = tuple(
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.suffix.lower() in SUFFIXES + _OTHER_TABLES
        and not path.name.startswith((".", "~$"))
    )
    if not found:
        raise Refusal("folder_without_tables", folder=folder.name)
    return found


def plan_files(files: Iterable[ReadFile], known: Known) -> ImportReport:
    """Judge every list. `known` learns on the way."""
    in_order = sorted(files, key=_place)
    reports = tuple(_plan_file(file, known) for file in in_order)
    return ImportReport(reports, tuple(in_order))


def tables_of(files: Iterable[ReadFile]) -> Sequence[Table]:
    return [file.table for file in files if file.table is not None]


def _place(file: ReadFile) -> tuple[int, str]:
    return (_ORDER[file.table.kind] if file.table else len(_ORDER), file.name)


def _plan_file(file: ReadFile, known: Known) -> FileReport:
    table = file.table
    if table is None:
        return FileReport(file.name, None, refusal=file.refusal)
    lines = _PLANNERS[table.kind](table, known)
    if table.kind in (ListKind.OPENING, ListKind.CLOSURES):
        known.calendar = replace(
            known.calendar, periods=tuple(known.periods), closures=tuple(known.closures)
        )
    return FileReport(
        file.name,
        table.kind,
        lines,
        notes=tuple(_notes(table)),
        encoding=table.sheet.encoding,
        separator=table.sheet.separator,
    )


def _notes(table: Table) -> Iterable[Reason]:
    if not table.sheet.rows:
        yield Reason("import_file_without_lines")
    if table.unused:
        yield Reason("import_columns_unused", values={"columns": table.unused})
    if table.sheet.guessed:
        yield Reason("import_encoding_guessed", values={"encoding": table.sheet.encoding})
    if table.sheet.others:
        yield Reason("import_sheets_unread", values={"sheets": table.sheet.others})
