"""Files as the world sends them: separators, encodings, workbooks, and what is no table at all."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop_app.domain.refusals import Refusal
from desktop_app.services.importing.sheet import Sheet
from desktop_app.services.importing.spreadsheets import read_spreadsheet

HEADER = "code;nom;étage"


def read(tmp_path: Path, data: bytes, name: str = "liste.csv") -> Sheet:
    path = tmp_path / name
    path.write_bytes(data)
    return read_spreadsheet(path)


def refusal_of(tmp_path: Path, data: bytes, name: str = "liste.csv") -> Refusal:
    with pytest.raises(Refusal) as refused:
        read(tmp_path, data, name)
    assert refused.value.values["file"] == name
    return refused.value


@pytest.mark.parametrize(
    "separator", [";", ",", "\t", "|"], ids=["semicolon", "comma", "tab", "bar"]
)
def test_the_separator_is_found(tmp_path, separator):
    lines = [["code", "nom", "matériel"], ["A", "Agora", "a, b; c" if separator == "|" else "rien"]]
    text = "\n".join(separator.join(cells) for cells in lines)
    sheet = read(tmp_path, text.encode())
    assert sheet.separator == separator
    assert sheet.header == ("code", "nom", "matériel")
    assert len(sheet.rows) == 1


def test_commas_within_cells_do_not_win_over_semicolons(tmp_path):
    text = "code;matériel\nA;a, b, c\nB;d, e, f\nC;g, h, i\n"
    assert read(tmp_path, text.encode()).rows[0].cells == ("A", "a, b, c")


def test_faulty_lines_do_not_change_the_separator_of_the_header(tmp_path):
    text = "nom;séance\nA;jeudi 26, 14 h\nB;;;jeudi 26, 14 h\nC;;x;jeudi 26, 14 h\n"
    sheet = read(tmp_path, text.encode())
    assert (sheet.separator, sheet.header) == (";", ("nom", "séance"))
    assert sheet.rows[0].cells == ("A", "jeudi 26, 14 h")


def test_excels_own_separator_line_is_obeyed(tmp_path):
    sheet = read(tmp_path, b"sep=,\ncode,nom\nA,b;c\n")
    assert (sheet.header, sheet.rows[0].cells) == (("code", "nom"), ("A", "b;c"))


@pytest.mark.parametrize(
    ("encoding", "told", "guessed"),
    [
        ("utf-8", "UTF-8", False),
        ("utf-8-sig", "UTF-8 (BOM)", False),
        ("cp1252", "cp1252", True),
        ("mac_roman", "mac_roman", True),
    ],
)
def test_the_encoding_is_found(tmp_path, encoding, told, guessed):
    text = HEADER + "\nA;L’Œuvre d’Éric, là où ça fête;1er\n"
    sheet = read(tmp_path, text.encode(encoding))
    assert (sheet.encoding, sheet.guessed) == (told, guessed)
    assert sheet.rows[0].cells == ("A", "L’Œuvre d’Éric, là où ça fête", "1er")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_two_byte_encodings_are_refused_by_name(tmp_path, encoding):
    refusal = refusal_of(tmp_path, (HEADER + "\nA;b;c\n").encode(encoding))
    assert (refusal.code, refusal.values["encoding"]) == ("file_encoding_refused", "UTF-16")


@pytest.mark.parametrize("data", [b"", b"  \r\n \n", b"\xef\xbb\xbf", b";;;\n;;\n"])
def test_an_empty_file_is_refused(tmp_path, data):
    assert refusal_of(tmp_path, data).code == "file_empty"


def test_a_list_with_its_header_alone_has_no_line(tmp_path):
    assert read(tmp_path, HEADER.encode()).rows == ()


def packed(*names: str, mimetype: bytes = b"") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "x")
    return data.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
ODS = b"application/vnd.oasis.opendocument.spreadsheet"
ODT = b"application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("liste.xls", OLE, "xls"),
        ("liste.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "locked"),
        ("liste.ods", packed("content.xml", mimetype=ODS), "ods"),
        ("liste.odt", packed("content.xml", mimetype=ODT), "text_document"),
        ("liste.docx", packed("word/document.xml"), "text_document"),
        ("listes.zip", packed("salles.csv"), "zip"),
        ("liste.pdf", b"%PDF-1.7 ...", "pdf"),
        ("liste.csv", b"%PDF-1.7 ...", "pdf"),
        ("liste.xls", b"<html><table><tr><td>code</td></tr></table>", "web_page"),
        ("liste.csv", b"\x89PNG\r\n", "image"),
    ],
)
def test_other_formats_are_refused_by_what_they_are_not_by_their_name(tmp_path, name, data, found):
    refusal = refusal_of(tmp_path, data, name)
    assert (refusal.code, refusal.values["format"]) == ("file_format_refused", found)


def test_bytes_that_are_no_text_are_refused(tmp_path):
    assert refusal_of(tmp_path, b"code;nom\nA" + b"\0" + b"x" * 300).code == "file_not_text"


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(Refusal) as refused:
        read_spreadsheet(tmp_path / "nulle-part.csv")
    assert refused.value.code == "file_missing"


def test_short_lines_are_filled_and_long_ones_remembered(tmp_path):
    rows = read(tmp_path, b"code;nom;note\nA\nB;b;n;;\nC;c;n;trop\n").rows
    assert [row.cells for row in rows] == [("A", "", ""), ("B", "b", "n"), ("C", "c", "n")]
    assert [row.extra for row in rows] == [(), (), ("trop",)]


def test_lines_keep_the_numbers_of_the_file(tmp_path):
    text = 'code;nom\n\nA;"deux\nlignes"\n;\nB;b\n'
    rows = read(tmp_path, text.encode()).rows
    assert [(row.line, row.cells[0]) for row in rows] == [(3, "A"), (6, "B")]


def test_a_quotation_mark_never_closed_is_told_with_its_line(tmp_path):
    refusal = refusal_of(tmp_path, b'code;nom;note\nA;a;n\nB;"b;n\nC;c;n\nD;d;n\n')
    assert (refusal.code, refusal.values["line"]) == ("file_damaged", 3)


def test_spaces_around_cells_are_nothing(tmp_path):
    text = "code ; nom\n A\u00a0; L’Agora \u202f\n"
    sheet = read(tmp_path, text.encode())
    assert (sheet.header, sheet.rows[0].cells) == (("code", "nom"), ("A", "L’Agora"))


def workbook(*rows: tuple[object, ...], before: int = 0, after: int = 0) -> bytes:
    book = Workbook()
    sheets = [book.active, *(book.create_sheet() for _ in range(before + after))]
    for row in rows:
        sheets[before].append(row)
    for place, sheet in enumerate(sheets):
        sheet.title = f"Feuille {place + 1}"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_a_workbook_is_read_as_it_shows_its_cells(tmp_path):
    stamp = datetime(2026, 11, 24, 18, 30)
    data = workbook(
        ("code", "nombre", "jour", "heure", "moment", "prix", "oui", "rien"),
        ("A", 12, date(2026, 11, 24), time(9, 30), stamp, 1.5, True, None),
        ("B", 12.0),
    )
    rows = read(tmp_path, data, "liste.xlsx").rows
    assert rows[0].cells == ("A", "12", "24/11/2026", "09:30", "24/11/2026 18:30", "1,5", "oui", "")
    assert rows[1].cells[:2] == ("B", "12")


def test_the_first_sheet_with_something_in_it_is_read_and_the_others_named(tmp_path):
    data = workbook(("code", "nom"), ("A", "b"), before=1, after=1)
    sheet = read(tmp_path, data, "liste.xlsx")
    assert sheet.rows[0].cells == ("A", "b")
    assert sheet.others == ("Feuille 1", "Feuille 3")


def test_a_workbook_named_csv_is_still_a_workbook(tmp_path):
    assert read(tmp_path, workbook(("code", "nom"), ("A", "b"))).rows[0].cells == ("A", "b")


def test_an_empty_workbook_is_refused(tmp_path):
    assert refusal_of(tmp_path, workbook(), "liste.xlsx").code == "file_empty"


@pytest.mark.parametrize("length", [300, 2_000, -200])
def test_a_damaged_workbook_is_refused(tmp_path, length):
    data = workbook(("code", "nom"), ("A", "b"))[:length]
    assert refusal_of(tmp_path, data, "liste.xlsx").code == "file_damaged"
