"""The week plan's rows: a room's head, its blocks day by day, and rows that belong together.

Pure computing: nothing is drawn here. A composite room has no row of its own; its bookings lie
across the rows of its parts, beside what each part has that day, and are there once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from desktop_app.documents.blocks import FULL, SINGLE, Block, make_block
from desktop_app.documents.room_rows import touching
from desktop_app.documents.speech import Said
from desktop_app.documents.type import SMALLEST, Faces, Fitted, fit
from desktop_app.documents.week_columns import Column
from desktop_app.domain.rooms import Room
from desktop_app.wording import _

GAP = 2.4
"""Between blocks, and between a block and the rules around it (points)."""

SaidByRoomAndDay = dict[tuple[int, date], list[Said]]


_ACROSS = 1.4
# A composite's lane is this much wider than the rooms' own: it names its room, and holds more.


@dataclass(slots=True)
class Placed:
    """Blocks of one day stacked across rows `first`…`last` of a group.

    shared: other blocks stand beside these, in a lane of their own.
    """

    column: Column
    first: int
    last: int
    said: list[Said]
    left: float
    width: float
    shared: bool = False
    blocks: list[Block] = field(default_factory=list)

    @property
    def height(self) -> float:
        return sum(block.height + GAP for block in self.blocks) + GAP

    def lay(self, size: float, step: int, faces: Faces) -> None:
        self.blocks = [make_block(said, self.width, size, step, faces) for said in self.said]

    def grow(self, height: float, size: float, faces: Faces) -> None:
        """Say again what the rows now have room for, one step for all blocks before the next."""
        left = height - self.height + 0.01
        for step in range(SINGLE - 1, FULL - 1, -1):
            for place, block in enumerate(self.blocks):
                if block.step <= step:
                    continue
                fuller = make_block(block.said, self.width, size, step, faces)
                if fuller.height - block.height <= left:
                    left -= fuller.height - block.height
                    self.blocks[place] = fuller


class RoomHead(NamedTuple):
    """The words at the left of a row: the room's name, and below it where it is."""

    name: str
    lines: Fitted
    below: Fitted
    width: float
    size: float

    @classmethod
    def of(cls, name: str, below: str, width: float, size: float, faces: Faces) -> RoomHead:
        """Fit them; a name takes two lines before it is cut."""
        lines = fit(name, faces.bold, size, width, 2)
        return cls(name, lines, fit(below, faces.regular, SMALLEST, width, 1), width, size)

    @property
    def height(self) -> float:
        """The least height of the row."""
        return len(self.lines.lines) * self.size * 1.2 + SMALLEST * 1.3 + 2 * GAP

    def continued(self, faces: Faces) -> RoomHead:
        """The same on the page that follows."""
        name = _("{room} (suite)").format(room=self.name)
        return RoomHead.of(name, "".join(self.below.lines), self.width, self.size, faces)


@dataclass(slots=True)
class Group:
    """Rows that belong together: one room, or the rooms a composite joins. Never cut by a page."""

    heads: tuple[RoomHead, ...]
    stacks: list[Placed]
    size: float = SMALLEST
    step: int = FULL
    heights: list[float] = field(default_factory=list)

    @property
    def height(self) -> float:
        return sum(self.heights)

    @property
    def whole(self) -> bool:
        return all(block.whole for stack in self.stacks for block in stack.blocks)

    @property
    def calm(self) -> bool:
        """No hours wrap, except where a composite leaves a room only part of the column."""
        return all(
            block.calm for stack in self.stacks if not stack.shared for block in stack.blocks
        )

    def lay(self, size: float, step: int, faces: Faces) -> None:
        """Fit every block at this size and step, and make the rows as high as they need."""
        self.size, self.step = size, step
        self.heights = [head.height for head in self.heads]
        for stack in self.stacks:
            stack.lay(size, step, faces)
        for stack in sorted(self.stacks, key=lambda stack: stack.last - stack.first):
            missing = stack.height - sum(self.heights[stack.first : stack.last + 1])
            if missing > 0:
                for row in range(stack.first, stack.last + 1):
                    self.heights[row] += missing / (stack.last - stack.first + 1)


def stack_up(
    rooms: tuple[Room, ...],
    every_room: Sequence[Room],
    columns: Sequence[Column],
    said_by_room_and_day: SaidByRoomAndDay,
) -> list[Placed]:
    """What each day puts into the rows of a group: a lane for the rooms' own, then composites."""
    rows = {room.id: row for row, room in enumerate(rooms)}
    composites = [
        room for room in every_room if room.is_composite and set(room.parts) & rows.keys()
    ]
    stacks: list[Placed] = []
    for column in columns:
        if column.closed:
            continue
        left, width = column.left + GAP, column.width - 2 * GAP
        own = [
            Placed(column, row, row, words, left, width)
            for room_id, row in rows.items()
            if (words := said_by_room_and_day.get((room_id, column.day)))
        ]
        found = defaultdict[tuple[int, int], list[Said]](list)
        for room in composites:
            for run in touching(rows[part] for part in room.parts if part in rows):
                found[run] += said_by_room_and_day.get((room.id, column.day), ())
        across = {run: words for run, words in found.items() if words}
        stacks += _side_by_side(column, own, across)
    return stacks


def _side_by_side(
    column: Column, own: list[Placed], across: dict[tuple[int, int], list[Said]]
) -> Iterator[Placed]:
    """The rooms' own in the first lane, what lies across rooms in the lanes that follow."""
    weights = ([1.0] if own else []) + [_ACROSS] * len(across)
    whole = column.width - GAP * (len(weights) + 1)
    widths = [whole * weight / sum(weights) for weight in weights]
    for stack in own:
        if any(first <= stack.first <= last for first, last in across):
            stack.width, stack.shared = widths[0], len(widths) > 1
        yield stack
    left = column.left + GAP + (widths[0] + GAP if own else 0)
    for (first, last), said in sorted(across.items()):
        width = widths[-1]
        yield Placed(column, first, last, said, left, width, shared=len(widths) > 1)
        left += width + GAP
