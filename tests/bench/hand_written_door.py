"""The limit of a check-in: the standard library and SQL by hand, the same rows read and written.

No rule is missing that needs a row (badge, enrolment, hours, who is here already, how many are in
the room, journal); nothing is there that a program needs beside them (refusals, bell, lock, types).
"""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

from desktop_app.domain.clock import instant_of

_FACTS = """
    SELECT g.status, p.id, p.last_name, p.first_name, p.organisation_label, e.id, e.number,
           e.status, s.id, s.status, t.title, r.name, r.max_headcount, b.status, h.id, h.starts_at,
           h.ends_at, c.at,
           (SELECT count(*) FROM check_in AS o
             WHERE o.half_day_id = h.id AND o.annulled_at IS NULL)
    FROM badge AS g
    JOIN person AS p ON p.id = g.person_id
    JOIN enrolment AS e ON e.person_id = p.id
    JOIN half_day AS h ON h.session_id = e.session_id AND h.starts_at >= ? AND h.starts_at < ?
    JOIN training_session AS s ON s.id = e.session_id
    JOIN training_title AS t ON t.id = s.title_id
    JOIN booking AS b ON b.id = s.booking_id
    JOIN room AS r ON r.id = b.room_id
    LEFT JOIN check_in AS c
      ON c.enrolment_id = e.id AND c.half_day_id = h.id AND c.annulled_at IS NULL
    WHERE g.code = ?
"""
_ARRIVAL = (
    "INSERT INTO check_in (enrolment_id, half_day_id, at, desk, source, client_key)"
    " VALUES (?, ?, ?, ?, ?, ?)"
)
_JOURNAL = (
    "INSERT INTO audit_entry (at, desk, login, verb, subject_kind, subject_id, details)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)


class HandWrittenDoor:
    """Check-in on a file of the program's shape, with the program's settings of SQLite."""

    def __init__(self, path: Path) -> None:
        self._file = sqlite3.connect(path, isolation_level=None)
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "temp_store = MEMORY",
            "cache_size = -32000",
        ):
            self._file.execute(f"PRAGMA {pragma}").close()

    def scan(self, code: str, client_key: str, wall: datetime) -> bool:
        """True when the person may come in and it is written."""
        ask = self._file.execute
        ask("BEGIN IMMEDIATE")
        since, until = wall - timedelta(days=1), wall + timedelta(days=14)
        rows = ask(_FACTS, (since.isoformat(" "), until.isoformat(" "), code)).fetchall()
        found = next((row for row in rows if _may_come_in(row, wall)), None)
        if found is None:
            ask("ROLLBACK")
            return False
        now = instant_of(wall).replace(tzinfo=None).isoformat(" ", "microseconds")
        ask(_ARRIVAL, (found[5], found[14], now, "accueil", "badge", client_key))
        details = json.dumps({"half_day": found[14], "source": "badge"})
        ask(_JOURNAL, (now, "accueil", "acl", "check_in", "enrolment", found[5], details))
        ask("COMMIT")
        return True

    def close(self) -> None:
        self._file.close()


def _may_come_in(row: tuple, wall: datetime) -> bool:
    starts_at, ends_at = datetime.fromisoformat(row[15]), datetime.fromisoformat(row[16])
    return (
        row[0] == "active"
        and row[7] == "enrolled"
        and row[9] in ("planned", "open")
        and row[13] == "confirmed"
        and starts_at - timedelta(minutes=15) <= wall < ends_at
        and row[17] is None
        and row[18] + 2 <= row[12]
    )
