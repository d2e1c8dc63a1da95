"""The strip above every screen: where we are, what the devices and the backup say, the search box.

On a narrow window, or at a large text size, the chips drop their words; if that is not enough, they
move to a second line with the search box.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.chip import Chip
from desktop_app.ui.widgets.text import ElidedLabel

UNLIMITED = 16_777_215
"""What Qt calls no maximum."""


class Header(QWidget):
    """Title, subtitle, status chips by name, and the widget handed in as search box."""

    def __init__(self, theme: Theme, search: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._search = theme, search
        self._chips: dict[str, Chip] = {}
        self._stacked: bool | None = None
        self._title = self._full_title = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.title = ElidedLabel(theme, "", "title")
        self.subtitle = ElidedLabel(theme, "", "subtitle", "muted")
        for label in (self.title, self.subtitle):
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._words, self._tools = QWidget(self), QWidget(self)
        self._words_row, self._tools_row = QHBoxLayout(self._words), QHBoxLayout(self._tools)
        self._words_row.setContentsMargins(0, 0, 0, 0)
        self._tools_row.setContentsMargins(0, 0, 0, 0)
        self._words_row.addWidget(self.title)
        self._words_row.addWidget(self.subtitle, 1)
        self._tools_row.addStretch(1)
        self._tools_row.addWidget(search)
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(0, 1)
        theme.changed.connect(self._dress)
        self._dress()

    def set_words(self, title: str, subtitle: str, full_title: str = "") -> None:
        """full_title: said instead where everything else has its room too."""
        self._title, self._full_title = title, full_title or title
        self.subtitle.setText(subtitle)
        self._arrange()

    def set_chip(self, name: str, text: str, tone: str, icon: str) -> None:
        """Show or change a status; an empty text takes it away."""
        chip = self._chips.get(name)
        if chip is None and text:
            chip = self._chips[name] = Chip(self._theme, parent=self._tools)
            self._tools_row.insertWidget(self._tools_row.count() - 1, chip)
        if chip is not None:
            chip.set(text, tone, icon)
            chip.setVisible(bool(text))
        self._arrange()

    def chip(self, name: str) -> Chip | None:
        return self._chips.get(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        """One line with everything; else with chips without words; else two lines."""
        if self.width() <= 0:
            return
        px = self._theme.px
        chips = [chip for chip in self._chips.values() if not chip.isHidden()]
        gaps = px(12) * len(chips) + px(24) + 2 * px(22)
        whole = sum(chip.whole_width() for chip in chips) + self._search.sizeHint().width()
        bare = sum(chip.bare_width() for chip in chips) + self._search.minimumSizeHint().width()
        others = gaps + whole + self.subtitle.sizeHint().width() + px(16)
        metrics = self._theme.metrics("title")
        has_room = others + metrics.horizontalAdvance(self._full_title) + px(8) <= self.width()
        self.title.setText(self._full_title if has_room else self._title)
        title = self.title.sizeHint().width()
        roomy = title + px(120) + gaps + whole <= self.width()
        stacked = not roomy and title + gaps + bare > self.width()
        fits_below = gaps + whole <= self.width()
        for chip in self._chips.values():
            chip.set_compact(not roomy and not (stacked and fits_below))
        # The box gives way before the title: it is the one that can scroll what it holds.
        spare = self.width() - title - px(60) - gaps
        spare -= sum(chip.bare_width() for chip in chips)
        smallest = self._search.minimumSizeHint().width()
        narrow = not roomy and not stacked
        self.title.setMinimumWidth(max(0, min(title, self.width() - 2 * px(22))))
        self._search.setMaximumWidth(max(smallest, spare) if narrow else UNLIMITED)
        if stacked == self._stacked:
            return
        self._stacked = stacked
        self._grid.removeWidget(self._words)
        self._grid.removeWidget(self._tools)
        self._grid.addWidget(self._words, 0, 0)
        self._grid.addWidget(self._tools, int(stacked), 0 if stacked else 1)
        self.updateGeometry()

    @Slot()
    def _dress(self) -> None:
        px = self._theme.px
        self._grid.setContentsMargins(px(22), px(11), px(22), px(12))
        self._grid.setHorizontalSpacing(px(24))
        self._grid.setVerticalSpacing(px(8))
        self._words_row.setSpacing(px(16))
        self._tools_row.setSpacing(px(12))
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("card"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))
