"""The week plan's rows: a room's head, its blocks day by day, and rows that belong together.

Pure computing: nothing is drawn here. A composite room has no row of its own; its bookings lie
across the rows of its parts, beside what each part has that day, and are there once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
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


_WIDER = (1.0, 1.2, 1.4)
# How much wider than the rooms' own lane a composite's may be.


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


@dataclass(slots=True)
class Sharing:
    """A day on which rooms' own bookings and their composites' stand side by side."""

    column: Column
    own: list[Placed]
    across: list[Placed]

    def arrange(self, size: float, faces: Faces) -> None:
        """Give each lane the width with which the least height is needed and no word is cut."""
        best = min(_WIDER, key=lambda wider: self._cost(wider, size, faces))
        self._set(best)

    def _cost(self, wider: float, size: float, faces: Faces) -> tuple[bool, float]:
        self._set(wider)
        stacks = [*self.own, *self.across]
        for stack in stacks:
            stack.lay(size, FULL, faces)
        broken = any(block.broken for stack in stacks for block in stack.blocks)
        return broken, sum(stack.height for stack in stacks)

    def _set(self, wider: float) -> None:
        lanes = bool(self.own) + wider * len(self.across)
        whole = self.column.width - GAP * (1 + bool(self.own) + len(self.across))
        narrow, wide = whole / lanes, whole / lanes * wider
        left = self.column.left + GAP
        for stack in self.own:
            stack.left, stack.width, stack.shared = left, narrow, True
        left += narrow + GAP if self.own else 0
        for stack in self.across:
            stack.left, stack.width = left, wide
            stack.shared = bool(self.own) or len(self.across) > 1
            left += wide + GAP


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
        below = SMALLEST * 1.3 * len(self.below.lines)
        return len(self.lines.lines) * self.size * 1.2 + below + 2 * GAP

    def shortened(self, faces: Faces) -> RoomHead:
        """Only the name, on one line: for a page that is full to the brim."""
        return self._replace(
            lines=fit(self.name, faces.bold, self.size, self.width, 1), below=Fitted((), True)
        )

    def continued(self, faces: Faces) -> RoomHead:
        """The same on the page that follows."""
        name = _("{room} (suite)").format(room=self.name)
        return RoomHead.of(name, "".join(self.below.lines), self.width, self.size, faces)


@dataclass(slots=True)
class Group:
    """Rows that belong together: one room, or the rooms a composite joins. Never cut by a page."""

    heads: tuple[RoomHead, ...]
    stacks: list[Placed]
    sharings: list[Sharing] = field(default_factory=list)
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
        """No word is cut in two; and no hours wrap, except beside a composite."""
        return not any(
            block.broken or (block.wrapped and not stack.shared)
            for stack in self.stacks
            for block in stack.blocks
        )

    def lay(self, size: float, step: int, faces: Faces) -> None:
        """Fit every block at this size and step, and make the rows as high as they need."""
        self.size, self.step = size, step
        for sharing in self.sharings:
            sharing.arrange(size, faces)
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
) -> tuple[list[Placed], list[Sharing]]:
    """What each day puts into the rows of a group, and the days on which lanes are shared."""
    rows = {room.id: row for row, room in enumerate(rooms)}
    composites = [
        room for room in every_room if room.is_composite and set(room.parts) & rows.keys()
    ]
    stacks: list[Placed] = []
    sharings: list[Sharing] = []
    for column in columns:
        if column.closed:
            continue
        words = defaultdict[tuple[int, int], list[Said]](list)
        for room_id, row in rows.items():
            words[row, row] += said_by_room_and_day.get((room_id, column.day), ())
        own = _placed(column, words)
        words.clear()
        for room in composites:
            for run in touching(rows[part] for part in room.parts if part in rows):
                words[run] += said_by_room_and_day.get((room.id, column.day), ())
        across = _placed(column, words)
        stacks += [*own, *across]
        beside = [s for s in own if any(a.first <= s.first <= a.last for a in across)]
        if across:
            sharings.append(Sharing(column, beside, across))
    return stacks, sharings


def _placed(column: Column, words: dict[tuple[int, int], list[Said]]) -> list[Placed]:
    """Stacks as wide as the column."""
    left, width = column.left + GAP, column.width - 2 * GAP
    return [
        Placed(column, first, last, said, left, width)
        for (first, last), said in sorted(words.items())
        if said
    ]
