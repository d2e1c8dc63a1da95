"""What was done at this desk since it opened, so that it can be undone and redone, in order."""

from __future__ import annotations

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

    def undid(self, saved: tuple[Booking, ...]) -> None:
        """The last change was undone; its bookings now stand as `saved`."""
        self._undone.append(self._done.pop())
        self._renumber(saved)

    def redid(self, saved: tuple[Booking, ...]) -> None:
        """The last undone change was done again; its bookings now stand as `saved`."""
        self._done.append(self._undone.pop())
        self._renumber(saved)

    def drop_undo(self) -> None:
        """Forget the last change: it can no longer be undone."""
        self._done.pop()

    def drop_redo(self) -> None:
        self._undone.pop()

    def _renumber(self, saved: tuple[Booking, ...]) -> None:
        """Our own saves move versions on; older changes of the same bookings must follow."""
        versions = {booking.id: booking.version for booking in saved}
        for pile in (self._done, self._undone):
            pile[:] = [_with_versions(change, versions) for change in pile]


def _with_versions(change: BookingChange, versions: dict[int, int]) -> BookingChange:
    if not any(after.id in versions for _, after in change.pairs):
        return change
    return replace(
        change,
        pairs=tuple(
            (before, replace(after, version=versions.get(after.id, after.version)))
            for before, after in change.pairs
        ),
    )
