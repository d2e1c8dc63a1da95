"""What lies under the bookings: hatching of closed hours, hairlines, the words of the edges."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QBrush, QColor, QGuiApplication, QPainter, QPen, QPixmap

from desktop_app.domain.rooms import Room
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.text_shelf import TextShelf
from desktop_app.wording import _, n_


class Grounds(QObject):
    """Brushes made once per theme, and the heading and side every view paints alike."""

    def __init__(self, theme: Theme, shelf: TextShelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme, self.shelf = theme, shelf
        self._hatch: QBrush | None = None
        theme.changed.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self._hatch = None

    def hatch(self) -> QBrush:
        """Slanted stripes on paper: closed. Anchored to the content by the painter's origin."""
        if self._hatch is None:
            self._hatch = QBrush(_stripes(self.theme))
        return self._hatch

    def hairline(self, strong: bool = False) -> QPen:
        colour = QColor(self.theme.colour("line"))
        if not strong:
            colour.setAlphaF(0.6)
        return QPen(colour, 1)

    def say(
        self, painter: QPainter, role: str, colour: str, at: QPoint, text: str, width: int
    ) -> int:
        """One line of words, elided to the width; how wide it came out."""
        if width <= 0:
            return 0
        painter.setFont(self.theme.font(role))
        painter.setPen(self.theme.colour(colour))
        painter.drawStaticText(at, self.shelf.text(role, text, width))
        return min(self.shelf.width_of(role, text), width)

    def paint_room(self, painter: QPainter, rect: QRect, room: Room) -> None:
        """A room's name, how many it holds, and whether one gets there without steps."""
        theme, px = self.theme, self.theme.px
        painter.fillRect(rect, theme.colour("card"))
        strong, small = self.shelf.metrics("strong").height(), self.shelf.metrics("small").height()
        top = rect.y() + min(px(6), max(0, (rect.height() - strong - small) // 2))
        left, width = rect.x() + px(12), rect.width() - px(18)
        self.say(painter, "strong", "ink", QPoint(left, top), room.name, width)
        words = [room.floor] if room.floor else []
        words.append(n_("{n} p.", "{n} p.", room.max_headcount).format(n=room.max_headcount))
        if not room.step_free:
            words.append(_("marches"))
        self.say(painter, "small", "muted", QPoint(left, top + strong), " · ".join(words), width)
        painter.setPen(self.hairline(strong=True))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())


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
