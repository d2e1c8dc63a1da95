"""Public holidays of metropolitan France (eleven a year, Alsace-Moselle's two apart).

For `opening`. The days come from the `holidays` library; the names are its own, in French
typography. The library is read when a year is first asked for, not when the program starts.
"""

from __future__ import annotations

from datetime import date
from functools import cache

_TYPOGRAPHY = {"Jour de l'an": "Jour de l’An"}


@cache
def _year(year: int) -> dict[date, str]:
    from holidays import country_holidays

    found = country_holidays("FR", years=year, language="fr")
    return {
        day: " et ".join(_TYPOGRAPHY.get(name, name) for name in sorted(found.get_list(day)))
        for day in found
    }


def public_holiday(day: date) -> str | None:
    """The French name of the day’s holiday; two on one day are joined by “et” (1 May 2008)."""
    return _year(day.year).get(day)
