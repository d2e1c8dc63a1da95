"""`pdf.morning`: what *Imprimer la journée* prints, read and drawn, beside bare canvases.

Ours asks the service: which doors are in use, what each sheet tells, where each word goes. The
limit is told the very same strokes, recorded beforehand, and writes as many files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import cycle
from typing import Any, NamedTuple

from database.unit_of_work import Database
from desktop_app.documents import day_plan, door_sheet, setup_list
from desktop_app.documents.sheet import ISO_SIZES
from desktop_app.documents.type import fit, load_faces
from desktop_app.domain.papers import PaperKind, Wanted
from desktop_app.services.house import Services, house_of
from desktop_app.services.paper_facts import PaperFacts
from desktop_app.settings import RESOURCES
from tests.bench.paper import FONTS, Stroke, record, replay
from tests.bench.rounds import Result, compare
from tests.builders import NOW

ROUNDS = 15
_DRAWN: dict[PaperKind, Any] = {
    PaperKind.DAY: day_plan,
    PaperKind.SETUP: setup_list,
    PaperKind.DOOR: door_sheet,
}


class Day(NamedTuple):
    """A day of the venue, and the strokes of each of its sheets."""

    day: date
    sheets: tuple[list[Stroke], ...]


def morning_set(database: Database) -> Result:
    """Some 55 bookings in 12 rooms: the day's plan, the set-up list, twelve doors. Another day
    each time, its words not yet measured."""
    house = house_of(database, resources=RESOURCES)
    days = [_recorded(house, NOW.date() - timedelta(days=7 * turn)) for turn in range(ROUNDS + 1)]
    fit.cache_clear()
    load_faces.cache_clear()
    load_faces(FONTS)

    def ours(day: Day) -> None:
        for wanted in house.papers.morning(day.day):
            house.papers.make(wanted)

    def bare(day: Day) -> None:
        for strokes in day.sheets:
            replay(strokes, ISO_SIZES["A4"])

    return compare(
        "pdf.morning",
        f"the morning set, {len(days[0].sheets)} files, read and drawn ÷ bare canvases",
        1.5,
        _one_after_another(ours, days),
        _one_after_another(bare, days),
        rounds=ROUNDS,
    )


def _recorded(house: Services, day: date) -> Day:
    facts = PaperFacts(house.database, house.venue, house.today, house.papers.head)
    edition = facts.edition(NOW)

    def strokes(wanted: Wanted) -> list[Stroke]:
        module = _DRAWN[wanted.kind]
        return record(facts.of(wanted, edition), module.draw, ISO_SIZES["A4"])

    return Day(day, tuple(strokes(wanted) for wanted in house.papers.morning(day)))


def _one_after_another(work: Callable[[Day], None], days: list[Day]) -> Callable[[], None]:
    """The work on another day at each call."""
    turn: Iterator[Day] = cycle(days)
    return lambda: work(next(turn))
