"""A rule told back, in French as people say it, and in English."""

from __future__ import annotations

from datetime import date, time

import pytest

from desktop_app.domain.recurrence_words import parse_rule
from desktop_app.wording.recurrence import say_rule
from tests.support.languages import speaking

SINCE = date(2026, 9, 1)

SAID = [
    ("chaque mardi", "chaque mardi", "every Tuesday"),
    ("lundi, mercredi et jeudi", "chaque lundi, mercredi et jeudi", None),
    ("du lundi au vendredi", "du lundi au vendredi", "Monday to Friday"),
    (
        "mercredi, semaines paires",
        "le mercredi, semaines paires (ISO)",
        "Wednesday of even ISO weeks",
    ),
    (
        "toutes les deux semaines, le vendredi, depuis le 11/09/2026",
        "toutes les deux semaines, le vendredi, depuis le 11~septembre 2026",
        "every 2 weeks, on Friday, from 11~September 2026",
    ),
    (
        "1er et 3e mardi",
        "chaque 1er et 3e mardi du mois",
        "first and third Tuesday of the month",
    ),
    (
        "dernier vendredi du mois",
        "chaque dernier vendredi du mois",
        "last Friday of the month",
    ),
    ("le 1er et le 15 du mois", "le 1er et le 15 du mois", "the 1st and the 15th of the month"),
    ("dernier jour du mois", "le dernier jour du mois", "the last day of the month"),
    ("chaque année le 14 juillet", "chaque année, le 14 juillet", "every year, 14 July"),
    ("tous les jours", "chaque jour", "every day"),
    (
        "mercredi sauf vacances zone C et jours fériés",
        "chaque mercredi, sauf vacances scolaires (zone~C) et jours fériés",
        "every Wednesday, except school holidays (zone~C) and public holidays",
    ),
    (
        "mardi jusqu’au 12 janvier",
        "chaque mardi, jusqu’au 12~janvier 2027",
        "every Tuesday, until 12~January 2027",
    ),
    (
        "mardi sauf le 1er décembre, plus le 03/12",
        "chaque mardi, sauf le 1er~décembre 2026, plus le 3~décembre 2026",
        "every Tuesday, except 1~December 2026, plus 3~December 2026",
    ),
    (
        "mardi, 10 fois",
        "chaque mardi, depuis le 1er~septembre 2026, 10~fois",
        "every Tuesday, from 1~September 2026, 10~times",
    ),
]


@pytest.mark.parametrize(("typed", "french", "english"), SAID)
def test_a_rule_is_told_back(typed, french, english):
    rule = parse_rule(typed, since=SINCE).rule
    assert say_rule(rule) == french.replace("~", "\u00a0")
    if english is not None:
        with speaking("en"):
            assert say_rule(rule) == english.replace("~", "\u00a0")


def test_a_whole_series_is_told_back_with_its_hours_and_its_season():
    typed = "1er et 3e mardi, de 14h à 17h, de septembre à juin, sauf vacances scolaires"
    reading = parse_rule(typed)
    assert reading.hours == (time(14), time(17))
    assert say_rule(reading.rule, reading.hours).replace("\u00a0", " ") == (
        "chaque 1er et 3e mardi du mois, de 14 h à 17 h, de septembre à juin, "
        "sauf vacances scolaires (zone C)"
    )


def test_hours_past_midnight_are_told_so():
    reading = parse_rule("jeudi de 22 h à 1 h")
    said = say_rule(reading.rule, reading.hours).replace("\u00a0", " ")
    assert said == "chaque jeudi, de 22 h à 1 h (lendemain)"
    assert parse_rule(said).hours == (time(22), time(1))
