"""`./dev bench [name…] [--write]`: every figure beside its limit, measured in the same run.

A miss is said, never punished: the exit code is 1 only when a bench could not run. Nothing is
written, unless --write puts the figures of a whole run into docs/performance.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.bench import badges, checkin, conflict, figures, morning, painting, paper, start, week
from tests.bench.places import MEMORY, TenYearVenue, disk_folder
from tests.bench.rounds import Result

Bench = Callable[[TenYearVenue], Iterable[Result]]


def _conflict(venue: TenYearVenue) -> Iterable[Result]:
    with venue.opened() as database:
        yield conflict.conflict_one(database)


def _week(venue: TenYearVenue) -> Iterable[Result]:
    with venue.opened() as database:
        yield week.week_shown(database)


def _paint(_venue: TenYearVenue) -> Iterable[Result]:
    return painting.paint()


def _syncs(venue: TenYearVenue) -> Iterable[Result]:
    return checkin.syncs(venue.copy("counted"))


def _commit(venue: TenYearVenue) -> Iterable[Result]:
    yield checkin.commit(venue.copy("ours"), venue.copy("by-hand"), on_disk=True)


def _cpu(venue: TenYearVenue) -> Iterable[Result]:
    if not MEMORY.is_dir():
        return
    with tempfile.TemporaryDirectory(dir=MEMORY) as memory:
        ours, by_hand = (venue.copy(name, Path(memory)) for name in ("ours", "by-hand"))
        yield checkin.commit(ours, by_hand, on_disk=False)


def _start(venue: TenYearVenue) -> Iterable[Result]:
    yield start.first_picture(venue.copy("started"))


def _paper(_venue: TenYearVenue) -> Iterable[Result]:
    yield paper.week_on_paper()


def _morning(venue: TenYearVenue) -> Iterable[Result]:
    with venue.opened() as database:
        yield morning.morning_set(database)


def _badges(_venue: TenYearVenue) -> Iterable[Result]:
    yield badges.badges_on_paper()


BENCHES: dict[str, Bench] = {
    "conflict.one": _conflict,
    "view.week.shown": _week,
    "plan.paint": _paint,
    "checkin.syncs": _syncs,
    "checkin.commit": _commit,
    "checkin.cpu": _cpu,
    "start.plan": _start,
    "pdf.week": _paper,
    "pdf.morning": _morning,
    "pdf.badges300": _badges,
}


def main(arguments: list[str]) -> int:
    asked = _grammar().parse_args(arguments)
    results: list[Result] = []
    failed: list[str] = []
    with tempfile.TemporaryDirectory(dir=disk_folder(), ignore_cleanup_errors=True) as folder:
        venue = TenYearVenue(Path(folder))
        for name in asked.names or BENCHES:
            try:
                found = tuple(BENCHES[name](venue))
            except Exception:
                traceback.print_exc()
                failed.append(name)
                continue
            for result in found:
                print(figures.line_of(result), flush=True)
            results += found
    print("\n" + figures.table(results))
    if failed:
        print(f"\n✗ could not run: {', '.join(failed)}")
    elif asked.write:
        figures.write(results)
    return 1 if failed else 0


def _grammar() -> argparse.ArgumentParser:
    grammar = argparse.ArgumentParser(prog="./dev bench", description=__doc__.split("\n\n")[1])
    grammar.add_argument("names", nargs="*", choices=[[], *BENCHES], metavar="name")
    grammar.add_argument("--write", action="store_true", help="put a whole run into the document")
    grammar.epilog = "names: " + ", ".join(BENCHES)
    return grammar


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
