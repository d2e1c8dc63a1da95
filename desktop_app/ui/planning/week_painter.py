"""Paints a laid-out week. No widget: a view calls it for what must be drawn again, a bench for all.

Measured against wrapped `drawText` on 1,000 bookings (`plan.paint`): pixmaps for grounds, kept
words, strips drawn in one call a colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QLine, QPoint, QRect, Qt
from PySide6.QtGui import QPainter

from desktop_app.domain.bookings import family
from desktop_app.ui.planning.frame import More
from desktop_app.ui.planning.grounds import Grounds
from desktop_app.ui.planning.week_frame import WeekFrame, is_idle
from desktop_app.ui.widgets.booking_block import BlockPainter, Line
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_day_short, say_time
from desktop_app.wording.reasons import say_reason

ROOMY = 168
"""From this width of a line on (pixels at 100 %), it says its end as well as its start."""


class WeekPainter:
    """Paints cells, strips and lines. Coordinates are those of the content."""

    def __init__(self, blocks: BlockPainter, grounds: Grounds) -> None:
        self.blocks, self.grounds = blocks, grounds
        self.theme = blocks.theme
        self._shaped: dict[tuple[int, int], tuple[Line, ...]] = {}
        self._strips: dict[tuple[int, int], tuple[tuple[str, QRect], ...]] = {}
        self._shaped_for: WeekFrame | None = None

    def paint(self, painter: QPainter, frame: WeekFrame, area: QRect) -> None:
        """Everything of the week that touches `area`."""
        if not frame.plan.rooms:
            return
        cells = tuple(frame.cells_in(area))
        self._paint_cells(painter, frame, cells)
        self._paint_strips(painter, frame, cells)
        self.blocks.paint_lines(painter, self._lines_of(frame, cells))
        for one in frame.more:
            if one.rect.intersects(area):
                self._paint_more(painter, one)

    def _start(self, frame: WeekFrame) -> None:
        """What was shaped for another frame is no longer of use."""
        if self._shaped_for is not frame:
            self._shaped.clear()
            self._strips.clear()
            self._shaped_for = frame

    def _lines_of(self, frame: WeekFrame, cells: Iterable[tuple[int, int]]) -> Iterable[Line]:
        """The lines of these cells, shaped once for each frame."""
        self._start(frame)
        roomy = self.theme.px(ROOMY)
        for cell in cells:
            lines = self._shaped.get(cell)
            if lines is None:
                lines = self._shaped[cell] = tuple(
                    self.blocks.line(one.rect, one.face, roomy=one.rect.width() >= roomy)
                    for one in frame.cell_blocks(*cell)
                )
            yield from lines

    def _paint_cells(
        self, painter: QPainter, frame: WeekFrame, cells: Sequence[tuple[int, int]]
    ) -> None:
        """The ground, the days that differ from it, then the edges of days and rooms."""
        plan, colour = frame.plan, self.theme.colour
        (first, left), (last, right) = cells[0], cells[-1]
        x, until = frame.lefts[left], frame.lefts[right + 1]
        top, height = frame.tops[first], frame.tops[last + 1] - frame.tops[first]
        painter.fillRect(QRect(x, top, until - x, height), colour("card"))
        edges = []
        for column in range(left, right + 1):
            day, start = plan.days[column], frame.lefts[column]
            rect = QRect(start, top, frame.lefts[column + 1] - start, height)
            if plan.venue.calendar.closed_day(day) is not None:
                painter.fillRect(rect, self.grounds.hatch())
            elif day == plan.now.date():
                painter.fillRect(rect, colour("field"))
            edges.append(QLine(rect.right(), rect.top(), rect.right(), rect.bottom()))
        for bottom in frame.tops[first + 1 : last + 2]:
            edges.append(QLine(x, bottom - 1, until - 1, bottom - 1))
        painter.setPen(self.grounds.hairline(strong=True))
        painter.drawLines(edges)

    def _paint_strips(
        self, painter: QPainter, frame: WeekFrame, cells: Iterable[tuple[int, int]]
    ) -> None:
        """Free time is light, taken time has its family's colour, closed time stays bare."""
        self._start(frame)
        strokes: dict[str, list[QRect]] = {"hover": []}
        for cell in cells:
            found = self._strips.get(cell)
            if found is None:
                found = self._strips[cell] = tuple(_strip_of(frame, *cell))
            for name, rect in found:
                strokes.setdefault(name, []).append(rect)
        painter.setPen(Qt.PenStyle.NoPen)
        for name, rects in strokes.items():
            painter.setBrush(self.theme.colour(name))
            painter.drawRects(rects)
        self._paint_present(painter, frame, cells)

    def _paint_present(
        self, painter: QPainter, frame: WeekFrame, cells: Iterable[tuple[int, int]]
    ) -> None:
        """The now-line of the week: a tick on today's strips."""
        plan, m = frame.plan, frame.measures
        day = plan.now.date()
        if day not in plan.days:
            return
        today, x = plan.days.index(day), frame.axis_of(day).x_of(plan.now, day)
        width, out = max(2, self.theme.px(2)), self.theme.px(2)
        painter.setBrush(self.theme.colour("accent"))
        painter.drawRects(
            [
                QRect(x - width // 2, frame.tops[room] + m.pad - out, width, m.strip + 2 * out)
                for room, column in cells
                if column == today
            ]
        )

    def _paint_more(self, painter: QPainter, one: More) -> None:
        words = n_("+ {n} autre", "+ {n} autres", one.hidden).format(n=one.hidden)
        metrics = self.grounds.shelf.metrics("small_strong")
        top = one.rect.y() + (one.rect.height() - metrics.height()) // 2
        left = one.rect.x() + self.theme.px(5)
        width = one.rect.width() - self.theme.px(8)
        self.grounds.say(painter, "small_strong", "info", QPoint(left, top), words, width)

    def paint_head(self, painter: QPainter, frame: WeekFrame, height: int) -> None:
        """The days, with what closes them; coordinates: content across, heading down."""
        for column, day in enumerate(frame.plan.days):
            left, right = frame.lefts[column], frame.lefts[column + 1]
            self._paint_day(painter, frame, day, QRect(left, 0, right - left, height))

    def _paint_day(self, painter: QPainter, frame: WeekFrame, day: date, rect: QRect) -> None:
        theme, px = self.theme, self.theme.px
        plan = frame.plan
        closed = plan.venue.calendar.closed_day(day)
        today = day == plan.now.date()
        painter.fillRect(rect, self.grounds.hatch() if closed else theme.colour("card"))
        if today:
            painter.fillRect(
                QRect(rect.left(), rect.bottom() - px(3), rect.width(), px(3)),
                theme.colour("accent"),
            )
        top = rect.y() + (rect.height() - self.grounds.shelf.metrics("strong").height()) // 2
        left, width = rect.x() + px(8), rect.width() - px(12)
        name = say_day_short(day)
        if is_idle(plan, day):
            name = name.split("/")[0]
        colour = "accent" if today else "muted" if closed else "ink"
        used = self.grounds.say(painter, "strong", colour, QPoint(left, top), name, width)
        rest = width - used - px(8)
        # Beside the day, only what is out of the ordinary; the strips say the rest.
        words = self._aside(frame, day)
        if words and self.grounds.shelf.width_of("small", words) <= rest:
            below = QPoint(left + used + px(8), top + px(1))
            self.grounds.say(painter, "small", "muted", below, words, rest)
        painter.setPen(self.grounds.hairline(strong=True))
        painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())

    def _aside(self, frame: WeekFrame, day: date) -> str:
        calendar = frame.plan.venue.calendar
        closed = calendar.closed_day(day)
        if closed is not None:
            return say_reason(closed.reason) or _("fermé")
        closes = calendar.hours_on(day)[-1].end
        opens = calendar.hours_on(day)[0].start
        return _("{opens} – {closes}").format(opens=say_time(opens), closes=say_time(closes))


def _strip_of(frame: WeekFrame, room: int, column: int) -> Iterable[tuple[str, QRect]]:
    """Colour and stretch, the opening first and what takes it above."""
    plan = frame.plan
    day, room_id = plan.days[column], plan.rooms[room].id
    for span in plan.venue.calendar.hours_on(day):
        yield "hover", frame.strip_rect(room, day, span.start, span.end)
    for row in plan.held_in(room_id, day):
        yield family(row.kind), frame.strip_rect(room, day, row.starts_at, row.ends_at)
    for period in plan.unavailable_in(room_id, day):
        yield "neutral", frame.strip_rect(room, day, period.starts_at, period.ends_at)
