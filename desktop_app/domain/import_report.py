"""What an import would do, line by line: the words-free report between services and screens.

Frozen values. A reason is a code and its values; the wording makes the sentence, as for refusals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from desktop_app.domain.refusals import Refusal


class Verdict(StrEnum):
    """What becomes of a line. DOUBTFUL lines are taken only when somebody says so."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"


class ListKind(StrEnum):
    """The lists a venue keeps, in the order in which one needs the other."""

    ROOMS = "rooms"
    KEYS = "keys"
    OPENING = "opening"
    CLOSURES = "closures"
    ORGANISATIONS = "organisations"
    STAFF = "staff"
    TITLES = "titles"
    SERIES = "series"
    BOOKINGS = "bookings"
    ENROLMENTS = "enrolments"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a line is doubtful or refused, or what is worth knowing about a good one.

    column: the title of the spreadsheet's column at fault, as it is written there.
    """

    code: str
    column: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, refusal: Refusal, column: str | None = None) -> Reason:
        return cls(refusal.code, column, dict(refusal.values))

    def as_refusal(self) -> Refusal:
        return Refusal(self.code, field=self.column, **self.values)


@dataclass(frozen=True, slots=True)
class LineReport:
    """One line of a list. label: what the line is about, in its own words.

    record: what would be written (a value of `domain.imported`); None for a refused line.
    """

    line: int
    label: str
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    record: object = None


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file: how it was read, and its lines.

    kind is None and refusal says why when the whole file is refused. notes are about the file:
    columns that are not used, a guessed encoding, other sheets of the workbook.
    """

    name: str
    kind: ListKind | None
    lines: tuple[LineReport, ...] = ()
    refusal: Reason | None = None
    notes: tuple[Reason, ...] = ()
    encoding: str = ""
    separator: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """A dry run: nothing was touched. sheets: what was read, kept for `apply`."""

    files: tuple[FileReport, ...]
    sheets: tuple[object, ...] = field(default=(), repr=False, compare=False)

    @property
    def lines(self) -> Iterator[LineReport]:
        for file in self.files:
            yield from file.lines

    @property
    def counts(self) -> Mapping[Verdict, int]:
        """How many lines of each verdict; every verdict is there."""
        found = Counter(line.verdict for line in self.lines)
        return {verdict: found[verdict] for verdict in Verdict}

    @property
    def refused_files(self) -> tuple[FileReport, ...]:
        return tuple(file for file in self.files if file.refusal is not None)

    def to_write(self, *, take_doubtful: bool) -> int:
        """How many lines `apply` would write."""
        counts = self.counts
        good = counts[Verdict.CREATED] + counts[Verdict.UPDATED]
        return good + (counts[Verdict.DOUBTFUL] if take_doubtful else 0)


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import did. report: the lines as they were judged at the moment of writing, which
    may differ from the dry run if another desk worked meanwhile. cancelled: nothing was written."""

    report: ImportReport
    written: int
    cancelled: bool = False
