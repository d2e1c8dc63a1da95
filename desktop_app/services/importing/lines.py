"""How a line of any list is judged: refused, doubtful, created, updated or unchanged."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desktop_app.domain.import_report import LineReport, Reason, Verdict
from desktop_app.domain.imported import changed_facts
from desktop_app.domain.reading_day import parse_day
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.search_text import fold
from desktop_app.services.importing.columns import Line, Table
from desktop_app.services.importing.known import Known

_YES = frozenset({"oui", "o", "yes", "y", "vrai", "true", "1", "x", "ok", "j accepte"})
_NO = frozenset({"non", "n", "no", "faux", "false", "0"})
_LABEL_CELLS = 2


@dataclass
class Judging:
    """One line being judged: what is found out about it on the way."""

    line: Line
    doubts: list[Reason] = field(default_factory=list)
    remarks: list[Reason] = field(default_factory=list)

    def doubt(self, code: str, key: str | None = None, **values: Any) -> None:
        """Something somebody must say yes to."""
        self.doubts.append(Reason(code, self.line.title(key), values))

    def remark(self, code: str, key: str | None = None, **values: Any) -> None:
        """Something worth knowing that prevents nothing."""
        self.remarks.append(Reason(code, self.line.title(key), values))

    def doubt_if_hanging(self, known: Known, kind: str, code: str, key: str) -> None:
        """The line needs something that is itself in doubt."""
        if (kind, code) in known.doubtful:
            self.doubt("import_needs_doubtful", key, needed=code)

    def tried(self, read: Callable[[], str], key: str) -> str:
        """A value that may be left out when it cannot be read: a doubt instead of a refusal."""
        try:
            return read()
        except Refusal as refusal:
            self.doubts.append(Reason.of(refusal, self.line.title(key)))
            return ""

    def verdict(self, before: Any, after: Any) -> Verdict:
        if self.doubts:
            return Verdict.DOUBTFUL
        if before is None:
            return Verdict.CREATED
        facts = changed_facts(before, after)
        if not facts:
            return Verdict.UNCHANGED
        self.remark("import_facts_changed", facts=facts)
        return Verdict.UPDATED

    def report(self, label: str, verdict: Verdict, record: object) -> LineReport:
        reasons = (*self.doubts, *self.remarks)
        return LineReport(self.line.number, label, verdict, reasons, record)


def plan_lines(
    table: Table,
    plan_line: Callable[[Judging], LineReport],
    lines: Iterable[Line] | None = None,
) -> tuple[LineReport, ...]:
    """Judge every line; one that cannot be read is refused and the next ones go on."""
    return tuple(_judged(line, plan_line) for line in (table.lines if lines is None else lines))


def _judged(line: Line, plan_line: Callable[[Judging], LineReport]) -> LineReport:
    try:
        if line.extra:
            raise Refusal("import_line_too_long", text=line.extra[0])
        return plan_line(Judging(line))
    except Refusal as refusal:
        reason = Reason.of(refusal, line.title(refusal.field) or refusal.field)
        return LineReport(line.number, label_of(line), Verdict.REFUSED, (reason,))


def label_of(line: Line) -> str:
    """What a line is about, when it could not be understood: its first cells."""
    filled = [cell for cell in line.cells.values() if cell]
    return " ".join(filled[:_LABEL_CELLS])


class Once:
    """Refuses the second line with the same key in one file."""

    def __init__(self) -> None:
        self._lines: dict[str, int] = {}

    def refuse_repeat(self, key: str, line: Line, column: str) -> None:
        """Raises Refusal `import_code_repeated`."""
        first = self._lines.setdefault(key, line.number)
        if first != line.number:
            raise Refusal("import_code_repeated", field=column, text=key, first=first)


def required(line: Line, key: str) -> str:
    """The text of a cell. Raises Refusal `import_cell_missing`."""
    text = line.get(key)
    if not text:
        raise Refusal("import_cell_missing", field=key)
    return text


def code_in(line: Line, key: str, longest: int = 16) -> str:
    """A code, in capitals. Raises Refusals `import_cell_missing`, `import_code_too_long`."""
    code = required(line, key).upper()
    if len(code) > longest:
        raise Refusal("import_code_too_long", field=key, text=code, longest=longest)
    return code


def text_in(line: Line, key: str, longest: int) -> str:
    """A text of bounded length. Raises Refusal `text_too_long`."""
    text = " ".join(line.get(key).split())
    if len(text) > longest:
        raise Refusal("text_too_long", field=key, longest=longest)
    return text


def yes_or_no(line: Line, key: str, *, empty: bool | None) -> bool | None:
    """oui or non. Raises Refusal `import_yes_or_no`."""
    text = fold(line.get(key))
    if not text:
        return empty
    if text in _YES or text in _NO:
        return text in _YES
    raise Refusal("import_yes_or_no", field=key, text=line.get(key))


def day_in(line: Line, key: str, today: date) -> date | None:
    """A civil day, or None for an empty cell. Raises the refusals of `parse_day`."""
    text = line.get(key)
    # A workbook writes midnight beside a day that has no hour.
    return parse_day(text.removesuffix(" 00:00"), today, field=key) if text else None
