"""Whatever a file holds, an import refuses in words; it never breaks."""

from __future__ import annotations

import copy
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.import_report import Verdict
from desktop_app.domain.refusals import Refusal
from desktop_app.services.importing.columns import Layout, recognise
from desktop_app.services.importing.known import Known
from desktop_app.services.importing.layouts import LAYOUTS
from desktop_app.services.importing.planning import ReadFile, files_of, plan_files, read_file
from desktop_app.services.importing.sheet import Row, Sheet
from desktop_app.services.importing.spreadsheets import read_spreadsheet
from desktop_app.wording.import_report import say_line
from tests.services.importing.conftest import DEMO

CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            *("", "oui", "non", "A01", "AGA", "AGA+AGB", "BP1", "K01", "T02", "P06", "mdf", "LIEU"),
            *(
                "mardi",
                "mardi 24",
                "lundi 23",
                "24/11/2026",
                "31/02/2026",
                "premier samedi du mois",
            ),
            *(
                "14 h – 17 h",
                "jeudi 14 h–17 h",
                "chaque semaine",
                "semaines paires (ISO)",
                "22h-1h",
            ),
            *("3 h", "7 h (2 demi-journées)", "25–28", "0", "-3", "20,5", "99999999999", "1e9"),
            *("association déclarée", "permanence", "formation", "réunion", "accueil", "RdC"),
            *("jean@", "lou@example.org", "06 39 98 12 34", "06 39", "W759000001", "000 001 008"),
            *("jeudi 26 novembre 2026, 14 h", "Le B.A.-BA de la lutte contre l’exclusion"),
            *("T02 B.A.-BA", "P06 Exil", "suspended until 99/99/2026", "La Fabrique", "mairie"),
        ]
    ),
)


def the_demonstration() -> Known:
    known = Known(date(2026, 11, 26), "La Fabrique de la Solidarité")
    plan_files([read_file(path) for path in files_of(DEMO)], known)
    return known


KNOWN = the_demonstration()


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.kind)
@settings(max_examples=40)
@given(data=st.data())
def test_any_cells_are_judged(layout: Layout, data: st.DataObject):
    header = tuple(column.shown for column in layout.columns)
    rows = data.draw(st.lists(st.tuples(*(CELLS for _ in header)), max_size=4))
    sheet = Sheet(
        data.draw(st.sampled_from(["liste.csv", "semaine-48.csv", "S99.csv"])),
        header,
        tuple(Row(line, cells) for line, cells in enumerate(rows, start=2)),
    )
    table = recognise(sheet, [layout])
    report = plan_files([ReadFile(sheet.name, table)], copy.deepcopy(KNOWN))
    lines = list(report.lines)
    assert [line.line for line in lines] == [row.line for row in sheet.rows]
    for line in lines:
        assert say_line(line)
        assert bool(line.reasons) or line.verdict not in (Verdict.REFUSED, Verdict.DOUBTFUL)


@pytest.fixture(scope="module")
def any_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any") / "liste.csv"


def sheet_or_refusal(path: Path) -> Sheet | Refusal:
    try:
        return read_spreadsheet(path)
    except Refusal as refusal:
        return refusal


@given(st.one_of(st.binary(max_size=400), st.text(max_size=400).map(str.encode)))
def test_any_bytes_are_a_table_or_a_refusal(any_file: Path, data: bytes):
    any_file.write_bytes(data)
    sheet = sheet_or_refusal(any_file)
    if isinstance(sheet, Sheet):
        assert all(len(row.cells) == len(sheet.header) for row in sheet.rows)


@given(st.integers(0, 4_000), st.integers(0, 255))
def test_a_workbook_with_a_wrong_byte_is_a_table_or_a_refusal(
    any_file: Path, place: int, byte: int
):
    data = bytearray((DEMO / "t01-mardi-24-novembre.xlsx").read_bytes())
    data[place] = byte
    any_file.write_bytes(bytes(data))
    found = sheet_or_refusal(any_file)
    codes = {"file_damaged", "file_format_refused", "file_empty", "file_not_text"}
    assert isinstance(found, Sheet) or found.code in codes
