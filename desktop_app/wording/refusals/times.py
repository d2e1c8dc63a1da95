"""Sentences of the refusals about dates, hours, weeks, counts, rules and the venue's opening."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from desktop_app.wording import _
from desktop_app.wording.dates import (
    say_day,
    say_day_without_weekday,
    say_month,
    say_number,
    say_time,
    say_weekday,
)
from desktop_app.wording.phrases import NBSP, quote
from desktop_app.wording.reasons import say_reason

Values = Mapping[str, Any]


def _typed(sentence: str, values: Values) -> str:
    """The sentence with what was typed put in, in quotation marks."""
    return sentence.format(typed=quote(values["text"]))


def _time_ambiguous(values: Values) -> str:
    hour, digit = values["hour"], values["digit"]
    if digit > 5:
        return _("L’heure est incomplète : écrivez {hour} h 0{digit}.").format(
            hour=hour, digit=digit
        )
    return _(
        "{hour} h {digit} se lit de deux façons : écrivez {hour} h 0{digit} ou {hour} h {digit}0."
    ).format(hour=hour, digit=digit)


def _end_before_start(values: Values) -> str:
    return _("L’heure de fin ({end}) doit être après l’heure de début ({start}).").format(
        start=say_time(values["start"]), end=say_time(values["end"])
    )


def _hours_in_wrong_order(values: Values) -> str:
    return _end_before_start({"start": values["starts_at"], "end": values["ends_at"]})


def _day_impossible(values: Values) -> str:
    day, month, year = values["day"], values["month"], values["year"]
    if month is None:
        return _("Aucun mois n’a de jour numéro {day}.").format(day=day)
    named = f"{day}{NBSP}{say_month(month)}"
    if day == 29 and month == 2:
        return _("Le {day} n’existe pas en {year}.").format(day=named, year=year)
    return _("Le {day} n’existe pas.").format(day=named)


def _weekday_mismatch(values: Values) -> str:
    day: date = values["day"]
    return _("Le {day} est un {weekday}, pas un {typed}.").format(
        day=say_day_without_weekday(day),
        weekday=say_weekday(day.weekday()),
        typed=say_weekday(values["weekday"]),
    )


def _week_impossible(values: Values) -> str:
    number, year = values["number"], values["year"]
    if number == 53:
        return _("L’année {year} n’a pas de semaine 53 : elle s’arrête à la semaine 52.").format(
            year=year
        )
    return _(
        "Il n’y a pas de semaine {number}. Les semaines vont de 1 à 52, ou 53 certaines années."
    ).format(number=number)


def _rule_unreadable(values: Values) -> str:
    return _(
        "Je ne comprends pas {part} dans cette règle. Écrivez par exemple « chaque mardi », "
        "« 1er et 3e jeudi du mois » ou « semaines paires »."
    ).format(part=quote(values.get("part") or values["text"]))


def _rule_weekday_mismatch(values: Values) -> str:
    return _("La règle parle du {rule}, mais le jour indiqué est le {weekday}.").format(
        rule=say_weekday(values["rule_weekday"]), weekday=say_weekday(values["weekday"])
    )


def _rule_ends_before_start(values: Values) -> str:
    return _("La série finirait le {until}, avant de commencer le {since}.").format(
        until=say_day(values["until"]), since=say_day(values["since"])
    )


def _venue_closed(values: Values) -> str:
    if values.get("reason"):
        reason = say_reason(str(values["reason"])).rstrip(".")
        return _("Fermé : {reason}.").format(reason=reason)
    return _("Le lieu n’ouvre pas le {day}.").format(day=say_day(values["day"]))


def _opens_later(values: Values) -> str:
    return _("Le lieu ouvre à {hour}.").format(hour=say_time(values["opens"]))


def _closes_earlier(values: Values) -> str:
    return _("Le lieu ferme à {hour}.").format(hour=say_time(values["closes"]))


SENTENCES: dict[str, Callable[[Values], str]] = {
    "time_missing": lambda v: _("Indiquez une heure, par exemple 14 h 30."),
    "time_unreadable": lambda v: _typed(
        _("{typed} n’est pas une heure. Écrivez par exemple 14 h 30 ou 1430."), v
    ),
    "time_impossible": lambda v: _typed(
        _("{typed} n’existe pas : les heures vont de 0 h à 23 h 59."), v
    ),
    "time_ambiguous": _time_ambiguous,
    "hours_missing": lambda v: _(
        "Indiquez une heure de début et une heure de fin, par exemple 14 h – 17 h."
    ),
    "hours_end_missing": lambda v: _("Il manque l’heure de fin : écrivez par exemple 14 h – 17 h."),
    "hours_unreadable": lambda v: _typed(
        _("{typed} n’est pas un horaire. Écrivez par exemple 14 h – 17 h."), v
    ),
    "hours_in_wrong_order": _hours_in_wrong_order,
    "end_before_start": _end_before_start,
    "duration_missing": lambda v: _("Indiquez une durée, par exemple 2 h 30."),
    "duration_unreadable": lambda v: _typed(
        _("{typed} n’est pas une durée. Écrivez par exemple 2 h 30 ou 90 min."), v
    ),
    "duration_impossible": lambda v: _typed(
        _("{typed} n’est pas une durée possible. Écrivez par exemple 2 h 30 ou 90 min."), v
    ),
    "day_missing": lambda v: _("Indiquez un jour, par exemple 26/11/2026 ou mardi prochain."),
    "day_unreadable": lambda v: _typed(
        _("{typed} n’est pas une date. Écrivez par exemple 26/11/2026 ou mardi prochain."), v
    ),
    "day_impossible": _day_impossible,
    "day_past": lambda v: _("Cette date est passée."),
    "month_impossible": lambda v: _("Il n’y a pas de mois {month} : ils vont de 1 à 12.").format(
        month=v["month"]
    ),
    "year_impossible": lambda v: _(
        "L’année {year} n’est pas possible. Écrivez l’année sur quatre chiffres."
    ).format(year=v["year"]),
    "weekday_mismatch": _weekday_mismatch,
    "weekday_unreadable": lambda v: _typed(
        _("{typed} n’est pas un jour de la semaine. Écrivez par exemple mardi."), v
    ),
    "week_missing": lambda v: _("Indiquez une semaine, par exemple S48."),
    "week_unreadable": lambda v: _typed(
        _("{typed} n’est pas une semaine. Écrivez par exemple S48 ou 48/2026."), v
    ),
    "week_impossible": _week_impossible,
    "count_missing": lambda v: _("Indiquez un nombre, par exemple 20."),
    "count_unreadable": lambda v: _typed(
        _("{typed} n’est pas un nombre. Écrivez par exemple 20."), v
    ),
    "count_negative": lambda v: _typed(
        _("{typed} est négatif. Écrivez un nombre à partir de zéro."), v
    ),
    "count_not_whole": lambda v: _typed(
        _("{typed} n’est pas un nombre entier. Écrivez par exemple 20."), v
    ),
    "count_too_large": lambda v: _("Ce nombre est trop grand : {most} au plus.").format(
        most=say_number(v["most"])
    ),
    "rule_missing": lambda v: _("Indiquez une règle, par exemple « chaque mardi »."),
    "rule_unreadable": _rule_unreadable,
    "rule_weekday_missing": lambda v: _("Quel jour ? Ajoutez-le, par exemple « chaque mardi »."),
    "rule_weekday_mismatch": _rule_weekday_mismatch,
    "rule_needs_start": lambda v: _(
        "Cette règle a besoin d’une date de début : ajoutez « depuis le 11/09/2026 »."
    ),
    "rule_ends_before_start": _rule_ends_before_start,
    "venue_closed": _venue_closed,
    "opens_later": _opens_later,
    "closes_earlier": _closes_earlier,
}
