"""Several processes book the same slots at once: exactly one yes each. With the guard switched
off and the check apart from the write, the same examination fails: it can see a double booking."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest
from sqlalchemy import text

from database import health
from database.guards import guards_off_for
from database.unit_of_work import Database
from desktop_app.services.house import Services

SLOTS = 32


def race(database: Database, desks: int, way: str) -> list[str]:
    """Let `desks` processes book every slot; all their answers, “slot word”."""
    address = database.url.render_as_string(hide_password=False)
    racers = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.faults.racing_desk", address, str(SLOTS), way],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(desks)
    ]
    for racer in racers:
        assert racer.stdout is not None
        assert racer.stdout.readline() == "ready\n"
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("go\n")
        racer.stdin.flush()
    answers: list[str] = []
    for racer in racers:
        said, _ = racer.communicate(timeout=100)
        assert racer.returncode == 0
        answers += said.splitlines()
    return answers


def overlaps(database: Database) -> list[str]:
    with database.reading() as connection:
        return [line for line in health.problems(connection) if line.startswith("double")]


@pytest.mark.parametrize("desks", [2, 4])
def test_each_contested_slot_has_exactly_one_yes(house: Services, desks: int):
    answers = [line.split() for line in race(house.database, desks, "guarded")]
    yes = Counter(slot for slot, word in answers if word == "yes")
    assert yes == {str(number): 1 for number in range(SLOTS)}
    assert {word for _, word in answers} == {"yes", "room_taken"}
    assert overlaps(house.database) == []


def test_without_the_guard_the_same_race_double_books(house: Services):
    """Proof that the examination above can fail, and that the guard is what makes it pass."""
    with house.database.writing() as work:
        for statement in guards_off_for(work.connection.dialect.name):
            work.connection.execute(text(statement))
    for _ in range(5):
        answers = [line.split() for line in race(house.database, 4, "unguarded")]
        yes = Counter(slot for slot, word in answers if word == "yes")
        if max(yes.values()) > 1:
            break
        with house.database.writing() as work:
            work.connection.execute(text("DELETE FROM occupancy"))
            work.connection.execute(text("DELETE FROM booking"))
    assert max(yes.values()) > 1
    assert overlaps(house.database) != []
