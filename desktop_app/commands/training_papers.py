"""`accueil print attendance`: papers of the trainings, and how they are asked for."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.commands import DONE
from desktop_app.commands.parser import Parser
from desktop_app.domain.attestations import AttestationKind
from desktop_app.domain.reading_day import parse_day
from desktop_app.domain.staff import Actor, Role
from desktop_app.services.saving import save
from desktop_app.wording import _
from desktop_app.wording.refusals import say

if TYPE_CHECKING:
    from desktop_app.services.house import Services

SUPPORT = Actor("support", Role.MANAGER)
"""In whose name the command line writes."""

Documents = Callable[..., Parser]
"""Adds a document to `accueil print`: `argparse`'s own `add_parser`."""


def add_documents(what: Documents) -> None:
    """The documents of the trainings in the grammar of `accueil print`."""
    attendance = what(
        "attendance",
        help=_("la feuille d’émargement d’une session"),
        description=_("Une ligne par personne, une signature par demi-journée, sur A4."),
        examples=(
            "accueil --demo print attendance --session T02 -o sheet.pdf",
            "accueil print attendance --session 12 --blank -o sheet.pdf",
        ),
    )
    _add_session(attendance)
    attendance.add_argument(
        "--blank", action="store_true", help=_("sans les noms : autant de lignes que de places")
    )

    attestations = what(
        "attestations",
        help=_("les attestations des personnes présentes, numérotées"),
        description=_("Une page par personne présente à toutes les demi-journées, sur A4."),
        examples=("accueil print attestations --session 12 -o sheet.pdf",),
    )
    _add_session(attestations)
    attestations.add_argument(
        "--certificate",
        action="store_true",
        help=_("certificats de réalisation, pour une formation financée"),
    )

    ready = what(
        "ready",
        help=_("les personnes prêtes : qui, de la liste, a suivi une formation"),
        description=_("Un PDF, ou un tableau CSV si le fichier se termine par .csv."),
        examples=(
            "accueil --demo print ready --session T12 --training T01 -o sheet.pdf",
            "accueil print ready --session 12 --training T01 -o sheet.csv",
        ),
    )
    _add_session(ready)
    ready.add_argument(
        "--training",
        metavar=_("FORMATION"),
        required=True,
        help=_("code de la formation à avoir suivie : T01"),
    )


def _add_session(document: Parser) -> None:
    document.add_argument(
        "--session",
        metavar=_("SESSION"),
        required=True,
        help=_("son numéro, ou le code de la formation : T02"),
    )
    document.add_argument(
        "--date",
        metavar=_("JOUR"),
        help=_("jour de la session, avec un code (aujourd’hui par défaut)"),
    )
    document.add_argument(
        "-o",
        "--output",
        metavar=_("FICHIER"),
        type=Path,
        required=True,
        help=_("fichier PDF à écrire"),
    )


def print_attendance(services: Services, asked: argparse.Namespace) -> int:
    """Write the attendance sheet of a session as PDF."""
    session_id = _session_asked(services, asked)
    paper = services.training_papers.attendance(session_id, blank=asked.blank)
    return write(asked.output, paper.pdf)


def print_attestations(services: Services, asked: argparse.Namespace) -> int:
    """Give their numbers to the attestations of a session and write them as PDF."""
    session_id = _session_asked(services, asked)
    kind = AttestationKind.COMPLETION if asked.certificate else AttestationKind.PRESENCE
    given = services.attestations.issue(session_id, by=SUPPORT, kind=kind)
    for person in given.refused:
        words = _("{name} : {reason}").format(name=person.name, reason=say(person.refusal))
        sys.stderr.write(words + "\n")
    return write(asked.output, services.attestations.paper(given.rows).pdf)


def print_ready(services: Services, asked: argparse.Namespace) -> int:
    """Write who is ready as PDF, or as CSV when the file says so."""
    session_id = _session_asked(services, asked)
    if asked.output.suffix.casefold() != ".csv":
        paper = services.training_papers.ready(session_id, asked.training)
        return write(asked.output, paper.pdf)
    rows = services.trainings.readiness(session_id, asked.training)
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(("number", "last_name", "first_name", "ready", "followed_on"))
    for person, followed in rows:
        day = followed.day.isoformat() if followed else ""
        ready = "yes" if followed else "no"
        writer.writerow((person.number, person.last_name, person.first_name, ready, day))
    # The mark at the head is how a French spreadsheet knows the encoding.
    return write(asked.output, text.getvalue().encode("utf-8-sig"))


def _session_asked(services: Services, asked: argparse.Namespace) -> int:
    today = services.database.clock.today()
    day = parse_day(asked.date, today, field="date") if asked.date else today
    return services.training_papers.find_session(asked.session, day).id


def write(output: Path, pdf: bytes) -> int:
    """Write a document. Raises Trouble `file_unwritable`."""
    save(output, pdf)
    return DONE
