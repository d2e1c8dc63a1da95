"""Permanences and other series, in the words people write, with every date they will have."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from desktop_app.domain.bookings import Kind
from desktop_app.domain.calendar_words import WEEKDAY_WORD, WEEKDAYS
from desktop_app.domain.import_report import LineReport
from desktop_app.domain.imported import (
    ListedOrganisation,
    ListedRoom,
    ListedSeries,
    changed_facts,
)
from desktop_app.domain.reading_time import parse_count, parse_hours
from desktop_app.domain.recurrence_words import parse_rule
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.typed_text import plain
from desktop_app.services.importing.columns import Line, Table
from desktop_app.services.importing.known import Known, KnownSeries
from desktop_app.services.importing.lines import (
    Judging,
    Once,
    code_in,
    day_in,
    plan_lines,
    required,
    text_in,
)
from desktop_app.services.importing.series_dates import learn_dates, plan_dates
from desktop_app.services.importing.words import booking_kind

_WHEN = re.compile(rf"(?:chaque |le |les |tous les )?(?P<day>{WEEKDAY_WORD})s?,?\s+(?P<hours>.+)")
_DAY_MINUTES = 1440


class When(NamedTuple):
    weekday: int
    starts_minute: int
    ends_minute: int


def plan_series(table: Table, known: Known) -> tuple[LineReport, ...]:
    """Known by their code. Dates on a closure are kept as such, dates whose room is taken too."""
    once = Once()

    def plan(judging: Judging) -> LineReport:
        line = judging.line
        code = code_in(line, "code")
        once.refuse_repeat(code, line, "code")
        before = known.series.get(code)
        series, room = _read(judging, known, code, before)
        label = f"{code} {series.title}"
        if before is not None and not changed_facts(before.facts, series):
            return judging.report(label, judging.verdict(before.facts, series), None)
        record = plan_dates(judging, known, series, room, before)
        verdict = judging.verdict(before.facts if before else None, series)
        if known.learns("series", code, verdict):
            learn_dates(known, record, room, before)
        return judging.report(label, verdict, record)

    return plan_lines(table, plan)


def _read(
    judging: Judging, known: Known, code: str, before: KnownSeries | None
) -> tuple[ListedSeries, ListedRoom]:
    line = judging.line
    organisation = _organisation(judging, known)
    room = known.room(required(line, "room"))
    judging.doubt_if_hanging(known, "room", room.code, "room")
    when = read_when(required(line, "when"))
    first, last = day_in(line, "first", known.today), day_in(line, "last", known.today)
    if first is None or last is None:
        raise Refusal("import_cell_missing", field="first" if first is None else "last")
    if last < first:
        raise Refusal("import_days_in_wrong_order", field="last", first=first, last=last)
    reading = parse_rule(required(line, "rule"), weekday=when.weekday, since=first, field="rule")
    kind = booking_kind(line.get("kind")) if line.get("kind") else Kind.PERMANENCE
    if kind is None:
        raise Refusal("import_kind_unknown", field="kind", text=line.get("kind"))
    series = ListedSeries(
        code=code,
        organisation_code=organisation.code,
        kind=kind,
        room_code=room.code,
        starts_minute=when.starts_minute,
        ends_minute=when.ends_minute,
        rule=reading.rule,
        first_day=first,
        last_day=last,
        heads=_heads(line, room, before),
        discreet=reading.discreet or organisation.discreet,
    )
    return replace(series, title=_title(line, series, organisation, before)), room


def _organisation(judging: Judging, known: Known) -> ListedOrganisation:
    text = required(judging.line, "organisation")
    found = known.organisation(text)
    if found is None:
        raise Refusal("import_organisation_unknown", field="organisation", text=text)
    if found.archived:
        raise Refusal("import_organisation_archived", field="organisation", name=found.name)
    judging.doubt_if_hanging(known, "organisation", found.code, "organisation")
    return found


def _heads(line: Line, room: ListedRoom, before: KnownSeries | None) -> int:
    if not line.get("heads"):
        return before.facts.heads if before else 0
    heads = parse_count(line.get("heads"), field="heads")
    if heads > room.max_headcount:
        raise Refusal(
            "import_over_headcount", field="heads", room=room.name, maximum=room.max_headcount
        )
    return heads


def _title(
    line: Line, series: ListedSeries, organisation: ListedOrganisation, before: KnownSeries | None
) -> str:
    """The list's title; else the one that was given since; else the code and who holds it. A
    discreet permanence is called by its code alone."""
    given = text_in(line, "title", 300)
    if given:
        return given
    if before is not None:
        return before.facts.title
    return series.code if series.discreet else f"{series.code} {organisation.name}"[:300]


def read_when(text: str) -> When:
    """“jeudi 17 h–19 h”. Raises Refusal `import_when_unreadable` and those of hours."""
    found = _WHEN.fullmatch(plain(text))
    if found is None:
        raise Refusal("import_when_unreadable", field="when", text=text)
    start, end = parse_hours(found["hours"], field="when")
    starts, ends = start.hour * 60 + start.minute, end.hour * 60 + end.minute
    if ends <= starts:
        ends += _DAY_MINUTES
    return When(WEEKDAYS[found["day"].rstrip(".")], starts, ends)
