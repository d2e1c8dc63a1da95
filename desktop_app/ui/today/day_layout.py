"""Where everything of the day's board lies: rooms as rows, hours across. Pixels, no painting."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QRect

from desktop_app.domain.bookings import BookingRow, Status
from desktop_app.domain.rooms import Room, RoomUnavailability
from desktop_app.domain.today import DayBoard, TodayBoard
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.booking_face import BlockFace, face_of
from desktop_app.wording.labels import label_of_status

_NO_HOURS = (9 * 60, 18 * 60)
_MINUTE = timedelta(minutes=1)


class Measures(NamedTuple):
    """head, side: the heading of hours, the column of rooms. row, row_most: a room's height.
    pad: between a block and its row."""

    head: int
    side: int
    row: int
    row_most: int
    pad: int


def measures_of(theme: Theme) -> Measures:
    """At the present text size; the rooms' column grows slower than the text."""
    px = theme.px
    line = theme.metrics("small_strong").height()
    return Measures(
        head=max(px(26), theme.metrics("small").height() + px(10)),
        side=px(140) if theme.scale <= 130 else px(80) + 78,
        row=line + px(14),
        row_most=px(64),
        pad=px(3),
    )


class Block(NamedTuple):
    """A booking's box. booking: its row; room: the first row of the board it stands in."""

    rect: QRect
    face: BlockFace
    booking: BookingRow
    room: int


class Gap(NamedTuple):
    """A time a room cannot be used."""

    rect: QRect
    period: RoomUnavailability


class DayLayout:
    """The board laid out in a width and a height; it may come out higher, never wider."""

    def __init__(
        self, board: DayBoard | TodayBoard, measures: Measures, width: int, height: int
    ) -> None:
        self.board, self.measures = board, measures
        self.first, self.last = hours_shown(board)
        self.left = measures.side
        self.width = max(width, measures.side + 1)
        rows = max(1, len(board.rooms))
        room = (height - measures.head) / rows
        self.row_height = min(max(room, measures.row), measures.row_most)
        self.height = measures.head + round(rows * self.row_height)
        self.blocks = tuple(self._blocks())
        self.gaps = tuple(self._gaps())

    # -- from time to place ---------------------------------------------------------------

    def x_of(self, moment: datetime) -> int:
        """Where a moment lies, kept on the axis."""
        return self.x_of_minute(minute_of(moment, self.board.day))

    def x_of_minute(self, minute: int) -> int:
        minute = min(max(minute, self.first), self.last)
        length = self.width - self.left - 2 * self.measures.pad
        share = (minute - self.first) / (self.last - self.first)
        return self.left + self.measures.pad + round(share * length)

    @property
    def hours(self) -> tuple[int, ...]:
        """Whole hours on the axis, in minutes."""
        return tuple(range(self.first, self.last + 1, 60))

    @property
    def now_x(self) -> int | None:
        """Where the present lies; None when it is not on the axis."""
        minute = minute_of(self.board.now, self.board.day)
        return self.x_of_minute(minute) if self.first <= minute <= self.last else None

    def row_rect(self, place: int) -> QRect:
        """Rows share out the height to the pixel, so that none is left over at the foot."""
        top = self.measures.head + round(place * self.row_height)
        bottom = self.measures.head + round((place + 1) * self.row_height)
        return QRect(0, top, self.width, bottom - top)

    def closed_stretches(self) -> tuple[tuple[int, int], ...]:
        """Stretches of the axis at which the venue is closed, as pixels from and to."""
        edges = [self.left]
        for span in self.board.hours:
            edges += [self.x_of(span.start), self.x_of(span.end)]
        edges.append(self.width)
        pairs = zip(edges[::2], edges[1::2], strict=True)
        return tuple((start, end) for start, end in pairs if end - start > 2 * self.measures.pad)

    # -- boxes -------------------------------------------------------------------------------

    def _blocks(self) -> Iterable[Block]:
        """Groups that did not come lie below: their room may have been given to others."""
        absent_first = sorted(self.board.bookings, key=lambda row: row.status != Status.NO_SHOW)
        for row in absent_first:
            face = self._face(row, self.board.room(row.room_id))
            for first, last in self._runs(row.room_id):
                yield Block(self._rect(first, last, row.starts_at, row.ends_at), face, row, first)

    def _gaps(self) -> Iterable[Gap]:
        for period in self.board.unavailabilities:
            for first, last in self._runs(period.room_id):
                yield Gap(self._rect(first, last, period.starts_at, period.ends_at), period)

    def _face(self, row: BookingRow, room: Room) -> BlockFace:
        face = face_of(row, self.board.now, space=room.name if room.is_composite else "")
        if row.status == Status.NO_SHOW:
            words = label_of_status(row.status)
            return face._replace(detail=words, mark="user-x", mark_tone="muted", is_over=True)
        if row.status == Status.DONE:
            return face._replace(is_over=True)
        if row.session_id is not None and row.status == Status.CONFIRMED:
            # A training is welcomed at check-in: it is not late for want of an arrival.
            return face._replace(mark="", mark_tone="")
        return face

    def _rect(self, first: int, last: int, start: datetime, end: datetime) -> QRect:
        pad = self.measures.pad
        left, right = self.x_of(start) + 1, self.x_of(end) - 1
        top, bottom = self.row_rect(first).top() + pad, self.row_rect(last).bottom() - pad
        return QRect(left, top, max(right - left, 2 * pad), bottom - top)

    def _runs(self, room_id: int) -> Iterable[tuple[int, int]]:
        """Rows a room takes, neighbours joined: a composite of rows 2, 3 and 5 → (2, 3), (5, 5)."""
        room = self.board.room(room_id)
        places = sorted(
            place for place, one in enumerate(self.board.rooms) if one.id in room.elementary_ids
        )
        while places:
            end = 1
            while end < len(places) and places[end] == places[end - 1] + 1:
                end += 1
            yield places[0], places[end - 1]
            places = places[end:]


def minute_of(moment: datetime, day: date) -> int:
    """Minutes since the midnight that begins the day."""
    return (moment - datetime.combine(day, datetime.min.time())) // _MINUTE


def hours_shown(board: DayBoard | TodayBoard) -> tuple[int, int]:
    """First and last minute of the axis, on whole hours: the opening, and bookings outside it."""
    spans = [(span.start, span.end) for span in board.hours]
    spans += [(row.starts_at, row.ends_at) for row in board.bookings]
    if not spans:
        return _NO_HOURS
    first = max(0, min(minute_of(start, board.day) for start, _ in spans))
    last = min(24 * 60, max(minute_of(end, board.day) for _, end in spans))
    first, last = first // 60 * 60, -(-last // 60) * 60
    return first, max(last, first + 60)
