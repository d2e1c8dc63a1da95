"""What the home screen and a booking's card say: alerts, warnings at an arrival, groups by name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from desktop_app.domain.availability import Objection
from desktop_app.domain.organisations import OrganisationAlert
from desktop_app.domain.presence import Headcount
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_day_without_weekday

Sentence = Callable[[str, date], str]


def _insurance_expired(name: str, day: date) -> str:
    return _("{organisation} : assurance expirée le {day}").format(
        organisation=name, day=say_day_without_weekday(day)
    )


def _insurance_soon(name: str, day: date) -> str:
    return _("{organisation} : l’assurance finit le {day}").format(
        organisation=name, day=say_day_without_weekday(day)
    )


def _agreement_expired(name: str, day: date) -> str:
    return _("{organisation} : convention finie le {day}").format(
        organisation=name, day=say_day_without_weekday(day)
    )


_ALERTS: dict[str, Sentence] = {
    "insurance_expired": _insurance_expired,
    "insurance_soon": _insurance_soon,
    "agreement_expired": _agreement_expired,
}


def say_alert(alert: OrganisationAlert) -> str:
    """“Croix du Sud Solidarité : assurance expirée le 31 octobre 2026”."""
    return _ALERTS[alert.code](alert.organisation_name, alert.day)


def say_arrival_warning(warning: Objection) -> str:
    """What the desk is told, and nothing more, about the file of a group that has come."""
    values = warning.values
    name = values.get("organisation", "")
    if warning.code in _ALERTS:
        return _ALERTS[warning.code](name, values["day"])
    if warning.code == "organisation_suspended":
        return _("{organisation} : prêt de salle suspendu jusqu’au {day}").format(
            organisation=name, day=say_day_without_weekday(values["until"])
        )
    if warning.code == "organisation_archived":
        return _("{organisation} : dossier archivé").format(organisation=name)
    return _("{organisation} : dossier incomplet").format(organisation=name)


def say_headcount(headcount: Headcount) -> str:
    """Where the estimate comes from, part by part."""
    rooms = n_("{n} personne en salle", "{n} personnes en salle", headcount.in_rooms)
    trainees = n_("{n} en formation", "{n} en formation", headcount.trainees)
    cafe = n_(
        "{n} au café (dernières {minutes} min)",
        "{n} au café (dernières {minutes} min)",
        headcount.in_cafe,
    )
    return " · ".join(
        (
            rooms.format(n=headcount.in_rooms),
            trainees.format(n=headcount.trainees),
            cafe.format(n=headcount.in_cafe, minutes=headcount.cafe_minutes),
        )
    )
