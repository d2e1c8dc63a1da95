"""The journal, read back: who touched a thing last."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from database import tables
from desktop_app.domain.record import JournalLine

_J = tables.audit_entry.c
_LAST = (
    select(_J.at, _J.desk, _J.login, _J.verb)
    .where(_J.subject_kind == bindparam("kind"), _J.subject_id == bindparam("subject_id"))
    .order_by(_J.id.desc())
    .limit(1)
)


def last_about(connection: Connection, kind: str, subject_id: int) -> JournalLine | None:
    """The latest line about this thing, None when the journal never spoke of it."""
    found = connection.execute(_LAST, {"kind": kind, "subject_id": subject_id}).first()
    return None if found is None else JournalLine._make(found)
