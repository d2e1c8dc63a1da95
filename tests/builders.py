"""The trade's words for tests: `a_venue`, `a_room`, `an_association`, `a_draft`…

Written straight to the tables; what is said nowhere has a sensible default. Everyone may add one.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from database import tables
from database.unit_of_work import Database
from database.writes import organisations as write_organisations
from desktop_app.domain.bookings import Draft, Kind
from desktop_app.domain.organisations import Organisation, OrganisationKind
from desktop_app.domain.staff import Actor, Role

NOW = datetime(2026, 11, 26, 9, 55)
THURSDAY = date(2026, 11, 26)
NEXT_TUESDAY = date(2026, 12, 1)

RECEPTION = Actor("acl", Role.RECEPTION)
MANAGER = Actor("mdf", Role.MANAGER, may_override=True)
KIOSK = Actor("borne", Role.KIOSK)

# code, name, floor, theatre seats, fire limit, step-free, equipment
_ROOMS = (
    ("CAFE", "Le Café", "RdC", 45, 60, True, ("bar", "sound")),
    ("LEC", "Espace lecture", "RdC", 12, 12, True, ("shelves",)),
    ("AGA", "Agora A", "RdC", 40, 40, True, ("projector", "screen", "paperboard")),
    ("AGB", "Agora B", "RdC", 30, 30, True, ("projector", "screen")),
    ("AGO", "Agora (A+B)", "RdC", 70, 80, True, ("projector", "screen", "microphones")),
    ("ATE", "Atelier", "RdC", 20, 20, True, ("sink",)),
    ("PAS", "Passerelle", "1er", 14, 14, True, ("screen",)),
    ("BOU", "Boussole", "1er", 8, 8, True, ("screen",)),
    ("BP1", "Bureau 1", "RdC", 4, 4, True, ("computer",)),
    ("BP2", "Bureau 2", "RdC", 4, 4, True, ("computer",)),
    ("BP3", "Bureau 3", "1er", 3, 3, False, ("confidential",)),
)
_HOURS = ((0, 840, 1080), (1, 570, 1290), (2, 570, 1080), (3, 570, 1290), (4, 570, 1080))


def a_venue(database: Database) -> dict[str, int]:
    """Eleven rooms (AGO is AGA + AGB), the opening hours, the winter closure; room code → id."""
    with database.writing() as work:
        ids = {room[0]: a_room(work.connection, *room) for room in _ROOMS}
        for part in ("AGA", "AGB"):
            work.connection.execute(
                tables.room_part.insert(), {"composite_id": ids["AGO"], "part_id": ids[part]}
            )
        for weekday, opens, closes in _HOURS:
            work.connection.execute(
                tables.opening_period.insert(),
                {"weekday": weekday, "opens": opens, "closes": closes},
            )
        work.connection.execute(
            tables.opening_period.insert(), {"weekday": 5, "opens": 600, "closes": 1020, "nth": 1}
        )
        work.connection.execute(
            tables.closure.insert(),
            {
                "first_day": date(2026, 12, 24),
                "last_day": date(2027, 1, 3),
                "reason": "fermeture annuelle d’hiver",
            },
        )
        work.touch_everything()
    return ids


def a_room(
    connection: Any,
    code: str,
    name: str,
    floor: str = "RdC",
    seats: int = 10,
    max_headcount: int = 12,
    step_free: bool = True,
    equipment: tuple[str, ...] = (),
) -> int:
    """A room; its position follows its id."""
    identifier = connection.execute(
        tables.room.insert().returning(tables.room.c.id),
        {
            "code": code,
            "name": name,
            "floor": floor,
            "max_headcount": max_headcount,
            "step_free": step_free,
        },
    ).scalar_one()
    connection.execute(
        tables.room_layout.insert(), {"room_id": identifier, "layout": "theatre", "seats": seats}
    )
    for place, item in enumerate(equipment):
        connection.execute(
            tables.room_equipment.insert(),
            {"room_id": identifier, "name": item, "position": place},
        )
    return int(identifier)


def an_association(database: Database, name: str = "Élan du Canal", **facts: Any) -> int:
    """An association whose file is in order, unless said otherwise; its id."""
    told: dict[str, Any] = {
        "code": f"T{abs(hash(name)) % 10**8}",
        "kind": OrganisationKind.ASSOCIATION,
        "insurance_until": date(2026, 12, 31),
        "agreement_until": date(2027, 6, 30),
    }
    organisation = Organisation(id=0, name=name, **(told | facts))
    with database.writing() as work:
        return write_organisations.add(work, organisation)


def room_id(database: Database, code: str) -> int:
    """The id of the room with this code."""
    with database.reading() as connection:
        found = connection.execute(tables.room.select().where(tables.room.c.code == code)).one()
    return int(found.id)


def at(hours: str, day: date = NEXT_TUESDAY) -> tuple[datetime, datetime]:
    """“18:30-20:30” on a day, as two wall times."""
    start, end = (time.fromisoformat(part) for part in hours.split("-"))
    return datetime.combine(day, start), datetime.combine(day, end)


def a_draft(
    database: Database,
    room: str = "AGB",
    hours: str = "18:30-20:30",
    day: date = NEXT_TUESDAY,
    **facts: Any,
) -> Draft:
    """A meeting in a room, next Tuesday evening unless said otherwise."""
    starts_at, ends_at = at(hours, day)
    told: dict[str, Any] = {"kind": Kind.MEETING, "title": "Réunion"}
    return Draft(room_id(database, room), starts_at, ends_at, **(told | facts))


def a_key(database: Database, code: str, room: str) -> int:
    """A key on the board that opens this room; its id."""
    from database.writes import keys as write_keys

    with database.writing() as work:
        return write_keys.add(work, code, room_id(database, room))


def a_booking(house: Any, room: str = "BP2", hours: str = "10:00-13:00", **facts: Any) -> Any:
    """A confirmed booking of Thursday's, whatever the rules of the house say about it."""
    day = facts.pop("day", THURSDAY)
    draft = a_draft(house.database, room, hours, day, **facts)
    return house.bookings.book(draft, by=MANAGER, override="jeu d’essai")


