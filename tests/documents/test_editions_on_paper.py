"""The foot says which edition this is; the head carries the operator's own picture."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from io import BytesIO

import pytest
from PIL import Image

from desktop_app.documents import agenda_plan, day_plan, door_sheet, week_plan
from desktop_app.documents.facts import Edition
from tests.documents.every_sheet import agenda, door
from tests.documents.reading_pdf import grey_picture, whole_text
from tests.documents.recording import FONTS, RecordingSheet, collisions, strays
from tests.documents.venue_facts import EDITION, day_facts, week_facts

FIRST = replace(EDITION, number=1)
SECOND = replace(EDITION, number=2, made_at=datetime(2026, 11, 24, 9, 10), replaces=EDITION.made_at)
SHEETS = {
    "week": lambda edition: week_plan.render(week_facts(edition=edition), FONTS).pdf,
    "week on A4": lambda edition: (
        week_plan.render(week_facts(edition=edition, paper="A4"), FONTS).pdf
    ),
    "day": lambda edition: day_plan.render(day_facts(edition=edition), FONTS).pdf,
    "door": lambda edition: door_sheet.render(replace(door(), edition=edition), FONTS).pdf,
    "room": lambda edition: agenda_plan.render(replace(agenda(), edition=edition), FONTS).pdf,
}


@pytest.mark.parametrize("which", SHEETS)
def test_the_first_edition_has_a_number_and_a_moment(which: str) -> None:
    text = whole_text(SHEETS[which](FIRST))
    assert "Édition 1 du 20/11/2026 à 17\u00a0h\u00a002" in text
    assert "remplace" not in text


@pytest.mark.parametrize("which", SHEETS)
def test_the_next_says_what_it_replaces(which: str) -> None:
    text = whole_text(SHEETS[which](SECOND))
    assert (
        "Édition 2 du 24/11/2026 à 9\u00a0h\u00a010, "
        "remplace l’édition 1 du 20/11/2026 à 17\u00a0h\u00a002"
    ) in text


def test_the_long_foot_overlaps_nothing() -> None:
    late = replace(SECOND, number=128, replaces=datetime(2026, 11, 20, 17, 42))
    for draw, size in (
        (lambda sheet: day_plan.draw(sheet, day_facts(edition=late)), (595.28, 841.89)),
        (lambda sheet: door_sheet.draw(sheet, replace(door(), edition=late)), (595.28, 841.89)),
    ):
        sheet = RecordingSheet(*size)
        draw(sheet)
        assert collisions(sheet) == []
        assert strays(sheet, 28) == []


def a_picture(kind: str) -> bytes:
    kept = BytesIO()
    Image.new("RGB", (300, 100), "#101010").save(kept, kind)
    return kept.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_the_operators_picture_stands_at_the_right_of_the_head(kind: str) -> None:
    with_picture: Edition = replace(EDITION, header_image=a_picture(kind))
    for make, width in (
        (lambda edition: SHEETS["week"](edition), 1190.55),
        (lambda edition: SHEETS["room"](edition), 841.89),
    ):
        page = grey_picture(make(with_picture), scale=1)
        plain = grey_picture(make(EDITION), scale=1)
        corner = (round(width) - 80, 40, round(width) - 45, 52)
        assert max(page.crop(corner).tobytes()) < 60
        assert max(plain.crop(corner).tobytes()) > 200


def test_with_a_picture_the_words_beside_it_make_room() -> None:
    sheet = RecordingSheet(1190.55, 841.89)
    week_plan.draw(sheet, week_facts(edition=replace(EDITION, header_image=a_picture("PNG"))))
    assert collisions(sheet) == []
    beside = next(one for one in sheet.written if one.words.startswith("Planning des salles"))
    assert beside.right < 1190.55 - 34 - 78


def test_the_same_picture_gives_the_same_bytes() -> None:
    edition = replace(EDITION, header_image=a_picture("PNG"))
    assert SHEETS["day"](edition) == SHEETS["day"](edition)
