"""Organisations: add one, change its file."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import bindparam

from database import tables
from database.unit_of_work import UnitOfWork
from desktop_app.domain.organisations import Organisation
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.search_text import fold

_O = tables.organisation.c
_INSERT = tables.organisation.insert().returning(_O.id)
_FACTS = tuple(
    name for name in Organisation.__dataclass_fields__ if name not in ("id", "code", "version")
)
_UPDATE = (
    tables.organisation.update()
    .where(_O.id == bindparam("the_id"), _O.version == bindparam("the_version"))
    .values({name: bindparam(name) for name in (*_FACTS, "search_key", "version")})
)


def add(work: UnitOfWork, organisation: Organisation) -> int:
    """Insert an organisation (its id is not looked at) and return its id.

    Raises Refusal `rna_already_known`.
    """
    values: dict[str, Any] = asdict(organisation)
    del values["id"]
    values["search_key"] = fold(organisation.name)[:400]
    identifier = int(work.connection.execute(_INSERT, values).scalar_one())
    work.touch("organisation", identifier)
    return identifier


def save(work: UnitOfWork, organisation: Organisation) -> None:
    """Store a changed organisation. Raises Refusal `stale_edit`, `rna_already_known`."""
    values = {name: getattr(organisation, name) for name in _FACTS}
    values |= {
        "search_key": fold(organisation.name)[:400],
        "version": organisation.version + 1,
        "the_id": organisation.id,
        "the_version": organisation.version,
    }
    if work.connection.execute(_UPDATE, values).rowcount != 1:
        raise Refusal("stale_edit", organisation_id=organisation.id)
    work.touch("organisation", organisation.id)