def a_title(database: Database, code: str, title: str = "", **facts: Any) -> int:
    """A training title of three hours for 25 people; its id. The same code is the same title."""
    from database.writes import trainings as write_trainings

    told: dict[str, Any] = {"minutes": 180, "group_size": 25, "room_codes": [], "discreet": False}
    with database.writing() as work:
        known = tables.training_title.select().where(tables.training_title.c.code == code)
        found = work.connection.execute(known).first()
        if found is not None:
            return int(found.id)
        return write_trainings.add_title(work, code, title or code, **(told | facts))


def a_session(
    house: Any,
    room: str = "AGB",
    hours: str = "14:00-17:00",
    *,
    title: str = "Le B.A.-BA de la lutte contre l’exclusion",
    half_days: tuple[str, ...] = (),
    day: date = THURSDAY,
    capacity: int = 25,
    **facts: Any,
) -> int:
    """A planned session of Thursday's, with its booking; its id. half_days: their hours."""
    from database.writes import trainings as write_trainings

    booking = a_booking(house, room, hours, day=day, kind=Kind.TRAINING, title=title, **facts)
    title_id = a_title(house.database, title[:16], title)
    with house.database.writing() as work:
        return write_trainings.add_session(
            work,
            title_id=title_id,
            booking_id=booking.id,
            capacity=capacity,
            half_days=[at(one, day) for one in half_days or (hours,)],
            trainer="Anne Sophie Petitpas-du-Canal",
        )


def a_person(
    database: Database, last_name: str, first_name: str = "", *, badge: str = "", **contact: Any
) -> int:
    """Somebody who enrolled once, with an active badge if its code is given; their id."""
    from database.writes import people as write_people

    moment = database.clock.instant()
    with database.writing() as work:
        person_id = write_people.add(work, last_name, first_name, at=moment, **contact)
        if badge:
            write_people.add_badge(work, person_id, badge, at=moment)
    return person_id


def an_enrolment(
    database: Database, session_id: int, person_id: int, status: str = "enrolled"
) -> int:
    """A person on a session's list; the enrolment's id."""
    from database.writes import trainings as write_trainings

    with database.writing() as work:
        return write_trainings.add_enrolment(
            work, session_id, person_id, status, at=database.clock.instant()
        )


def a_full_list(house: Any, session_id: int, people: int, *, seed: int = 1) -> list[str]:
    """This many people enrolled, each with a badge; the codes in the order of the list."""
    from random import Random

    from desktop_app.domain.badges import new_code

    chance = Random(seed)
    codes = [new_code(chance) for _ in range(people)]
    for place, code in enumerate(codes, start=1):
        person = a_person(house.database, f"Petipont-{place:03d}", "Nour", badge=code)
        an_enrolment(house.database, session_id, person)
    return codes
