"""The whole venue comes in, comes out as its reference says, and comes in twice without doubles."""

from __future__ import annotations

from collections import Counter
from datetime import date, time
from pathlib import Path

import pytest

from database import tables
from database.reads import bookings as read_bookings
from database.reads import venue as read_venue
from database.unit_of_work import Database
from desktop_app.domain.import_report import FileReport, ImportReport, ListKind, Verdict
from desktop_app.domain.opening import OpeningPeriod
from desktop_app.domain.rooms import Layout
from desktop_app.services.importing import Importing
from tests.builders import MANAGER

WEEK = [
    # day, from, to, room, kind, title, organiser, heads — the venue's reference data, 6.6
    (23, "14:30", "17:30", "BP1", "permanence", "P11 Emploi", "Emploi solidaire du Faubourg", 3),
    (23, "15:00", "16:30", "PAS", "internal", "Réunion d’équipe", "La Fabrique", 7),
    (24, "10:00", "12:00", "BP1", "permanence", "P01 Accès aux droits", "Droits & Toit", 3),
    (24, "10:00", "12:00", "PAS", "meeting", "Conseil d’administration", "Cap Logis", 12),
    (24, "14:00", "17:00", "BP2", "permanence", "P02 Écrivain public", "Les Mots en partage", 3),
    (24, "14:00", "16:00", "AGB", "incubator", "Comité de l’incubateur", "La Fabrique", 15),
    (24, "18:30", "21:00", "AGO", "training", "T01 Comment se mobiliser…", "La Fabrique", 68),
    (24, "18:30", "20:30", "ATE", "meeting", "Répétition chorale", "Chorale « Voix d’en bas »", 18),
    (25, "09:30", "12:30", "ATE", "training", "T03 Aller vers", "La Fabrique", 18),
    (25, "10:00", "12:30", "BP1", "permanence", "P03 Santé", "Santé-Passerelle", 3),
    (25, "14:00", "17:00", "BP1", "permanence", "P04 Logement", "Cap Logis", 3),
    (25, "14:00", "16:30", "BOU", "permanence", "P05 Numérique", "L’Escale numérique", 6),
    (25, "14:00", "17:00", "COL", "collection", "Tri – collecte hygiène", "La Fabrique", 8),
    (25, "15:00", "17:00", "LEC", "culture", "Atelier d’écriture", "Plumes d’asphalte", 10),
    (25, "16:00", "18:00", "AGA", "institution", "Coordination de secteur",
     "mairie de secteur", 30),
    (26, "09:30", "12:30", "AGB", "meeting", "Coordination des maraudes",
     "Inter-Maraudes Rive-Imaginaire", 24),
    (26, "10:00", "13:00", "BP2", "permanence", "P06 Exil", "Collectif Exil-Accueil", 3),
    (26, "14:00", "17:00", "BP1", "permanence", "P07 (affichage discret)", "Femmes en chemin", 3),
    (26, "14:00", "17:00", "AGA", "training", "T02 B.A.-BA", "La Fabrique", 25),
    (26, "14:30", "16:30", "ATE", "meeting", "Réunion des bénévoles", "La Soupe au coin", 16),
    (26, "18:00", "19:30", "CAFE", "culture", "Café-débat", "La Fabrique", 45),
    (26, "18:30", "20:30", "AGB", "training", "T12 Responsable d’équipe", "La Fabrique", 28),
    (27, "09:30", "11:30", "BP1", "permanence", "P09 Bagagerie", "Bagage léger", 3),
    (27, "09:30", "17:00", "PAS", "training", "T06 Premiers secours", "La Fabrique", 10),
    (27, "10:00", "12:00", "BP2", "permanence", "P12 Aînés", "Mémoire & droits des aînés", 3),
    (27, "14:00", "16:00", "BOU", "incubator", "Point projets", "La Fabrique", 5),
    (27, "16:00", "18:00", "AGO", "culture", "Montage d’exposition", "La Fabrique", 6),
]  # fmt: skip

SERIES = {
    # dates, of which dropped by a closure
    "P01": (45, 1), "P02": (45, 1), "P03": (45, 2), "P04": (22, 1), "P05": (36, 1), "P06": (45, 3),
    "P07": (45, 3), "P08": (11, 1), "P09": (45, 3), "P10": (22, 2), "P11": (44, 3), "P12": (10, 1),
    "R01": (45, 1),
}  # fmt: skip


