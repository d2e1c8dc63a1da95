"""Runs one verb of the command line and turns what goes wrong into words and an exit code."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app import __version__, bootstrap
from desktop_app.commands import BUG, REFUSED, TROUBLE, bookings, care, importing, papers
from desktop_app.crash_log import CrashLog
from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.settings import log_folder, read_settings
from desktop_app.wording import _
from desktop_app.wording.refusals import say

if TYPE_CHECKING:
    from desktop_app.services.house import Services

Verb = Callable[["Services", argparse.Namespace], int]

_VERBS: dict[tuple[str, str | None], Verb] = {
    ("print", "day"): papers.print_day,
    ("print", "week"): papers.print_week,
    ("list", "bookings"): bookings.list_bookings,
    ("free", None): bookings.find_room,
    ("import", None): importing.bring_in,
    ("backup", None): care.back_up,
    ("doctor", None): care.examine,
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
        words = _("Erreur du programme : le détail est dans le journal, {folder}.")
        _complain(words.format(folder=crash_log.folder))
        return BUG
    finally:
        crash_log.stop()


def _run(asked: argparse.Namespace, start: bootstrap.Start) -> int:
    verb = _VERBS[asked.verb, getattr(asked, "what", None)]
    clock = bootstrap.clock_of(start)
    if not start.demo:
        services = bootstrap.services_of(start, read_settings(), clock)
        try:
            return verb(services, asked)
        finally:
            services.close()
    demo = bootstrap.DemoVenue()
    try:
        services = demo.services(clock)
        try:
            return verb(services, asked)
        finally:
            services.close()
    finally:
        demo.throw_away()


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _complain(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")
