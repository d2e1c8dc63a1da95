"""The dates of a series. Everyone may enter.

RFC 5545 meaning on civil dates, weeks starting on Monday: a month without a fifth Tuesday or a
31st is passed over, nothing overflows, no clock change moves a date. Two things the RFC has no
word for are added: even and odd ISO weeks, and leaving out school or public holidays, which are
asked of the venue's calendar each time. Reading a rule's words is next door (`recurrence_words`).
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from desktop_app.domain.opening import WEEKLY, Calendar
from desktop_app.domain.recurrence_days import rhythm
from desktop_app.domain.recurrence_rule import ByDay, Frequency, IsoWeeks, Rule

__all__ = ["ByDay", "Frequency", "IsoWeeks", "Rule", "RuleDate", "expand"]


class RuleDate(NamedTuple):
    """One date of a series. dropped: why the venue is closed all that day, None when it is not.

    A dropped date is kept and shown (*Supprimée (fermeture)*), never lost.
    """

    day: date
    dropped: str | None


def expand(rule: Rule, first: date, last: date, calendar: Calendar) -> tuple[RuleDate, ...]:
    """The dates of the rule between two civil days included, in order.

    Days the rule itself leaves out (school holidays, removed dates) are not among them. A public
    holiday or a closure drops a date; a weekday without opening hours does not: that is for the
    check of each date to say.
    """
    days = {day for day in rhythm(rule, first, last) if not _excepted(rule, day, calendar)}
    days |= {day for day in rule.added if first <= day <= last}
    days -= {day for day, _reason in rule.removed}
    return tuple(RuleDate(day, _dropped(day, calendar)) for day in sorted(days))


def _excepted(rule: Rule, day: date, calendar: Calendar) -> bool:
    if rule.except_public_holidays and calendar.public_holiday(day) is not None:
        return True
    zone = rule.except_school_zone
    return zone is not None and calendar.school_holiday(day, zone) is not None


def _dropped(day: date, calendar: Calendar) -> str | None:
    closed = calendar.closed_day(day)
    return None if closed is None or closed.kind == WEEKLY else closed.reason
