"""Is it somebody the venue knows? A few names under the field, told apart, taken with one click."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.people import Person, full_name, masked_email
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.widgets import Button, Text
from desktop_app.wording import _

TYPING_PAUSE_MS = 200
MOST = 3


class KnownPeople(QWidget):
    """Shows nothing until a name is typed that the venue has met."""

    recognised = Signal(object)
    """The `Person` who was picked."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.person: Person | None = None
        self._sought = ("", "")
        self.words = Text(context.theme, "", "small_strong", "ok", wraps=True)
        self.buttons: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.words)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.forget()

    def look_for(self, last_name: str, first_name: str) -> None:
        """Look for this name once nobody types any more."""
        self.forget()
        self._sought = (last_name, first_name)
        self._pause.start()

    def recognise(self, person: Person) -> None:
        """This is the person."""
        self.forget()
        self.person = person
        self.words.setText(_("Personne déjà connue du lieu."))
        self.words.show()
        self.show()

    def forget(self) -> None:
        """Nobody is recognised, nobody is proposed."""
        self.person, self._sought = None, ("", "")
        self._pause.stop()
        for button in self.buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        self.words.hide()
        self.hide()

    @Slot()
    def _ask(self) -> None:
        sought = self._sought
        work = partial(_known, self._context, *sought)
        self._context.background.ask(work, partial(self._show, sought), owner=self)

    def _show(self, sought: tuple[str, str], people: tuple[Person, ...]) -> None:
        if sought != self._sought or not people:
            return
        privacy = self._context.privacy
        for person in people[:MOST]:
            name = privacy.show(full_name(person.last_name, person.first_name))
            mail = "" if privacy.masked else masked_email(person.email)
            said = " · ".join(part for part in (name, mail) if part)
            button = Button(
                self._context.theme,
                _("C’est {person}").format(person=said),
                icon="user-check",
                compact=True,
                parent=self,
            )
            button.clicked.connect(partial(self._pick, person))
            self._column.addWidget(button)
            self.buttons.append(button)
        self.show()

    def _pick(self, person: Person, _checked: bool = False) -> None:
        self.recognise(person)
        self.recognised.emit(person)


def _known(context: ScreenContext, last_name: str, first_name: str) -> tuple[Person, ...]:
    return context.services.trainings.known_people(last_name, first_name)
