"""What every screen is handed, and all it may reach. No screen finds anything by itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.clock import Clock
from desktop_app.domain.staff import DESK, Actor
from desktop_app.ui.background import Background
from desktop_app.ui.change_hub import ChangeHub
from desktop_app.ui.navigation import Navigator
from desktop_app.ui.notices import Notices
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.privacy import Privacy
from desktop_app.ui.theme import Theme

if TYPE_CHECKING:
    from desktop_app.domain.papers import StalePaper
    from desktop_app.services.house import Services


class Undo(Protocol):
    """What Ctrl+Z and Ctrl+Y reach. Both are verbs of the services, run in the background."""

    def undo(self) -> None: ...

    def redo(self) -> None: ...


class NothingToUndo:
    """Stands where no undo was handed in."""

    def undo(self) -> None:
        """Nothing was done."""

    def redo(self) -> None:
        """Nothing was undone."""


class Desk(QObject):
    """Facts and wishes of the whole desk that any screen may hear or say."""

    cafe_counted = Signal(int)
    """F1…F4 was pressed, or C (first category): its place in the venue's list, 0 to 3."""

    cafe_undo_requested = Signal()
    """Wish to take back the last passage counted at this desk."""

    badge_scanned = Signal(str)
    """A badge code was read, whatever had the focus: sixteen letters, in capitals."""

    scan_unreadable = Signal(str)
    """A scan was read that is no badge of ours: what it said."""

    day_print_requested = Signal()
    """Ctrl+P: wish to see the day's plan before it is printed."""

    morning_print_requested = Signal()
    """Wish to print the day's papers, all at once."""

    reprint_requested = Signal()
    """Wish to print again what is printed and out of date, and only that."""

    evacuation_requested = Signal()
    """Wish for the evacuation sheet of this moment, at once."""

    papers_stale = Signal(object)
    """A tuple of `StalePaper`: printed sheets out of date, perhaps none any more."""

    scanner_seen = Signal()
    """A scanner typed something, right or wrong: it is plugged in and works."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stale_papers: tuple[StalePaper, ...] = ()

    def tell_stale_papers(self, found: tuple[StalePaper, ...]) -> None:
        """Say which printed sheets are out of date, if that is news."""
        if found != self.stale_papers:
            self.stale_papers = found
            self.papers_stale.emit(found)


@dataclass(slots=True)
class ScreenContext:
    """The services of the venue and the manners of the window.

    services: use it inside the work given to `background.ask`, never on the window's thread; it
    may be loading (the database's libraries are imported after the first paint).
    actor: who is at the desk now; read it when a verb runs, it changes when somebody signs in.
    """

    services: Services
    background: Background
    hub: ChangeHub
    clock: Clock
    notices: Notices
    navigator: Navigator
    theme: Theme
    actor: Actor = DESK
    undo: Undo = field(default_factory=NothingToUndo)
    preferences: Preferences = field(default_factory=Preferences)
    privacy: Privacy = field(default_factory=Privacy)
    desk: Desk = field(default_factory=Desk)
