"""Sentences of the refusals about the café's tally."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_day_without_year, say_time

Values = Mapping[str, Any]


def _count_in_future(values: Values) -> str:
    return _("Personne n’a encore pu venir {day} à {time} : choisissez un moment passé.").format(
        day=say_day_without_year(values["day"]), time=say_time(values["start"])
    )


def _count_below_zero(values: Values) -> str:
    current = values.get("current")
    if current is None:
        return _("Le compte ne peut pas descendre sous zéro.")
    return n_(
        "Le compte ne peut pas descendre sous zéro : il y a {n} passage à cette heure.",
        "Le compte ne peut pas descendre sous zéro : il y a {n} passages à cette heure.",
        current,
    ).format(n=current)


SENTENCES: dict[str, Callable[[Values], str]] = {
    "count_in_future": _count_in_future,
    "count_below_zero": _count_below_zero,
    "too_many_visits": lambda v: _(
        "Plus de {n} passages en une demi-heure : vérifiez le nombre."
    ).format(n=v["largest"]),
    "nothing_to_correct": lambda v: n_(
        "Rien à corriger : le compte est déjà de {n} passage.",
        "Rien à corriger : le compte est déjà de {n} passages.",
        v["current"],
    ).format(n=v["current"]),
    "correction_reason_missing": lambda v: _("Indiquez le motif de la correction."),
    "nothing_to_uncount": lambda v: _(
        "Aucun passage compté aujourd’hui à ce poste : rien à annuler."
    ),
}
