"""The window: rail, header, one screen at a time, notices. It knows no screen by name.

Screens are handed in as entries and made when first wanted; what they share is in their context.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.ui.announcing import announce
from desktop_app.ui.command_bar import CommandBar, Finder
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.header import Header
from desktop_app.ui.navigation import Destination
from desktop_app.ui.notice_bar import NoticeBar
from desktop_app.ui.rail import Rail
from desktop_app.ui.screen import Screen, ScreenEntry
from desktop_app.ui.theme import SCALE_STEP
from desktop_app.ui.window_keys import WindowKey, WindowKeys
from desktop_app.wording import _

FIRST_SIZE = QSize(1440, 900)
SMALLEST_SIZE = QSize(800, 520)


class Status(NamedTuple):
    """A chip of the header: “Lecteur prêt”. An empty text takes the chip away."""

    name: str
    text: str
    tone: str = "ok"
    icon: str = ""


class MainWindow(QMainWindow):
    """The desk's window."""

    about_to_close = Signal()
    """The window is closing; whoever runs threads or devices stops them now."""

    screen_shown = Signal(str)
    """The key of the screen now shown."""

    def __init__(
        self,
        context: ScreenContext,
        entries: Sequence[ScreenEntry],
        find: Finder,
        *,
        title: str,
        initial: str = "F",
    ) -> None:
        super().__init__()
        self.context = context
        self._entries = {entry.key: entry for entry in entries}
        self._screens: dict[str, Screen] = {}
        self._areas: dict[str, QScrollArea] = {}
        self.setWindowTitle(title)
        self.setMinimumSize(SMALLEST_SIZE)
        self._build(entries, find, initial)
        self._bind_keys(entries)
        self._connect()
        self._restore_place()

    def _build(self, entries: Sequence[ScreenEntry], find: Finder, initial: str) -> None:
        context, theme = self.context, self.context.theme
        centre = QWidget(self)
        self.setCentralWidget(centre)
        self.command_bar = CommandBar(
            theme, context.background, context.navigator, context.privacy, find, centre
        )
        self.rail = Rail(theme, entries, initial, centre)
        self.header = Header(theme, self.command_bar.box, centre)
        self.stack = QStackedWidget(centre)
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(self.header)
        side.addWidget(self.stack, 1)
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(side, 1)
        self.notice_bar = NoticeBar(theme, self.stack, self._kept_free)

    def _bind_keys(self, entries: Sequence[ScreenEntry]) -> None:
        zoom = SCALE_STEP
        own = [
            WindowKey("Ctrl+K", self.command_bar.enter),
            WindowKey("Ctrl+Z", self._undo),
            WindowKey("Ctrl+Y", self._redo),
            WindowKey("Ctrl+Shift+Z", self._redo),
            WindowKey("Ctrl++", partial(self._zoom, zoom)),
            WindowKey("Ctrl+=", partial(self._zoom, zoom)),
            WindowKey("Ctrl+-", partial(self._zoom, -zoom)),
            WindowKey("Ctrl+0", partial(self._zoom, 0)),
        ]
        own += [
            WindowKey(entry.shortcut, partial(self.show_screen, entry.key))
            for entry in entries
            if entry.shortcut
        ]
        self.keys = WindowKeys(self, self.context, own)

    def _connect(self) -> None:
        context = self.context
        self.rail.chosen.connect(self.show_screen)
        self.command_bar.given_back.connect(self._focus_first)
        context.navigator.go.connect(self.go)
        context.notices.said.connect(self.notice_bar.show_notice)
        context.notices.done_quietly.connect(self.notice_bar.note_quietly)
        context.background.refused.connect(self._say_refusal)
        context.background.bug_met.connect(self._say_bug)
        context.privacy.masked_changed.connect(self._say_masked)

    @property
    def current(self) -> Screen | None:
        """The screen now shown."""
        shown = self.stack.currentWidget()
        inner = shown.widget() if isinstance(shown, QScrollArea) else shown
        return inner if isinstance(inner, Screen) else None

    @Slot(str)
    def show_screen(self, key: str) -> None:
        """Show a screen as it was left."""
        self.go(Destination(key))

    @Slot(object)
    def go(self, destination: Destination) -> None:
        """Show a screen, made now if it never was, opened at the destination."""
        entry = self._entries.get(destination.screen)
        if entry is None:
            return
        before = self.current
        screen = self._screens.get(entry.key) or self._make(entry)
        self.stack.setCurrentWidget(self._areas[entry.key])
        self.rail.show_current(entry.key)
        screen.open(destination)
        self._refresh_header()
        if before is not screen:
            self._focus_first()
            announce(self, screen.title())
            self.screen_shown.emit(entry.key)

    @Slot()
    def _focus_first(self) -> None:
        """The keyboard begins on the screen, not in the search box above it."""
        screen = self.current
        first = screen.first_focus() if screen is not None else None
        if first is None and screen is not None and self.focusWidget() is self.command_bar.box:
            first = screen
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._focus_first()

    def _make(self, entry: ScreenEntry) -> Screen:
        screen = self._screens[entry.key] = entry.factory(self.context)
        screen.title_changed.connect(self._refresh_header)
        # At 200 % on a small display a screen may need more room than there is: then it scrolls.
        area = self._areas[entry.key] = QScrollArea(self.stack)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(screen)
        self.stack.addWidget(area)
        return screen

    @Slot()
    def _refresh_header(self) -> None:
        screen = self.current
        if screen is not None:
            self.header.set_words(screen.title(), screen.subtitle(), screen.full_title())

    def show_instead(self, page: QWidget) -> None:
        """Show a page in place of every screen: nothing else can be reached until `resume`."""
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self._set_reachable(False)

    def resume(self, key: str) -> None:
        """The screens are to be had again: show this one."""
        self._set_reachable(True)
        self.show_screen(key)

    def _set_reachable(self, reachable: bool) -> None:
        for part in (self.rail, self.header):
            part.setEnabled(reachable)

    @Slot(object)
    def show_status(self, status: Status) -> None:
        """Show, change or take away a chip of the header."""
        self.header.set_chip(status.name, status.text, status.tone, status.icon)

    # Which undo is asked at each press: the services, once loaded, may bring another.
    @Slot()
    def _undo(self) -> None:
        """The last thing done, be it a passage, a key or a booking; else the bookings' history."""
        offered = self.notice_bar.take_undo()
        if offered is not None:
            offered()
        else:
            self.context.undo.undo()

    @Slot()
    def _redo(self) -> None:
        self.notice_bar.withdraw_undo()
        self.context.undo.redo()

    def _kept_free(self) -> QWidget | None:
        screen = self.current
        return screen.kept_free() if screen is not None else None

    def _zoom(self, by: int) -> None:
        theme = self.context.theme
        theme.set_scale(theme.scale + by if by else 100)
        self.context.preferences.set("text_scale", theme.scale)
        words = _("Taille du texte : {percent} %").format(percent=theme.scale)
        self.context.notices.say(words, tone="info")

    @Slot(object)
    def _say_refusal(self, error: Refusal | Trouble) -> None:
        self.context.notices.say_refusal(error)

    @Slot(object)
    def _say_bug(self, error: Exception) -> None:
        words = _(
            "Une erreur inattendue s’est produite ; rien n’a été enregistré à moitié. "
            "Vous pouvez continuer ; le détail sera proposé au prochain démarrage."
        )
        self.context.notices.say(words, tone="error")

    @Slot(bool)
    def _say_masked(self, masked: bool) -> None:
        self.context.preferences.set("masked", masked)
        words = _("Noms masqués. F12 les montre.") if masked else _("Noms visibles.")
        self.context.notices.say(words, tone="info")
        chip = Status("masked", _("Noms masqués") if masked else "", "warning", "eye-off")
        self.show_status(chip)

    def _restore_place(self) -> None:
        place = self.context.preferences.geometry
        if place.isEmpty() or not self.restoreGeometry(place):
            room = self.screen().availableGeometry().size()
            self.resize(FIRST_SIZE.boundedTo(room))
        if self.context.privacy.masked:
            self.show_status(Status("masked", _("Noms masqués"), "warning", "eye-off"))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.context.preferences.set_geometry(self.saveGeometry())
        self.context.preferences.save()
        self.about_to_close.emit()
        super().closeEvent(event)
