"""Rules in the words people write; what is not understood is named, never dropped."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.recurrence_words import parse_opening_rule, parse_rule
from desktop_app.domain.refusals import Refusal
from tests.support.calendars import PERMANENCES
from tests.support.refused import code_of

SINCE = date(2026, 9, 1)

VENUE_LIST = {
    "P01": {"freq": "weekly", "by_day": ["TU"]},
    "P02": {"freq": "weekly", "by_day": ["TU"]},
    "P03": {"freq": "weekly", "by_day": ["WE"]},
    "P04": {"freq": "weekly", "by_day": ["WE"], "iso_weeks": "even"},
    "P05": {"freq": "weekly", "by_day": ["WE"], "except": ["school_holidays:C"]},
    "P06": {"freq": "weekly", "by_day": ["TH"]},
    "P07": {"freq": "weekly", "by_day": ["TH"]},
    "P08": {"freq": "monthly", "by_day": ["1TH"]},
    "P09": {"freq": "weekly", "by_day": ["FR"]},
    "P10": {"freq": "weekly", "interval": 2, "by_day": ["FR"], "since": "2026-09-11"},
    "P11": {"freq": "weekly", "by_day": ["MO"]},
    "P12": {"freq": "monthly", "by_day": ["-1FR"]},
}


def test_the_twelve_permanences_are_understood():
    read = {code: parse_rule(words, weekday=weekday) for code, weekday, words in PERMANENCES}
    assert {code: reading.rule.to_dict() for code, reading in read.items()} == VENUE_LIST
    assert [code for code, reading in read.items() if reading.discreet] == ["P07"]


TUESDAYS = {"freq": "weekly", "by_day": ["TU"]}


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("mardi", TUESDAYS),
        ("Tous les mardis", TUESDAYS),
        ("LE MARDI", TUESDAYS),
        ("chaque mardi, sauf fermetures", TUESDAYS),
        ("hebdomadaire", TUESDAYS),
        ("mardi et jeudi", {"freq": "weekly", "by_day": ["TU", "TH"]}),
        ("un mardi sur deux", TUESDAYS | {"interval": 2, "since": "2026-09-01"}),
        ("tous les quinze jours", TUESDAYS | {"interval": 2, "since": "2026-09-01"}),
        ("une semaine sur trois", TUESDAYS | {"interval": 3, "since": "2026-09-01"}),
        ("semaines impaires", TUESDAYS | {"iso_weeks": "odd"}),
        ("1er et 3e mardi", {"freq": "monthly", "by_day": ["1TU", "3TU"]}),
        ("1er mardi et 3e jeudi du mois", {"freq": "monthly", "by_day": ["1TU", "3TH"]}),
        ("Deuxième mardi de chaque mois", {"freq": "monthly", "by_day": ["2TU"]}),
        ("avant-dernier mardi", {"freq": "monthly", "by_day": ["-2TU"]}),
        (
            "un mois sur deux, dernier vendredi",
            {"freq": "monthly", "interval": 2, "by_day": ["-1FR"], "since": "2026-09-01"},
        ),
        ("le 15 du mois", {"freq": "monthly", "by_month_day": [15]}),
        ("le 1er et le dernier jour du mois", {"freq": "monthly", "by_month_day": [1, -1]}),
        ("chaque année le 21 juin", {"freq": "yearly", "by_month_day": [21], "by_month": [6]}),
        ("chaque jour", {"freq": "daily"}),
        (
            "jours ouvrés",
            {
                "freq": "weekly",
                "by_day": ["MO", "TU", "WE", "TH", "FR"],
                "except": ["public_holidays"],
            },
        ),
        ("mardi en octobre et novembre", TUESDAYS | {"by_month": [10, 11]}),
        ("mardi jusqu’au 12 janvier", TUESDAYS | {"until": "2027-01-12"}),
        ("mardi jusqu’au mardi 12 janvier 2027 inclus", TUESDAYS | {"until": "2027-01-12"}),
        ("mardi jusqu’à la fin juin", TUESDAYS | {"until": "2027-06-30"}),
        ("mardi jusqu’à fin décembre", TUESDAYS | {"until": "2026-12-31"}),
        (
            "mardi du 01/09/2026 au 09/07/2027",
            TUESDAYS | {"since": "2026-09-01", "until": "2027-07-09"},
        ),
        ("mardi à partir du 06/10/2026", TUESDAYS | {"since": "2026-10-06"}),
        ("mardi, dix fois", TUESDAYS | {"since": "2026-09-01", "count": 10}),
        (
            "mardi hors vacances scolaires de la zone B et jours fériés",
            TUESDAYS | {"except": ["public_holidays", "school_holidays:B"]},
        ),
        (
            "mardi sauf le 24/11 et le 01/12, plus le 03/12/2026",
            TUESDAYS | {"removed": {"2026-11-24": "", "2026-12-01": ""}, "added": ["2026-12-03"]},
        ),
    ],
)
def test_rules_as_people_write_them(typed, stored):
    assert parse_rule(typed, since=SINCE).rule.to_dict() == stored


def test_hours_and_a_room_may_stand_in_the_sentence():
    reading = parse_rule(
        "chaque mardi, 18 h 30–20 h 30, Agora (A+B), jusqu’au 12 janvier",
        since=date(2026, 12, 1),
        names=["Agora A", "Agora (A+B)"],
    )
    assert reading.hours == (time(18, 30), time(20, 30))
    assert reading.named == ("Agora (A+B)",)
    assert reading.rule.to_dict() == TUESDAYS | {"until": "2027-01-12"}


@pytest.mark.parametrize(
    ("typed", "code", "part"),
    [
        ("chaque lune", "rule_unreadable", "chaque lune"),
        ("chaque mardi si possible", "rule_unreadable", "si possible"),
        ("chaque mardi, Passerelle", "rule_unreadable", "passerelle"),
        ("chaque mardi sauf vacances de Noël", "rule_unreadable", "de noel"),
        ("deux fois par mois", "rule_unreadable", "par mois"),
        ("jusqu’au 12 janvier", "rule_unreadable", "jusqu’au 12 janvier"),
        ("toutes les 0 semaines", "rule_unreadable", None),
        ("mardi, 0 fois", "rule_unreadable", None),
        ("mardi " * 500, "rule_unreadable", None),
        ("1er mardi, toutes les deux semaines", "rule_unreadable", "toutes deux semaines"),
        ("mardi jusqu’au 31/11/2026", "day_impossible", None),
        ("mardi jusqu’au 01/01/2026", "rule_ends_before_start", None),
        ("mardi jusqu’à fin juin 9999", "year_impossible", None),
        ("mardi de 17 h à 14 h", "end_before_start", None),
        ("", "rule_missing", None),
    ],
)
def test_what_is_not_understood_is_refused_and_named(typed, code, part):
    with pytest.raises(Refusal) as refused:
        parse_rule(typed, since=SINCE, field="rule")
    assert (refused.value.code, refused.value.field) == (code, "rule")
    assert part is None or refused.value.values["part"] == part


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("chaque semaine", "rule_weekday_missing"),
        ("toutes les deux semaines, le mardi", "rule_needs_start"),
        ("mardi jusqu’au 12 janvier", "rule_needs_start"),
        ("mardi, 10 fois", "rule_needs_start"),
    ],
)
def test_a_rule_that_hangs_in_the_air_asks_for_what_it_lacks(typed, code):
    assert code_of(parse_rule, typed) == code


def test_the_rule_may_not_contradict_the_day_column():
    with pytest.raises(Refusal) as refused:
        parse_rule("1er jeudi du mois", weekday=1)
    assert refused.value.code == "rule_weekday_mismatch"
    assert refused.value.values == {"rule_weekday": 3, "weekday": 1}


SENTENCE = (
    "chaque mardi le jeudi et 1er 3e dernier du mois semaines paires sauf vacances zone C jusqu’au "
    "12 janvier 2027 depuis 11/09/2026 14 h – 17 fois plus toutes les deux tous jours année , (ISO)"
)
WORDS = st.sampled_from(SENTENCE.split())


@given(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=60))
def test_whatever_is_typed_is_a_rule_or_refused(typed):
    code = code_of(lambda: parse_rule(typed, since=SINCE))
    assert code.split("_")[0] in {"", *("rule", "day", "month", "year", "weekday", "time", "end")}


def test_opening_rules_of_the_venue_s_list():
    assert parse_opening_rule("chaque semaine", 1) is None
    assert parse_opening_rule("premier samedi du mois", 5) == 1
    assert parse_opening_rule("dernier samedi du mois", 5) == -1
    assert code_of(parse_opening_rule, "premier samedi du mois", 5) == ""
    for wrong in ("semaines paires", "1er et 3e samedi", "samedi sauf vacances"):
        with pytest.raises(Refusal, match="rule_unreadable"):
            parse_opening_rule(wrong, 5)
