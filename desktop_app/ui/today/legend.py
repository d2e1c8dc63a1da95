"""What the colours, letters and patterns of the day mean, in one line."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.bookings import Kind
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.booking_block import BlockPainter
from desktop_app.ui.widgets.booking_face import BlockFace
from desktop_app.wording import _
from desktop_app.wording.labels import label_of_kind, letter_of_kind

_FAMILIES = (Kind.MEETING, Kind.PERMANENCE, Kind.TRAINING, Kind.EVENT)


class Legend(QWidget):
    """A swatch and a word per family; what does not fit is left out, the tooltip has it all."""

    def __init__(self, theme: Theme, blocks: BlockPainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._blocks = theme, blocks
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = ", ".join(
            _("{label} : {value}").format(label=letter_of_kind(kind), value=label_of_kind(kind))
            for kind in _FAMILIES
        )
        self.setAccessibleName(_("Légende : {words}").format(words=words))
        self.setToolTip(words)
        theme.changed.connect(self._dress)

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics, px = self._theme.metrics("small"), self._theme.px
        width = sum(
            px(24) + px(6) + metrics.horizontalAdvance(label_of_kind(kind)) + px(12)
            for kind in _FAMILIES
        )
        return QSize(width, max(px(20), metrics.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        metrics, shelf = theme.metrics("small"), self._blocks.shelf
        left, side = 0, px(24)
        height = max(px(18), metrics.height())
        top = (self.height() - height) // 2
        for kind in _FAMILIES:
            word = label_of_kind(kind)
            width = side + px(6) + metrics.horizontalAdvance(word) + 1
            if left + width > self.width():
                return
            face = BlockFace(family=kind.value, letter=letter_of_kind(kind), title="")
            ground = self._blocks.ground(face, side, height)
            painter.drawPixmap(QRect(left, top, side, height), ground)
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("ink"))
            at = QPoint(left + side + px(6), (self.height() - metrics.height()) // 2)
            painter.drawStaticText(at, shelf.text("small", word, width))
            left += width + px(12)
