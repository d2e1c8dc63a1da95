"""Undo and redo of every booking action of this desk: what Ctrl+Z and Ctrl+Y reach."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.domain.bookings import BookingChange
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.notices import NoticeAction
from desktop_app.wording import _, n_


class BookingUndo(QObject):
    """Runs the verbs in the background and says what came of it."""

    def __init__(self, context: ScreenContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def undo(self) -> None:
        context, actor = self._context, self._context.actor
        context.background.ask(lambda: context.services.bookings.undo(by=actor), self._say_undone)

    def redo(self) -> None:
        context, actor = self._context, self._context.actor
        context.background.ask(lambda: context.services.bookings.redo(by=actor), self._say_redone)

    def _say_undone(self, change: BookingChange) -> None:
        action = NoticeAction(_("Rétablir"), self.redo, "Ctrl+Y")
        words = n_("Annulé : {what}.", "Annulé : {what} ({n} dates).", len(change.pairs))
        self._context.notices.say(
            words.format(what=_what(change), n=len(change.pairs)), "info", action
        )

    def _say_redone(self, change: BookingChange) -> None:
        action = NoticeAction(_("Annuler"), self.undo, "Ctrl+Z")
        words = n_("Rétabli : {what}.", "Rétabli : {what} ({n} dates).", len(change.pairs))
        self._context.notices.say(
            words.format(what=_what(change), n=len(change.pairs)), "ok", action
        )


def _what(change: BookingChange) -> str:
    """The verb, as a noun."""
    words = {
        "book": _("la réservation"),
        "book_series": _("la série"),
        "move": _("le changement de salle"),
        "reschedule": _("le changement d’horaire"),
        "edit": _("la modification"),
        "confirm": _("la confirmation"),
        "option": _("la mise en option"),
        "cancel": _("l’annulation"),
        "cancel_series": _("l’annulation de la série"),
        "change_series": _("la modification de la série"),
        "arrive": _("l’arrivée"),
        "leave": _("le départ"),
        "no_show": _("la non-présentation"),
    }
    return words.get(change.verb, _("la dernière action"))
