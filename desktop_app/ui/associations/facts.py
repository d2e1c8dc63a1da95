"""What the screen reads: lines of the list, and the file of one organisation. No widget here.

The functions that take a context run on the database thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from desktop_app.domain.availability import Objection
from desktop_app.domain.bookings import LIVE, BookingRow, SeriesRow, Status
from desktop_app.domain.organisations import OrganisationRow
from desktop_app.domain.record import JournalLine
from desktop_app.domain.search_text import fold, matches
from desktop_app.domain.standing import matters
from desktop_app.ui.context import ScreenContext

ARCHIVED = "organisation_archived"


class Line(NamedTuple):
    """An organisation in the list. words: what a search looks through, folded."""

    row: OrganisationRow
    matters: tuple[Objection, ...]
    words: str

    @property
    def state(self) -> Objection | None:
        """The gravest matter; None when the file is in order."""
        return self.matters[0] if self.matters else None

    @property
    def is_archived(self) -> bool:
        return any(matter.code == ARCHIVED for matter in self.matters)

    @property
    def needs_care(self) -> bool:
        return bool(self.matters) and not self.is_archived


class SeriesFacts(NamedTuple):
    """A permanence of an organisation: how many of its dates stand, and the next of them."""

    series: SeriesRow
    dates: int
    dropped: int
    next: BookingRow | None


class File(NamedTuple):
    """Everything the panel says about one organisation. rooms: id → name."""

    line: Line
    bookings: tuple[BookingRow, ...]
    series: tuple[SeriesFacts, ...]
    rooms: Mapping[int, str]
    last_change: JournalLine | None

    @property
    def row(self) -> OrganisationRow:
        return self.line.row


def read_lines(context: ScreenContext) -> tuple[Line, ...]:
    """Every organisation, archived ones too, in alphabetical order."""
    services, today = context.services, context.clock.today()
    days = services.venue.venue().rules.insurance_warning_days
    return tuple(
        Line(row, matters(row, today, days), _words(row))
        for row in services.organisations.everyone()
    )


def read_file(context: ScreenContext, organisation_id: int) -> File | None:
    """The file of one organisation; None when it is no longer known."""
    services = context.services
    line = next((one for one in read_lines(context) if one.row.id == organisation_id), None)
    if line is None:
        return None
    now = context.clock.now()
    bookings = services.organisations.bookings(organisation_id)
    return File(
        line=line,
        bookings=tuple(one for one in bookings if one.status in LIVE and one.ends_at > now),
        series=tuple(_series(context, organisation_id)),
        rooms={room.id: room.name for room in services.venue.venue().rooms},
        last_change=services.organisations.last_change(organisation_id),
    )


def found(lines: Iterable[Line], typed: str, which: str) -> list[Line]:
    """The lines that answer the search and the filter: `all`, `care` or `archived`."""
    chosen = [line for line in lines if _passes(line, which)]
    if not fold(typed):
        return chosen
    return [line for line in chosen if matches(typed, line.words)]


def _passes(line: Line, which: str) -> bool:
    if which == "care":
        return line.needs_care
    return line.is_archived if which == "archived" else True


def _words(row: OrganisationRow) -> str:
    return fold(f"{row.name} {row.code} {row.rna} {row.siren}")


def _series(context: ScreenContext, organisation_id: int) -> Iterable[SeriesFacts]:
    services, now = context.services, context.clock.now()
    for row in services.series.all():
        if row.organisation_id != organisation_id:
            continue
        dates = services.series.dates(row.id)
        standing = [one for one in dates if one.status in LIVE]
        coming = (one for one in standing if one.ends_at > now and one.status != Status.DONE)
        dropped = sum(one.status == Status.DROPPED_CLOSURE for one in dates)
        first = min(coming, key=_starts_at, default=None)
        yield SeriesFacts(row, len(standing), dropped, first)


def _starts_at(row: BookingRow) -> datetime:
    return row.starts_at
