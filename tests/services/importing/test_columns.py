"""Columns are recognised by their titles, whatever their order, spelling and neighbours."""

from __future__ import annotations

import pytest

from desktop_app.domain.import_report import ListKind
from desktop_app.domain.refusals import Refusal
from desktop_app.services.importing.columns import Table, recognise
from desktop_app.services.importing.layouts import LAYOUTS
from desktop_app.services.importing.sheet import Row, Sheet

ENROLMENTS = (
    "Horodateur;Nom;Prénom;Adresse e-mail;Téléphone;Association;Formation;Séance;"
    "Besoin d’accessibilité (pour la séance);"
    "J’accepte que mes coordonnées servent à cette inscription"
)


def table_of(titles: str) -> Table:
    header = tuple(titles.split(";"))
    return recognise(Sheet("liste.csv", header, (Row(2, header),)), LAYOUTS)


@pytest.mark.parametrize(
    ("titles", "kind"),
    [
        ("code;nom;étage;places théâtre;effectif maximal;accessible PMR", ListKind.ROOMS),
        ("salle;clé", ListKind.KEYS),
        ("jour;de;à;règle", ListKind.OPENING),
        ("du;au;motif", ListKind.CLOSURES),
        ("code;nom;nature;RNA;SIREN;remarques", ListKind.ORGANISATIONS),
        ("identifiant;nom affiché;rôle;horaires", ListKind.STAFF),
        ("code;titre;durée;groupe;salles", ListKind.TITLES),
        ("code;association;jour et heure;salle;règle;du;au", ListKind.SERIES),
        ("id;jour;horaire;salle;nature;titre;organisateur", ListKind.BOOKINGS),
        (ENROLMENTS, ListKind.ENROLMENTS),
    ],
)
def test_each_list_is_known_by_its_columns(titles, kind):
    assert table_of(titles).kind is kind
    assert table_of(";".join(reversed(titles.split(";")))).kind is kind
    assert table_of(titles.upper()).kind is kind


def test_the_columns_of_a_form_go_where_they_belong():
    (line,) = table_of(ENROLMENTS).lines
    assert line.get("last_name") == "Nom"
    assert line.get("session") == "Séance"
    assert line.get("need") == "Besoin d’accessibilité (pour la séance)"
    assert line.get("consent").startswith("J’accepte")


def test_other_titles_for_the_same_thing():
    (line,) = table_of("prenom;NOM DE FAMILLE;Courriel;Portable;formation;session").lines
    cells = [line.get(key) for key in ("first_name", "last_name", "email", "phone", "session")]
    assert cells == ["prenom", "NOM DE FAMILLE", "Courriel", "Portable", "session"]


def test_columns_of_no_use_are_named():
    assert table_of("code;titre;durée;groupe;sessions par an;budget").unused == (
        "sessions par an",
        "budget",
    )


def test_a_missing_column_is_asked_for_by_its_title():
    with pytest.raises(Refusal) as refused:
        table_of("code;nom;étage;places théâtre;équipement;accessible PMR")
    assert refused.value.code == "column_missing"
    assert refused.value.values["kind"] is ListKind.ROOMS
    assert refused.value.values["columns"] == ("effectif maximal",)


def test_a_list_of_something_else_is_refused():
    with pytest.raises(Refusal) as refused:
        table_of("ingrédient;quantité;prix")
    assert refused.value.code == "list_unknown"
