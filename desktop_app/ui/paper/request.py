"""A wished paper as the window says it: its period in words, and the wish behind a destination."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.papers import SEASONAL, WEEKLY, PaperKind, Wanted
from desktop_app.ui.navigation import Destination
from desktop_app.wording import _
from desktop_app.wording.dates import say_day, say_week
from desktop_app.wording.papers import label_of_paper

DAY, WEEK = PaperKind.DAY, PaperKind.WEEK


def wish_of(destination: Destination, today: date) -> Wanted:
    """The paper a destination names by its text; the day plan when it names none.

    Its subject is the room, the association or the booking the destination carries.
    """
    kinds = {kind.value for kind in PaperKind}
    kind = PaperKind(destination.text) if destination.text in kinds else PaperKind.DAY
    subject = destination.room_id or destination.organisation_id or destination.booking_id or 0
    return Wanted(kind, destination.day or today, subject=subject)


def say_when(wanted: Wanted) -> str:
    """When, in words; what it is, for a paper of no day."""
    if wanted.kind in WEEKLY:
        return say_week(wanted.week)
    if wanted.kind in SEASONAL:
        first, last = wanted.season
        return _("Saison {first}-{last}").format(first=first.year, last=last.year)
    if wanted.kind in (PaperKind.DAY, PaperKind.SETUP, PaperKind.DOOR):
        return say_day(wanted.day)
    return label_of_paper(wanted.kind)
