"""White cards on the paper: a title, what stands beside it, and a body."""

from __future__ import annotations

from PySide6.QtCore import QRect, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import painting
from desktop_app.ui.widgets.text import Text


class Card(QFrame):
    """A surface. `header` holds the title and its neighbours, `body` the rest.

    padded: give the body side margins; lists that run from edge to edge say False.
    edge: a token that colours the left edge, for a verdict or a family.
    """

    def __init__(
        self,
        theme: Theme,
        title: str = "",
        *,
        padded: bool = True,
        edge: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._padded, self._edge = theme, padded, edge
        self.header = QHBoxLayout()
        self.body = QVBoxLayout()
        self.title = Text(theme, title, "card")
        self.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        if title:
            self.header.addWidget(self.title)
            self._column.addLayout(self.header)
        else:
            self.title.setParent(self)
            self.title.hide()
        self._column.addLayout(self.body, 1)
        theme.changed.connect(self._dress)
        self._dress()

    def set_title(self, title: str) -> None:
        self.title.setText(title)
        self.setAccessibleName(title)

    def set_edge(self, edge: str) -> None:
        self._edge = edge
        self.update()

    @Slot()
    def _dress(self) -> None:
        px = self._theme.px
        side = px(16)
        self.header.setContentsMargins(side, 0, side, 0)
        self.header.setSpacing(px(10))
        # A list from edge to edge still leaves the card its own line.
        edge = side if self._padded else max(2, px(2))
        self.body.setContentsMargins(edge, 0, edge, 0)
        self.body.setSpacing(px(8))
        foot = px(14) if self._padded else px(8)
        self._column.setContentsMargins(0, px(12), 0, foot)
        self._column.setSpacing(px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        radius = px(12)
        if self._edge:
            painting.rounded(painter, self.rect(), radius, theme.colour(self._edge))
            painter.setClipRect(QRect(px(5), 0, self.width() - px(5), self.height()))
        painting.rounded(
            painter, self.rect(), radius, theme.colour("card"), theme.colour("line"), 1
        )
