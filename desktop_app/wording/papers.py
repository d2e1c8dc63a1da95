"""What papers are called: in a list of choices, in a notice, as a file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.domain.papers import (
    PUBLIC,
    SEASONAL,
    WEEKLY,
    PaperKind,
    StalePaper,
    Wanted,
)
from desktop_app.domain.search_text import fold
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_date, say_week_short


def _labels() -> dict[str, str]:
    return {
        PaperKind.WEEK: _("Planning de la semaine"),
        PaperKind.ROOM_WEEK: _("Semaine d’une salle"),
        PaperKind.ORGANISATION_WEEK: _("Semaine d’une association"),
        PaperKind.DAY: _("Planning du jour"),
        PaperKind.SETUP: _("Préparation et ménage"),
        PaperKind.DOOR: _("Affiche de porte"),
        PaperKind.SERIES: _("Dates d’une permanence"),
        PaperKind.SEASON: _("Saison d’une association"),
        PaperKind.CONFIRMATION: _("Confirmation de réservation"),
        PaperKind.AGREEMENT: _("Convention de mise à disposition"),
        PaperKind.EVACUATION: _("Feuille d’évacuation"),
        PaperKind.BLANK_DAY: _("Grille du jour, à remplir"),
        PaperKind.BLANK_ATTENDANCE: _("Feuille d’émargement, à remplir"),
        PaperKind.BLANK_TALLY: _("Comptage du café, à remplir"),
    }


def label_of_paper(kind: str) -> str:
    """“Affiche de porte”."""
    return _labels().get(kind, kind)


def say_period(wanted: Wanted) -> str:
    """“S48”, “26/11/2026”, “2026-2027”."""
    if wanted.kind in WEEKLY:
        return say_week_short(wanted.week)
    return wanted.period if wanted.kind in SEASONAL else say_date(wanted.day)


def say_paper(wanted: Wanted, name: str = "") -> str:
    """“Affiche de porte – Agora B, 26/11/2026”: enough to know it among others.

    name: of the room, the association, the series it is about.
    """
    about = ", ".join(part for part in (name, say_period(wanted)) if part)
    said = _("{paper} – {about}").format(paper=label_of_paper(wanted.kind), about=about)
    if wanted.kind is PaperKind.WEEK:
        said = _("{paper} ({size})").format(paper=said, size=wanted.paper)
    if wanted.audience == PUBLIC and wanted.kind is not PaperKind.DOOR:
        said = _("{paper}, public").format(paper=said)
    return said


def say_stale_papers(found: Sequence[StalePaper]) -> str:
    """“2 feuilles imprimées ne sont plus à jour”; one alone by its name and edition."""
    if len(found) == 1:
        return _("{paper} : l’édition {number} imprimée n’est plus à jour").format(
            paper=found[0].title, number=found[0].edition.number
        )
    return n_(
        "{n} feuille imprimée n’est plus à jour",
        "{n} feuilles imprimées ne sont plus à jour",
        len(found),
    ).format(n=len(found))


def say_edition_of(paper: StalePaper) -> str:
    """“Planning du jour – 26/11/2026, édition 1”."""
    return _("{paper}, édition {number}").format(paper=paper.title, number=paper.edition.number)


_FILES = {
    PaperKind.WEEK: "planning-semaine",
    PaperKind.ROOM_WEEK: "semaine-salle",
    PaperKind.ORGANISATION_WEEK: "semaine-association",
    PaperKind.DAY: "planning-jour",
    PaperKind.SETUP: "preparation",
    PaperKind.DOOR: "affiche-de-porte",
    PaperKind.SERIES: "dates",
    PaperKind.SEASON: "saison",
    PaperKind.CONFIRMATION: "confirmation",
    PaperKind.AGREEMENT: "convention",
    PaperKind.EVACUATION: "evacuation",
    PaperKind.BLANK_DAY: "grille-vierge",
    PaperKind.BLANK_ATTENDANCE: "emargement-vierge",
    PaperKind.BLANK_TALLY: "comptage-vierge",
}


def file_name_of(wanted: Wanted, name: str = "", *, accessible: bool = False) -> str:
    """A proposal for the file, the same in every language: `planning-semaine-2026-S48-A3.pdf`."""
    wish = wanted.settled()
    parts = [_FILES[wish.kind], _slug(name), wish.period.replace("-W", "-S")]
    if wish.kind is PaperKind.WEEK:
        parts.append(wish.paper)
    if wish.audience == PUBLIC and wish.kind is not PaperKind.DOOR:
        parts.append("public")
    if accessible:
        parts.append("accessible")
    return "-".join(part for part in parts if part) + ".pdf"


def _slug(name: str) -> str:
    """Forty plain letters of a name: file systems and mails are not all equal."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name))[:40].strip("-")
