"""Everything an import can say has a sentence, with real typography."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app import services
from desktop_app.domain.import_report import LineReport, ListKind, Reason, Verdict
from desktop_app.wording.import_report import say_line, say_reason
from desktop_app.wording.imports import label_of_list, label_of_verdict, say_count, say_reading
from desktop_app.wording.refusals import sentences

PROGRAM = Path(str(services.__file__)).parents[1]
SOURCES = (
    *(PROGRAM / "services" / "importing").glob("*.py"),
    PROGRAM / "commands" / "importing.py",
)
SPACED = re.compile(r"[^\s\u00a0\u202f0-9h](?:[;!?]|:)(?:\s|$)")
PLAIN = re.compile(r"« | »| [:;!?]|'")


def codes_said() -> Iterator[str]:
    for source in SOURCES:
        text = source.read_text(encoding="utf-8")
        yield from re.findall(r'(?:Refusal|Reason|\.doubt|\.remark)\(\s*"([a-z_]+)"', text)


def test_every_code_has_a_sentence():
    said = set(codes_said())
    assert len(said) > 60
    assert sorted(said - set(sentences())) == []


def test_no_sentence_is_left_without_a_code():
    ours = {code for code in sentences() if code.startswith("import_")}
    assert sorted(ours - set(codes_said())) == []


def test_every_sentence_about_the_venues_lists_reads_well(importing, demo_lists):
    """The reasons that really happen are said with their values."""
    report = importing.plan_folder(demo_lists)
    said = [say_reason(reason) for line in report.lines for reason in line.reasons]
    said += [say_reason(note) for file in report.files for note in file.notes]
    assert said
    assert [sentence for sentence in said if "{" in sentence or PLAIN.search(sentence)] == []


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (
            Reason("phone_invalid", "Téléphone", {"text": "06 39 98 12"}),
            "Téléphone : «\u00a006 39 98 12\u00a0» n’est pas un numéro de téléphone",
        ),
        (
            Reason("import_cell_missing", "salle"),
            "salle : Cette case est vide : remplissez-la.",
        ),
        (
            Reason("import_dates_dropped", None, {"count": 3}),
            "3 dates supprimées par une fermeture, gardées pour mémoire.",
        ),
        (
            Reason("column_missing", None, {
                "file": "salles.csv", "kind": ListKind.ROOMS, "columns": ("effectif maximal",)
            }),
            "« salles.csv » ressemble à une liste (salles), mais il manque la colonne «",
        ),
        (
            Reason("import_facts_changed", None, {"facts": ("floor", "equipment")}),
            "Modifié : étage, équipement.",
        ),
    ],
)  # fmt: skip
def test_a_reason_is_said(reason, sentence):
    plain = say_reason(reason).replace("\u00a0", " ").replace("\u202f", " ")
    assert plain.startswith(sentence.replace("\u00a0", " "))


def test_a_line_is_said_whole():
    line = LineReport(
        4,
        "A03 Santé-Passerelle",
        Verdict.REFUSED,
        (Reason("import_line_repeated", None, {"first": 2}),),
    )
    said = say_line(line).replace("\u00a0", " ")
    assert said == "Ligne 4, A03 Santé-Passerelle : refusée. Cette ligne répète la ligne 2."


@pytest.mark.parametrize("kind", ListKind)
def test_every_list_has_a_name(kind):
    assert label_of_list(kind)[0].isupper()


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_a_name_and_a_count(verdict):
    assert label_of_verdict(verdict)[0].isupper()
    assert say_count(verdict, 1).startswith("1 ")
    assert say_count(verdict, 40).startswith("40 ")


def test_how_a_file_was_read_is_said(importing, demo_lists):
    report = importing.plan_file(demo_lists / "t12-jeudi-26-novembre.csv")
    assert say_reading(report.files[0]) == "CSV, séparateur point-virgule, cp1252"
    workbook = importing.plan_file(demo_lists / "t01-mardi-24-novembre.xlsx")
    assert say_reading(workbook.files[0]) == "Classeur XLSX"
