"""Series: previewed date by date, made, changed in three scopes, never rebuilt.

Each date is a booking of its own that keeps its identifier. Dates the venue's closures took are
kept as *Supprimée (fermeture)*; dates left out when the series was made are kept as skipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from database.reads import bookings as read_bookings
from database.reads import organisations as read_organisations
from database.unit_of_work import Database, UnitOfWork
from database.writes import bookings as write_bookings
from desktop_app.domain import series as dates_of
from desktop_app.domain.bookings import (
    LIVE,
    Booking,
    BookingChange,
    BookingRow,
    Draft,
    Scope,
    SeriesRow,
    Status,
)
from desktop_app.domain.loans import loan_objections
from desktop_app.domain.recurrence import Rule, expand
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.series import SKIPPED, SeriesDate, SeriesDraft, SeriesPreview
from desktop_app.domain.staff import DESK_ROLES, Actor
from desktop_app.services import checking
from desktop_app.services.bookings import cleaned, required_reason
from desktop_app.services.history import History
from desktop_app.services.placing import Placing

_SERIES_FACTS = frozenset(SeriesRow._fields)
_MOST_DATES = 400
_MINUTE = timedelta(minutes=1)


class Series:
    """The desk's verbs on series."""

    def __init__(self, placing: Placing, history: History) -> None:
        self._placing = placing
        self._database: Database = placing.database
        self._history = history

    # -- asking ---------------------------------------------------------------------------

    def preview(self, asked: SeriesDraft) -> SeriesPreview:
        """Every date with its verdict; nothing is written.

        Raises `hours_in_wrong_order`, `series_without_dates`, `series_too_long`.
        """
        venue, now = self._placing.venue_book.venue(), self._database.clock.now()
        draft = asked.draft
        if draft.ends_at <= draft.starts_at:
            raise Refusal(
                "hours_in_wrong_order",
                field="end",
                starts_at=draft.starts_at,
                ends_at=draft.ends_at,
            )
        dates = expand(asked.rule, asked.first_day, asked.last_day, venue.calendar)
        if not dates:
            raise Refusal("series_without_dates", field="repeat")
        if len(dates) > _MOST_DATES:
            raise Refusal("series_too_long", field="repeat", maximum=_MOST_DATES)
        with self._database.reading() as connection:
            occupied = read_bookings.of_rooms(
                connection,
                venue.sharing_space(draft.room_id),
                datetime.combine(asked.first_day, datetime.min.time()),
                datetime.combine(asked.last_day + timedelta(days=2), datetime.min.time()),
            )
        seen = dates_of.preview(venue, asked, dates, occupied, now)
        return SeriesPreview(tuple(self._with_alerts(draft, seen.dates)))

    def one(self, series_id: int) -> SeriesRow:
        """Raises `series_unknown`."""
        with self._database.reading() as connection:
            found = read_bookings.series(connection, series_id)
        if found is None:
            raise Refusal("series_unknown", series_id=series_id)
        return found

    def all(self) -> tuple[SeriesRow, ...]:
        with self._database.reading() as connection:
            return read_bookings.all_series(connection)

    def dates(self, series_id: int) -> tuple[BookingRow, ...]:
        """Every date in the order of the rule: moved, cancelled, dropped and skipped ones too."""
        with self._database.reading() as connection:
            return read_bookings.of_series(connection, series_id)

    def affected(self, booking_id: int, scope: Scope) -> tuple[BookingRow, ...]:
        """The dates a change of this scope would touch: shown as a count before the button."""
        with self._database.reading() as connection:
            (booking,) = read_bookings.stored(connection, (booking_id,))
            ids = [one.id for one in self._in_scope(connection, booking, scope)]
            return read_bookings.some(connection, ids)

    # -- doing ----------------------------------------------------------------------------

    def create(
        self, asked: SeriesDraft, *, by: Actor, skip: frozenset[date] = frozenset()
    ) -> BookingChange:
        """Make the series. Dates that are not free are never booked and never lost.

        Raises what `preview` raises, the refusals on the organisation for an option or a loan on
        the first date, and `series_nothing_free`.
        """
        by.require(*DESK_ROLES)
        venue = self._placing.venue_book.venue()
        cleaned(_booking(asked.draft, asked.first_day))
        seen = self.preview(asked)
        taken = [one for one in seen.free if one.day not in skip]
        if not taken:
            raise Refusal("series_nothing_free", field="repeat")
        with self._placing.explaining() as wanted, self._database.writing() as work:
            self._placing.expire_options(work)
            self._require_loan(work, asked.draft, taken[0].day, by)
            series_id = self._add_series(work, asked)
            bookings = [_dated(asked, one, series_id, one in taken) for one in seen.dates]
            wanted += [checking.request_of(one) for one in bookings if one.status in LIVE]
            bookings = [
                checking.with_option(one, venue, self._database.clock.now()) for one in bookings
            ]
            added = write_bookings.add(work, venue, bookings)
            work.journal(by, "book_series", "series", series_id, dates=len(taken))
        change = BookingChange("book_series", tuple((None, one) for one in added))
        self._history.did(change)
        return change

    def change(
        self,
        booking_id: int,
        version: int,
        scope: Scope,
        *,
        by: Actor,
        override: str = "",
        **facts: Any,
    ) -> BookingChange:
        """Change this date and the following ones, or all dates still to come.

        facts: names of `Draft` but the moments, or `starts_minute` / `ends_minute` (minutes since
        midnight). Dates that were changed on their own keep what was changed on them. One date
        that cannot follow refuses the whole (`room_taken`, `closes_earlier`…), with its day.
        """
        by.require(*DESK_ROLES)
        with self._placing.explaining() as wanted, self._database.writing() as work:
            booking = self._placing.current(work, booking_id, version)
            series = self._series_of(work, booking)
            before = self._in_scope(work.connection, booking, scope)
            target, pairs = self._series_after(work, series, booking, scope, facts)
            after = [
                replace(dates_of.changed_date(one, series, facts), series_id=target.id)
                for one in before
            ]
            wanted += [checking.request_of(one) for one in after]
            self._require_free(work, before, after, by, override)
            saved = write_bookings.save(work, self._placing.venue_book.venue(), map(cleaned, after))
            work.journal(by, "change_series", "series", target.id, scope=scope, dates=len(saved))
        change = BookingChange("change_series", tuple(zip(before, saved, strict=True)), pairs)
        self._history.did(change)
        return change

    def cancel(
        self, booking_id: int, version: int, scope: Scope, reason: str, *, by: Actor
    ) -> BookingChange:
        """Cancel this date and the following ones, or all dates still to come, with a reason."""
        by.require(*DESK_ROLES)
        reason = required_reason(reason)
        with self._database.writing() as work:
            booking = self._placing.current(work, booking_id, version)
            before = self._in_scope(work.connection, booking, scope)
            saved = tuple(
                self._placing.cancel(work, one, reason, by, Status.CANCELLED) for one in before
            )
        change = BookingChange("cancel_series", tuple(zip(before, saved, strict=True)))
        self._history.did(change)
        return change

    # -- parts ----------------------------------------------------------------------------

    def _in_scope(self, connection: Any, booking: Booking, scope: Scope) -> list[Booking]:
        """Live dates of the scope that are not over; the past keeps its history."""
        if scope is Scope.THIS or booking.series_id is None:
            return [booking]
        now = self._database.clock.now()
        first = booking.original_day or booking.starts_at.date()
        return [
            one
            for one in read_bookings.stored_of_series(connection, booking.series_id)
            if one.status in LIVE
            and one.status is not Status.DONE
            and one.ends_at > now
            and (scope is Scope.ALL or (one.original_day or one.starts_at.date()) >= first)
        ]

    def _series_of(self, work: UnitOfWork, booking: Booking) -> SeriesRow:
        if booking.series_id is None:
            raise Refusal("not_a_series", booking_id=booking.id)
        found = read_bookings.series(work.connection, booking.series_id)
        assert found is not None
        return found

    def _series_after(
        self,
        work: UnitOfWork,
        series: SeriesRow,
        booking: Booking,
        scope: Scope,
        facts: Mapping[str, Any],
    ) -> tuple[SeriesRow, tuple[tuple[SeriesRow, SeriesRow], ...]]:
        """The series the dates belong to afterwards; “following” splits it in two."""
        own = {name: value for name, value in facts.items() if name in _SERIES_FACTS}
        day = booking.original_day or booking.starts_at.date()
        if scope is Scope.ALL or day <= series.first_day:
            saved = write_bookings.save_series(work, series._replace(**own), series.version)
            return saved, ((series, saved),)
        ended = series._replace(last_day=day - timedelta(days=1))
        saved = write_bookings.save_series(work, ended, series.version)
        second = series._replace(
            **own, first_day=day, split_from_id=series.id, code=self._free_code(work, series.code)
        )
        identifier = write_bookings.add_series(work, **_columns(second))
        return second._replace(id=identifier, version=1), ((series, saved),)

    def _require_free(
        self,
        work: UnitOfWork,
        before: Iterable[Booking],
        after: Iterable[Booking],
        by: Actor,
        override: str,
    ) -> None:
        venue, now = self._placing.venue_book.venue(), self._database.clock.now()
        after = list(after)
        ours = {one.id for one in after}
        for old, new in zip(before, after, strict=True):
            found = checking.all_objections(work.connection, venue, new, now, old)
            found = tuple(one for one in found if one.values.get("booking_id") not in ours)
            try:
                checking.require(found, by, override)
            except Refusal as refusal:
                values = {"day": new.starts_at.date()} | refusal.values
                raise Refusal(refusal.code, field=refusal.field, **values) from None

    def _require_loan(self, work: UnitOfWork, draft: Draft, day: date, by: Actor) -> None:
        if draft.organisation_id is None:
            return
        organisation = read_organisations.one(work.connection, draft.organisation_id)
        if organisation is None:
            raise Refusal("organisation_unknown", field="organisation")
        today = self._database.clock.today()
        checking.require(loan_objections(organisation, day, draft.status, today), by, "")

    def _with_alerts(self, draft: Draft, dates: Iterable[SeriesDate]) -> Iterator[SeriesDate]:
        """Each date with what is told of the organisation's file that day and prevents nothing."""
        organisation = None
        if draft.organisation_id is not None:
            with self._database.reading() as connection:
                organisation = read_organisations.one(connection, draft.organisation_id)
        today = self._database.clock.today()
        for one in dates:
            if organisation is None or one.verdict == "closed":
                yield one
            else:
                found = loan_objections(organisation, one.day, draft.status, today)
                yield one._replace(alerts=tuple(found))

    def _add_series(self, work: UnitOfWork, asked: SeriesDraft) -> int:
        draft = asked.draft
        midnight = datetime.combine(asked.first_day, datetime.min.time())
        return write_bookings.add_series(
            work,
            code=asked.code or self._free_code(work, "S"),
            title=draft.title,
            kind=draft.kind,
            organisation_id=draft.organisation_id,
            room_id=draft.room_id,
            starts_minute=(draft.starts_at - midnight) // _MINUTE,
            ends_minute=(draft.ends_at - midnight) // _MINUTE,
            rule=asked.rule.to_dict(),
            first_day=asked.first_day,
            last_day=asked.last_day,
            heads=draft.heads,
            discreet=draft.discreet,
        )

    def _free_code(self, work: UnitOfWork, stem: str) -> str:
        """P06 → P06-2, P06-3…; S → S01, S02…"""
        codes = read_bookings.series_codes(work.connection)
        base = stem.split("-")[0]
        pattern = f"{base}-{{}}" if any(char.isdigit() for char in base) else f"{base}{{:02d}}"
        return next(
            code
            for number in range(2 if "-" in pattern else 1, len(codes) + 3)
            if (code := pattern.format(number)) not in codes
        )


def _booking(draft: Draft, day: date) -> Booking:
    return Booking(
        id=0,
        **{name: getattr(draft, name) for name in Draft.__dataclass_fields__},
        original_day=day,
    )


def _dated(asked: SeriesDraft, one: SeriesDate, series_id: int, taken: bool) -> Booking:
    booking = replace(
        cleaned(_booking(dates_of.draft_on(asked, one), one.day)), series_id=series_id
    )
    if one.verdict == "closed":
        return replace(booking, status=Status.DROPPED_CLOSURE, reason=one.closed_reason)
    return booking if taken else replace(booking, status=Status.CANCELLED, reason=SKIPPED)


def _columns(row: SeriesRow) -> dict[str, Any]:
    left_out = ("id", "organisation_name", "version")
    return {name: value for name, value in row._asdict().items() if name not in left_out}


def rule_of(row: SeriesRow) -> Rule:
    """The rule a series keeps."""
    return Rule.from_dict(dict(row.rule))
