"""Pairs of measures taken round by round, in random order: the ratio survives a busy machine."""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

Work = Callable[[], object]


class Result(NamedTuple):
    """One bench. ratio: median over the rounds of ours ÷ the limit; target: what it should be.

    Times are in milliseconds, the medians over the rounds; none for a count. unit: `x`, or
    `syncs` for a count, which must be met exactly.
    """

    name: str
    what: str
    ratio: float
    target: float
    ours_ms: float | None = None
    limit_ms: float | None = None
    unit: str = "x"

    @property
    def held(self) -> bool:
        return self.ratio <= self.target if self.unit == "x" else self.ratio == self.target


def seconds_of(work: Work, repeats: int) -> float:
    """The time of one repeat, in seconds."""
    start = time.perf_counter()
    for _ in range(repeats):
        work()
    return (time.perf_counter() - start) / repeats


def compare(
    name: str,
    what: str,
    target: float,
    ours: Work,
    limit: Work,
    *,
    rounds: int = 15,
    repeats: int = 1,
    seed: int = 26,
) -> Result:
    """Measure both in each round, in an order drawn anew, after a round that does not count."""
    chance = random.Random(seed)
    ratios: list[float] = []
    mine: list[float] = []
    theirs: list[float] = []
    ours()
    limit()
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            order = [(ours, mine), (limit, theirs)]
            chance.shuffle(order)
            for work, kept in order:
                kept.append(seconds_of(work, repeats))
            ratios.append(mine[-1] / theirs[-1])
    finally:
        gc.enable()
    return Result(
        name,
        what,
        statistics.median(ratios),
        target,
        statistics.median(mine) * 1000,
        statistics.median(theirs) * 1000,
    )
