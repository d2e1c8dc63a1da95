"""`start.plan`: a double click until the day's bookings are painted, the whole process counted."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench.rounds import Result, compare

ROOT = Path(__file__).resolve().parents[2]
FIRST_PICTURE = Path(__file__).with_name("first_picture.py")
PLACES = ("CONFIG", "DATA", "STATE", "CACHE")


class Starter:
    """Starts programs as on a PC that knows them: byte code written, files in the system's cache.

    Settings, logs and byte code lie in a folder of its own, so that nothing of this PC is touched.
    """

    def __init__(self, folder: Path) -> None:
        self._home = folder / "home"
        self._environment = {
            **{name: value for name, value in os.environ.items() if name != _NO_BYTE_CODE},
            **{f"XDG_{place}_HOME": str(self._home / place.lower()) for place in PLACES},
            "PYTHONPATH": str(ROOT),
            "PYTHONPYCACHEPREFIX": str(folder / "byte-code"),
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        }

    def run(self, *words: str) -> str:
        """What a Python program says, run from the root of the project to its end."""
        shutil.rmtree(self._home, ignore_errors=True)  # else it would show last words
        done = subprocess.run(
            [sys.executable, *words],
            cwd=ROOT,
            env=self._environment,
            check=True,
            timeout=60,
            stdout=subprocess.PIPE,
            text=True,
        )
        return done.stdout

    def starting(self, *words: str) -> Callable[[], object]:
        return lambda: self.run(*words)


_NO_BYTE_CODE = "PYTHONDONTWRITEBYTECODE"


def first_picture(venue: Path) -> Result:
    """The command with a ten-year venue on Thursday ÷ what any PySide program waits for."""
    with tempfile.TemporaryDirectory() as folder:
        starter = Starter(Path(folder))
        return compare(
            "start.plan",
            "process to painted day ÷ `import PySide6.QtWidgets`",
            2.0,
            starter.starting(str(FIRST_PICTURE), str(venue)),
            starter.starting("-c", "import PySide6.QtWidgets"),
            rounds=15,
        )
