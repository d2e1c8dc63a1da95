"""Numbering attestations."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, func, select, text

from database import tables
from database.unit_of_work import UnitOfWork
from desktop_app.domain.attestations import AttestationRow, Attested
from desktop_app.domain.staff import Actor

_A = tables.attestation.c
_LAST = select(func.max(_A.number)).where(_A.year == bindparam("year"))
_LOCK = text("SELECT pg_advisory_xact_lock(hashtext('attestation'))")
_INSERT = tables.attestation.insert().returning(_A.id)


def hold_numbers(work: UnitOfWork) -> None:
    """Keep other desks from giving numbers until this transaction ends.

    SQLite's transactions that write already come one after another.
    """
    if work.connection.dialect.name == "postgresql":
        work.connection.execute(_LOCK)


def add(
    work: UnitOfWork,
    kind: str,
    enrolment_id: int,
    attested: Attested,
    *,
    at: datetime,
    year: int,
    by: Actor,
) -> AttestationRow:
    """Give an attestation the next number of its year; the caller holds them (`hold_numbers`)."""
    number = (work.connection.execute(_LAST, {"year": year}).scalar() or 0) + 1
    values = {
        "kind": kind,
        "year": year,
        "number": number,
        "enrolment_id": enrolment_id,
        "issued_at": at,
        "facts": attested.to_dict(),
        "login": by.login,
    }
    identifier = int(work.connection.execute(_INSERT, values).scalar_one())
    work.touch("enrolment", enrolment_id)
    work.journal(by, "attest", "enrolment", enrolment_id, wording=kind, year=year, number=number)
    return AttestationRow(identifier, kind, year, number, enrolment_id, at, attested)
