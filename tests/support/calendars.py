"""The reference venue's calendar and permanences, for tests of days and series."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.opening import Calendar, Closure, OpeningPeriod

SEASON = (date(2026, 9, 1), date(2027, 7, 9))
"""First and last day of the season of the permanences."""

ANNUAL_WINTER = Closure(date(2026, 12, 24), date(2027, 1, 3), "fermeture annuelle d’hiver")
BRIDGE = Closure(date(2027, 5, 7), date(2027, 5, 7), "pont de l’Ascension")
ANNUAL_SUMMER = Closure(date(2027, 8, 2), date(2027, 8, 22), "fermeture annuelle d’été")

PERIODS = (
    OpeningPeriod(0, 14 * 60, 18 * 60),
    OpeningPeriod(1, 9 * 60 + 30, 21 * 60 + 30),
    OpeningPeriod(2, 9 * 60 + 30, 18 * 60),
    OpeningPeriod(3, 9 * 60 + 30, 21 * 60 + 30),
    OpeningPeriod(4, 9 * 60 + 30, 18 * 60),
    OpeningPeriod(5, 10 * 60, 17 * 60, nth=1),
)

PERMANENCES = (
    ("P01", 1, "chaque semaine"),
    ("P02", 1, "chaque semaine"),
    ("P03", 2, "chaque semaine"),
    ("P04", 2, "semaines paires (ISO)"),
    ("P05", 2, "chaque semaine sauf vacances zone C"),
    ("P06", 3, "chaque semaine"),
    ("P07", 3, "chaque semaine, affichage discret"),
    ("P08", 3, "1er jeudi du mois"),
    ("P09", 4, "chaque semaine"),
    ("P10", 4, "toutes les deux semaines depuis le 11/09/2026"),
    ("P11", 0, "chaque semaine"),
    ("P12", 4, "dernier vendredi du mois"),
)
"""Code, weekday and rule of the twelve permanences, in the words of the venue's list."""


def venue_calendar() -> Calendar:
    """The opening of the reference venue, its closures included."""
    return Calendar(PERIODS, (ANNUAL_WINTER, BRIDGE, ANNUAL_SUMMER))
