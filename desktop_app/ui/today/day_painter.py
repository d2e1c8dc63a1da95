"""Paints a laid-out day: rooms, hours, closed time, bookings, the present."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QBrush, QColor, QGuiApplication, QPainter, QPen, QPixmap

from desktop_app.domain.rooms import Room
from desktop_app.ui.theme import Theme
from desktop_app.ui.today.day_layout import DayLayout, Gap
from desktop_app.ui.widgets import painting
from desktop_app.ui.widgets.booking_block import BlockPainter
from desktop_app.wording import _, language, n_
from desktop_app.wording.dates import say_time
from desktop_app.wording.phrases import NARROW


class DayPainter(QObject):
    """Keep one per view: words stay shaped and brushes made until the theme changes."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.blocks = BlockPainter(theme, self)
        self.shelf = self.blocks.shelf
        self._hatch: QBrush | None = None
        theme.changed.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self._hatch = None

    def paint(self, painter: QPainter, day: DayLayout, current: int | None, ringed: bool) -> None:
        """The whole day. current: the booking with the cursor; ringed: show it."""
        self._paint_ground(painter, day)
        self._paint_hours(painter, day)
        for place, room in enumerate(day.board.rooms):
            self._paint_room(painter, day, day.row_rect(place), room)
        for gap in day.gaps:
            self._paint_gap(painter, gap)
        self._paint_now(painter, day, 1.0)
        for block in day.blocks:
            self.blocks.paint_block(painter, block.rect, block.face)
        # Over a booking the line lets its words through.
        self._paint_now(painter, day, 0.4)
        for block in day.blocks:
            if ringed and block.booking.id == current:
                self.blocks.paint_ring(painter, block.rect)

    # -- ground -------------------------------------------------------------------------------

    def _paint_ground(self, painter: QPainter, day: DayLayout) -> None:
        theme = self.theme
        top, bottom = day.measures.head, day.height
        for start, end in day.closed_stretches():
            painter.fillRect(QRect(start, top, end - start, bottom - top), self.hatch())
        hairline = QColor(theme.colour("line"))
        hairline.setAlphaF(0.6)
        painter.setPen(QPen(hairline, 1))
        for minute in day.hours:
            x = day.x_of_minute(minute)
            painter.drawLine(x, top, x, bottom)
        painter.setPen(QPen(theme.colour("line"), 1))
        for place in range(len(day.board.rooms) + 1):
            y = day.row_rect(place).top()
            painter.drawLine(0, y, day.width, y)

    def _paint_hours(self, painter: QPainter, day: DayLayout) -> None:
        """The heading; hours are left out rather than written over each other, or over now."""
        widest = self.shelf.width_of("small", hour_word(20 * 60)) + self.theme.px(10)
        step = 1
        per_hour = (day.width - day.left) / max(1, (day.last - day.first) / 60)
        while step * per_hour < widest:
            step += 1
        now = self._pill(day)
        if now is not None:
            now = now.adjusted(-self.theme.px(4), 0, self.theme.px(4), 0)
        painter.setFont(self.theme.font("small"))
        painter.setPen(self.theme.colour("muted"))
        free_from = 0
        for minute in day.hours[::step]:
            word = hour_word(minute)
            width = self.shelf.width_of("small", word)
            x = day.x_of_minute(minute) - width // 2
            x = min(max(x, day.left), day.width - width - 1)
            box = QRect(x, 0, width, day.measures.head)
            if x >= free_from and (now is None or not box.intersects(now)):
                free_from = x + width + self.theme.px(6)
                top = (day.measures.head - self.shelf.metrics("small").height()) // 2
                painter.drawStaticText(QPoint(x, top), self.shelf.text("small", word, width))

    def _paint_room(self, painter: QPainter, day: DayLayout, rect: QRect, room: Room) -> None:
        px, shelf = self.theme.px, self.shelf
        left, width = px(14), day.left - px(20)
        strong, small = shelf.metrics("strong").height(), shelf.metrics("small").height()
        both = rect.height() >= strong + small + px(2)
        top = rect.top() + (rect.height() - (strong + small if both else strong)) // 2
        self._say(painter, "strong", "ink", QPoint(left, top), room.name, width)
        if both:
            self._say(
                painter, "small", "muted", QPoint(left, top + strong), room_words(room), width
            )

    def _say(
        self, painter: QPainter, role: str, colour: str, at: QPoint, words: str, width: int
    ) -> None:
        painter.setFont(self.theme.font(role))
        painter.setPen(self.theme.colour(colour))
        painter.drawStaticText(at, self.shelf.text(role, words, width))

    # -- what stands on it --------------------------------------------------------------------

    def _paint_gap(self, painter: QPainter, gap: Gap) -> None:
        theme, px = self.theme, self.theme.px
        painting.rounded(
            painter, gap.rect, px(5), theme.colour("neutral.soft"), theme.colour("line_strong")
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(gap.rect.adjusted(2, 2, -2, -2), self.hatch())
        words = say_gap(gap.period.reason)
        height = self.shelf.metrics("small_strong").height()
        width = min(self.shelf.width_of("small_strong", words), gap.rect.width() - px(12))
        if width < px(16):
            return
        plate = QRect(0, 0, width + px(8), height)
        plate.moveCenter(gap.rect.center())
        painter.fillRect(plate, theme.colour("neutral.soft"))
        self._say(painter, "small_strong", "ink", plate.topLeft() + QPoint(px(4), 0), words, width)

    def _pill(self, day: DayLayout) -> QRect | None:
        """Where the present hour is written, in the heading."""
        if day.now_x is None:
            return None
        px = self.theme.px
        width = self.shelf.width_of("small_strong", say_time(day.board.now)) + px(14)
        height = min(day.measures.head - px(2), self.shelf.metrics("small").height() + px(6))
        left = min(max(day.now_x - width // 2, day.left), day.width - width)
        return QRect(left, (day.measures.head - height) // 2, width, height)

    def _paint_now(self, painter: QPainter, day: DayLayout, opacity: float) -> None:
        pill = self._pill(day)
        if pill is None or day.now_x is None:
            return
        theme, px = self.theme, self.theme.px
        line = max(2, px(2))
        top = pill.bottom()
        accent = theme.colour("accent")
        painter.setOpacity(opacity)
        painter.fillRect(QRect(day.now_x - line // 2, top, line, day.height - top), accent)
        painter.setOpacity(1.0)
        painting.rounded(painter, QRectF(pill), pill.height() / 2, accent)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(theme.font("small_strong"))
        painter.setPen(theme.colour("on_accent"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, say_time(day.board.now))

    def hatch(self) -> QBrush:
        """Slanted stripes on paper: closed, or out of use."""
        if self._hatch is None:
            self._hatch = QBrush(_stripes(self.theme))
        return self._hatch


def hour_word(minute: int) -> str:
    """“9 h”, narrow, for the heading."""
    return f"{minute // 60}{NARROW}h" if language() == "fr" else f"{minute // 60:02d}:00"


def room_words(room: Room) -> str:
    """“RdC · 40 p.”, and the steps if there are any."""
    words = [room.floor] if room.floor else []
    words.append(n_("{n} p.", "{n} p.", room.max_headcount).format(n=room.max_headcount))
    if not room.step_free:
        words.append(_("marches"))
    return " · ".join(words)


def say_gap(reason: str) -> str:
    """Why a room cannot be used."""
    return _("Indisponible : {reason}").format(reason=reason) if reason else _("Indisponible")


def _stripes(theme: Theme) -> QPixmap:
    side = max(8, theme.px(14))
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(theme.colour("paper"))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.colour("hover"), side / 3.2)
    pen.setCapStyle(Qt.PenCapStyle.SquareCap)
    painter.setPen(pen)
    for shift in (-side, 0, side):
        painter.drawLine(shift, side, shift + side, 0)
    painter.end()
    return made
