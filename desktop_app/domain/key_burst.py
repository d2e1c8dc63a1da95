"""Telling a badge reader from a typist, key by key, and losing no key of either.

A reader types a whole code in a blink; people do not. Keys are withheld only while they may still
be the beginning of a code; as soon as they cannot be, they are given back in order. The window's
event filter feeds this machine (`press`, and `silence` when `deadline` has passed) and obeys the
outcomes. It knows neither toolkit nor focus. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from desktop_app.domain import burst_reading
from desktop_app.domain.badges import LENGTH, Reading, Verdict
from desktop_app.domain.key_strokes import KeyKind, Stroke
from desktop_app.domain.keyboard_layouts import NO_CODES, UsKeys

__all__ = ["BurstTiming", "GiveBack", "KeyBurst", "KeyKind", "Outcome", "Scan", "Stroke", "Suffix"]


@dataclass(frozen=True, slots=True)
class BurstTiming:
    """When keys count as a burst. Milliseconds; settings of the desk (Bluetooth readers are slow).

    lone_key_ms: how long a single key waits for company while somebody is typing.
    typing_ms: how long after a typed key somebody still counts as typing.
    """

    fewest_keys: int = 8
    median_ms: float = 35.0
    longest_ms: float = 120.0
    silence_ms: float = 150.0
    lone_key_ms: float = 60.0
    typing_ms: float = 400.0


class GiveBack(NamedTuple):
    """Somebody typed: hand these keys, in order, to the widget they were meant for."""

    strokes: tuple[Stroke, ...]


class Scan(NamedTuple):
    """A reader delivered something: these keys are nobody's.

    texts: every decoding of the burst, best first, for looking foreign codes up.
    """

    reading: Reading
    texts: tuple[str, ...]
    strokes: tuple[Stroke, ...]


class Suffix(NamedTuple):
    """A second Enter or Tab of the reader after its code: it must not press a button."""

    strokes: tuple[Stroke, ...]


Outcome = GiveBack | Scan | Suffix


class KeyBurst:
    """The state machine. One per application, for all windows."""

    def __init__(self, us_keys: UsKeys = NO_CODES, timing: BurstTiming | None = None) -> None:
        self._us_keys = us_keys
        self._timing = timing or BurstTiming()
        self._held: list[Stroke] = []
        self._typed: Stroke | None = None
        self._scan_ended: float | None = None
        self._somebody_types = False

    @property
    def deadline(self) -> float | None:
        """The moment at which `silence` must be called; None when nothing is withheld."""
        if not self._held:
            return None
        last = self._held[-1].moment
        if len(self._held) == 1 and self._somebody_types:
            return last + self._timing.lone_key_ms
        if len(self._held) < self._timing.fewest_keys:
            return last + self._timing.longest_ms
        return last + self._timing.silence_ms

    def press(self, stroke: Stroke) -> tuple[Outcome, ...]:
        """A key went down. What must happen now, in order; empty while the key is withheld."""
        if stroke.kind is KeyKind.MODIFIER and not stroke.repeat:
            return (GiveBack((stroke,)),)
        if stroke.repeat or stroke.kind is KeyKind.OTHER:
            return self._interrupt(stroke)
        if stroke.kind is KeyKind.TEXT:
            return self._press_text(stroke)
        return self._press_end(stroke)

    def silence(self, moment: float) -> tuple[Outcome, ...]:
        """Nothing came until `moment`. Judges what is withheld once the deadline has passed."""
        deadline = self.deadline
        if deadline is None or moment < deadline:
            return ()
        return self._judge_held(moment)

    def flush(self) -> tuple[Outcome, ...]:
        """Give everything back, unread: the window is going away."""
        return self._give_back_held()

    def _press_text(self, stroke: Stroke) -> tuple[Outcome, ...]:
        before: tuple[Outcome, ...] = ()
        if self._held and not self._follows(self._held[-1], stroke, self._timing.longest_ms):
            before = self._judge_held(stroke.moment)
        if not self._held:
            self._somebody_types = self._typed is not None and self._follows(
                self._typed, stroke, self._timing.typing_ms
            )
        self._held.append(stroke)
        return before + self._give_back_held() if self._cannot_be_a_scan() else before

    def _press_end(self, stroke: Stroke) -> tuple[Outcome, ...]:
        before: tuple[Outcome, ...] = ()
        if self._held and not self._follows(self._held[-1], stroke, self._timing.silence_ms):
            before = self._judge_held(stroke.moment)
        if self._held:
            return before + self._judge_held(stroke.moment, end=stroke)
        ended = self._scan_ended
        if ended is not None and 0 <= stroke.moment - ended < self._timing.silence_ms:
            return (*before, Suffix((stroke,)))
        return (*before, GiveBack((stroke,)))

    def _interrupt(self, stroke: Stroke) -> tuple[Outcome, ...]:
        held, self._held = (*self._held, stroke), []
        self._typed = None
        return (GiveBack(held),)

    def _give_back_held(self) -> tuple[Outcome, ...]:
        if not self._held:
            return ()
        held, self._held = tuple(self._held), []
        self._typed = held[-1]
        return (GiveBack(held),)

    def _follows(self, earlier: Stroke, later: Stroke, within_ms: float) -> bool:
        # A clock that steps back breaks the burst: nothing can be said about such a gap.
        return 0 <= later.moment - earlier.moment < within_ms

    def _cannot_be_a_scan(self) -> bool:
        """Gaps already too slow for what was typed so far: stop withholding early.

        Letters of ours get more patience than others, since a Bluetooth reader may stumble; while
        somebody is typing there is hardly any.
        """
        gaps = _gaps(self._held)
        slow = sum(gap >= self._timing.median_ms for gap in gaps)
        fast = len(gaps) - slow
        if slow == 0:
            return False
        if self._somebody_types:
            return slow >= fast
        if burst_reading.may_be_ours(self._held, self._us_keys):
            return (slow >= 3 and fast == 0) or slow > LENGTH // 2
        return slow >= fast + 2

    def _judge_held(self, moment: float, end: Stroke | None = None) -> tuple[Outcome, ...]:
        """Decide on everything withheld; `end` is the Enter or Tab that closed it."""
        held, self._held = tuple(self._held), []
        lead = self._lead(held)
        outcomes = self._judge(held, lead)
        ending = () if end is None else (end,)
        last = outcomes[-1]
        if isinstance(last, Scan):
            self._scan_ended, self._typed = moment, None
            outcomes[-1] = last._replace(strokes=last.strokes + ending)
        else:
            outcomes[-1] = GiveBack(last.strokes + ending)
            self._typed = None if end is not None else held[-1]
        return tuple(outcomes)

    def _lead(self, held: Sequence[Stroke]) -> tuple[Stroke, ...]:
        """The key just given back, if it turns out to have been a badge's first letter."""
        typed = self._typed
        if typed is None or not self._follows(typed, held[0], self._timing.longest_ms):
            return ()
        return (typed,)

    def _judge(self, held: tuple[Stroke, ...], lead: tuple[Stroke, ...]) -> list[Outcome]:
        code = burst_reading.trailing_code(lead + held, self._us_keys)
        if code is not None and self._is_burst((lead + held)[-LENGTH:]):
            split = max(len(held) - LENGTH, 0)
            split -= burst_reading.prefix_length(held[:split], self._us_keys)
            reading = Reading(Verdict.GOOD, code, code)
            return [*self._judge_rest(held[:split]), self._scan(reading, held[split:])]
        start = self._start_of_burst(held)
        burst = held[start:]
        verdict = self._verdict(burst)
        if verdict is None:
            return [GiveBack(held)]
        reading = Reading(verdict, None, burst_reading.decodings(burst, self._us_keys)[-1])
        rest: list[Outcome] = [GiveBack(held[:start])] if start else []
        return [*rest, self._scan(reading, burst)]

    def _judge_rest(self, strokes: tuple[Stroke, ...]) -> list[Outcome]:
        return self._judge(strokes, ()) if strokes else []

    def _scan(self, reading: Reading, strokes: tuple[Stroke, ...]) -> Scan:
        return Scan(reading, burst_reading.decodings(strokes, self._us_keys), strokes)

    def _verdict(self, burst: Sequence[Stroke]) -> Verdict | None:
        if not self._is_burst(burst):
            return None
        if burst_reading.is_fragment(burst, self._us_keys):
            return Verdict.INCOMPLETE
        return Verdict.FOREIGN if burst_reading.is_foreign(burst, self._us_keys) else None

    def _start_of_burst(self, strokes: Sequence[Stroke]) -> int:
        """Leave out keys at the start that came at a typist's pace."""
        for place, gap in enumerate(_gaps(strokes)):
            if gap < self._timing.median_ms:
                return place
        return 0

    def _is_burst(self, strokes: Sequence[Stroke]) -> bool:
        if len(strokes) < self._timing.fewest_keys:
            return False
        gaps = _gaps(strokes)
        return median(gaps) < self._timing.median_ms and max(gaps) < self._timing.longest_ms


def _gaps(strokes: Sequence[Stroke]) -> list[float]:
    return [later.moment - earlier.moment for earlier, later in pairwise(strokes)]
