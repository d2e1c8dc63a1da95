"""A list that changed since: what follows it, what the desk did meanwhile and is not undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from database import tables
from database.reads import bookings as read_bookings
from database.reads import venue as read_venue
from database.writes import bookings as write_bookings
from desktop_app.domain.bookings import Status
from desktop_app.domain.import_report import Verdict
from tests.builders import MANAGER
from tests.services.importing.saying import said_of

ROOMS = "code;nom;étage;places théâtre;places classe;places en U;effectif maximal;accessible PMR"
SERIES = "code;association;jour et heure;salle;règle;du;au"
WEEK = "id;jour;horaire;salle;nature;titre;organisateur;personnes attendues"


@pytest.fixture
def bring_in(importing, write_list, venue_lists):
    """Write a list, judge it, bring it in."""

    def bring(name: str, *lines: str, take_doubtful: bool = False):
        report = importing.plan_file(write_list(name, *lines))
        importing.apply(report, by=MANAGER, take_doubtful=take_doubtful)
        return report

    return bring


def bookings_of(database, first: date, last: date | None = None):
    with database.reading() as connection:
        return read_bookings.on_days(connection, first, last or first)


def change(database, booking_id: int, **facts) -> None:
    """What the desk does to a booking in between."""
    with database.writing() as work:
        (before,) = read_bookings.stored(work.connection, [booking_id])
        venue = read_venue.venue(work.connection)
        write_bookings.save(work, venue, [replace(before, **facts)])


def test_a_room_that_changed_is_updated_and_keeps_its_id(bring_in, database):
    with database.reading() as connection:
        before = read_venue.venue(connection).by_code["ATE"]
    report = bring_in("salles.csv", ROOMS, "ATE;Grand atelier;RdC;24;16;;24;oui")
    (line,) = report.lines
    assert line.verdict is Verdict.UPDATED
    assert set(line.reasons[0].values["facts"]) >= {"name", "seats", "max_headcount"}
    with database.reading() as connection:
        after = read_venue.venue(connection).by_code["ATE"]
    assert (after.id, after.name, after.max_headcount) == (before.id, "Grand atelier", 24)


def test_hours_of_a_weekday_replace_those_of_that_weekday(bring_in, database):
    bring_in("ouverture.csv", "jour;de;à", "mardi;10:00;12:00", "mardi;14:00;20:00")
    with database.reading() as connection:
        calendar = read_venue.venue(connection).calendar
    tuesday = calendar.hours_on(date(2026, 11, 24))
    assert [(span.start.hour, span.end.hour) for span in tuesday] == [(10, 12), (14, 20)]
    assert len(calendar.hours_on(date(2026, 11, 26))) == 1


def test_a_closure_with_another_end_is_the_same_closure(bring_in, database):
    header = "du;au;motif"
    report = bring_in("fermetures.csv", header, "24/12/2026;10/01/2027;fermeture d’hiver")
    assert [line.verdict for line in report.lines] == [Verdict.UPDATED]
    with database.reading() as connection:
        closures = read_venue.venue(connection).calendar.closures
    assert closures[0].last == date(2027, 1, 10)
    assert len(closures) == 3


def test_an_association_keeps_what_the_list_does_not_say(bring_in, database):
    with database.writing() as work:
        work.connection.execute(tables.organisation.update().values(phone="+33639981300"))
    header = "code;nom;nature;assurance jusqu’au"
    bring_in("associations.csv", header, "A01;Droits et Toit;association déclarée;30/06/2028")
    with database.reading() as connection:
        row = connection.execute(
            tables.organisation.select().where(tables.organisation.c.code == "A01")
        ).one()
    assert (row.name, row.insurance_until) == ("Droits et Toit", date(2028, 6, 30))
    assert (row.phone, row.rna, row.version) == ("+33639981300", "", 2)


def test_a_permanence_that_moves_takes_its_coming_dates_along(bring_in, database):
    season = "01/09/2026;09/07/2027"
    bring_in("permanences.csv", SERIES, f"P90;A01;jeudi 10 h–12 h;BP1;chaque semaine;{season}")
    moved = bookings_of(database, date(2026, 12, 10))[0]
    change(
        database, moved.id, starts_at=datetime(2026, 12, 10, 15), ends_at=datetime(2026, 12, 10, 17)
    )
    report = bring_in(
        "permanences.csv", SERIES, f"P90;A01;jeudi 11 h–13 h;BP2;semaines paires (ISO);{season}"
    )
    assert [line.verdict for line in report.lines] == [Verdict.UPDATED]

    def told(day: date) -> list[tuple[str, int, str]]:
        rows = bookings_of(database, day)
        return [(row.room_code, row.starts_at.hour, row.status) for row in rows]

    assert told(date(2026, 11, 19)) == [("BP1", 10, "confirmed")]  # past: as it was
    assert told(date(2026, 11, 26)) == [("BP2", 11, "confirmed")]  # even week: follows
    assert told(date(2026, 12, 3)) == [("BP1", 10, "cancelled")]  # odd week: no longer
    assert told(date(2026, 12, 10)) == [("BP1", 15, "confirmed")]  # moved by hand: stays


def test_a_permanence_that_did_not_change_is_left_alone(bring_in, database):
    line = "P90;A01;jeudi 10 h–12 h;BP1;chaque semaine;01/09/2026;09/07/2027"
    bring_in("permanences.csv", SERIES, line)
    before = bookings_of(database, date(2026, 9, 1), date(2027, 7, 9))
    report = bring_in("permanences.csv", SERIES, line)
    assert [str(line.verdict) for line in report.lines] == ["unchanged"]
    assert bookings_of(database, date(2026, 9, 1), date(2027, 7, 9)) == before


def test_a_longer_season_adds_the_dates_that_lack(bring_in, database):
    line = "P90;A01;jeudi 10 h–12 h;BP1;chaque semaine;01/09/2026;{}"
    bring_in("permanences.csv", SERIES, line.format("17/12/2026"))
    bring_in("permanences.csv", SERIES, line.format("28/01/2027"))
    rows = bookings_of(database, date(2026, 12, 1), date(2027, 2, 28))
    assert [(row.starts_at.day, row.starts_at.month, row.status) for row in rows] == [
        (3, 12, "confirmed"),
        (10, 12, "confirmed"),
        (17, 12, "confirmed"),
        (24, 12, "dropped_closure"),
        (31, 12, "dropped_closure"),
        (7, 1, "confirmed"),
        (14, 1, "confirmed"),
        (21, 1, "confirmed"),
        (28, 1, "confirmed"),
    ]


def test_dates_whose_room_was_taken_are_kept_as_left_out(bring_in, database):
    bring_in("semaine-48.csv", WEEK, "X01;jeudi 26;11 h – 13 h;BP1;réunion;Réunion;A02;3")
    line = "P90;A01;jeudi 10 h–12 h;BP1;chaque semaine;19/11/2026;03/12/2026"
    report = bring_in("permanences.csv", SERIES, line, take_doubtful=True)
    assert said_of(report) == [(2, "doubtful", ["import_dates_taken"])]
    rows = [
        row for row in bookings_of(database, date(2026, 11, 19), date(2026, 12, 3)) if row.series_id
    ]
    assert [(row.starts_at.day, row.status, row.reason) for row in rows] == [
        (19, "confirmed", ""),
        (26, "cancelled", "skipped"),
        (3, "confirmed", ""),
    ]


BOOKING = "X01;jeudi 26;15 h – 17 h;{room};réunion;{title};A02;{heads}"


def a_week(room: str = "BOU", title: str = "Réunion", heads: int = 5) -> str:
    return BOOKING.format(room=room, title=title, heads=heads)


def test_a_booking_takes_its_new_title_and_heads(bring_in, database):
    bring_in("semaine-48.csv", WEEK, a_week())
    (before,) = bookings_of(database, date(2026, 11, 26))
    report = bring_in("semaine-48.csv", WEEK, a_week(title="Bureau", heads=6))
    assert report.counts[Verdict.UPDATED] == 1
    (after,) = bookings_of(database, date(2026, 11, 26))
    assert (after.id, after.title, after.heads) == (before.id, "Bureau", 6)


def test_a_booking_the_desk_moved_is_doubtful(bring_in, database):
    bring_in("semaine-48.csv", WEEK, a_week())
    (booking,) = bookings_of(database, date(2026, 11, 26))
    with database.reading() as connection:
        atelier = read_venue.venue(connection).by_code["ATE"].id
    change(database, booking.id, room_id=atelier)
    report = bring_in("semaine-48.csv", WEEK, a_week())
    assert [(line, verdict) for line, verdict, _ in said_of(report)] == [(2, "doubtful")]
    assert bookings_of(database, date(2026, 11, 26))[0].room_code == "ATE"
    bring_in("semaine-48.csv", WEEK, a_week(), take_doubtful=True)
    assert bookings_of(database, date(2026, 11, 26))[0].room_code == "BOU"


def test_a_booking_the_desk_cancelled_stays_cancelled(bring_in, database):
    bring_in("semaine-48.csv", WEEK, a_week())
    (booking,) = bookings_of(database, date(2026, 11, 26))
    change(database, booking.id, status=Status.CANCELLED, reason="malade")
    report = bring_in("semaine-48.csv", WEEK, a_week(title="Autre titre"), take_doubtful=True)
    assert said_of(report) == [(2, "unchanged", ["import_cancelled_since"])]
    (after,) = bookings_of(database, date(2026, 11, 26))
    assert (after.status, after.title) == ("cancelled", "Réunion")


def test_a_session_that_moves_takes_its_half_days_along(bring_in, database):
    line = "X01;jeudi 26;{};AGA;formation;T02 B.A.-BA;La Fabrique;20"
    bring_in("semaine-48.csv", WEEK, line.format("14 h – 17 h"))
    bring_in("semaine-48.csv", WEEK, line.format("13 h – 16 h"), take_doubtful=True)
    with database.reading() as connection:
        (half_day,) = connection.execute(tables.half_day.select()).all()
    assert (half_day.starts_at.hour, half_day.ends_at.hour) == (13, 16)


def test_a_date_of_a_permanence_is_enriched_wherever_the_desk_moved_it(bring_in, database):
    line = "P90;A01;jeudi 10 h–12 h;BP1;chaque semaine;01/09/2026;09/07/2027"
    bring_in("permanences.csv", SERIES, line)
    week = "X01;jeudi 26;10 h – 12 h;BP1;permanence;P90 {};A01;{}"
    bring_in("semaine-48.csv", WEEK, week.format("Accès", 3))
    (booking,) = bookings_of(database, date(2026, 11, 26))
    assert (booking.title, booking.heads, booking.series_code) == ("P90 Accès", 3, "P90")
    with database.reading() as connection:
        second_office = read_venue.venue(connection).by_code["BP2"].id
    change(database, booking.id, room_id=second_office)
    report = bring_in("semaine-48.csv", WEEK, week.format("Accès aux droits", 4))
    assert "import_date_moved_since" in said_of(report)[0][2]
    (after,) = bookings_of(database, date(2026, 11, 26))
    assert (after.room_code, after.title, after.heads) == ("BP2", "P90 Accès aux droits", 4)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("X01;mercredi 25;10 h – 12 h;BP1;permanence;P90 Accès;A01;3", "import_no_such_date"),
        ("X01;jeudi 26;10 h – 12 h;BP2;permanence;P90 Accès;A01;3", "import_date_differs"),
        ("X01;jeudi 26;10 h – 13 h;BP1;permanence;P90 Accès;A01;3", "import_date_differs"),
    ],
)
def test_a_line_that_contradicts_its_permanence_is_refused(bring_in, line, code):
    season = "01/09/2026;09/07/2027"
    bring_in("permanences.csv", SERIES, f"P90;A01;jeudi 10 h–12 h;BP1;chaque semaine;{season}")
    report = bring_in("semaine-48.csv", WEEK, line)
    assert said_of(report) == [(2, "refused", [code])]
