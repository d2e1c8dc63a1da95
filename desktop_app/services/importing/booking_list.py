"""A week's list of bookings: one-off bookings, dates of permanences, sessions of trainings.

A line that describes a date of a series enriches that date; it never makes a second booking.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from desktop_app.domain.bookings import LIVE, Kind
from desktop_app.domain.civil_time import Span
from desktop_app.domain.import_report import LineReport, Verdict
from desktop_app.domain.imported import DateToEnrich, ListedBooking
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.trainings import TRAINER
from desktop_app.services.importing.booking_reading import read_booking
from desktop_app.services.importing.columns import Table
from desktop_app.services.importing.known import Held, Known, KnownBooking, KnownSession
from desktop_app.services.importing.lines import Judging, Once, plan_lines, required
from desktop_app.services.importing.week_days import list_days
from desktop_app.services.importing.words import code_first


def plan_bookings(table: Table, known: Known) -> tuple[LineReport, ...]:
    """Known by the list's week (or name) and their id."""
    days = list_days(table, known.today)
    once = Once()

    def plan(judging: Judging) -> LineReport:
        identifier = required(judging.line, "id").upper()
        once.refuse_repeat(identifier, judging.line, "id")
        booking = read_booking(judging, known, days, identifier)
        label = f"{identifier} {booking.title}"
        before = known.bookings.get(booking.source_key)
        found = _date_of_series(known, booking)
        if found is not None:
            return _enrich(judging, known, label, booking, found)
        if before is not None:
            return _compare(judging, known, label, booking, before)
        return _make(judging, known, label, booking)

    return plan_lines(table, plan)


# -- dates of series ----------------------------------------------------------------------


class FoundDate(NamedTuple):
    series_code: str
    day: date
    booking: KnownBooking


def _date_of_series(known: Known, booking: ListedBooking) -> FoundDate | None:
    """The date of a series this line describes: named by its code, or the same hours, room and
    organisation. Raises Refusals `import_series_unknown`, `import_no_such_date`."""
    code, _ = code_first(booking.title)
    day = booking.starts_at.date()
    if code in known.series:
        found = known.series[code].dates.get(day)
        if found is None:
            raise Refusal("import_no_such_date", field="day", series=code, day=day)
        return FoundDate(code, day, found)
    if booking.kind is Kind.PERMANENCE and code:
        raise Refusal("import_series_unknown", field="title", text=code)
    for series_code, series in known.series.items():
        found = series.dates.get(day)
        if (
            found is not None
            and _is_same_place(found.facts, booking)
            and (found.facts.organisation_code == booking.organisation_code)
        ):
            return FoundDate(series_code, day, found)
    return None


def _is_same_place(one: ListedBooking, other: ListedBooking) -> bool:
    return (one.room_code, one.starts_at, one.ends_at) == (
        other.room_code,
        other.starts_at,
        other.ends_at,
    )


def _enrich(
    judging: Judging, known: Known, label: str, booking: ListedBooking, found: FoundDate
) -> LineReport:
    """Give the date its title and its heads."""
    there = found.booking
    judging.doubt_if_hanging(known, "series", found.series_code, "title")
    if there.status not in LIVE:
        raise Refusal("import_date_not_held", field="day", series=found.series_code, day=found.day)
    if not _is_same_place(there.facts, booking) and booking.source_key in known.bookings:
        judging.remark("import_date_moved_since", "hours")
    elif not _is_same_place(there.facts, booking):
        raise Refusal(
            "import_date_differs",
            field="hours",
            series=found.series_code,
            room=known.rooms[there.facts.room_code].name,
            starts_at=there.facts.starts_at,
            ends_at=there.facts.ends_at,
        )
    after = replace(there.facts, title=booking.title, heads=booking.heads)
    judging.remark("import_date_of_series", series=found.series_code, day=found.day)
    verdict = judging.verdict(there.facts, after)
    if known.learns("booking", booking.source_key, verdict):
        there.facts = after
        known.bookings[booking.source_key] = there
    return judging.report(label, verdict, DateToEnrich(found.series_code, found.day, booking))


# -- bookings of their own ----------------------------------------------------------------


def _make(judging: Judging, known: Known, label: str, booking: ListedBooking) -> LineReport:
    _refuse_if_taken(known, booking, "")
    _doubt_closed(judging, known, booking)
    verdict = judging.verdict(None, booking)
    if known.learns("booking", booking.source_key, verdict):
        known.bookings[booking.source_key] = KnownBooking(booking, "confirmed")
        _learn(known, booking, booking.source_key)
    return judging.report(label, verdict, booking)


def _compare(
    judging: Judging, known: Known, label: str, booking: ListedBooking, before: KnownBooking
) -> LineReport:
    """A booking that came with an earlier import. What the desk did since is not undone silently:
    a moved one is doubtful, a cancelled one stays cancelled."""
    if before.status not in LIVE:
        judging.remark("import_cancelled_since")
        return judging.report(label, Verdict.UNCHANGED, None)
    owner = str(before.booking_id)
    after = replace(booking, new_organisation=None, trainer=booking.trainer or before.facts.trainer)
    if not _is_same_place(before.facts, booking):
        _refuse_if_taken(known, booking, owner)
        judging.doubt(
            "import_moved_since",
            "room",
            room=known.rooms[before.facts.room_code].name,
            starts_at=before.facts.starts_at,
            ends_at=before.facts.ends_at,
        )
    verdict = judging.verdict(before.facts, after)
    if known.learns("booking", booking.source_key, verdict):
        known.occupancy.release(known.rooms[before.facts.room_code].elementary_codes, owner)
        before.facts = after
        _learn(known, after, owner)
    return judging.report(label, verdict, booking)


def _learn(known: Known, booking: ListedBooking, owner: str) -> None:
    room = known.rooms[booking.room_code]
    known.occupancy.hold(room.elementary_codes, Held(booking.starts_at, booking.ends_at, owner))
    if booking.new_organisation is not None:
        made = booking.new_organisation
        known.organisations.setdefault(made.code, made)
    if booking.title_code is not None:
        key = (booking.title_code, booking.starts_at)
        known.sessions.setdefault(
            key,
            KnownSession(
                *key,
                capacity=room.max_headcount - TRAINER,
                group_size=known.titles[booking.title_code].group_size,
            ),
        )


def _refuse_if_taken(known: Known, booking: ListedBooking, owner: str) -> None:
    room = known.rooms[booking.room_code]
    held = known.occupancy.in_the_way(
        room.elementary_codes, booking.starts_at, booking.ends_at, owner
    )
    if held is not None:
        raise Refusal(
            "import_room_taken",
            field="room",
            room=room.name,
            starts_at=held.starts_at,
            ends_at=held.ends_at,
        )


def _doubt_closed(judging: Judging, known: Known, booking: ListedBooking) -> None:
    closed = known.calendar.closed_day(booking.starts_at.date())
    if closed is not None and closed.reason:
        judging.doubt("import_venue_closed", "day", reason=closed.reason)
    elif not known.calendar.holds(Span(booking.starts_at, booking.ends_at)):
        judging.doubt("import_outside_hours", "hours")
