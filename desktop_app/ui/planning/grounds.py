"""What lies under the bookings: hatching of closed hours, hairlines, the words of the edges."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLine, QObject, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QBrush, QGuiApplication, QPainter, QPen, QPixmap

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
        self._hairlines: dict[bool, QPen] = {}
        theme.changed.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self._hatch = None
        self._hairlines.clear()

    def hatch(self) -> QBrush:
        """Slanted stripes on paper: closed. Anchored to the content by the painter's origin."""
        if self._hatch is None:
            self._hatch = QBrush(_stripes(self.theme))
        return self._hatch

    def hairline(self, strong: bool = False) -> QPen:
        found = self._hairlines.get(strong)
        if found is None:
            colour = self.theme.colour("line")
            if not strong:
                colour.setAlphaF(0.6)
            found = self._hairlines[strong] = QPen(colour, 1)
        return found

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

    def paint_rooms(self, painter: QPainter, places: Sequence[tuple[QRect, Room]]) -> None:
        """Each room's name, how many it holds, and whether one gets there without steps."""
        theme, shelf, px = self.theme, self.shelf, self.theme.px
        strong, small = shelf.metrics("strong").height(), shelf.metrics("small").height()
        said, edges = [], []
        for rect, room in places:
            painter.fillRect(rect, theme.colour("card"))
            top = rect.y() + min(px(6), max(0, (rect.height() - strong - small) // 2))
            said.append((rect.x() + px(12), top, rect.width() - px(18), room))
            edges.append(QLine(rect.left(), rect.bottom(), rect.right(), rect.bottom()))
            edges.append(QLine(rect.right(), rect.top(), rect.right(), rect.bottom()))
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("ink"))
        for x, y, width, room in said:
            painter.drawStaticText(x, y, shelf.text("strong", room.name, width))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        for x, y, width, room in said:
            painter.drawStaticText(x, y + strong, shelf.text("small", _facts(room), width))
        painter.setPen(self.hairline(strong=True))
        painter.drawLines(edges)


def _facts(room: Room) -> str:
    words = [room.floor] if room.floor else []
    words.append(n_("{n} p.", "{n} p.", room.max_headcount).format(n=room.max_headcount))
    if not room.step_free:
        words.append(_("marches"))
    return " · ".join(words)


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
