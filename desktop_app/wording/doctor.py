"""What the examination of an installation says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop_app.domain.refusals import Trouble
from desktop_app.wording import _
from desktop_app.wording.refusals import say


def _sentences() -> dict[str, str]:
    return {
        "python": _("Python {version}."),
        "engine": _("{version}."),
        "database_current": _("Base à jour."),
        "database_empty": _("Base vide : ses tables seront créées à l’ouverture."),
        "database_older": _(
            "Base d’une version plus ancienne : elle sera mise à jour à l’ouverture."
        ),
        "database_not_yet": _(
            "Aucune base encore à {path} : l’accueil la créera à sa première ouverture."
        ),
        "integrity_sound": _("Base saine : contrôles passés, aucune double réservation."),
        "integrity_broken": _("Base abîmée : {problem}"),
        "venue_known": _("Lieu connu : {rooms} salles, horaires d’ouverture enregistrés."),
        "venue_empty": _("Aucune salle : importez vos tableaux."),
        "fonts_present": _("Polices de caractères présentes."),
        "fonts_missing": _("Polices manquantes : {missing}. Réinstallez le programme."),
        "libraries_present": _("Bibliothèques présentes."),
        "libraries_missing": _("Bibliothèques manquantes : {missing}. Réinstallez le programme."),
        "scanner_by_keyboard": _("Lecteur USB : lu comme un clavier, rien à installer."),
        "scanner_with_camera": _(
            "Lecteur USB : lu comme un clavier ; lecture par caméra possible."
        ),
        "printers_found": _("Imprimantes : {names}."),
        "printers_none": _("Aucune imprimante : les documents s’enregistrent en PDF."),
        "printers_by_windows": _("Imprimantes : celles de Windows."),
        "printing_not_installed": _(
            "Impression non installée (CUPS) : les documents s’enregistrent en PDF."
        ),
        "printing_silent": _("Le service d’impression ne répond pas."),
    }


def say_finding(code: str, values: Mapping[str, Any]) -> str:
    """The sentence of one finding; a trouble met while examining has its own sentence."""
    sentence = _sentences().get(code)
    if sentence is None:
        return say(Trouble(code, **values))
    return sentence.format(**values)


def say_state(state: str) -> str:
    """“bon”, “à voir”, “à réparer”."""
    return {"ok": _("bon"), "warning": _("à voir"), "error": _("à réparer")}[state]
