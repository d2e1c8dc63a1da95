"""Hours, durations and counts as people type them at a desk. Everyone may enter.

Lenient in form, strict in meaning: `14h30`, `14 h 30`, `14:30`, `14.30` and `1430` are one hour,
`25h` and `14h75` are refused, and so is `9h5`, which may be 9 h 05 or 9 h 50. Every function
raises a `Refusal` on the field it is told.
"""

from __future__ import annotations

import re
from datetime import time

from desktop_app.domain.civil_time import passes_midnight
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.typed_text import plain

_MARKED = r"(?:\d{1,2} ?(?:heures?|h) ?(?:\d{1,2} ?(?:minutes|min|mn)?)?|\d{1,2}[:.,]\d{1,2})"
_NAMED = r"(?:midi|minuit|noon|midnight)"
_CLEAR = rf"(?:{_MARKED}|{_NAMED}|\d{{3,4}})"
_HOUR = rf"(?:{_CLEAR}|\d{{1,2}})"

_TIME = re.compile(
    r"(?P<hour>\d{1,2}) ?(?:heures?|h|[:.,]) ?(?:(?P<minute>\d{1,2}) ?(?:minutes|min|mn)?)?"
    r"|(?P<digits>\d{1,4})"
)
_DAY_MINUTES = 24 * 60
_NAMED_TIMES = {"midi": time(12), "noon": time(12), "minuit": time(0), "midnight": time(0)}

_NEXT_DAY = re.compile(r" ?\(?(?:le )?(?:lendemain|next day)\)?$")
_OPENING_WORD = re.compile(r"^(?:de|entre|from|between) ")
_LINKED = re.compile(
    rf"(?P<start>{_HOUR}) ?(?:[->/]| (?:a|et|jusqu'a|to|until|and) ) ?(?P<end>{_HOUR})"
)
_SIDE_BY_SIDE = re.compile(rf"(?P<start>{_CLEAR}) (?P<end>{_CLEAR})")

_LENGTH = r"\d[\d.,:hminuteres ]*"
_LASTING = re.compile(
    rf"(?P<start>{_HOUR}) ?(?:\+| (?:pendant|durant|pour|for) ) ?(?P<length>{_LENGTH})"
    rf"|(?P<start_2>{_CLEAR}) ?,? (?P<length_2>{_LENGTH}) de duree"
    rf"|(?P<length_3>{_LENGTH}) (?:a partir de|a compter de|starting|starting at|from)"
    rf" (?P<start_3>{_HOUR})"
)
"""A start and how long, said so that neither can be taken for an end."""

LINKED_HOURS = rf"(?:de |entre |from )?{_CLEAR} ?(?:[->]| (?:a|et|to) ) ?{_HOUR}"
"""The part of a plain sentence that gives hours, for `recurrence_words`."""


def parse_time(text: str, *, field: str | None = None) -> time:
    """An hour of the day. Refusals: time_missing, time_unreadable, time_ambiguous, time_impossible.

    Two digits are an hour (`14`), three or four an hour and its minutes (`930`, `1430`).
    """
    typed = plain(text)
    if not typed:
        raise Refusal("time_missing", field=field)
    if typed in _NAMED_TIMES:
        return _NAMED_TIMES[typed]
    found = _TIME.fullmatch(typed)
    if found is None or (found["minute"] is None and typed[-1] in ":.,"):
        raise Refusal("time_unreadable", field=field, text=text)
    return _time_of(found, text, field)


def _time_of(found: re.Match[str], text: str, field: str | None) -> time:
    if found["digits"] is not None:
        hour, minute = _split_digits(found["digits"])
    else:
        hour, typed = int(found["hour"]), found["minute"] or "0"
        if len(typed) == 1 and typed != "0":
            raise Refusal("time_ambiguous", field=field, hour=hour, digit=int(typed))
        minute = int(typed)
    if hour > 23 or minute > 59:
        raise Refusal("time_impossible", field=field, text=text)
    return time(hour, minute)


def _split_digits(digits: str) -> tuple[int, int]:
    return (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))


def parse_hours(text: str, *, field: str | None = None) -> tuple[time, time]:
    """A start and an end: `18h30-20h30`, `18h30 → 20.30`, `de 14h à 17h`, `14h 17h`.

    Or a start and how long, with a word or a sign that says so: `21h + 2h`, `21 h pendant 2 h`,
    `21h 2h de durée`, `2h à partir de 21h`. It may last into the small hours as an evening may.

    Two hours with only a space between need their `h`, and never pass midnight: “18h30 2h” is
    no duration and no night. With a sign or a word between, an evening may end in the small hours
    (22 h – 1 h, “(lendemain)” said or not), as in `civil_time.passes_midnight`.
    Refusals: hours_missing, hours_end_missing, hours_unreadable, end_before_start, an hour's and a
    duration's.
    """
    typed = plain(text)
    if not typed:
        raise Refusal("hours_missing", field=field)
    bare = _OPENING_WORD.sub("", _NEXT_DAY.sub("", typed))
    lasting = _LASTING.fullmatch(bare)
    if lasting is not None:
        return _lasting(lasting, field)
    linked = _LINKED.fullmatch(bare)
    found = linked or _SIDE_BY_SIDE.fullmatch(bare)
    if found is None:
        alone = re.fullmatch(rf"{_HOUR} ?[->]?", bare)
        raise Refusal("hours_end_missing" if alone else "hours_unreadable", field=field, text=text)
    start, end = _bound(found["start"], field), _bound(found["end"], field, last=True)
    tomorrow = linked is not None and passes_midnight(start, end)
    if end <= start and not tomorrow:
        raise Refusal("end_before_start", field=field, start=start, end=end)
    if end > start and _NEXT_DAY.search(typed):
        raise Refusal("hours_unreadable", field=field, text=text)
    return start, end


