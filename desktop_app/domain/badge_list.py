"""People with their badges, as they go to the printer. Pure: everyone may enter."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple


class BadgeRow(NamedTuple):
    """Somebody and their active badge. badge_id is 0 and code empty for somebody who has none.

    printed_at: the instant their card was last printed or saved; None before.
    """

    person_id: int
    last_name: str
    first_name: str
    badge_id: int = 0
    code: str = ""
    printed_at: datetime | None = None


def not_printed(rows: Iterable[BadgeRow]) -> tuple[BadgeRow, ...]:
    """Those whose card was never printed: what is printed unless somebody asks for all."""
    return tuple(row for row in rows if row.printed_at is None)
