"""What may be typed after `accueil`: global options first, then a verb."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desktop_app import __version__
from desktop_app.commands.paper_grammar import add_papers
from desktop_app.commands.parser import Parser
from desktop_app.commands.training_papers import add_documents
from desktop_app.wording import _
from desktop_app.wording.dates import say_weekday
from desktop_app.wording.equipment import label_of_equipment

Verbs = Callable[..., Parser]
"""Adds a verb to a grammar: `argparse`'s own `add_parser`."""


def parser() -> Parser:
    """The whole grammar. Alone, `accueil` opens the desk."""
    made = Parser(
        prog="accueil",
        description=_(
            "L’accueil du lieu. Sans verbe, la fenêtre s’ouvre ; avec un verbe, la commande "
            "répond ici,\nsans fenêtre. Chaque verbe a son aide : accueil print --help."
        ),
        epilog=_exit_codes(),
    )
    made.add_argument(
        "--version",
        action="version",
        version=f"accueil {__version__}",
        help=_("montrer la version du programme"),
    )
    made.add_argument(
        "--demo",
        action="store_true",
        help=_("lieu de démonstration, le jeudi 26 novembre 2026 ; jeté à la fin"),
    )
    made.add_argument(
        "--database",
        metavar=_("ADRESSE"),
        help=_("base à ouvrir : un fichier, ou postgresql://… (sinon celle de ce poste)"),
    )
    made.add_argument(
        "--now",
        metavar=_("INSTANT"),
        type=_instant,
        help=_("faire comme s’il était cette heure : 2026-11-26T09:55"),
    )
    made.add_argument("--language", choices=("fr", "en"), help=_("langue des phrases"))
    verbs = made.add_subparsers(
        dest="verb", metavar=_("VERBE"), title=_("Verbes"), parser_class=Parser
    ).add_parser
    _add_print(verbs)
    _add_list(verbs)
    _add_free(verbs)
    _add_import(verbs)
    _add_backup(verbs)
    _add_doctor(verbs)
    return made


def _exit_codes() -> str:
    return _(
        "Codes de sortie :\n"
        "  0  fait\n"
        "  1  erreur du programme (le détail est dans le journal)\n"
        "  2  commande mal écrite\n"
        "  3  le lieu dit non, ou une valeur ne se lit pas\n"
        "  4  panne connue : base, fichier, disque, serveur, pas d’écran\n"
        "  5  doctor a trouvé une anomalie, ou import a refusé des lignes"
    )


def _instant(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("« {text} » n’est pas un instant, écrire 2026-11-26T09:55.").format(text=text)
        ) from None
    return moment.replace(tzinfo=None)


def _separator(text: str) -> str:
    if text == "\\t":
        return "\t"
    if len(text) != 1 or text in '"\r\n':
        raise argparse.ArgumentTypeError(
            _("« {text} » n’est pas un séparateur, écrire un seul signe.").format(text=text)
        )
    return text


def _add_print(verbs: Verbs) -> None:
    what = (
        verbs(
            "print",
            help=_("faire un document PDF : plannings, affiches, listes, lettres"),
            description=_("Un document PDF, comme la fenêtre l’imprime."),
        )
        .add_subparsers(
            dest="what",
            required=True,
            metavar=_("DOCUMENT"),
            title=_("Documents"),
            parser_class=Parser,
        )
        .add_parser
    )
    add_papers(what)
    add_documents(what)


def _add_list(verbs: Verbs) -> None:
    what = (
        verbs(
            "list",
            help=_("lister ce que le lieu sait"),
            description=_("Une liste pour un script ou un tableur."),
        )
        .add_subparsers(
            dest="what", required=True, metavar=_("LISTE"), title=_("Listes"), parser_class=Parser
        )
        .add_parser
    )
    bookings = what(
        "bookings",
        help=_("les réservations, une ligne par date"),
        description=_("Les réservations d’une période, une ligne par date, quel que soit l’état."),
        examples=(
            "accueil list bookings --from 2026-09-01 --to 2027-07-09 --format csv",
            f"accueil list bookings --from {say_weekday(0)} --to {say_weekday(6)}",
        ),
    )
    _add_period(bookings, _("JOUR"), _("premier jour"), _("dernier jour, compris"))
    _add_format(bookings)
    papers = what(
        "papers",
        help=_("les feuilles imprimées, et si elles sont à jour"),
        description=_(
            "La dernière édition de chaque feuille qui parle d’aujourd’hui ou de plus tard."
        ),
        examples=("accueil list papers --format csv",),
    )
    _add_format(papers)


