"""Organisations: found however typed, added once, their papers watched."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.organisations import OrganisationKind
from desktop_app.domain.refusals import Refusal
from desktop_app.services.house import Services
from tests.builders import KIOSK, MANAGER, RECEPTION, THURSDAY, an_association

ASSOCIATION = OrganisationKind.ASSOCIATION


def names(rows) -> list[str]:
    return [row.name for row in rows]


@pytest.mark.parametrize("typed", ["elan", "ÉLAN", "canal elan", "elan du can"])
def test_found_without_regard_to_accents_case_or_order(house: Services, typed: str):
    an_association(house.database, "Élan du Canal")
    an_association(house.database, "Œuvre des petits matins")
    assert names(house.organisations.find(typed)) == ["Élan du Canal"]


def test_nothing_typed_finds_nothing(house: Services):
    an_association(house.database)
    assert house.organisations.find("  ") == ()


def test_a_near_duplicate_is_hinted_at_not_refused(house: Services):
    an_association(house.database, "Élan du Canal")
    an_association(house.database, "Élanceurs")
    assert names(house.organisations.near_duplicates("elan du canal 20e")) == ["Élan du Canal"]
    house.organisations.add("Elan du canal 20e", ASSOCIATION, by=RECEPTION)


def test_numbers_are_kept_in_one_form(house: Services):
    row = house.organisations.add(
        "Trait d’union",
        ASSOCIATION,
        by=RECEPTION,
        rna="w759 000 099",
        siren="000 001 008",
        phone="0639981234",
    )
    assert (row.rna, row.siren, row.phone) == ("W759000099", "000001008", "+33639981234")


@pytest.mark.parametrize(
    ("facts", "code", "field"),
    [
        ({"siren": "000 001 009"}, "siren_checksum", "siren"),
        ({"rna": "W12"}, "rna_invalid", "rna"),
        ({"phone": "06 39 98 12"}, "phone_invalid", "phone"),
        ({"email": "jean@"}, "email_invalid", "email"),
        ({"name": "  "}, "name_missing", "name"),
        ({"name": "x" * 301}, "text_too_long", "name"),
        ({"rna": "W759000001"}, "rna_already_known", "rna"),
    ],
)
def test_bad_input_is_refused_on_its_field(house: Services, facts: dict, code: str, field: str):
    an_association(house.database, "Droits & Toit", rna="W759000001")
    facts = {"name": "Nouvelle"} | facts
    with pytest.raises(Refusal) as refusal:
        house.organisations.add(facts.pop("name"), ASSOCIATION, by=RECEPTION, **facts)
    assert (refusal.value.code, refusal.value.field) == (code, field)
    assert names(house.organisations.everyone()) == ["Droits & Toit"]


def test_a_new_insurance_date_makes_the_alert_disappear(house: Services):
    late = an_association(
        house.database, "Croix du Sud Solidarité", insurance_until=date(2026, 10, 31)
    )
    an_association(house.database, "Vélo-cargo", insurance_until=date(2026, 12, 15))
    an_association(house.database, "Dissoute", insurance_until=date(2025, 1, 1), archived=True)
    alerts = house.organisations.alerts(THURSDAY)
    assert [(one.organisation_name, one.code) for one in alerts] == [
        ("Croix du Sud Solidarité", "insurance_expired"),
        ("Vélo-cargo", "insurance_soon"),
    ]
    house.organisations.change(late, 1, by=RECEPTION, insurance_until=date(2027, 11, 1))
    assert len(house.organisations.alerts(THURSDAY)) == 1


def test_a_stale_change_is_refused(house: Services):
    one = an_association(house.database)
    house.organisations.change(one, 1, by=RECEPTION, note="clé à laisser ouverte")
    with pytest.raises(Refusal) as refusal:
        house.organisations.change(one, 1, by=RECEPTION, note="autre")
    assert refusal.value.code == "stale_edit"


def test_keeping_its_own_rna_is_no_duplicate(house: Services):
    one = an_association(house.database, rna="W759000001")
    assert house.organisations.change(one, 1, by=RECEPTION, note="vu").rna == "W759000001"


def test_the_kiosk_adds_nobody(house: Services):
    with pytest.raises(Refusal) as refusal:
        house.organisations.add("Nouvelle", ASSOCIATION, by=KIOSK)
    assert refusal.value.code == "role_forbidden"


def test_whoever_changed_a_file_last_can_be_named(house: Services):
    one = an_association(house.database)
    assert house.organisations.last_change(one) is None
    house.organisations.change(one, 1, by=RECEPTION, note="clé à laisser ouverte")
    house.organisations.change(one, 2, by=MANAGER, note="clé rendue")
    last = house.organisations.last_change(one)
    assert last is not None
    assert (last.login, last.verb, last.at) == ("mdf", "edit", house.database.clock.instant())


def test_a_note_too_long_is_refused_on_its_field(house: Services):
    one = an_association(house.database)
    with pytest.raises(Refusal) as refusal:
        house.organisations.change(one, 1, by=RECEPTION, note="x" * 401)
    assert (refusal.value.code, refusal.value.field) == ("text_too_long", "note")
