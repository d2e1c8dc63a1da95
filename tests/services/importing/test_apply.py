"""Writing a list: at once or not at all, with progress, and only by those who may."""

from __future__ import annotations

import time
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from database import tables
from desktop_app.domain.changes import EVERYTHING, Changes
from desktop_app.domain.import_report import Verdict
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.staff import Actor, Role
from tests.builders import KIOSK, MANAGER, RECEPTION

WEEK = "id;jour;horaire;salle;nature;titre;organisateur;personnes attendues"
LIST = "Horodateur;Nom;Prénom;Adresse e-mail;Téléphone;Formation;Séance;Besoin d’accessibilité"
TITLE = "Nuit de la Solidarité : bénévole"


def count(database, table) -> int:
    with database.reading() as connection:
        return len(connection.execute(table.select()).all())


@pytest.fixture
def many_lines(importing, write_list, venue_lists) -> Path:
    """2,500 people for four evenings, as the list of the count night has them."""
    days = ["mardi 24", "jeudi 26"]
    hours = ["9 h 30 – 11 h 30", "18 h – 20 h"]
    slots = [(day, hour) for day in days for hour in hours]
    week = write_list(
        "semaine-48.csv",
        WEEK,
        *(
            f"N{place};{day};{hour};AGO;formation;T11 Nuit;La Fabrique;78"
            for place, (day, hour) in enumerate(slots)
        ),
    )
    importing.apply(importing.plan_file(week), by=MANAGER)
    start = datetime(2026, 11, 1)
    lines = []
    for number in range(2_500):
        day, hour = slots[number % len(slots)]
        stamp = (start + timedelta(minutes=number)).strftime("%d/%m/%Y %H:%M")
        session = f"{day} novembre 2026, {hour.split(' – ')[0]}"
        phone = f"0639{980_000 + number:06d}"
        need = "accès PMR" if number % 10 == 0 else ""
        lines.append(
            f"{stamp};Nom-{number};Prénom;p{number}@example.org;{phone};{TITLE};{session};{need}"
        )
    return write_list("benevoles.csv", LIST, *lines)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_2_500_lines_come_in_with_progress(importing, database, many_lines):
    told: list[tuple[int, int]] = []
    started = time.perf_counter()
    report = importing.plan_file(many_lines)
    planned = time.perf_counter()
    outcome = importing.apply(report, by=MANAGER, progress=lambda *done: told.append(done))
    written = time.perf_counter()
    assert outcome.written == 2_500
    assert told[-1] == (2_500, 2_500)
    assert len(told) >= 100
    with database.reading() as connection:
        rows = connection.execute(tables.enrolment.select()).all()
        needs = connection.execute(tables.accessibility_need.select()).all()
    states = Counter(row.status for row in rows)
    # Four evenings of 79 places: 80 with the trainer.
    assert states == {"enrolled": 4 * 79, "waitlisted": 2_500 - 4 * 79}
    assert sum(row.people for row in needs) == 250
    assert count(database, tables.badge) == 2_500
    # Far above what it takes; a list that takes a minute would be noticed here.
    assert planned - started < 20
    assert written - planned < 40


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_2_500_lines_again_change_nothing(importing, many_lines):
    importing.apply(importing.plan_file(many_lines), by=MANAGER)
    again = importing.plan_file(many_lines)
    assert again.counts[Verdict.UNCHANGED] == 2_500


def test_cancelled_half_way_nothing_is_written(importing, database, demo_lists):
    report = importing.plan_folder(demo_lists)
    seen: list[int] = []

    def enough() -> bool:
        seen.append(1)
        return len(seen) == 5

    outcome = importing.apply(report, by=MANAGER, take_doubtful=True, cancelled=enough)
    assert (outcome.cancelled, outcome.written) == (True, 0)
    assert [table.name for table in tables.metadata.sorted_tables if count(database, table)] == []
    assert importing.apply(report, by=MANAGER, take_doubtful=True).written == 266


def test_the_good_lines_are_taken_alone(importing, write_list, database):
    header = "code;nom;effectif maximal"
    path = write_list("salles.csv", header, "A;Agora;40", "B;Bureau;beaucoup", "C;Café;60")
    outcome = importing.apply(importing.plan_file(path), by=MANAGER)
    assert outcome.written == 2
    assert outcome.report.counts[Verdict.REFUSED] == 1
    assert count(database, tables.room) == 2


def test_what_another_desk_did_since_the_dry_run_counts(
    importing, write_list, venue_lists, database
):
    one = write_list("semaine-48.csv", WEEK, "X01;jeudi 26;15 h – 17 h;BOU;réunion;Un;A01;5")
    report = importing.plan_file(one)
    assert report.counts[Verdict.CREATED] == 1
    other = write_list(
        "autre semaine-48.csv", WEEK, "X02;jeudi 26;16 h – 18 h;BOU;réunion;Deux;A02;5"
    )
    importing.apply(importing.plan_file(other), by=MANAGER)
    outcome = importing.apply(report, by=MANAGER)
    assert outcome.written == 0
    assert [line.reasons[0].code for line in outcome.report.lines] == ["import_room_taken"]
    assert count(database, tables.booking) == 1


def test_the_bell_rings_once_for_everything_and_not_for_nothing(importing, database, demo_lists):
    rung: list[Changes] = []
    database.listeners.append(rung.append)
    report = importing.plan_folder(demo_lists)
    importing.apply(report, by=MANAGER, take_doubtful=True)
    assert rung == [EVERYTHING]
    importing.apply(importing.plan_folder(demo_lists), by=MANAGER)
    assert rung == [EVERYTHING]


def test_the_journal_says_which_lists_came_in(importing, database, demo_lists):
    importing.apply(importing.plan_file(demo_lists / "salles.csv"), by=MANAGER)
    with database.reading() as connection:
        (entry,) = connection.execute(tables.audit_entry.select()).all()
    assert (entry.verb, entry.login) == ("import", "mdf")
    assert entry.details["files"] == ["salles.csv"]
    assert entry.details["created"] == 12


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize(
    ("name", "actor", "allowed"),
    [
        ("salles.csv", RECEPTION, True),
        ("salles.csv", KIOSK, False),
        ("personnel.csv", RECEPTION, False),
        ("personnel.csv", Actor("jnk", Role.TRAINING), False),
        ("personnel.csv", MANAGER, True),
    ],
)
def test_who_may_bring_lists_in(importing, demo_lists, name, actor, allowed):
    report = importing.plan_file(demo_lists / name)
    if allowed:
        assert importing.apply(report, by=actor).written > 0
        return
    with pytest.raises(Refusal) as refused:
        importing.apply(report, by=actor)
    assert refused.value.code == "role_forbidden"


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_the_whole_folder_comes_in_again_at_the_desk(importing, demo_lists, write_list):
    importing.apply(importing.plan_folder(demo_lists), by=MANAGER)
    again = importing.plan_folder(demo_lists)
    assert importing.apply(again, by=RECEPTION).written == 0
    promoted = (demo_lists / "personnel.csv").read_text("utf-8-sig").replace("Tournevire", "Autre")
    changed = write_list("personnel.csv", *promoted.splitlines())
    with pytest.raises(Refusal):
        importing.apply(importing.plan_files((demo_lists / "salles.csv", changed)), by=RECEPTION)
