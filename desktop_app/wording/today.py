"""What the home screen and a booking's card say: alerts, warnings at an arrival, groups by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_date, say_day_without_weekday, say_hours
from desktop_app.wording.phrases import say_list
from desktop_app.wording.reasons import say_reason

if TYPE_CHECKING:
    from desktop_app.domain.availability import Objection
    from desktop_app.domain.civil_time import Span
    from desktop_app.domain.opening import ClosedDay
    from desktop_app.domain.organisations import OrganisationAlert
    from desktop_app.domain.presence import Headcount

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


_SHORT_ALERTS: dict[str, Callable[[], str]] = {
    "insurance_expired": lambda: _("assurance expirée {day}"),
    "insurance_soon": lambda: _("assurance jusqu’au {day}"),
    "agreement_expired": lambda: _("convention finie {day}"),
}


def say_alert_short(alert: OrganisationAlert) -> str:
    """The fact without the name: “assurance expirée 31/10/2026”."""
    return _SHORT_ALERTS[alert.code]().format(day=say_date(alert.day))


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


def say_headcount_short(headcount: Headcount) -> str:
    """The same in one short line: “estimation : 24 en salle, 2 en formation, 3 au café”."""
    return _("estimation : {rooms} en salle, {trainees} en formation, {cafe} au café").format(
        rooms=headcount.in_rooms, trainees=headcount.trainees, cafe=headcount.in_cafe
    )


def say_opening(hours: Sequence[Span], closed: ClosedDay | None) -> str:
    """“ouvert 9 h 30 – 21 h 30”; “fermé : Noël”."""
    if closed is not None or not hours:
        reason = say_reason(closed.reason) if closed is not None else ""
        return _("fermé : {reason}").format(reason=reason) if reason else _("fermé")
    return _("ouvert {hours}").format(
        hours=say_list([say_hours(span.start, span.end) for span in hours])
    )
