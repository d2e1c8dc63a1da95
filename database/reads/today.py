"""What only the home screen asks: today's trainings in figures, options that end, the house."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection, bindparam, case, func, select

from database import tables
from database.reads.bookings import LONGEST
from desktop_app.domain.today import TrainingNow

_B, _S, _O = tables.booking.c, tables.training_session.c, tables.organisation.c
_E, _H, _C = tables.enrolment.c, tables.half_day.c, tables.check_in.c

_ENROLLED_STATES = ("enrolled", "present", "absent", "excused")
_ENROLMENTS = (
    select(
        _E.session_id,
        func.sum(case((_E.status.in_(_ENROLLED_STATES), 1), else_=0)).label("enrolled"),
        func.sum(case((_E.status == "walk_in", 1), else_=0)).label("walk_ins"),
    )
    .group_by(_E.session_id)
    .where(_E.session_id.in_(bindparam("sessions", expanding=True)))
)
_PRESENT = (
    select(_H.session_id, func.count(_C.enrolment_id.distinct()))
    .join(tables.check_in, _C.half_day_id == _H.id)
    .where(_H.session_id.in_(bindparam("sessions", expanding=True)))
    .where(_H.starts_at >= bindparam("start"), _H.starts_at < bindparam("end"))
    .where(_C.annulled_at.is_(None))
    .group_by(_H.session_id)
)
_SESSIONS = (
    select(_S.id, _B.id, _B.title, _B.room_id, _B.starts_at, _B.ends_at, _S.status)
    .join(tables.booking, _B.id == _S.booking_id)
    .where(_B.starts_at >= bindparam("earliest"), _B.starts_at < bindparam("end"))
    .where(_B.ends_at > bindparam("start"), _S.status != "cancelled")
    .where(_B.status.in_(("confirmed", "arrived", "done")))
    .order_by(_B.starts_at, _B.id)
)
_INTERNAL = select(_O.id).where(_O.kind == "internal")
_OPTIONS_ENDING = (
    select(_B.id).where(_B.option_expires_on == bindparam("day")).order_by(_B.starts_at)
)


def trainings(connection: Connection, start: datetime, end: datetime) -> tuple[TrainingNow, ...]:
    """Sessions whose room is booked between two wall times, with their figures."""
    within = {"earliest": start - LONGEST, "start": start, "end": end}
    rows = connection.execute(_SESSIONS, within).all()
    if not rows:
        return ()
    sessions = {"sessions": [row[0] for row in rows]}
    enrolled = {row[0]: (row[1], row[2]) for row in connection.execute(_ENROLMENTS, sessions)}
    present = {row[0]: row[1] for row in connection.execute(_PRESENT, {**sessions, **within})}
    return tuple(
        TrainingNow(
            *row,
            enrolled=enrolled.get(row[0], (0, 0))[0],
            present=present.get(row[0], 0),
            walk_ins=enrolled.get(row[0], (0, 0))[1],
        )
        for row in rows
    )


def internal_organisations(connection: Connection) -> frozenset[int]:
    """Ids of the organisations that are the house itself."""
    return frozenset(connection.execute(_INTERNAL).scalars())


def options_ending(connection: Connection, day: date) -> tuple[int, ...]:
    """Ids of the bookings whose option holds until this day and no longer."""
    return tuple(connection.execute(_OPTIONS_ENDING, {"day": day}).scalars())
