"""The commands without a window work where Qt cannot even be loaded: they never import it."""

from __future__ import annotations

import subprocess
import sys

LOADED = """
import sys
import desktop_app.__main__, desktop_app.bootstrap, desktop_app.commands.run
print([name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6")])
"""


def test_the_command_line_loads_no_qt() -> None:
    answer = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True)
    assert answer.stdout.strip() == "[]", answer.stderr
