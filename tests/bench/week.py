"""`view.week.shown`: from a click to a painted week, beside that week read and drawn plainly."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import cycle

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication

from database.unit_of_work import Database
from desktop_app.domain.civil_time import Week
from desktop_app.services.house import house_of
from desktop_app.settings import RESOURCES
from desktop_app.ui.background import Background
from desktop_app.ui.change_hub import ChangeHub
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.navigation import Navigator
from desktop_app.ui.notices import Notices
from desktop_app.ui.planning.screen import PlanningScreen
from tests.bench.look import THIS_WEEK, WINDOW, dressed_theme, places_of, show
from tests.bench.plain_plan import PlainPlan, open_plainly, read_week
from tests.bench.rounds import Result, compare
from tests.builders import NOW


def week_shown(database: Database) -> Result:
    """Some 400 bookings; another week each time, its titles mostly not seen before."""
    desk = PlanningDesk(database)
    rooms = desk.context.services.venue.venue().elementary
    plain = PlainPlan(places_of(desk.view), tuple(room.name for room in rooms))
    show(plain, desk.view.width(), desk.view.height())
    assert database.path is not None
    file = open_plainly(database.path)

    def show_plainly(week: Week) -> None:
        plain.show_bookings(week.days, read_week(file, week.monday))
        plain.viewport().repaint()

    result = compare(
        "view.week.shown",
        "click to painted week ÷ sqlite3 and plain drawing",
        1.3,
        _over_weeks(desk.click),
        _over_weeks(show_plainly),
        rounds=31,
        repeats=2,
    )
    file.close()
    desk.close()
    return result


def _over_weeks(shown: Callable[[Week], None]) -> Callable[[], None]:
    """Another week at each call: last week, the one before, back to a year ago, and again."""
    back = cycle(range(1, 53))

    def next_week() -> None:
        shown(Week.of(NOW.date() - timedelta(weeks=next(back))))

    return next_week


class PlanningDesk:
    """The planning screen as the window shows it, its services asked on the database thread."""

    def __init__(self, database: Database) -> None:
        theme = dressed_theme()
        self.context = ScreenContext(
            services=house_of(database, resources=RESOURCES),
            background=Background(),
            hub=ChangeHub(),
            clock=database.clock,
            notices=Notices(),
            navigator=Navigator(),
            theme=theme,
        )
        self.screen = PlanningScreen(self.context)
        self.view = self.screen.week_view
        self._watch = PaintWatch()
        self.view.viewport().installEventFilter(self._watch)
        show(self.screen, *WINDOW)
        self.wait_for(THIS_WEEK)

    def click(self, week: Week) -> None:
        """As when a week is chosen in the toolbar: until it is painted."""
        self.screen.show_week(week)
        self.wait_for(week)

    def wait_for(self, week: Week) -> None:
        wait = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        while not self._shows(week):
            QApplication.processEvents(wait)
        self._watch.is_painted = False
        while not self._watch.is_painted:
            QApplication.processEvents(wait)

    def _shows(self, week: Week) -> bool:
        return self.view.plan is not None and self.view.plan.days == week.days

    def close(self) -> None:
        self.screen.close()
        self.context.background.stop()


class PaintWatch(QObject):
    """Hears whether a widget was painted."""

    is_painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.is_painted |= event.type() == QEvent.Type.Paint
        return False
