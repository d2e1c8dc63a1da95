"""Reasons: holidays by name in the reader's language, codes in words, what was typed as it is."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop_app.domain.bookings import OPTION_EXPIRED
from desktop_app.domain.public_holidays import public_holiday
from desktop_app.domain.series import SKIPPED
from desktop_app.wording.reasons import say_reason
from tests.support.languages import speaking

TRANSLATIONS = Path(__file__).parents[2] / "resources" / "translations"


@pytest.mark.parametrize(
    ("reason", "french", "english"),
    [
        ("Noël", "Noël", "Christmas Day"),
        (
            "Ascension et Fête du Travail",
            "Ascension et Fête du Travail",
            "Ascension Day and Labour Day",
        ),
        (OPTION_EXPIRED, "option non confirmée", "option not confirmed"),
        (SKIPPED, "non retenue", "left out"),
        ("fermeture annuelle d’été", "fermeture annuelle d’été", "fermeture annuelle d’été"),
        ("Noël et pont", "Noël et pont", "Noël et pont"),
        ("", "", ""),
    ],
)
def test_a_reason_is_said(reason, french, english):
    assert say_reason(reason) == french
    with speaking("en", TRANSLATIONS):
        assert say_reason(reason) == english


def test_every_holiday_has_an_english_name():
    first, last = date(2000, 1, 1), date(2030, 12, 31)
    days = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
    names = {name for day in days if (name := public_holiday(day)) is not None}
    with speaking("en", TRANSLATIONS):
        assert [name for name in names if say_reason(name) == name] == []
