"""Days, weeks, hours and numbers, letter for letter, with their no-break spaces."""

from __future__ import annotations

import locale
from datetime import UTC, date, datetime, time

import pytest

from desktop_app.domain.civil_time import Week
from desktop_app.wording import dates
from tests.support.languages import speaking

NB = "\u00a0"
THURSDAY = date(2026, 11, 26)
TUESDAY = date(2026, 12, 1)

SAID = [
    (dates.say_day, (THURSDAY,), "jeudi 26~novembre 2026", "Thursday 26~November 2026"),
    (dates.say_day, (TUESDAY,), "mardi 1er~décembre 2026", "Tuesday 1~December 2026"),
    (dates.say_day_without_year, (TUESDAY,), "mardi 1er~décembre", "Tuesday 1~December"),
    (dates.say_day_without_weekday, (TUESDAY,), "1er~décembre 2026", "1~December 2026"),
    (dates.say_day_short, (THURSDAY,), "jeu.~26/11", "Thu~26/11"),
    (dates.say_day_short, (TUESDAY,), "mar.~01/12", "Tue~01/12"),
    (dates.say_date, (TUESDAY,), "01/12/2026", "01/12/2026"),
    (dates.say_time, (time(14, 30),), "14~h~30", "14:30"),
    (dates.say_time, (time(14),), "14~h", "14:00"),
    (dates.say_time, (time(20, 5),), "20~h~05", "20:05"),
    (dates.say_time, (time(0),), "0~h", "00:00"),
    (dates.say_hours, (time(14), time(17)), "14~h – 17~h", "14:00 – 17:00"),
    (dates.say_hours, (time(22), time(1)), "22~h – 1~h (lendemain)", "22:00 – 01:00 (next day)"),
    (
        dates.say_hours,
        (datetime(2026, 11, 26, 22), datetime(2026, 11, 27, 1)),
        "22~h – 1~h (lendemain)",
        "22:00 – 01:00 (next day)",
    ),
    (
        dates.say_hours,
        (datetime(2026, 11, 26, 10), datetime(2026, 12, 20, 12)),
        "10~h – 12~h (20/12/2026)",
        "10:00 – 12:00 (20/12/2026)",
    ),
    (
        dates.say_week,
        (Week(2026, 48),),
        "Semaine~48 – du lundi 23 au dimanche 29~novembre 2026",
        "Week~48 – Monday 23 to Sunday 29~November 2026",
    ),
    (
        dates.say_week,
        (Week(2026, 49),),
        "Semaine~49 – du lundi 30~novembre au dimanche 6~décembre 2026",
        "Week~49 – Monday 30~November to Sunday 6~December 2026",
    ),
    (
        dates.say_week,
        (Week(2026, 53),),
        "Semaine~53 – du lundi 28~décembre 2026 au dimanche 3~janvier 2027",
        "Week~53 – Monday 28~December 2026 to Sunday 3~January 2027",
    ),
    (
        dates.say_week,
        (Week(2026, 23),),
        "Semaine~23 – du lundi 1er au dimanche 7~juin 2026",
        "Week~23 – Monday 1 to Sunday 7~June 2026",
    ),
    (dates.say_week_short, (Week(2026, 48),), "S48", "W48"),
    (
        dates.say_period,
        (date(2026, 12, 24), date(2027, 1, 3)),
        "du 24~décembre 2026 au 3~janvier 2027",
        "from 24~December 2026 to 3~January 2027",
    ),
    (
        dates.say_period,
        (date(2027, 8, 1), date(2027, 8, 22)),
        "du 1er au 22~août 2027",
        "from 1 to 22~August 2027",
    ),
    (
        dates.say_period,
        (date(2027, 4, 3), date(2027, 5, 7)),
        "du 3~avril au 7~mai 2027",
        "from 3~April to 7~May 2027",
    ),
    (
        dates.say_period,
        (date(2027, 5, 7), date(2027, 5, 7)),
        "le 7~mai 2027",
        "on 7~May 2027",
    ),
    (dates.say_duration, (150,), "2~h~30", "2~h~30"),
    (dates.say_duration, (180,), "3~h", "3~h"),
    (dates.say_duration, (45,), "45~min", "45~min"),
    (dates.say_duration, (65,), "1~h~05", "1~h~05"),
    (
        dates.say_moment,
        (datetime(2026, 11, 20, 9, 5),),
        "20/11/2026 à 9~h~05",
        "20/11/2026 at 09:05",
    ),
    (dates.say_number, (2414,), "2\u202f414", "2,414"),
    (dates.say_number, (1234567,), "1\u202f234\u202f567", "1,234,567"),
    (dates.say_number, (-3,), "−3", "−3"),
    (dates.say_number, (16.25, 1), "16,3", "16.3"),
    (dates.say_rate, (4 / 25,), "16,0~%", "16.0%"),
    (dates.say_rate, (3 / 25,), "12,0~%", "12.0%"),
    (dates.say_rate, (1,), "100,0~%", "100.0%"),
]


@pytest.mark.parametrize(("say", "values", "french", "english"), SAID)
def test_it_is_said_in_french_and_in_english(say, values, french, english):
    assert say(*values) == french.replace("~", NB)
    with speaking("en"):
        assert say(*values) == english.replace("~", NB)


def test_an_instant_is_said_on_the_venue_s_wall():
    assert dates.say_instant_time(datetime(2026, 11, 26, 8, 58, tzinfo=UTC)) == f"9{NB}h{NB}58"
    assert dates.say_instant_time(datetime(2026, 7, 1, 12, tzinfo=UTC)) == f"14{NB}h"


def test_the_system_s_locale_is_never_asked(monkeypatch):
    def refuse(*_arguments: object) -> None:
        raise AssertionError("the locale was asked")

    monkeypatch.setattr(locale, "setlocale", refuse)
    monkeypatch.setattr(locale, "getlocale", refuse)
    assert dates.say_day(THURSDAY).startswith("jeudi")
