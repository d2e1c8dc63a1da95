"""People as the desk looks for them. Statements are built once."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from database import tables
from desktop_app.domain.people import Person
from desktop_app.domain.search_text import fold

_P = tables.person.c
_PEOPLE = select(_P.id, _P.last_name, _P.first_name, _P.email, _P.phone, _P.organisation_label)
_ONE = _PEOPLE.where(_P.id == bindparam("person_id"))
_NAMED = (
    _PEOPLE.where(_P.search_key.contains(bindparam("last"), autoescape=False))
    .where(_P.search_key.contains(bindparam("first"), autoescape=False))
    .order_by(_P.search_key, _P.id)
    .limit(bindparam("limit"))
)


def one(connection: Connection, person_id: int) -> Person | None:
    found = connection.execute(_ONE, {"person_id": person_id}).first()
    return Person._make(found) if found else None


def named(
    connection: Connection, last_name: str, first_name: str, limit: int = 5
) -> tuple[Person, ...]:
    """People whose name holds both of these, however they are typed; nothing finds nobody."""
    # Folded text has letters, digits and single spaces only: nothing a LIKE would read as a sign.
    words = {"last": fold(last_name), "first": fold(first_name)}
    if not any(words.values()):
        return ()
    found = connection.execute(_NAMED, {**words, "limit": limit})
    return tuple(map(Person._make, found))
