"""Walking over the day's blocks with the arrow keys: the nearest one that way. No widget."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from desktop_app.ui.today.day_layout import Block


class Walk(Enum):
    """A step of the cursor."""

    BEFORE = auto()
    AFTER = auto()
    ABOVE = auto()
    BELOW = auto()
    FIRST = auto()
    LAST = auto()


def step(blocks: Sequence[Block], current: int | None, walk: Walk, now_x: int) -> int | None:
    """The booking one step away; None when there is none that way.

    Without a cursor it starts at what is under way, else at what comes next, else at the first.
    """
    if not blocks:
        return None
    here = next((block for block in blocks if block.booking.id == current), None)
    if here is None:
        running = [one for one in blocks if one.rect.left() <= now_x <= one.rect.right()]
        coming = sorted((one for one in blocks if one.rect.left() > now_x), key=_left)
        return [*running, *coming, *blocks][0].booking.id
    found = _towards(blocks, here, walk)
    return found.booking.id if found is not None else None


def _towards(blocks: Sequence[Block], here: Block, walk: Walk) -> Block | None:
    in_row = sorted((one for one in blocks if _shares_row(one, here)), key=_left)
    place = in_row.index(here)
    if walk is Walk.FIRST:
        return in_row[0]
    if walk is Walk.LAST:
        return in_row[-1]
    if walk is Walk.BEFORE:
        return in_row[place - 1] if place else None
    if walk is Walk.AFTER:
        return in_row[place + 1] if place + 1 < len(in_row) else None
    if walk is Walk.ABOVE:
        return _nearest([one for one in blocks if one.rect.bottom() < here.rect.top()], here, -1)
    return _nearest([one for one in blocks if one.rect.top() > here.rect.bottom()], here, 1)


def _shares_row(one: Block, here: Block) -> bool:
    return one.rect.top() <= here.rect.center().y() <= one.rect.bottom()


def _left(block: Block) -> int:
    return block.rect.left()


def _nearest(candidates: list[Block], here: Block, down: int) -> Block | None:
    """In the nearest row that way, the block nearest in time."""
    if not candidates:
        return None

    def distance(block: Block) -> tuple[int, int]:
        apart = max(block.rect.left() - here.rect.right(), here.rect.left() - block.rect.right(), 0)
        return block.rect.top() * down, apart

    return min(candidates, key=distance)
