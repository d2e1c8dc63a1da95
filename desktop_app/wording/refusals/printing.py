"""Sentences about paper: what cannot be printed, and the way out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.wording import _
from desktop_app.wording.phrases import quote, say_list


def _printer_missing(values: Mapping[str, Any]) -> str:
    return _("Aucune imprimante trouvée. Enregistrer en PDF ?")


def _printer_gone(values: Mapping[str, Any]) -> str:
    return _(
        "L’imprimante {printer} n’est plus là. Choisissez-en une autre ou enregistrez en PDF."
    ).format(printer=values["printer"])


def _print_service_silent(values: Mapping[str, Any]) -> str:
    return _(
        "Le service d’impression ne répond pas. Rien n’a été imprimé ; réessayez dans un "
        "moment ou enregistrez en PDF."
    )


def _print_failed(values: Mapping[str, Any]) -> str:
    if values.get("problem"):
        return _(
            "L’imprimante {printer} n’a pas pris le document ({problem}). Choisissez-en une "
            "autre ou enregistrez en PDF."
        ).format(printer=values["printer"], problem=values["problem"])
    return _(
        "L’imprimante {printer} n’a pas pris le document. Choisissez-en une autre ou "
        "enregistrez en PDF."
    ).format(printer=values["printer"])


def _paper_unknown(values: Mapping[str, Any]) -> str:
    return _("{paper} n’est pas un format proposé. Choisissez A4 ou A3.").format(
        paper=quote(str(values["value"]))
    )


def _audience_unknown(values: Mapping[str, Any]) -> str:
    return _("{audience} n’est pas un public connu. Choisissez team (équipe) ou public.").format(
        audience=quote(str(values["value"]))
    )


def _room_unknown(values: Mapping[str, Any]) -> str:
    return _("Cette salle n’est pas connue. Choisissez-en une dans la liste.")


def _organisation_discreet(values: Mapping[str, Any]) -> str:
    return _(
        "Cette association est en affichage discret : aucune feuille à son nom n’est faite "
        "pour le public."
    )


def _no_accessible_copy(values: Mapping[str, Any]) -> str:
    return _("Ce document n’a pas de copie accessible.")


def _no_such_room(values: Mapping[str, Any]) -> str:
    return _("Aucune salle {room}. Les salles sont : {known}.").format(
        room=quote(str(values["text"])), known=say_list(values["known"])
    )


def _no_such_organisation(values: Mapping[str, Any]) -> str:
    return _("Aucune association {name}.").format(name=quote(str(values["text"])))


def _organisation_ambiguous(values: Mapping[str, Any]) -> str:
    return _("Plusieurs associations répondent à {name} : {names}. Écrivez le nom entier.").format(
        name=quote(str(values["text"])), names=say_list(values["names"])
    )


def _no_such_series(values: Mapping[str, Any]) -> str:
    return _("Aucune permanence, aucune série {code}.").format(code=quote(str(values["text"])))


SENTENCES: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "printer_missing": _printer_missing,
    "printer_gone": _printer_gone,
    "print_service_silent": _print_service_silent,
    "print_failed": _print_failed,
    "paper_unknown": _paper_unknown,
    "audience_unknown": _audience_unknown,
    "room_unknown": _room_unknown,
    "no_such_room": _no_such_room,
    "no_such_organisation": _no_such_organisation,
    "organisation_ambiguous": _organisation_ambiguous,
    "no_such_series": _no_such_series,
    "no_accessible_copy": _no_accessible_copy,
    "organisation_discreet": _organisation_discreet,
}
