"""Public holidays of metropolitan France: eleven a year, Alsace-Moselle's two apart.

For `opening`. Eight have their date, three follow Easter, which `dateutil` gives. The `holidays`
library gives the same days, and a test says so; but it takes a tenth of a second to wake, and the
plan of the day cannot be painted before the day's holiday is known.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from dateutil.easter import easter

from desktop_app.domain.civil_time import DAY

_FIXED = {
    (1, 1): "Jour de l’An",
    (5, 1): "Fête du Travail",
    (5, 8): "Fête de la Victoire",
    (7, 14): "Fête nationale",
    (8, 15): "Assomption",
    (11, 1): "Toussaint",
    (11, 11): "Armistice",
    (12, 25): "Noël",
}
"""(month, day) → name. Source: article L3133-1 of the labour code."""

_DAYS_AFTER_EASTER = {1: "Lundi de Pâques", 39: "Ascension", 50: "Lundi de Pentecôte"}


@cache
def _year(year: int) -> dict[date, str]:
    named = [(date(year, month, day), name) for (month, day), name in _FIXED.items()]
    sunday = easter(year)
    named += [(sunday + DAY * after, name) for after, name in _DAYS_AFTER_EASTER.items()]
    holidays: dict[date, str] = {}
    for day, name in sorted(named):
        holidays[day] = f"{holidays[day]} et {name}" if day in holidays else name
    return holidays


def public_holiday(day: date) -> str | None:
    """The French name of the day’s holiday; two on one day are joined by “et” (1 May 2008)."""
    return _year(day.year).get(day)
