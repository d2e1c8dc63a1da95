"""Paints a laid-out day. No widget: a view calls it for what must be drawn again."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter

from desktop_app.ui.planning.day_frame import DayFrame
from desktop_app.ui.planning.grounds import Grounds
from desktop_app.ui.widgets import painting
from desktop_app.ui.widgets.booking_block import BlockPainter
from desktop_app.wording import _
from desktop_app.wording.dates import say_time
from desktop_app.wording.reasons import say_reason


class DayPainter:
    """Paints rows, hours, closed time, bookings and the present. Coordinates of the content."""

    def __init__(self, blocks: BlockPainter, grounds: Grounds) -> None:
        self.blocks, self.grounds = blocks, grounds
        self.theme = blocks.theme

    def paint(self, painter: QPainter, frame: DayFrame, area: QRect) -> None:
        """Everything of the day that touches `area`."""
        self._paint_ground(painter, frame, area)
        for block in frame.blocks_in(area.adjusted(-self.theme.px(60), 0, 0, 0)):
            tidying = frame.tidying(block)
            if not tidying.isEmpty():
                self._paint_tidying(painter, tidying)
        for block in frame.blocks_in(area):
            self.blocks.paint_block(painter, block.rect, block.face)
        now = frame.now_x()
        if now is not None:
            painter.fillRect(
                QRect(now - 1, 0, max(2, self.theme.px(2)), frame.height),
                self.theme.colour("accent"),
            )

    def _paint_ground(self, painter: QPainter, frame: DayFrame, area: QRect) -> None:
        theme = self.theme
        painter.fillRect(area, theme.colour("card"))
        for left, right in frame.opening_gaps():
            painter.fillRect(QRect(left, 0, right - left, frame.height), self.grounds.hatch())
        painter.setPen(self.grounds.hairline())
        for minute in frame.axis.hours:
            x = frame.axis.x_of_minute(minute)
            painter.drawLine(x, 0, x, frame.height)
        painter.setPen(self.grounds.hairline(strong=True))
        for room in range(len(frame.plan.rooms)):
            bottom = frame.row_rect(room).bottom()
            painter.drawLine(0, bottom, frame.width, bottom)
        self._paint_closed(painter, frame)

    def _paint_closed(self, painter: QPainter, frame: DayFrame) -> None:
        """Why the whole day is closed, once, where the eye begins."""
        closed = frame.plan.venue.calendar.closed_day(frame.day)
        if closed is None:
            return
        px, shelf = self.theme.px, self.grounds.shelf
        words = _("Fermé")
        if closed.reason:
            words = _("Fermé : {reason}").format(reason=say_reason(closed.reason))
        width = shelf.width_of("card", words)
        height = shelf.metrics("card").height()
        plate = QRect(px(24), px(12), width + px(24), height + px(12))
        painting.rounded(
            painter, plate, px(8), self.theme.colour("card"), self.theme.colour("line")
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        at = QPoint(plate.x() + px(12), plate.y() + px(6))
        self.grounds.say(painter, "card", "muted", at, words, width)

    def _paint_tidying(self, painter: QPainter, rect: QRect) -> None:
        ink = QColor(self.theme.colour("line"))
        painter.fillRect(rect, ink)
        painter.fillRect(rect.adjusted(0, 1, -1, -1), self.grounds.hatch())

    def paint_head(self, painter: QPainter, frame: DayFrame, height: int) -> None:
        """The hours, and the present on its plate; content across, heading down."""
        theme, px, shelf = self.theme, self.theme.px, self.grounds.shelf
        now = frame.now_x()
        top = (height - shelf.metrics("small").height()) // 2
        plate = self._plate(frame, now, height) if now is not None else QRect()
        for minute in frame.axis.hours:
            words = _hour(minute)
            width = shelf.width_of("small", words)
            x = frame.axis.x_of_minute(minute)
            left = min(max(x - width // 2, px(2)), frame.width - width - px(2))
            if not plate.intersects(QRect(left, 0, width, height)):
                self.grounds.say(painter, "small", "muted", QPoint(left, top), words, width)
        if now is None:
            return
        painting.rounded(painter, plate, px(5), theme.colour("accent"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(theme.font("small_strong"))
        painter.setPen(theme.colour("on_accent"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, say_time(frame.plan.now))

    def _plate(self, frame: DayFrame, now: int, height: int) -> QRect:
        px, shelf = self.theme.px, self.grounds.shelf
        width = shelf.width_of("small_strong", say_time(frame.plan.now)) + px(10)
        tall = shelf.metrics("small_strong").height() + px(4)
        left = min(max(now - width // 2, 0), frame.width - width)
        return QRect(left, (height - tall) // 2, width, tall)


def _hour(minute: int) -> str:
    from datetime import time

    return say_time(time(minute // 60 % 24))
