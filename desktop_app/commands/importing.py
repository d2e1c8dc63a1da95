"""`accueil import`: the dry run line by line, or the import itself."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop_app.commands import DONE, UNSOUND
from desktop_app.commands.tables import write_rows
from desktop_app.domain.import_report import ImportReport, Verdict
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.staff import Actor, Role
from desktop_app.wording import _, n_
from desktop_app.wording.import_report import say_reason
from desktop_app.wording.imports import label_of_verdict, say_count
from desktop_app.wording.phrases import shorten

if TYPE_CHECKING:
    from desktop_app.services.house import Services

_LONGEST_LABEL = 44
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
    written = None
    if not asked.dry_run:
        outcome = importing.apply(report, by=SUPPORT, take_doubtful=asked.take_doubtful)
        report, written = outcome.report, outcome.written
    for_scripts = asked.format == "csv"
    header = _HEADER if for_scripts else _said_header()
    write_rows(header, _lines(report, for_scripts), asked.format, asked.separator)
    _sum_up(report, written)
    refused = report.counts[Verdict.REFUSED] or report.refused_files
    return UNSOUND if refused else DONE


def _said_header() -> tuple[str, ...]:
    """The titles of the screen's own report."""
    return _("Fichier"), _("Ligne"), _("Verdict"), _("Objet"), _("Pourquoi")


def _lines(report: ImportReport, for_scripts: bool) -> Iterator[tuple[str, ...]]:
    """Scripts get the code of a verdict and whole labels, people its word and short ones."""

    def verdict_of(verdict: Verdict) -> str:
        return verdict.value if for_scripts else label_of_verdict(verdict)

    for file in report.files:
        if file.refusal is not None:
            reason = say_reason(file.refusal)
            yield file.name, "", verdict_of(Verdict.REFUSED), "", reason
        for note in file.notes:
            yield file.name, "", "note" if for_scripts else _("À savoir"), "", say_reason(note)
        for line in file.lines:
            reasons = " ".join(map(say_reason, line.reasons))
            label = line.label if for_scripts else shorten(line.label, _LONGEST_LABEL)
            yield file.name, str(line.line), verdict_of(line.verdict), label, reasons


def _sum_up(report: ImportReport, written: int | None) -> None:
    """On standard error, so that a script's CSV stays clean. written: None after a dry run."""
    counts = [say_count(verdict, count) for verdict, count in report.counts.items()]
    files = len(report.refused_files)
    if files:
        counts.append(n_("{n} fichier refusé", "{n} fichiers refusés", files).format(n=files))
    if written is None:
        said = _("Essai à blanc, rien n’a été écrit.")
    else:
        said = n_("{n} ligne écrite.", "{n} lignes écrites.", written).format(n=written)
    sys.stderr.write(f"{said} {' · '.join(counts)}\n")
