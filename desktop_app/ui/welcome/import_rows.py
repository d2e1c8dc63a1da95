"""An import's report as the rows of a table: one line of a file, its verdict and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop_app.domain.import_report import FileReport, ImportReport, Verdict
from desktop_app.ui.table_model import Column
from desktop_app.wording import _
from desktop_app.wording.import_report import say_reason
from desktop_app.wording.imports import label_of_list, label_of_verdict, say_reading

NOTE = "note"
"""Stands where a verdict stands, for what is worth knowing of a whole file."""

CHIPS: dict[str, tuple[str, str]] = {
    Verdict.CREATED: ("ok", "plus"),
    Verdict.UPDATED: ("info", "refresh-cw"),
    Verdict.UNCHANGED: ("neutral", "check"),
    Verdict.DOUBTFUL: ("warning", "circle-question-mark"),
    Verdict.REFUSED: ("error", "ban"),
    NOTE: ("neutral", "info"),
}
"""Verdict → tone and icon: never the colour alone."""

_ORDER: dict[str, int] = {NOTE: 4}
_ORDER |= {verdict: 2 * place + 1 for place, verdict in enumerate(reversed(Verdict))}
"""Refused lines first, then doubtful ones, then what is worth knowing, then the good ones."""


class ImportRow(NamedTuple):
    """line is None for a whole file; list says which table the line belongs to."""

    file: str
    line: int | None
    list: str
    label: str
    verdict: str
    why: str


def rows_of(report: ImportReport) -> list[ImportRow]:
    """Every line of every file; a refused file, or what is worth knowing of one, first."""
    return [row for file in report.files for row in _rows_of_file(file)]


def _rows_of_file(file: FileReport) -> Iterator[ImportRow]:
    kind = label_of_list(file.kind) if file.kind is not None else ""
    whole = _("le fichier entier")
    if file.refusal is not None:
        yield ImportRow(file.name, None, kind, whole, Verdict.REFUSED, say_reason(file.refusal))
    elif file.notes:
        notes = " ".join(map(say_reason, file.notes))
        why = _("{reading}. {notes}").format(reading=say_reading(file), notes=notes)
        yield ImportRow(file.name, None, kind, whole, NOTE, why)
    for line in file.lines:
        why = " ".join(map(say_reason, line.reasons))
        yield ImportRow(file.name, line.line, kind, line.label, line.verdict, why)


def kept(rows: Sequence[ImportRow], choice: str) -> list[ImportRow]:
    """The rows a filter lets through: `all`, or a verdict."""
    return [row for row in rows if choice in ("all", row.verdict)]


def key_of(row: ImportRow) -> tuple[str, int, str]:
    return row.file, row.line or 0, row.label


def columns() -> tuple[Column, ...]:
    """The columns of the report."""
    return (
        Column(_("Verdict"), _verdict, sort=_severity, tone=_tone),
        Column(_("Fichier"), _file, detail=_file),
        Column(_("Ligne"), _line, sort=_line_number, numeric=True),
        Column(_("Objet"), _label, detail=_label),
        Column(_("Pourquoi"), _why, detail=_why),
    )


def _file(row: ImportRow) -> str:
    return row.file


def _line(row: ImportRow) -> str:
    return "" if row.line is None else str(row.line)


def _line_number(row: ImportRow) -> int:
    return row.line or 0


def _label(row: ImportRow) -> str:
    return row.label


def _verdict(row: ImportRow) -> str:
    return _("À savoir") if row.verdict == NOTE else label_of_verdict(row.verdict)


def _severity(row: ImportRow) -> int:
    return _ORDER[row.verdict]


def _tone(row: ImportRow) -> tuple[str, str]:
    return CHIPS[row.verdict]


def _why(row: ImportRow) -> str:
    return row.why
