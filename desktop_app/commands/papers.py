"""`accueil print …`: every document of the venue as a PDF file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.commands import DONE
from desktop_app.commands.naming import organisation_named, room_named, series_named
from desktop_app.commands.tables import write_rows
from desktop_app.domain.civil_time import Week
from desktop_app.domain.clock import wall_time
from desktop_app.domain.papers import PaperKind, Wanted
from desktop_app.domain.reading_day import parse_day
from desktop_app.domain.reading_week import parse_week
from desktop_app.domain.refusals import Trouble
from desktop_app.domain.staff import DESK
from desktop_app.services.saving import save
from desktop_app.wording import _

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.services.house import Services
    from desktop_app.services.papers import Paper


def print_day(services: Services, asked: argparse.Namespace) -> int:
    """The day plan."""
    return _one(services, asked, Wanted(PaperKind.DAY, _day(services, asked)))


def print_week(services: Services, asked: argparse.Namespace) -> int:
    """The week plan of all rooms, of one room, or of one association."""
    today = services.database.clock.today()
    week = parse_week(asked.week, today, field="week") if asked.week else Week.of(today)
    if asked.room:
        subject = room_named(services, asked.room)
        wanted = Wanted(PaperKind.ROOM_WEEK, week.monday, subject=subject)
    elif asked.organisation:
        subject = organisation_named(services, asked.organisation)
        wanted = Wanted(PaperKind.ORGANISATION_WEEK, week.monday, subject=subject)
    else:
        wanted = Wanted(PaperKind.WEEK, week.monday, asked.paper)
    return _one(services, asked, wanted)


def print_setup(services: Services, asked: argparse.Namespace) -> int:
    """The set-up and cleaning list."""
    return _one(services, asked, Wanted(PaperKind.SETUP, _day(services, asked)))


def print_doors(services: Services, asked: argparse.Namespace) -> int:
    """One door sheet, or those of every room in use."""
    day = _day(services, asked)
    if asked.room:
        room = room_named(services, asked.room)
        return _one(services, asked, Wanted(PaperKind.DOOR, day, subject=room))
    doors = [one for one in services.papers.morning(day) if one.kind is PaperKind.DOOR]
    return _several(services, asked, doors)


def print_season(services: Services, asked: argparse.Namespace) -> int:
    """The dates of a permanence, or of everything an association has."""
    day = _day(services, asked)
    if asked.series:
        wanted = Wanted(PaperKind.SERIES, day, subject=series_named(services, asked.series))
    else:
        subject = organisation_named(services, asked.organisation)
        wanted = Wanted(PaperKind.SEASON, day, subject=subject)
    return _one(services, asked, wanted)


def print_letter(services: Services, asked: argparse.Namespace) -> int:
    """A confirmation or an agreement."""
    today = services.database.clock.today()
    return _one(services, asked, Wanted(PaperKind(asked.what), today, subject=asked.booking))


def print_evacuation(services: Services, asked: argparse.Namespace) -> int:
    """The house in numbers, now."""
    return _one(services, asked, Wanted(PaperKind.EVACUATION, services.database.clock.today()))


def print_blank(services: Services, asked: argparse.Namespace) -> int:
    """A sheet to fill in by hand."""
    kind = PaperKind(f"blank-{asked.sheet}")
    return _one(services, asked, Wanted(kind, services.database.clock.today()))


def print_morning(services: Services, asked: argparse.Namespace) -> int:
    """What hangs and lies ready when the doors open."""
    return _several(services, asked, services.papers.morning(_day(services, asked)))


def print_stale(services: Services, asked: argparse.Namespace) -> int:
    """What is out of date, again; nothing else."""
    return _several(services, asked, [one.wanted for one in services.papers.stale()])


def list_papers(services: Services, asked: argparse.Namespace) -> int:
    """Printed sheets that still count, and whether they still say what is so."""
    stale = {one.edition.id for one in services.papers.stale()}
    rows = [
        (
            edition.document,
            str(edition.number),
            f"{wall_time(edition.printed_at):%Y-%m-%d %H:%M}",
            edition.desk,
            "no" if edition.id in stale else "yes",
            services.papers.name_of(wanted),
        )
        for wanted, edition in services.papers.standing()
    ]
    header = ("document", "edition", "printed_at", "desk", "up_to_date", "name")
    write_rows(header, rows, asked.format, asked.separator)
    return DONE


def _day(services: Services, asked: argparse.Namespace) -> date:
    today = services.database.clock.today()
    return parse_day(asked.date, today, field="date") if asked.date else today


def _made(services: Services, asked: argparse.Namespace, wanted: Wanted) -> Paper:
    """The paper as asked, numbered unless it is a draft."""
    told = {"accessible": getattr(asked, "accessible", False)}
    if hasattr(asked, "audience"):
        wanted = Wanted(wanted.kind, wanted.day, wanted.paper, asked.audience, wanted.subject)
    if asked.draft:
        return services.papers.make(wanted, **told)
    return services.papers.publish(wanted, by=DESK, **told)


def _one(services: Services, asked: argparse.Namespace, wanted: Wanted) -> int:
    """One document: into the file asked for, or into a folder under its own name."""
    if not asked.output.is_dir():
        # First the place, so that no edition is counted of a sheet that cannot be written.
        _require_place(asked.output)
    paper = _made(services, asked, wanted)
    target = asked.output / paper.file_name if asked.output.is_dir() else asked.output
    save(target, paper.pdf)
    return DONE


def _several(services: Services, asked: argparse.Namespace, wishes: Iterable[Wanted]) -> int:
    """Each document under its own name; the names on standard output."""
    try:
        asked.output.mkdir(exist_ok=True)
    except OSError as error:
        raise Trouble("file_unwritable", path=str(asked.output)) from error
    count = 0
    for wanted in wishes:
        paper = _made(services, asked, wanted)
        save(asked.output / paper.file_name, paper.pdf)
        sys.stdout.write(f"{asked.output / paper.file_name}\n")
        count += 1
    if not count:
        sys.stderr.write(_("Rien à imprimer.") + "\n")
    return DONE


def _require_place(output: Path) -> None:
    if not output.absolute().parent.is_dir():
        raise Trouble("file_unwritable", path=str(output))
