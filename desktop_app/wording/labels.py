"""The words of every state and kind, exactly as the venue's glossary has them (5.1 and 5.3).

Each function takes the code that is stored. A code nobody knows comes back as it is, so that a
newer database still shows something. Labels are made when asked, in the language in use.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from desktop_app.domain.bookings import Kind, family
from desktop_app.wording import _, times_chosen

Words = Callable[[], dict[str, str]]


def _label(words: Words, code: str) -> str:
    return _table(words, times_chosen()).get(code, code)


@lru_cache(maxsize=64)
def _table(words: Words, _chosen: int) -> dict[str, str]:
    """Kept until another language is chosen: a planning asks a thousand times."""
    return words()


def _statuses() -> dict[str, str]:
    return {
        "option": _("Option"),
        "pending": _("En attente"),
        "confirmed": _("Confirmée"),
        "arrived": _("Sur place"),
        "done": _("Terminée"),
        "cancelled": _("Annulée"),
        "no_show": _("Non-présentation"),
        "revoked": _("Reprise par le lieu"),
        "dropped_closure": _("Supprimée (fermeture)"),
    }


def label_of_status(status: str) -> str:
    """The state of a booking: “Sur place”."""
    return _label(_statuses, status)


def _kinds() -> dict[str, str]:
    return {
        "meeting": _("Réunion"),
        "permanence": _("Permanence"),
        "training": _("Formation"),
        "event": _("Événement"),
        "internal": _("Interne"),
        "institution": _("Institution"),
        "incubator": _("Incubateur"),
        "collection": _("Collecte"),
        "culture": _("Culture"),
    }


def label_of_kind(kind: str) -> str:
    """What a booking is for: “Permanence”."""
    return _label(_kinds, kind)


def _letters() -> dict[str, str]:
    return {
        Kind.MEETING: _("R"),
        Kind.PERMANENCE: _("P"),
        Kind.TRAINING: _("F"),
        Kind.EVENT: _("É"),
    }


def letter_of_kind(kind: str) -> str:
    """The letter that tells the four families apart in black and white: R, P, F, É."""
    return _label(_letters, family(kind))


def _layouts() -> dict[str, str]:
    return {
        "theatre": _("Théâtre"),
        "classroom": _("Classe"),
        "u_shape": _("En U"),
        "islands": _("Îlots"),
    }


def label_of_layout(layout: str) -> str:
    """How the furniture stands: “Théâtre”."""
    return _label(_layouts, layout)


def _roles() -> dict[str, str]:
    return {
        "reception": _("Accueil"),
        "training": _("Formations"),
        "associations": _("Vie associative"),
        "manager": _("Responsable du lieu"),
        "kiosk": _("Borne"),
    }


def label_of_role(role: str) -> str:
    """A role of the staff: “Vie associative”."""
    return _label(_roles, role)


def _organisation_kinds() -> dict[str, str]:
    return {
        "association": _("Association déclarée"),
        "federation": _("Fédération"),
        "alsace_moselle": _("Association (Alsace-Moselle)"),
        "residents": _("Collectif d’habitants"),
        "institution": _("Institution"),
        "internal": _("Service interne"),
        "dissolved": _("Association dissoute"),
    }


def label_of_organisation_kind(kind: str) -> str:
    """Who asks for a room: “Collectif d’habitants”."""
    return _label(_organisation_kinds, kind)


def _session_statuses() -> dict[str, str]:
    return {
        "planned": _("Prévue"),
        "open": _("Pointage ouvert"),
        "held": _("Réalisée"),
        "cancelled": _("Annulée"),
        "locked": _("Clôturée"),
    }


def label_of_session_status(status: str) -> str:
    """The state of a training session: “Pointage ouvert”."""
    return _label(_session_statuses, status)


def _enrolment_statuses() -> dict[str, str]:
    return {
        "enrolled": _("Inscription confirmée"),
        "waitlisted": _("Liste d’attente"),
        "cancelled": _("Annulée"),
        "excused": _("Absence excusée"),
        "present": _("Présence"),
        "absent": _("Absence"),
        "walk_in": _("Sans inscription"),
    }


def label_of_enrolment_status(status: str) -> str:
    """The state of an enrolment: “Absence excusée”."""
    return _label(_enrolment_statuses, status)


def _key_statuses() -> dict[str, str]:
    return {
        "out": _("Sortie"),
        "late": _("En retard"),
        "returned": _("Rendue"),
        "lost": _("Perdue"),
    }


def label_of_key_status(status: str) -> str:
    """The state of a key loan: “Sortie”."""
    return _label(_key_statuses, status)


def _badge_statuses() -> dict[str, str]:
    return {"active": _("Actif"), "revoked": _("Désactivé"), "replaced": _("Remplacé")}


def label_of_badge_status(status: str) -> str:
    """The state of a badge: “Désactivé”."""
    return _label(_badge_statuses, status)
