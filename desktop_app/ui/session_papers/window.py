"""The papers of one session: which one, its choices, and the sheet beside them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop_app.ui.context import ScreenContext
from desktop_app.ui.devices.printing import Printing
from desktop_app.ui.session_papers.sheet_window import SheetWindow
from desktop_app.ui.widgets import FormRow, SegmentedControl
from desktop_app.wording import _

if TYPE_CHECKING:
    from desktop_app.services.papers import Paper

ATTENDANCE, BLANK = "attendance", "blank"


class SessionPapersWindow(SheetWindow):
    """While it is seen it follows the door: a badge read at the station is on the sheet."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"session", "enrolment", "check_in", "booking", "room", "person", "opening", "setting"}
    )

    def __init__(self, context: ScreenContext, printing: Printing, parent: QWidget) -> None:
        super().__init__(context, printing, parent)
        theme = context.theme
        self.session_id = 0
        self.kind = ATTENDANCE
        self.kinds = SegmentedControl(
            theme, _("Noms"), ((ATTENDANCE, _("Avec les noms")), (BLANK, _("À remplir")))
        )
        self.column.addWidget(FormRow(theme, _("Feuille d’émargement"), self.kinds))
        self.end_column()
        self.kinds.chosen.connect(self._choose)
        self.setWindowTitle(_("Papiers de la session"))

    def open_session(self, session_id: int, kind: str = "") -> None:
        """Look at a paper of this session now."""
        self.session_id = session_id
        self.kind = kind or ATTENDANCE
        self.kinds.choose(self.kind)
        self.said.hide()
        self.reload()
        self.come_forward()

    @Slot(str)
    def _choose(self, kind: str) -> None:
        self.kind = kind
        self.reload()

    def reload(self) -> None:
        self.page_bar.show_title(_("Papiers de la session"), making=True)
        self.ask(
            "paper",
            partial(_make, self.context, self.session_id, self.kind),
            self.show_paper,
            self._refused,
        )

    def _refused(self, error: Exception) -> None:
        self.show_no_paper()
        self.say_trouble(error)


def _make(context: ScreenContext, session_id: int, kind: str) -> Paper:
    return context.services.training_papers.attendance(session_id, blank=kind == BLANK)
