"""What other processes on this PC committed: `PRAGMA data_version` asked now and then.

The pragma moves only for commits of other connections; asked on the connection that makes this
desk's own writes, it stays silent about them. A server's notifications are for several desks.
"""

from __future__ import annotations

from database.unit_of_work import Database
from desktop_app.domain.changes import EVERYTHING


class ChangeFeed:
    """Rings the bell of this desk when somebody else wrote. Lives on the database thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._version = self._ask()

    def listen(self) -> bool:
        """Ask once; True when others committed since the last time."""
        version = self._ask()
        heard = version != self._version
        self._version = version
        if heard:
            self._database.ring(EVERYTHING)
        return heard

    def _ask(self) -> int | None:
        return self._database.data_version() if self._database.path is not None else None
