"""Numbering the editions of printed sheets."""

from __future__ import annotations

from datetime import date

from sqlalchemy import bindparam, func, select, text

from database import tables
from database.unit_of_work import UnitOfWork
from desktop_app.domain.clock import Clock
from desktop_app.domain.papers import EditionRow
from desktop_app.domain.staff import Actor

_E = tables.print_edition.c
_LAST = select(func.max(_E.number)).where(_E.document == bindparam("document"))
_LOCK = text("SELECT pg_advisory_xact_lock(hashtext(:document))")
_INSERT = tables.print_edition.insert().returning(_E.id)


def hold_document(work: UnitOfWork, document: str) -> None:
    """Keep other desks from numbering the same document until this transaction ends.

    SQLite's transactions that write already come one after another.
    """
    if work.connection.dialect.name == "postgresql":
        work.connection.execute(_LOCK, {"document": document})


def add_edition(
    work: UnitOfWork,
    document: str,
    *,
    last_day: date,
    fingerprint: str,
    gist: str,
    clock: Clock,
    desk: str,
    by: Actor,
) -> EditionRow:
    """Store the next edition of a document; the caller holds it (`hold_document`)."""
    last = work.connection.execute(_LAST, {"document": document}).scalar() or 0
    row = EditionRow(
        id=0,
        document=document,
        number=last + 1,
        printed_at=clock.instant(),
        last_day=last_day,
        fingerprint=fingerprint,
        gist=gist,
        desk=desk,
        login=by.login,
    )
    values = {name: value for name, value in row._asdict().items() if name != "id"}
    row = row._replace(id=work.connection.execute(_INSERT, values).scalar_one())
    work.touch("edition", row.id)
    work.journal(by, "print", "edition", row.id, document=document, number=row.number)
    return row
