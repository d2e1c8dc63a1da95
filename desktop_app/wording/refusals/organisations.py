"""Sentences about organisations: their names, their numbers, who already has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.wording import _

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


SENTENCES: dict[str, Callable[[Values], str]] = {
    "name_missing": _name_missing,
    "organisation_unknown": _unknown,
    "rna_already_known": _rna_already_known,
}
