"""A desk in front of the home screen: what hands and eyes do there.

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

from desktop_app.domain.bookings import BookingRow
from desktop_app.domain.today import TodayBoard
from desktop_app.ui.cafe.counter import CafeCounter
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.notices import Notice
from desktop_app.ui.today.key_form import KeyForm
from desktop_app.ui.today.loan_form import LoanForm
from desktop_app.ui.today.screen import TodayScreen
from desktop_app.ui.today.welcome_card import WelcomeRow
from desktop_app.ui.undoing import BookingUndo

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
THURSDAY = date(2026, 11, 26)


def type_text(widget: QWidget, text: str) -> None:
    """Letters as a keyboard sends them, accents included (QTest itself aborts on those)."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, PLAIN, letter))


def plainly(words: str) -> str:
    """The words with ordinary spaces; which spaces they have is tested with the wording."""
    return words.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


class TodayDesk:
    """The window on the home screen."""

    def __init__(self, qtbot: Any, context: ScreenContext, window: MainWindow) -> None:
        self.qtbot, self.context, self.window = qtbot, context, window
        self.notices: list[Notice] = []
        context.notices.said.connect(self.notices.append)
        context.undo = BookingUndo(context)
        self.counter = CafeCounter(context)
        self.counter.note_screen("today")
        screen = window.current
        assert isinstance(screen, TodayScreen)
        screen.complete()
        self.screen = screen
        self.panel = screen.panel

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

    def at(self, hour: int, minute: int = 0) -> None:
        """The clock on the wall moves on; the screen's own timer is told so."""
        self.context.clock.set(  # type: ignore[attr-defined]
            datetime(THURSDAY.year, THURSDAY.month, THURSDAY.day, hour, minute)
        )
        self.screen._minute.timeout.emit()
        self.rest()

    # -- what is there ------------------------------------------------------------------------

    @property
    def board(self) -> TodayBoard:
        assert self.screen.board is not None
        return self.screen.board

    def booking(self, title: str) -> BookingRow:
        """The booking of today whose title begins so, whatever its state."""
        rows = self.ask(lambda services: services.planning.days(THURSDAY, THURSDAY))
        (found,) = [row for row in rows if row.title.startswith(title)]
        return found

    def said(self) -> str:
        """The last notice."""
        return plainly(self.notices[-1].text) if self.notices else ""

    def welcome_row(self, title: str) -> WelcomeRow:
        (row,) = [row for row in self.screen.welcome.rows.all() if row.title.text() == title]
        return row

    def welcomed(self) -> list[str]:
        """Titles of the list of groups to welcome, from top to bottom."""
        rows = sorted(self.screen.welcome.rows.all(), key=lambda row: row.y())
        return [row.title.text() for row in rows]

    @property
    def hand(self) -> KeyForm:
        """The form that hands keys, on the open card."""
        return self.panel.keys.hand_form

    def loan(self, key: str) -> LoanForm:
        """The form that takes this key back, on the open card."""
        found = self.panel.keys.loan_form(key)
        assert found is not None
        return found

    def key_fault(self, field: str) -> str:
        """The refusal shown at a field of the form that hands keys; empty when there is none."""
        row = self.hand.form.rows[field]
        return plainly(row.line.text()) if row.field.property("faulty") else ""

    # -- hands --------------------------------------------------------------------------------

    def open(self, title: str) -> None:
        """Click on a booking of the timeline."""
        booking = self.booking(title)
        timeline = self.screen.rooms.timeline
        block = next(one for one in timeline.blocks if one.booking.id == booking.id)
        self.click_at(timeline, block.rect.center())
        self.until(lambda: self.panel.shown_id() == booking.id and self.panel.isVisible())

    def click_at(self, widget: QWidget, point: QPoint) -> None:
        QTest.mouseClick(widget, LEFT, PLAIN, point)
        self.rest()

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible(), f"not on the screen: {widget}"
        QTest.mouseClick(widget, LEFT)
        self.rest()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        """A key into whatever has the focus."""
        for _time in range(times):
            QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        self.rest()

    def write(self, text: str) -> None:
        """Type into whatever has the focus."""
        focused = QApplication.focusWidget()
        assert focused is not None
        type_text(focused, text)
