"""From a badge to a verdict, whatever screen is shown: scan, decide and commit, sound, station.

Made once, with the window. Every scan is asked of the one database thread in its turn: none is
lost, none overtakes another.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.ui.context import ScreenContext
from desktop_app.ui.devices.sounds import Sounds
from desktop_app.ui.navigation import Destination

if TYPE_CHECKING:
    from desktop_app.domain.verdicts import Verdict


class ArrivalsByBadge(QObject):
    """Hears the reader, asks the station, and sends the window to the right session."""

    verdict_given = Signal(object)
    """A `Verdict`: committed already if it is an arrival."""

    trouble_met = Signal(object)
    """A `Trouble` or a `Refusal`: the scan could not be answered, nothing was written."""

    def __init__(
        self, context: ScreenContext, sounds: Sounds, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._sounds = context, sounds
        self.looked_at: int | None = None
        """The session on the station's screen: it settles doubts between two."""
        context.desk.badge_scanned.connect(self.scan)
        context.desk.scan_unreadable.connect(self.scan)

    @Slot(str)
    def scan(self, code: str) -> None:
        """Answer what the reader delivered: a badge, a piece of one, or something else."""
        self._ask(code, "badge")

    def read_typed(self, code: str) -> None:
        """Answer a code typed by hand from under the QR."""
        self._ask(code, "typed")

    def give(self, verdict: Verdict) -> None:
        """Show and sound a verdict that was come to by another way: a name, a walk-in."""
        if not verdict.is_repeat:
            self._sounds.play(verdict.family)
        self.verdict_given.emit(verdict)

    def _ask(self, code: str, source: str) -> None:
        # The key is made here, once a scan: whatever is sent again with it changes nothing.
        from uuid import uuid4  # not at the start of the desk

        key, looked_at, context = str(uuid4()), self.looked_at, self._context
        work = partial(_scan, context, code, key, source, looked_at)
        context.background.ask(work, self._answer, self._fail, owner=self)

    def _answer(self, verdict: Verdict) -> None:
        session_id = verdict.door.id if verdict.door is not None else self.looked_at
        self._context.navigator.open(Destination("trainings", session_id=session_id))
        self.give(verdict)

    def _fail(self, error: Exception) -> None:
        self._context.navigator.open(Destination("trainings", session_id=self.looked_at))
        self._sounds.play("no")
        self.trouble_met.emit(error)


def _scan(
    context: ScreenContext, code: str, key: str, source: str, looked_at: int | None
) -> Verdict:
    return context.services.check_in.scan(
        code, client_key=key, by=context.actor, source=source, looked_at=looked_at
    )
