"""Driver errors become what the program understands: a Refusal, a known Trouble, or a bug.

The code of the driver decides, never its text, except for our own trigger whose text is ours.
"""

from __future__ import annotations

import sqlite3
from typing import Generic, TypeVar

from sqlalchemy.exc import DBAPIError, IntegrityError

from database.guards import NO_OVERLAP
from desktop_app.domain.refusals import Refusal, Trouble

T = TypeVar("T")

_SQLITE_TROUBLES = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "database_read_only",
    sqlite3.SQLITE_BUSY: "database_busy",
    sqlite3.SQLITE_LOCKED: "database_busy",
    sqlite3.SQLITE_IOERR: "disk_failing",
    sqlite3.SQLITE_CORRUPT: "database_damaged",
    sqlite3.SQLITE_NOTADB: "database_damaged",
    sqlite3.SQLITE_CANTOPEN: "database_unreachable",
}
_POSTGRESQL_TROUBLES = {
    "53100": "disk_full",
    "25006": "database_read_only",
    "55P03": "database_busy",
    "40P01": "database_busy",
    "40001": "database_busy",
}
_UNIQUE_REFUSALS = {
    "uq_key_loan_out": "key_already_out",
    "uq_organisation_rna": "rna_already_known",
    "uq_enrolment_session_id_person_id": "already_enrolled",
    "uq_check_in_enrolment_half_day": "already_checked_in",
}


class Repeated(Exception):
    """The client-made key of this change is already there: the change was done before."""


def _postgresql_state(error: DBAPIError) -> str | None:
    return getattr(error.orig, "sqlstate", None)


def _constraint_named(error: DBAPIError) -> str:
    diagnostic = getattr(error.orig, "diag", None)
    if diagnostic is not None:
        return str(diagnostic.constraint_name or "")
    return str(error.orig)


def _integrity_refusal(error: IntegrityError) -> Exception | None:
    named = _constraint_named(error)
    if NO_OVERLAP in named:
        return Refusal("room_taken", field="room")
    if "client_key" in named:
        return Repeated()
    if "visit_total" in named or "total_not_negative" in named:
        return Refusal("count_below_zero")
    for constraint, code in _UNIQUE_REFUSALS.items():
        if constraint in named or _sqlite_columns(constraint) in named:
            return Refusal(code)
    return None


def _sqlite_columns(constraint: str) -> str:
    # SQLite names the columns of a unique index, or the index itself when it is partial.
    return {
        "uq_key_loan_out": "key_loan.key_id",
        "uq_organisation_rna": "organisation.rna",
        "uq_enrolment_session_id_person_id": "enrolment.session_id, enrolment.person_id",
        "uq_check_in_enrolment_half_day": "check_in.enrolment_id, check_in.half_day_id",
    }[constraint]


def _trouble(error: DBAPIError) -> Trouble | None:
    origin = error.orig
    if isinstance(origin, sqlite3.Error):
        code = getattr(origin, "sqlite_errorcode", 0) & 0xFF
        return Trouble(_SQLITE_TROUBLES[code]) if code in _SQLITE_TROUBLES else None
    state = _postgresql_state(error)
    if state in _POSTGRESQL_TROUBLES:
        return Trouble(_POSTGRESQL_TROUBLES[state])
    if error.connection_invalidated or state is None or state.startswith(("08", "57P")):
        return Trouble("server_away")
    return None


def understand(error: DBAPIError) -> Exception:
    """The exception to raise instead; the error itself when it is a bug."""
    if isinstance(error, IntegrityError):
        return _integrity_refusal(error) or error
    if _postgresql_state(error) == "23P01":
        return Refusal("room_taken", field="room")
    return _trouble(error) or error


class Understood(Generic[T]):
    """Translates whatever the driver raises inside. Its value is the one it is made with."""

    __slots__ = ("_value",)

    def __init__(self, value: T) -> None:
        self._value = value

    def __enter__(self) -> T:
        return self._value

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, DBAPIError):
            meaning = understand(error)
            if meaning is not error:
                raise meaning from error
