"""Every state and kind of the glossary in its exact words."""

from __future__ import annotations

from datetime import time

import pytest

from desktop_app.domain.bookings import Kind, Status, family
from desktop_app.domain.organisations import OrganisationKind
from desktop_app.domain.rooms import Layout
from desktop_app.domain.staff import Role
from desktop_app.wording import check_in, labels

GLOSSARY = [
    (labels.label_of_status, "option", "Option"),
    (labels.label_of_status, "pending", "En attente"),
    (labels.label_of_status, "confirmed", "Confirmée"),
    (labels.label_of_status, "arrived", "Sur place"),
    (labels.label_of_status, "done", "Terminée"),
    (labels.label_of_status, "cancelled", "Annulée"),
    (labels.label_of_status, "no_show", "Non-présentation"),
    (labels.label_of_status, "revoked", "Reprise par le lieu"),
    (labels.label_of_status, "dropped_closure", "Supprimée (fermeture)"),
    (labels.label_of_session_status, "planned", "Prévue"),
    (labels.label_of_session_status, "open", "Pointage ouvert"),
    (labels.label_of_session_status, "held", "Réalisée"),
    (labels.label_of_session_status, "cancelled", "Annulée"),
    (labels.label_of_session_status, "locked", "Clôturée"),
    (labels.label_of_enrolment_status, "enrolled", "Inscription confirmée"),
    (labels.label_of_enrolment_status, "waitlisted", "Liste d’attente"),
    (labels.label_of_enrolment_status, "cancelled", "Annulée"),
    (labels.label_of_enrolment_status, "excused", "Absence excusée"),
    (labels.label_of_enrolment_status, "present", "Présence"),
    (labels.label_of_enrolment_status, "absent", "Absence"),
    (labels.label_of_enrolment_status, "walk_in", "Sans inscription"),
    (labels.label_of_key_status, "out", "Sortie"),
    (labels.label_of_key_status, "late", "En retard"),
    (labels.label_of_key_status, "returned", "Rendue"),
    (labels.label_of_key_status, "lost", "Perdue"),
    (labels.label_of_badge_status, "active", "Actif"),
    (labels.label_of_badge_status, "revoked", "Désactivé"),
    (labels.label_of_badge_status, "replaced", "Remplacé"),
    (check_in.label_of_check_in, "already", "Déjà enregistré"),
    (check_in.label_of_check_in, "other_session", "Inscription à une autre session"),
    (check_in.label_of_check_in, "not_enrolled", "Pas d’inscription\u00a0: ajouter\u202f?"),
    (check_in.label_of_check_in, "revoked", "Badge désactivé"),
    (check_in.label_of_check_in, "unknown", "Badge inconnu"),
    (check_in.label_of_check_in, "unreadable", "Lecture incomplète, recommencez"),
    (check_in.label_of_check_in, "full", "Effectif maximal atteint"),
    (check_in.label_of_check_in, "ambiguous", "Deux personnes possibles"),
]


@pytest.mark.parametrize(("label", "code", "words"), GLOSSARY)
def test_the_words_are_those_of_the_glossary(label, code, words):
    assert label(code) == words


@pytest.mark.parametrize(
    ("label", "codes"),
    [
        (labels.label_of_status, Status),
        (labels.label_of_kind, Kind),
        (labels.label_of_layout, Layout),
        (labels.label_of_role, Role),
        (labels.label_of_organisation_kind, OrganisationKind),
    ],
)
def test_every_code_of_the_domain_has_its_own_words(label, codes):
    words = [label(code) for code in codes]
    assert not set(words) & {code.value for code in codes}
    assert len(set(words)) == len(words)


def test_a_code_of_a_newer_program_is_shown_as_it_is():
    assert labels.label_of_status("teleported") == "teleported"
    assert check_in.label_of_check_in("teleported") == "teleported"


def test_the_four_families_have_four_letters():
    assert {family(kind): labels.letter_of_kind(kind) for kind in Kind} == {
        Kind.MEETING: "R",
        Kind.PERMANENCE: "P",
        Kind.TRAINING: "F",
        Kind.EVENT: "É",
    }


def test_verdicts_at_the_door():
    assert check_in.say_already(time(13, 46)) == "Déjà enregistré à 13\u00a0h\u00a046"
    assert check_in.say_other_session("Responsable d’équipe", "Agora B", time(18, 30)) == (
        "Inscription à une autre session\u00a0: Responsable d’équipe, Agora B, 18\u00a0h\u00a030"
    )
    assert check_in.say_full(30) == "Effectif maximal de la salle atteint (30)."
