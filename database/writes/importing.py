"""The lists a venue brings: rooms, keys, opening hours, closures, staff, titles, permanences.

Each function puts one line in its place, whether it was there before or not. Bookings, people and
enrolments go through their own writers.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam, delete, insert, update

from database import tables
from database.unit_of_work import UnitOfWork
from desktop_app.domain.imported import ListedRoom, ListedStaff, ListedTitle
from desktop_app.domain.opening import Closure, OpeningPeriod
from desktop_app.domain.search_text import fold

_R, _K, _B = tables.room.c, tables.key.c, tables.booking.c
_N, _A = tables.training_session.c, tables.accessibility_need.c
_ROOM_CHILDREN = (
    (tables.room_layout, tables.room_layout.c.room_id),
    (tables.room_equipment, tables.room_equipment.c.room_id),
    (tables.room_part, tables.room_part.c.composite_id),
)
_NAME_SOURCE = (
    tables.booking.update()
    .where(_B.id == bindparam("booking_id"))
    .values(source_key=bindparam("key"))
)
_COUNT_NEED = (
    tables.accessibility_need.update()
    .where(_A.session_id == bindparam("the_session"), _A.need == bindparam("the_need"))
    .values(people=_A.people + 1)
)
_FIRST_NEED = tables.accessibility_need.insert()


def put_room(
    work: UnitOfWork, room: ListedRoom, room_id: int | None, part_ids: Iterable[int]
) -> int:
    """Store a room with its layouts, equipment and parts; room_id is None for a new one."""
    columns: dict[str, Any] = {
        "code": room.code,
        "name": room.name,
        "floor": room.floor,
        "max_headcount": room.max_headcount,
        "step_free": room.step_free,
        "note": room.note,
        "position": room.position,
    }
    if room_id is None:
        statement = insert(tables.room).returning(_R.id)
        room_id = int(work.connection.execute(statement, columns).scalar_one())
    else:
        work.connection.execute(update(tables.room).where(_R.id == room_id), columns)
        for child, owner in _ROOM_CHILDREN:
            work.connection.execute(delete(child).where(owner == room_id))
    _put_children(work, room, room_id, tuple(part_ids))
    work.touch("room", room_id)
    return room_id


def _put_children(
    work: UnitOfWork, room: ListedRoom, room_id: int, part_ids: tuple[int, ...]
) -> None:
    layouts: list[dict[str, Any]] = [
        {"room_id": room_id, "layout": layout, "seats": seats} for layout, seats in room.seats
    ]
    equipment: list[dict[str, Any]] = [
        {"room_id": room_id, "name": name[:80], "position": place}
        for place, name in enumerate(room.equipment)
    ]
    parts: list[dict[str, Any]] = [{"composite_id": room_id, "part_id": part} for part in part_ids]
    for (child, _), rows in zip(_ROOM_CHILDREN, (layouts, equipment, parts), strict=True):
        if rows:
            work.connection.execute(insert(child), rows)


def put_key(work: UnitOfWork, code: str, room_id: int, key_id: int | None) -> None:
    if key_id is None:
        work.connection.execute(insert(tables.key), {"code": code, "room_id": room_id})
    else:
        work.connection.execute(update(tables.key).where(_K.id == key_id), {"room_id": room_id})
    work.touch("key", key_id)


def replace_hours(
    work: UnitOfWork, weekdays: Iterable[int], periods: Iterable[OpeningPeriod]
) -> None:
    """The opening hours of these weekdays are these, and no others."""
    opening = tables.opening_period
    work.connection.execute(delete(opening).where(opening.c.weekday.in_(tuple(weekdays))))
    rows = [
        {
            "weekday": period.weekday,
            "opens": period.opens,
            "closes": period.closes,
            "nth": period.nth,
        }
        for period in periods
    ]
    if rows:
        work.connection.execute(insert(opening), rows)
    work.touch("opening")


def put_closure(work: UnitOfWork, closure: Closure) -> None:
    """A closure is known by its first day."""
    table = tables.closure
    work.connection.execute(delete(table).where(table.c.first_day == closure.first))
    columns = {
        "first_day": closure.first,
        "last_day": closure.last,
        "reason": closure.reason,
    }
    work.connection.execute(insert(table), columns)
    work.touch("opening")


def put_staff(work: UnitOfWork, person: ListedStaff) -> None:
    table = tables.staff
    columns = {
        "shown_name": person.shown_name,
        "role": person.role,
        "may_override": person.may_override,
        "hours": person.hours,
    }
    changed = work.connection.execute(
        update(table).where(table.c.login == person.login), columns
    ).rowcount
    if not changed:
        work.connection.execute(insert(table), {"login": person.login, **columns})
    work.touch("staff")


def put_title(work: UnitOfWork, title: ListedTitle, title_id: int | None) -> int:
    table = tables.training_title
    columns = {
        "title": title.title,
        "search_key": fold(title.title)[:400],
        "minutes": title.minutes,
        "half_days": title.half_days,
        "group_size": title.group_size,
        "room_codes": list(title.room_codes),
        "discreet": title.discreet,
        "note": title.note,
    }
    if title_id is None:
        statement = insert(table).returning(table.c.id)
        values = {"code": title.code, **columns}
        title_id = int(work.connection.execute(statement, values).scalar_one())
    else:
        work.connection.execute(update(table).where(table.c.id == title_id), columns)
    work.touch("session")
    return title_id


def put_permanence(work: UnitOfWork, code: str, organisation_id: int, series_id: int) -> None:
    """Say that this series is an association's permanence."""
    table = tables.permanence
    changed = work.connection.execute(
        update(table).where(table.c.code == code), {"organisation_id": organisation_id}
    ).rowcount
    if not changed:
        columns = {"code": code, "organisation_id": organisation_id, "series_id": series_id}
        work.connection.execute(insert(table), columns)


def name_source(work: UnitOfWork, booking_id: int, source_key: str) -> None:
    """Remember from which line of which list a booking came."""
    work.connection.execute(_NAME_SOURCE, {"booking_id": booking_id, "key": source_key})


def change_trainer(work: UnitOfWork, booking_id: int, trainer: str) -> None:
    statement = update(tables.training_session).where(_N.booking_id == booking_id)
    work.connection.execute(statement, {"trainer": trainer})
    work.touch("session")


def count_need(work: UnitOfWork, session_id: int, need: str) -> None:
    """One more person of this session has this need. Whose it is goes nowhere."""
    values = {"the_session": session_id, "the_need": need}
    if not work.connection.execute(_COUNT_NEED, values).rowcount:
        row = {"session_id": session_id, "need": need, "people": 1}
        work.connection.execute(_FIRST_NEED, row)
