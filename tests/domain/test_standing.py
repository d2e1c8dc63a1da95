"""Where an organisation stands: what a loan would be refused for, known before anybody asks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from desktop_app.domain.organisations import NEEDS_FILE, OrganisationKind, OrganisationRow
from desktop_app.domain.standing import GRAVITY, matters

TODAY = date(2026, 11, 26)
WARNING_DAYS = 30


def an_organisation(**facts: Any) -> OrganisationRow:
    told: dict[str, Any] = {
        "id": 1,
        "code": "A01",
        "name": "Élan du Canal",
        "kind": "association",
        "rna": "",
        "siren": "",
        "insurance_until": date(2027, 12, 31),
        "agreement_until": date(2027, 6, 30),
        "suspended_until": None,
        "archived": False,
        "discreet": False,
        "phone": "",
        "email": "",
        "note": "",
        "version": 1,
    }
    return OrganisationRow(**(told | facts))


def codes(**facts: Any) -> list[str]:
    return [matter.code for matter in matters(an_organisation(**facts), TODAY, WARNING_DAYS)]


def test_a_file_in_order_raises_nothing():
    assert codes() == []


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (TODAY - timedelta(days=1), ["insurance_expired"]),
        (TODAY, ["insurance_soon"]),
        (TODAY + timedelta(days=WARNING_DAYS), ["insurance_soon"]),
        (TODAY + timedelta(days=WARNING_DAYS + 1), []),
    ],
)
def test_an_insurance_is_good_until_its_last_day_and_warned_about_a_month_before(until, expected):
    assert codes(insurance_until=until) == expected


@pytest.mark.parametrize(
    ("until", "expected"), [(TODAY - timedelta(days=1), ["agreement_expired"]), (TODAY, [])]
)
def test_an_agreement_is_good_until_its_last_day(until, expected):
    assert codes(agreement_until=until) == expected


@pytest.mark.parametrize("paper", ["insurance_until", "agreement_until"])
def test_a_paper_that_was_never_supplied_leaves_the_file_incomplete(paper):
    assert codes(**{paper: None}) == ["file_incomplete"]


@pytest.mark.parametrize(
    "kind", [kind for kind in OrganisationKind if kind not in NEEDS_FILE | {"dissolved"}]
)
def test_an_institution_and_the_venue_itself_owe_no_papers(kind):
    assert codes(kind=str(kind), insurance_until=None, agreement_until=None) == []


@pytest.mark.parametrize("facts", [{"archived": True}, {"kind": "dissolved"}])
def test_of_an_archived_one_nothing_else_matters(facts):
    expired = date(2025, 6, 30)
    assert codes(**facts, insurance_until=expired, suspended_until=date(2026, 12, 31)) == [
        "organisation_archived"
    ]


@pytest.mark.parametrize(
    ("until", "expected"), [(TODAY, ["organisation_suspended"]), (date(2026, 11, 25), [])]
)
def test_a_suspension_lasts_until_its_day(until, expected):
    assert codes(suspended_until=until) == expected


def test_the_gravest_is_said_first():
    found = codes(
        suspended_until=date(2026, 12, 31),
        insurance_until=date(2026, 12, 1),
        agreement_until=date(2026, 8, 31),
    )
    assert found == ["organisation_suspended", "agreement_expired", "insurance_soon"]
    assert found == sorted(found, key=GRAVITY.index)
