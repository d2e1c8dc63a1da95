"""What the English program writes into a field or gives as an example, its readers understand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.equipment import KNOWN, read_equipment
from desktop_app.domain.reading_day import parse_day
from desktop_app.domain.reading_time import parse_hours
from desktop_app.domain.reading_week import parse_week
from desktop_app.domain.recurrence_words import parse_rule
from desktop_app.wording import _
from desktop_app.wording.equipment import label_of_equipment
from tests.support.languages import speaking

TRANSLATIONS = Path(__file__).parents[2] / "resources" / "translations"
TODAY = date(2026, 11, 26)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_piece_of_equipment_is_read_under_its_own_name(language):
    with speaking(language, TRANSLATIONS):
        assert [read_equipment(label_of_equipment(code)) for code in KNOWN] == [
            (code,) for code in KNOWN
        ]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_examples_shown_in_empty_fields_can_be_typed(language):
    with speaking(language, TRANSLATIONS):
        assert parse_day(_("mardi prochain"), TODAY) == date(2026, 12, 1)
        assert parse_rule(_("chaque mardi, jusqu’au 12 janvier"), since=TODAY).rule.until == date(
            2027, 1, 12
        )
        assert parse_hours(_("18h30-20h30"))
        assert set(read_equipment(_("vidéoprojecteur, écran"))) == {"projector", "screen"}
        said = _("Tapez une date ou une semaine\u00a0: 26/11, mardi prochain, S48")
        *_days, week = said.split(", ")
        assert parse_week(week, TODAY).number == 48
