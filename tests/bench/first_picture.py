"""Opens the desk as a double click does and ends when its first picture is painted: `start.plan`.

    python tests/bench/first_picture.py FILE [--modules]

The program's own `open_desk` runs, on a given file and on a given morning; only its waiting for
the end of the day is cut short. --modules: say what was loaded until then.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop_app import desk
from desktop_app.bootstrap import Start

if TYPE_CHECKING:
    from desktop_app.crash_log import CrashLog
    from desktop_app.settings import Settings
    from desktop_app.ui.front_desk import FrontDesk

MORNING = datetime(2026, 11, 26, 9, 55)


def main(file: str) -> int:
    make_desk = desk.make_desk

    def make_impatient_desk(start: Start, settings: Settings, crash_log: CrashLog) -> FrontDesk:
        made = make_desk(start, settings, crash_log)
        made.stay = partial(_stay_until_painted, made, made.stay)  # type: ignore[method-assign]
        return made

    desk.make_desk = make_impatient_desk
    return desk.open_desk(Start(database=file, now=MORNING))


def _stay_until_painted(made: FrontDesk, stay: Any) -> int:
    """Painting ends before the next turn of the loop, where the program would go on."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class End(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, _end)
            return False

    end = End(made.window)
    made.window.installEventFilter(end)
    code: int = stay()
    return code


def _end() -> None:
    if "--modules" in sys.argv:
        print("\n".join(sys.modules))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
