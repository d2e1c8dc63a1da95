"""Sentences about files that are no list, and lists that lack something."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.wording import _, n_
from desktop_app.wording.imports import label_of_list
from desktop_app.wording.phrases import quote, say_list, shorten

Values = Mapping[str, Any]


def _format_refused(values: Values) -> str:
    known = {
        "xls": _(
            "« {file} » est un ancien classeur Excel (.xls). Enregistrez-le en .xlsx ou .csv."
        ),
        "locked": _(
            "« {file} » est protégé par un mot de passe. Enregistrez-le sans mot de passe."
        ),
        "ods": _("« {file} » est un classeur LibreOffice (.ods). Enregistrez-le en .xlsx ou .csv."),
        "pdf": _("« {file} » est un PDF, pas un tableau. Demandez le fichier .xlsx ou .csv."),
        "image": _("« {file} » est une image, pas un tableau. Demandez le fichier .xlsx ou .csv."),
        "zip": _("« {file} » est une archive. Ouvrez-la, puis importez les fichiers un par un."),
        "text_document": _("« {file} » est un texte, pas un tableau. Copiez-le dans un tableur."),
        "web_page": _("« {file} » est une page web. Enregistrez le tableau en .xlsx ou .csv."),
    }
    unknown = _("« {file} » n’est ni un .csv ni un .xlsx. Enregistrez le tableau dans un des deux.")
    return known.get(values["format"], unknown).format(**values)


def _file_damaged(values: Values) -> str:
    if values["line"]:
        return _(
            "« {file} » est abîmé à la ligne {line}. Ouvrez-le dans un tableur et enregistrez-le "
            "de nouveau."
        ).format(**values)
    return _(
        "« {file} » est abîmé. Ouvrez-le dans un tableur et enregistrez-le de nouveau."
    ).format(**values)


def _column_missing(values: Values) -> str:
    columns = [quote(column) for column in values["columns"]]
    return n_(
        "« {file} » ressemble à une liste ({kind}), mais il manque la colonne {columns}.",
        "« {file} » ressemble à une liste ({kind}), mais il manque les colonnes {columns}.",
        len(columns),
    ).format(
        file=values["file"],
        kind=label_of_list(values["kind"]).lower(),
        columns=say_list(columns),
    )


def _list_unknown(values: Values) -> str:
    return _(
        "« {file} » n’est aucune des listes connues. Sa première ligne doit porter les titres des "
        "colonnes ; elle contient : {header}."
    ).format(file=values["file"], header=shorten(", ".join(values["header"]), 80))


SENTENCES: dict[str, Callable[[Values], str]] = {
    "file_missing": lambda v: _("Le fichier « {file} » ne peut pas être ouvert.").format(**v),
    "file_empty": lambda v: _("Le fichier « {file} » est vide.").format(**v),
    "file_too_large": lambda v: _(
        "Le fichier « {file} » est trop gros pour une liste. Coupez-le en plusieurs fichiers."
    ).format(**v),
    "file_format_refused": _format_refused,
    "file_encoding_refused": lambda v: _(
        "« {file} » est écrit en {encoding}. Enregistrez-le en « CSV UTF-8 »."
    ).format(**v),
    "file_not_text": lambda v: _(
        "« {file} » n’est pas un tableau. Enregistrez la liste en .csv ou .xlsx."
    ).format(**v),
    "file_damaged": _file_damaged,
    "import_source_missing": lambda v: _(
        "« {path} » n’existe pas : donnez un fichier .csv ou .xlsx, ou un dossier."
    ).format(**v),
    "folder_missing": lambda v: _("Le dossier « {folder} » n’existe pas.").format(**v),
    "folder_without_tables": lambda v: _(
        "Le dossier « {folder} » ne contient aucun tableau (.csv ou .xlsx)."
    ).format(**v),
    "column_missing": _column_missing,
    "list_unknown": _list_unknown,
    "import_file_without_lines": lambda v: _(
        "La liste n’a que sa ligne de titres : rien à importer."
    ),
    "import_columns_unused": lambda v: n_(
        "Colonne non utilisée : {columns}.",
        "Colonnes non utilisées : {columns}.",
        len(v["columns"]),
    ).format(columns=", ".join(v["columns"])),
    "import_encoding_guessed": lambda v: _(
        "Encodage deviné ({encoding}) : vérifiez les accents avant d’importer."
    ).format(**v),
    "import_sheets_unread": lambda v: n_(
        "Seule la première feuille est lue. Feuille laissée : {sheets}.",
        "Seule la première feuille est lue. Feuilles laissées : {sheets}.",
        len(v["sheets"]),
    ).format(sheets=", ".join(v["sheets"])),
}
