"""Sentences of the refusals about bookings: the place, loans, options, series, undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from desktop_app.domain.search_text import fold
from desktop_app.wording import _, n_
from desktop_app.wording.dates import (
    say_date,
    say_day_without_weekday,
    say_hours,
    say_time,
)
from desktop_app.wording.labels import label_of_kind, label_of_status

Values = Mapping[str, Any]

_MASCULINE = frozenset(
    {
        *("atelier", "bureau", "cabinet", "cafe", "centre", "coin", "couloir", "espace", "foyer"),
        *("gymnase", "hall", "jardin", "labo", "laboratoire", "le", "local", "parvis", "plateau"),
        *("salon", "studio", "theatre"),
    }
)
"""First words of rooms that French takes for masculine; any other is “la salle …”, feminine."""


def _is_masculine(room: str) -> bool:
    words = fold(room).split()
    return bool(words) and words[0] in _MASCULINE


def _who(values: Values) -> str:
    """“permanence”, “option, Élan du Canal”: what holds the place; the discreet have no name."""
    state = values.get("status")
    kind = label_of_kind(values["kind"]).lower()
    what = label_of_status(state).lower() if state in ("option", "pending") else kind
    holder = values.get("holder")
    return _("{what}, {holder}").format(what=what, holder=holder) if holder else what


def _taken_just_now(_values: Values) -> str:
    return _(
        "Cette salle vient d’être prise par quelqu’un d’autre. Choisissez une autre salle ou une "
        "autre heure."
    )


def _room_taken(values: Values) -> str:
    if "room" not in values:
        # The database's own guard knows no names, and whoever met it could not tell them.
        return _taken_just_now(values)
    room, start, end = values["room"], values["starts_at"], values["ends_at"]
    facts = {"room": room, "start": say_time(start), "end": say_time(end), "who": _who(values)}
    if _is_masculine(room):
        said = _("{room} est réservé de {start} à {end} ({who}).").format(**facts)
    else:
        said = _("{room} est réservée de {start} à {end} ({who}).").format(**facts)
    return _with_day(values, said) + _way_out(values)


def _way_out(values: Values) -> str:
    """A second sentence: how long one may stay before the room is taken."""
    until: datetime | None = values.get("free_until")
    if until is None:
        return ""
    return " " + _("Durée possible : jusqu’à {until}.").format(until=say_time(until))


def _with_day(values: Values, said: str) -> str:
    """A date of a series is named before what is said of it."""
    day = values.get("day")
    return said if day is None else _("{day} : {said}").format(day=say_date(day), said=said)


def _room_just_taken(values: Values) -> str:
    room = values["room"]
    hours = say_hours(values["starts_at"], values["ends_at"])
    if _is_masculine(room):
        return _("{room} vient d’être pris ({who}, {hours}).").format(
            room=room, who=_who(values), hours=hours
        )
    return _("{room} vient d’être prise ({who}, {hours}).").format(
        room=room, who=_who(values), hours=hours
    )


def _room_unavailable(values: Values) -> str:
    facts = {
        "room": values["room"],
        "start": _moment(values["starts_at"], values["ends_at"]),
        "end": _moment(values["ends_at"], values["starts_at"]),
    }
    if values.get("reason"):
        return _("{room} : indisponible de {start} à {end} ({reason}).").format(
            reason=str(values["reason"]).rstrip("."), **facts
        )
    return _("{room} : indisponible de {start} à {end}.").format(**facts)


def _moment(moment: datetime, other: datetime) -> str:
    """The hour; with its day when the two are not on the same one."""
    if moment.date() == other.date():
        return say_time(moment)
    return _("{time} le {day}").format(time=say_time(moment), day=say_date(moment.date()))


def _over_headcount(values: Values) -> str:
    return n_(
        "Trop de monde pour {room} : {n} personne au plus.",
        "Trop de monde pour {room} : {n} personnes au plus.",
        values["maximum"],
    ).format(room=values["room"], n=values["maximum"])


def _over_seats(values: Values) -> str:
    seats = values["seats"]
    if not seats:
        return _("{room} ne se dispose pas ainsi d’habitude : prévoyez l’installation.").format(
            room=values["room"]
        )
    return n_(
        "{room} n’a que {n} place assise dans cette disposition.",
        "{room} n’a que {n} places assises dans cette disposition.",
        seats,
    ).format(room=values["room"], n=seats)


def _turnaround_short(values: Values) -> str:
    return _("Peu de temps pour remettre la salle en état entre deux groupes.")


def _suspended(values: Values) -> str:
    return _("{organisation} : prêt de salle suspendu jusqu’au {day}.").format(
        organisation=values["organisation"], day=say_day_without_weekday(values["until"])
    )


def _insurance_expired(values: Values) -> str:
    return _(
        "{organisation} : assurance valable jusqu’au {day} seulement. Une option est possible ; "
        "confirmez quand la nouvelle attestation est arrivée."
    ).format(organisation=values["organisation"], day=say_day_without_weekday(values["day"]))


def _agreement_expired(values: Values) -> str:
    return _(
        "{organisation} : convention valable jusqu’au {day} seulement. Une option est possible ; "
        "confirmez quand la nouvelle convention est signée."
    ).format(organisation=values["organisation"], day=say_day_without_weekday(values["day"]))


def _too_soon(values: Values) -> str:
    return n_(
        "Il faut réserver au moins {n} jour à l’avance. Le responsable du lieu peut l’accorder.",
        "Il faut réserver au moins {n} jours à l’avance. Le responsable du lieu peut l’accorder.",
        values["days"],
    ).format(n=values["days"])


def _too_far(values: Values) -> str:
    return n_(
        "On ne réserve pas plus de {n} mois à l’avance. Le responsable du lieu peut l’accorder.",
        "On ne réserve pas plus de {n} mois à l’avance. Le responsable du lieu peut l’accorder.",
        values["months"],
    ).format(n=values["months"])


def _booking_is_over(values: Values) -> str:
    return _("Cette réservation ne peut plus être modifiée (état : {status}).").format(
        status=label_of_status(values["status"]).lower()
    )


def _text_too_long(values: Values) -> str:
    return n_(
        "Ce texte est trop long : {n} caractère au plus.",
        "Ce texte est trop long : {n} caractères au plus.",
        values["longest"],
    ).format(n=values["longest"])


def _series_too_long(values: Values) -> str:
    return n_(
        "Cette série aurait plus de {n} date : donnez une fin plus proche.",
        "Cette série aurait plus de {n} dates : donnez une fin plus proche.",
        values["maximum"],
    ).format(n=values["maximum"])


def _option_too_late(values: Values) -> str:
    return n_(
        "Une option doit être prise plus de {n} heure avant : confirmez, ou choisissez une date "
        "plus lointaine.",
        "Une option doit être prise plus de {n} heures avant : confirmez, ou choisissez une date "
        "plus lointaine.",
        values["hours"],
    ).format(n=values["hours"])


SENTENCES: dict[str, Callable[[Values], str]] = {
    "room_taken": _room_taken,
    "room_just_taken": _room_just_taken,
    "room_busy_just_now": _taken_just_now,
    "room_unavailable": _room_unavailable,
    "no_room_that_size": lambda v: _("Aucune salle de cette taille (maximum {n}).").format(
        n=v["maximum"]
    ),
    "no_room_at_all": lambda v: _("Aucune salle n’est encore enregistrée."),
    "over_headcount": _over_headcount,
    "over_seats": _over_seats,
    "turnaround_short": _turnaround_short,
    "organisation_archived": lambda v: _(
        "{organisation} : dossier archivé. Aucune réservation n’est possible."
    ).format(organisation=v["organisation"]),
    "organisation_suspended": _suspended,
    "file_incomplete": lambda v: _(
        "{organisation} : dossier incomplet (assurance ou convention manquante). Seule une option "
        "est possible."
    ).format(organisation=v["organisation"]),
    "insurance_expired": _insurance_expired,
    "agreement_expired": _agreement_expired,
    "too_soon_to_book": _too_soon,
    "too_far_to_book": _too_far,
    "option_too_late": _option_too_late,
    "status_impossible": lambda v: _(
        "Une réservation commence confirmée, en option ou en attente."
    ),
    "room_missing": lambda v: _("Choisissez une salle."),
    "series_day_fixed": lambda v: _(
        "Pour plusieurs dates à la fois, changez la salle ou l’horaire, pas le jour."
    ),
    "title_missing": lambda v: _("Donnez un titre, ou choisissez une association."),
    "text_too_long": _text_too_long,
    "reason_missing": lambda v: _("Indiquez le motif de l’annulation."),
    "booking_unknown": lambda v: _("Cette réservation n’existe plus."),
    "booking_is_over": _booking_is_over,
    "stale_edit": lambda v: _(
        "Quelqu’un d’autre vient de modifier cette fiche. Comparez avant d’enregistrer."
    ),
    "nothing_to_undo": lambda v: _("Il n’y a rien à annuler."),
    "nothing_to_redo": lambda v: _("Il n’y a rien à rétablir."),
    "series_without_dates": lambda v: _("Cette règle ne donne aucune date sur la période."),
    "series_too_long": _series_too_long,
    "series_nothing_free": lambda v: _(
        "Aucune des dates retenues n’est libre. Changez la salle ou l’horaire."
    ),
    "series_unknown": lambda v: _("Cette série n’existe plus."),
    "not_a_series": lambda v: _("Cette réservation ne fait pas partie d’une série."),
}
