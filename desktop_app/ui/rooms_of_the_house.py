"""Every screen of the window, in the order of the rail. A screen is imported when first opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from desktop_app.domain.today import DayBoard
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.screen import Screen, ScreenEntry
from desktop_app.ui.trainings.arrivals_by_badge import ArrivalsByBadge
from desktop_app.wording import _


class Folders(NamedTuple):
    """Where this PC keeps things. backups: None keeps no copies by itself."""

    resources: Path
    logs: Path
    copies: Path
    backups: Path | None


def entries_for(
    folders: Folders,
    arrivals: ArrivalsByBadge,
    first_look: Callable[[], DayBoard | None],
    open_demo: Callable[[], object],
) -> tuple[ScreenEntry, ...]:
    """The screens of the desk."""
    return (
        ScreenEntry("today", _("Aujourd’hui"), "sun", partial(_today, first_look), "Ctrl+1"),
        ScreenEntry("planning", _("Planning"), "calendar-days", _planning, "Ctrl+2"),
        ScreenEntry(
            "trainings", _("Formations"), "graduation-cap", partial(_trainings, arrivals), "Ctrl+3"
        ),
        ScreenEntry("cafe", _("Café"), "coffee", _cafe, "Ctrl+4"),
        ScreenEntry("associations", _("Associations"), "handshake", _associations, "Ctrl+5"),
        ScreenEntry(
            "settings",
            _("Réglages"),
            "settings",
            partial(_settings, folders.copies),
            "Ctrl+6",
            "bottom",
        ),
        ScreenEntry(
            "welcome", _("Bienvenue"), "upload", partial(_welcome, open_demo), "", "hidden"
        ),
    )


def _today(first_look: Callable[[], DayBoard | None], context: ScreenContext) -> Screen:
    from desktop_app.ui.today.screen import TodayScreen

    screen = TodayScreen(context)
    board = first_look()
    if board is not None:
        # Only the rooms are known yet; the other cards wait for the whole board.
        screen.rooms.show_board(board)
    return screen


def _planning(context: ScreenContext) -> Screen:
    from desktop_app.ui.planning.screen import PlanningScreen

    return PlanningScreen(context)


def _trainings(arrivals: ArrivalsByBadge, context: ScreenContext) -> Screen:
    from desktop_app.ui.trainings.screen import TrainingsScreen

    return TrainingsScreen(context, arrivals)


def _cafe(context: ScreenContext) -> Screen:
    from desktop_app.ui.cafe.screen import CafeScreen

    return CafeScreen(context)


def _associations(context: ScreenContext) -> Screen:
    from desktop_app.ui.associations.screen import AssociationsScreen

    return AssociationsScreen(context)


def _settings(copies: Path, context: ScreenContext) -> Screen:
    from desktop_app.ui.settings.screen import SettingsScreen

    return SettingsScreen(context, backups=copies)


def _welcome(open_demo: Callable[[], object], context: ScreenContext) -> Screen:
    from desktop_app.ui.welcome.screen import WelcomeScreen

    return WelcomeScreen(context, open_demo=open_demo)
