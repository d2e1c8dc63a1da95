"""Names of people: any that exist must pass, be sorted where one looks for them, and stay apart."""

from __future__ import annotations

import pytest

from desktop_app.domain.people import (
    Introduction,
    full_name,
    initials,
    masked_email,
    search_key,
    sorting_key,
    understood,
)
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.search_text import matches

NAMES = [
    ("d’Hérouville", "Awa"),
    ("de La Tour-Fictive", "Anne Sophie"),
    ("Le Goff-Imaginaire", "Ömer"),
    ("N’Diaye", "Fatou"),
    ("Ó Súilleabháin", ""),
    ("Nguyễn", "Hoa"),
    ("Œuvrard", "Jean-Éric"),
    ("", "Øyvind"),
    ("A" * 60, "Nour"),
    ("أحمد", ""),
]


@pytest.mark.parametrize(("last", "first"), NAMES)
def test_any_name_is_kept_as_it_was_said(last: str, first: str):
    said = understood(Introduction(f"  {last} ", first))
    assert (said.last_name, said.first_name) == (last, first)
    assert full_name(last, first).strip()
    assert initials(last, first) != "?"


def test_lists_are_sorted_without_accents_case_or_nobiliary_particles():
    names = ["Zola", "d’Hérouville", "Le Goff", "éluard", "de Fer", "Œuvrard", "Du Lac", "Ibsen"]
    ordered = sorted(names, key=lambda name: sorting_key(name, ""))
    assert ordered == [
        *("Du Lac", "éluard", "de Fer", "d’Hérouville"),
        *("Ibsen", "Le Goff", "Œuvrard", "Zola"),
    ]


def test_somebody_with_one_name_is_sorted_under_it():
    assert sorting_key("", "Øyvind") == ("oyvind", "oyvind")
    assert sorting_key("Martin", "Zoé") > sorting_key("Martin", "Ana")


@pytest.mark.parametrize("typed", ["herouville", "HEROUVILLE", "d herouville", "awa herou"])
def test_a_person_is_found_however_the_name_is_typed(typed: str):
    assert matches(typed, search_key("d’Hérouville", "Awa"))


@pytest.mark.parametrize(
    ("last", "first", "letters"),
    [("Ben Salem", "Aïcha", "AB"), ("d’Aubigny", "Hélène", "Hd"), ("", "Éric", "É")],
)
def test_initials_keep_their_accents(last: str, first: str, letters: str):
    assert initials(last, first) == letters


def test_two_people_of_one_name_are_told_apart_by_a_masked_address():
    shown = [masked_email(mail) for mail in ("camille.m@example.org", "cmartin@example.org")]
    assert shown == ["ca…m@example.org", "cm…n@example.org"]
    assert masked_email("bo@example.org") == "b…@example.org"
    assert masked_email("") == ""


@pytest.mark.parametrize(
    ("said", "code", "field"),
    [
        (Introduction(), "person_name_missing", "last_name"),
        (Introduction(" ", "\t"), "person_name_missing", "last_name"),
        (Introduction("Martin", email="jean@"), "email_invalid", "email"),
        (Introduction("Martin", phone="06 39 98 12"), "phone_invalid", "phone"),
        (Introduction("M" * 121), "text_too_long", "last_name"),
        (Introduction("Martin", "J" * 121), "text_too_long", "first_name"),
        (Introduction("M", organisation_label="L" * 301), "text_too_long", "organisation_label"),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_field(said, code: str, field: str):
    with pytest.raises(Refusal) as refused:
        understood(said)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_contacts_are_kept_in_one_form():
    said = understood(Introduction("Martin", email="C.M@Example.org ", phone="06.39.98.12.34"))
    assert (said.email, said.phone) == ("c.m@example.org", "+33639981234")
