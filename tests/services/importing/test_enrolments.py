"""Enrolment lists: who is who, what is kept, what is refused, and who waits."""

from __future__ import annotations

from datetime import datetime

import pytest

from database import tables
from desktop_app.domain.import_report import Verdict
from tests.builders import MANAGER
from tests.services.importing.saying import said_of

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])

HEADER = (
    "Horodateur;Nom;Prénom;Adresse e-mail;Téléphone;Association;Formation;Séance;"
    "Besoin d’accessibilité;J’accepte que mes coordonnées servent"
)
WEEK = "id;jour;horaire;salle;nature;titre;organisateur;personnes attendues"
TITLE = "Le B.A.-BA de la lutte contre l’exclusion"
SESSION = "jeudi 26 novembre 2026, 14 h"


def a_line(
    last: str = "Petitjour-Test",
    first: str = "Lou",
    email: str = "lou@example.org",
    phone: str = "",
    *,
    stamp: str = "14/11/2026 19:02",
    title: str = TITLE,
    session: str = SESSION,
    need: str = "",
    consent: str = "Oui",
) -> str:
    return ";".join((stamp, last, first, email, phone, "", title, session, need, consent))


@pytest.fixture
def sessions(importing, write_list, venue_lists) -> None:
    """T02 on Thursday at 14 h in Agora A (40), T15 the same evening in Boussole (8)."""
    week = write_list(
        "semaine-48.csv",
        WEEK,
        "X01;jeudi 26;14 h – 17 h;AGA;formation;T02 B.A.-BA;La Fabrique;25",
        "X02;jeudi 26;18 h – 21 h;BOU;formation;T15 Projet;La Fabrique;5",
    )
    importing.apply(importing.plan_file(week), by=MANAGER)


@pytest.fixture
def enrol(importing, write_list, sessions):
    """Bring a list of enrolments in and say how it was judged."""

    def bring_in(*lines: str, take_doubtful: bool = False):
        report = importing.plan_file(write_list("inscriptions.csv", HEADER, *lines))
        importing.apply(report, by=MANAGER, take_doubtful=take_doubtful)
        return report

    return bring_in


def people_in(database):
    with database.reading() as connection:
        rows = connection.execute(tables.person.select().order_by(tables.person.c.id)).all()
    return [(row.last_name, row.first_name, row.email, row.phone) for row in rows]


def enrolments_in(database):
    with database.reading() as connection:
        return connection.execute(
            tables.enrolment.select().order_by(tables.enrolment.c.number)
        ).all()


def test_two_people_of_one_name_stay_two(enrol, database):
    report = enrol(
        a_line("Martin-Test", "Camille", "camille.m@example.org", "06 39 98 11 22"),
        a_line("MARTIN-TEST", "Camille", "cmartin@example.org"),
    )
    assert said_of(report) == [(2, "created", []), (3, "created", ["import_namesake"])]
    assert people_in(database) == [
        ("Martin-Test", "Camille", "camille.m@example.org", "+33639981122"),
        ("MARTIN-TEST", "Camille", "cmartin@example.org", ""),
    ]


def test_names_are_kept_as_typed(enrol, database):
    names = ["d’Hérouville-Test", "N’Diaye-Fictif", "NGUYỄN", "Œuvrard-Test", "de La Tour-Fictive"]
    enrol(*(a_line(name, "", f"p{place}@example.org") for place, name in enumerate(names)))
    assert [person[0] for person in people_in(database)] == names


@pytest.mark.parametrize(
    ("again", "verdict"),
    [
        (a_line("Petitjour-Test", "Lou", "lou@example.org"), Verdict.UNCHANGED),
        (a_line("PETITJOUR-TEST", "lou", "LOU@example.org"), Verdict.UNCHANGED),
        (a_line("Lou", "Petitjour-Test", "lou@example.org"), Verdict.UNCHANGED),
        (a_line(email="lou@example.org", phone="0639981300"), Verdict.UPDATED),
        (a_line("Petitjour-Test", "L?u", "lou@example.org"), Verdict.UNCHANGED),
        (a_line(email="lou.petitjour@example.org"), Verdict.CREATED),
        (a_line("Autre-Test", "Lou", "lou@example.org"), Verdict.DOUBTFUL),
    ],
    ids=["same", "capitals", "fields swapped", "telephone", "lost letter", "other", "family"],
)
def test_a_person_is_recognised_by_e_mail(enrol, again, verdict):
    enrol(a_line())
    report = enrol(again)
    assert [line.verdict for line in report.lines] == [verdict]


