"""What the check-in screen says of each scan, in the words of the venue's glossary (5.3).

The short label names the result; the verdict adds what the person at the desk needs to know.
"""

from __future__ import annotations

from datetime import datetime, time

from desktop_app.wording import _
from desktop_app.wording.dates import say_time


def _results() -> dict[str, str]:
    return {
        "ok": _("Présence enregistrée"),
        "already": _("Déjà enregistré"),
        "other_session": _("Inscription à une autre session"),
        "not_enrolled": _("Pas d’inscription : ajouter ?"),
        "waitlisted": _("Sur liste d’attente"),
        "too_early": _("Trop tôt"),
        "too_late": _("Trop tard"),
        "cancelled": _("Inscription annulée"),
        "revoked": _("Badge désactivé"),
        "unknown": _("Badge inconnu"),
        "unreadable": _("Lecture incomplète, recommencez"),
        "full": _("Effectif maximal atteint"),
        "ambiguous": _("Deux personnes possibles"),
    }


def label_of_check_in(result: str) -> str:
    """The result of a scan in a few words; an unknown code comes back as it is."""
    return _results().get(result, result)


def say_already(at: datetime | time) -> str:
    """“Déjà enregistré à 13 h 46”; at is wall time."""
    return _("Déjà enregistré à {hour}").format(hour=say_time(at))


def say_other_session(title: str, room: str, starts: datetime | time) -> str:
    """“Inscription à une autre session : Nuit de la Solidarité, Agora B, 18 h 30”."""
    return _("Inscription à une autre session : {title}, {room}, {hour}").format(
        title=title, room=room, hour=say_time(starts)
    )


def say_too_early(opens: datetime | time) -> str:
    """Check-in opens later: from when."""
    return _("Trop tôt : le pointage ouvre à {hour}").format(hour=say_time(opens))


def say_too_late(closed: datetime | time) -> str:
    """The session is over: since when."""
    return _("Trop tard : la session a fini à {hour}").format(hour=say_time(closed))


def say_full(maximum: int) -> str:
    """The fire limit of the room is reached: “Effectif maximal de la salle atteint (30).”"""
    return _("Effectif maximal de la salle atteint ({maximum}).").format(maximum=maximum)
