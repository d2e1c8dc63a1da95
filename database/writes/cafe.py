"""One more passage, or one less: the step and the roll-up in the same transaction."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import bindparam
from sqlalchemy.dialects import postgresql, sqlite

from database import tables
from database.unit_of_work import UnitOfWork
from desktop_app.domain.refusals import Refusal

_T = tables.visit_total.c
_ADD_STEP = tables.visit_count.insert().returning(tables.visit_count.c.id)
_ADD_TO_TOTAL = (
    tables.visit_total.update()
    .where(
        _T.day == bindparam("the_day"),
        _T.half_hour == bindparam("the_half_hour"),
        _T.category == bindparam("the_category"),
    )
    .values(total=_T.total + bindparam("the_step"))
)
_FIRST_TOTAL = {
    # Two desks may count the first passage of a half-hour at once: the second adds to the first.
    dialect.__name__.rpartition(".")[2]: dialect.insert(tables.visit_total)
    .values(
        day=bindparam("the_day"),
        half_hour=bindparam("the_half_hour"),
        category=bindparam("the_category"),
        total=bindparam("the_step"),
    )
    .on_conflict_do_update(
        index_elements=["day", "half_hour", "category"],
        set_={"total": _T.total + bindparam("the_step")},
    )
    for dialect in (sqlite, postgresql)
}


class NewStep(NamedTuple):
    """A step to be counted. counted_at is an instant."""

    day: date
    half_hour: int
    category: str
    step: int
    counted_at: datetime
    desk: str
    client_key: str
    reason: str = ""
    reverts_id: int | None = None


def add_step(work: UnitOfWork, step: NewStep) -> int:
    """Count it and keep the roll-up; the step's id.

    Raises Refusal `count_below_zero` when fewer were counted than are taken away; `Repeated` (see
    `database.errors`) when this change of the client was made before.
    """
    identifier = int(work.connection.execute(_ADD_STEP, step._asdict()).scalar_one())
    where = {
        "the_day": step.day,
        "the_half_hour": step.half_hour,
        "the_category": step.category,
        "the_step": step.step,
    }
    if work.connection.execute(_ADD_TO_TOTAL, where).rowcount == 0:
        if step.step < 0:
            raise Refusal("count_below_zero", field="total", current=0)
        work.connection.execute(_FIRST_TOTAL[work.connection.dialect.name], where)
    work.touch("visit", identifier)
    return identifier
