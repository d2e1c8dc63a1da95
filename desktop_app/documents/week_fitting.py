"""How generously the week plan's rows may speak, and which pages they go to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.documents.blocks import FULL, SINGLE
from desktop_app.documents.type import SMALLEST, Faces
from desktop_app.documents.week_rows import GAP, Group

_CROWDED = 1.8
# A row this many times higher than the average gives up lines before the others do.


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


def fit_in_full(
    groups: Sequence[Group], available: float, sizes: Sequence[float], faces: Faces
) -> bool:
    """Lay the groups at the largest of these sizes at which everything is said, and calmly.

    False when there is none; the groups are then laid in full at the smallest.
    """
    # When the smallest does not do, none does, and the others need not be tried.
    if not _fit(groups, available, sizes[-1], faces):
        return False
    return any(_fit(groups, available, size, faces) for size in sizes)


def _fit(groups: Sequence[Group], available: float, size: float, faces: Faces) -> bool:
    for group in groups:
        group.lay(size, FULL, faces)
    return total(groups) <= available and all(group.calm for group in groups)


def squeeze(groups: Sequence[Group], available: float, faces: Faces) -> bool:
    """Make the groups fit at the smallest size; False when even the least is too tall.

    Rooms give up lines one step at a time, the much fuller ones first, so that one crowded room
    does not cut the words of the quiet ones; at last they give up the line below their name.
    """
    for group in groups:
        group.lay(SMALLEST, FULL, faces)
    _give_up_lines(groups, available, faces)
    if total(groups) <= available:
        return True
    heads = [group.heads for group in groups]
    for group in groups:
        group.heads = tuple(head.shortened(faces) for head in group.heads)
        group.lay(SMALLEST, group.step, faces)
    if total(groups) <= available:
        return True
    for group, whole in zip(groups, heads, strict=True):
        group.heads = whole
    return False


def _give_up_lines(groups: Sequence[Group], available: float, faces: Faces) -> None:
    """Take lines away, one step of one group at a time, until the rows fit or nothing is left."""
    while total(groups) > available:
        shrinkable = [group for group in groups if group.step < SINGLE and group.stacks]
        if not shrinkable:
            return
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
