"""Sentences of the refusals about arrivals, departures, non-presentations and keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from desktop_app.domain.clock import wall_time
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_day_without_year, say_time
from desktop_app.wording.labels import label_of_status
from desktop_app.wording.phrases import quote, say_list

Values = Mapping[str, Any]


def _since(instant: datetime, today: date | None) -> str:
    """“9 h 58”, with its day when that was not today."""
    wall = wall_time(instant)
    if today is None or wall.date() == today:
        return say_time(wall)
    return _("{day} à {time}").format(day=say_day_without_year(wall.date()), time=say_time(wall))


def _key_already_out(values: Values) -> str:
    since, holder = values.get("since"), values.get("holder")
    if since is None:
        return _("Cette clé est déjà sortie. Choisissez-en une autre.")
    said = _since(since, values.get("today"))
    if holder is None:
        return _("Cette clé est déjà sortie, depuis {since}.").format(since=said)
    return _("Cette clé est déjà sortie : {holder}, depuis {since}.").format(
        holder=holder, since=said
    )


def _key_of_other_room(values: Values) -> str:
    facts = {"key": values["key"], "opens": values["opens"], "room": values["room"]}
    right = values["right"]
    if not right:
        return _("La clé {key} ouvre {opens}, pas {room}, qui n’a pas de clé.").format(**facts)
    return n_(
        "La clé {key} ouvre {opens}, pas {room}. Prenez la clé {right}.",
        "La clé {key} ouvre {opens}, pas {room}. Prenez l’une des clés {right}.",
        len(right),
    ).format(right=say_list(right), **facts)


def _key_not_out(values: Values) -> str:
    returned = values.get("returned_at")
    if returned is None:
        return _("La clé {key} n’est pas sortie : elle doit être au tableau.").format(
            key=values["key"]
        )
    return _("La clé {key} n’est pas sortie : elle a été rendue à {time}.").format(
        key=values["key"], time=_since(returned, values.get("today"))
    )


def _keys_still_out(values: Values) -> str:
    keys = values["keys"]
    return n_(
        "La clé {keys} est encore sortie. Notez d’abord son retour.",
        "Les clés {keys} sont encore sorties. Notez d’abord leur retour.",
        len(keys),
    ).format(keys=say_list(keys))


def _arrival_other_day(values: Values) -> str:
    day, today = values["day"], values["today"]
    if day > today:
        return _("Cette réservation est pour {day} : vous noterez l’arrivée ce jour-là.").format(
            day=say_day_without_year(day)
        )
    return _("Cette réservation était pour {day}. Notez plutôt une non-présentation.").format(
        day=say_day_without_year(day)
    )


def _arrival_not_confirmed(values: Values) -> str:
    return _(
        "Cette réservation n’est pas confirmée (état : {status}). Confirmez-la, puis notez "
        "l’arrivée."
    ).format(status=label_of_status(values["status"]).lower())


def _no_show_too_early(values: Values) -> str:
    return _("Trop tôt : la non-présentation se note à partir de {time}.").format(
        time=say_time(values["earliest"])
    )


SENTENCES: dict[str, Callable[[Values], str]] = {
    "arrival_other_day": _arrival_other_day,
    "arrival_not_confirmed": _arrival_not_confirmed,
    "not_arrived": lambda v: _(
        "Ce groupe n’est pas noté sur place (état : {status}). Notez d’abord son arrivée."
    ).format(status=label_of_status(v["status"]).lower()),
    "already_arrived": lambda v: _(
        "Ce groupe est venu : son arrivée est notée. Annulez-la d’abord si c’est une erreur."
    ),
    "no_show_too_early": _no_show_too_early,
    "key_missing": lambda v: _("Choisissez la clé."),
    "key_unknown": lambda v: _("La clé {text} n’est pas au tableau. Vérifiez son numéro.").format(
        text=quote(v["text"])
    ),
    "key_holder_missing": lambda v: _("Notez le nom de la personne qui prend la clé."),
    "key_already_out": _key_already_out,
    "key_lost": lambda v: _("La clé {key} est notée perdue. Prenez-en une autre.").format(
        key=v["key"]
    ),
    "key_of_other_room": _key_of_other_room,
    "key_not_out": _key_not_out,
    "key_not_returned": lambda v: _("Le retour de la clé {key} ne peut plus être annulé.").format(
        key=v["key"]
    ),
    "keys_still_out": _keys_still_out,
    "loan_unknown": lambda v: _("Ce prêt de clé n’existe plus."),
    "remark_missing": lambda v: _(
        "Écrivez la remarque, par exemple « 2 chaises manquantes », ou choisissez « OK »."
    ),
}
