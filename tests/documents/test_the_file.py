"""The PDF as a file: same facts, same bytes; its fonts inside; its language and title said."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from desktop_app.documents import day_plan, week_plan
from tests.documents.recording import FONTS
from tests.documents.venue_facts import EDITION, day_facts, week_facts

ALL = {
    "week on A3": lambda: week_plan.render(week_facts(), FONTS).pdf,
    "week on A4": lambda: week_plan.render(week_facts(paper="A4"), FONTS).pdf,
    "public week": lambda: week_plan.render(week_facts(audience="public"), FONTS).pdf,
    "day": lambda: day_plan.render(day_facts(), FONTS).pdf,
}

_IN_ANOTHER_PROCESS = """
import hashlib
from tests.documents.test_the_file import ALL
print(*(hashlib.sha256(make()).hexdigest() for make in ALL.values()))
"""


@pytest.mark.parametrize("which", ALL)
def test_the_same_facts_give_the_same_bytes(which: str) -> None:
    assert ALL[which]() == ALL[which]()


def test_also_in_another_process_that_shuffles_its_sets_otherwise() -> None:
    here = [hashlib.sha256(make()).hexdigest() for make in ALL.values()]
    for seed in ("1", "2"):
        answer = subprocess.run(
            [sys.executable, "-c", _IN_ANOTHER_PROCESS],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert answer.stdout.split() == here


def test_another_minute_is_another_edition() -> None:
    later = replace(EDITION, made_at=EDITION.made_at.replace(minute=3))
    assert week_plan.render(week_facts(edition=later), FONTS).pdf != ALL["week on A3"]()


@pytest.mark.parametrize("which", ALL)
def test_every_font_is_inside_the_file(which: str) -> None:
    for page in PdfReader(BytesIO(ALL[which]())).pages:
        fonts: Any = page["/Resources"]
        described = [font.get_object() for font in fonts["/Font"].get_object().values()]
        assert described
        for font in described:
            assert "InterTabular" in font["/BaseFont"]
            assert "/FontFile2" in font["/FontDescriptor"]


def test_the_file_says_its_title_its_author_and_its_language() -> None:
    reader = PdfReader(BytesIO(ALL["week on A3"]()))
    assert reader.metadata is not None
    assert reader.metadata.title == (
        "Planning – Semaine\u00a048 – du lundi 23 au dimanche 29\u00a0novembre 2026"
    )
    assert reader.metadata.author == "La Fabrique de la Solidarité"
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "fr"


def test_the_operators_own_header_is_on_the_sheet() -> None:
    edition = replace(EDITION, header_text="Maison des associations du Canal")
    text = "".join(
        page.extract_text()
        for page in PdfReader(
            BytesIO(week_plan.render(week_facts(edition=edition), FONTS).pdf)
        ).pages
    )
    assert "Maison des associations du Canal" in text


def test_a_sheet_stays_small() -> None:
    assert all(len(make()) < 60_000 for make in ALL.values())
