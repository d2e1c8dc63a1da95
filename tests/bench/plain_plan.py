"""The limit of the planning: a week drawn plainly, with nothing kept and nothing clever.

The same days and rooms, the same bookings in the same places, the same words in the same weights:
a box, a band with its letter, the hours, and the title in a wrapped `drawText`. No round corner, no
pattern, no strip of the day; and its places are given, so that its own layout costs nothing.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea

_WEEK = """
    SELECT b.id, b.room_id, b.starts_at, b.ends_at, b.kind, b.status, b.title, b.organisation_id,
           o.name, b.heads, b.layout, b.equipment, b.responsible_name, b.contact_name,
           b.contact_phone, b.discreet, b.option_expires_on, b.reason, b.note, b.series_id,
           b.original_day, t.id, b.version, r.code, s.code
    FROM booking AS b
    JOIN room AS r ON r.id = b.room_id
    LEFT JOIN organisation AS o ON o.id = b.organisation_id
    LEFT JOIN booking_series AS s ON s.id = b.series_id
    LEFT JOIN training_session AS t ON t.booking_id = b.id
    WHERE b.starts_at >= ? AND b.starts_at < ? AND b.ends_at > ?
    ORDER BY b.starts_at, r.position, b.id
"""

_LOOKS = {
    "meeting": (QColor("#2F6DB5"), QColor("#E3EDF8"), "R"),
    "permanence": (QColor("#6B4FA0"), QColor("#EDE7F7"), "P"),
    "training": (QColor("#1E7A55"), QColor("#E0F2E9"), "F"),
    "culture": (QColor("#B4531A"), QColor("#FBEADD"), "É"),
}


class Places(NamedTuple):
    """Where things stand, in pixels: edges of days and rooms, the heading, a booking's line."""

    lefts: tuple[int, ...]
    tops: tuple[int, ...]
    side: int
    head: int
    first_line: int
    line: int
    gap: int
    pad: int

    def line_rect(self, room: int, column: int, line: int) -> QRect:
        left, right = self.lefts[column] + self.pad, self.lefts[column + 1] - self.pad - 1
        top = self.tops[room] + self.first_line + line * (self.line + self.gap)
        return QRect(left, top, right - left, self.line)

    def lines_in(self, room: int) -> int:
        height = self.tops[room + 1] - self.tops[room] - self.first_line
        return max(1, height // (self.line + self.gap))


class Booking(NamedTuple):
    """All the plain plan wants to know of a booking."""

    room: int
    day: date
    kind: str
    hours: str
    title: str


def read_week(file: sqlite3.Connection, monday: date) -> list[Booking]:
    """A week with names, by hand. Rooms are numbered from 1 in the ten-year venue."""
    start = datetime.combine(monday, datetime.min.time())
    bounds = (start - timedelta(days=2), start + timedelta(days=7), start)
    rows = file.execute(_WEEK, [bound.isoformat(" ") for bound in bounds]).fetchall()
    found = []
    for row in rows:
        starts_at, ends_at = row[2], row[3]
        hours, day = f"{starts_at[11:16]}–{ends_at[11:16]}", date.fromisoformat(starts_at[:10])
        found.append(Booking(row[1] - 1, day, row[4], hours, row[6] or row[8]))
    return found


def open_plainly(path: Path) -> sqlite3.Connection:
    file = sqlite3.connect(path)
    file.execute("PRAGMA cache_size = -32000")
    return file


class PlainPlan(QAbstractScrollArea):
    """Paints what it is given, each time anew."""

    def __init__(self, places: Places, rooms: tuple[str, ...]) -> None:
        super().__init__()
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self._places, self._rooms = places, rooms
        self._days: tuple[date, ...] = ()
        self._boxes: list[tuple[QRect, QRect, str, str, str]] = []
        self._font, self._strong, self._large = (QFont(self.font()) for _ in range(3))
        self._font.setPixelSize(12)
        self._strong.setPixelSize(12)
        self._strong.setWeight(QFont.Weight.DemiBold)
        self._large.setPixelSize(14)
        self._large.setWeight(QFont.Weight.DemiBold)

    def show_bookings(self, days: tuple[date, ...], bookings: list[Booking]) -> None:
        """Put each booking on the next line of its cell, as long as there is one."""
        columns = {day: column for column, day in enumerate(days)}
        taken: dict[tuple[int, int], int] = defaultdict(int)
        self._days, self._boxes = days, []
        for room, day, kind, hours, title in bookings:
            cell = room, columns[day]
            if taken[cell] < self._places.lines_in(room):
                rect = self._places.line_rect(*cell, taken[cell])
                band = QRect(rect.x(), rect.y(), 15, rect.height())
                self._boxes.append((rect, band, kind, hours, title))
            taken[cell] += 1
        places, port = self._places, self.viewport()
        self.verticalScrollBar().setRange(0, max(0, places.tops[-1] + places.head - port.height()))
        port.update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        places, port = self._places, self.viewport()
        port.scroll(dx, dy, port.rect().adjusted(0, places.head, 0, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        places, painter = self._places, QPainter(self.viewport())
        down = places.head - self.verticalScrollBar().value()
        painter.fillRect(event.rect(), QColor("#FFFFFF"))
        area = event.rect().adjusted(0, max(0, places.head - event.rect().top()), 0, 0)
        painter.save()
        painter.setClipRect(area)
        painter.translate(places.side, down)
        self._paint_bookings(painter, area.translated(-places.side, -down))
        painter.restore()
        self._paint_edges(painter, down)
        painter.end()

    def _paint_bookings(self, painter: QPainter, area: QRect) -> None:
        places = self._places
        painter.setPen(QColor("#E4DED3"))
        for left in places.lefts:
            painter.drawLine(left, area.top(), left, area.bottom())
        for top in places.tops:
            painter.drawLine(area.left(), top, area.right(), top)
        centred, wrapped = Qt.AlignmentFlag.AlignCenter, Qt.TextFlag.TextWordWrap
        white, ink = QColor("#FFFFFF"), QColor("#1C2733")
        for rect, band, kind, hours, title in self._boxes:
            if rect.intersects(area):
                solid, soft, letter = _LOOKS[kind]
                painter.fillRect(rect, soft)
                painter.fillRect(band, solid)
                painter.setFont(self._strong)
                painter.setPen(white)
                painter.drawText(band, centred, letter)
                painter.setPen(ink)
                painter.drawText(rect.x() + 20, rect.y() + 15, hours)
                painter.setFont(self._font)
                painter.drawText(rect.adjusted(100, 2, -2, 0), wrapped, title)

    def _paint_edges(self, painter: QPainter, down: int) -> None:
        places = self._places
        painter.setFont(self._large)
        painter.setClipRect(0, places.head, places.side, self.viewport().height())
        for name, top in zip(self._rooms, places.tops, strict=False):
            painter.drawText(8, top + down + 20, name)
        painter.setClipping(False)
        for day, left in zip(self._days, places.lefts, strict=False):
            painter.drawText(places.side + left + 8, 22, f"{day:%d/%m}")
