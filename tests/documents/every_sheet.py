"""Every new sheet with ordinary facts and with the hardest, by name: what all of them must hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple

from desktop_app.documents import (
    agenda_plan,
    attendance_sheet,
    attestation,
    blank_attendance,
    blank_day,
    door_sheet,
    evacuation,
    letter,
    ready_list,
    season_list,
    setup_list,
    tally_sheet,
)
from desktop_app.documents.agenda_plan import AgendaFacts
from desktop_app.documents.blank_sheets import BlankFacts
from desktop_app.documents.door_facts import DoorFacts, Elsewhere
from desktop_app.documents.evacuation import EvacuationFacts, RoomCount
from desktop_app.documents.facts import DayHours
from desktop_app.documents.letter import LetterFacts
from desktop_app.documents.season_rows import SeasonFacts, SeasonPart
from desktop_app.documents.setup_rows import SetupFacts
from desktop_app.domain.bookings import BookingRow, SeriesRow
from desktop_app.domain.civil_time import Week
from desktop_app.domain.letter_template import fill, read_template
from desktop_app.domain.recurrence import expand
from desktop_app.domain.recurrence_words import parse_rule
from desktop_app.domain.rooms import Room
from desktop_app.settings import RESOURCES
from tests.documents.recording import FONTS, RecordingSheet
from tests.documents.session_facts import (
    EVERY_DOUBT,
    after_the_door,
    attendance,
    attestations,
    ready,
    the_hardest,
)
from tests.documents.venue_facts import (
    BOOKINGS_48,
    CALENDAR,
    DROPPED_53,
    EDITION,
    LONG_NAME,
    ROOM_IDS,
    ROOMS,
    WEEK_48,
    WEEK_53,
    a_booking,
)

THURSDAY = date(2026, 11, 26)
CHRISTMAS = date(2026, 12, 25)
SEASON = (date(2026, 9, 1), date(2027, 7, 9))
PORTRAIT, LANDSCAPE = (595.28, 841.89), (841.89, 595.28)

_LAYOUTS = ("theatre", "classroom", "u_shape", None)
_KINDS = ("meeting", "permanence", "training", "culture")


class Sheeted(NamedTuple):
    """A document with its facts and the size of its pages."""

    module: Any
    facts: Any
    size: tuple[float, float]

    def pdf(self) -> bytes:
        made: bytes = self.module.render(self.facts, FONTS).pdf
        return made

    def drawn(self) -> RecordingSheet:
        sheet = RecordingSheet(*self.size)
        self.module.draw(sheet, self.facts)
        return sheet


def room(code: str) -> Room:
    return next(one for one in ROOMS if one.code == code)


def held_in(code: str, rows: tuple[BookingRow, ...]) -> tuple[BookingRow, ...]:
    """Bookings that hold this room, by itself or through a composite."""
    wanted = set(room(code).elementary_ids)
    sharing = {one.id for one in ROOMS if wanted & set(one.elementary_ids)}
    return tuple(row for row in rows if row.room_id in sharing)


def fourteen(code: str = "BP2") -> tuple[BookingRow, ...]:
    """Fourteen bookings in one day, with the longest name every other time."""
    rows = []
    for number in range(14):
        start = 9 * 60 + number * 50
        end = start + (15 if number % 3 == 0 else 45)
        hours = f"{start // 60:02d}:{start % 60:02d}-{end // 60:02d}:{end % 60:02d}"
        rows.append(
            a_booking(
                number + 1,
                THURSDAY,
                hours,
                code,
                kind=_KINDS[number % 4],
                organisation_name=LONG_NAME if number % 2 else "Bagage léger",
                heads=number,
                layout=_LAYOUTS[number % 4],
                equipment="projector,screen,sound,microphones,paperboard",
            )
        )
    return tuple(rows)


def agenda(
    code: str = "AGB", week: Week = WEEK_48, rows: tuple[BookingRow, ...] = BOOKINGS_48, **more: Any
) -> AgendaFacts:
    days = tuple(DayHours.of(day, CALENDAR) for day in week.days)
    told = {"room": room(code), **more}
    return AgendaFacts(week, days, ROOMS, held_in(code, rows), EDITION, **told)


def agenda_of_all(**more: Any) -> AgendaFacts:
    """The busiest association there could be: it holds every booking of the week."""
    days = tuple(DayHours.of(day, CALENDAR) for day in WEEK_48.days)
    return AgendaFacts(
        WEEK_48, days, ROOMS, BOOKINGS_48, EDITION, organisation_name=LONG_NAME, **more
    )


def with_setup(rows: tuple[BookingRow, ...]) -> tuple[BookingRow, ...]:
    """The same bookings, each with a layout and something to install."""
    return tuple(
        row._replace(layout=_LAYOUTS[place % 4], equipment=("projector", "", "sound")[place % 3])
        for place, row in enumerate(rows)
    )


def setup(
    day: date = THURSDAY, rows: tuple[BookingRow, ...] = BOOKINGS_48, **more: Any
) -> SetupFacts:
    return SetupFacts(DayHours.of(day, CALENDAR), ROOMS, with_setup(rows), EDITION, **more)


def door(
    code: str = "AGB",
    day: date = THURSDAY,
    rows: tuple[BookingRow, ...] = BOOKINGS_48,
    at: datetime | None = None,
    elsewhere: tuple[Elsewhere, ...] = (),
) -> DoorFacts:
    edition = replace(EDITION, made_at=at) if at else EDITION
    opening = DayHours.of(day, CALENDAR)
    return DoorFacts(opening, room(code), ROOMS, held_in(code, rows), edition, elsewhere)


def series(rule: str = "chaque semaine", weekday: int = 3, **facts: Any) -> SeasonPart:
    """A permanence of the season, Thursdays from ten to one in Bureau 2 unless said otherwise."""
    told: dict[str, Any] = {
        "id": 1,
        "code": "P06",
        "title": "P06 Exil",
        "kind": "permanence",
        "organisation_id": 6,
        "organisation_name": "Collectif Exil-Accueil",
        "room_id": ROOM_IDS["BP2"],
        "starts_minute": 600,
        "ends_minute": 780,
        "rule": parse_rule(rule, weekday=weekday, since=SEASON[0]).rule.to_dict(),
        "first_day": SEASON[0],
        "last_day": SEASON[1],
        "heads": 3,
        "discreet": False,
        "split_from_id": None,
        "version": 1,
    }
    row = SeriesRow(**{**told, **facts})
    read = parse_rule(rule, weekday=weekday, since=SEASON[0]).rule
    return SeasonPart(row, tuple(_dates(row, expand(read, *SEASON, CALENDAR))))


def _dates(row: SeriesRow, dates: Any) -> list[BookingRow]:
    hours = (
        f"{row.starts_minute // 60:02d}:{row.starts_minute % 60:02d}-"
        f"{row.ends_minute // 60:02d}:{row.ends_minute % 60:02d}"
    )
    code = next(one.code for one in ROOMS if one.id == row.room_id)
    return [
        a_booking(
            number,
            one.day,
            hours,
            code,
            kind=row.kind,
            title=row.title,
            organisation_name=row.organisation_name,
            status="confirmed" if one.dropped is None else "dropped_closure",
            reason=one.dropped or "",
            series_id=row.id,
            original_day=one.day,
            discreet=row.discreet,
        )
        for number, one in enumerate(dates, start=1)
    ]


def season(*parts: SeasonPart, **more: Any) -> SeasonFacts:
    told: dict[str, Any] = {"organisation_name": "Collectif Exil-Accueil", **more}
    return SeasonFacts(parts or (series(),), ROOMS, EDITION, *SEASON, **told)


def confirmation(kind: str = "confirmation", language: str = "fr", **values: Any) -> LetterFacts:
    told = {
        "venue": "La Fabrique de la Solidarité",
        "today": "20\u00a0novembre 2026",
        "organisation": "Élan du Canal",
        "title": "Réunion d’équipe",
        "day": "mardi 1er\u00a0décembre 2026",
        "hours": "18\u00a0h\u00a030 – 20\u00a0h\u00a030",
        "room": "Agora B",
        "floor": "RdC",
        "most": "30",
        "heads": "20",
        "responsible": "Awa d’Hérouville-Test",
        "cancellation_days": "7",
        **values,
    }
    text = (RESOURCES / "templates" / f"{kind}.{language}.txt").read_text("utf-8")
    return LetterFacts(kind, fill(read_template(text), told), EDITION, str(told["organisation"]))


def evacuated(rooms: int = 12, **more: Any) -> EvacuationFacts:
    counts = tuple(
        RoomCount(f"{one.name} {place // len(ROOMS) or ''}".strip(), one.floor, place % 5 * 7, 0)
        for place, one in enumerate((ROOMS * 5)[:rooms])
    )
    told: dict[str, Any] = {
        "cafe": 14,
        "cafe_minutes": 60,
        "keys_out": 3,
        "here": 89,
        "expected": 106,
        "most": 190,
    }
    return EvacuationFacts(counts, EDITION, **{**told, **more})


B19 = next(row for row in BOOKINGS_48 if row.title.startswith("Le B.A."))
NOON = datetime(2026, 11, 26, 13, 25)

EVERY: dict[str, Callable[[], Sheeted]] = {
    "week of a room": lambda: Sheeted(agenda_plan, agenda(), LANDSCAPE),
    "week of a composite": lambda: Sheeted(agenda_plan, agenda("AGO"), LANDSCAPE),
    "public week of a room": lambda: Sheeted(
        agenda_plan, agenda("BP1", audience="public"), LANDSCAPE
    ),
    "week of a room, 14 in a day": lambda: Sheeted(
        agenda_plan, agenda("BP2", rows=fourteen()), LANDSCAPE
    ),
    "week of a room, empty": lambda: Sheeted(agenda_plan, agenda("BP3"), LANDSCAPE),
    "week of a room, week 53": lambda: Sheeted(
        agenda_plan, agenda("BP1", WEEK_53, DROPPED_53), LANDSCAPE
    ),
    "week of an association": lambda: Sheeted(agenda_plan, agenda_of_all(), LANDSCAPE),
    "set-up list": lambda: Sheeted(setup_list, setup(), PORTRAIT),
    "set-up list, 14 in a day": lambda: Sheeted(
        setup_list, setup(rows=fourteen("AGA") + BOOKINGS_48), PORTRAIT
    ),
    "set-up list, closed": lambda: Sheeted(setup_list, setup(CHRISTMAS), PORTRAIT),
    "door": lambda: Sheeted(door_sheet, door(), PORTRAIT),
    "door, something moved": lambda: Sheeted(
        door_sheet,
        door(
            "AGA",
            rows=tuple(row for row in BOOKINGS_48 if row is not B19),
            at=NOON,
            elsewhere=(Elsewhere(B19._replace(room_id=ROOM_IDS["AGB"]), room("AGB")),),
        ),
        PORTRAIT,
    ),
    "door, during the day": lambda: Sheeted(door_sheet, door(at=NOON), PORTRAIT),
    "door, 14 in a day": lambda: Sheeted(door_sheet, door("BP2", rows=fourteen()), PORTRAIT),
    "door, closed": lambda: Sheeted(door_sheet, door(day=CHRISTMAS), PORTRAIT),
    "door, nothing": lambda: Sheeted(door_sheet, door("BP3"), PORTRAIT),
    "season of a permanence": lambda: Sheeted(season_list, season(), PORTRAIT),
    "season of an association": lambda: Sheeted(
        season_list,
        season(
            series(),
            series("dernier vendredi du mois", 4, title="P12 Aînés"),
            SeasonPart(None, BOOKINGS_48[:9]),
            organisation_name=LONG_NAME,
        ),
        PORTRAIT,
    ),
    "confirmation": lambda: Sheeted(letter, confirmation(), PORTRAIT),
    "agreement": lambda: Sheeted(
        letter, confirmation("agreement", organisation=LONG_NAME), PORTRAIT
    ),
    "evacuation": lambda: Sheeted(evacuation, evacuated(), PORTRAIT),
    "evacuation, 50 rooms": lambda: Sheeted(evacuation, evacuated(50), PORTRAIT),
    "blank day": lambda: Sheeted(blank_day, BlankFacts(ROOMS, EDITION, 570, 1290), LANDSCAPE),
    "blank attendance": lambda: Sheeted(blank_attendance, BlankFacts(ROOMS, EDITION), PORTRAIT),
    "attendance": lambda: Sheeted(attendance_sheet, attendance(after_the_door()), PORTRAIT),
    "attendance, 80 people, five half-days": lambda: Sheeted(
        attendance_sheet, attendance(the_hardest(), doubts=EVERY_DOUBT), PORTRAIT
    ),
    "attendance to fill": lambda: Sheeted(attendance_sheet, attendance(blank=True), PORTRAIT),
    "attestation": lambda: Sheeted(attestation, attestations(), PORTRAIT),
    "certificate with the longest names": lambda: Sheeted(
        attestation, attestations("completion", hardest=True), PORTRAIT
    ),
    "ready": lambda: Sheeted(ready_list, ready(), PORTRAIT),
    "ready, 80 people": lambda: Sheeted(ready_list, ready(the_hardest()), PORTRAIT),
    "blank tally": lambda: Sheeted(tally_sheet, BlankFacts(ROOMS, EDITION, 570, 1290), PORTRAIT),
}
