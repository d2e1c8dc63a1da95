"""The three lines a verdict shows at the door: who or what, what happened, what to do next."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from desktop_app.domain.clock import wall_time
from desktop_app.domain.verdicts import Code, SessionAt, Verdict
from desktop_app.wording import _
from desktop_app.wording.check_in import (
    label_of_check_in,
    say_already,
    say_full,
    say_other_session,
    say_too_early,
    say_too_late,
)
from desktop_app.wording.dates import say_day_without_year, say_instant_time, say_time


class Said(NamedTuple):
    """headline is read at two metres: a name, or the result itself when there is none."""

    headline: str
    line: str
    next_step: str

    @property
    def sentence(self) -> str:
        """All of it for a screen reader."""
        return ". ".join(part.rstrip(".") for part in self if part)


def say_verdict(verdict: Verdict, name: str) -> Said:
    """name: the person's, masked if it must be; empty when nobody is known."""
    line = _line(verdict)
    if name:
        return Said(name, line, _next_step(verdict))
    return Said(line, "", _next_step(verdict))


def _line(verdict: Verdict) -> str:
    session = verdict.session
    match verdict.code:
        case Code.OK if session is not None:
            return _("Bienvenue — {room}, {hour}").format(
                room=session.room, hour=say_time(_hour(verdict, session))
            )
        case Code.ALREADY if verdict.first is not None:
            return say_already(wall_time(verdict.first.at))
        case Code.OTHER_SESSION if session is not None:
            return _other_session(session, wall_time(verdict.moment).date())
        case Code.TOO_EARLY if verdict.opens_at is not None:
            return _too_early(verdict.opens_at, wall_time(verdict.moment).date())
        case Code.TOO_LATE if verdict.ended_at is not None:
            return say_too_late(verdict.ended_at)
        case Code.FULL if verdict.maximum is not None:
            return say_full(verdict.maximum)
        case _:
            return label_of_check_in(verdict.code)


def _hour(verdict: Verdict, session: SessionAt) -> datetime:
    return verdict.half_day.starts_at if verdict.half_day is not None else session.starts_at


def _other_session(session: SessionAt, today: date) -> str:
    day = session.starts_at.date()
    if day == today:
        return say_other_session(session.title, session.room, session.starts_at)
    return _("Inscription à une autre session : {title}, {day}, {hour}").format(
        title=session.title, day=say_day_without_year(day), hour=say_time(session.starts_at)
    )


def _too_early(opens_at: datetime, today: date) -> str:
    if opens_at.date() == today:
        return say_too_early(opens_at)
    return _("Trop tôt : cette session a lieu {day}, à partir de {hour}").format(
        day=say_day_without_year(opens_at.date()), hour=say_time(opens_at)
    )


def _next_step(verdict: Verdict) -> str:
    session = verdict.session
    match verdict.code:
        case Code.OK:
            return _facts(verdict)
        case Code.ALREADY:
            return _("Rien à faire : la présence est notée.")
        case Code.OTHER_SESSION if session is not None:
            return _("À accueillir dans {room} à l’heure de cette session.").format(
                room=session.room
            )
        case Code.NOT_ENROLLED if session is not None:
            return _("F7 : ajouter sans inscription à « {title} ».").format(title=session.title)
        case Code.TOO_LATE if verdict.ended_at is None:
            return _("Le pointage est terminé : il peut être rouvert.")
        case Code.REVOKED if verdict.badge_replaced:
            return _("Cette personne a un badge plus récent. Sinon, cherchez son nom.")
        case _:
            return _next_steps().get(verdict.code, "")


def _next_steps() -> dict[str, str]:
    return {
        Code.NOT_ENROLLED: _("Aucune session n’est ouverte au pointage en ce moment."),
        Code.WAITLISTED: _(
            "S’il reste une place : choisir la personne dans la liste, « Admettre »."
        ),
        Code.TOO_EARLY: _("Le pointage peut être ouvert plus tôt par l’accueil."),
        Code.TOO_LATE: _("Pour corriger la liste : rouvrir le pointage."),
        Code.CANCELLED: _("Vérifiez avec la personne ; F7 l’ajoute sans inscription."),
        Code.REVOKED: _("Cherchez la personne par son nom, ou refaites son badge."),
        Code.UNKNOWN: _("Cherchez la personne par son nom. F7 l’ajoute sans inscription."),
        Code.UNREADABLE: _("Présentez le badge bien à plat, sans le bouger."),
        Code.FULL: _("Seule la personne responsable du lieu peut aller au-delà."),
        Code.AMBIGUOUS: _("Choisissez dans la liste : le numéro d’inscription les distingue."),
    }


def _facts(verdict: Verdict) -> str:
    """“Les Petits Toits · inscription n° 12”."""
    number = ""
    if verdict.number is not None:
        number = _("inscription n° {number}").format(number=verdict.number)
    organisation = verdict.person.organisation_label if verdict.person is not None else ""
    return " · ".join(part for part in (organisation, number) if part)


def say_trouble_at_the_door(at: datetime) -> str:
    """The scan could not be written; at: UTC instant."""
    return _("Non enregistré à {hour}").format(hour=say_instant_time(at))
