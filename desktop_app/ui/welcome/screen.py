"""The screen of the first start; later the door for new tables and lists of enrolment."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.venue import Venue
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.navigation import Destination
from desktop_app.ui.screen import Screen
from desktop_app.ui.welcome.choices import ChoicesPage
from desktop_app.ui.welcome.import_page import ImportPage
from desktop_app.wording import _


class WelcomeScreen(Screen):
    """Three choices at the first start; opened later, the import at once.

    open_demo: opens the demonstration venue on a copy that is thrown away; None hides the choice.
    """

    def __init__(
        self,
        context: ScreenContext,
        *,
        open_demo: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent)
        self._open_demo = open_demo
        self.choices = ChoicesPage(context.theme)
        self.choices.demo.setVisible(open_demo is not None)
        self.lists = ImportPage(context)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.choices)
        self.pages.addWidget(self.lists)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self.choices.demo_chosen.connect(self._begin_with_demo)
        self.choices.lists_chosen.connect(self._show_lists)
        self.choices.empty_chosen.connect(self._begin_empty)
        self.lists.left.connect(self._leave_lists)
        self.lists.imported.connect(self._note_imported)

    def title(self) -> str:
        first = self.pages.currentWidget() is self.choices
        return _("Bienvenue") if first else _("Importer des tableaux")

    def subtitle(self) -> str:
        return _("rien n’est écrit avant que vous l’ayez vu")

    def first_focus(self) -> QWidget:
        if self.pages.currentWidget() is self.choices:
            return self.choices.lists if self._open_demo is None else self.choices.demo
        return self.lists.folder_button

    def open(self, destination: Destination) -> None:
        """At the first start the choices; afterwards, or if asked (`text="tables"`), the tables."""
        self._show(self._is_first_start() and destination.text != "tables")

    def reload(self) -> None:
        """A venue that has rooms is past its first start, whatever this PC remembers."""
        if self._is_first_start():
            self.ask("venue", self._venue_now, self._show_known)

    def _venue_now(self) -> Venue:
        return self.context.services.venue.venue()

    def _show_known(self, venue: Venue) -> None:
        if venue.rooms and self.pages.currentWidget() is self.choices:
            self._show(False)

    def _show(self, choices: bool) -> None:
        self.pages.setCurrentWidget(self.choices if choices else self.lists)
        self.title_changed.emit()

    def _is_first_start(self) -> bool:
        return not self.context.preferences.welcomed

    @Slot()
    def _begin_with_demo(self) -> None:
        if self._open_demo is not None:
            self._open_demo()

    @Slot()
    def _show_lists(self) -> None:
        self._show(False)
        self.lists.folder_button.setFocus()

    @Slot()
    def _begin_empty(self) -> None:
        self.context.preferences.set("welcomed", True)
        self.title_changed.emit()
        self.context.navigator.open(Destination("today"))

    @Slot()
    def _leave_lists(self) -> None:
        if self._is_first_start():
            self._show(True)
        else:
            self.context.navigator.open(Destination("today"))

    @Slot(int)
    def _note_imported(self, _lines: int) -> None:
        self.context.preferences.set("welcomed", True)
        self.title_changed.emit()
