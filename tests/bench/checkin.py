"""`checkin.commit`, `checkin.cpu`, `checkin.syncs`: a badge at the door, until it turns green."""

from __future__ import annotations

import math
import sqlite3
import statistics
from collections.abc import Iterator
from datetime import datetime
from itertools import count
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from database.unit_of_work import Database
from desktop_app.domain.clock import StoppedClock
from desktop_app.domain.verdicts import Code
from desktop_app.services.house import house_of
from desktop_app.settings import RESOURCES
from tests.bench.hand_written_door import HandWrittenDoor
from tests.bench.rounds import Result, compare
from tests.builders import NOW, RECEPTION
from tests.support.syncs import counted_syncs

_QUICK_DISK, _SLOW_DISK = 0.15, 2.0
"""Milliseconds of a hand-written check-in between which the target goes from 2.0 to 1.3."""

_TO_COME = """
    SELECT h.starts_at, g.code
    FROM enrolment AS e
    JOIN half_day AS h ON h.session_id = e.session_id
    JOIN badge AS g ON g.person_id = e.person_id
    WHERE NOT EXISTS (SELECT 1 FROM check_in AS c WHERE c.half_day_id = h.id)
    ORDER BY h.starts_at, e.id
"""


class Scan(NamedTuple):
    """A badge held to the reader, and the hour at which its session begins."""

    wall: datetime
    code: str


def scans_to_come(path: Path) -> Iterator[Scan]:
    """Everybody who is still expected at a door, session after session."""
    file = sqlite3.connect(path)
    found = file.execute(_TO_COME).fetchall()
    file.close()
    return (Scan(datetime.fromisoformat(wall), code) for wall, code in found)


class Door:
    """The program's own door on one file: the service call, all rules, committed."""

    def __init__(self, path: Path) -> None:
        self.clock = StoppedClock(NOW)
        self._run = token_hex(4)
        self.database = Database(str(path), self.clock)
        self.station = house_of(self.database, resources=RESOURCES).check_in
        self._keys = count()

    def scan(self, scan: Scan) -> Code:
        self.clock.set(scan.wall)
        key = f"{self._run}-{next(self._keys)}"
        return self.station.scan(scan.code, client_key=key, by=RECEPTION).code


def commit(ours: Path, theirs: Path, *, on_disk: bool) -> Result:
    """The service call ÷ the same rows by hand; each on its own copy of the ten-year venue."""
    door, limit = Door(ours), HandWrittenDoor(theirs)
    mine, other = scans_to_come(ours), scans_to_come(theirs)
    keys = count()

    def scan_ours() -> None:
        assert door.scan(next(mine)) is Code.OK

    def scan_by_hand() -> None:
        scan = next(other)
        assert limit.scan(scan.code, f"main-{next(keys)}", scan.wall)

    result = compare(
        "checkin.commit" if on_disk else "checkin.cpu",
        "badge to commit on disk ÷ SQL by hand"
        if on_disk
        else "the same in memory, no disk to wait for",
        3.0,
        scan_ours,
        scan_by_hand,
        rounds=21,
        repeats=100,
    )
    door.database.close()
    limit.close()
    if on_disk and result.limit_ms is not None:
        return result._replace(target=target_for(result.limit_ms))
    return result


def target_for(limit_ms: float) -> float:
    """2.0 on a quick disk, 1.3 on a slow one; between them along the logarithm of its time."""
    share = math.log(limit_ms / _QUICK_DISK) / math.log(_SLOW_DISK / _QUICK_DISK)
    return round(2.0 - 0.7 * min(max(share, 0.0), 1.0), 2)


def syncs(path: Path, changes: int = 200) -> tuple[Result, Result]:
    """Counted, not timed: what most accepted scans ask of the disk, and most refused ones.

    Most, because now and then a commit is followed by SQLite's own checkpoint, whoever writes.
    """
    with counted_syncs() as counted:
        door = Door(path)
        scans = scans_to_come(path)
        known = next(scans)
        door.scan(known)

        def syncs_of(scan: Scan, *, accepted: bool) -> int:
            before = counted.count
            assert (door.scan(scan) is Code.OK) is accepted
            return counted.count - before

        accepted = [syncs_of(next(scans), accepted=True) for _ in range(changes)]
        refused = [syncs_of(known, accepted=False) for _ in range(changes)]
        door.database.close()
    return (
        _count("checkin.syncs accepted", "syncs of most accepted scans, counted", accepted, 1),
        _count("checkin.syncs refused", "syncs of most refused scans, counted", refused, 0),
    )


def _count(name: str, what: str, found: list[int], target: int) -> Result:
    return Result(name, what, statistics.mode(found), target, unit="syncs")
