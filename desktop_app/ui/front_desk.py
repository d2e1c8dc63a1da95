"""The window with everything around it: screens, devices, upkeep, and the first picture.

The only room of this floor that knows every screen. It is handed values and an opener of services
by `desktop_app.desk`; nothing here reads a setting or a database.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.clock import Clock
from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.domain.today import DayBoard
from desktop_app.ui.application import dress, make_application, speak
from desktop_app.ui.background import Background
from desktop_app.ui.cafe.counter import CafeCounter
from desktop_app.ui.change_hub import ChangeHub
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.devices.scanner import Scanner
from desktop_app.ui.devices.sounds import Sounds
from desktop_app.ui.main_window import MainWindow, Status
from desktop_app.ui.navigation import Destination, Navigator
from desktop_app.ui.notices import Notices
from desktop_app.ui.paper.paper_desk import PaperDesk
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.privacy import Privacy
from desktop_app.ui.rooms_of_the_house import entries_for
from desktop_app.ui.session_papers.desk import SessionPapersDesk
from desktop_app.ui.trainings.arrivals_by_badge import ArrivalsByBadge
from desktop_app.ui.undoing import BookingUndo
from desktop_app.ui.upkeep import Upkeep
from desktop_app.wording import _, language

if TYPE_CHECKING:
    from desktop_app.services.house import Services
    from desktop_app.ui.crash_page import CrashPage
    from desktop_app.ui.rooms_of_the_house import Folders
    from desktop_app.ui.trouble_page import TroublePage

ARRIVALS_MINUTES = 30
"""How long before and after its beginning people arrive at a session."""

PATIENCE_MS = 2000
"""The services are opened after this time even when nothing was painted."""


class DeskPlan(NamedTuple):
    """What a desk is made of, as values.

    services: opens itself at its first use, on the database thread. first_look: the day's board
    read without large libraries, None when there is none. demo_command: starts the demonstration
    as a program of its own. last_words: of a run that failed.
    """

    clock: Clock
    services: Services
    folders: Folders
    first_start: bool
    first_look: Callable[[], DayBoard | None]
    close_services: Callable[[], None]
    title: str
    is_demo: bool = False
    demo_command: tuple[str, ...] = ()
    last_words: str = ""
    forget_last_words: Callable[[], None] | None = None


class FirstPicture(QObject):
    """Hears that a window is painted for the first time, and says so when that is over."""

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.painted.emit)
        return False


class FrontDesk(QObject):
    """One desk, from its first picture to its closing."""

    def __init__(self, plan: DeskPlan, hub: ChangeHub, preferences: Preferences) -> None:
        super().__init__()
        self._plan = plan
        self._application = make_application()
        speak(self._application, language())
        theme = dress(self._application, plan.folders.resources, preferences)
        self.context = ScreenContext(
            services=plan.services,
            background=Background(self, waits=True),
            hub=hub,
            clock=plan.clock,
            notices=Notices(self),
            navigator=Navigator(self),
            theme=theme,
            preferences=preferences,
            privacy=Privacy(preferences.masked, self),
        )
        self.context.undo = BookingUndo(self.context, self)
        self.sounds = Sounds(plan.folders.resources / "sounds", preferences, self)
        self.arrivals = ArrivalsByBadge(self.context, self.sounds, self)
        self.cafe = CafeCounter(self.context, self)
        self.upkeep = Upkeep(self.context, plan.folders.backups, self)
        self.window = MainWindow(
            self.context,
            entries_for(plan.folders, self.arrivals, plan.first_look, self._open_demo),
            self._find,
            title=plan.title,
        )
        self.paper = PaperDesk(self.context, self.window)
        self.session_papers = SessionPapersDesk(self.context, self.window)
        self.scanner = Scanner(self._application, waits=True)
        self._crash_page: CrashPage | None = None
        self._trouble: TroublePage | None = None
        self._closed = False
        self._connect()

    def _connect(self) -> None:
        desk = self.context.desk
        self.scanner.badge_scanned.connect(desk.badge_scanned)
        self.scanner.badge_scanned.connect(desk.scanner_seen)
        self.scanner.scan_unreadable.connect(desk.scan_unreadable)
        desk.day_print_requested.connect(self._print_day)
        self.arrivals.verdict_given.connect(self._come_forward)
        self.window.screen_shown.connect(self.cafe.note_screen)
        self.window.about_to_close.connect(self._close)
        self.upkeep.status_changed.connect(self.window.show_status)

    def show(self) -> None:
        """The first picture; the services are opened, on their thread, once it is painted."""
        picture = FirstPicture(self.window)
        picture.painted.connect(self._wake)
        # A window that opens minimised is not painted.
        QTimer.singleShot(PATIENCE_MS, self._wake)
        self.window.show_screen("welcome" if self._plan.first_start else "today")
        if self._plan.last_words:
            self._show_last_words()
        else:
            self.window.show()
        QTimer.singleShot(0, self._open_services)

    def stay(self) -> int:
        """Run until the window is closed."""
        return self._application.exec()

    @Slot()
    def _wake(self) -> None:
        """All that the first picture did not need. Harmless a second time, and once closed."""
        if self._closed:
            return
        gc.enable()  # `desk.open_desk` put it to sleep
        self.context.background.begin()
        self.scanner.listen()

    @Slot()
    def _open_services(self) -> None:
        self.context.background.ask(self._first_word, self._begin, self._say_trouble)

    def _first_word(self) -> object:
        return self._plan.services.venue.venue()

    def _begin(self, _venue: object) -> None:
        if self._trouble is not None:
            self._trouble.hide()
            self._trouble = None
            self.window.resume("welcome" if self._plan.first_start else "today")
        self.upkeep.start()
        self.paper.start()
        if self._plan.is_demo:
            words = _("Démonstration : rien n’est gardé")
            self.window.show_status(Status("demo", words, "warning", "info"))
        self.context.background.ask(self._session_at_the_door, self._return_to_the_door)

    def _session_at_the_door(self) -> int | None:
        """The session whose people are arriving now, when somebody already did."""
        clock = self.context.clock
        now, today = clock.now(), clock.today()
        for row in self.context.services.trainings.sessions(today, today):
            since = (now - row.starts_at).total_seconds() / 60
            if abs(since) <= ARRIVALS_MINUTES and row.present + row.walk_ins > 0:
                return row.id
        return None

    def _return_to_the_door(self, session_id: int | None) -> None:
        """After a stop in mid-check-in, the station is where it was."""
        if session_id is not None and not self._plan.first_start:
            self.context.navigator.open(Destination("trainings", session_id=session_id))

    def _say_trouble(self, error: Exception) -> None:
        """No desk without its data: an empty one would look like a day without bookings."""
        from desktop_app.ui.trouble_page import TroublePage

        if not isinstance(error, Refusal | Trouble):
            return
        if self._trouble is None:
            self._trouble = TroublePage(self.context.theme)
            self._trouble.retry_requested.connect(self._open_services)
            self._trouble.close_requested.connect(self.window.close)
        self.window.show_instead(self._trouble)
        self._trouble.show_error(error)

    @Slot(object)
    def _come_forward(self, _verdict: object) -> None:
        """A verdict is never hidden behind a preview."""
        if not self.window.isActiveWindow():
            self.window.raise_()
            self.window.activateWindow()

    def _find(self, text: str) -> Any:
        return self.context.services.search.find(text)

    @Slot()
    def _print_day(self) -> None:
        self.context.navigator.open(Destination("paper", day=self.context.clock.today()))

    def _show_last_words(self) -> None:
        from desktop_app.ui.crash_page import CrashPage

        page = CrashPage(self.context.theme, self._plan.last_words, self._plan.folders.logs)
        page.continued.connect(self._go_on)
        page.show()
        self._crash_page = page

    @Slot()
    def _go_on(self) -> None:
        if self._plan.forget_last_words is not None:
            self._plan.forget_last_words()
        self.window.show()
        if self._crash_page is not None:
            self._crash_page.close()

    def _open_demo(self) -> None:
        """The demonstration is a program of its own; this one, with nothing in it, ends."""
        from PySide6.QtCore import QProcess

        program, *arguments = self._plan.demo_command
        if QProcess.startDetached(program, arguments):
            self.window.close()
        else:
            self.context.notices.say(_("La démonstration ne s’ouvre pas."), tone="error")

    @Slot()
    def _close(self) -> None:
        self._closed = True
        self.scanner.stop()
        self.paper.close()
        self.session_papers.close()
        self.upkeep.stop()
        self.context.background.ask(self._plan.close_services, _closed)
        self.context.background.stop()
        QApplication.quit()


def _closed(_nothing: object) -> None:
    """The database has been given back."""
