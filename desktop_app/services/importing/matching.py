"""Is this somebody we know? By e-mail, or by name and telephone; homonyms are never merged."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop_app.domain.imported import ListedPerson
from desktop_app.domain.search_text import fold
from desktop_app.services.importing.known import PeopleBook
from desktop_app.services.importing.lines import Judging


class Match(NamedTuple):
    """ref: the known person, or None for a new one. person: what will be known of them."""

    ref: int | None
    person: ListedPerson


def find_person(
    judging: Judging, people: PeopleBook, person: ListedPerson, same_line: int | None
) -> Match:
    """same_line: the person this very line made at an earlier import, if any."""
    if same_line is not None:
        return Match(same_line, _merged(people.person(same_line), person))
    with_email = people.with_email(person.email)
    for ref in with_email:
        if _same_name(people.person(ref), person):
            return Match(ref, _merged(people.person(ref), person))
    if with_email:
        judging.doubt("import_email_of_another", "email")
    namesakes = people.with_name(person)
    for ref in namesakes:
        if person.phone and people.person(ref).phone == person.phone:
            return Match(ref, _merged(people.person(ref), person))
    if namesakes:
        judging.remark("import_namesake", "last_name", count=len(namesakes))
    return Match(None, person)


def _merged(before: ListedPerson, line: ListedPerson) -> ListedPerson:
    """The name stays as it was first typed; what the line adds or corrects is taken."""
    return ListedPerson(
        last_name=before.last_name,
        first_name=before.first_name,
        email=line.email or before.email,
        phone=line.phone or before.phone,
        organisation_label=line.organisation_label or before.organisation_label,
    )


def _same_name(one: ListedPerson, other: ListedPerson) -> bool:
    """The same words in any order: some swap the two fields. A letter an encoding has lost may be
    any letter."""
    if sorted(_words(one)) == sorted(_words(other)):
        return True
    return _fits(_whole(one), _whole(other)) or _fits(_whole(other), _whole(one))


def _words(person: ListedPerson) -> list[str]:
    return fold(f"{person.last_name} {person.first_name}").split()


def _whole(person: ListedPerson) -> str:
    return f"{person.last_name} {person.first_name}".casefold()


def _fits(damaged: str, name: str) -> bool:
    if "?" not in damaged and "\ufffd" not in damaged:
        return False
    pattern = re.escape(damaged).replace(r"\?", ".").replace("\ufffd", ".")
    return re.fullmatch(pattern, name) is not None
