"""Book, change, confirm, cancel; undo and redo. Every verb is one transaction, and every path to
a room goes through the same check and the same guard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from database.reads import bookings as read_bookings
from database.unit_of_work import UnitOfWork
from database.writes import bookings as write_bookings
from desktop_app.domain.availability import Objection, Request
from desktop_app.domain.bookings import (
    LIVE,
    Booking,
    BookingChange,
    BookingRow,
    Draft,
    SeriesRow,
    Status,
)
from desktop_app.domain.identifiers import normalise_phone
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.staff import DESK_ROLES, Actor
from desktop_app.services import checking
from desktop_app.services.history import History
from desktop_app.services.placing import (
    Placing,
    facts_for_journal,
    refuse_unless_live,
    verb_between,
)

_LONGEST = {
    "title": 300,
    "equipment": 300,
    "note": 400,
    "responsible_name": 120,
    "contact_name": 120,
}
_CHANGEABLE = frozenset(field.name for field in fields(Draft))
_FIRST_STATES = frozenset({Status.CONFIRMED, Status.OPTION, Status.PENDING})

UNDONE = "undone"
"""Reason of a booking whose making was undone: the row stays, cancelled."""


class Bookings:
    """The desk's verbs on bookings."""

    def __init__(self, placing: Placing, history: History) -> None:
        self._placing = placing
        self._database = placing.database
        self._venue_book = placing.venue_book
        self.history = history

    # -- asking ---------------------------------------------------------------------------

    def check(self, request: Request) -> tuple[Objection, ...]:
        """Is this place free at this time? Everything against it, the gravest first."""
        with self._database.reading() as connection:
            return checking.place_objections(
                connection, self._venue_book.venue(), request, self._database.clock.now()
            )

    def check_draft(self, draft: Draft, booking_id: int | None = None) -> tuple[Objection, ...]:
        """The same, with the rules on the organisation that asks.

        booking_id: the booking to become this draft; what it leaves alone is not held against it.
        """
        with self._database.reading() as connection:
            stored = read_bookings.stored(connection, () if booking_id is None else (booking_id,))
            before = stored[0] if stored else None
            booking = _new(draft) if before is None else _changed(before, draft)
            return checking.all_objections(
                connection, self._venue_book.venue(), booking, self._database.clock.now(), before
            )

    # -- doing ----------------------------------------------------------------------------

    def book(
        self, draft: Draft, *, by: Actor, override: str = "", seen_free: bool = False
    ) -> BookingRow:
        """Make a booking or an option.

        seen_free: the place was shown as free just before, so that a loss is told as one
        (`room_just_taken`). Raises the objections of `domain.availability` and `domain.loans`,
        `title_missing`, `option_too_late`.
        """
        by.require(*DESK_ROLES)
        booking = cleaned(_new(draft))
        if booking.status not in _FIRST_STATES:
            raise Refusal("status_impossible", field="status")
        with (
            self._placing.explaining(seen_free=seen_free) as asked,
            self._database.writing() as work,
        ):
            asked.append(checking.request_of(booking))
            self._placing.expire_options(work)
            added = self._placing.place(work, booking, by, override)
        self.history.did(BookingChange("book", ((None, added),)))
        return self._placing.row(added.id)

    def change(
        self, booking_id: int, version: int, *, by: Actor, override: str = "", **facts: Any
    ) -> BookingRow:
        """Change facts of a booking: its room, its hours, its title, its heads…

        facts: names of `Draft`. Raises `stale_edit` when somebody saved in between.
        """
        by.require(*DESK_ROLES)
        unknown = set(facts) - _CHANGEABLE
        if unknown:
            raise ValueError(f"not facts of a booking: {sorted(unknown)}")
        with self._placing.explaining() as asked, self._database.writing() as work:
            before = self._placing.current(work, booking_id, version)
            refuse_unless_live(before)
            after = cleaned(replace(before, **facts))
            asked.append(checking.request_of(after))
            if (after.status, after.starts_at) != (before.status, before.starts_at):
                after = replace(after, option_expires_on=None)
            saved = self._placing.place(work, after, by, override, before)
        self.history.did(BookingChange(verb_between(before, saved), ((before, saved),)))
        return self._placing.row(booking_id)

    def confirm(
        self, booking_id: int, version: int, *, by: Actor, override: str = ""
    ) -> BookingRow:
        """Turn an option or a request into a confirmed booking; everything is checked again."""
        return self.change(booking_id, version, by=by, override=override, status=Status.CONFIRMED)

    def cancel(self, booking_id: int, version: int, reason: str, *, by: Actor) -> BookingRow:
        """Cancel with a reason. The row stays; the room is free at once.

        Raises `reason_missing`, `booking_is_over`, `stale_edit`.
        """
        by.require(*DESK_ROLES)
        reason = required_reason(reason)
        with self._database.writing() as work:
            before = self._placing.current(work, booking_id, version)
            refuse_unless_live(before)
            saved = self._placing.cancel(work, before, reason, by, Status.CANCELLED)
        self.history.did(BookingChange("cancel", ((before, saved),)))
        return self._placing.row(booking_id)

    def expire_options(self) -> int:
        """Cancel the options whose last day is over; say how many there were."""
        with self._database.writing() as work:
            return self._placing.expire_options(work)

    # -- undoing --------------------------------------------------------------------------

    def undo(self, *, by: Actor) -> BookingChange:
        """Revert the last change of this desk, as an entry of its own.

        Raises `nothing_to_undo`; `stale_edit` when somebody changed the booking since (that
        change can then no longer be undone); `room_taken` when the old place is gone.
        """
        by.require(*DESK_ROLES)
        change = self.history.can_undo
        if change is None:
            raise Refusal("nothing_to_undo")
        targets = [_undone(before, after) for before, after in change.pairs]
        series = [(before, after.version) for before, after in change.series]
        try:
            saved, versions = self._put_back(targets, series, f"undo_{change.verb}", by)
        except Refusal as refusal:
            if refusal.code == "stale_edit":
                self.history.drop_undo()
            raise
        self.history.undid(saved, versions)
        return change

    def redo(self, *, by: Actor) -> BookingChange:
        """Do again what was undone last. Raises `nothing_to_redo` and the refusals of `undo`."""
        by.require(*DESK_ROLES)
        change = self.history.can_redo
        if change is None:
            raise Refusal("nothing_to_redo")
        targets = [after for _, after in change.pairs]
        series = [(after, after.version) for _, after in change.series]
        try:
            saved, versions = self._put_back(targets, series, f"redo_{change.verb}", by)
        except Refusal as refusal:
            if refusal.code == "stale_edit":
                self.history.drop_redo()
            raise
        self.history.redid(saved, versions)
        return change

    def _put_back(
        self,
        targets: Sequence[Booking],
        series: Sequence[tuple[SeriesRow, int]],
        verb: str,
        by: Actor,
    ) -> tuple[tuple[Booking, ...], dict[int, int]]:
        ours = {booking.id for booking in targets}
        with self._database.writing() as work:
            for booking in targets:
                self._refuse_if_taken(work, booking, ours)
            saved = write_bookings.save(work, self._venue_book.venue(), targets)
            for booking in saved:
                work.journal(by, verb, "booking", booking.id, **facts_for_journal(booking))
            for row, version in series:
                write_bookings.save_series(work, row, version)
        return saved, {row.id: version + 1 for row, version in series}

    def _refuse_if_taken(self, work: UnitOfWork, booking: Booking, ours: set[int]) -> None:
        if booking.status not in LIVE:
            return
        found = checking.place_objections(
            work.connection,
            self._venue_book.venue(),
            checking.request_of(booking),
            self._database.clock.now(),
        )
        for objection in found:
            if objection.code == "room_taken" and objection.values["booking_id"] not in ours:
                raise objection.refusal()