def _lasting(found: re.Match[str], field: str | None) -> tuple[time, time]:
    typed = {name.partition("_")[0]: part for name, part in found.groupdict().items() if part}
    start = parse_time(typed["start"].strip(), field=field)
    minutes = parse_duration(typed["length"].strip(), field=field)
    ends = start.hour * 60 + start.minute + minutes
    end = time(ends // 60 % 24, ends % 60)
    if ends >= _DAY_MINUTES and (minutes >= _DAY_MINUTES or not passes_midnight(start, end)):
        raise Refusal("end_before_start", field=field, start=start, end=end)
    return start, end


def _bound(typed: str, field: str | None, *, last: bool = False) -> time:
    """One bound of a range; only the end may be written 24 h."""
    if last and re.fullmatch(r"24 ?h|24[:.]00|2400|24", typed):
        return time(0)
    return parse_time(typed.strip(), field=field)


_DURATION = re.compile(
    r"(?:(?P<hours>\d{1,3}) ?(?:heures?|h|:) ?(?:(?P<minutes>\d{1,2}) ?(?:minutes?|min|mn)?)?"
    r"|(?P<only>\d{1,4}) ?(?:minutes?|min|mn)"
    r"|(?P<decimal>\d{1,3}[.,]\d{1,2}) ?(?:heures?|h))"
)
_NAMED_DURATIONS = {
    "une heure": 60,
    "une heure et demie": 90,
    "deux heures": 120,
    "une demi-heure": 30,
    "demi-heure": 30,
    "un quart d'heure": 15,
}


def parse_duration(text: str, *, field: str | None = None) -> int:
    """Minutes in `2 h 30`, `2h`, `90 min`, `2:30`, `1,5 h`; what follows in brackets is a comment.

    A number without a unit is refused: “2” may be hours, “90” minutes.
    Refusals: duration_missing, duration_unreadable, duration_impossible (0, or 75 minutes past).
    """
    typed = re.sub(r" ?\([^()]*\)$", "", plain(text))
    if not typed:
        raise Refusal("duration_missing", field=field)
    if typed in _NAMED_DURATIONS:
        return _NAMED_DURATIONS[typed]
    found = _DURATION.fullmatch(typed)
    if found is None or typed.endswith(":"):
        raise Refusal("duration_unreadable", field=field, text=text)
    minutes = _minutes_of(found)
    if minutes is None or minutes == 0:
        raise Refusal("duration_impossible", field=field, text=text)
    return minutes


def _minutes_of(found: re.Match[str]) -> int | None:
    """None when the minutes beside the hours reach sixty, or a decimal is no whole minute."""
    if found["only"] is not None:
        return int(found["only"])
    if found["decimal"] is not None:
        whole, _, part = found["decimal"].replace(",", ".").partition(".")
        hundredths = int(whole) * 100 + int(part.ljust(2, "0"))
        return hundredths * 60 // 100 if hundredths * 60 % 100 == 0 else None
    minutes = int(found["minutes"] or 0)
    return None if minutes > 59 else int(found["hours"]) * 60 + minutes


_COUNT = re.compile(r"(?P<number>[+-]?(?:\d{1,3}(?: \d{3})+|\d+)(?:[.,]\d+)?) ?(?P<unit>[a-z.]*)")
_UNITS = frozenset({"", "personne", "personnes", "pers", "pers.", "p", "p.", "people", "places"})
LARGEST_COUNT = 99_999
"""Beyond, it is a slip of the finger: no venue of this kind holds as many."""


def parse_count(text: str, *, field: str | None = None) -> int:
    """A whole number, `20` or `20 personnes`, zero included; figures may be grouped by spaces.

    Refusals: count_missing, count_negative, count_not_whole, count_unreadable, count_too_large.
    """
    typed = plain(text)
    if not typed:
        raise Refusal("count_missing", field=field)
    found = _COUNT.fullmatch(typed)
    if found is None or found["unit"] not in _UNITS:
        raise Refusal("count_unreadable", field=field, text=text)
    number = found["number"].replace(" ", "")
    if number.startswith("-"):
        raise Refusal("count_negative", field=field, text=text)
    if "," in number or "." in number:
        raise Refusal("count_not_whole", field=field, text=text)
    if len(number) > 9 or int(number) > LARGEST_COUNT:
        raise Refusal("count_too_large", field=field, text=text, most=LARGEST_COUNT)
    return int(number)
