"""The café's tally from anywhere: F1 to F4, C, or a tile of any screen; and its undo.

Made once with the window, since a passage is counted whatever screen is in front.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_app.ui.context import ScreenContext
from desktop_app.ui.notices import NoticeAction
from desktop_app.wording import _

if TYPE_CHECKING:
    from desktop_app.domain.presence import Tally, VisitCategory, VisitStep


class CafeCounter(QObject):
    """Hears the desk's wishes to count, counts, and says so where no tile shows it."""

    def __init__(self, context: ScreenContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._showing = frozenset({"today", "cafe"})
        self._screen = ""
        context.desk.cafe_counted.connect(self.count)
        context.desk.cafe_undo_requested.connect(self.undo_last)

    @Slot(str)
    def note_screen(self, key: str) -> None:
        """Which screen is in front: those that show the tally need no notice."""
        self._screen = key

    @Slot(int)
    def count(self, place: int) -> None:
        """One more passage of the category in this place of the venue's list."""
        import uuid  # at the first passage, not at the start of the desk

        from desktop_app.domain.presence import VisitCategory

        categories = tuple(VisitCategory)
        if not 0 <= place < len(categories):
            return
        category = categories[place]
        # Each press has its own key, made here: a retry of it would count nothing.
        work = partial(self._count, category, str(uuid.uuid4()))
        self._context.background.ask(work, partial(self._counted, category))

    def _count(self, category: VisitCategory, client_key: str) -> Tally:
        return self._context.services.cafe.count(category, client_key, by=self._context.actor)

    def _counted(self, category: VisitCategory, tally: Tally) -> None:
        undo = NoticeAction(_("Annuler"), self.undo_last, "Ctrl+Z")
        if self._screen in self._showing:
            self._context.notices.done_quietly.emit(undo)
            return
        from desktop_app.wording.cafe import label_of_visit, say_passages

        words = _("{category} +1 · {passages} aujourd’hui").format(
            category=label_of_visit(category), passages=say_passages(tally.total)
        )
        self._context.notices.say(words, action=undo)

    @Slot()
    def undo_last(self) -> None:
        """Take back the last passage counted at this desk today."""
        self._context.background.ask(self._undo, self._undone)

    def _undo(self) -> VisitStep:
        return self._context.services.cafe.undo_last(by=self._context.actor)

    def _undone(self, step: VisitStep) -> None:
        from desktop_app.wording.cafe import say_step

        words = _("Annulé : {step}").format(step=say_step(step))
        self._context.notices.say(words, tone="info")
