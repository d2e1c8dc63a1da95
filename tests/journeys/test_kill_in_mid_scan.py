"""The desk dies in the middle of a scan, two hundred times: nothing that was told is lost.

A scan whose answer never came is sent again with its key in the next life, as a person would show
the badge again. Two ways of being wrong prove that the examination sees what it looks for.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import perf_counter

import pytest
from sqlalchemy import select, update

from database import health, tables
from desktop_app.domain.badges import new_code
from desktop_app.services.house import Services
from tests.builders import a_session

LIVES = {"sqlite": 200, "postgresql": 40}
MOST_SCANS = 24
LONGEST_SCAN = 0.0015


def a_long_queue(house: Services, people: int) -> list[str]:
    """This many people enrolled at once in a room that holds them all; their badges, in order."""
    session_id = a_session(house)
    chance, moment = Random(11), house.database.clock.instant()
    badges = [new_code(chance) for _ in range(people)]
    everyone = range(1, people + 1)
    with house.database.writing() as work:
        run = work.connection.execute
        run(update(tables.room).values(max_headcount=people * 2))
        named = {"last_name": "Petipont", "search_key": "petipont", "created_at": moment}
        run(tables.person.insert(), [{"id": one, **named} for one in everyone])
        owned = zip(everyone, badges, strict=True)
        issued = {"status": "active", "issued_at": moment}
        run(
            tables.badge.insert(),
            [{"person_id": one, "code": code, **issued} for one, code in owned],
        )
        listed = {"session_id": session_id, "status": "enrolled", "enrolled_at": moment}
        rows = [{"id": one, "person_id": one, "number": one, **listed} for one in everyone]
        run(tables.enrolment.insert(), rows)
    return badges


def linger(seconds: float) -> None:
    """Let a part of a scan go by, so that death finds it at any step. Too short for the system
    to measure in any other way."""
    end = perf_counter() + seconds
    while perf_counter() < end:
        pass


class Desk:
    """A desk that can be killed and started again; what it has said yes to."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.told: list[int] = []

    def live(self, first: int, scans: int, chance: Random) -> None:
        """Scan from badge `first` on; die some time in the scan after `scans` answers."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{first}\n")
        self._process.stdin.flush()
        victim = 0
        for line in self._process.stdout:
            word, _, number = line.strip().partition(" ")
            if word == "dead":
                return
            assert word != "failed", "see the desk’s own words on standard error"
            if word == "ready":
                victim = int(number)
            else:
                self.told.append(int(number))
                scans -= 1
            if victim and scans <= 0:
                linger(chance.uniform(0, LONGEST_SCAN))
                os.kill(victim, signal.SIGKILL)
                victim = 0
        raise AssertionError("the desk ended for good")


@contextmanager
def a_desk(house: Services, badges: list[str], folder: Path, way: str) -> Iterator[Desk]:
    listed = folder / "badges"
    listed.write_text("\n".join(badges))
    address = house.database.url.render_as_string(hide_password=False)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.scanning_desk", address, str(listed), way],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Desk(process)
    finally:
        process.communicate()
    assert process.returncode == 0


def what_is_wrong(house: Services, told: list[int]) -> list[str]:
    """Compare what was told with what is there: lost, doubled, torn, damaged."""
    with house.database.reading() as connection:
        stored = Counter(connection.execute(select(tables.check_in.c.enrolment_id)).scalars())
        entry = tables.audit_entry.c
        journal = select(entry.subject_id).where(entry.verb == "check_in")
        noted = Counter(connection.execute(journal).scalars())
        damaged = health.problems(connection)
    enrolments = {number + 1 for number in told}
    return [
        *(f"lost {one}" for one in enrolments - stored.keys()),
        *(f"doubled {one}" for one, times in stored.items() if times > 1),
        *(f"torn {one}" for one in (stored - noted) + (noted - stored)),
        *damaged,
    ]


def kill_many_times(
    house: Services, folder: Path, lives: int, way: str = "sound", most: int = MOST_SCANS
) -> tuple[Desk, list[str]]:
    """Let the desk live and die; stop at the first life after which something is wrong."""
    badges = a_long_queue(house, lives * (most + 8))
    chance = Random(5)
    wrong: list[str] = []
    with a_desk(house, badges, folder, way) as desk:
        for _ in range(lives):
            desk.live(max(desk.told, default=-1) + 1, chance.randint(0, most), chance)
            if way != "sound" and (wrong := what_is_wrong(house, desk.told)):
                break
    return desk, wrong or what_is_wrong(house, desk.told)


def test_no_scan_that_was_answered_is_lost_when_the_desk_is_killed(
    house: Services, tmp_path: Path, engine_name: str
):
    lives = LIVES[engine_name]
    desk, wrong = kill_many_times(house, tmp_path, lives)
    assert wrong == []
    assert len(set(desk.told)) > lives * MOST_SCANS // 4
    with house.database.reading() as connection:
        keys = connection.execute(select(tables.check_in.c.client_key)).scalars().all()
    assert len(keys) - len(set(desk.told)) in (0, 1)


@pytest.mark.parametrize(("way", "seen"), [("hasty", "lost"), ("torn", "torn")])
@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_the_examination_sees_a_desk_that_answers_too_soon_or_writes_by_halves(
    house: Services, tmp_path: Path, way: str, seen: str
):
    _, wrong = kill_many_times(house, tmp_path, 200, way, most=3)
    assert any(line.startswith(seen) for line in wrong)
