"""The papers of one session: which one, its choices, and the sheet beside them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop_app.domain.attestations import AttestationKind
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.devices.printing import Printing
from desktop_app.ui.navigation import Destination
from desktop_app.ui.session_papers.sheet_window import SheetWindow
from desktop_app.ui.widgets import Button, FormRow, SegmentedControl, Text
from desktop_app.wording import _, n_
from desktop_app.wording.refusals import say

if TYPE_CHECKING:
    from desktop_app.services.attestations import Refused
    from desktop_app.services.papers import Paper

ATTENDANCE, BLANK, ATTESTATIONS = "attendance", "blank", "attestations"
_SHOWN_REFUSALS = 6


class Given(NamedTuple):
    """Attestations on paper, and who got none."""

    paper: Paper
    refused: tuple[Refused, ...]


class SessionPapersWindow(SheetWindow):
    """While it is seen it follows the door: a badge read at the station is on the sheet.

    Attestations get their numbers when somebody asks for them, not when they are looked at.
    """

    watches: ClassVar[frozenset[str]] = frozenset(
        {"session", "enrolment", "check_in", "booking", "room", "person", "opening", "setting"}
    )

    def __init__(self, context: ScreenContext, printing: Printing, parent: QWidget) -> None:
        super().__init__(context, printing, parent)
        self.session_id = 0
        self._build()
        self.end_column()
        self._connect_choices()
        self.setWindowTitle(_("Papiers de la session"))
        self._offer()

    def _build(self) -> None:
        theme = self.context.theme
        self.document = SegmentedControl(
            theme,
            _("Document"),
            ((ATTENDANCE, _("Émargement")), (ATTESTATIONS, _("Attestations"))),
        )
        self.names = SegmentedControl(
            theme, _("Noms"), ((ATTENDANCE, _("Avec les noms")), (BLANK, _("À remplir")))
        )
        self.wording = SegmentedControl(
            theme,
            _("Texte"),
            (
                (AttestationKind.PRESENCE.value, _("Attestation")),
                (AttestationKind.COMPLETION.value, _("Certificat")),
            ),
        )
        self.names_row = FormRow(theme, _("Noms"), self.names)
        hint = _("Certificat de réalisation : pour une formation financée.")
        self.wording_row = FormRow(theme, _("Texte"), self.wording, hint=hint)
        self.give = Button(theme, _("Numéroter et voir"), icon="badge-check", tone="primary")
        self.without = Text(theme, "", "body", wraps=True)
        self.badges = Button(theme, _("Badges…"), icon="id-card")
        self.column.addWidget(FormRow(theme, _("Document"), self.document))
        for part in (self.names_row, self.wording_row, self.give, self.without, self.badges):
            self.column.addWidget(part)

    def _connect_choices(self) -> None:
        self.document.chosen.connect(self._choose_document)
        self.names.chosen.connect(self._choose_names)
        self.wording.chosen.connect(self._choose_document)
        self.give.clicked.connect(self._give_numbers)
        self.badges.clicked.connect(self._see_badges)

    @property
    def shows_attestations(self) -> bool:
        return self.document.current() == ATTESTATIONS

    def open_session(self, session_id: int, kind: str = "") -> None:
        """Look at a paper of this session now."""
        self.session_id = session_id
        self.document.choose(ATTESTATIONS if kind == ATTESTATIONS else ATTENDANCE)
        self.names.choose(BLANK if kind == BLANK else ATTENDANCE)
        self.said.hide()
        self._offer()
        self.reload()
        self.come_forward()

    @Slot(str)
    def _choose_document(self, _key: str) -> None:
        self._offer()
        self.reload()

    @Slot(str)
    def _choose_names(self, _key: str) -> None:
        self.reload()

    @Slot()
    def _see_badges(self) -> None:
        wish = Destination("session-papers", session_id=self.session_id, text="badges")
        self.context.navigator.open(wish)

    def _offer(self) -> None:
        """The choices of this document only; a sheet of another document is not left there."""
        attestations = self.shows_attestations
        self.names_row.setVisible(not attestations)
        self.wording_row.setVisible(attestations)
        self.give.setVisible(attestations)
        self.without.setVisible(False)
        if attestations:
            self.show_no_paper()

    def reload(self) -> None:
        if self.shows_attestations:
            if self.paper is None:
                self.page_bar.show_title(_("Attestations"))
            return
        self.page_bar.show_title(_("Papiers de la session"), making=True)
        work = partial(_sheet, self.context, self.session_id, self.names.current() == BLANK)
        self.ask("paper", work, self._show_sheet, self._refused)

    def _show_sheet(self, paper: Paper) -> None:
        if not self.shows_attestations:
            self.show_paper(paper)

    @Slot()
    def _give_numbers(self) -> None:
        self.give.set_busy(True)
        self.context.background.ask(
            partial(_give, self.context, self.session_id, self.wording.current()),
            self._show_given,
            self._refused,
            ended=self._given,
            owner=self,
        )

    def _given(self) -> None:
        self.give.set_busy(False)

    def _show_given(self, given: Given) -> None:
        if not self.shows_attestations:
            return
        self.said.hide()
        self.show_paper(given.paper)
        shown = given.refused[:_SHOWN_REFUSALS]
        lines = [
            _("{name} : {reason}").format(
                name=self.context.privacy.show(one.name), reason=say(one.refusal)
            )
            for one in shown
        ]
        more = len(given.refused) - len(shown)
        if more:
            lines.append(
                n_("et {n} autre personne", "et {n} autres personnes", more).format(n=more)
            )
        self.without.setText("\n".join([_("Sans attestation"), *lines]) if lines else "")
        self.without.setVisible(bool(lines))

    def _refused(self, error: Exception) -> None:
        self.show_no_paper()
        self.say_trouble(error)


def _sheet(context: ScreenContext, session_id: int, blank: bool) -> Paper:
    return context.services.training_papers.attendance(session_id, blank=blank)


def _give(context: ScreenContext, session_id: int, kind: str) -> Given:
    desk = context.services.attestations
    given = desk.issue(session_id, by=context.actor, kind=kind)
    return Given(desk.paper(given.rows), given.refused)
