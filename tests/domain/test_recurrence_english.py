"""Rules typed in English are the rules typed in French."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.recurrence_english import into_french
from desktop_app.domain.recurrence_words import parse_rule
from desktop_app.domain.refusals import Refusal
from desktop_app.wording.recurrence import say_rule
from tests.support.languages import speaking
from tests.support.rules import rules

SINCE = date(2026, 9, 1)

SAME = [
    ("every Tuesday", "chaque mardi"),
    ("Tuesdays", "chaque mardi"),
    ("every Tuesday until 12 January", "chaque mardi, jusqu’au 12 janvier"),
    ("Tuesday and Thursday, 10:00–12:00", "mardi et jeudi, 10 h–12 h"),
    ("every Tuesday from 18:30 to 20:30", "chaque mardi de 18 h 30 à 20 h 30"),
    ("every weekday", "du lundi au vendredi"),
    ("Monday to Friday", "du lundi au vendredi"),
    ("every other Tuesday", "un mardi sur deux"),
    ("fortnightly on Friday", "toutes les deux semaines, le vendredi"),
    ("every two weeks, from 11/09/2026", "toutes les deux semaines, depuis le 11/09/2026"),
    ("Wednesday, even weeks", "mercredi, semaines paires"),
    ("Wednesday of odd ISO weeks", "mercredi, semaines impaires"),
    ("1st Thursday of the month", "1er jeudi du mois"),
    ("first and third Tuesday of each month", "1er et 3e mardi du mois"),
    ("every month on the last Friday", "dernier vendredi du mois"),
    ("last but one Friday of the month", "avant-dernier vendredi du mois"),
    ("monthly on the 15th", "le 15 du mois"),
    ("the last day of the month", "dernier jour du mois"),
    ("every 2 months, the 1st and the 15th", "tous les deux mois, le 1er et le 15 du mois"),
    ("every year, 14 July", "chaque année le 14 juillet"),
    ("Mondays from September to June", "lundi, de septembre à juin"),
    ("each Monday until the end of June", "chaque lundi, jusqu’à fin juin"),
    ("every Wednesday in October and November", "mercredi, en octobre et novembre"),
    ("every Wednesday except school holidays", "mercredi sauf vacances scolaires"),
    ("every Wednesday except bank holidays", "mercredi sauf jours fériés"),
    ("every Tuesday, 10 times", "mardi, 10 fois"),
    ("every 15 days", "tous les 15 jours de date à date"),
    ("every Thursday, discreet listing", "chaque jeudi, affichage discret"),
]


@pytest.mark.parametrize(("english", "french"), SAME)
def test_english_and_french_say_the_same_rule(english, french):
    assert parse_rule(english, since=SINCE) == parse_rule(french, since=SINCE)


def test_the_season_may_be_given_between_two_dates():
    reading = parse_rule("every Tuesday from 1st September 2026 to 9 July 2027")
    assert (reading.rule.since, reading.rule.until) == (SINCE, date(2027, 7, 9))


@given(rules(), st.none() | st.just((time(14), time(17))) | st.just((time(22), time(1))))
def test_a_rule_said_in_english_is_read_back_as_the_same_rule(rule, hours):
    with speaking("en"):
        said = say_rule(rule, hours)
    reading = parse_rule(said, since=rule.since)
    assert (reading.rule, reading.hours) == (rule, hours), said


def test_what_is_not_understood_is_named_as_it_was_typed():
    with pytest.raises(Refusal) as refused:
        parse_rule("every Tuesday at dawn", since=SINCE)
    assert refused.value.values["part"] == "at dawn"


@pytest.mark.parametrize("typed", ["chaque mardi", "1er mardi du mois, sauf vacances", "de temps"])
def test_french_is_let_alone(typed):
    assert into_french(typed) == typed


def test_the_name_of_a_room_is_not_taken_for_a_day():
    reading = parse_rule("every Tuesday in Friday Hall", since=SINCE, names=("in Friday Hall",))
    assert reading.named == ("in Friday Hall",)
    assert reading.rule == parse_rule("chaque mardi").rule
