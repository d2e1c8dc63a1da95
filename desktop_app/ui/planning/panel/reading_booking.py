"""What the panel reads when it opens on a booking. Runs on the database thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.bookings import LIVE, BookingRow, Scope
from desktop_app.domain.organisations import OrganisationRow

if TYPE_CHECKING:
    from desktop_app.services.house import Services


class Opened(NamedTuple):
    """A booking, whom it is for, and how many dates each scope of its series would touch."""

    row: BookingRow
    organisation: OrganisationRow | None
    counts: dict[Scope, int]


def read_opened(services: Services, booking_id: int) -> Opened | None:
    """None when there is no such booking any more."""
    row = services.planning.booking(booking_id)
    if row is None:
        return None
    organisation = None
    if row.organisation_id is not None:
        organisation = read_organisation(services, row.organisation_id)
    counts = {}
    if row.series_id is not None and row.status in LIVE:
        counts = {scope: len(services.series.affected(row.id, scope)) for scope in Scope}
    return Opened(row, organisation, counts)


def read_organisation(services: Services, organisation_id: int) -> OrganisationRow:
    """An organisation as a list shows it. Raises `organisation_unknown`."""
    found = services.organisations.one(organisation_id)
    return OrganisationRow(*(getattr(found, name) for name in OrganisationRow._fields))
