"""A desk's window for tests, with plain screens: the window must not care which they are."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.navigation import Destination
from desktop_app.ui.screen import Screen, ScreenEntry


class PlainScreen(Screen):
    """A field and a button."""

    made: ClassVar[list[str]] = []

    def __init__(self, context, key: str) -> None:
        super().__init__(context)
        self.key = key
        self.opened: list[Destination] = []
        PlainScreen.made.append(key)
        self.field, self.button = QLineEdit(), QPushButton("Agir")
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.button)

    def title(self) -> str:
        return self.key.capitalize()

    def subtitle(self) -> str:
        return "semaine 48 · ouvert 9 h – 21 h"

    def open(self, destination: Destination) -> None:
        self.opened.append(destination)

    def first_focus(self) -> QLineEdit:
        return self.field


class Found(NamedTuple):
    """A hit, as `domain.search.Hit`."""

    kind: str
    title: str
    subtitle: str = ""
    screen: str = "planning"
    day: object = None
    booking_id: int | None = None
    session_id: int | None = None
    organisation_id: int | None = None
    room_id: int | None = None


def entry(key: str, icon: str, shortcut: str, group: str = "top") -> ScreenEntry:
    def make(context) -> PlainScreen:
        return PlainScreen(context, key)

    return ScreenEntry(key, key.capitalize(), icon, make, shortcut, group)


ENTRIES = (
    entry("today", "sun", "Ctrl+1"),
    entry("planning", "calendar-days", "Ctrl+2"),
    entry("trainings", "graduation-cap", "Ctrl+3"),
    entry("cafe", "coffee", "Ctrl+4"),
    entry("associations", "handshake", "Ctrl+5"),
    entry("settings", "settings", "Ctrl+6", "bottom"),
)


def a_window(context, find=None) -> MainWindow:
    """A window on the first screen, not shown yet."""
    PlainScreen.made.clear()
    window = MainWindow(context, ENTRIES, find or (lambda text: ()), title="Accueil")
    window.go(Destination("today"))
    return window
