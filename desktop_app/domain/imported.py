"""Lines of the venue's spreadsheets, understood: codes and values, no ids, nothing stored yet.

Made by `services.importing`, written by `database.writes.importing`; the same values are read
back from the database, so that comparing two of them tells “unchanged” from “updated”.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from desktop_app.domain.bookings import Kind
from desktop_app.domain.organisations import OrganisationKind
from desktop_app.domain.recurrence import Rule
from desktop_app.domain.rooms import Layout
from desktop_app.domain.staff import Role


@dataclass(frozen=True, slots=True)
class ListedRoom:
    code: str
    name: str
    floor: str
    max_headcount: int
    seats: tuple[tuple[Layout, int], ...] = ()
    equipment: tuple[str, ...] = ()
    step_free: bool = True
    part_codes: tuple[str, ...] = ()
    note: str = ""
    position: int = 0

    @property
    def elementary_codes(self) -> tuple[str, ...]:
        return self.part_codes or (self.code,)


@dataclass(frozen=True, slots=True)
class ListedKey:
    code: str
    room_code: str


@dataclass(frozen=True, slots=True)
class ListedOrganisation:
    """phone and email None: the list has no such column, what is stored stays."""

    code: str
    name: str
    kind: OrganisationKind
    rna: str = ""
    siren: str = ""
    insurance_until: date | None = None
    agreement_until: date | None = None
    suspended_until: date | None = None
    archived: bool = False
    discreet: bool = False
    note: str = ""
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class ListedStaff:
    login: str
    shown_name: str
    role: Role
    may_override: bool
    hours: str = ""


@dataclass(frozen=True, slots=True)
class ListedTitle:
    """minutes: the whole training. group_size: the largest group. room_codes: usual rooms."""

    code: str
    title: str
    minutes: int
    half_days: int
    group_size: int
    room_codes: tuple[str, ...] = ()
    discreet: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class ListedSeries:
    """starts_minute, ends_minute: minutes from midnight; the end may pass 1440."""

    code: str
    organisation_code: str
    kind: Kind
    room_code: str
    starts_minute: int
    ends_minute: int
    rule: Rule
    first_day: date
    last_day: date
    heads: int = 0
    discreet: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class ListedDate:
    """One date of a series. dropped: why the venue is closed that day. taken: the room is not
    free, the date is kept as cancelled."""

    day: date
    dropped: str | None = None
    taken: bool = False


@dataclass(frozen=True, slots=True)
class SeriesToWrite:
    """A series with the dates to make.

    changed_ids and gone_ids: dates there already that take the new room and hours, or that the new
    rule no longer has.
    """

    series: ListedSeries
    dates: tuple[ListedDate, ...]
    changed_ids: tuple[int, ...] = ()
    gone_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedBooking:
    """One dated booking. source_key: list and id, the same at each import.

    title_code: the training it is a session of. new_organisation: an organiser the list names and
    nobody knows yet.
    """

    source_key: str
    room_code: str
    starts_at: datetime
    ends_at: datetime
    kind: Kind
    title: str
    organisation_code: str | None
    heads: int
    discreet: bool = False
    title_code: str | None = None
    trainer: str = ""
    new_organisation: ListedOrganisation | None = None


@dataclass(frozen=True, slots=True)
class DateToEnrich:
    """A date of a series that a week's list describes: title and heads, not a second booking."""

    series_code: str
    day: date
    booking: ListedBooking


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """All that is kept of somebody who enrols."""

    last_name: str
    first_name: str
    email: str = ""
    phone: str = ""
    organisation_label: str = ""


@dataclass(frozen=True, slots=True)
class ListedEnrolment:
    """person_ref: the id of a known person, or a negative number for a new one of this import.

    need: an accessibility need, counted on the session. enrolled_at: wall time of the form.
    """

    source_key: str
    title_code: str
    starts_at: datetime
    person_ref: int
    person: ListedPerson
    status: str
    enrolled_at: datetime | None = None
    need: str = ""
    is_new: bool = True


def changed_facts(before: Any, after: Any) -> tuple[str, ...]:
    """Names of the facts that differ between two values of one class; a None in `after` is no
    wish to change."""
    return tuple(
        fact.name
        for fact in fields(after)
        if getattr(after, fact.name) is not None
        and getattr(before, fact.name) != getattr(after, fact.name)
    )
