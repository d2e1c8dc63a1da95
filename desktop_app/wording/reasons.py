"""Why a date is not held or the venue is shut, as it is stored, in the reader's language.

What a person typed is said as it was written. What the program wrote itself is a code, or the
French name of a public holiday: the domain knows no other, and a dropped date keeps it.
"""

from __future__ import annotations

from desktop_app.domain.bookings import OPTION_EXPIRED
from desktop_app.wording import _
from desktop_app.wording.phrases import say_list

_BOTH = " et "
"""Between the names of two holidays that fall on one day."""


def say_reason(reason: str) -> str:
    """“Noël” (in English “Christmas Day”), “option non confirmée”, “l’association rappellera”."""
    from desktop_app.domain.series import SKIPPED  # not at the start of the desk

    codes = {SKIPPED: _("non retenue"), OPTION_EXPIRED: _("option non confirmée")}
    if reason in codes:
        return codes[reason]
    names = _holidays()
    said = [names.get(name, "") for name in reason.split(_BOTH)]
    return say_list(said) if all(said) else reason


def _holidays() -> dict[str, str]:
    return {
        "Jour de l’An": _("Jour de l’An"),
        "Lundi de Pâques": _("Lundi de Pâques"),
        "Fête du Travail": _("Fête du Travail"),
        "Fête de la Victoire": _("Fête de la Victoire"),
        "Ascension": _("Ascension"),
        "Lundi de Pentecôte": _("Lundi de Pentecôte"),
        "Fête nationale": _("Fête nationale"),
        "Assomption": _("Assomption"),
        "Toussaint": _("Toussaint"),
        "Armistice": _("Armistice"),
        "Noël": _("Noël"),
    }
