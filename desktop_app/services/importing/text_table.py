"""CSV as the world writes it: which encoding, which separator, which lines.

For `spreadsheets` only.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.domain.refusals import Refusal
from desktop_app.services.importing.sheet import Sheet, make_sheet

SEPARATORS = (";", ",", "\t", "|")
_LINES_LOOKED_AT = 30
_FRENCH = frozenset("éèêëàâäçîïôöùûüÿœæÉÈÊÀÂÇÎÔÙÛŒ’‘«»–—…°€")
# Macintosh exports are rare, but wrong accents in every name are worse than a look.
_ONE_BYTE = ("cp1252", "mac_roman")
_UTF_16_32 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)

csv.field_size_limit(1_000_000)


class Decoded(NamedTuple):
    text: str
    encoding: str
    guessed: bool


def read_text_table(name: str, data: bytes) -> Sheet:
    """Raises Refusals `file_empty`, `file_encoding_refused`, `file_not_text`, `file_damaged`."""
    decoded = decode(name, data)
    text, separator = find_separator(decoded.text)
    return make_sheet(
        name,
        _lines(name, text, separator),
        encoding=decoded.encoding,
        separator=separator,
        guessed=decoded.guessed,
    )


def decode(name: str, data: bytes) -> Decoded:
    """UTF-8 with or without its mark, else the Windows or Macintosh encoding that reads best."""
    if data.startswith(_UTF_16_32):
        raise Refusal("file_encoding_refused", file=name, encoding="UTF-16")
    if b"\0" in data:
        looks_wide = data[:200].count(b"\0") * 3 > len(data[:200])
        if looks_wide:
            raise Refusal("file_encoding_refused", file=name, encoding="UTF-16")
        raise Refusal("file_not_text", file=name)
    if data.startswith(codecs.BOM_UTF8):
        data, encoding = data[len(codecs.BOM_UTF8) :], "UTF-8 (BOM)"
    else:
        encoding = "UTF-8"
    try:
        return Decoded(data.decode("utf-8"), encoding, False)
    except UnicodeDecodeError:
        return _decode_one_byte(name, data)


def _decode_one_byte(name: str, data: bytes) -> Decoded:
    readings = []
    for encoding in _ONE_BYTE:
        try:
            readings.append(Decoded(data.decode(encoding), encoding, True))
        except UnicodeDecodeError:
            continue
    if not readings:
        raise Refusal("file_not_text", file=name)
    return max(readings, key=lambda reading: sum(sign in _FRENCH for sign in reading.text))


def find_separator(text: str) -> tuple[str, str]:
    """The separator that cuts most lines into the header's number of cells.

    Excel's own `sep=` line is obeyed and taken away.
    """
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return rest, first.strip()[4]
    return text, max(SEPARATORS, key=lambda separator: _agreement(text, separator))


def _agreement(text: str, separator: str) -> tuple[int, int]:
    """Lines that have as many cells as the header has, when that is more than one; then cells.

    Lines alone must not decide: two faulty ones and « jeudi 26 novembre 2026, 14 h » in each of
    the others made a comma look steadier than the semicolon.
    """
    sample = "\n".join(text.splitlines()[:_LINES_LOOKED_AT])
    reader = csv.reader(io.StringIO(sample), delimiter=separator)
    widths = [len(cells) for cells in reader if any(cell.strip() for cell in cells)]
    header = widths[0] if widths else 1
    return (widths.count(header), header) if header > 1 else (0, 0)


def _lines(name: str, text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    line, width = 1, 0
    try:
        for cells in reader:
            width = width or len(cells)
            if any(_swallows_lines(cell, separator, width) for cell in cells):
                raise Refusal("file_damaged", file=name, line=line)
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise Refusal("file_damaged", file=name, line=line) from error


def _swallows_lines(cell: str, separator: str, width: int) -> bool:
    """A quotation mark that is never closed makes whole lines one cell."""
    return width > 1 and "\n" in cell and cell.count(separator) >= width - 1
