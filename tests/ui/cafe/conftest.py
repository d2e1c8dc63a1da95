"""A window on the café's screen, at five to ten on the Thursday of week 48."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.presence import VisitStep
from desktop_app.ui.cafe.counter import CafeCounter
from desktop_app.ui.cafe.screen import CafeScreen
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.navigation import Destination
from desktop_app.ui.notices import Notice
from desktop_app.ui.screen import Screen, ScreenEntry
from tests.ui.demonstrated import demonstration, housed  # noqa: F401
from tests.ui.today.desk import LEFT, plainly, type_text

THURSDAY = date(2026, 11, 26)


class CafeDesk:
    """A desk in front of the café's screen; another screen is a key away."""

    def __init__(self, qtbot: Any, context: ScreenContext, window: MainWindow) -> None:
        self.qtbot, self.context, self.window = qtbot, context, window
        self.notices: list[Notice] = []
        context.notices.said.connect(self.notices.append)
        self.counter = CafeCounter(context)
        window.screen_shown.connect(self.counter.note_screen)
        window.go(Destination("cafe"))
        screen = window.current
        assert isinstance(screen, CafeScreen)
        self.screen = screen
        self.panel = screen.panel

    def until(self, condition: Callable[[], Any]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=15000)

    def ask(self, work: Callable[[Any], Any]) -> Any:
        answers: list[Any] = []
        self.context.background.ask(
            lambda: work(self.context.services), answers.append, answers.append
        )
        self.until(lambda: answers)
        return answers[0]

    def rest(self) -> None:
        for _turn in range(3):
            QTest.qWait(1)
            self.ask(lambda services: None)

    def said(self) -> str:
        return plainly(self.notices[-1].text) if self.notices else ""

    def steps(self, day: date = THURSDAY) -> tuple[VisitStep, ...]:
        return self.ask(lambda services: services.cafe.steps(day))

    def total(self, day: date = THURSDAY) -> int:
        return int(self.ask(lambda services: services.cafe.day(day).tally.total))

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible(), f"not on the screen: {widget}"
        QTest.mouseClick(widget, LEFT)
        self.rest()

    def click_cell(self, half_hour: int, category: str) -> None:
        spot = self.screen.tally.cell_place(half_hour, category).center()
        QTest.mouseClick(self.screen.tally, LEFT, Qt.KeyboardModifier.NoModifier, spot)
        self.rest()

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key)
        self.rest()

    def fill(self, field: QWidget, text: str) -> None:
        """Replace what stands in a field."""
        field.setFocus()
        field.selectAll()  # type: ignore[attr-defined]
        QTest.keyClick(field, Qt.Key.Key_Delete)
        type_text(field, text)

    def fault(self, name: str) -> str:
        """The refusal shown at a field of the correction; empty when there is none."""
        row = self.panel.form.rows[name]
        return plainly(row.line.text()) if row.field.property("faulty") else ""


@pytest.fixture
def window(qtbot: Any, housed: ScreenContext) -> Iterator[MainWindow]:  # noqa: F811
    entries = (
        ScreenEntry("other", "Autre", "sun", Screen, "Ctrl+1"),
        ScreenEntry("cafe", "Café", "coffee", CafeScreen, "Ctrl+4"),
    )
    made = MainWindow(housed, entries, lambda text: (), title="Accueil")
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    yield made
    made.close()


@pytest.fixture
def desk(qtbot: Any, housed: ScreenContext, window: MainWindow) -> CafeDesk:  # noqa: F811
    made = CafeDesk(qtbot, housed, window)
    made.until(lambda: made.screen.view is not None)
    made.rest()
    return made
