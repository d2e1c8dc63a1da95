"""The words of the calendar, French and English, in the plain form of `typed_text`.

For the readers of days, weeks and rules.
"""

from __future__ import annotations

_WEEKDAYS = (
    ("lundi", "lun", "monday", "mon"),
    ("mardi", "mar", "tuesday", "tue"),
    ("mercredi", "mer", "wednesday", "wed"),
    ("jeudi", "jeu", "thursday", "thu"),
    ("vendredi", "ven", "friday", "fri"),
    ("samedi", "sam", "saturday", "sat"),
    ("dimanche", "dim", "sunday", "sun"),
)
WEEKDAYS = {word: number for number, words in enumerate(_WEEKDAYS) for word in words}
"""Plain word → weekday, Monday 0."""

_MONTHS = (
    ("janvier", "janv", "jan", "january"),
    ("fevrier", "fevr", "fev", "february", "feb"),
    ("mars", "march"),
    ("avril", "avr", "april", "apr"),
    ("mai", "may"),
    ("juin", "june", "jun"),
    ("juillet", "juil", "july", "jul"),
    ("aout", "august", "aug"),
    ("septembre", "sept", "sep", "september"),
    ("octobre", "oct", "october"),
    ("novembre", "nov", "november"),
    ("decembre", "dec", "december"),
)
MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words}
"""Plain word → month, January 1."""

WEEKDAY_WORD = "(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?"
MONTH_WORD = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
DATE_WORDS = (
    rf"(?:{WEEKDAY_WORD} )?(?:\d{{4}}-\d{{1,2}}-\d{{1,2}}|\d{{1,2}}(?:/|\.|-)\d{{1,2}}"
    rf"(?:(?:/|\.|-)\d{{2,5}})?|\d{{1,2}}(?:er)? {MONTH_WORD}(?: \d{{4,5}}\b)?)"
)
"""A dated day inside a plain sentence, for `recurrence_words`."""
