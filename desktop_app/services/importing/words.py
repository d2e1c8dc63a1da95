"""The venue's words for kinds, in its lists: one place that turns them into codes."""

from __future__ import annotations

import re

from desktop_app.domain.bookings import Kind
from desktop_app.domain.organisations import OrganisationKind
from desktop_app.domain.search_text import fold

# The first pattern found in the folded words decides, so the order matters.
_ORGANISATION_KINDS = (
    (OrganisationKind.DISSOLVED, r"dissou|dissolv"),
    (OrganisationKind.ALSACE_MOSELLE, r"alsace|moselle|droit local"),
    (OrganisationKind.FEDERATION, r"federation|\bunion\b|\breseau\b"),
    (OrganisationKind.RESIDENTS, r"collectif|habitant|residents|groupe"),
    (OrganisationKind.INTERNAL, r"interne|internal|\bservice\b"),
    (
        OrganisationKind.INSTITUTION,
        r"institution|mairie|\bville\b|prefecture|departement|region|etablissement|hopital|ccas",
    ),
    (OrganisationKind.ASSOCIATION, r"association|\bloi 1901\b"),
)
_BOOKING_KINDS = (
    (Kind.PERMANENCE, r"permanence"),
    (Kind.TRAINING, r"formation|training"),
    (Kind.INCUBATOR, r"incubat"),
    (Kind.INTERNAL, r"interne|internal"),
    (Kind.INSTITUTION, r"institution"),
    (Kind.COLLECTION, r"collecte|\btri\b|collection"),
    (Kind.CULTURE, r"cultur|exposition|atelier|debat"),
    (Kind.EVENT, r"evenement|event|fete|vernissage"),
    (Kind.MEETING, r"reunion|meeting|assemblee|conseil"),
)
_CODE_FIRST = re.compile(r"^(?P<code>[A-Za-z]{1,3}[0-9]{1,4})\b[\s:–—-]*(?P<rest>.*)$")


def organisation_kind(text: str) -> OrganisationKind | None:
    """“association déclarée”, “collectif d’habitants”, “mairie de secteur”… None: not a word of
    ours."""
    words = fold(text)
    return next((kind for kind, p in _ORGANISATION_KINDS if re.search(p, words)), None)


def booking_kind(text: str) -> Kind | None:
    """“réunion”, “permanence”, “collecte”… None: not a word of ours."""
    words = fold(text)
    return next((kind for kind, p in _BOOKING_KINDS if re.search(p, words)), None)


def code_first(title: str) -> tuple[str, str]:
    """“P11 Emploi” → (“P11”, “Emploi”); no code: (“”, the title)."""
    found = _CODE_FIRST.match(title)
    return (found["code"].upper(), found["rest"]) if found else ("", title)
