"""`accueil print day` and `accueil print week`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.commands import DONE
from desktop_app.domain.civil_time import Week
from desktop_app.domain.reading_day import parse_day
from desktop_app.domain.reading_week import parse_week
from desktop_app.domain.refusals import Trouble

if TYPE_CHECKING:
    from desktop_app.services.house import Services


def print_day(services: Services, asked: argparse.Namespace) -> int:
    """Write the day plan as PDF."""
    today = services.database.clock.today()
    day = parse_day(asked.date, today, field="date") if asked.date else today
    paper = services.papers.day_plan(day, audience=asked.audience)
    return _write(asked.output, paper.pdf)


def print_week(services: Services, asked: argparse.Namespace) -> int:
    """Write the week plan as PDF."""
    today = services.database.clock.today()
    week = parse_week(asked.week, today, field="week") if asked.week else Week.of(today)
    paper = services.papers.week_plan(week, paper=asked.paper, audience=asked.audience)
    return _write(asked.output, paper.pdf)


def _write(output: Path, pdf: bytes) -> int:
    try:
        output.write_bytes(pdf)
    except OSError as error:
        raise Trouble("file_unwritable", path=str(output)) from error
    return DONE