def test_a_person_is_recognised_by_name_and_telephone(enrol, database):
    enrol(a_line(email="", phone="06 39 98 13 00"))
    report = enrol(a_line("PETITJOUR-TEST", "Lou", "lou@example.org", "+33 6 39 98 13 00"))
    assert [line.verdict for line in report.lines] == [Verdict.UPDATED]
    assert people_in(database) == [("Petitjour-Test", "Lou", "lou@example.org", "+33639981300")]


def test_a_line_without_contacts_is_recognised_by_its_time_stamp(enrol, database):
    alone = a_line(email="", stamp="14/11/2026 19:02")
    enrol(alone)
    assert [line.verdict for line in enrol(alone).lines] == [Verdict.UNCHANGED]
    later = enrol(a_line(email="", stamp="15/11/2026 08:00"))
    assert said_of(later) == [(2, "created", ["import_namesake"])]
    assert len(people_in(database)) == 2


def test_somebody_who_filled_the_form_twice_is_enrolled_once(enrol, database):
    report = enrol(a_line(), a_line(phone="0639981300", stamp="15/11/2026 08:00"))
    assert [line.verdict for line in report.lines] == [Verdict.CREATED, Verdict.UPDATED]
    assert len(enrolments_in(database)) == 1
    assert people_in(database)[0][3] == "+33639981300"


def test_one_person_two_sessions_one_badge(enrol, database):
    evening = a_line(title="Lancer un projet solidaire", session="26/11/2026 18:00")
    enrol(a_line(), evening)
    with database.reading() as connection:
        badges = connection.execute(tables.badge.select()).all()
    assert (len(people_in(database)), len(enrolments_in(database)), len(badges)) == (1, 2, 1)


def test_a_person_without_a_badge_gets_one(enrol, database):
    enrol(a_line())
    with database.writing() as work:
        work.connection.execute(tables.badge.update().values(status="revoked"))
    evening = a_line(title="Lancer un projet solidaire", session="26/11/2026 18:00")
    enrol(evening)
    with database.reading() as connection:
        badges = connection.execute(tables.badge.select()).all()
    assert sorted(row.status for row in badges) == ["active", "revoked"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (a_line("", ""), ("refused", ["import_name_missing"])),
        (a_line("", "Øyvind"), ("created", [])),
        (a_line(consent="Non"), ("refused", ["import_consent_refused"])),
        (a_line(consent=""), ("doubtful", ["import_consent_missing"])),
        (a_line(consent="peut-être"), ("refused", ["import_yes_or_no"])),
        (a_line(email="jean@"), ("doubtful", ["email_invalid"])),
        (a_line(phone="06 39 98 12"), ("doubtful", ["phone_invalid"])),
        (a_line("?ucja"), ("doubtful", ["import_name_damaged"])),
        (a_line(title="Tricot"), ("refused", ["import_training_unknown"])),
        (a_line(title=""), ("refused", ["import_cell_missing"])),
        (
            a_line(session="jeudi 26 novembre 2026, 15 h"),
            ("doubtful", ["import_session_other_hour"]),
        ),
        (
            a_line(session="vendredi 27 novembre 2026, 14 h"),
            ("refused", ["import_session_unknown"]),
        ),
        (a_line(session="vendredi 26 novembre 2026"), ("refused", ["weekday_mismatch"])),
        (a_line(session="bientôt"), ("refused", ["day_unreadable"])),
        (a_line(session="26/11/2026"), ("created", [])),
        (a_line(session="jeudi 26 novembre à 14h00"), ("created", [])),
        (a_line(session="26/11/2026 14:00"), ("created", [])),
        (a_line(session="jeudi 26 novembre 2026, 14 h – 17 h"), ("created", [])),
        (a_line(title="T02"), ("created", [])),
        (a_line(title="le b.a. ba de la lutte contre l'exclusion"), ("created", [])),
        (a_line(stamp="n’importe quoi"), ("created", [])),
    ],
)
def test_a_line_is_judged(enrol, line, said):
    (judged,) = said_of(enrol(line))
    assert judged[1:] == said


def test_a_doubtful_line_is_left_unless_it_is_taken(enrol, database):
    enrol(a_line(email="jean@"))
    assert people_in(database) == []
    enrol(a_line(email="jean@"), take_doubtful=True)
    assert people_in(database) == [("Petitjour-Test", "Lou", "", "")]


