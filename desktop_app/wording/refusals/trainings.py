"""Sentences of the refusals about sessions, their lists and the check-in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.wording import _, n_
from desktop_app.wording.dates import (
    say_day_without_year,
    say_instant_time,
    say_number,
    say_time,
)
from desktop_app.wording.labels import label_of_enrolment_status, label_of_session_status
from desktop_app.wording.phrases import say_list

Values = Mapping[str, Any]


def _session_unknown(values: Values) -> str:
    return _("Cette session n’existe plus. Revenez à la liste des sessions.")


def _session_not_found(values: Values) -> str:
    return _("Aucune session « {text} » {day}.").format(
        text=values["text"], day=say_day_without_year(values["day"])
    )


def _session_ambiguous(values: Values) -> str:
    return _("Plusieurs sessions « {text} » ce jour-là : donnez un numéro ({numbers}).").format(
        text=values["text"], numbers=say_list([str(number) for number in values["numbers"]])
    )


def _session_closed(values: Values) -> str:
    return _("Le pointage de cette session n’est plus possible (état : {status}).").format(
        status=label_of_session_status(values["status"]).lower()
    )


def _session_over(values: Values) -> str:
    return _("Cette session a fini à {hour}.").format(hour=say_time(values["ended_at"]))


def _check_in_not_open(values: Values) -> str:
    return _("Cette demi-journée est à venir : {day} à {hour}.").format(
        day=say_day_without_year(values["starts_at"].date()), hour=say_time(values["starts_at"])
    )


def _session_other_day(values: Values) -> str:
    return _("Cette session a lieu un autre jour : {day}.").format(
        day=say_day_without_year(values["day"])
    )


def _already_here(values: Values) -> str:
    return _("Cette personne est là depuis {hour} : annulez d’abord son pointage.").format(
        hour=say_instant_time(values["at"])
    )


def _enrolment_not_expected(values: Values) -> str:
    return _("Ce n’est pas possible pour cette inscription (état : {status}).").format(
        status=label_of_enrolment_status(values["status"]).lower()
    )


def _check_in_undo_too_late(values: Values) -> str:
    return _(
        "Le dernier pointage de ce poste date de {hour} : "
        "il ne s’annule que pendant {minutes} minutes."
    ).format(hour=say_instant_time(values["at"]), minutes=values["minutes"])


def _presence_incomplete(values: Values) -> str:
    return n_(
        "Présence sur {n} demi-journée seulement, il en faut {awaited}.",
        "Présence sur {n} demi-journées seulement, il en faut {awaited}.",
        values["followed"],
    ).format(n=values["followed"], awaited=values["awaited"])


def _badge_too_small(values: Values) -> str:
    return _("Trop petit pour être lu : {n} mm au moins.").format(n=say_number(values["least"]))


def _badge_sheet_too_wide(values: Values) -> str:
    if values["over"] <= 0:
        return _("Marge et écart ne peuvent pas être négatifs.")
    return _("La feuille est trop étroite de {n} mm.").format(n=say_number(values["over"], 1))


def _badge_sheet_too_high(values: Values) -> str:
    if values["over"] <= 0:
        return _("Marge et écart ne peuvent pas être négatifs.")
    return _("La feuille est trop courte de {n} mm.").format(n=say_number(values["over"], 1))


def _badge_start_unknown(values: Values) -> str:
    return _("Étiquettes de 1 à {most} sur cette feuille.").format(most=values["most"])


SENTENCES: dict[str, Callable[[Values], str]] = {
    "session_unknown": _session_unknown,
    "millimetres_unreadable": lambda v: _("Écrivez des millimètres, par exemple 2,5."),
    "badge_none": lambda v: _("Personne à badger : la liste est vide, ou tout est imprimé."),
    "badge_sheet_empty": lambda v: _("Il faut au moins une colonne et une ligne de badges."),
    "badge_too_small": _badge_too_small,
    "badge_sheet_too_wide": _badge_sheet_too_wide,
    "badge_sheet_too_high": _badge_sheet_too_high,
    "badge_start_unknown": _badge_start_unknown,
    "session_not_held": lambda v: _("Terminez d’abord le pointage de cette session."),
    "no_presence": lambda v: _("Pas de présence enregistrée."),
    "presence_incomplete": _presence_incomplete,
    "session_not_found": _session_not_found,
    "session_ambiguous": _session_ambiguous,
    "session_closed": _session_closed,
    "session_over": _session_over,
    "session_other_day": _session_other_day,
    "check_in_not_open": _check_in_not_open,
    "enrolment_unknown": lambda v: _("Cette inscription n’existe plus."),
    "enrolment_not_expected": _enrolment_not_expected,
    "person_unknown": lambda v: _("Cette personne n’est plus connue. Écrivez son nom."),
    "person_name_missing": lambda v: _("Écrivez au moins un nom ou un prénom."),
    "already_here": _already_here,
    "already_enrolled": lambda v: _("Cette personne est déjà sur la liste de cette session."),
    "already_checked_in": lambda v: _("Cette personne est déjà pointée."),
    "no_check_in_to_undo": lambda v: _("Aucun pointage de ce poste à annuler."),
    "check_in_undo_too_late": _check_in_undo_too_late,
}
