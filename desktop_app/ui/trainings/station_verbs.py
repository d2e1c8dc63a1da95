"""What the station can do to a session: each verb asked in the background, its answer brought back.

Nothing here draws; the station hears `done` and reads again what the bell has announced.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.checkin import LastCheckIn
from desktop_app.domain.trainings import SessionSummary
from desktop_app.domain.verdicts import Code, Verdict
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.notices import NoticeAction
from desktop_app.wording import _

UNDO_KEY = "F9"


class StationVerbs(QObject):
    """Verbs on one session's list, on behalf of whoever is at the desk."""

    verdict_given = Signal(object)
    """The `Verdict` of somebody checked in by name."""

    session_closed = Signal(object)
    """The `SessionSummary` of the session whose check-in was ended."""

    undone = Signal(object)
    """The `LastCheckIn` that was taken back."""

    def __init__(self, context: ScreenContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def _ask(self, work: Callable[[], Any], answer: Callable[[Any], None]) -> None:
        self._context.background.ask(work, answer, owner=self)

    def check_in(self, enrolment_id: int) -> None:
        """Check in somebody of the list."""
        context, key = self._context, str(uuid4())

        def work() -> Verdict:
            return context.services.check_in.check_in_enrolment(
                enrolment_id, client_key=key, by=context.actor
            )

        self._ask(work, self.verdict_given.emit)

    def set_excused(self, enrolment_id: int, excused: bool, name: str) -> None:
        """Note that somebody will not come, or will after all; the notice takes it back."""
        context = self._context

        def work() -> None:
            context.services.trainings.set_excused(enrolment_id, excused, by=context.actor)

        self._ask(work, partial(self._say_excused, enrolment_id, excused, name))

    def _say_excused(self, enrolment_id: int, excused: bool, name: str, _done: None) -> None:
        said = _("{name} : absence excusée")
        if not excused:
            said = _("{name} : l’absence n’est plus excusée")
        back = NoticeAction(
            _("Annuler"), partial(self.set_excused, enrolment_id, not excused, name), "Ctrl+Z"
        )
        self._context.notices.say(said.format(name=name), action=back)

    def admit(self, enrolment_id: int) -> None:
        """Give a place to somebody of the waiting list and check them in."""
        context = self._context

        def work() -> None:
            context.services.trainings.admit(enrolment_id, by=context.actor)

        self._ask(work, partial(self._check_in_admitted, enrolment_id))

    def _check_in_admitted(self, enrolment_id: int, _done: None) -> None:
        self.check_in(enrolment_id)

    def open_session(self, session_id: int) -> None:
        """Open the check-in by hand."""
        context = self._context

        def work() -> None:
            context.services.trainings.open_session(session_id, by=context.actor)

        self._ask(work, self._say_open)

    def _say_open(self, _done: None) -> None:
        self._context.notices.say(_("Le pointage est ouvert."))

    def close_session(self, session_id: int) -> None:
        """End the check-in."""
        context = self._context

        def work() -> SessionSummary:
            return context.services.trainings.close_session(session_id, by=context.actor)

        self._ask(work, partial(self._say_closed, session_id))

    def _say_closed(self, session_id: int, summary: SessionSummary) -> None:
        self.session_closed.emit(summary)
        back = NoticeAction(_("Rouvrir"), partial(self.open_session, session_id))
        self._context.notices.say(_("Pointage terminé."), action=back)

    def undo_last(self) -> None:
        """Take back the last check-in of this desk."""
        context = self._context

        def work() -> LastCheckIn:
            return context.services.check_in.undo_last(by=context.actor)

        self._ask(work, self._say_undone)

    def _say_undone(self, undone: LastCheckIn) -> None:
        name = self._context.privacy.show(undone.person.name)
        words = _("Pointage annulé : {name}, {title}")
        self._context.notices.say(words.format(name=name, title=undone.session_title), "info")
        self.undone.emit(undone)


def is_offered_a_place(verdict: Verdict | None) -> bool:
    """Would adding the person without enrolment be the next step?"""
    return verdict is not None and verdict.code is Code.NOT_ENROLLED
