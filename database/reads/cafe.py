"""The café's tally: by half-hour from the roll-up, step by step from the journal of steps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from sqlalchemy import Connection, bindparam, func, select

from database import tables
from desktop_app.domain.presence import Count, Tally, VisitStep

_V, _T = tables.visit_count.c, tables.visit_total.c
_UNDOING = tables.visit_count.alias("undoing")

_STEPS = select(
    _V.id,
    _V.day,
    _V.half_hour,
    _V.category,
    _V.step,
    _V.reason,
    _V.counted_at,
    _V.desk,
    _V.reverts_id,
    _UNDOING.c.id.is_not(None).label("reverted"),
).outerjoin(_UNDOING, _UNDOING.c.reverts_id == _V.id)
_OF_DAY = _STEPS.where(_V.day == bindparam("day")).order_by(_V.id.desc())
_LAST_OF_DESK = (
    _STEPS.where(_V.day == bindparam("day"), _V.desk == bindparam("desk"))
    .where(_V.reverts_id.is_(None), _UNDOING.c.id.is_(None))
    .order_by(_V.id.desc())
    .limit(1)
)
_WITH_CLIENT_KEY = _STEPS.where(_V.client_key == bindparam("client_key"))
_UNDOING_OF = _STEPS.where(_V.reverts_id == bindparam("step_id"))
_TOTALS = (
    select(_T.day, _T.half_hour, _T.category, _T.total)
    .where(_T.day.in_(bindparam("days", expanding=True)), _T.total > 0)
    .order_by(_T.day, _T.half_hour, _T.category)
)
_ONE_TOTAL = select(_T.total).where(
    _T.day == bindparam("day"),
    _T.half_hour == bindparam("half_hour"),
    _T.category == bindparam("category"),
)
_DAYS_WITH_ANY = (
    select(_T.day)
    .where(_T.day.in_(bindparam("days", expanding=True)), _T.total > 0)
    .distinct()
    .order_by(_T.day.desc())
    .limit(bindparam("limit"))
)
_RECOUNT = (
    select(_V.half_hour, _V.category, func.sum(_V.step))
    .where(_V.day == bindparam("day"))
    .group_by(_V.half_hour, _V.category)
    .having(func.sum(_V.step) != 0)
    .order_by(_V.half_hour, _V.category)
)


def tallies(connection: Connection, days: Iterable[date]) -> dict[date, Tally]:
    """The tally of each of these days, from the roll-up; a day nobody came has an empty one."""
    days = tuple(days)
    rows = connection.execute(_TOTALS, {"days": days}).all()
    counted = {
        day: tuple(Count(row.half_hour, row.category, row.total) for row in of_day)
        for day, of_day in groupby(rows, key=lambda row: row.day)
    }
    return {day: Tally(day, counted.get(day, ())) for day in days}


def recount(connection: Connection, day: date) -> Tally:
    """The tally counted again from every step: what the roll-up must equal."""
    found = connection.execute(_RECOUNT, {"day": day})
    return Tally(day, tuple(Count(*row) for row in found))


def total(connection: Connection, day: date, half_hour: int, category: str) -> int:
    """Passages of one category in one half-hour."""
    where = {"day": day, "half_hour": half_hour, "category": category}
    return connection.execute(_ONE_TOTAL, where).scalar() or 0


def days_with_any(connection: Connection, days: Iterable[date], limit: int) -> tuple[date, ...]:
    """Those of these days on which somebody came, the latest first."""
    found = connection.execute(_DAYS_WITH_ANY, {"days": list(days), "limit": limit})
    return tuple(found.scalars())


def steps(connection: Connection, day: date) -> tuple[VisitStep, ...]:
    """Every step counted for a day, the latest first."""
    return tuple(map(VisitStep._make, connection.execute(_OF_DAY, {"day": day})))


def last_of_desk(connection: Connection, day: date, desk: str) -> VisitStep | None:
    """The last step of this desk for that day that still stands and is no undoing itself."""
    found = connection.execute(_LAST_OF_DESK, {"day": day, "desk": desk}).first()
    return VisitStep._make(found) if found else None


def with_client_key(connection: Connection, client_key: str) -> VisitStep | None:
    """The step this change of a client already made."""
    found = connection.execute(_WITH_CLIENT_KEY, {"client_key": client_key}).first()
    return VisitStep._make(found) if found else None


def undoing_of(connection: Connection, step_id: int) -> VisitStep | None:
    """The step that reverts this one."""
    found = connection.execute(_UNDOING_OF, {"step_id": step_id}).first()
    return VisitStep._make(found) if found else None
