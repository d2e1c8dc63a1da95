"""What the panel makes of words and of sums, without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from desktop_app.domain.recurrence_words import parse_rule
from desktop_app.domain.refusals import Refusal
from desktop_app.ui.planning.panel.drafting import (
    changed_facts,
    draft_of,
    facts_for_series,
    last_day_of,
)
from desktop_app.ui.planning.panel.spoken_need import SpokenNeed, read_need
from tests.ui.planning.desk import THURSDAY, TUESDAY, at
from tests.ui.planning.test_blocks import a_row

EVENING = time(18, 30), time(20, 30)


@pytest.mark.parametrize(
    ("words", "need"),
    [
        (
            "salle mardi prochain 18h30-20h30 20 personnes vidéoprojecteur PMR",
            SpokenNeed(TUESDAY, EVENING, 20, ("projector",), True),
        ),
        (
            "une salle pour 12 personnes demain de 14h à 16h",
            SpokenNeed(date(2026, 11, 27), (time(14), time(16)), 12),
        ),
        (
            "le 3 décembre avec écran, 8 pers",
            SpokenNeed(date(2026, 12, 3), None, 8, ("screen",)),
        ),
        ("Élan du Canal", SpokenNeed()),
        ("", SpokenNeed()),
        ("mardi 25h-26h", SpokenNeed(TUESDAY)),
    ],
)
def test_a_need_said_in_one_breath(words: str, need: SpokenNeed) -> None:
    assert read_need(words, THURSDAY) == need


@pytest.mark.parametrize(
    ("rule", "first", "last"),
    [
        ("chaque mardi jusqu’au 12 janvier", TUESDAY, date(2027, 1, 12)),
        ("chaque mardi", TUESDAY, date(2027, 7, 31)),
        ("chaque mardi", date(2026, 7, 28), date(2026, 7, 31)),
        ("chaque mardi", date(2026, 8, 4), date(2027, 7, 31)),
    ],
)
def test_a_series_stops_at_its_end_or_with_its_season(rule: str, first: date, last: date) -> None:
    reading = parse_rule(rule, since=first)
    assert last_day_of(reading.rule, first) == last


def test_only_what_changed_is_a_change() -> None:
    row = a_row(
        title="Réunion  du  soir",
        equipment="",
        responsible_name="",
        contact_name="",
        contact_phone="",
        note="",
    )
    draft = draft_of(row)
    assert changed_facts(row, draft) == {}
    tidy = replace(draft, title="Réunion du soir", heads=4)
    assert changed_facts(row, tidy) == {"heads": 4}


def test_a_series_takes_hours_without_a_day() -> None:
    row = a_row()
    facts = facts_for_series(row, {"starts_at": at(10, 30), "room_id": 4})
    assert facts == {"room_id": 4, "starts_minute": 630, "ends_minute": 720}


def test_a_series_takes_no_other_day() -> None:
    with pytest.raises(Refusal) as refused:
        facts_for_series(a_row(), {"starts_at": at(10, 0, TUESDAY)})
    assert (refused.value.code, refused.value.field) == ("series_day_fixed", "day")
