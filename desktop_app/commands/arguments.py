"""What may be typed after `accueil`: global options first, then a verb."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from desktop_app import __version__
from desktop_app.wording import _


def parser() -> argparse.ArgumentParser:
    """The whole grammar. Alone, `accueil` opens the desk."""
    made = argparse.ArgumentParser(
        prog="accueil",
        description=_("L’accueil du lieu : sans verbe, ouvre la fenêtre."),
        epilog=_(
            "Codes de sortie : 0 fait, 2 commande mal écrite, 3 refus ou valeur illisible, "
            "4 panne connue, 5 anomalie trouvée, 1 erreur du programme."
        ),
    )
    made.add_argument("--version", action="version", version=f"accueil {__version__}")
    made.add_argument("--demo", action="store_true", help=_("lieu de démonstration, jeté à la fin"))
    made.add_argument(
        "--database",
        metavar="ADDRESS",
        help=_("base à ouvrir : un fichier, ou postgresql://…"),
    )
    made.add_argument(
        "--now",
        metavar="INSTANT",
        type=_instant,
        help=_("faire comme s’il était cette heure : 2026-11-26T09:55"),
    )
    made.add_argument("--language", choices=("fr", "en"), help=_("langue des phrases"))
    verbs = made.add_subparsers(dest="verb", metavar=_("VERBE"))
    _add_print(verbs)
    _add_list(verbs)
    _add_free(verbs)
    _add_import(verbs)
    _add_care(verbs)
    return made


def _instant(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("« {text} » n’est pas un instant : écrire 2026-11-26T09:55").format(text=text)
        ) from None
    return moment.replace(tzinfo=None)


def _add_print(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    what = verbs.add_parser("print", help=_("faire un document PDF")).add_subparsers(
        dest="what", required=True, metavar=_("DOCUMENT")
    )
    day = what.add_parser("day", help=_("planning du jour"))
    day.add_argument("--date", help=_("le jour (aujourd’hui par défaut)"))
    week = what.add_parser("week", help=_("planning de la semaine"))
    week.add_argument("--week", help=_("la semaine : 2026-W48, S48 (celle-ci par défaut)"))
    week.add_argument("--paper", choices=("A4", "A3"), default="A3", help=_("format du papier"))
    for sheet in (day, week):
        sheet.add_argument(
            "--audience",
            choices=("team", "public"),
            default="team",
            help=_("pour l’équipe ou pour le public"),
        )
        sheet.add_argument("-o", "--output", type=Path, required=True, help=_("fichier à écrire"))


def _add_list(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    what = verbs.add_parser("list", help=_("lister")).add_subparsers(
        dest="what", required=True, metavar=_("LISTE")
    )
    bookings = what.add_parser("bookings", help=_("les réservations, une ligne par date"))
    bookings.add_argument("--from", dest="first", required=True, help=_("premier jour"))
    bookings.add_argument("--to", dest="last", required=True, help=_("dernier jour, compris"))
    _add_format(bookings)


def _add_free(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    free = verbs.add_parser("free", help=_("trouver une salle"))
    free.add_argument("--from", dest="start", required=True, help="2026-12-01 18:30")
    free.add_argument("--to", dest="end", required=True, help="2026-12-01 20:30")
    free.add_argument("--people", default="0", help=_("nombre de personnes"))
    free.add_argument(
        "--equipment", action="append", default=[], help=_("équipement (peut se répéter)")
    )
    free.add_argument("--step-free", action="store_true", help=_("accès PMR nécessaire"))
    free.add_argument(
        "--layout", choices=("theatre", "classroom", "u_shape"), help=_("disposition")
    )
    _add_format(free)


def _add_import(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    bring = verbs.add_parser("import", help=_("importer des tableaux"))
    bring.add_argument("source", type=Path, metavar="DIR", help=_("dossier ou fichier"))
    bring.add_argument("--dry-run", action="store_true", help=_("montrer sans rien écrire"))
    bring.add_argument(
        "--take-doubtful", action="store_true", help=_("prendre aussi les lignes douteuses")
    )
    _add_format(bring)


def _add_care(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    backup = verbs.add_parser("backup", help=_("copier la base, copie vérifiée"))
    backup.add_argument("target", type=Path, metavar="FILE", help=_("fichier à écrire"))
    verbs.add_parser("doctor", help=_("vérifier cette installation"))


def _add_format(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--format", choices=("text", "csv"), default="text", help=_("texte, ou CSV en UTF-8")
    )
    verb.add_argument(
        "--separator", default=",", help=_("séparateur du CSV (« ; » pour un tableur français)")
    )
