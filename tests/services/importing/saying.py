"""What a report says, in few words, for a test to compare."""

from __future__ import annotations

from desktop_app.domain.import_report import ImportReport


def said_of(report: ImportReport) -> list[tuple[int, str, list[str]]]:
    """(line, verdict, codes of the reasons) of every line."""
    return [
        (line.line, str(line.verdict), [reason.code for reason in line.reasons])
        for line in report.lines
    ]
