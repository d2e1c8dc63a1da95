"""Organisations: associations, residents' groups, institutions, the venue itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class OrganisationKind(StrEnum):
    """Who asks for a room (source: the venue's list of associations and its glossary)."""

    ASSOCIATION = "association"
    FEDERATION = "federation"
    ALSACE_MOSELLE = "alsace_moselle"
    RESIDENTS = "residents"
    INSTITUTION = "institution"
    INTERNAL = "internal"
    DISSOLVED = "dissolved"


NEEDS_FILE = frozenset(
    {
        OrganisationKind.ASSOCIATION,
        OrganisationKind.FEDERATION,
        OrganisationKind.ALSACE_MOSELLE,
        OrganisationKind.RESIDENTS,
    }
)
"""Kinds that owe an insurance certificate and a signed agreement before a confirmed loan."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation as it is stored. Dates are inclusive civil days; None means not supplied."""

    id: int
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
    phone: str = ""
    email: str = ""
    note: str = ""
    version: int = 1


class OrganisationRow(NamedTuple):
    """An organisation as a list or a search shows it."""

    id: int
    code: str
    name: str
    kind: str
    rna: str
    siren: str
    insurance_until: date | None
    agreement_until: date | None
    suspended_until: date | None
    archived: bool
    discreet: bool
    phone: str
    email: str
    note: str
    version: int


class OrganisationAlert(NamedTuple):
    """Something about an organisation the desk must know today.

    code: `insurance_expired`, `insurance_soon` (within 30 days), `agreement_expired`.
    """

    organisation_id: int
    organisation_name: str
    code: str
    day: date
