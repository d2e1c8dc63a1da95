"""A wide column and a narrow one; or one below the other where text is large, the display small.

An open panel takes the place of the narrow column; with one column only, of everything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Slot
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme import Theme

if TYPE_CHECKING:
    from desktop_app.ui.widgets.side_panel import SidePanel

_ANY_WIDTH = 16_777_215
"""Qt's own word for “no limit”."""


class TwoColumns(QObject):
    """Lays out a host. Put widgets in `main` and `side`; call `arrange` when the host's size, or
    whether the panel is open, has changed. The host answers Qt with `least`.

    width: of the narrow column at 100 %, as long as there is no panel that has its own.
    """

    def __init__(
        self, theme: Theme, host: QWidget, panel: SidePanel | None = None, *, width: int = 0
    ) -> None:
        super().__init__(host)
        self._theme, self._host, self._width = theme, host, width
        self._panel: SidePanel | None = None
        self._main, self._side = QWidget(host), QWidget(host)
        self.main, self.side = QVBoxLayout(self._main), QVBoxLayout(self._side)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, host)
        self._columns.addWidget(self._main, 1)
        self._columns.addWidget(self._side)
        if panel is not None:
            self.put_panel(panel)
        theme.changed.connect(self._dress)
        self._dress()

    def put_panel(self, panel: SidePanel) -> None:
        """Take the panel in, closed. Call `arrange` afterwards."""
        panel.hide()
        self._panel = panel
        self._columns.addWidget(panel)

    @property
    def _side_width(self) -> int:
        if self._panel is None:
            return self._theme.px(self._width)
        return self._panel.sizeHint().width()

    def least(self) -> QSize:
        """The least size of the host: one column wide. Its height, too, is the least: a scroll
        area that asks for the wished height would scroll for nothing."""
        widest = max(self._main.minimumSizeHint().width(), self._side.minimumSizeHint().width())
        return QSize(widest + self._theme.px(16), self._columns.minimumSize().height())

    @property
    def is_narrow(self) -> bool:
        """Is there room for one column only?"""
        least = self._side_width + self._main.minimumSizeHint().width() + self._theme.px(30)
        return self._host.width() < least

    def arrange(self) -> None:
        """Show what there is room for."""
        panel, side = self._panel, self._side_width
        narrow, opened = self.is_narrow, panel is not None and not panel.isHidden()
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._main.setVisible(not (narrow and opened))
        self._side.setVisible(not opened)
        for part in (self._side, panel):
            if part is not None:
                part.setMinimumWidth(0 if narrow else side)
                part.setMaximumWidth(_ANY_WIDTH if narrow else side)
        if panel is not None:
            wide = QSizePolicy.Policy.Preferred if narrow else QSizePolicy.Policy.Fixed
            panel.setSizePolicy(wide, QSizePolicy.Policy.Expanding)
        margins = self.main.contentsMargins()
        margins.setRight(self._theme.px(16) if narrow else 0)
        self.main.setContentsMargins(margins)

    @Slot()
    def _dress(self) -> None:
        px = self._theme.px
        # The open panel reaches the edges of the window; the cards beside it do not.
        self._columns.setContentsMargins(px(16), 0, 0, 0)
        self._columns.setSpacing(px(14))
        self.main.setContentsMargins(0, px(14), 0, px(14))
        self.side.setContentsMargins(0, px(14), px(16), px(14))
        self.main.setSpacing(px(12))
        self.side.setSpacing(px(10))
        self.arrange()
