"""Sentences about the installation: database, copies, settings, command line, roles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.wording import _
from desktop_app.wording.dates import say_date
from desktop_app.wording.labels import label_of_role
from desktop_app.wording.phrases import quote, say_list

Values = Mapping[str, Any]


def _plain(sentence: Callable[[], str]) -> Callable[[Values], str]:
    def said(_values: Values) -> str:
        return sentence()

    return said


def _with_path(sentence: Callable[[], str]) -> Callable[[Values], str]:
    def said(values: Values) -> str:
        return sentence().format(path=values["path"])

    return said


def _role_forbidden(values: Values) -> str:
    return _("Le rôle « {role} » ne permet pas cette action : demandez au responsable.").format(
        role=label_of_role(values["role"])
    )


def _settings_unreadable(values: Values) -> str:
    return _(
        "Le fichier de réglages {path} ne se lit pas ({problem}). Corrigez-le ou retirez-le."
    ).format(path=values["path"], problem=values["problem"])


def _settings_unknown(values: Values) -> str:
    return _(
        "Le réglage {name} de {path} est inconnu ou n’est pas un texte. Corrigez-le ou retirez-le."
    ).format(name=quote(values["name"]), path=values["path"])


def _equipment_unknown(values: Values) -> str:
    from desktop_app.wording.equipment import label_of_equipment

    known = say_list([label_of_equipment(code) for code in values["known"]])
    return _("Aucune salle n’a d’équipement nommé {text}. Équipements connus : {known}.").format(
        text=quote(values["text"]), known=known
    )


def _days_in_wrong_order(values: Values) -> str:
    return _("Le dernier jour ({last}) doit venir après le premier ({first}).").format(
        last=say_date(values["last"]), first=say_date(values["first"])
    )


def _moment_unreadable(values: Values) -> str:
    return _("{text} : écrivez un jour puis une heure, par exemple 2026-12-01 18:30.").format(
        text=quote(values["text"])
    )


SENTENCES: dict[str, Callable[[Values], str]] = {
    "address_unreadable": _plain(
        lambda: _(
            "Cette adresse de base n’est pas reconnue : indiquez un fichier, ou postgresql://…"
        )
    ),
    "backup_failed": _with_path(
        lambda: _("La sauvegarde {path} n’a pas pu être écrite : vérifiez la place et les droits.")
    ),
    "backup_folder_missing": _with_path(
        lambda: _("Le dossier {path} n’existe pas : créez-le ou choisissez-en un autre.")
    ),
    "backup_needs_file": _plain(
        lambda: _(
            "Cette base est sur un serveur : sa sauvegarde se fait sur le serveur, avec pg_dump."
        )
    ),
    "backup_over_itself": _plain(
        lambda: _(
            "La sauvegarde ne peut pas remplacer la base elle-même : choisissez un autre nom."
        )
    ),
    "backup_unsound": _plain(
        lambda: _(
            "La copie n’est pas saine et n’a pas été gardée. Lancez « accueil doctor » "
            "et prévenez le responsable."
        )
    ),
    "database_busy": _plain(
        lambda: _("La base est occupée par un autre poste. Rien n’a été écrit : réessayez.")
    ),
    "database_damaged": _plain(
        lambda: _(
            "La base est abîmée. N’écrivez plus rien, gardez le fichier et rouvrez la dernière "
            "sauvegarde."
        )
    ),
    "database_foreign": _plain(
        lambda: _("Ce fichier est une base d’un autre programme : choisissez-en un autre.")
    ),
    "database_missing": _with_path(
        lambda: _("Aucune base à {path} : vérifiez l’adresse, ou importez d’abord vos tableaux.")
    ),
    "database_newer": _plain(
        lambda: _(
            "Cette base a été ouverte par une version plus récente du programme : "
            "mettez ce poste à jour."
        )
    ),
    "database_on_share": _with_path(
        lambda: _(
            "{path} est sur un partage réseau, où la base s’abîmerait. Gardez-la sur ce poste, "
            "ou utilisez un serveur PostgreSQL."
        )
    ),
    "database_read_only": _plain(
        lambda: _("La base est en lecture seule : vérifiez les droits sur son dossier.")
    ),
    "database_unreachable": _plain(
        lambda: _("La base ne s’ouvre pas : vérifiez son adresse et les droits sur son dossier.")
    ),
    "days_in_wrong_order": _days_in_wrong_order,
    "disk_failing": _plain(
        lambda: _("Le disque refuse d’écrire. Rien n’a été perdu : prévenez le responsable.")
    ),
    "disk_full": _plain(
        lambda: _("Le disque est plein. Rien n’a été perdu : libérez de la place et réessayez.")
    ),
    "equipment_unknown": _equipment_unknown,
    "file_unwritable": _with_path(
        lambda: _("{path} ne peut pas être écrit : vérifiez le dossier et les droits.")
    ),
    "moment_unreadable": _moment_unreadable,
    "role_forbidden": _role_forbidden,
    "server_away": _plain(
        lambda: _("Le serveur de la base ne répond pas. Rien n’a été écrit : réessayez bientôt.")
    ),
    "settings_unknown": _settings_unknown,
    "settings_unreadable": _settings_unreadable,
}
