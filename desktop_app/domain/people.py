"""People who enrol for trainings: the few facts kept, and how their names are shown and sorted.

A name is two free fields, neither split nor re-cased; one of them may be empty. No title, no birth
date, no address: the venue does not ask. Pure: everyone may enter.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from desktop_app.domain.refusals import Refusal
from desktop_app.domain.search_text import fold

LONGEST_NAME = 120
LONGEST_ORGANISATION = 300
_PARTICLES = ("de ", "d ")
_SHOWN_LETTERS = 2
_SHORT_LOCAL_PART = 4


class Person(NamedTuple):
    """A person as stored. Nobody who is helped is ever one."""

    id: int
    last_name: str
    first_name: str
    email: str = ""
    phone: str = ""
    organisation_label: str = ""

    @property
    def name(self) -> str:
        return full_name(self.last_name, self.first_name)


@dataclass(frozen=True, slots=True)
class Introduction:
    """Somebody as they say who they are at the desk: one name is enough.

    person_id: they were recognised on the list of people the venue knows; nothing else counts
    then.
    """

    last_name: str = ""
    first_name: str = ""
    email: str = ""
    phone: str = ""
    organisation_label: str = ""
    person_id: int | None = None


def understood(said: Introduction) -> Introduction:
    """The same as it is stored. Each refusal names its field.

    Raises `person_name_missing`, `text_too_long`, `email_invalid`, `phone_invalid`.
    """
    # The numbering plans of the world are only read when somebody gives a number.
    from desktop_app.domain.identifiers import normalise_email, normalise_phone

    last_name, first_name = " ".join(said.last_name.split()), " ".join(said.first_name.split())
    organisation = " ".join(said.organisation_label.split())
    if not last_name and not first_name:
        raise Refusal("person_name_missing", field="last_name")
    for field, text, longest in (
        ("last_name", last_name, LONGEST_NAME),
        ("first_name", first_name, LONGEST_NAME),
        ("organisation_label", organisation, LONGEST_ORGANISATION),
    ):
        if len(text) > longest:
            raise Refusal("text_too_long", field=field, longest=longest)
    return replace(
        said,
        last_name=last_name,
        first_name=first_name,
        organisation_label=organisation,
        email=normalise_email(said.email, field="email"),
        phone=normalise_phone(said.phone, field="phone"),
    )


def full_name(last_name: str, first_name: str) -> str:
    """“Aïcha Ben Salem”: as one says it; the one name there is when a field is empty."""
    return f"{first_name} {last_name}".strip()


def search_key(last_name: str, first_name: str) -> str:
    """What a search looks through, folded; cut to what the column holds."""
    return fold(full_name(last_name, first_name))[:260]


def sorting_key(last_name: str, first_name: str) -> tuple[str, str]:
    """Alphabetical order without accents or case; “de” and “d’” do not count, “Le” and “Des” do.

    Somebody with one name only is found under it.
    """
    folded = fold(last_name or first_name)
    for particle in _PARTICLES:
        if folded.startswith(particle):
            return folded.removeprefix(particle), fold(first_name)
    return folded, fold(first_name)


def initials(last_name: str, first_name: str) -> str:
    """First letters as written, accents kept: “AB”, “ÉF”, “Hd” for Hélène d’Aubigny."""
    return (first_name[:1] + last_name[:1]) or "?"


def masked_email(email: str) -> str:
    """Enough to tell two people of one name apart, too little to write to them.

    `camille.m@example.org` → `ca…m@example.org`; a short name keeps its first letter only.
    """
    name, at, domain = email.rpartition("@")
    if not at:
        return ""
    if len(name) < _SHORT_LOCAL_PART:
        return f"{name[:1]}…@{domain}"
    return f"{name[:_SHOWN_LETTERS]}…{name[-1]}@{domain}"
