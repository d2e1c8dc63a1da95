"""What hands and eyes do on the screen *Associations*. Keys are real events."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop_app.domain.organisations import OrganisationRow
from desktop_app.domain.staff import Actor, Role
from desktop_app.ui.associations import AssociationsScreen
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.notices import Notice

PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
COLLEAGUE = Actor("acl", Role.RECEPTION)


def plainly(words: str) -> str:
    """The words with ordinary spaces; which spaces they have is tested with the wording."""
    return words.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


class AssociationsDesk:
    """The screen in a window of its own."""

    def __init__(self, qtbot: Any, context: ScreenContext, screen: AssociationsScreen) -> None:
        self.qtbot, self.context, self.screen = qtbot, context, screen
        self.list, self.file, self.edit = screen.list, screen.file, screen.edit
        self.form = screen.edit.fields
        self.dates = screen.file.dates
        self.notices: list[Notice] = []
        self.went: list[Any] = []
        context.notices.said.connect(self.notices.append)
        context.navigator.go.connect(self.went.append)
        screen.resize(1270, 700)
        screen.show()
        screen.activateWindow()
        qtbot.waitActive(screen)
        self.rest()

    def until(self, condition: Callable[[], Any]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=15000)

    def ask(self, work: Callable[[Any], Any]) -> Any:
        """What the services answer, after all that was asked before."""
        answers: list[Any] = []
        self.context.background.ask(
            lambda: work(self.context.services), answers.append, answers.append
        )
        self.until(lambda: answers)
        return answers[0]

    def rest(self) -> None:
        """Let everything asked so far be answered and shown."""
        for _turn in range(3):
            QApplication.processEvents()
            self.ask(lambda services: None)

    # -- what is there ------------------------------------------------------------------------

    def stored(self, name: str) -> OrganisationRow:
        """An organisation as the database has it, by its name."""
        rows = self.ask(lambda services: services.organisations.everyone())
        return next(row for row in rows if row.name == name)

    def names(self) -> list[str]:
        """The list as it is shown, from top to bottom."""
        model = self.list.table.model()
        return [model.index(place, 0).data() for place in range(model.rowCount())]

    def title(self) -> str:
        return self.file.title.text()

    def words(self) -> str:
        """Everything the panel at the right can say, with ordinary spaces."""
        said = [self.file.accessibleName()]
        for widget in self.file.findChildren(QWidget):
            if widget.isVisibleTo(self.file):
                said += [widget.accessibleName(), widget.accessibleDescription()]
                said.append(widget.text() if isinstance(widget, QLabel) else "")
        return plainly("\n".join(said))

    def fault(self, name: str) -> str:
        """The refusal shown at a field of the form; empty when there is none."""
        row = self.form.form.rows[name]
        return plainly(row.line.text()) if row.field.property("faulty") else ""

    def date_fault(self, name: str) -> str:
        row = self.dates.form.rows[name]
        return plainly(row.line.text()) if row.field.property("faulty") else ""

    def said(self) -> str:
        """The last notice."""
        return plainly(self.notices[-1].text) if self.notices else ""

    # -- what is done -------------------------------------------------------------------------

    def look_at(self, name: str) -> None:
        """Choose an organisation by its name."""
        row = self.stored(name)
        self.screen.show_organisation(row.id)
        self.until(lambda: self.file.file is not None and self.file.file.row.id == row.id)
        self.rest()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """A key into whatever has the focus."""
        QTest.keyClick(QApplication.focusWidget() or self.screen, key, modifiers)
        self.rest()

    def type_in(self, field: QWidget, text: str) -> None:
        """Put the focus in a field and replace what is there."""
        field.setFocus()
        if hasattr(field, "selectAll"):
            field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, PLAIN, letter))
        self.rest()

    def colleague_insures(self, name: str, until: date) -> None:
        """The other desk stores an insurance date, behind this one's back."""
        row = self.stored(name)
        listeners = self.context.services.database.listeners
        heard = listeners[:]
        listeners.clear()
        self.ask(
            lambda services: services.organisations.change(
                row.id, row.version, by=COLLEAGUE, insurance_until=until
            )
        )
        listeners[:] = heard
