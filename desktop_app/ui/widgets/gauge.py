"""How full something is: a bar for the venue, a ring for a training. The number stands beside."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import painting
from desktop_app.wording import _


def tone_of(value: int, maximum: int) -> str:
    """Green, orange from nine tenths, red at the maximum and above."""
    if maximum and value >= maximum:
        return "error"
    return "warning" if maximum and value * 10 >= maximum * 9 else "ok"


class _Meter(QWidget):
    """What bar and ring share: a value, a maximum, and words for a screen reader."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._name = theme, name
        self.value, self.maximum = 0, 0
        theme.changed.connect(self._dress)

    def set_values(self, value: int, maximum: int) -> None:
        """Both in the same unit; a maximum of 0 means unknown and draws an empty gauge."""
        self.value, self.maximum = value, maximum
        words = _("{name} : {value} / {maximum}")
        self.setAccessibleName(words.format(name=self._name, value=value, maximum=maximum))
        self.update()

    def share(self) -> float:
        """0 to 1, never more: the number beside says by how much it overflows."""
        return min(1.0, self.value / self.maximum) if self.maximum else 0.0

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


class Gauge(_Meter):
    """A horizontal bar."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        radius = self.height() / 2
        painting.rounded(painter, self.rect(), radius, theme.colour("neutral.soft"))
        width = self.width() * self.share()
        if width > 0:
            full = QRectF(0, 0, max(width, self.height()), self.height())
            painting.rounded(painter, full, radius, theme.colour(tone_of(self.value, self.maximum)))


class RingGauge(_Meter):
    """A ring with the number inside and “sur 25” below it."""

    def __init__(
        self, theme: Theme, name: str, *, diameter: int = 104, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, parent)
        self._diameter, self._below = diameter, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_below(self, words: str) -> None:
        """The small words under the number."""
        self._below = words
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.px(self._diameter)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = px(self._diameter) * 0.12
        circle = QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        flat = Qt.PenCapStyle.FlatCap
        painter.setPen(QPen(theme.colour("neutral.soft"), thick, Qt.PenStyle.SolidLine, flat))
        painter.drawEllipse(circle)
        painter.setPen(QPen(theme.colour("ok"), thick, Qt.PenStyle.SolidLine, flat))
        painter.drawArc(circle, 90 * 16, -round(360 * 16 * self.share()))
        self._paint_number(painter)

    def _paint_number(self, painter: QPainter) -> None:
        theme = self._theme
        number, below = theme.metrics("title"), theme.metrics("small")
        height = number.height() + (below.height() if self._below else 0)
        top = (self.height() - height) // 2
        middle = int(Qt.AlignmentFlag.AlignHCenter)
        painter.setFont(theme.font("title"))
        painter.setPen(theme.colour("ink"))
        painter.drawText(0, top, self.width(), number.height(), middle, str(self.value))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        top += number.height()
        painter.drawText(0, top, self.width(), below.height(), middle, self._below)
