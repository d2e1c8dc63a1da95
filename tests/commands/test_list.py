"""`accueil list bookings`: one line per date, for scripts and spreadsheets."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from tests.commands.command import Answer, Desk, accueil

COLUMNS = "id,series,date,start,end,room,kind,title,organisation,heads,status"
SEASON = ("--from", "2026-09-01", "--to", "2027-07-09")
PERMANENCES = {
    # dates, of which dropped by a closure
    "P01": (45, 1), "P02": (45, 1), "P03": (45, 2), "P04": (22, 1), "P05": (36, 1), "P06": (45, 3),
    "P07": (45, 3), "P08": (11, 1), "P09": (45, 3), "P10": (22, 2), "P11": (44, 3), "P12": (10, 1),
}  # fmt: skip


@pytest.fixture(scope="module")
def season() -> Answer:
    answer = accueil("--demo", "list", "bookings", *SEASON, "--format", "csv")
    assert answer.code == 0
    return answer


def test_the_columns_are_these_and_no_others(season) -> None:
    assert season.out.splitlines()[0] == COLUMNS
    assert season.err == ""


def test_week_48_has_its_27_bookings(season) -> None:
    rows = [row for row in season.table() if "2026-11-23" <= row["date"] <= "2026-11-29"]
    assert len(rows) == 27
    assert len({row["id"] for row in rows}) == 27
    exil = next(row for row in rows if row["series"] == "P06")
    assert (exil["date"], exil["start"], exil["end"]) == ("2026-11-26", "10:00", "13:00")
    assert (exil["room"], exil["kind"], exil["heads"]) == ("BP2", "permanence", "3")
    assert exil["organisation"] == "Collectif Exil-Accueil"


def test_every_date_of_every_permanence_is_there_the_dropped_ones_too(season) -> None:
    states: dict[str, Counter[str]] = {code: Counter() for code in PERMANENCES}
    for row in season.table():
        if row["series"] in states:
            states[row["series"]][row["status"]] += 1
    found = {
        code: (sum(count.values()), count["dropped_closure"]) for code, count in states.items()
    }
    assert found == PERMANENCES


def test_the_season_of_the_thursday_permanence_is_the_calendar_s(season) -> None:
    thursdays, day = [], date(2026, 9, 3)
    while day <= date(2027, 7, 9):
        thursdays.append(day.isoformat())
        day += timedelta(days=7)
    assert [row["date"] for row in season.table() if row["series"] == "P06"] == thursdays


def test_dates_come_in_order(season) -> None:
    moments = [(row["date"], row["start"]) for row in season.table()]
    assert moments == sorted(moments)


def test_a_french_spreadsheet_wants_semicolons(desk: Desk) -> None:
    answer = desk.does(
        "list", "bookings", "--from", "2026-11-26", "--to", "2026-11-26",
        "--format", "csv", "--separator", ";",
    )  # fmt: skip
    assert answer.out.splitlines()[0] == COLUMNS.replace(",", ";")
    titles = [row["title"] for row in answer.table(";")]
    assert "Coordination des maraudes" in titles


def test_days_are_read_as_people_say_them(desk: Desk) -> None:
    period = ("--from", "lundi dernier", "--to", "demain")
    answer = desk.does("list", "bookings", *period, "--format", "csv")
    days = {row["date"] for row in answer.table()}
    assert min(days) >= "2026-11-16"
    assert max(days) == "2026-11-27"


def test_for_people_the_columns_are_aligned(desk: Desk) -> None:
    answer = desk.does("list", "bookings", "--from", "2026-11-26", "--to", "2026-11-26")
    header, *lines = answer.out.splitlines()
    place = header.index("room")
    assert {line[place - 1] for line in lines} == {" "}
    assert all(line[place] != " " for line in lines)


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        ("31/11/2026", "2026-12-01", "Le 31 novembre n’existe pas."),
        ("2026-12-02", "2026-12-01", "Le dernier jour (01/12/2026) doit venir après le premier"),
        ("un de ces jours", "2026-12-01", "un de ces jours"),
        ("2026-12-01", "20226-12-01", "20226"),
    ],
)
def test_a_day_that_cannot_be_is_refused_in_words(desk: Desk, first, last, sentence) -> None:
    answer = desk.tries("list", "bookings", "--from", first, "--to", last)
    assert answer.code == 3
    assert sentence in answer.said()
    assert "Traceback" not in answer.err
    assert answer.out == ""
