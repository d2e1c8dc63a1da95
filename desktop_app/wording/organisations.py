"""The file of an organisation in words: its state, what is wrong with it, and what to do about it.

Codes and values are those of `domain.standing.matters`.
"""

from __future__ import annotations

from datetime import date

from desktop_app.domain.availability import Objection
from desktop_app.domain.record import JournalLine
from desktop_app.wording import _
from desktop_app.wording.dates import say_date, say_day_without_weekday, say_instant_time


def say_state(matter: Objection | None) -> str:
    """The state in a word or two, for a list: “Assurance expirée”; None is a file in order."""
    if matter is None:
        return _("À jour")
    words = {
        "organisation_suspended": _("Suspendue"),
        "insurance_expired": _("Assurance expirée"),
        "agreement_expired": _("Convention finie"),
        "file_incomplete": _("Dossier incomplet"),
        "insurance_soon": _("À renouveler"),
        "organisation_archived": _("Archivée"),
    }
    return words[matter.code]


def say_matter(matter: Objection) -> str:
    """The fact, with its date: “Assurance expirée le 31 octobre 2026”."""
    values = matter.values
    match matter.code:
        case "organisation_suspended":
            words = _("Prêt de salle suspendu jusqu’au {day}")
            return words.format(day=say_day_without_weekday(values["until"]))
        case "insurance_expired":
            words = _("Assurance expirée le {day}")
        case "insurance_soon":
            words = _("L’assurance finit le {day}")
        case "agreement_expired":
            words = _("Convention finie le {day}")
        case "file_incomplete":
            return _("Dossier incomplet : assurance ou convention manquante")
        case _code:
            return _("Dossier archivé")
    return words.format(day=say_day_without_weekday(values["day"]))


def say_advice(matter: Objection) -> str:
    """What the desk does about it."""
    advice = {
        "organisation_suspended": _(
            "Aucune réservation avant cette date ; la responsable du lieu peut en décider "
            "autrement."
        ),
        "insurance_expired": _(
            "Demandez la nouvelle attestation, puis saisissez sa date de fin ci-dessous. "
            "D’ici là, seule une option est possible."
        ),
        "agreement_expired": _(
            "Faites signer la nouvelle convention, puis saisissez sa date de fin ci-dessous. "
            "D’ici là, seule une option est possible."
        ),
        "file_incomplete": _(
            "Seule une option est possible. Saisissez les deux dates dès que les pièces sont là."
        ),
        "insurance_soon": _(
            "Demandez dès maintenant la nouvelle attestation, puis saisissez sa date de fin."
        ),
        "organisation_archived": _(
            "Plus aucune réservation n’est possible ; l’historique reste consultable."
        ),
    }
    return advice[matter.code]


def say_until(day: date | None) -> str:
    """A date of a list, or a dash where none was supplied."""
    return "—" if day is None else say_date(day)


def say_who_changed(line: JournalLine | None) -> str:
    """“Modifiée par acl à 16 h 08, au poste accueil.”"""
    if line is None:
        return _("Modifiée sur un autre poste.")
    return _("Modifiée par {login} à {time}, au poste « {desk} ».").format(
        login=line.login, time=say_instant_time(line.at), desk=line.desk
    )
