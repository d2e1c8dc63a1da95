"""Organisations as lists, checks and alerts read them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, bindparam, select

from database import tables
from desktop_app.domain.organisations import Organisation, OrganisationKind, OrganisationRow

_O = tables.organisation.c
_ROWS = select(
    _O.id,
    _O.code,
    _O.name,
    _O.kind,
    _O.rna,
    _O.siren,
    _O.insurance_until,
    _O.agreement_until,
    _O.suspended_until,
    _O.archived,
    _O.discreet,
    _O.phone,
    _O.email,
    _O.note,
    _O.version,
)
_ONE = _ROWS.where(_O.id == bindparam("organisation_id"))
_ALL = _ROWS.order_by(_O.search_key)
_ENDING = _ROWS.where(
    _O.archived.is_(False),
    (_O.insurance_until <= bindparam("limit")) | (_O.agreement_until < bindparam("today")),
).order_by(_O.search_key)
_WITH_RNA = select(_O.name).where(_O.rna == bindparam("rna"), _O.id != bindparam("but"))
_CODES = select(_O.code)


def one(connection: Connection, organisation_id: int) -> Organisation | None:
    """An organisation as it is stored, for a check or a change."""
    row = connection.execute(_ONE, {"organisation_id": organisation_id}).first()
    if row is None:
        return None
    return Organisation(**{**row._mapping, "kind": OrganisationKind(row.kind)})


def everyone(connection: Connection) -> tuple[OrganisationRow, ...]:
    """All organisations in alphabetical order, archived ones included."""
    return tuple(map(OrganisationRow._make, connection.execute(_ALL)))


def ending(connection: Connection, today: date, limit: date) -> tuple[OrganisationRow, ...]:
    """Those whose insurance ends by `limit`, or whose agreement is over today."""
    found = connection.execute(_ENDING, {"today": today, "limit": limit})
    return tuple(map(OrganisationRow._make, found))


def holder_of_rna(connection: Connection, rna: str, but: int) -> str | None:
    """The name of another organisation that already has this RNA number."""
    return connection.execute(_WITH_RNA, {"rna": rna, "but": but}).scalar()


def codes(connection: Connection) -> frozenset[str]:
    return frozenset(connection.execute(_CODES).scalars())
