"""Days, weeks, hours and numbers as they are said. Every floor above the domain enters.

French follows the typographic rules of the venue (4.3 and 4.4 of its description): small letters,
“1er”, “14 h 30” with no-break spaces. A date has a grammar, not a translation, so both languages
are written here and no catalogue is asked; nor is the system's locale.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from desktop_app.domain.civil_time import DAY, Week
from desktop_app.domain.clock import wall_time
from desktop_app.wording import language
from desktop_app.wording.phrases import NARROW, NBSP

if TYPE_CHECKING:
    from decimal import Decimal

_WEEKDAYS = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_SHORT_WEEKDAYS = {
    "fr": ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_MONTHS = {
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_NEXT_DAY = {"fr": "lendemain", "en": "next day"}


def _speech() -> str:
    return "fr" if language() == "fr" else "en"


def say_weekday(weekday: int) -> str:
    """“lundi” for 0."""
    return _WEEKDAYS[_speech()][weekday]


def say_month(month: int) -> str:
    """“janvier” for 1."""
    return _MONTHS[_speech()][month - 1]


def _number(day: date) -> str:
    return "1er" if day.day == 1 and _speech() == "fr" else str(day.day)


def _day_and_month(day: date) -> str:
    return f"{_number(day)}{NBSP}{say_month(day.month)}"


def say_day(day: date) -> str:
    """“jeudi 26 novembre 2026”; the number and its month stay on one line."""
    return f"{say_weekday(day.weekday())} {_day_and_month(day)} {day.year}"


def say_day_without_year(day: date) -> str:
    """“jeudi 26 novembre”."""
    return f"{say_weekday(day.weekday())} {_day_and_month(day)}"


def say_day_in_month(day: date) -> str:
    """“jeudi 5”, “mardi 1er”: under a month's name."""
    return f"{say_weekday(day.weekday())}{NBSP}{_number(day)}"


def say_month_and_year(day: date) -> str:
    """“novembre 2026”."""
    return f"{say_month(day.month)} {day.year}"


def say_day_without_weekday(day: date) -> str:
    """“26 novembre 2026”, “1er décembre 2026”."""
    return f"{_day_and_month(day)} {day.year}"


def say_day_short(day: date) -> str:
    """“jeu. 26/11”, for tables."""
    return f"{_SHORT_WEEKDAYS[_speech()][day.weekday()]}{NBSP}{day.day:02d}/{day.month:02d}"


def say_date(day: date) -> str:
    """“26/11/2026”, the same in both languages of the desk."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def say_period(first: date, last: date) -> str:
    """“du 24 décembre 2026 au 3 janvier 2027”; one day alone is “le 7 mai 2027”."""
    french = _speech() == "fr"
    if first == last:
        return f"{'le' if french else 'on'} {say_day_without_weekday(first)}"
    if first.year == last.year:
        start = _number(first) if first.month == last.month else _day_and_month(first)
    else:
        start = say_day_without_weekday(first)
    end = say_day_without_weekday(last)
    return f"du {start} au {end}" if french else f"from {start} to {end}"


def say_time(moment: datetime | time) -> str:
    """“14 h 30”, “14 h” with no-break spaces; in English “14:30”, “14:00”."""
    if _speech() == "en":
        return f"{moment.hour:02d}:{moment.minute:02d}"
    if moment.minute == 0:
        return f"{moment.hour}{NBSP}h"
    return f"{moment.hour}{NBSP}h{NBSP}{moment.minute:02d}"


def say_hours(start: datetime | time, end: datetime | time) -> str:
    """“14 h – 17 h”; past midnight “22 h – 1 h (lendemain)”; days later, the date of the end."""
    said = f"{say_time(start)} – {say_time(end)}"
    if isinstance(start, datetime) and isinstance(end, datetime):
        nights = (end.date() - start.date()) // DAY
        if nights > 1:
            return f"{said} ({say_date(end.date())})"
        return f"{said} ({_NEXT_DAY[_speech()]})" if nights == 1 else said
    return f"{said} ({_NEXT_DAY[_speech()]})" if _clock(end) <= _clock(start) else said


def _clock(moment: datetime | time) -> time:
    return moment.time() if isinstance(moment, datetime) else moment


def say_instant_time(instant: datetime) -> str:
    """The hour on the venue's wall of an aware instant: “9 h 58”."""
    return say_time(wall_time(instant))


def say_moment(wall: datetime) -> str:
    """A wall time with its day: “20/11/2026 à 14 h 30”."""
    word = "à" if _speech() == "fr" else "at"
    return f"{say_date(wall.date())} {word} {say_time(wall)}"


def say_week(week: Week) -> str:
    """“Semaine 48 – du lundi 23 au dimanche 29 novembre 2026”, month and year only once."""
    first, last = week.monday, week.sunday
    start = f"{say_weekday(0)} {_number(first)}"
    if first.year != last.year:
        start = say_day(first)
    elif first.month != last.month:
        start = say_day_without_year(first)
    if _speech() == "fr":
        return f"Semaine{NBSP}{week.number} – du {start} au {say_day(last)}"
    return f"Week{NBSP}{week.number} – {start} to {say_day(last)}"


def say_week_short(week: Week) -> str:
    """“S48”."""
    return f"{'S' if _speech() == 'fr' else 'W'}{week.number}"


def say_duration(minutes: int) -> str:
    """“2 h 30”, “45 min”, “3 h”."""
    hours, rest = divmod(minutes, 60)
    if hours == 0:
        return f"{rest}{NBSP}min"
    return f"{hours}{NBSP}h" + (f"{NBSP}{rest:02d}" if rest else "")


def say_number(number: int | float | Decimal, decimals: int = 0) -> str:
    """“2 414”, “16,5”: figures grouped by a narrow no-break space, decimal comma, halves up."""
    from decimal import ROUND_HALF_UP, Decimal  # not at the start of the desk

    exact = Decimal(str(number)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    said = f"{abs(exact):,}"
    if _speech() == "fr":
        said = said.replace(",", NARROW).replace(".", ",")
    return f"−{said}" if exact < 0 else said


def say_rate(share: float | Decimal) -> str:
    """A share of one as a percentage with one decimal: 0.16 → “16,0 %” (English “16.0%”)."""
    from decimal import Decimal

    percentage = say_number(Decimal(str(share)) * 100, 1)
    return f"{percentage}{NBSP}%" if _speech() == "fr" else f"{percentage}%"
