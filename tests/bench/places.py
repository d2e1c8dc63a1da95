"""Where the benches work: a real disk for what must be synced, memory for what must not.

Nothing is left behind and nothing of the checkout is written.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from database.unit_of_work import Database
from desktop_app.domain.clock import StoppedClock
from tests.bench import ten_years
from tests.builders import NOW

MEMORY = Path("/dev/shm")
_IN_MEMORY = frozenset({"tmpfs", "ramfs"})


def is_memory(folder: Path) -> bool:
    """Whether files of this folder never reach a disk."""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return False
    kinds = {line.split()[1]: line.split()[2] for line in mounts.read_text("utf-8").splitlines()}
    nearest = next(one for one in (folder, *folder.parents) if str(one) in kinds)
    return kinds[str(nearest)] in _IN_MEMORY


def disk_folder() -> Path:
    """Where temporary files reach a disk: the system's folder for them, or beside the program."""
    usual = Path(tempfile.gettempdir()).resolve()
    return usual if not is_memory(usual) else Path(__file__).resolve().parents[2] / ".venv"


class TenYearVenue:
    """The generated venue, written when the first bench asks for it. Benches that write copy it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: Path | None = None

    @property
    def file(self) -> Path:
        """The venue itself, to be read only."""
        if self._file is None:
            print("… writing ten years of a venue", flush=True)
            self._file = self._folder / "ten-years.sqlite"
            ten_years.build(self._file).close()
        return self._file

    def copy(self, name: str, folder: Path | None = None) -> Path:
        return Path(shutil.copy(self.file, (folder or self._folder) / f"{name}.sqlite"))

    @contextmanager
    def opened(self) -> Iterator[Database]:
        database = Database(str(self.file), StoppedClock(NOW))
        try:
            yield database
        finally:
            database.close()
