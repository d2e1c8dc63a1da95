"""What is said of the lines of an import: a reason with its column, a whole line."""

from __future__ import annotations

from desktop_app.domain.import_report import LineReport, Reason
from desktop_app.wording import _
from desktop_app.wording.imports import label_of_verdict
from desktop_app.wording.refusals import say


def say_reason(reason: Reason) -> str:
    """The sentence, after the title of the column at fault when there is one."""
    sentence = say(reason.as_refusal())
    if not reason.column:
        return sentence
    return _("{column} : {sentence}").format(column=reason.column, sentence=sentence)


def say_line(line: LineReport) -> str:
    """“Ligne 4, A03 Santé-Passerelle : à créer. …” with every reason."""
    head = _("Ligne {line}, {label} : {verdict}.").format(
        line=line.line, label=line.label, verdict=label_of_verdict(line.verdict).lower()
    )
    return " ".join((head, *map(say_reason, line.reasons)))
