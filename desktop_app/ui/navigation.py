"""Going from one screen to another without either knowing the other."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal


class Destination(NamedTuple):
    """A screen by its key, and what to show on it when it opens.

    Keys: `today`, `planning`, `trainings`, `cafe`, `associations`, `paper`, `session-papers`,
    `welcome`, `settings`.
    text: free words, for instance what was typed in the search box when nothing was found.
    """

    screen: str
    day: date | None = None
    booking_id: int | None = None
    session_id: int | None = None
    organisation_id: int | None = None
    room_id: int | None = None
    text: str = ""


class Navigator(QObject):
    """Wishes to be somewhere else. The window grants them."""

    go = Signal(object)
    """A `Destination`: wish to see it."""

    def open(self, destination: Destination) -> None:
        self.go.emit(destination)
