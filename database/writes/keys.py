"""Keys go out and come back. Loans and room checks are never deleted."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam

from database import tables
from database.unit_of_work import UnitOfWork
from desktop_app.domain.keys import KeyLoanRow, KeyRow, LoanStatus, Verdict

_L = tables.key_loan.c
_ADD = tables.key.insert().returning(tables.key.c.id)
_HAND = tables.key_loan.insert().returning(_L.id)
_SET_STATUS = (
    tables.key_loan.update()
    .where(_L.id == bindparam("loan_id"), _L.status == bindparam("from_status"))
    .values(status=bindparam("to_status"), returned_at=bindparam("returned_at"))
)
_CHECK = tables.room_check.insert()
_ANNUL_CHECKS = (
    tables.room_check.update()
    .where(tables.room_check.c.loan_id == bindparam("the_loan"))
    .where(tables.room_check.c.annulled_at.is_(None))
    .values(annulled_at=bindparam("at"))
)


def add(work: UnitOfWork, code: str, room_id: int) -> int:
    """Hang a new key on the board; its id."""
    identifier = int(work.connection.execute(_ADD, {"code": code, "room_id": room_id}).scalar_one())
    work.touch("key", identifier)
    return identifier


def hand(
    work: UnitOfWork,
    key: KeyRow,
    booking_id: int,
    handed_to: str,
    at: datetime,
    due_at: datetime,
    client_key: str,
) -> int:
    """Give a key to a group; the loan's id. at: an instant, due_at: wall time.

    Raises Refusal `key_already_out` when the database finds it out or lost.
    """
    values = {
        "key_id": key.id,
        "booking_id": booking_id,
        "handed_to": handed_to,
        "handed_at": at,
        "due_at": due_at,
        "status": LoanStatus.OUT.value,
        "client_key": client_key,
    }
    identifier = int(work.connection.execute(_HAND, values).scalar_one())
    work.touch("key", key.id)
    return identifier


def set_status(
    work: UnitOfWork,
    loan: KeyLoanRow,
    before: LoanStatus,
    after: LoanStatus,
    returned_at: datetime | None,
) -> bool:
    """Move a loan from one state to another; False when it was not in the first."""
    values = {
        "loan_id": loan.id,
        "from_status": before.value,
        "to_status": after.value,
        "returned_at": returned_at,
    }
    changed = work.connection.execute(_SET_STATUS, values).rowcount == 1
    work.touch("key", loan.key_id)
    return changed


def add_check(
    work: UnitOfWork, loan: KeyLoanRow, at: datetime, verdict: Verdict, remark: str
) -> None:
    """Note the state in which the room of this key was given back."""
    values = {
        "booking_id": loan.booking_id,
        "room_id": loan.key_room_id,
        "loan_id": loan.id,
        "made_at": at,
        "verdict": verdict.value,
        "remark": remark,
    }
    work.connection.execute(_CHECK, values)


def annul_checks(work: UnitOfWork, loan: KeyLoanRow, at: datetime) -> None:
    """The return of this loan was undone: what was said of the room no longer counts."""
    work.connection.execute(_ANNUL_CHECKS, {"the_loan": loan.id, "at": at})
