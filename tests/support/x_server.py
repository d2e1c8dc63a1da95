"""A real X server without a monitor (Xvfb), for the tests marked `xvfb`. Standard library only."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from tests.support import processes


class NoScreen(RuntimeError):
    """Xvfb is missing or did not start. A failure, never a skip."""


@contextmanager
def running_screen(size: str = "1920x1080x24") -> Iterator[str]:
    """Start Xvfb on a display number of its own choosing; give it as “:7”; stop it afterwards."""
    program = shutil.which("Xvfb")
    if not program:
        raise NoScreen("Xvfb is needed for the tests on a real screen: apt-get install xvfb")
    reading, writing = os.pipe()
    command = [program, "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
    process = processes.start(command, pass_fds=[writing])
    os.close(writing)
    try:
        with os.fdopen(reading, encoding="ascii") as answer:
            number = answer.readline().strip()  # empty when Xvfb ended without opening a display
        if not number:
            raise NoScreen("Xvfb could not open a display.")
        yield f":{number}"
    finally:
        processes.stop(process)
