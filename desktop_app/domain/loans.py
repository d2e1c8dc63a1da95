"""Who may be lent a room, and until when an option holds: the rules of the house on organisations.

Source: the venue's rules 6.1 and its list of associations 6.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from desktop_app.domain.availability import Objection
from desktop_app.domain.bookings import Status
from desktop_app.domain.organisations import NEEDS_FILE, Organisation, OrganisationKind
from desktop_app.domain.venue import HouseRules


def loan_objections(
    organisation: Organisation, day: date, status: Status, today: date
) -> Iterator[Objection]:
    """Why this organisation may not hold a room that day; an option asks less than a loan."""
    named = {"organisation": organisation.name}
    if organisation.archived or organisation.kind is OrganisationKind.DISSOLVED:
        yield Objection("organisation_archived", "organisation", named)
        return
    suspended = organisation.suspended_until
    if suspended is not None and today <= suspended:
        yield Objection("organisation_suspended", "organisation", {**named, "until": suspended})
    if organisation.kind not in NEEDS_FILE or status in {Status.OPTION, Status.PENDING}:
        return
    insurance, agreement = organisation.insurance_until, organisation.agreement_until
    if insurance is None or agreement is None:
        yield Objection("file_incomplete", "organisation", named)
        return
    if insurance < day:
        yield Objection("insurance_expired", "organisation", {**named, "day": insurance})
    if agreement < day:
        yield Objection("agreement_expired", "organisation", {**named, "day": agreement})


def window_objections(starts_at: datetime, today: date, rules: HouseRules) -> Iterator[Objection]:
    """Too soon or too far ahead for a new one-off booking of an outside organisation."""
    day = starts_at.date()
    if today <= day < today + timedelta(days=rules.earliest_days):
        yield Objection("too_soon_to_book", "day", {"days": rules.earliest_days})
    if day > today + relativedelta(months=rules.latest_months):
        yield Objection("too_far_to_book", "day", {"months": rules.latest_months})


def option_expiry(starts_at: datetime, today: date, rules: HouseRules) -> date:
    """The last civil day an option taken today holds: five days, never past 48 hours before."""
    by_days = today + timedelta(days=rules.option_days)
    by_hours = (starts_at - timedelta(hours=rules.option_hours_before)).date()
    return min(by_days, by_hours)


def is_late_cancellation(starts_at: datetime, now: datetime, rules: HouseRules) -> bool:
    """Told less than seven days before. An option never counts as late."""
    return starts_at - now < timedelta(days=rules.late_cancellation_days)
