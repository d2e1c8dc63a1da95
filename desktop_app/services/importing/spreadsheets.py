"""From a file to a table: what the file really is, whatever its name says.

Read whole, never written. Everything that is not a table is refused with what to do about it.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from desktop_app.domain.refusals import Refusal
from desktop_app.services.importing.sheet import Sheet
from desktop_app.services.importing.text_table import read_text_table
from desktop_app.services.importing.workbook import read_workbook

SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx")
"""Names that `plan_folder` looks at."""

LARGEST = 30_000_000
"""Bytes. A list of 100,000 lines is a third of it."""

_MARKS = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"{\\rtf", "text_document"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_spreadsheet(path: Path) -> Sheet:
    """The table of a CSV or XLSX file.

    Raises Refusals `file_missing`, `file_empty`, `file_too_large`, `file_format_refused` (value
    `format`), `file_encoding_refused`, `file_not_text`, `file_damaged`; all with the file's name.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        raise Refusal("file_missing", file=path.name) from error
    if size > LARGEST:
        raise Refusal("file_too_large", file=path.name)
    if not data.strip():
        raise Refusal("file_empty", file=path.name)
    found = _format_of(data)
    if found == "xlsx":
        return read_workbook(path.name, data)
    if found is not None:
        raise Refusal("file_format_refused", file=path.name, format=found)
    return read_text_table(path.name, data)


def _format_of(data: bytes) -> str | None:
    """What the bytes are: `xlsx`, a format that is refused, or None for text."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if data.startswith(_OLE):
        # Excel locks a workbook by wrapping it in the old container.
        return "locked" if _ENCRYPTED in data else "xls"
    if data.startswith(_ZIP):
        return _format_in_zip(data)
    start = data[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<html", b"<!doctype html", b"<table", b"<?xml")):
        return "web_page"
    return None


def _format_in_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = packed.namelist()
            kind = packed.read("mimetype") if "mimetype" in names else b""
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError):
        return "xlsx"  # damaged: the reader of workbooks says so
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    if b"opendocument" in kind:
        return "ods" if b"spreadsheet" in kind else "text_document"
    return "text_document" if any(name.startswith("word/") for name in names) else "zip"
