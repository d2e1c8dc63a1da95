"""The line above the pages: what is seen, which page of how many, how large."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.ui.paper.page_view import PageView
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Button, ElidedLabel, Text
from desktop_app.wording import _


class PageBar(QWidget):
    """Follows a page view and moves it."""

    def __init__(self, theme: Theme, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._view = theme, view
        self.title = ElidedLabel(theme, "", "card")
        self.page = Text(theme, "", "small", "muted")
        self.percent = Text(theme, "", "small", "muted")
        self.previous = self._button(_("Page précédente"), "chevron-up")
        self.next = self._button(_("Page suivante"), "chevron-down")
        self.smaller = self._button(_("Réduire"), "zoom-out", "Ctrl+-")
        self.larger = self._button(_("Agrandir"), "zoom-in", "Ctrl++")
        self.whole = self._button(_("Page entière"), "file-text", "Ctrl+0")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.title, 1)
        for part in (
            self.previous,
            self.page,
            self.next,
            self.smaller,
            self.percent,
            self.larger,
            self.whole,
        ):
            self._row.addWidget(part)
        self.previous.clicked.connect(view.go_to_previous_page)
        self.next.clicked.connect(view.go_to_next_page)
        self.smaller.clicked.connect(view.zoom_out)
        self.larger.clicked.connect(view.zoom_in)
        self.whole.clicked.connect(view.fit_page)
        view.zoom_changed.connect(self._show_percent)
        view.page_changed.connect(self._show_page)
        theme.changed.connect(self._dress)
        self._dress()

    def _button(self, word: str, icon: str, keys: str = "") -> Button:
        return Button(
            self._theme,
            word,
            icon=icon,
            tone="ghost",
            keys=keys,
            binds_keys=False,
            icon_only=True,
            compact=True,
        )

    @Slot()
    def _dress(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), px(10), px(12), px(10))
        self._row.setSpacing(px(6))

    def show_title(self, title: str, *, making: bool = False) -> None:
        """What is seen; making: the sheet of these words is on its way."""
        self.title.setText(_("{title} – préparation…").format(title=title) if making else title)

    @Slot(int)
    def _show_percent(self, percent: int) -> None:
        self.percent.setText(_("{n}\u00a0%").format(n=percent))

    @Slot(int, int)
    def _show_page(self, page: int, pages: int) -> None:
        self.page.setText(_("page {page}/{pages}").format(page=page, pages=pages))
        self.previous.setEnabled(page > 1)
        self.next.setEnabled(page < pages)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("card"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
