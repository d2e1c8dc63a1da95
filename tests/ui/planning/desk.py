"""A desk in front of the planning, on the demonstration venue: what hands and eyes do there.

Keys and mouse are real events, sent one after another; the services and the file are real too.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.bookings import BookingRow, Draft, Kind
from desktop_app.domain.staff import Actor, Role
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.navigation import Destination
from desktop_app.ui.planning.frame import blocks_of
from desktop_app.ui.planning.screen import PlanningScreen
from desktop_app.ui.screen import ScreenEntry

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
THURSDAY = date(2026, 11, 26)
TUESDAY = date(2026, 12, 1)
COLLEAGUE = Actor("stv", Role.RECEPTION)


def at(hour: int, minute: int = 0, day: date = THURSDAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute)


def type_text(widget: QWidget, text: str) -> None:
    """Letters as a keyboard sends them, accents included (QTest itself aborts on those)."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, PLAIN, letter))


def plainly(words: str) -> str:
    """The words with ordinary spaces; which spaces they have is tested with the wording."""
    return words.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def a_planning_window(qtbot: Any, context: ScreenContext) -> MainWindow:
    """The desk's window with one screen, shown and active."""
    entry = ScreenEntry("planning", "Planning", "calendar-days", PlanningScreen, "Ctrl+2")
    window = MainWindow(context, (entry,), lambda text: (), title="Accueil")
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.go(Destination("planning"))
    window.activateWindow()
    qtbot.waitActive(window)
    return window


class Desk:
    """The window on the planning screen."""

    def __init__(self, qtbot: Any, context: ScreenContext, window: MainWindow) -> None:
        self.qtbot, self.context, self.window = qtbot, context, window
        self.notices: list[Any] = []
        context.notices.said.connect(self.notices.append)
        screen = window.current
        assert isinstance(screen, PlanningScreen)
        self.screen = screen
        self.panel = screen.panel
        self.form = screen.panel.form
        self.finder = screen.panels.finder

    def ready(self) -> Desk:
        """Once the first week is there."""
        self.until(lambda: self.view.plan is not None)
        self.rest()
        return self

    # -- waiting ------------------------------------------------------------------------------

    def until(self, condition: Callable[[], Any]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=15000)

    def ask(self, work: Callable[[Any], Any]) -> Any:
        """What the services answer, asked on their thread after all that was asked before."""
        answers: list[Any] = []
        self.context.background.ask(
            lambda: work(self.context.services), answers.append, answers.append
        )
        self.until(lambda: answers)
        return answers[0]

    def rest(self) -> None:
        """Let everything asked so far be answered and shown."""
        for _turn in range(3):
            QTest.qWait(1)
            self.ask(lambda services: None)

    # -- going --------------------------------------------------------------------------------

    def show_day(self, day: date) -> None:
        self.screen.show_day(day)
        self.until(lambda: self.screen.view.plan and self.screen.view.plan.days == (day,))

    def show_week_of(self, day: date) -> None:
        self.screen.day = day
        self.screen.show_view("week")
        self.until(lambda: self.screen.view.plan and day in self.screen.view.plan.days)

    # -- what is there ------------------------------------------------------------------------

    @property
    def view(self) -> Any:
        return self.screen.view

    def room_id(self, code: str) -> int:
        return int(self.view.shown.venue.by_code[code].id)

    def row_of(self, code: str) -> int:
        """The row of a room on the planning."""
        return int(self.view.shown.room_places[self.room_id(code)])

    def bookings(self, day: date, room: str = "") -> list[BookingRow]:
        rows = self.ask(lambda services: services.planning.held(day, day))
        return [row for row in rows if not room or row.room_code == room]

    def booking(self, title: str, day: date = THURSDAY) -> BookingRow:
        """The booking whose title begins so, on that day, whatever its state."""
        rows = self.ask(lambda services: services.planning.days(day, day))
        (found,) = [row for row in rows if row.title.startswith(title)]
        return found

    def said(self) -> str:
        """The last notice."""
        return plainly(self.notices[-1].text) if self.notices else ""

    def colleague_books(
        self, room: str, start: datetime, end: datetime, title: str = "Groupe d’à côté"
    ) -> BookingRow:
        """The other desk books, behind this one's back."""
        draft = Draft(self.room_id(room), start, end, Kind.MEETING, title)
        return self.ask(lambda services: services.bookings.book(draft, by=COLLEAGUE))

    # -- the mouse ----------------------------------------------------------------------------

    def point(self, room: str, moment: datetime) -> QPoint:
        """Where a moment of a room is, in the viewport of the view shown."""
        view, row = self.view, self.row_of(room)
        if self.screen.kind == "day":
            frame = view.day_frame
            spot = QPoint(frame.axis.x_of(moment, frame.day), frame.row_rect(row).center().y())
        else:
            frame = view.week_frame
            cell = frame.cell_rect(row, moment.date())
            # The foot of a cell is free; a pixel more, to be past the rounding of the axis.
            spot = QPoint(
                frame.axis_of(moment.date()).x_of(moment, moment.date()) + 1, cell.bottom() - 3
            )
        return spot + view.origin()

    def middle_of(self, booking_id: int) -> QPoint:
        return blocks_of(self.view.frame, booking_id)[0].rect.center() + self.view.origin()

    def press(self, point: QPoint) -> None:
        QTest.mousePress(self.view.viewport(), LEFT, PLAIN, point)

    def move(self, point: QPoint) -> None:
        QTest.mouseMove(self.view.viewport(), point)

    def release(self, point: QPoint) -> None:
        QTest.mouseRelease(self.view.viewport(), LEFT, PLAIN, point)
        self.rest()

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Press, go half the way, arrive, let go."""
        self.press(start)
        self.move((start + end) / 2)
        self.move(end)
        self.release(end)

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, LEFT)
        self.rest()

    # -- the keyboard -------------------------------------------------------------------------

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        """A key into whatever has the focus."""
        for _time in range(times):
            QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        self.rest()

    def fill(self, field: QWidget, text: str) -> None:
        """Put the focus in a field, replace what is there, leave it."""
        field.setFocus()
        if hasattr(field, "selectAll"):
            field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        type_text(field, text)
        self.rest()

    def choose_organisation(self, letters: str) -> None:
        """Type some letters, wait for the list, take the first."""
        field = self.form.organisation
        self.fill(field, letters)
        self.until(field.list.isVisible)
        self.key(Qt.Key.Key_Return)

    def verdict(self) -> str:
        """The live verdict, once it is there."""
        self.until(self.panel.verdict.isVisible)
        return plainly(self.panel.verdict.sentence.text())

    def fault(self, name: str) -> str:
        """The refusal shown at a field of the panel; empty when there is none."""
        row = self.form.form.rows[name]
        return plainly(row.line.text()) if row.field.property("faulty") else ""

    def finder_fault(self, name: str) -> str:
        row = self.finder.form.rows[name]
        return plainly(row.line.text()) if row.field.property("faulty") else ""
