"""What the day and the week have in common: blocks in rooms and days, and where the mouse is.

A frame is laid out once for a plan and a size, and only asked afterwards. Coordinates are those of
the content: the heading and the column of rooms are not part of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPoint, QRect

from desktop_app.ui.planning.ghost import Ghost
from desktop_app.ui.planning.measures import Measures
from desktop_app.ui.planning.plan import Plan
from desktop_app.ui.widgets.booking_face import BlockFace


class Block(NamedTuple):
    """A booking where it is drawn. A composite may have several blocks, one for each part.

    booking_id: None for a time at which the room cannot be used (`title` says why).
    """

    rect: QRect
    face: BlockFace
    booking_id: int | None
    room: int
    day: date


class More(NamedTuple):
    """“+ 3 autres”: what a cell has no room for."""

    rect: QRect
    hidden: int
    room: int
    day: date


class Place(NamedTuple):
    """A room's row, a day, a moment."""

    room: int
    day: date
    moment: datetime


class Frame(Protocol):
    """A laid-out plan."""

    plan: Plan
    measures: Measures
    width: int
    height: int
    more: tuple[More, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Every block, in the order of painting."""

    def blocks_in(self, area: QRect) -> Iterable[Block]:
        """Blocks that touch an area, in the order of painting."""

    def row_rect(self, room: int) -> QRect:
        """The whole row of a room."""

    def cell_rect(self, room: int, day: date) -> QRect:
        """A room on a day."""

    def place_at(self, point: QPoint) -> Place | None:
        """The room, the day and the moment under a point."""

    def ghost_rects(self, ghost: Ghost) -> tuple[QRect, ...]:
        """Where a ghost is drawn: one rectangle for each row it takes."""


def block_at(frame: Frame, point: QPoint) -> Block | None:
    """The booking under a point, the one painted last when two overlap."""
    found = None
    for block in frame.blocks_in(QRect(point, point)):
        if block.rect.contains(point):
            found = block
    return found


def blocks_of(frame: Frame, booking_id: int | None) -> tuple[Block, ...]:
    """Every block of one booking."""
    if booking_id is None:
        return ()
    return tuple(block for block in frame.blocks if block.booking_id == booking_id)