def rows_in(database: Database) -> dict[str, int]:
    with database.reading() as connection:
        return {
            table.name: len(connection.execute(table.select()).all())
            for table in tables.metadata.sorted_tables
        }


def list_of(report: ImportReport, kind: ListKind) -> FileReport:
    return next(file for file in report.files if file.kind is kind)


def verdicts(file: FileReport) -> Counter[str]:
    return Counter(str(line.verdict) for line in file.lines)


@pytest.fixture
def imported(importing: Importing, demo_lists: Path) -> ImportReport:
    """The demonstration lists, brought in with their doubtful lines."""
    report = importing.plan_folder(demo_lists)
    importing.apply(report, by=MANAGER, take_doubtful=True)
    return report


def test_a_dry_run_judges_every_line_and_touches_nothing(importing, database, demo_lists):
    before = rows_in(database)
    report = importing.plan_folder(demo_lists)
    assert rows_in(database) == before
    assert report.counts[Verdict.REFUSED] == 0
    assert verdicts(list_of(report, ListKind.ROOMS)) == {"created": 12}
    assert verdicts(list_of(report, ListKind.ORGANISATIONS)) == {"created": 40}
    assert verdicts(list_of(report, ListKind.TITLES)) == {"created": 15}
    assert verdicts(list_of(report, ListKind.STAFF)) == {"created": 6}
    assert verdicts(list_of(report, ListKind.KEYS)) == {"created": 14}
    # ten lines describe dates of permanences; the rehearsal is on its series already
    assert verdicts(list_of(report, ListKind.BOOKINGS)) == {
        "created": 16,
        "updated": 10,
        "unchanged": 1,
    }


def test_the_week_of_23_november_is_the_one_of_the_reference(imported, database):
    with database.reading() as connection:
        rows = read_bookings.on_days(connection, date(2026, 11, 23), date(2026, 11, 29))
    found = [
        (
            row.starts_at.day,
            row.starts_at.strftime("%H:%M"),
            row.ends_at.strftime("%H:%M"),
            row.room_code,
            row.kind,
            row.title,
            row.organisation_name,
            row.heads,
        )
        for row in rows
    ]
    assert sorted(found) == sorted(WEEK)
    assert {row.status for row in rows} == {"confirmed"}
    assert [row.series_code for row in rows if row.discreet] == ["P07"]


def test_every_permanence_has_its_dates_and_keeps_those_a_closure_took(imported, database):
    with database.reading() as connection:
        found = {
            series.code: Counter(
                row.status for row in read_bookings.of_series(connection, series.id)
            )
            for series in read_bookings.all_series(connection)
        }
    counted = {
        code: (sum(states.values()), states["dropped_closure"]) for code, states in found.items()
    }
    assert counted == SERIES
    assert all(set(states) == {"confirmed", "dropped_closure"} for states in found.values())


def test_permanences_are_known_as_such_and_other_series_are_not(imported, database):
    with database.reading() as connection:
        codes = connection.execute(tables.permanence.select()).all()
    assert sorted(row.code for row in codes) == [f"P{number:02d}" for number in range(1, 13)]


def test_rooms_have_their_layouts_limits_and_parts(imported, database):
    with database.reading() as connection:
        venue = read_venue.venue(connection)
    agora = venue.by_code["AGO"]
    assert agora.elementary_ids == (venue.by_code["AGA"].id, venue.by_code["AGB"].id)
    assert (agora.max_headcount, agora.seats_in(Layout.CLASSROOM)) == (80, 48)
    assert venue.by_code["AGA"].equipment == (
        "projector",
        "screen",
        "induction_loop",
        "paperboard",
    )
    assert not venue.by_code["BP3"].step_free
    assert [room.code for room in venue.rooms][:5] == ["CAFE", "LEC", "AGA", "AGB", "AGO"]


def test_opening_hours_and_closures_are_those_of_the_lists(imported, database):
    with database.reading() as connection:
        calendar = read_venue.venue(connection).calendar
    assert OpeningPeriod(5, 600, 1020, nth=1) in calendar.periods
    assert len(calendar.periods) == 6
    bridge = calendar.closed_day(date(2027, 5, 7))
    assert bridge is not None
    assert bridge.reason == "pont de l’Ascension"
    assert calendar.hours_on(date(2026, 11, 28)) == ()


