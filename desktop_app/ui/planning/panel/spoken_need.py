"""A need said in one breath: “mardi prochain 18h30-20h30 20 personnes vidéoprojecteur PMR”.

Only what is certain is taken; the finder shows it field by field before anything is asked.
"""

from __future__ import annotations

from datetime import date, time
from typing import NamedTuple

from desktop_app.domain.equipment import KNOWN, read_equipment
from desktop_app.domain.reading_day import parse_day
from desktop_app.domain.reading_time import LINKED_HOURS, parse_hours
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.sentence import Sentence
from desktop_app.domain.typed_text import plain

_HEADS = r"(?:pour )?(?P<heads>\d{1,4}) ?(?:personnes?|pers\b\.?|p\b\.?|people)"
_STEP_FREE = r"(?:acces |access )?(?:pmr|fauteuil|step[- ]free|plain[- ]pied)\b"
_LITTLE = r"(?:une? |la |the |a )?(?:salle|room)\b|\b(?:avec|with|pour|for|de|on|svp|stp)\b"


class SpokenNeed(NamedTuple):
    """What was understood; None, empty or False for what was not said."""

    day: date | None = None
    hours: tuple[time, time] | None = None
    heads: int | None = None
    equipment: tuple[str, ...] = ()
    step_free: bool = False


def read_need(words: str, today: date) -> SpokenNeed:
    """Take a sentence apart. Never refuses: what is not understood is left out."""
    sentence = Sentence(plain(words))
    heads = sentence.take(_HEADS)
    hours = _hours(sentence)
    step_free = sentence.take(_STEP_FREE) is not None
    sentence.take(_LITTLE)
    pieces = sentence.left_over().split()
    equipment = [item for item in read_equipment(", ".join(pieces)) if item in KNOWN]
    said = [piece for piece in pieces if read_equipment(piece)[:1] not in [(e,) for e in equipment]]
    return SpokenNeed(
        _day(said, today),
        hours,
        int(heads["heads"]) if heads is not None else None,
        tuple(equipment),
        step_free,
    )


def _hours(sentence: Sentence) -> tuple[time, time] | None:
    found = sentence.take(LINKED_HOURS)
    if found is None:
        return None
    try:
        return parse_hours(found[0])
    except Refusal:
        return None


def _day(pieces: list[str], today: date) -> date | None:
    """The longest run of words that is a day."""
    for length in range(min(5, len(pieces)), 0, -1):
        for first in range(len(pieces) - length + 1):
            try:
                return parse_day(" ".join(pieces[first : first + length]), today)
            except Refusal:
                continue
    return None
