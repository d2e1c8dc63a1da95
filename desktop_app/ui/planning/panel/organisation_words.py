"""What is said of an organisation where it is chosen: its file in one line, its alert."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from desktop_app.domain.organisations import NEEDS_FILE, OrganisationKind, OrganisationRow
from desktop_app.domain.search_text import fold
from desktop_app.wording import _
from desktop_app.wording.dates import say_date
from desktop_app.wording.labels import label_of_organisation_kind


class Alert(NamedTuple):
    """A chip: its word, its tone, its icon."""

    text: str
    tone: str
    icon: str


def alert_of(row: OrganisationRow, today: date) -> Alert | None:
    """The gravest thing to know before promising a room; None when the file is in order."""
    if row.archived or row.kind == OrganisationKind.DISSOLVED:
        return Alert(_("Dossier archivé"), "error", "circle-slash")
    if row.suspended_until is not None and row.suspended_until >= today:
        until = say_date(row.suspended_until)
        return Alert(_("Suspendue jusqu’au {day}").format(day=until), "error", "ban")
    if row.kind not in NEEDS_FILE:
        return None
    if row.insurance_until is None or row.agreement_until is None:
        return Alert(_("Dossier incomplet : option seulement"), "warning", "triangle-alert")
    if row.insurance_until < today:
        ended = say_date(row.insurance_until)
        return Alert(_("Assurance expirée le {day}").format(day=ended), "error", "shield-alert")
    if row.agreement_until < today:
        ended = say_date(row.agreement_until)
        return Alert(_("Convention expirée le {day}").format(day=ended), "warning", "shield-alert")
    return None


def file_of(row: OrganisationRow, today: date) -> str:
    """The second line of a candidate: its code and kind, then its alert if it has one."""
    parts = [row.code, label_of_organisation_kind(row.kind)]
    alert = alert_of(row, today)
    if alert is not None:
        parts.append(alert.text)
    return " · ".join(part for part in parts if part)


def are_near(one: OrganisationRow, other: OrganisationRow) -> bool:
    """Two names of which one begins the other, accents and case apart: easily confused."""
    short, long = sorted((fold(one.name), fold(other.name)), key=len)
    return long == short or long.startswith(short + " ")
