"""Servers that tests start: they get their own session and die with whoever started them.

Standard library only: `./dev` enters here before anything is installed.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from typing import Any


def start(
    command: Sequence[str], *, user: str | None = None, **options: Any
) -> subprocess.Popen[str]:
    """Start a server apart from the terminal, so that Ctrl-C reaches us first and we stop it.

    On Linux the kernel also ends it when we are killed outright. `user` needs root.
    """
    words = list(command)
    if setpriv := shutil.which("setpriv"):
        drop = [f"--reuid={user}", f"--regid={user_group(user)}", "--clear-groups"] if user else []
        words = [setpriv, *drop, "--pdeathsig", "INT", "--", *words]
    return subprocess.Popen(
        words, stdin=subprocess.DEVNULL, text=True, start_new_session=os.name != "nt", **options
    )


def stop(process: subprocess.Popen[str], *, patience: float = 20.0) -> None:
    """Ask, wait up to `patience` seconds, then insist. Harmless on a process that has ended."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGINT)
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
    process.wait()
    for stream in (process.stdout, process.stderr):
        if stream is not None:
            stream.close()


def user_group(user: str) -> int:
    import pwd  # not on Windows

    return pwd.getpwnam(user).pw_gid
