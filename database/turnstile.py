"""One writer at a time on a SQLite file, each in turn.

SQLite lets writers race and its busy handler is not fair: one of four desks may wait over four
seconds. Before 3.51.3 two connections that write and checkpoint at once may also damage the
write-ahead log. A lock file taken around each writing transaction answers both: the checkpoint
that follows a commit happens while the lock is still held.
"""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from desktop_app.domain.refusals import Trouble

PATIENCE_SECONDS = 15.0
_PAUSE_SECONDS = 0.001

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


class Turnstile:
    """Lets one writer through. The lock dies with its process, so a crash blocks nobody."""

    def __init__(self, path: Path) -> None:
        """Raises Trouble `database_unreachable` where no file can be written."""
        try:
            self._file = path.open("ab")
        except OSError as error:
            raise Trouble("database_unreachable") from error

    @contextlib.contextmanager
    def passing(self) -> Iterator[None]:
        """Hold the lock; raises Trouble `database_busy` after `PATIENCE_SECONDS`."""
        descriptor = self._file.fileno()
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not _try_lock(descriptor):
            if time.monotonic() > deadline:
                raise Trouble("database_busy")
            time.sleep(_PAUSE_SECONDS)
        try:
            yield
        finally:
            _unlock(descriptor)

    def close(self) -> None:
        self._file.close()


class OpenGate:
    """PostgreSQL keeps its own order: nothing to hold."""

    @contextlib.contextmanager
    def passing(self) -> Iterator[None]:
        yield

    def close(self) -> None:
        """Nothing was opened."""
