"""The real command in a process of its own, as a terminal or a script runs it."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
SECONDS = 60.0
NARROW, NBSP = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"


class Answer(NamedTuple):
    """What a command left behind: its exit code and its two streams, read as UTF-8."""

    code: int
    out: str
    err: str

    def table(self, separator: str = ",") -> list[dict[str, str]]:
        """Standard output as the CSV it must be."""
        return list(csv.DictReader(self.out.splitlines(), delimiter=separator))

    def told(self) -> str:
        """Standard output with ordinary spaces."""
        return plainly(self.out)

    def said(self) -> str:
        """Standard error with ordinary spaces."""
        return plainly(self.err)


def plainly(words: str) -> str:
    """Which spaces French takes is tested with the wording."""
    return words.replace(NBSP, " ").replace(NARROW, " ").strip()


def accueil(*words: object, **environment: str) -> Answer:
    """Run `accueil …` in the tests' own home; environment: what differs in it."""
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", *map(str, words)],
        capture_output=True,
        cwd=ROOT,
        env=os.environ | environment,
        timeout=SECONDS,
        check=False,
    )
    return Answer(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


class Desk:
    """The command on one database, on the demonstration's morning."""

    def __init__(self, database: Path | str, now: str = "2026-11-26T09:55") -> None:
        self.database = database
        self._options = ("--database", database, "--now", now)

    def tries(self, *words: object, **environment: str) -> Answer:
        """Whatever comes of it."""
        return accueil(*self._options, *words, **environment)

    def does(self, *words: object, **environment: str) -> Answer:
        """What must succeed."""
        answer = self.tries(*words, **environment)
        assert answer.code == 0, answer.err
        return answer