def _new(draft: Draft) -> Booking:
    return Booking(id=0, **{field.name: getattr(draft, field.name) for field in fields(Draft)})


def _changed(booking: Booking, draft: Draft) -> Booking:
    return replace(booking, **{field.name: getattr(draft, field.name) for field in fields(Draft)})


def cleaned(booking: Booking) -> Booking:
    """Trim what was typed and refuse what cannot be kept.

    Raises `title_missing`, `text_too_long`, `phone_invalid`, `count_negative`.
    """
    if not booking.title.strip():
        raise Refusal("title_missing", field="title")
    trimmed: dict[str, Any] = {name: " ".join(getattr(booking, name).split()) for name in _LONGEST}
    for name, longest in _LONGEST.items():
        if len(trimmed[name]) > longest:
            raise Refusal("text_too_long", field=name, longest=longest)
    if booking.heads < 0:
        raise Refusal("count_negative", field="heads", text=str(booking.heads))
    phone = booking.contact_phone.strip()
    if phone:
        phone = normalise_phone(phone, field="contact_phone")
    return replace(booking, contact_phone=phone, **trimmed)


def required_reason(reason: str) -> str:
    """The reason, trimmed. Raises `reason_missing`, `text_too_long`."""
    reason = " ".join(reason.split())
    if not reason:
        raise Refusal("reason_missing", field="reason")
    if len(reason) > 300:
        raise Refusal("text_too_long", field="reason", longest=300)
    return reason


def _undone(before: Booking | None, after: Booking) -> Booking:
    """What to store so that the change never was; `after` carries the version that stands."""
    if before is None:
        return replace(after, status=Status.CANCELLED, reason=UNDONE, option_expires_on=None)
    return replace(before, version=after.version)
