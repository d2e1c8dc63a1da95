"""A session and its people as plain facts, for sheets that need no database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from desktop_app.documents.attendance_sheet import AttendanceFacts
from desktop_app.documents.attestation import AttestationFacts
from desktop_app.documents.ready_list import ReadyFacts
from desktop_app.domain.attendance import Doubt
from desktop_app.domain.attestations import AttestationRow, Attested, Followed
from desktop_app.domain.followed import FollowedTitle, ReadyRow
from desktop_app.domain.trainings import (
    Arrival,
    AttendeeRow,
    HalfDay,
    SessionDetail,
    SessionRow,
)
from tests.documents.venue_facts import EDITION

THURSDAY = date(2026, 11, 26)
AFTERNOON = (("14:00", "17:00"),)
LONG_TITLE = (
    "Accès aux droits : domiciliation, santé, ressources, recours et accompagnement des personnes "
    "sans domicile stable à Paris et en Île-de-France"
)
LONG_NAME = ("Œuvrard-de-La-Roche-Saint-André d’Hérouville-Test", "Anne Sophie Marie-Élisabeth")
_LAST = ("Aubefroide", "BONVENT", "Des Érables-Test", "Ó Murmelin", "Tournevire")
_FIRST = ("Maïwenn", "Mohamed", "Quitterie", "Wassim", "Nguyễn")


def somebody(number: int, **facts: Any) -> AttendeeRow:
    told: dict[str, Any] = {
        "enrolment_id": number,
        "person_id": number,
        "number": number,
        "status": "enrolled",
        "last_name": f"{_LAST[number % 5]} {number}",
        "first_name": _FIRST[number % 5],
        "organisation_label": "",
        "email": "",
        "phone": "",
    }
    return AttendeeRow(**{**told, **facts})


def arrived(hour: int, minute: int, half_day: int = 1, day: date = THURSDAY) -> Arrival:
    """At this hour of the wall in November: one hour less in UTC."""
    at = datetime.combine(day, time(hour - 1, minute), UTC)
    return Arrival(half_day, at, "badge", "accueil")


def a_detail(
    people: int = 25,
    *,
    day: date = THURSDAY,
    hours: tuple[tuple[str, str], ...] = AFTERNOON,
    maximum: int = 30,
    trainer: str = "Anne Sophie Petitpas-du-Canal",
    status: str = "enrolled",
    **session: Any,
) -> SessionDetail:
    """25 people at 14 h in Agora B, unless said otherwise."""
    half_days = tuple(
        HalfDay(
            place,
            datetime.combine(day, time.fromisoformat(start)),
            datetime.combine(day, time.fromisoformat(end)),
        )
        for place, (start, end) in enumerate(hours, start=1)
    )
    told: dict[str, Any] = {
        "id": 12,
        "booking_id": 19,
        "title_code": "T02",
        "title": "Le B.A.-BA de la lutte contre l’exclusion",
        "starts_at": half_days[0].starts_at,
        "ends_at": half_days[-1].ends_at,
        "room_id": 4,
        "room_name": "Agora B",
        "room_maximum": maximum,
        "status": "planned",
        "booking_status": "confirmed",
        "trainer": trainer,
        "capacity": people,
        "discreet": False,
        "enrolled": people,
        "excused": 0,
        "waitlisted": 0,
        "present": 0,
        "walk_ins": 0,
    }
    row = SessionRow(**{**told, **session})
    attendees = tuple(somebody(number, status=status) for number in range(1, people + 1))
    return SessionDetail(row, half_days, attendees)


def after_the_door() -> SessionDetail:
    """The scenario of the venue (A2): 21 of 25 came, 2 without enrolment, 1 excused, 3 missing."""
    detail = a_detail(25, status="present", maximum=30)
    people = [
        one._replace(arrivals=(arrived(13, 45 + place % 15),)) if place < 21 else one
        for place, one in enumerate(detail.attendees)
    ]
    for place, status in ((21, "excused"), (22, "absent"), (23, "absent"), (24, "absent")):
        people[place] = people[place]._replace(status=status)
    for number, name in ((26, ("", "Øyvind")), (27, ("Œuvrard-Test", "Jean-Éric"))):
        people.append(
            somebody(
                number,
                status="walk_in",
                last_name=name[0],
                first_name=name[1],
                arrivals=(arrived(14, 2),),
            )
        )
    held = detail.session._replace(status="held", present=21, walk_ins=2, excused=1)
    return replace(detail, session=held, attendees=tuple(people))


def the_hardest(people: int = 80, half_days: int = 5) -> SessionDetail:
    """A long title, long names, more half-days than a page has columns, four pages of people."""
    hours = tuple((f"{9 + place * 2:02d}:00", f"{10 + place * 2:02d}:45") for place in range(5))
    detail = a_detail(
        people, hours=hours[:half_days], title=LONG_TITLE, trainer=" ".join(LONG_NAME)
    )
    named = tuple(
        one._replace(
            last_name=LONG_NAME[0],
            first_name=LONG_NAME[1],
            status=("present", "walk_in", "excused", "absent")[place % 4],
            arrivals=(arrived(9, 5),) if place % 4 < 2 else (),
        )
        for place, one in enumerate(detail.attendees)
    )
    return replace(detail, attendees=named)


def attendance(detail: SessionDetail | None = None, **more: Any) -> AttendanceFacts:
    return AttendanceFacts(detail or a_detail(), EDITION, floor="RdC", **more)


def attestations(kind: str = "presence", *, hardest: bool = False) -> AttestationFacts:
    """One attestation: of an afternoon, or of five half-days of the longest training."""
    detail = the_hardest() if hardest else a_detail(1)
    followed = tuple(Followed(one.starts_at, one.ends_at) for one in detail.half_days)
    name = " ".join(reversed(LONG_NAME)) if hardest else "Maïwenn Aubefroide"
    session = detail.session
    said = Attested(
        name, session.title, EDITION.venue_name, session.room_name, session.trainer, followed
    )
    issued = datetime(2026, 11, 26, 16, 30, tzinfo=UTC)
    return AttestationFacts((AttestationRow(1, kind, 2026, 7, 1, issued, said),), EDITION)


def ready(detail: SessionDetail | None = None) -> ReadyFacts:
    """An event; every other person has followed the base training."""
    detail = detail or a_detail(25, title="Nuit de la Solidarité : bénévole")
    base = FollowedTitle("T01", "Comment se mobiliser ?", date(2026, 11, 24))
    rows = tuple(
        ReadyRow(one, base if place % 2 else None) for place, one in enumerate(detail.attendees)
    )
    return ReadyFacts(detail.session, rows, "T01", EDITION)


EVERY_DOUBT = (
    Doubt("public_holiday", date(2026, 11, 11), "Armistice"),
    Doubt("closed", date(2026, 12, 26), "fermeture annuelle d’hiver"),
    Doubt("closed", date(2026, 11, 29)),
    Doubt("over_headcount", heads=81, maximum=30),
    Doubt("trainer_missing"),
)
