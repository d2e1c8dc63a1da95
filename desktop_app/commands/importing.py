"""`accueil import`: the dry run line by line, or the import itself."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from desktop_app.commands import DONE, UNSOUND
from desktop_app.commands.tables import write_rows
from desktop_app.domain.import_report import ImportReport, Verdict
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.staff import Actor, Role
from desktop_app.wording import _
from desktop_app.wording.import_report import say_reason
from desktop_app.wording.imports import label_of_verdict

if TYPE_CHECKING:
    from desktop_app.services.house import Services

_HEADER = ("file", "line", "verdict", "label", "reasons")
SUPPORT = Actor("support", Role.MANAGER, may_override=True)
"""Whoever types commands on this PC has its files in hand anyway."""


def bring_in(services: Services, asked: argparse.Namespace) -> int:
    """Report what would be, or was, created, updated, doubted and refused."""
    source = asked.source
    if not source.exists():
        raise Refusal("import_source_missing", field="source", path=str(source))
    importing = services.importing
    report = importing.plan_folder(source) if source.is_dir() else importing.plan_file(source)
    if not asked.dry_run:
        outcome = importing.apply(report, by=SUPPORT, take_doubtful=asked.take_doubtful)
        report = outcome.report
    write_rows(_HEADER, _lines(report), asked.format, asked.separator)
    _sum_up(report)
    refused = report.counts[Verdict.REFUSED] or report.refused_files
    return UNSOUND if refused else DONE


def _lines(report: ImportReport) -> list[tuple[str, ...]]:
    lines: list[tuple[str, ...]] = []
    for file in report.files:
        if file.refusal is not None:
            verdict = label_of_verdict(Verdict.REFUSED)
            lines.append((file.name, "", verdict, "", say_reason(file.refusal)))
        for line in file.lines:
            reasons = " ".join(map(say_reason, line.reasons))
            verdict = label_of_verdict(line.verdict)
            lines.append((file.name, str(line.line), verdict, line.label, reasons))
    return lines


def _sum_up(report: ImportReport) -> None:
    counts = (
        _("{label} : {count}").format(label=label_of_verdict(verdict), count=count)
        for verdict, count in report.counts.items()
    )
    sys.stderr.write(" · ".join(counts) + "\n")
