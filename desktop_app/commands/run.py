"""Runs one verb of the command line and turns what goes wrong into words and an exit code."""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import __version__, bootstrap
from desktop_app.commands import (
    BUG,
    REFUSED,
    TROUBLE,
    bookings,
    care,
    importing,
    papers,
    training_papers,
)
from desktop_app.crash_log import CrashLog
from desktop_app.domain.clock import Clock
from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.settings import Settings, log_folder, read_settings
from desktop_app.wording import _
from desktop_app.wording.refusals import say

if TYPE_CHECKING:
    from desktop_app.services.house import Services

Verb = Callable[["Services", argparse.Namespace], int]

_VERBS: dict[tuple[str, str | None], Verb] = {
    ("print", "day"): papers.print_day,
    ("print", "week"): papers.print_week,
    ("print", "setup"): papers.print_setup,
    ("print", "doors"): papers.print_doors,
    ("print", "season"): papers.print_season,
    ("print", "confirmation"): papers.print_letter,
    ("print", "agreement"): papers.print_letter,
    ("print", "evacuation"): papers.print_evacuation,
    ("print", "blank"): papers.print_blank,
    ("print", "morning"): papers.print_morning,
    ("print", "stale"): papers.print_stale,
    ("print", "attendance"): training_papers.print_attendance,
    ("print", "ready"): training_papers.print_ready,
    ("print", "attestations"): training_papers.print_attestations,
    ("list", "bookings"): bookings.list_bookings,
    ("list", "papers"): papers.list_papers,
    ("free", None): bookings.find_room,
    ("import", None): importing.bring_in,
    ("backup", None): care.back_up,
}
_log = logging.getLogger(__name__)


def run_command(asked: argparse.Namespace, start: bootstrap.Start) -> int:
    """Run the verb on the asked database; the exit codes are those of `desktop_app.commands`."""
    _speak_utf8()
    crash_log = CrashLog(log_folder())
    crash_log.start(__version__)
    try:
        return _run(asked, start)
    except Refusal as refusal:
        _complain(say(refusal))
        return REFUSED
    except Trouble as trouble:
        _complain(say(trouble))
        return TROUBLE
    except BrokenPipeError:
        return BUG
    except Exception:
        _log.exception("the command failed")
        words = _("Erreur du programme : le détail est dans le journal, {folder}.")
        _complain(words.format(folder=crash_log.folder))
        return BUG
    finally:
        crash_log.stop()


def _run(asked: argparse.Namespace, start: bootstrap.Start) -> int:
    clock, settings = bootstrap.clock_of(start), read_settings()
    if settings.language and not start.language:
        bootstrap.speak(settings.language)
    if asked.verb == "doctor" and not start.demo:
        return care.say_findings(bootstrap.examine(start, settings, clock))
    if start.demo:
        return _on_the_demo(asked, clock)
    with tempfile.TemporaryDirectory(prefix="accueil-essai-") as folder:
        return _with(_opened(asked, start, settings, clock, Path(folder)), asked)


def _opened(
    asked: argparse.Namespace,
    start: bootstrap.Start,
    settings: Settings,
    clock: Clock,
    folder: Path,
) -> Services:
    """Only an import may found a venue; for the other verbs a slip in the address is a slip.

    folder: thrown away afterwards; a dry run before the first import happens there.
    """
    if asked.verb != "import":
        return bootstrap.known_services_of(start, settings, clock)
    if asked.dry_run and bootstrap.is_missing(start, settings):
        start = replace(start, database=str(folder / "essai.sqlite"))
    return bootstrap.services_of(start, settings, clock)


def _on_the_demo(asked: argparse.Namespace, clock: Clock) -> int:
    demo = bootstrap.DemoVenue()
    try:
        return _with(demo.services(clock), asked)
    finally:
        demo.throw_away()


def _with(services: Services, asked: argparse.Namespace) -> int:
    try:
        if asked.verb == "doctor":
            return care.say_findings(services.care.examine())
        return _VERBS[asked.verb, getattr(asked, "what", None)](services, asked)
    finally:
        services.close()


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _complain(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")
