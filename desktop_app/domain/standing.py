"""Where an organisation stands with the venue today: what its file lacks, what is soon over.

Pure. The rules themselves are in `domain.loans`: what is refused there is said here beforehand.
"""

from __future__ import annotations

from datetime import date, timedelta

from desktop_app.domain.availability import Objection
from desktop_app.domain.bookings import Status
from desktop_app.domain.loans import loan_objections
from desktop_app.domain.organisations import (
    NEEDS_FILE,
    Organisation,
    OrganisationKind,
    OrganisationRow,
)

GRAVITY = (
    "organisation_suspended",
    "insurance_expired",
    "agreement_expired",
    "file_incomplete",
    "insurance_soon",
    "organisation_archived",
)
"""Codes of `matters`, the gravest first; the archived come last: nothing is to be done."""


def matters(row: OrganisationRow, today: date, warning_days: int) -> tuple[Objection, ...]:
    """What would be held against a loan today, and an insurance over within `warning_days`.

    The gravest first; nothing when the file is in order.
    """
    organisation = Organisation(**{**row._asdict(), "kind": OrganisationKind(row.kind)})
    found = list(loan_objections(organisation, today, Status.CONFIRMED, today))
    until = organisation.insurance_until
    if (
        organisation.kind in NEEDS_FILE
        and not organisation.archived
        and until is not None
        and today <= until <= today + timedelta(days=warning_days)
    ):
        named = {"organisation": organisation.name, "day": until}
        found.append(Objection("insurance_soon", "insurance_until", named))
    return tuple(sorted(found, key=gravity))


def gravity(matter: Objection) -> int:
    """Its place in `GRAVITY`, 0 for the gravest."""
    return GRAVITY.index(matter.code)
