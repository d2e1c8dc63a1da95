"""Attestations that were handed out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, bindparam, select

from database import tables
from desktop_app.domain.attestations import AttestationRow, Attested

_A = tables.attestation.c
_OF_ENROLMENTS = (
    select(_A.id, _A.kind, _A.year, _A.number, _A.enrolment_id, _A.issued_at, _A.facts)
    .where(_A.kind == bindparam("kind"), _A.enrolment_id.in_(bindparam("ids", expanding=True)))
    .order_by(_A.year, _A.number)
)


def of_enrolments(
    connection: Connection, kind: str, enrolment_ids: Iterable[int]
) -> dict[int, AttestationRow]:
    """Those of one kind, by enrolment."""
    values: dict[str, Any] = {"kind": kind, "ids": list(enrolment_ids)}
    found = connection.execute(_OF_ENROLMENTS, values)
    return {
        row.enrolment_id: AttestationRow(*row[:6], Attested.from_dict(row.facts)) for row in found
    }
