"""Nothing heavy stands between the double click and the first picture."""

from __future__ import annotations

import subprocess
import sys

from tests.ui.conftest import RESOURCES

PROGRAM = """
import sys
from datetime import datetime
from types import SimpleNamespace
from pathlib import Path
from desktop_app.domain.clock import StoppedClock
from desktop_app.ui.application import dress, make_application, speak
from desktop_app.ui.background import Background
from desktop_app.ui.change_hub import ChangeHub
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.devices.scanner import Scanner
from desktop_app.ui.devices.sounds import Sounds
from desktop_app.ui.navigation import Navigator
from desktop_app.ui.notices import Notices
from desktop_app.ui.preferences import Preferences
from tests.ui.windows import a_window
application = make_application(["x"])
speak(application, "fr")
preferences = Preferences()
theme = dress(application, Path(sys.argv[1]), preferences)
background = Background()
context = ScreenContext(
    services=SimpleNamespace(), background=background, hub=ChangeHub(),
    clock=StoppedClock(datetime(2026, 11, 26, 9, 55)), notices=Notices(), navigator=Navigator(),
    theme=theme, preferences=preferences)
window = a_window(context)
scanner = Scanner(application)
sounds = Sounds(Path(sys.argv[1]) / "sounds", preferences)
window.show()
window.repaint()
print("\\n".join(sys.modules))
background.stop()
"""

HEAVY = (
    *("sqlalchemy", "alembic", "psycopg", "reportlab", "openpyxl", "segno", "pypdfium2", "PIL"),
    *("holidays", "dateutil", "phonenumbers", "rapidfuzz", "vacances_scolaires_france"),
    *("asyncio", "concurrent.futures", "unittest", "statistics", "tomllib", "platformdirs"),
    *("PySide6.QtNetwork", "PySide6.QtPrintSupport", "PySide6.QtSql"),
    *(
        "desktop_app.domain.key_burst",
        "desktop_app.ui.hit_list",
        "desktop_app.ui.devices.key_filter",
    ),
    *("desktop_app.ui.widgets.table", "desktop_app.ui.widgets.form", "database"),
)


def test_the_window_is_painted_with_qt_and_its_own_parts_only() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(RESOURCES)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    loaded = set(done.stdout.split())
    assert "desktop_app.ui.main_window" in loaded
    assert sorted(loaded & set(HEAVY)) == []
