"""The desk opens: this PC's settings become values, and the values a window (`ui.front_desk`).

In order: is there a display; the log; the settings; the language; the clock; the address; then the
window, painted before the large libraries are loaded.
"""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import __version__, bootstrap
from desktop_app.commands import TROUBLE
from desktop_app.crash_log import CrashLog
from desktop_app.domain.refusals import Trouble
from desktop_app.settings import (
    RESOURCES,
    Settings,
    log_folder,
    preferences_file,
    read_settings,
)
from desktop_app.wording import _

if TYPE_CHECKING:
    from desktop_app.domain.today import DayBoard
    from desktop_app.ui.front_desk import FrontDesk


def open_desk(start: bootstrap.Start) -> int:
    """Open the window and stay until it is closed; the exit code."""
    if not _has_display():
        sys.stderr.write(_no_display())
        return TROUBLE
    gc.disable()  # a start throws little away; `FrontDesk` ends this after its first picture
    from desktop_app.ui.qt_messages import log_qt_messages

    crash_log = CrashLog(log_folder())
    crash_log.start(__version__)
    try:
        desk = make_desk(start, read_settings(), crash_log)
        log_qt_messages()
        desk.show()
        return desk.stay()
    except Trouble as trouble:
        from desktop_app.wording.refusals import say

        sys.stderr.write(say(trouble) + "\n")
        return TROUBLE
    finally:
        gc.enable()
        crash_log.stop()


def make_desk(start: bootstrap.Start, settings: Settings, crash_log: CrashLog) -> FrontDesk:
    """Everything made and connected; nothing shown yet."""
    from desktop_app.ui.change_hub import ChangeHub
    from desktop_app.ui.front_desk import DeskPlan, FrontDesk
    from desktop_app.ui.preferences import Preferences
    from desktop_app.ui.rooms_of_the_house import Folders

    remembered = None if start.demo else preferences_file()
    preferences = Preferences(remembered)
    # Two desks of one name would undo each other's last count at the café.
    settings = replace(settings, desk=preferences.desk_name or settings.desk)
    bootstrap.speak(start.language or settings.language or preferences.language)
    clock = bootstrap.clock_of(start)
    hub = ChangeHub()
    source = bootstrap.source_of(start, settings, clock, hub.ring)
    board = _first_look(source.file, clock.now())
    plan = DeskPlan(
        clock=clock,
        services=source.services,
        folders=Folders(
            resources=RESOURCES,
            logs=crash_log.folder,
            copies=Path(settings.backups),
            backups=None if start.demo else Path(settings.backups),
        ),
        first_start=not preferences.welcomed and (source.is_new or _is_without_rooms(board)),
        first_look=lambda: board,
        close_services=source.close,
        title=_("Accueil – démonstration") if start.demo else _("Accueil"),
        is_demo=start.demo,
        demo_command=(sys.executable, "-m", "desktop_app", "--demo"),
        last_words=crash_log.last_words(),
        forget_last_words=crash_log.forget,
    )
    desk = FrontDesk(plan, hub, preferences)
    crash_log.listen(desk.context.background.bug_met.emit)
    return desk


def _first_look(file: Path | None, now: datetime) -> DayBoard | None:
    """The rooms of the day without SQLAlchemy; the whole board replaces them in a moment."""
    from database.first_look import first_look
    from desktop_app.domain.today import DayBoard

    seen = first_look(file, now.date()) if file is not None else None
    if seen is None:
        return None
    return DayBoard(
        now=now,
        rooms=tuple(room for room in seen.rooms if not room.is_composite),
        composites=tuple(room for room in seen.rooms if room.is_composite),
        hours=seen.calendar.hours_on(now.date()),
        closed=seen.calendar.closed_day(now.date()),
        bookings=seen.bookings,
    )


def _is_without_rooms(board: DayBoard | None) -> bool:
    """Opened before, and left again with nothing in it."""
    return board is not None and not board.rooms


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _no_display() -> str:
    return (
        _(
            "Aucun écran n’est disponible (ni DISPLAY ni WAYLAND_DISPLAY) : la fenêtre ne peut pas "
            "s’ouvrir. Ouvrez une session graphique, ou essayez sur un écran virtuel : "
            "xvfb-run -a accueil --demo"
        )
        + "\n"
    )
