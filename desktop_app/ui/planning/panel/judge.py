"""The live verdict: what the form asks is weighed in the background while one still types.

One question at a time: the last one asked counts, answers to older ones are dropped.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.domain.availability import Objection, preventing
from desktop_app.domain.bookings import Draft
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.rooms import Layout
from desktop_app.domain.series import SeriesDraft, SeriesPreview
from desktop_app.ui.context import ScreenContext

if TYPE_CHECKING:
    from desktop_app.services.finding import Need, Offer
    from desktop_app.services.house import Services

PAUSE_MS = 120
"""Milliseconds without a key before a question is asked."""

FEW = 3
"""Alternatives shown beside a refusal."""

_ABOUT_PLACE = frozenset(
    {"room_taken", "room_unavailable", "over_headcount", "no_room_that_size", "over_seats"}
)


class Question(NamedTuple):
    """What is asked for. series: its rule and last day, when it repeats."""

    draft: Draft
    booking_id: int | None = None
    equipment: tuple[str, ...] = ()
    step_free: bool = False
    series: SeriesDraft | None = None


class Weighed(NamedTuple):
    """What came of a question. offers: rooms to take instead, the best first."""

    question: Question
    objections: tuple[Objection, ...] = ()
    offers: tuple[Offer, ...] = ()
    preview: SeriesPreview | None = None
    refusal: Refusal | None = None

    @property
    def is_free(self) -> bool:
        """Nothing prevents it; a series has at least one free date."""
        if self.refusal is not None:
            return False
        if self.preview is not None:
            return bool(self.preview.free)
        return not preventing(self.objections)


def weigh(services: Services, question: Question) -> Weighed:
    """Ask the services, on their thread. A refusal of the whole is part of the answer."""
    try:
        if question.series is not None:
            return Weighed(question, preview=services.series.preview(question.series))
        found = services.bookings.check_draft(question.draft, question.booking_id)
        offers: tuple[Offer, ...] = ()
        if any(one.code in _ABOUT_PLACE for one in found):
            offers = alternatives(services, question)
        return Weighed(question, found, offers)
    except Refusal as refusal:
        return Weighed(question, refusal=refusal)


def alternatives(services: Services, question: Question) -> tuple[Offer, ...]:
    """The best rooms that can be had for the same need; none when the day itself is refused."""
    try:
        offers = services.finder.find(need_of(question))
    except Refusal:
        return ()
    own = services.venue.venue().room(question.draft.room_id)
    can = [one for one in offers if one.can_be_taken and one.room.id != own.id]
    if not question.draft.heads:
        # Nobody said how many: the room that was asked for says it.
        can.sort(key=lambda one: _unlike(one.room.max_headcount, own.max_headcount))
    return tuple(can[:FEW])


def _unlike(heads: int, wanted: int) -> tuple[bool, int]:
    """Smaller rooms last, then by how far they are from the size wanted."""
    return heads < wanted, abs(heads - wanted)


def need_of(question: Question) -> Need:
    """The question as the finder takes it."""
    # Here, on the database thread, the services are loaded; the window starts without them.
    from desktop_app.services.finding import Need as TheNeed

    draft = question.draft
    return TheNeed(
        draft.starts_at,
        draft.ends_at,
        draft.heads,
        question.equipment,
        question.step_free,
        Layout(draft.layout) if draft.layout else None,
        question.booking_id,
    )


class Judge(QObject):
    """Waits for a pause in the typing, then has the last question weighed."""

    weighed = Signal(object)
    """A `Weighed`."""

    def __init__(self, context: ScreenContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._question: Question | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._ask)

    def ask(self, question: Question | None) -> None:
        """Have a question weighed soon; None: there is nothing to weigh any more."""
        self._question = question
        if question is None:
            self._timer.stop()
        else:
            self._timer.start()

    def ask_now(self) -> None:
        """Do not wait for the pause."""
        if self._question is not None:
            self._timer.stop()
            self._ask()

    @Slot()
    def _ask(self) -> None:
        question = self._question
        if question is not None:
            work = partial(weigh_for, self._context, question)
            self._context.background.ask(work, self._answer)

    def _answer(self, weighed: Weighed) -> None:
        if weighed.question == self._question:
            self.weighed.emit(weighed)


def weigh_for(context: ScreenContext, question: Question) -> Weighed:
    """`weigh` with the services asked for only once we are on their thread."""
    return weigh(context.services, question)
