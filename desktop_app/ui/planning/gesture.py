"""A gesture on the planning, with the mouse or the keys: drawing, moving, resizing. State only.

It becomes real past a small threshold, so that no booking moves by accident (a complaint other
programs have had for twenty years), and Escape ends it without a trace.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint

from desktop_app.domain.bookings import BookingRow
from desktop_app.ui.planning.frame import Place
from desktop_app.ui.planning.ghost import Ghost, GhostVerdict, judge
from desktop_app.ui.planning.plan import Plan

THRESHOLD = 6
"""Pixels the mouse must travel, at 100 %, before a press becomes a gesture."""


class Hand(Enum):
    """What the gesture does."""

    DRAW = "draw"
    MOVE = "move"
    START = "start"
    END = "end"


@dataclass
class Gesture:
    """One gesture from its beginning to its drop.

    press: where the mouse went down (content coordinates); None for the keys, which begin at once.
    place: what was under it. row: the booking taken; None when drawing.
    """

    hand: Hand
    press: QPoint | None = None
    place: Place | None = None
    row: BookingRow | None = None
    ghost: Ghost | None = None
    verdict: GhostVerdict | None = None

    def begins(self, point: QPoint, threshold: int) -> bool:
        """Has it begun, or does it begin now that the mouse is there?"""
        if self.ghost is not None or self.press is None:
            return True
        return (point - self.press).manhattanLength() >= threshold

    def show(self, plan: Plan, ghost: Ghost) -> bool:
        """Move the ghost; True when it changed."""
        if ghost == self.ghost:
            return False
        self.ghost, self.verdict = ghost, judge(plan, ghost)
        return True

    @property
    def changes_nothing(self) -> bool:
        """The booking is back where it was."""
        row, ghost = self.row, self.ghost
        if row is None or ghost is None:
            return ghost is None
        return (ghost.room_id, ghost.starts_at, ghost.ends_at) == (
            row.room_id,
            row.starts_at,
            row.ends_at,
        )


def ghost_of(row: BookingRow) -> Ghost:
    """A booking as a ghost in its own place."""
    return Ghost(row.room_id, row.starts_at, row.ends_at, row.id)
