"""Sentences about single lines of an import: refused, doubtful, or worth knowing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.wording import _, n_
from desktop_app.wording.dates import (
    say_date,
    say_day,
    say_day_without_year,
    say_hours,
    say_time,
    say_week,
)
from desktop_app.wording.imports import label_of_fact
from desktop_app.wording.phrases import shorten
from desktop_app.wording.reasons import say_reason

Values = Mapping[str, Any]


def _with_hours(sentence: str, values: Values) -> str:
    starts_at, ends_at = values["starts_at"], values["ends_at"]
    return sentence.format(
        **{
            **values,
            "hours": say_hours(starts_at, ends_at),
            "day": say_day_without_year(starts_at.date()),
        }
    )


def _facts_changed(values: Values) -> str:
    facts = ", ".join(label_of_fact(fact) for fact in values["facts"])
    return _("Modifié : {facts}.").format(facts=facts)


_REFUSED: dict[str, Callable[[Values], str]] = {
    "import_cell_missing": lambda v: _("Cette case est vide : remplissez-la."),
    "import_line_too_long": lambda v: _(
        "La ligne a plus de cases que le titre (« {text} » dépasse) : un séparateur de trop ?"
    ).format(text=shorten(v["text"])),
    "import_line_repeated": lambda v: _("Cette ligne répète la ligne {first}.").format(**v),
    "import_code_repeated": lambda v: _(
        "« {text} » est déjà à la ligne {first} : donnez un autre code."
    ).format(**v),
    "import_code_too_long": lambda v: _(
        "Le code « {text} » est trop long : {longest} caractères au plus."
    ).format(**v),
    "import_yes_or_no": lambda v: _("« {text} » : écrivez oui ou non.").format(**v),
    "import_room_unknown": lambda v: _(
        "Aucune salle ne s’appelle « {text} » : écrivez le code ou le nom de la liste des salles."
    ).format(**v),
    "import_room_within_itself": lambda v: _("Une salle ne peut pas être composée d’elle-même."),
    "import_headcount_zero": lambda v: _("L’effectif maximal doit être d’au moins une personne."),
    "import_key_of_composite": lambda v: _(
        "{room} est un regroupement : ses clés sont celles des salles qui le composent."
    ).format(**v),
    "import_weekday_unknown": lambda v: _("« {text} » n’est pas un jour de la semaine.").format(
        **v
    ),
    "import_days_in_wrong_order": lambda v: _(
        "Le dernier jour ({last}) est avant le premier ({first})."
    ).format(first=say_date(v["first"]), last=say_date(v["last"])),
    "import_role_unknown": lambda v: _(
        "« {text} » n’est pas un rôle connu : accueil, formations, vie associative, responsable."
    ).format(**v),
    "import_organisation_unknown": lambda v: _(
        "Aucune association ne répond à « {text} » : écrivez son code ou son nom exact."
    ).format(**v),
    "import_organisation_archived": lambda v: _(
        "{name} est archivée : aucune réservation n’est possible."
    ).format(**v),
    "import_kind_unknown": lambda v: _(
        "« {text} » n’est pas une nature de réservation connue."
    ).format(**v),
    "import_group_unreadable": lambda v: _(
        "« {text} » n’est pas une taille de groupe : écrivez un nombre."
    ).format(**v),
    "import_when_unreadable": lambda v: _(
        "« {text} » : écrivez un jour puis des heures, par exemple « jeudi 17 h–19 h »."
    ).format(**v),
    "import_series_without_dates": lambda v: _(
        "« {text} » ne donne aucune date entre les deux jours indiqués."
    ).format(**v),
    "import_date_taken": lambda v: _(
        "Le {day}, la salle est déjà prise : la série {series} ne peut pas changer ainsi."
    ).format(day=say_day(v["day"]), series=v["series"]),
    "import_series_unknown": lambda v: _(
        "La permanence {text} n’est dans aucune liste : importez-la d’abord."
    ).format(**v),
    "import_no_such_date": lambda v: _("{series} n’a pas lieu le {day}.").format(
        series=v["series"], day=say_day(v["day"])
    ),
    "import_date_not_held": lambda v: _(
        "La date du {day} de {series} est annulée ou supprimée : elle n’est pas rétablie."
    ).format(series=v["series"], day=say_day(v["day"])),
    "import_date_differs": lambda v: _with_hours(
        _("{series} a lieu ce jour-là en {room}, {hours} : la liste dit autre chose."), v
    ),
    "import_room_taken": lambda v: _with_hours(_("{room} n’est pas libre le {day}, {hours}."), v),
    "import_over_headcount": lambda v: _(
        "C’est plus que l’effectif maximal de {room} ({maximum}, tout le monde compté)."
    ).format(**v),
    "import_day_not_in_week": lambda v: _(
        "« {text} » n’est pas un jour de cette liste ({week})."
    ).format(text=v["text"], week=say_week(v["week"])),
    "import_training_unknown": lambda v: _(
        "La formation « {text} » n’est pas au catalogue."
    ).format(**v),
    "import_session_unknown": lambda v: _(
        "Aucune session de « {title} » n’est prévue « {text} »."
    ).format(**v),
    "import_session_closed": lambda v: _(
        "Le pointage de cette session est terminé : plus personne ne peut y être inscrit."
    ),
    "import_consent_refused": lambda v: _(
        "La personne n’accepte pas que ses coordonnées servent : rien n’est gardé d’elle."
    ),
    "import_name_missing": lambda v: _("Le nom et le prénom sont vides : il en faut un."),
}

_DOUBTFUL: dict[str, Callable[[Values], str]] = {
    "import_needs_doubtful": lambda v: _("Dépend de « {needed} », qui est douteux.").format(**v),
    "import_organisation_kind_unknown": lambda v: _(
        "« {text} » n’est pas une nature connue : serait prise pour une association."
    ).format(**v),
    "import_dates_taken": lambda v: n_(
        "La salle est prise à {n} date (la première : {first}) : cette date serait laissée.",
        "La salle est prise à {n} dates (la première : {first}) : ces dates seraient laissées.",
        v["count"],
    ).format(n=v["count"], first=say_date(v["first"])),
    "import_dates_outside_hours": lambda v: n_(
        "{n} date est hors des horaires d’ouverture ({first}).",
        "{n} dates sont hors des horaires d’ouverture (la première : {first}).",
        v["count"],
    ).format(n=v["count"], first=say_date(v["first"])),
    "import_day_guessed": lambda v: _(
        "« {text} » est pris pour le {day} : le nom du fichier ne dit pas la semaine."
    ).format(text=v["text"], day=say_day(v["day"])),
    "import_venue_closed": lambda v: _("Le lieu est fermé ce jour-là : {reason}.").format(
        reason=say_reason(v["reason"])
    ),
    "import_outside_hours": lambda v: _("Ces heures sont hors des horaires d’ouverture."),
    "import_organiser_unknown": lambda v: _(
        "Personne ne répond à « {text} » : la réservation serait sans organisateur."
    ).format(**v),
    "import_title_unknown": lambda v: _(
        "« {text} » n’est pas au catalogue : la salle serait réservée, sans session."
    ).format(**v),
    "import_moved_since": lambda v: _with_hours(
        _("A été déplacée depuis ({room}, {day}, {hours}) : la liste la remettrait à sa place."), v
    ),
    "import_session_other_hour": lambda v: _(
        "La session de ce jour commence à {time} : l’inscription y serait notée."
    ).format(time=say_time(v["starts_at"])),
    "import_consent_missing": lambda v: _("L’accord de la personne n’est pas indiqué."),
    "import_name_damaged": lambda v: _(
        "« {name} » a perdu une lettre dans le fichier : à corriger à l’accueil."
    ).format(**v),
    "import_email_of_another": lambda v: _(
        "Cette adresse e-mail est celle d’une personne d’un autre nom."
    ),
}

_WORTH_KNOWING: dict[str, Callable[[Values], str]] = {
    "import_facts_changed": _facts_changed,
    "import_near_duplicate": lambda v: _("Nom très proche de {name} ({other}).").format(**v),
    "import_group_too_large": lambda v: _(
        "Un groupe de {group} avec son formateur dépasse l’effectif maximal de {room} ({maximum})."
    ).format(**v),
    "import_dates_dropped": lambda v: n_(
        "{n} date supprimée par une fermeture, gardée pour mémoire.",
        "{n} dates supprimées par une fermeture, gardées pour mémoire.",
        v["count"],
    ).format(n=v["count"]),
    "import_date_of_series": lambda v: _(
        "Complète la date du {day} de {series}, sans réservation en double."
    ).format(series=v["series"], day=say_day_without_year(v["day"])),
    "import_date_moved_since": lambda v: _("A été déplacée depuis : elle reste où elle est."),
    "import_cancelled_since": lambda v: _("A été annulée depuis : elle le reste."),
    "import_organiser_made": lambda v: _("« {name} » sera ajouté aux organisateurs.").format(**v),
    "import_waitlisted": lambda v: _(
        "La salle est pleine ({capacity} places et le formateur) : liste d’attente."
    ).format(**v),
    "import_over_group": lambda v: _("Dépasse la taille de groupe habituelle ({group}).").format(
        **v
    ),
    "import_enrolled_already": lambda v: _("Déjà sur la liste de cette session."),
    "import_namesake": lambda v: n_(
        "{n} autre personne porte ce nom : deux fiches séparées.",
        "{n} autres personnes portent ce nom : des fiches séparées.",
        v["count"],
    ).format(n=v["count"]),
}

SENTENCES: dict[str, Callable[[Values], str]] = _REFUSED | _DOUBTFUL | _WORTH_KNOWING
