"""The week plan's geometry: columns of days, rows of rooms, and how much fits where.

Pure computing: nothing is drawn here. A composite room has no row of its own; its bookings lie
across the rows of its parts, beside what each part has that day, and are there once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from desktop_app.documents.blocks import FULL, SINGLE, Block, make_block
from desktop_app.documents.facts import DayHours, WeekFacts
from desktop_app.documents.sheet import MM
from desktop_app.documents.speech import Said
from desktop_app.documents.type import SMALLEST, Faces, Fitted, fit
from desktop_app.domain.rooms import Room
from desktop_app.wording import _

GAP = 2.4
"""Between blocks, and between a block and the rules around it (points)."""

_CROWDED = 1.8
# A row this many times higher than the average gives up lines before the others do.

CLOSED_WIDTH = 26 * MM


class Column(NamedTuple):
    """A day, or a run of days closed for one reason, and where it stands on its page."""

    days: tuple[DayHours, ...]
    left: float
    width: float
    closed: bool

    @property
    def day(self) -> date:
        return self.days[0].day


def make_columns(
    days: Sequence[DayHours], busy: frozenset[date], left: float, width: float
) -> tuple[Column, ...]:
    """Columns for these days. A closed day without a booking is narrow; alike neighbours join.

    busy: days on which something is booked, which keep a full column even when closed.
    """
    runs = _runs(days, busy)
    closed_days = sum(len(run) for run, closed in runs if closed)
    open_days = len(days) - closed_days
    narrow = CLOSED_WIDTH if open_days else width / len(days)
    wide = (width - narrow * closed_days) / open_days if open_days else narrow
    columns = []
    for run, closed in runs:
        taken = len(run) * (narrow if closed else wide)
        columns.append(Column(run, left, taken, closed))
        left += taken
    return tuple(columns)


def _runs(
    days: Sequence[DayHours], busy: frozenset[date]
) -> list[tuple[tuple[DayHours, ...], bool]]:
    runs: list[tuple[tuple[DayHours, ...], bool]] = []
    for day in days:
        closed = day.closed is not None and day.day not in busy
        if closed and runs and runs[-1][1] and runs[-1][0][-1].closed == day.closed:
            runs[-1] = ((*runs[-1][0], day), True)
        else:
            runs.append(((day,), closed))
    return runs


@dataclass(slots=True)
class Placed:
    """Blocks of one day stacked in one lane across rows `first`…`last` of a group."""

    column: Column
    first: int
    last: int
    lane: int
    lanes: int
    said: list[Said]
    blocks: list[Block] = field(default_factory=list)

    @property
    def width(self) -> float:
        return (self.column.width - 2 * GAP - (self.lanes - 1) * GAP) / self.lanes

    @property
    def left(self) -> float:
        return self.column.left + GAP + self.lane * (self.width + GAP)

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
            block.calm for stack in self.stacks if stack.lanes == 1 for block in stack.blocks
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


def group_rooms(rooms: Sequence[Room]) -> list[tuple[Room, ...]]:
    """Elementary rooms in the venue's order, those that a composite joins side by side."""
    elementary = [room for room in rooms if not room.is_composite]
    belongs = {room.id: {room.id} for room in elementary}
    for composite in rooms:
        if composite.is_composite:
            joined = set().union(*(belongs.get(part, set()) for part in composite.parts))
            for room_id in joined:
                belongs[room_id] = joined
    groups, seen = [], set[int]()
    for room in elementary:
        if room.id not in seen:
            seen |= belongs[room.id]
            groups.append(tuple(other for other in elementary if other.id in belongs[room.id]))
    return groups


