"""A desk that scans badges as fast as it can, made to be killed: run by the kill tests.

Usage: scanning_desk ADDRESS BADGES WAY. BADGES is a file, a code a line. For each line “FIRST” on
standard input a new life is forked (everything is imported already): it says `ready PID`, scans
from badge number FIRST on, and says `yes NUMBER` once a scan is answered. When the life is over,
killed or at the end of the badges, the word is `dead`.

WAY: `sound`; `hasty` says yes before the commit; `torn` makes two transactions of a check-in.
"""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from typing import Any

from database.unit_of_work import UnitOfWork
from desktop_app.domain.clock import StoppedClock
from desktop_app.services.house import open_house
from desktop_app.settings import RESOURCES
from tests.builders import RECEPTION, THURSDAY, at

TEN_TO_TWO = at("13:50-14:00", THURSDAY)[0]
_journal = UnitOfWork.journal


def say(words: str) -> None:
    os.write(1, f"{words}\n".encode())


def be_hasty() -> None:
    """The fault that tells the door before the disk has heard."""

    def journal(work: UnitOfWork, *facts: Any, **details: Any) -> None:
        _journal(work, *facts, **details)
        say(f"yes {being_scanned[0]}")

    UnitOfWork.journal = journal  # type: ignore[assignment, method-assign]


def be_torn() -> None:
    """The fault that makes two changes of one (SQLite)."""

    def journal(work: UnitOfWork, *facts: Any, **details: Any) -> None:
        driver = work.connection.connection.driver_connection
        assert driver is not None
        driver.execute("COMMIT")
        driver.execute("BEGIN IMMEDIATE")
        _journal(work, *facts, **details)

    UnitOfWork.journal = journal  # type: ignore[assignment, method-assign]


being_scanned = [0]


def live(address: str, badges: list[str], way: str, first: int) -> None:
    services = open_house(address, StoppedClock(TEN_TO_TWO), desk="accueil", resources=RESOURCES)
    if way == "hasty":
        be_hasty()
    elif way == "torn":
        be_torn()
    say(f"ready {os.getpid()}")
    for number in range(first, len(badges)):
        being_scanned[0] = number
        verdict = services.check_in.scan(badges[number], client_key=f"scan {number}", by=RECEPTION)
        assert verdict.code == "ok", verdict
        if way != "hasty":
            say(f"yes {number}")


def main() -> None:
    address, badges, way = sys.argv[1], Path(sys.argv[2]).read_text().split(), sys.argv[3]
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            status = 1
            try:
                live(address, badges, way, int(line))
                status = 0
            except Exception:
                traceback.print_exc()
            os._exit(status)
        _, ended = os.waitpid(child, 0)
        say("dead" if os.WIFSIGNALED(ended) or ended == 0 else "failed")


if __name__ == "__main__":
    main()