def test_associations_keep_what_the_remarks_say(imported, database):
    with database.reading() as connection:
        found = {row.code: row for row in connection.execute(tables.organisation.select())}
    assert len(found) == 42  # forty, the venue itself, the sector's town hall
    assert found["A08"].discreet
    assert not found["A07"].discreet
    assert found["A37"].suspended_until == date(2026, 12, 31)
    assert (found["A40"].kind, found["A40"].archived) == ("dissolved", True)
    assert (found["A25"].kind, found["A25"].rna) == ("alsace_moselle", "")
    assert (found["A06"].kind, found["A09"].kind) == ("residents", "federation")
    assert (found["A33"].insurance_until, found["A33"].agreement_until) == (None, None)
    assert len(found["A21"].name) == 126
    made = {row.name: row.kind for code, row in found.items() if code[0] != "A"}
    assert made == {"La Fabrique": "internal", "mairie de secteur": "institution"}


def test_titles_have_their_length_group_and_half_days(imported, database):
    with database.reading() as connection:
        found = {row.code: row for row in connection.execute(tables.training_title.select())}
    assert (found["T01"].minutes, found["T01"].half_days) == (150, 1)
    assert (found["T02"].group_size, found["T02"].room_codes) == (28, ["AGA", "AGB"])
    assert (found["T06"].minutes, found["T06"].half_days) == (420, 2)
    assert (found["T07"].minutes, found["T07"].half_days) == (840, 4)
    assert [code for code, row in sorted(found.items()) if row.discreet] == ["T09"]


def test_a_seven_hour_session_has_two_half_days(imported, database):
    with database.reading() as connection:
        rows = connection.execute(
            tables.half_day.select().where(tables.half_day.c.starts_at > date(2026, 11, 27))
        ).all()
    assert [(row.starts_at.time(), row.ends_at.time()) for row in rows] == [
        (time(9, 30), time(13, 0)),
        (time(13, 30), time(17, 0)),
    ]


def test_staff_have_their_roles_and_only_the_manager_overrides(imported, database):
    with database.reading() as connection:
        found = {row.login: row for row in connection.execute(tables.staff.select())}
    assert {login: row.role for login, row in found.items()} == {
        "mdf": "manager",
        "acl": "reception",
        "stv": "reception",
        "jnk": "training",
        "irb": "associations",
        "apb": "reception",
    }
    assert [login for login, row in found.items() if row.may_override] == ["mdf"]


def test_everybody_enrolled_has_one_badge(imported, database):
    with database.reading() as connection:
        enrolments = connection.execute(tables.enrolment.select()).all()
        badges = connection.execute(tables.badge.select()).all()
    assert Counter(row.status for row in enrolments) == {"enrolled": 131}
    assert {row.person_id for row in badges} == {row.person_id for row in enrolments}
    assert len({row.code for row in badges}) == len(badges) == 131


def test_a_second_import_changes_nothing(imported, importing, database, demo_lists):
    before = rows_in(database)
    again = importing.plan_folder(demo_lists)
    assert again.counts == {
        Verdict.CREATED: 0,
        Verdict.UPDATED: 0,
        Verdict.UNCHANGED: 267,
        Verdict.DOUBTFUL: 0,
        Verdict.REFUSED: 0,
    }
    assert importing.apply(again, by=MANAGER, take_doubtful=True).written == 0
    assert rows_in(database) == before


def test_the_lists_may_come_one_by_one(importing, database, demo_lists):
    names = (
        *("salles", "ouverture", "fermetures", "associations", "formations", "permanences"),
        *("semaine-48", "t02-jeudi-26-novembre"),
    )
    for name in names:
        report = importing.plan_file(demo_lists / f"{name}.csv")
        assert report.counts[Verdict.REFUSED] == 0, name
        importing.apply(report, by=MANAGER)
    with database.reading() as connection:
        rows = read_bookings.on_days(connection, date(2026, 11, 23), date(2026, 11, 29))
        people = connection.execute(tables.person.select()).all()
    assert (len(rows), len(people)) == (27, 25)


def test_a_list_whose_rooms_are_unknown_is_refused_line_by_line(importing, demo_lists):
    report = importing.plan_file(demo_lists / "permanences.csv")
    assert {line.verdict for line in report.lines} == {Verdict.REFUSED}
    assert {line.reasons[0].code for line in report.lines} == {"import_organisation_unknown"}