def _add_free(verbs: Verbs) -> None:
    soon = _("mardi prochain")
    free = verbs(
        "free",
        help=_("trouver une salle libre"),
        description=_(
            "Les salles dans l’ordre où les proposer, la plus petite qui suffit d’abord ; puis "
            "celles\nqui ne conviennent pas, et pourquoi."
        ),
        examples=(
            'accueil free --from "2026-12-01 18:30" --to "2026-12-01 20:30" --people 20 \\',
            f"      --equipment {label_of_equipment('projector')} --step-free",
            f'accueil free --from "{soon} 18:30" --to "{soon} 20:30"',
        ),
    )
    _add_period(free, _("MOMENT"), _("début : un jour puis une heure"), _("fin"))
    free.add_argument(
        "--people", metavar=_("NOMBRE"), default="0", help=_("nombre de personnes attendues")
    )
    free.add_argument(
        "--equipment",
        metavar=_("ÉQUIPEMENT"),
        action="append",
        default=[],
        help=_("équipement nécessaire ; peut se répéter"),
    )
    free.add_argument(
        "--step-free", action="store_true", help=_("accès sans marche (PMR) nécessaire")
    )
    free.add_argument(
        "--layout",
        choices=("theatre", "classroom", "u_shape"),
        help=_("disposition : théâtre, classe ou en U"),
    )
    _add_format(free)


def _add_period(verb: Parser, metavar: str, first: str, last: str) -> None:
    verb.add_argument("--from", dest="first", metavar=metavar, required=True, help=first)
    verb.add_argument("--to", dest="last", metavar=metavar, required=True, help=last)


def _add_import(verbs: Verbs) -> None:
    folder = _("tableaux")
    bring = verbs(
        "import",
        help=_("importer les tableaux du lieu"),
        description=_(
            "Salles, horaires, fermetures, associations, permanences, inscriptions… depuis des "
            "fichiers\nCSV ou XLSX. Ce qui est déjà connu est mis à jour, jamais doublé."
        ),
        examples=(
            f"accueil import {folder}/ --dry-run",
            f"accueil import {folder}/ --take-doubtful",
            _("accueil import inscriptions.xlsx --format csv"),
        ),
    )
    bring.add_argument(
        "source", type=Path, metavar=_("DOSSIER"), help=_("dossier, ou un seul fichier")
    )
    bring.add_argument(
        "--dry-run", action="store_true", help=_("montrer ce qui se passerait, sans rien écrire")
    )
    bring.add_argument(
        "--take-doubtful", action="store_true", help=_("prendre aussi les lignes douteuses")
    )
    _add_format(bring)


def _add_backup(verbs: Verbs) -> None:
    backup = verbs(
        "backup",
        help=_("copier la base et vérifier la copie"),
        description=_(
            "Une copie entière et vérifiée de la base, pendant que l’accueil continue "
            "de travailler."
        ),
        examples=("accueil backup /media/usb/accueil-2026-11-26.sqlite",),
    )
    backup.add_argument("target", type=Path, metavar=_("FICHIER"), help=_("fichier à écrire"))


def _add_doctor(verbs: Verbs) -> None:
    verbs(
        "doctor",
        help=_("vérifier cette installation"),
        description=_(
            "Base, version, intégrité, polices, bibliothèques, lecteur, imprimantes : une ligne "
            "chacun.\nRien n’est modifié ; sortie 5 si quelque chose est à réparer."
        ),
    )


def _add_format(verb: Parser) -> None:
    verb.add_argument(
        "--format",
        choices=("text", "csv"),
        default="text",
        help=_("text : colonnes alignées (par défaut) ; csv : pour un tableur ou un script"),
    )
    verb.add_argument(
        "--separator",
        metavar=_("SIGNE"),
        type=_separator,
        default=",",
        help=_(
            "séparateur du CSV : la virgule par défaut, le point-virgule pour un tableur français"
        ),
    )
