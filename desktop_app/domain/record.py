"""Lines of the journal: who did what, when, at which desk."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class JournalLine(NamedTuple):
    """One entry of the append-only journal. at: an aware UTC instant."""

    at: datetime
    desk: str
    login: str
    verb: str
