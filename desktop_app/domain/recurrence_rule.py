"""The rule of a series, as a value and as it is stored. `recurrence` gives its dates.

The stored form names things as RFC 5545 does (`freq`, `by_day: ["1TU", "-1FR"]`) and leaves out
what is not said, so that a word added later changes no stored rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple


class Frequency(StrEnum):
    """The unit of a rule's step."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"


class IsoWeeks(StrEnum):
    """Only weeks with such a number. After week 53, odd, comes week 1, odd too."""

    EVEN = "even"
    ODD = "odd"


class ByDay(NamedTuple):
    """A weekday (Monday 0), or the nth of its month: 1…5, -1 for the last, -2 the one before."""

    weekday: int
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """On which civil days a series happens. ValueError for a rule that makes no sense.

    frequency, every: a step of `every` days, weeks, months or years.
    by_day: weekdays of a weekly rule; nth weekdays of a monthly or yearly one.
    by_month_day: 1…31, or -1 for the last day, of a monthly or yearly rule (strict: no 31st in a
    month of 30 days). by_month: only in these months; a yearly rule needs them.
    iso_weeks: only the even, or the odd, weeks of a weekly rule. Not the same as every two weeks.
    since: first possible day; steps longer than one, and count, are counted from it.
    until: last possible day. count: how many dates the steps give, exceptions not deducted.
    except_public_holidays, except_school_zone: days the rule itself leaves out.
    removed: days taken out by hand, each with its reason. added: days put in by hand, whatever
    the exceptions; a day in both is out.
    """

    frequency: Frequency
    every: int = 1
    by_day: tuple[ByDay, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_month: tuple[int, ...] = ()
    iso_weeks: IsoWeeks | None = None
    since: date | None = None
    until: date | None = None
    count: int | None = None
    except_public_holidays: bool = False
    except_school_zone: str | None = None
    removed: tuple[tuple[date, str], ...] = ()
    added: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        for name, tidy in {
            "by_day": tuple(sorted(set(self.by_day), key=lambda day: (_place(day.nth), day))),
            "by_month_day": tuple(sorted(set(self.by_month_day), key=_place)),
            "by_month": tuple(sorted(set(self.by_month))),
            "removed": tuple(sorted(dict(self.removed).items())),
            "added": tuple(sorted(set(self.added))),
        }.items():
            object.__setattr__(self, name, tidy)
        faults = [fault for fault in (*_step_faults(self), *_day_faults(self)) if fault]
        if faults:
            raise ValueError(faults[0])

    @property
    def weekdays(self) -> frozenset[int]:
        """The weekdays the rule names; empty when it goes by dates."""
        return frozenset(day.weekday for day in self.by_day)

    def to_dict(self) -> dict[str, Any]:
        """The stored form: plain JSON values, only what is said."""
        skipped = ["public_holidays"] if self.except_public_holidays else []
        if self.except_school_zone is not None:
            skipped.append(_SCHOOL + self.except_school_zone)
        form = {
            "freq": self.frequency.value,
            "interval": self.every if self.every > 1 else None,
            "by_day": [_written(day) for day in self.by_day],
            "by_month_day": list(self.by_month_day),
            "by_month": list(self.by_month),
            "iso_weeks": self.iso_weeks.value if self.iso_weeks else None,
            "since": self.since.isoformat() if self.since else None,
            "until": self.until.isoformat() if self.until else None,
            "count": self.count,
            "except": skipped,
            "removed": {day.isoformat(): reason for day, reason in self.removed},
            "added": [day.isoformat() for day in self.added],
        }
        return {name: value for name, value in form.items() if value not in (None, [], {})}

    @classmethod
    def from_dict(cls, form: Mapping[str, Any]) -> Rule:
        """The rule of a stored form. ValueError for one this program cannot read in full."""
        unknown = set(form) - _NAMES
        if not isinstance(form.get("interval", 1), int) or not isinstance(
            form.get("count", 1), int
        ):
            raise ValueError(f"a step and a count are whole numbers: {dict(form)}")
        if unknown or "freq" not in form:
            raise ValueError(f"not a rule this program knows: {sorted(unknown) or dict(form)}")
        skipped: list[str] = list(form.get("except", ()))
        zones = [name.removeprefix(_SCHOOL) for name in skipped if name.startswith(_SCHOOL)]
        if len(zones) > 1 or set(skipped) - {"public_holidays", *(_SCHOOL + z for z in zones)}:
            raise ValueError(f"exceptions this program does not know: {skipped}")
        return cls(
            Frequency(form["freq"]),
            every=form.get("interval", 1),
            by_day=tuple(_read(token) for token in form.get("by_day", ())),
            by_month_day=tuple(form.get("by_month_day", ())),
            by_month=tuple(form.get("by_month", ())),
            iso_weeks=IsoWeeks(form["iso_weeks"]) if "iso_weeks" in form else None,
            since=_day(form.get("since")),
            until=_day(form.get("until")),
            count=form.get("count"),
            except_public_holidays="public_holidays" in skipped,
            except_school_zone=zones[0] if zones else None,
            removed=tuple(
                (date.fromisoformat(day), reason) for day, reason in form.get("removed", {}).items()
            ),
            added=tuple(date.fromisoformat(day) for day in form.get("added", ())),
        )


_NAMES = frozenset(
    {
        *("freq", "interval", "by_day", "by_month_day", "by_month", "iso_weeks", "since", "until"),
        *("count", "except", "removed", "added"),
    }
)
_SCHOOL = "school_holidays:"
_TOKENS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def _place(nth: int | None) -> int:
    """Order of a count within a month: from the start first, then from the end (-2, -1)."""
    return 0 if nth is None else nth % 100


def _written(day: ByDay) -> str:
    return f"{'' if day.nth is None else day.nth}{_TOKENS[day.weekday]}"


def _read(token: str) -> ByDay:
    nth, name = token[:-2], token[-2:]
    if name not in _TOKENS:
        raise ValueError(f"no weekday {token}")
    return ByDay(_TOKENS.index(name), int(nth) if nth else None)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _step_faults(rule: Rule) -> Iterable[str]:
    if rule.every < 1:
        yield "a step is at least one"
    if rule.count is not None and rule.count < 1:
        yield "a count is at least one"
    if rule.since is None and (rule.every > 1 or rule.count is not None):
        yield "a longer step and a count need a first day to be counted from"
    if rule.since is not None and rule.until is not None and rule.until < rule.since:
        yield "the rule ends before it starts"
    if rule.iso_weeks and (rule.frequency is not Frequency.WEEKLY or rule.every > 1):
        yield "even and odd weeks go with a plain weekly rule"


def _day_faults(rule: Rule) -> Iterable[str]:
    if not all(0 <= day.weekday <= 6 and _is_nth(day.nth) for day in rule.by_day):
        yield f"no such days: {rule.by_day}"
    if not all(1 <= day <= 31 or day == -1 for day in rule.by_month_day):
        yield f"no such days of a month: {rule.by_month_day}"
    if not all(1 <= month <= 12 for month in rule.by_month):
        yield f"no such months: {rule.by_month}"
    counted = all(day.nth is not None for day in rule.by_day)
    if rule.frequency is Frequency.DAILY and (rule.by_day or rule.by_month_day):
        yield "a daily rule names no days"
    elif rule.frequency is Frequency.WEEKLY:
        if not rule.by_day or rule.by_month_day or any(day.nth for day in rule.by_day):
            yield "a weekly rule names weekdays"
    elif rule.frequency in (Frequency.MONTHLY, Frequency.YEARLY):
        if bool(rule.by_day) == bool(rule.by_month_day) or not counted:
            yield "a monthly or yearly rule names either dates or nth weekdays"
        if rule.frequency is Frequency.YEARLY and not rule.by_month:
            yield "a yearly rule names its months"


def _is_nth(nth: int | None) -> bool:
    return nth is None or nth in (1, 2, 3, 4, 5, -1, -2)
