"""The dark rail at the left: one button a screen, icon and word; icons alone when room is short."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.screen import ScreenEntry
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import painting
from desktop_app.ui.widgets.keys import say_keys
from desktop_app.wording import _


class RailButton(QPushButton):
    """Goes to one screen. The one shown is a white tile: shape and weight, not colour alone."""

    def __init__(self, theme: Theme, entry: ScreenEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._entry = theme, entry
        self.key = entry.key
        self.compact = False
        self._hovered = False
        self.setCheckable(True)
        self.setAccessibleName(entry.label)
        if entry.shortcut:
            self.setToolTip(f"{entry.label}\u00a0({say_keys(entry.shortcut)})")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)  # Enter presses it, not Space alone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_compact(self, compact: bool) -> None:
        self.compact = compact
        self.updateGeometry()

    def height_when(self, compact: bool) -> int:
        px = self._theme.px
        return px(44) if compact else px(30) + self._theme.metrics("small_strong").height() + px(14)

    def word_width(self) -> int:
        return self._theme.metrics("small_strong").horizontalAdvance(self._entry.label)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(44), self.height_when(self.compact))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def nextCheckState(self) -> None:
        """Being shown is the window's to say: a click does not toggle."""

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        shown = self.isChecked()
        body = self.rect()
        if self.hasFocus():
            painting.rounded(painter, body, px(10), None, theme.colour("on_navigation"), px(2))
            body = body.adjusted(px(4), px(4), -px(4), -px(4))
        if shown:
            painting.rounded(painter, body, px(9), theme.colour("card"))
        elif self._hovered:
            veil = theme.colour("on_navigation")
            veil.setAlphaF(0.14)
            painting.rounded(painter, body, px(9), veil)
        # On the white tile of a dark theme the word must stay dark enough: ink follows the card.
        self._paint_word(painter, "ink" if shown else "navigation_muted")

    def _paint_word(self, painter: QPainter, colour: str) -> None:
        theme, px = self._theme, self._theme.px
        size = px(22)
        left = (self.width() - size) // 2
        top = (self.height() - size) // 2 if self.compact else px(9)
        painter.drawPixmap(QPoint(left, top), theme.pixmap(self._entry.icon, colour, 22))
        if self.compact:
            return
        painter.setFont(theme.font("small_strong" if self.isChecked() else "small"))
        painter.setPen(theme.colour(colour))
        top += size + px(3)
        area = QRect(0, top, self.width(), self.height() - top - px(5))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._entry.label)


class Rail(QWidget):
    """The screens, in the order they were given; `bottom` ones at the foot."""

    chosen = Signal(str)
    """The key of the screen somebody wants to see."""

    def __init__(
        self, theme: Theme, entries: Sequence[ScreenEntry], initial: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._initial = theme, initial
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Écrans"))
        self.buttons: dict[str, RailButton] = {}
        self._column = QVBoxLayout(self)
        for group in ("top", "bottom"):
            for entry in entries:
                if entry.group == group:
                    button = self.buttons[entry.key] = RailButton(theme, entry, self)
                    button.clicked.connect(self._choose)
                    self._column.addWidget(button)
            if group == "top":
                self._column.addStretch(1)
        theme.changed.connect(self._dress)
        self._dress()

    def show_current(self, key: str) -> None:
        for name, button in self.buttons.items():
            button.setChecked(name == key)

    @Slot()
    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            self.chosen.emit(button.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _tile(self) -> int:
        """Height of the tile with the venue's initial, and the space under it."""
        return self._theme.px(44) + self._theme.px(14)

    def _fit(self) -> None:
        """Words as long as every button fits the height and the words leave the screen its room."""
        px = self._theme.px
        gaps = px(4) * (len(self.buttons) + 1) + 2 * px(12)
        needed = self._tile() + gaps + sum(b.height_when(False) for b in self.buttons.values())
        compact = needed > self.height() or self._theme.scale > 150
        widest = max((button.word_width() for button in self.buttons.values()), default=0)
        self.setFixedWidth(px(56) if compact else max(px(88), widest + px(22)))
        side = px(6 if compact else 8)
        margins = self._column.contentsMargins()
        self._column.setContentsMargins(side, margins.top(), side, margins.bottom())
        for button in self.buttons.values():
            button.set_compact(compact)

    @Slot()
    def _dress(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(8), px(12) + self._tile(), px(8), px(12))
        self._column.setSpacing(px(4))
        self._fit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("navigation"))
        side = px(44)
        tile = QRect((self.width() - side) // 2, px(14), side, side)
        painting.rounded(painter, tile, px(10), theme.colour("card"))
        painter.setFont(theme.font("title"))
        painter.setPen(theme.colour("ink"))
        painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, self._initial)
