"""The one search box of the window: words in, hits out, a key or a click away from any of them.

Type, step with the arrows, Enter opens. Escape closes the list, Escape again empties the box and
gives the keyboard back to the screen; else what was typed stays.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop_app.ui.announcing import announce
from desktop_app.ui.background import Background
from desktop_app.ui.hits import Hit, Line, lines_of
from desktop_app.ui.navigation import Destination, Navigator
from desktop_app.ui.privacy import Privacy
from desktop_app.ui.search_box import SearchBox
from desktop_app.ui.theme import Theme
from desktop_app.wording import _, n_
from desktop_app.wording.phrases import shorten

if TYPE_CHECKING:
    from desktop_app.ui.hit_list import HitPanel

Finder = Callable[[str], Sequence[Hit]]
"""Runs on the database thread: `services.search.find`."""


class CommandBar(QObject):
    """Ties the box to the finder and to the navigator. `box` goes into the header."""

    given_back = Signal()
    """Nobody knows where the keyboard was before: the screen shown should take it."""

    def __init__(
        self,
        theme: Theme,
        background: Background,
        navigator: Navigator,
        privacy: Privacy,
        find: Finder,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme, self._background = theme, background
        self._navigator, self._privacy, self._find = navigator, privacy, find
        self._window = window
        self._before: QWidget | None = None
        self._turn = 0
        self.box = SearchBox(theme, "Ctrl+K", window)
        self._panel: HitPanel | None = None
        self._connect()

    def _connect(self) -> None:
        self.box.textEdited.connect(self._search)
        self.box.stepped.connect(self._step)
        self.box.accepted.connect(self._accept)
        self.box.dismissed.connect(self._dismiss)
        self.box.left.connect(self._hide)

    @property
    def panel(self) -> HitPanel:
        """The card with the hits, made at the first search: no start waits for it."""
        if self._panel is None:
            from desktop_app.ui.hit_list import HitPanel

            self._panel = HitPanel(self._theme, self._window)
            self._panel.list.clicked.connect(self._open_row)
            self._panel.list.entered.connect(self._panel.list.setCurrentIndex)
        return self._panel

    @Slot()
    def _hide(self) -> None:
        if self._panel is not None:
            self._panel.hide()

    @Slot()
    def enter(self) -> None:
        """Ctrl+K: come to the box from anywhere, what it says selected."""
        if not self.box.hasFocus():
            self._before = self._window.focusWidget()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()
        self._search(self.box.text())

    @Slot(str)
    def _search(self, text: str) -> None:
        self._turn += 1
        words = text.strip()
        if not words:
            self._hide()
            return
        self._background.ask(
            partial(self._find, words), partial(self._show, self._turn, words), owner=self
        )

    def _show(self, turn: int, words: str, hits: Sequence[Hit]) -> None:
        if turn != self._turn or not self.box.hasFocus():
            return
        lines = lines_of(hits, self._privacy)
        wish = Line("wish", _("Réserver : « {words} »").format(words=words))
        self.panel.list.lines.show_lines([*lines, wish])
        nothing = _(
            "Rien ne correspond à « {words} ». Essayez moins de lettres, "
            "ou une partie du nom de l’association."
        )
        self.panel.empty.setText("" if hits else nothing.format(words=shorten(words)))
        self.panel.empty.setVisible(not hits)
        self.panel.list.step(1)
        self._place()
        count = len(hits)
        announce(self.box, n_("{n} résultat", "{n} résultats", count).format(n=count))

    def _place(self) -> None:
        px = self._theme.px
        width = min(max(self.box.width(), px(460)), self._window.width() - 2 * px(12))
        corner = self.box.mapTo(self._window, QPoint(self.box.width() - width, self.box.height()))
        left = max(px(12), corner.x())
        top = corner.y() + px(6)
        room = self._window.height() - top - px(16)
        text = self.panel.empty.heightForWidth(width) if self.panel.empty.text() else 0
        wanted = self.panel.list.whole_height() + text + px(24)
        self.panel.setGeometry(left, top, width, min(wanted, room))
        self.panel.show()
        self.panel.raise_()

    @Slot(int)
    def _step(self, by: int) -> None:
        if self.panel.isVisible():
            self.panel.list.step(by)
            line = self.panel.list.chosen()
            if line is not None:
                announce(self.box, f"{line.title}, {line.subtitle}")
        else:
            self._search(self.box.text())

    @Slot()
    def _accept(self) -> None:
        line = self.panel.list.chosen() if self.panel.isVisible() else None
        if line is not None:
            self._open(line)
        else:
            self._search(self.box.text())

    @Slot()
    def _dismiss(self) -> None:
        """Escape closes the list; once more empties the box and gives the focus back."""
        self._turn += 1  # an answer on its way must not open it again
        if self._panel is not None and self._panel.isVisible():
            self._panel.hide()
            return
        self.box.clear()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.given_back.emit()

    @Slot(QModelIndex)
    def _open_row(self, index: QModelIndex) -> None:
        self._open(self.panel.list.lines.lines[index.row()])

    def _open(self, line: Line) -> None:
        self.panel.hide()
        hit = line.hit
        if hit is None:
            self._navigator.open(Destination("planning", text=self.box.text().strip()))
            return
        self._navigator.open(
            Destination(
                hit.screen,
                day=hit.day,
                booking_id=hit.booking_id,
                session_id=hit.session_id,
                organisation_id=hit.organisation_id,
                room_id=hit.room_id,
            )
        )
