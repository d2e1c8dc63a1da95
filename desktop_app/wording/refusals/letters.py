"""Sentences about the templates of letters: what in the text cannot be used, and what to write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.wording import _
from desktop_app.wording.phrases import quote


def _template_empty(values: Mapping[str, Any]) -> str:
    return _("Le modèle est vide. Écrivez un texte, ou revenez au modèle d’origine.")


def _blank_unknown(values: Mapping[str, Any]) -> str:
    name = quote(str(values["name"]))
    if values.get("near"):
        return _("Ligne {line} : {name} n’existe pas. Vouliez-vous dire {near} ?").format(
            line=values["line"], name=name, near=quote(str(values["near"]))
        )
    return _(
        "Ligne {line} : {name} n’existe pas. La liste des mots à mettre entre accolades est "
        "sous le modèle."
    ).format(line=values["line"], name=name)


def _brace_alone(values: Mapping[str, Any]) -> str:
    return _(
        "Ligne {line} : une accolade est seule. Un mot à remplacer s’écrit entre deux "
        "accolades, l’une devant et l’autre derrière."
    ).format(line=values["line"])


def _image_unreadable(values: Mapping[str, Any]) -> str:
    return _("Ce fichier n’est pas une image PNG ou JPEG.")


def _image_too_large(values: Mapping[str, Any]) -> str:
    return _("Cette image est trop lourde : au plus {largest} ko.").format(
        largest=values["largest"]
    )


SENTENCES: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "template_empty": _template_empty,
    "blank_unknown": _blank_unknown,
    "brace_alone": _brace_alone,
    "image_unreadable": _image_unreadable,
    "image_too_large": _image_too_large,
}
