"""Keys, who has them, and the state rooms were given back in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, Select, bindparam, func, select

from database import tables
from desktop_app.domain.keys import KeyLoanRow, KeyRow, RoomRemark

_K, _L, _C = tables.key.c, tables.key_loan.c, tables.room_check.c
_B, _O = tables.booking.c, tables.organisation.c

_KEYS = select(_K.id, _K.code, _K.room_id).order_by(_K.code)
_LOANS: Select[tuple[object, ...]] = (
    select(
        _L.id,
        _L.key_id,
        _K.code,
        _K.room_id,
        _L.booking_id,
        _B.room_id,
        _B.title,
        _O.name,
        _B.discreet,
        _L.handed_to,
        _L.handed_at,
        _L.due_at,
        _L.returned_at,
        _L.status,
    )
    .select_from(tables.key_loan)
    .join(tables.key, _K.id == _L.key_id)
    .join(tables.booking, _B.id == _L.booking_id)
    .outerjoin(tables.organisation, _O.id == _B.organisation_id)
)
_OUT = _LOANS.where(_L.status.in_(("out", "lost"))).order_by(_L.due_at, _K.code)
_OF_BOOKING = _LOANS.where(_L.booking_id == bindparam("booking_id")).order_by(_L.handed_at, _L.id)
_ONE = _LOANS.where(_L.id == bindparam("loan_id"))
_WITH_CLIENT_KEYS = _LOANS.where(_L.client_key.in_(bindparam("client_keys", expanding=True)))
_LAST_OF_KEY = (
    _LOANS.where(_L.key_id == bindparam("key_id"), _L.status == "returned")
    .order_by(_L.returned_at.desc())
    .limit(1)
)
_HOLDERS = (
    select(_L.handed_to)
    .join(tables.booking, _B.id == _L.booking_id)
    .where(_B.organisation_id == bindparam("organisation_id"), _L.status != "annulled")
    .group_by(_L.handed_to)
    .order_by(func.max(_L.handed_at).desc())
    .limit(8)
)
_LAST_CHECK = (
    select(_C.room_id, _C.booking_id, _C.made_at, _C.remark)
    .where(_C.room_id == bindparam("room_id"), _C.annulled_at.is_(None))
    .order_by(_C.made_at.desc(), _C.id.desc())
    .limit(1)
)


def everyone(connection: Connection) -> tuple[KeyRow, ...]:
    """Every key of the board, in the order of their codes."""
    return tuple(map(KeyRow._make, connection.execute(_KEYS)))


def not_at_the_desk(connection: Connection) -> tuple[KeyLoanRow, ...]:
    """Loans that are out or lost, the first due first."""
    return tuple(map(KeyLoanRow._make, connection.execute(_OUT)))


def of_booking(connection: Connection, booking_id: int) -> tuple[KeyLoanRow, ...]:
    """Every loan to this group, those given back included."""
    return tuple(map(KeyLoanRow._make, connection.execute(_OF_BOOKING, {"booking_id": booking_id})))


def one(connection: Connection, loan_id: int) -> KeyLoanRow | None:
    found = connection.execute(_ONE, {"loan_id": loan_id}).first()
    return KeyLoanRow._make(found) if found else None


def with_client_keys(connection: Connection, client_keys: Iterable[str]) -> tuple[KeyLoanRow, ...]:
    """Loans already made by these changes of a client."""
    found = connection.execute(_WITH_CLIENT_KEYS, {"client_keys": list(client_keys)})
    return tuple(map(KeyLoanRow._make, found))


def last_returned(connection: Connection, key_id: int) -> KeyLoanRow | None:
    """The loan this key last came back from."""
    found = connection.execute(_LAST_OF_KEY, {"key_id": key_id}).first()
    return KeyLoanRow._make(found) if found else None


def holders(connection: Connection, organisation_id: int) -> tuple[str, ...]:
    """People who took a key for this organisation, the latest first."""
    return tuple(connection.execute(_HOLDERS, {"organisation_id": organisation_id}).scalars())


def last_remark(connection: Connection, room_ids: Iterable[int]) -> RoomRemark | None:
    """What was said when one of these *elementary* rooms was last given back.

    An OK since then takes the remark away. Of several rooms, the newest remark.
    """
    found: list[RoomRemark] = []
    for room_id in room_ids:
        row = connection.execute(_LAST_CHECK, {"room_id": room_id}).first()
        if row is not None and row.remark:
            found.append(RoomRemark._make(row))
    return max(found, key=_made_at, default=None)


def _made_at(remark: RoomRemark) -> datetime:
    return remark.made_at
