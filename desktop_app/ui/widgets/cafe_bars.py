"""A café day as the bars of a chart: by hour for the home screen, by half-hour for the café's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, time

from desktop_app.domain.civil_time import Span
from desktop_app.domain.presence import CafeDay, half_hour_of
from desktop_app.ui.widgets.hour_chart import Bar
from desktop_app.wording import _, language
from desktop_app.wording.cafe import say_half_hour, say_passages
from desktop_app.wording.dates import say_hours, say_number
from desktop_app.wording.phrases import NARROW

_ORDINARY = range(18, 36)
"""9 h to 18 h: what a day without opening shows, so that it can be corrected all the same."""


def bars_by_hour(day: CafeDay, hours: Sequence[Span], now: datetime | None) -> list[Bar]:
    """One bar for each hour of the opening, and for any other in which somebody came."""
    return [
        Bar(
            label=hour_word(hour),
            value=day.tally.in_hour(hour),
            usual=day.usual_in_hour(hour),
            is_now=now is not None and now.date() == day.tally.day and now.hour == hour,
            words=_words(
                say_hours(time(hour), time((hour + 1) % 24)),
                day.tally.in_hour(hour),
                day.usual_in_hour(hour) if day.usual else None,
            ),
        )
        for hour in hours_to_show(day, hours)
    ]


def bars_by_half_hour(day: CafeDay, hours: Sequence[Span], now: datetime | None) -> list[Bar]:
    """One bar for each half-hour of the opening, and for any other in which somebody came."""
    present = half_hour_of(now) if now is not None and now.date() == day.tally.day else None
    return [
        Bar(
            label=hour_word(half_hour // 2) if half_hour % 2 == 0 else "",
            value=day.tally.at(half_hour),
            usual=day.usual_at(half_hour),
            is_now=half_hour == present,
            words=_words(
                say_half_hour(half_hour),
                day.tally.at(half_hour),
                day.usual_at(half_hour) if day.usual else None,
            ),
        )
        for half_hour in half_hours_to_show(day, hours)
    ]


def hours_to_show(day: CafeDay, hours: Sequence[Span]) -> tuple[int, ...]:
    """Whole hours, without a hole, from the first to the last that matters."""
    return _range(sorted({*_open_hours(hours), *day.hours_with_any()}))


def half_hours_to_show(day: CafeDay, hours: Sequence[Span]) -> tuple[int, ...]:
    """Half-hours of the opening, extended to those in which somebody came."""
    found = {half_hour for span in hours for half_hour in _half_hours(span)}
    found |= {count.half_hour for count in day.tally.counts}
    return _range(sorted(found or _ORDINARY))


def _range(found: list[int]) -> tuple[int, ...]:
    return tuple(range(found[0], found[-1] + 1)) if found else ()


def _open_hours(hours: Sequence[Span]) -> Iterable[int]:
    return {half_hour // 2 for span in hours for half_hour in _half_hours(span)}


def _half_hours(span: Span) -> Iterable[int]:
    first = half_hour_of(span.start)
    last = half_hour_of(span.end) if span.end.date() == span.start.date() else 48
    if span.end.minute % 30:
        last += 1
    return range(first, min(last, 48))


def _words(hours: str, value: int, usual: float | None) -> str:
    """“10 h – 11 h : 12 passages, d’habitude 9,5”."""
    if usual is None:
        return _("{hours} : {passages}").format(hours=hours, passages=say_passages(value))
    return _("{hours} : {passages}, d’habitude {usual}").format(
        hours=hours, passages=say_passages(value), usual=say_number(usual, 1)
    )


def hour_word(hour: int) -> str:
    """“9 h”, narrow, to stand under a bar."""
    return f"{hour}{NARROW}h" if language() == "fr" else f"{hour:02d}:00"
