"""The words of an import: lists, verdicts, facts, and what is said of a file or a line."""

from __future__ import annotations

from desktop_app.domain.import_report import FileReport, ListKind, Verdict
from desktop_app.wording import _, n_


def label_of_list(kind: str) -> str:
    """Which list: “Associations”."""
    return {
        ListKind.ROOMS: _("Salles"),
        ListKind.KEYS: _("Clés"),
        ListKind.OPENING: _("Horaires d’ouverture"),
        ListKind.CLOSURES: _("Fermetures"),
        ListKind.ORGANISATIONS: _("Associations"),
        ListKind.STAFF: _("Personnel"),
        ListKind.TITLES: _("Formations"),
        ListKind.SERIES: _("Permanences"),
        ListKind.BOOKINGS: _("Réservations"),
        ListKind.ENROLMENTS: _("Inscriptions"),
    }[ListKind(kind)]


def label_of_verdict(verdict: str) -> str:
    """What becomes of a line: “À créer”."""
    return {
        Verdict.CREATED: _("À créer"),
        Verdict.UPDATED: _("À mettre à jour"),
        Verdict.UNCHANGED: _("Inchangée"),
        Verdict.DOUBTFUL: _("Douteuse"),
        Verdict.REFUSED: _("Refusée"),
    }[Verdict(verdict)]


def say_count(verdict: str, count: int) -> str:
    """How many lines of a verdict: “40 à créer”."""
    forms = {
        Verdict.CREATED: n_("{n} à créer", "{n} à créer", count),
        Verdict.UPDATED: n_("{n} à mettre à jour", "{n} à mettre à jour", count),
        Verdict.UNCHANGED: n_("{n} inchangée", "{n} inchangées", count),
        Verdict.DOUBTFUL: n_("{n} douteuse", "{n} douteuses", count),
        Verdict.REFUSED: n_("{n} refusée", "{n} refusées", count),
    }
    return forms[Verdict(verdict)].format(n=count)


def say_reading(file: FileReport) -> str:
    """How the file was read: “CSV, séparateur point-virgule, UTF-8”; empty if it was not."""
    if file.kind is None:
        return ""
    if not file.separator:
        return _("Classeur XLSX")
    separators = {
        ";": _("point-virgule"),
        ",": _("virgule"),
        "\t": _("tabulation"),
        "|": _("barre verticale"),
    }
    return _("CSV, séparateur {separator}, {encoding}").format(
        separator=separators.get(file.separator, file.separator), encoding=file.encoding
    )


def label_of_fact(fact: str) -> str:
    """A fact that an import changes, as a column is called."""
    return {
        "name": _("nom"),
        "floor": _("étage"),
        "max_headcount": _("effectif maximal"),
        "seats": _("places"),
        "equipment": _("équipement"),
        "step_free": _("accès PMR"),
        "part_codes": _("composition"),
        "note": _("remarques"),
        "position": _("ordre"),
        "room_code": _("salle"),
        "last": _("fin"),
        "reason": _("motif"),
        "kind": _("nature"),
        "rna": _("RNA"),
        "siren": _("SIREN"),
        "insurance_until": _("assurance"),
        "agreement_until": _("convention"),
        "suspended_until": _("suspension"),
        "archived": _("archivage"),
        "discreet": _("affichage discret"),
        "phone": _("téléphone"),
        "email": _("e-mail"),
        "shown_name": _("nom affiché"),
        "role": _("rôle"),
        "may_override": _("droit de passer outre"),
        "hours": _("horaires"),
        "title": _("titre"),
        "minutes": _("durée"),
        "half_days": _("demi-journées"),
        "group_size": _("groupe"),
        "room_codes": _("salles"),
        "organisation_code": _("association"),
        "starts_minute": _("début"),
        "ends_minute": _("fin"),
        "rule": _("règle"),
        "first_day": _("premier jour"),
        "last_day": _("dernier jour"),
        "heads": _("personnes attendues"),
        "starts_at": _("début"),
        "ends_at": _("fin"),
        "title_code": _("formation"),
        "trainer": _("formateur"),
        "last_name": _("nom"),
        "first_name": _("prénom"),
        "organisation_label": _("association"),
    }.get(fact, fact)
