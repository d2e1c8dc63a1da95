"""School holidays by zone: rows of the library, and the form of the rows the venue types itself.

For `opening`. Paris is in zone C. The official calendar is known two or three years ahead only:
after the last known day nothing is said, see `known_until`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from desktop_app.domain.civil_time import DAY

ZONES = ("A", "B", "C")

SEPTEMBER = 9


@dataclass(frozen=True, slots=True, order=True)
class SchoolHoliday:
    """One holiday of one zone; first and last are days off, both included.

    Beware of official ICS files, whose end is the morning of return.
    """

    zone: str
    name: str
    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a holiday ends after it starts: {self.first} … {self.last}")

    @property
    def key(self) -> tuple[str, int, str]:
        """What makes two rows the same holiday: zone, school year, name without “Vacances de”."""
        return (self.zone, school_year(self), _bare(self.name))


def school_year(row: SchoolHoliday) -> int:
    """The year in which the school year of this holiday began, in September."""
    return row.first.year if row.first.month >= SEPTEMBER else row.first.year - 1


def _bare(name: str) -> str:
    words = name.casefold().replace("’", "'").replace("'", " ").split()
    return " ".join(word for word in words if word not in {"vacances", "de", "d", "du", "la", "l"})


@cache
def _library(zone: str) -> tuple[SchoolHoliday, ...]:
    # The library opens its table in the system's encoding and breaks “Noël” on Windows: the table
    # is read here, in the UTF-8 it is written in. Seldom: no start waits for what reads it.
    import csv
    from importlib.resources import files

    table = files("vacances_scolaires_france") / "data" / "data.csv"
    rows: list[SchoolHoliday] = []
    with table.open(encoding="utf-8") as lines:
        for line in csv.DictReader(lines):
            if line[f"vacances_zone_{zone.lower()}"] != "True":
                continue
            day = date.fromisoformat(line["date"])
            name = line["nom_vacances"].replace("'", "’")
            if rows and rows[-1].name == name and rows[-1].last == day - DAY:
                rows[-1] = SchoolHoliday(zone, name, rows[-1].first, day)
            else:
                rows.append(SchoolHoliday(zone, name, day, day))
    return tuple(rows)


def school_holidays_of(zone: str, first_year: int, last_year: int) -> tuple[SchoolHoliday, ...]:
    """The library's holidays of the school years starting in September of these years, in order.

    ValueError for an unknown zone.
    """
    if zone not in ZONES:
        raise ValueError(f"no school zone {zone}")
    return tuple(row for row in _library(zone) if first_year <= school_year(row) <= last_year)


def known_until(zone: str) -> date:
    """The last day off the library knows: after it, school holidays must be typed."""
    return _library(zone)[-1].last
