"""The demonstration venue and its week 48 as plain facts, for sheets that need no database."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from desktop_app.documents.facts import DayFacts, DayHours, Edition, WeekFacts
from desktop_app.domain.bookings import BookingRow
from desktop_app.domain.civil_time import Week
from desktop_app.domain.opening import Calendar, Closure, OpeningPeriod
from desktop_app.domain.rooms import Room

LONG_NAME = (
    "Association pour l’accès aux soins, à l’hygiène et à la dignité des personnes en grande "
    "précarité de l’Est parisien imaginaire"
)

_ROOMS = (
    ("CAFE", "Le Café", "RdC", 60),
    ("LEC", "Espace lecture", "RdC", 12),
    ("AGA", "Agora A", "RdC", 40),
    ("AGB", "Agora B", "RdC", 30),
    ("AGO", "Agora (A+B)", "RdC", 80),
    ("ATE", "Atelier", "RdC", 20),
    ("PAS", "Passerelle", "1er", 14),
    ("BOU", "Boussole", "1er", 8),
    ("BP1", "Bureau 1", "RdC", 4),
    ("BP2", "Bureau 2", "RdC", 4),
    ("BP3", "Bureau 3", "1er", 3),
    ("COL", "Local collecte", "RdC", 8),
)
ROOMS = tuple(
    Room(number, code, name, floor, most, parts=(3, 4) if code == "AGO" else ())
    for number, (code, name, floor, most) in enumerate(_ROOMS, start=1)
)
ROOM_IDS = {room.code: room.id for room in ROOMS}

CALENDAR = Calendar(
    periods=(
        OpeningPeriod(0, 14 * 60, 18 * 60),
        OpeningPeriod(1, 9 * 60 + 30, 21 * 60 + 30),
        OpeningPeriod(2, 9 * 60 + 30, 18 * 60),
        OpeningPeriod(3, 9 * 60 + 30, 21 * 60 + 30),
        OpeningPeriod(4, 9 * 60 + 30, 18 * 60),
        OpeningPeriod(5, 10 * 60, 17 * 60, nth=1),
    ),
    closures=(
        Closure(date(2026, 12, 24), date(2027, 1, 3), "fermeture annuelle d’hiver"),
        Closure(date(2027, 5, 7), date(2027, 5, 7), "pont de l’Ascension"),
    ),
)

EDITION = Edition("La Fabrique de la Solidarité", datetime(2026, 11, 20, 17, 2))

WEEK_48 = Week(2026, 48)
WEEK_53 = Week(2026, 53)

# day, from, to, room, kind, title, organiser, heads
_WEEK_48 = """
23|14:30|17:30|BP1|permanence|P11 Emploi|Emploi solidaire du Faubourg|3
23|15:00|16:30|PAS|internal|Réunion d’équipe|La Fabrique|7
24|10:00|12:00|BP1|permanence|P01 Accès aux droits|Droits & Toit|3
24|10:00|12:00|PAS|meeting|Conseil d’administration|Cap Logis|12
24|14:00|17:00|BP2|permanence|P02 Écrivain public|Les Mots en partage|3
24|14:00|16:00|AGB|incubator|Comité de l’incubateur|La Fabrique|15
24|18:30|21:00|AGO|training|Comment se mobiliser auprès des personnes sans abri ?|La Fabrique|68
24|18:30|20:30|ATE|meeting|Répétition chorale|Chorale « Voix d’en bas »|18
25|09:30|12:30|ATE|training|Aller vers : entrer en relation à la rue|La Fabrique|18
25|10:00|12:30|BP1|permanence|P03 Santé|Santé-Passerelle|3
25|14:00|17:00|BP1|permanence|P04 Logement|Cap Logis|3
25|14:00|16:30|BOU|permanence|P05 Numérique|L’Escale numérique|6
25|14:00|17:00|COL|collection|Tri – collecte hygiène|La Fabrique|8
25|15:00|17:00|LEC|culture|Atelier d’écriture|Plumes d’asphalte|10
25|16:00|18:00|AGA|institution|Coordination de secteur|Mairie de secteur|30
26|09:30|12:30|AGB|meeting|Coordination des maraudes|Inter-Maraudes Rive-Imaginaire|24
26|10:00|13:00|BP2|permanence|P06 Exil|Collectif Exil-Accueil|3
26|14:00|17:00|BP1|permanence|P07 Violences|Femmes en chemin|3|discreet
26|14:00|17:00|AGA|training|Le B.A.-BA de la lutte contre l’exclusion|La Fabrique|25
26|14:30|16:30|ATE|meeting|Réunion des bénévoles|La Soupe au coin|16
26|18:00|19:30|CAFE|culture|Café-débat|La Fabrique|45
26|18:30|20:30|AGB|training|Nuit de la Solidarité : responsable d’équipe|La Fabrique|28
27|09:30|11:30|BP1|permanence|P09 Bagagerie|Bagage léger|3
27|09:30|17:00|PAS|training|Premiers secours citoyens|La Fabrique|10
27|10:00|12:00|BP2|permanence|P12 Aînés|Mémoire & droits des aînés|3
27|14:00|16:00|BOU|incubator|Point projets|La Fabrique|5
27|16:00|18:00|AGO|culture|Montage d’exposition|La Fabrique|6
"""

# The eight permanences and the rehearsal that the winter closing takes away in week 53.
_WEEK_53 = """
28|14:30|17:30|BP1|permanence|P11 Emploi|Emploi solidaire du Faubourg|3
29|10:00|12:00|BP1|permanence|P01 Accès aux droits|Droits & Toit|3
29|14:00|17:00|BP2|permanence|P02 Écrivain public|Les Mots en partage|3
29|18:30|20:30|ATE|meeting|Répétition chorale|Chorale « Voix d’en bas »|18
30|10:00|12:30|BP1|permanence|P03 Santé|Santé-Passerelle|3
31|10:00|13:00|BP2|permanence|P06 Exil|Collectif Exil-Accueil|3
31|14:00|17:00|BP1|permanence|P07 Violences|Femmes en chemin|3|discreet
32|09:30|11:30|BP1|permanence|P09 Bagagerie|Bagage léger|3
32|14:00|17:00|BP1|permanence|P10 Écoute|L’Écoute bleue|3
"""


def a_booking(number: int, day: date, hours: str, room: str, **changes: Any) -> BookingRow:
    """A confirmed meeting; hours as `14:00-17:00`, the end on the next day when it is earlier."""
    start, end = (time.fromisoformat(part) for part in hours.split("-"))
    last_day = day + timedelta(days=1) if end <= start else day
    row = BookingRow(
        id=number,
        room_id=ROOM_IDS[room],
        starts_at=datetime.combine(day, start),
        ends_at=datetime.combine(last_day, end),
        kind="meeting",
        status="confirmed",
        title=f"Réunion {number}",
        organisation_id=None,
        organisation_name=None,
        heads=0,
        layout=None,
        equipment="",
        responsible_name="",
        contact_name="",
        contact_phone="",
        discreet=False,
        option_expires_on=None,
        reason="",
        note="",
        series_id=None,
        original_day=None,
        session_id=None,
        version=1,
        room_code=room,
        series_code=None,
    )
    return row._replace(**changes)


def _rows(table: str, month: date, **changes: Any) -> tuple[BookingRow, ...]:
    rows = []
    for number, line in enumerate(table.strip().splitlines(), start=1):
        day, start, end, room, kind, title, organiser, heads, *marks = line.split("|")
        rows.append(
            a_booking(
                number,
                month + timedelta(days=int(day) - 1),
                f"{start}-{end}",
                room,
                kind=kind,
                title=title,
                organisation_name=organiser,
                heads=int(heads),
                discreet="discreet" in marks,
                responsible_name="Awa d’Hérouville-Test",
                contact_name="Awa d’Hérouville-Test",
                contact_phone="+33639981234",
            )._replace(**changes)
        )
    return tuple(rows)


BOOKINGS_48 = _rows(_WEEK_48, date(2026, 11, 1))
DROPPED_53 = _rows(_WEEK_53, date(2026, 12, 1), status="dropped_closure")


def week_facts(
    week: Week = WEEK_48, bookings: tuple[BookingRow, ...] = BOOKINGS_48, **changes: Any
) -> WeekFacts:
    """A week of the venue; A3 for the team unless said otherwise."""
    given: dict[str, Any] = {
        "days": tuple(DayHours.of(day, CALENDAR) for day in week.days),
        "rooms": ROOMS,
        "edition": EDITION,
    }
    return WeekFacts(week, bookings=bookings, **{**given, **changes})


def day_facts(
    day: date = date(2026, 11, 26),
    bookings: tuple[BookingRow, ...] = BOOKINGS_48,
    **changes: Any,
) -> DayFacts:
    """A day of the venue for the team unless said otherwise."""
    given: dict[str, Any] = {"rooms": ROOMS, "edition": EDITION}
    return DayFacts(DayHours.of(day, CALENDAR), bookings=bookings, **{**given, **changes})
