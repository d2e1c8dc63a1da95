"""The dates of a listed series: which to make, which follow a change, which go.

Split from `series_list`, which reads the words; only it and `booking_list` enter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from desktop_app.domain.bookings import LIVE
from desktop_app.domain.civil_time import Span
from desktop_app.domain.imported import (
    ListedBooking,
    ListedDate,
    ListedRoom,
    ListedSeries,
    SeriesToWrite,
)
from desktop_app.domain.recurrence import expand
from desktop_app.domain.refusals import Refusal
from desktop_app.services.importing.known import Held, Known, KnownBooking, KnownSeries
from desktop_app.services.importing.lines import Judging

_MINUTE = timedelta(minutes=1)


def plan_dates(
    judging: Judging,
    known: Known,
    series: ListedSeries,
    room: ListedRoom,
    before: KnownSeries | None,
) -> SeriesToWrite:
    """Every date of a new series; of a known one, what changes from today on."""
    wanted = expand(series.rule, series.first_day, series.last_day, known.calendar)
    if not wanted:
        raise Refusal("import_series_without_dates", field="rule", text=judging.line.get("rule"))
    there = before.dates if before else {}
    from_day = known.today if before else date.min
    kept = {one.day for one in wanted}
    following = [
        (day, one)
        for day, one in there.items()
        if before and day >= from_day and _follows(one, before.facts, day)
    ]
    changed = [(day, one) for day, one in following if day in kept]
    gone = [one for day, one in following if day not in kept]
    dates = [
        ListedDate(
            one.day, one.dropped, not one.dropped and _is_taken(known, series, room, one.day)
        )
        for one in wanted
        if one.day not in there and one.day >= from_day
    ]
    for day, one in changed:
        if _is_taken(known, series, room, day, owner=str(one.booking_id)):
            raise Refusal("import_date_taken", field="when", series=series.code, day=day)
    _doubt_about(judging, known, series, dates)
    return SeriesToWrite(
        series,
        tuple(dates),
        changed_ids=tuple(one.booking_id for _, one in changed if one.booking_id is not None),
        gone_ids=tuple(one.booking_id for one in gone if one.booking_id is not None),
    )


def _follows(one: KnownBooking, series: ListedSeries, day: date) -> bool:
    """A date nobody moved by hand, still to come."""
    starts_at, ends_at = hours_of(series, day)
    facts = one.facts
    place = (facts.room_code, facts.starts_at, facts.ends_at)
    return one.status in LIVE and place == (series.room_code, starts_at, ends_at)


def hours_of(series: ListedSeries, day: date) -> tuple[datetime, datetime]:
    midnight = datetime.combine(day, datetime.min.time())
    return midnight + series.starts_minute * _MINUTE, midnight + series.ends_minute * _MINUTE


def _is_taken(
    known: Known, series: ListedSeries, room: ListedRoom, day: date, owner: str = ""
) -> bool:
    starts_at, ends_at = hours_of(series, day)
    found = known.occupancy.in_the_way(room.elementary_codes, starts_at, ends_at, owner)
    return found is not None


def _doubt_about(
    judging: Judging, known: Known, series: ListedSeries, dates: Iterable[ListedDate]
) -> None:
    to_hold = [one.day for one in dates if one.dropped is None]
    taken = [one.day for one in dates if one.taken]
    closed = [day for day in to_hold if not known.calendar.holds(Span(*hours_of(series, day)))]
    if taken:
        judging.doubt("import_dates_taken", "room", count=len(taken), first=taken[0])
    if closed:
        judging.doubt("import_dates_outside_hours", "when", count=len(closed), first=closed[0])
    dropped = sum(one.dropped is not None for one in dates)
    if dropped:
        judging.remark("import_dates_dropped", count=dropped)


def learn_dates(
    known: Known, record: SeriesToWrite, room: ListedRoom, before: KnownSeries | None
) -> None:
    """Hold the rooms of the dates just planned, for the lines to come."""
    series = record.series
    learnt = KnownSeries(series, dict(before.dates) if before else {})
    old_room = known.rooms[before.facts.room_code] if before else room
    for day, one in list(learnt.dates.items()):
        if one.booking_id in record.changed_ids + record.gone_ids:
            known.occupancy.release(old_room.elementary_codes, str(one.booking_id))
        if one.booking_id in record.changed_ids:
            _hold_date(known, learnt, room, day, one)
        if one.booking_id in record.gone_ids:
            one.status = "cancelled"
    for date_ in record.dates:
        status = "dropped_closure" if date_.dropped else "cancelled" if date_.taken else "confirmed"
        one = KnownBooking(_dated(series, date_.day), status)
        learnt.dates[date_.day] = one
        if status == "confirmed":
            _hold_date(known, learnt, room, date_.day, one)
    known.series[series.code] = learnt


def _hold_date(
    known: Known, learnt: KnownSeries, room: ListedRoom, day: date, one: KnownBooking
) -> None:
    starts_at, ends_at = hours_of(learnt.facts, day)
    owner = str(one.booking_id) if one.booking_id is not None else owner_of(learnt.facts.code, day)
    known.occupancy.hold(room.elementary_codes, Held(starts_at, ends_at, owner))
    one.facts = replace(one.facts, room_code=room.code, starts_at=starts_at, ends_at=ends_at)


def owner_of(series_code: str, day: date) -> str:
    """Under which name a date planned just now holds its room."""
    return f"{series_code} {day.isoformat()}"


def _dated(series: ListedSeries, day: date) -> ListedBooking:
    starts_at, ends_at = hours_of(series, day)
    return ListedBooking(
        source_key="",
        room_code=series.room_code,
        starts_at=starts_at,
        ends_at=ends_at,
        kind=series.kind,
        title=series.title,
        organisation_code=series.organisation_code,
        heads=series.heads,
        discreet=series.discreet,
    )
