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
    """Ctrl+P: wish to print the day."""

    scanner_seen = Signal()
    """A scanner typed something, right or wrong: it is plugged in and works."""


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
