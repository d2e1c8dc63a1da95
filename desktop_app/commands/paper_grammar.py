"""What may be typed after `accueil print`: one word for each document of the venue."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from desktop_app.commands.parser import Parser
from desktop_app.wording import _

_Adds = argparse._ActionsContainer
Documents = Callable[..., Parser]
"""Adds a document to `accueil print`: `argparse`'s own `add_parser`."""


def add_papers(what: Documents) -> None:
    """The venue's own documents, in the order of a day."""
    _add_plans(what)
    _add_doors(what)
    _add_seasons(what)
    _add_letters(what)
    _add_others(what)
    _add_sets(what)


def _add_plans(what: Documents) -> None:
    day = what(
        "day",
        help=_("le planning du jour, A4"),
        description=_("Le planning du jour, pour l’équipe ou pour la porte, sur une feuille A4."),
        examples=(
            "accueil print day -o plan.pdf",
            "accueil --demo print day --date 2026-11-26 --audience public -o public.pdf",
        ),
    )
    _add_day(day)
    week = what(
        "week",
        help=_("le planning de la semaine : toutes les salles, une salle, une association"),
        description=_(
            "Le planning de la semaine en paysage. Toutes les salles sur A3 ou A4 ; avec --room ou "
            "--organisation,\nune seule salle ou une seule association, heure par heure, sur A4."
        ),
        examples=(
            "accueil print week -o plan.pdf",
            "accueil --demo print week --week 2026-W48 --paper A4 -o plan.pdf",
            "accueil --demo print week --week 2026-W48 --room AGB --audience public -o agora-b.pdf",
        ),
    )
    week.add_argument(
        "--week",
        metavar=_("SEMAINE"),
        help=_("2026-W48, S48, semaine prochaine (celle-ci par défaut)"),
    )
    week.add_argument(
        "--paper", choices=("A4", "A3"), default="A3", help=_("format du papier (A3 par défaut)")
    )
    about = week.add_mutually_exclusive_group()
    _add_room(about)
    _add_organisation(about)
    setup = what(
        "setup",
        help=_("préparation et ménage : salle par salle, dans l’ordre des heures"),
        description=_("Comment chaque salle doit être, et le temps entre deux groupes. A4."),
        examples=("accueil print setup --date 2026-11-26 -o rooms.pdf",),
    )
    _add_day(setup)
    for sheet in (day, week):
        _add_audience(sheet)
        _add_accessible(sheet)
    for sheet in (day, week, setup):
        _add_output(sheet)


def _add_doors(what: Documents) -> None:
    doors = what(
        "doors",
        help=_("les affiches de porte du jour"),
        description=_(
            "Une affiche par salle utilisée ce jour-là, pour le public. Avec --room, une seule."
        ),
        examples=(
            "accueil print doors -o pdf/",
            "accueil --demo print doors --room AGB -o agora-b.pdf",
        ),
    )
    _add_day(doors)
    _add_room(doors)
    _add_accessible(doors)
    _add_output(doors, _("fichier PDF à écrire ; sans --room, le dossier"))


def _add_seasons(what: Documents) -> None:
    season = what(
        "season",
        help=_("les dates de la saison d’une permanence ou d’une association"),
        description=_("Toutes les dates, avec leur état ; les fermetures sont expliquées. A4."),
        examples=(
            "accueil --demo print season --series P06 -o p06.pdf",
            "accueil print season --organisation Logis --audience public -o plan.pdf",
        ),
    )
    about = season.add_mutually_exclusive_group(required=True)
    about.add_argument("--series", metavar=_("CODE"), help=_("la permanence, par son code : P06"))
    _add_organisation(about)
    season.add_argument(
        "--date", metavar=_("JOUR"), help=_("un jour de la saison (celle-ci par défaut)")
    )
    _add_audience(season)
    _add_accessible(season)
    _add_output(season)


def _add_letters(what: Documents) -> None:
    for name, words in (
        ("confirmation", _("la confirmation d’une réservation")),
        ("agreement", _("la convention de mise à disposition d’une salle")),
    ):
        letter = what(
            name,
            help=words,
            description=_("Une lettre d’après le modèle du lieu, sur A4."),
            examples=(f"accueil print {name} --booking 412 -o {name}.pdf",),
        )
        letter.add_argument(
            "--booking",
            metavar=_("NUMÉRO"),
            type=int,
            required=True,
            help=_("numéro de la réservation (accueil list bookings)"),
        )
        _add_accessible(letter)
        _add_output(letter)


def _add_others(what: Documents) -> None:
    evacuation = what(
        "evacuation",
        help=_("la feuille d’évacuation : des nombres, à cet instant"),
        description=_("Qui devrait être où maintenant, en nombres seulement, sur une page A4."),
        examples=("accueil print evacuation -o evacuation.pdf",),
    )
    _add_output(evacuation)
    blank = what(
        "blank",
        help=_("une feuille à remplir à la main"),
        description=_("Pour le jour où le poste est en panne : grille, émargement, comptage."),
        examples=("accueil print blank --sheet tally -o cafe.pdf",),
    )
    blank.add_argument(
        "--sheet",
        choices=("day", "attendance", "tally"),
        required=True,
        help=_("day : grille du jour ; attendance : émargement ; tally : comptage du café"),
    )
    _add_output(blank)


def _add_sets(what: Documents) -> None:
    morning = what(
        "morning",
        help=_("toute la journée : planning, préparation, affiches de porte"),
        description=_("Ce que « Imprimer la journée » imprime, un fichier par document."),
        examples=("accueil print morning -o pdf/",),
    )
    _add_day(morning)
    stale = what(
        "stale",
        help=_("ce qui est imprimé et n’est plus à jour, et rien d’autre"),
        description=_("Une nouvelle édition de chaque feuille périmée, un fichier par document."),
        examples=("accueil print stale -o pdf/",),
    )
    for papers in (morning, stale):
        _add_output(papers, _("dossier où écrire"))


def _add_day(sheet: Parser) -> None:
    sheet.add_argument(
        "--date",
        metavar=_("JOUR"),
        help=_("2026-11-26, 26/11, demain, mardi prochain (aujourd’hui par défaut)"),
    )


def _add_room(sheet: _Adds) -> None:
    sheet.add_argument("--room", metavar=_("SALLE"), help=_("une salle, par son code ou son nom"))


def _add_organisation(sheet: _Adds) -> None:
    sheet.add_argument(
        "--organisation",
        metavar=_("ASSOCIATION"),
        help=_("une association, par son code ou son nom"),
    )


def _add_audience(sheet: Parser) -> None:
    sheet.add_argument(
        "--audience",
        choices=("team", "public"),
        default="team",
        help=_("team : tout, pour l’équipe (par défaut) ; public : sans noms, pour le mur"),
    )


def _add_accessible(sheet: Parser) -> None:
    sheet.add_argument(
        "--accessible",
        action="store_true",
        help=_("la copie accessible : PDF balisé, dans l’ordre de lecture"),
    )


def _add_output(sheet: Parser, words: str = "") -> None:
    sheet.add_argument(
        "-o",
        "--output",
        metavar=_("FICHIER"),
        type=Path,
        required=True,
        help=words or _("fichier PDF à écrire, ou dossier"),
    )
    sheet.add_argument(
        "--draft",
        action="store_true",
        help=_("sans compter d’édition : la feuille ne sera pas affichée"),
    )
