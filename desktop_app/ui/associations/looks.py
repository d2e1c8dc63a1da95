"""How states look: a tone and an icon for each, so that no state is colour alone."""

from __future__ import annotations

from desktop_app.domain.availability import Objection
from desktop_app.domain.organisations import OrganisationRow
from desktop_app.ui.privacy import Privacy

_LOOKS = {
    "organisation_suspended": ("error", "ban"),
    "insurance_expired": ("error", "shield-alert"),
    "agreement_expired": ("error", "circle-alert"),
    "file_incomplete": ("warning", "folder-open"),
    "insurance_soon": ("warning", "hourglass"),
    "organisation_archived": ("neutral", "package"),
}
_IN_ORDER = ("ok", "circle-check")


def look_of(matter: Objection | None) -> tuple[str, str]:
    """(tone, icon) of a matter; of a file in order when there is none."""
    return _IN_ORDER if matter is None else _LOOKS[matter.code]


def name_of(row: OrganisationRow, privacy: Privacy) -> str:
    """Its name; while names are masked, the discreet ones show their initials only."""
    return privacy.show(row.name) if row.discreet else row.name
