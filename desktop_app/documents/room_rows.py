"""In which order rooms stand under one another, so that a composite's parts are neighbours.

The week plan and the day's strip enter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop_app.domain.rooms import Room


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


def touching(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Runs of neighbouring rows: usually one; a composite of rooms apart is shown in each run."""
    runs: list[tuple[int, int]] = []
    for row in sorted(rows):
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
