"""Sentences about organisations: their names, their numbers, who already has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.wording import _
from desktop_app.wording.dates import say_day_without_weekday

Values = Mapping[str, Any]


def _name_missing(_values: Values) -> str:
    return _("Indiquez le nom de l’association.")


def _unknown(_values: Values) -> str:
    return _("Cette association n’est pas connue : choisissez-la dans la liste, ou créez-la.")


def _rna_already_known(values: Values) -> str:
    holder = values.get("organisation")
    if not holder:
        return _("Ce numéro RNA est déjà celui d’une autre association.")
    return _("Ce numéro RNA est déjà celui de {organisation}.").format(organisation=holder)


def _insurance_soon(values: Values) -> str:
    return _("{organisation} : l’assurance finit le {day}.").format(
        organisation=values["organisation"], day=say_day_without_weekday(values["day"])
    )


SENTENCES: dict[str, Callable[[Values], str]] = {
    "insurance_soon": _insurance_soon,
    "name_missing": _name_missing,
    "organisation_unknown": _unknown,
    "rna_already_known": _rna_already_known,
}