def test_a_telephone_that_lost_its_zero_in_a_workbook_is_mended(enrol, database):
    enrol(a_line(phone="639981300"))
    assert people_in(database)[0][3] == "+33639981300"


def test_a_need_is_counted_on_the_session_and_known_of_nobody(enrol, database):
    lines = [
        a_line("Un", "", "a@example.org", need="accès PMR"),
        a_line("Deux", "", "b@example.org", need="accès PMR"),
        a_line("Trois", "", "c@example.org", need="boucle magnétique"),
        a_line("Quatre", "", "d@example.org", need="non"),
    ]
    enrol(*lines)
    enrol(*lines)
    with database.reading() as connection:
        needs = connection.execute(tables.accessibility_need.select()).all()
        people = connection.execute(tables.person.select()).all()
        journal = connection.execute(tables.audit_entry.select()).all()
    assert {row.need: row.people for row in needs} == {"accès PMR": 2, "boucle magnétique": 1}
    assert "PMR" not in str(people)
    assert "PMR" not in str(journal)


def test_the_journal_names_nobody(enrol, database):
    enrol(a_line("Secret-Test", "Personne", "secret@example.org", "0639981300"))
    with database.reading() as connection:
        journal = str(connection.execute(tables.audit_entry.select()).all())
    assert "ecret" not in journal
    assert "0639981300" not in journal
    assert "enrolments" in journal or "inscriptions.csv" in journal


def test_a_full_room_counts_its_trainer_and_the_last_to_enrol_wait(enrol, database):
    # Boussole holds eight: seven and the trainer. The list is not in the order of the stamps.
    evening = {"title": "Lancer un projet solidaire", "session": "26/11/2026 18 h"}
    days = [9, 3, 7, 1, 8, 2, 6, 4, 5]
    report = enrol(
        *(
            a_line(f"Nom{day}", "", f"p{day}@example.org", stamp=f"0{day}/11/2026 10:00", **evening)
            for day in days
        )
    )
    with database.reading() as connection:
        names = {row.id: row.last_name for row in connection.execute(tables.person.select())}
    found = [(names[row.person_id], row.status) for row in enrolments_in(database)]
    assert found == [(f"Nom{day}", "enrolled") for day in range(1, 8)] + [
        ("Nom8", "waitlisted"),
        ("Nom9", "waitlisted"),
    ]
    waiting = [line.line for line in report.lines if line.reasons]
    assert waiting == [2, 6]
    assert [line.verdict for line in report.lines] == [Verdict.CREATED] * 9


def test_a_list_without_consent_column_is_read(importing, write_list, sessions):
    path = write_list("liste.csv", "Nom;Formation;Séance", f"Petitjour-Test;{TITLE};{SESSION}")
    assert said_of(importing.plan_file(path)) == [(2, "created", [])]


def test_the_same_list_in_three_formats_is_one_list(importing, write_list, sessions, database):
    line = a_line("Brumeclaire", "Théo")
    for encoding in ("utf-8", "cp1252", "utf-8-sig"):
        path = write_list("liste.csv", HEADER, line, encoding=encoding)
        importing.apply(importing.plan_file(path), by=MANAGER)
    assert people_in(database) == [("Brumeclaire", "Théo", "lou@example.org", "")]


def test_a_list_finds_its_people_again_after_the_session_changed_hours(enrol, database):
    lines = (a_line(), a_line("Sans-Contact", "", ""))
    enrol(*lines)
    with database.writing() as work:
        hours = {"starts_at": datetime(2026, 11, 26, 15), "ends_at": datetime(2026, 11, 26, 18)}
        work.connection.execute(
            tables.booking.update().where(tables.booking.c.source_key.endswith("X01")), hours
        )
    assert [line.verdict for line in enrol(*lines).lines] == [Verdict.UNCHANGED] * 2
    assert len(people_in(database)) == 2


def test_nobody_is_enrolled_once_the_check_in_is_over(enrol, database):
    enrol(a_line())
    with database.writing() as work:
        work.connection.execute(tables.training_session.update().values(status="held"))
    report = enrol(a_line(), a_line("Tardif-Test", "", "tard@example.org"))
    assert said_of(report) == [
        (2, "unchanged", ["import_enrolled_already"]),
        (3, "refused", ["import_session_closed"]),
    ]
