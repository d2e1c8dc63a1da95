"""The words of what a room holds; what the venue named in its own words stays so."""

from __future__ import annotations

from desktop_app.wording import _


def _words() -> dict[str, str]:
    return {
        "projector": _("vidéoprojecteur"),
        "screen": _("écran"),
        "induction_loop": _("boucle magnétique"),
        "paperboard": _("paperboard"),
        "sound": _("sonorisation"),
        "microphones": _("microphones"),
        "video_conference": _("visioconférence"),
        "computer": _("ordinateur"),
        "confidential": _("confidentialité"),
        "bar": _("bar"),
        "shelves": _("étagères"),
        "scales": _("balance"),
        "sink": _("point d’eau"),
        "large_tables": _("grandes tables"),
    }


def label_of_equipment(code: str) -> str:
    """“vidéoprojecteur”; an unknown code is the venue's own word and comes back as it is."""
    return _words().get(code, code)
