"""The menu of the planning: every verb by name, with its key beside it. Right button, or the Menu
key: whoever does not know the keys learns them here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from desktop_app.ui.planning.cursor import chosen
from desktop_app.ui.planning.gesture import Gesture, Hand, ghost_of
from desktop_app.ui.planning.mouse_hand import can_move
from desktop_app.ui.planning.surface import Surface
from desktop_app.ui.widgets.keys import say_keys
from desktop_app.wording import _


def menu_for(view: Surface) -> QMenu | None:
    """The verbs of what is under the cursor; None when there is nothing."""
    if view.plan is None or view.place is None:
        return None
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if view.plan.by_id.get(view.place.booking_id or 0) is not None:
        _add_booking_verbs(menu, view)
    elif (ghost := chosen(view.plan, view.place)) is not None:
        _add(menu, _("Réserver ici"), "Return", partial(view.place_drawn.emit, ghost))
    _add(menu, _("Voir la journée"), "J", partial(view.day_opened.emit, view.place.day))
    return menu


def _add_booking_verbs(menu: QMenu, view: Surface) -> None:
    place, plan = view.place, view.shown
    assert place is not None
    row = plan.by_id[place.booking_id or 0]
    _add(menu, _("Ouvrir"), "Return", partial(view.booking_opened.emit, row.id))
    if not can_move(row, plan.now):
        return
    _add(menu, _("Déplacer avec les flèches"), "M", partial(_carry, view, Hand.MOVE))
    _add(menu, _("Changer la durée avec les flèches"), "R", partial(_carry, view, Hand.END))
    menu.addSeparator()
    _add(menu, _("Annuler la réservation…"), "Del", partial(view.cancel_requested.emit, row.id))


def _add(menu: QMenu, words: str, keys: str, do: Callable[[], object]) -> None:
    """A verb; its key is only shown, the planning itself hears it."""
    action = menu.addAction(f"{words}\t{say_keys(keys)}")
    action.triggered.connect(partial(_run, do))


def _run(do: Callable[[], object], checked: bool = False) -> None:
    do()


def _carry(view: Surface, hand: Hand) -> None:
    place = view.place
    row = view.shown.by_id.get(place.booking_id or 0) if place is not None else None
    if row is not None:
        view.setFocus()
        view.begin(Gesture(hand, row=row))
        view.show_ghost(ghost_of(row))
