"""What both languages see in a rule before they say it: runs of days and of months."""

from __future__ import annotations

from collections.abc import Sequence


def follow_each_other(weekdays: Sequence[int]) -> bool:
    """Three weekdays or more in a row: said as “from … to …”."""
    return len(weekdays) > 2 and weekdays[-1] - weekdays[0] == len(weekdays) - 1


def month_range(months: Sequence[int]) -> tuple[int, int] | None:
    """First and last of three months or more that follow each other, over the new year too."""
    firsts = [month for month in months if (month - 2) % 12 + 1 not in months]
    lasts = [month for month in months if month % 12 + 1 not in months]
    return (firsts[0], lasts[0]) if len(months) > 2 and len(firsts) == 1 else None