def stack_up(
    facts: WeekFacts,
    rooms: tuple[Room, ...],
    columns: Sequence[Column],
    said_by_room_and_day: dict[tuple[int, date], list[Said]],
) -> list[Placed]:
    """What each day puts into the rows of a group: a lane for the rooms' own, then composites."""
    rows = {room.id: row for row, room in enumerate(rooms)}
    composites = [
        room for room in facts.rooms if room.is_composite and set(room.parts) & rows.keys()
    ]
    stacks: list[Placed] = []
    for column in columns:
        if column.closed:
            continue
        own = [
            Placed(column, row, row, 0, 1, words)
            for room_id, row in rows.items()
            if (words := said_by_room_and_day.get((room_id, column.day)))
        ]
        found = defaultdict[tuple[int, int], list[Said]](list)
        for room in composites:
            for run in _touching(rows[part] for part in room.parts if part in rows):
                found[run] += said_by_room_and_day.get((room.id, column.day), ())
        across = {run: words for run, words in found.items() if words}
        stacks += _side_by_side(column, own, across)
    return stacks


def _side_by_side(
    column: Column, own: list[Placed], across: dict[tuple[int, int], list[Said]]
) -> Iterator[Placed]:
    lanes = len(across) + bool(own)
    for stack in own:
        if any(first <= stack.first <= last for first, last in across):
            stack.lanes = lanes
        yield stack
    for lane, ((first, last), said) in enumerate(sorted(across.items()), start=bool(own)):
        yield Placed(column, first, last, lane, lanes, said)


def _touching(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Runs of neighbouring rows: usually one; a composite of rooms apart is shown in each run."""
    runs: list[tuple[int, int]] = []
    for row in sorted(rows):
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs


def cut_to_height(group: Group, available: float, faces: Faces) -> list[Group]:
    """A group that not even a page of its own could hold, cut into several that follow on."""
    group.lay(SMALLEST, SINGLE, faces)
    if group.height <= available:
        return [group]
    line = max(block.height for stack in group.stacks for block in stack.blocks) + GAP
    most = max(1, int((available / len(group.heads) - GAP) / line))
    longest = max(len(stack.said) for stack in group.stacks)
    following = tuple(head.continued(faces) for head in group.heads)
    return [
        Group(
            following if start else group.heads,
            [
                replace(stack, said=said, blocks=[])
                for stack in group.stacks
                if (said := stack.said[start : start + most])
            ],
        )
        for start in range(0, longest, most)
    ]


def fill_pages(groups: Sequence[Group], available: float, faces: Faces) -> list[list[Group]]:
    """Cut the rows into as few pages as their least heights allow."""
    pages: list[list[Group]] = [[]]
    left = available
    for group in groups:
        for piece in cut_to_height(group, available, faces):
            piece.lay(SMALLEST, SINGLE, faces)
            if pages[-1] and piece.height > left:
                pages.append([])
                left = available
            pages[-1].append(piece)
            left -= piece.height
    return pages


def fit_rows(
    groups: Sequence[Group], available: float, sizes: Sequence[float], faces: Faces
) -> bool:
    """Lay the groups as generously as the height allows; False when even the least is too tall.

    The largest size at which everything is said in full and calmly wins. At the smallest size
    rooms give up lines one step at a time, the much fuller ones first, so that one crowded room
    does not cut the words of the quiet ones.
    """
    for size in sizes:
        for group in groups:
            group.lay(size, FULL, faces)
        if total(groups) <= available and all(group.calm for group in groups):
            return True
    while total(groups) > available:
        shrinkable = [group for group in groups if group.step < SINGLE and group.stacks]
        if not shrinkable:
            return False
        crowded = _CROWDED * total(groups) / sum(len(group.heads) for group in groups)
        next_one = min(
            shrinkable,
            key=lambda group: (
                group.height / len(group.heads) < crowded,
                group.step,
                -group.height,
            ),
        )
        next_one.lay(SMALLEST, next_one.step + 1, faces)
    return True


def total(groups: Sequence[Group]) -> float:
    return sum(group.height for group in groups)


def spread(groups: Sequence[Group], available: float, faces: Faces) -> None:
    """Share the height that is left over among the rows, and use it for words that were cut."""
    rows = sum(len(group.heads) for group in groups)
    left_over = max(0.0, available - total(groups))
    for group in groups:
        group.heights = [height + left_over / rows for height in group.heights]
        for stack in group.stacks:
            tall = sum(group.heights[stack.first : stack.last + 1])
            stack.grow(tall, group.size, faces)
