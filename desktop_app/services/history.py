"""What was done at this desk since it opened, so that it can be undone and redone, in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop_app.domain.bookings import Booking, BookingChange

_LONGEST = 100


class History:
    """Two piles of changes. Doing something new empties the pile of what could be redone."""

    def __init__(self) -> None:
        self._done: list[BookingChange] = []
        self._undone: list[BookingChange] = []

    def did(self, change: BookingChange) -> None:
        self._done.append(change)
        del self._done[:-_LONGEST]
        self._undone.clear()

    @property
    def can_undo(self) -> BookingChange | None:
        return self._done[-1] if self._done else None

    @property
    def can_redo(self) -> BookingChange | None:
        return self._undone[-1] if self._undone else None

    def undid(self, saved: tuple[Booking, ...], series: Mapping[int, int]) -> None:
        """The last change was undone: bookings stand as `saved`, series at these versions."""
        self._undone.append(self._done.pop())
        self._renumber(saved, series)

    def redid(self, saved: tuple[Booking, ...], series: Mapping[int, int]) -> None:
        """The last undone change was done again; see `undid`."""
        self._done.append(self._undone.pop())
        self._renumber(saved, series)

    def drop_undo(self) -> None:
        """Forget the last change: it can no longer be undone."""
        self._done.pop()

    def drop_redo(self) -> None:
        self._undone.pop()

    def _renumber(self, saved: tuple[Booking, ...], series: Mapping[int, int]) -> None:
        """Our own saves move versions on; other changes of the same bookings must follow."""
        versions = {booking.id: booking.version for booking in saved}
        for pile in (self._done, self._undone):
            pile[:] = [_at_versions(change, versions, series) for change in pile]


def _at_versions(
    change: BookingChange, versions: Mapping[int, int], series: Mapping[int, int]
) -> BookingChange:
    return replace(
        change,
        pairs=tuple(
            (before, replace(after, version=versions.get(after.id, after.version)))
            for before, after in change.pairs
        ),
        series=tuple(
            (before, after._replace(version=series.get(after.id, after.version)))
            for before, after in change.series
        ),
    )
