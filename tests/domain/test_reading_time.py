"""Hours, durations and counts as people type them; what cannot be meant is refused by its name."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.reading_time import parse_count, parse_duration, parse_hours, parse_time
from desktop_app.domain.refusals import Refusal
from desktop_app.wording.dates import say_duration, say_hours, say_number, say_time
from tests.support.languages import speaking
from tests.support.refused import code_of

HALF_PAST_TWO = [
    *("14h30", "14 h 30", "14\u00a0h\u00a030", "14\u202fh\u202f30", "14:30", "1430", "14.30"),
    *("14,30", "14H30", " 14h30 ", "14 heures 30", "14h30min"),
]


@pytest.mark.parametrize("typed", HALF_PAST_TWO)
def test_half_past_two_in_every_writing(typed):
    assert parse_time(typed) == time(14, 30)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("14", time(14)),
        ("14h", time(14)),
        ("9h", time(9)),
        ("9h05", time(9, 5)),
        ("930", time(9, 30)),
        ("0h", time(0)),
        ("midi", time(12)),
        ("minuit", time(0)),
        ("١٤", time(14)),
    ],
)
def test_hours_without_minutes_or_with_few_digits(typed, read):
    assert parse_time(typed) == read


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("25h", "time_impossible"),
        ("14h75", "time_impossible"),
        ("2430", "time_impossible"),
        ("24h", "time_impossible"),
        ("9h5", "time_ambiguous"),
        ("14:5", "time_ambiguous"),
        ("14:", "time_unreadable"),
        ("midi et quart", "time_unreadable"),
        ("-3", "time_unreadable"),
        ("9" * 5000, "time_unreadable"),
        ("", "time_missing"),
        ("\u00a0", "time_missing"),
    ],
)
def test_hours_that_are_none_are_refused_on_their_field(typed, code):
    with pytest.raises(Refusal) as refused:
        parse_time(typed, field="start")
    assert (refused.value.code, refused.value.field) == (code, "start")


@pytest.mark.parametrize(
    "typed",
    [
        "18h30-20h30",
        "18h30 → 20.30",
        "18 h 30 – 20 h 30",
        "18\u00a0h\u00a030 – 20\u00a0h\u00a030",
        "de 18h30 à 20h30",
        "18h30 à 20h30",
        "18h30 20h30",
        "1830 2030",
        "18:30-20:30",
        "entre 18h30 et 20h30",
        "18h30/20h30",
        "18h30 jusqu’à 20h30",
    ],
)
def test_an_evening_in_every_writing(typed):
    assert parse_hours(typed) == (time(18, 30), time(20, 30))


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("10 h–12 h 30", time(10), time(12, 30)),
        ("9 h 30–11 h 30", time(9, 30), time(11, 30)),
        ("14h 17h", time(14), time(17)),
        ("de 14h à 17h", time(14), time(17)),
        ("14-16", time(14), time(16)),
        ("14h-17", time(14), time(17)),
        ("22 h – 1 h (lendemain)", time(22), time(1)),
        ("22h-1h", time(22), time(1)),
        ("22h-24h", time(22), time(0)),
        ("22h à minuit", time(22), time(0)),
    ],
)
def test_hours_of_lists_and_of_the_count_night(typed, start, end):
    assert parse_hours(typed) == (start, end)


@pytest.mark.parametrize(
    "typed",
    [
        *("21h + 2h", "21h+2h", "21 + 2h", "21 h + 120 min", "21h +2:00"),
        *("21 h pendant 2 h", "21h pendant 2 heures", "21h durant 2h", "21h for 2h"),
        *("21h 2h de durée", "21h, 2h de durée"),
        *("2h à partir de 21h", "2 h starting 21 h", "2h from 21h"),
    ],
)
def test_a_start_and_how_long(typed):
    assert parse_hours(typed) == (time(21), time(23))


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("18h30 + 1h30", time(18, 30), time(20)),
        ("9h05 pendant 45 min", time(9, 5), time(9, 50)),
        ("14h30 + 1,5 h", time(14, 30), time(16)),
        ("22h + 3h", time(22), time(1)),
        ("22h + 2h", time(22), time(0)),
    ],
)
def test_how_long_counts_minutes_and_passes_midnight_as_an_evening_does(typed, start, end):
    assert parse_hours(typed) == (start, end)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("21h + 2", "duration_unreadable"),
        ("21h + 0h", "duration_impossible"),
        ("14h + 12h", "end_before_start"),
        ("21h + 24h", "end_before_start"),
        ("21h + 48h", "end_before_start"),
        ("25h + 2h", "time_impossible"),
        ("21h + longtemps", "hours_unreadable"),
        ("21h pendant", "hours_unreadable"),
        ("21h 2h", "end_before_start"),
        ("18h30 2h", "end_before_start"),
        ("10h-9h30", "end_before_start"),
        ("14h-14h", "end_before_start"),
        ("14h-2h", "end_before_start"),
        ("14h30", "hours_end_missing"),
        ("14h 30", "hours_end_missing"),
        ("14h –", "hours_end_missing"),
        ("14 16", "hours_unreadable"),
        ("toute la journée", "hours_unreadable"),
        ("14h-17h (lendemain)", "hours_unreadable"),
        ("25h-26h", "time_impossible"),
        ("9h-12h5", "time_ambiguous"),
        ("", "hours_missing"),
    ],
)
def test_hours_that_do_not_make_a_booking(typed, code):
    with pytest.raises(Refusal) as refused:
        parse_hours(typed, field="hours")
    assert (refused.value.code, refused.value.field) == (code, "hours")


@given(st.times(), st.sampled_from(["fr", "en"]))
def test_an_hour_that_is_said_is_read_back(moment, spoken):
    whole = moment.replace(second=0, microsecond=0, tzinfo=None)
    with speaking(spoken):
        assert parse_time(say_time(whole)) == whole


@given(st.integers(0, 95), st.integers(1, 96), st.sampled_from(["fr", "en"]))
def test_hours_that_are_said_are_read_back(start, length, spoken):
    quarters = [time(*divmod((start + shift) % 96 * 15, 60)) for shift in (0, length)]
    night = start + length >= 96
    with speaking(spoken):
        said = say_hours(quarters[0], quarters[1])
        if not night or (quarters[0] >= time(18) and quarters[1] <= time(6)):
            assert parse_hours(said) == (quarters[0], quarters[1])
        else:
            with pytest.raises(Refusal, match="end_before_start"):
                parse_hours(said)


@given(st.text(max_size=30))
def test_whatever_is_typed_is_read_or_refused(typed):
    for parse in (parse_time, parse_hours, parse_duration, parse_count):
        code = code_of(parse, typed)
        assert code.split("_")[0] in {"", "time", "hours", "duration", "count", "end"}


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("2 h 30 (18 h 30–21 h)", 150),
        ("7 h (2 demi-journées)", 420),
        ("14 h (2 jours)", 840),
        ("3 h", 180),
        ("2h30", 150),
        ("2:30", 150),
        ("90 min", 90),
        ("1,5 h", 90),
        ("une heure et demie", 90),
    ],
)
def test_durations_of_the_training_list(typed, minutes):
    assert parse_duration(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("2", "duration_unreadable"),
        ("90", "duration_unreadable"),
        ("longtemps", "duration_unreadable"),
        ("1 h 75", "duration_impossible"),
        ("0 min", "duration_impossible"),
        ("", "duration_missing"),
    ],
)
def test_durations_that_say_nothing_sure(typed, code):
    with pytest.raises(Refusal, match=code):
        parse_duration(typed)


@given(st.integers(1, 59_999))
def test_a_duration_that_is_said_is_read_back(minutes):
    assert parse_duration(say_duration(minutes)) == minutes


@pytest.mark.parametrize(
    ("typed", "count"),
    [("20", 20), ("20 personnes", 20), ("1 personne", 1), ("9\u202f000 personnes", 9000), ("0", 0)],
)
def test_numbers_of_people(typed, count):
    assert parse_count(typed) == count


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("-3", "count_negative"),
        ("−3 personnes", "count_negative"),
        ("20,5", "count_not_whole"),
        ("20.5 personnes", "count_not_whole"),
        ("abc", "count_unreadable"),
        ("20 chaises", "count_unreadable"),
        ("1 2 3", "count_unreadable"),
        ("1e3", "count_unreadable"),
        ("", "count_missing"),
        ("100000", "count_too_large"),
        ("9" * 150, "count_too_large"),
    ],
)
def test_numbers_that_are_not_people_each_have_their_refusal(typed, code):
    with pytest.raises(Refusal) as refused:
        parse_count(typed, field="heads")
    assert (refused.value.code, refused.value.field) == (code, "heads")


@given(st.integers(0, 99_999))
def test_a_number_that_is_said_is_read_back(number):
    assert parse_count(say_number(number)) == number
