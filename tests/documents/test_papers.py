"""Papers from a real venue: the sheet tells what the planning tells. On both engines."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.bookings import Kind
from desktop_app.domain.civil_time import Week
from desktop_app.domain.refusals import Refusal
from desktop_app.services.house import Services
from desktop_app.wording.refusals import say
from tests.builders import MANAGER, THURSDAY, a_booking, a_key
from tests.documents.reading_pdf import whole_text

WEEK_48 = Week(2026, 48)


@pytest.fixture
def busy(house: Services) -> Services:
    """A permanence, a training across both halves of the Agora, a cancelled meeting, a key."""
    a_key(house.database, "K09", "BP2")
    a_booking(house, "BP2", "10:00-13:00", kind=Kind.PERMANENCE, title="Exil", heads=3)
    a_booking(house, "AGO", "18:30-21:00", kind=Kind.TRAINING, title="Se mobiliser", heads=68)
    gone = a_booking(house, "ATE", "14:00-16:00", title="Partie")
    house.bookings.cancel(gone.id, gone.version, "annulée par l’association", by=MANAGER)
    return house


def test_the_day_plan_says_what_the_planning_holds(busy: Services) -> None:
    paper = busy.papers.day_plan(THURSDAY)
    text = whole_text(paper.pdf)
    for row in busy.planning.held(THURSDAY, THURSDAY):
        assert text.count(row.title) == 1
    assert "Partie" not in text
    assert "2 réservations · 71 personnes attendues" in text
    assert "clé K09" in text


def test_the_week_plan_says_what_the_planning_holds(busy: Services) -> None:
    paper = busy.papers.week_plan(WEEK_48, paper="A3")
    text = whole_text(paper.pdf)
    for row in busy.planning.held(WEEK_48.monday, WEEK_48.sunday):
        assert text.count(row.title) == 1
    assert "Partie" not in text
    assert "2 réservations" in text
    assert paper.pages == 1


def test_papers_are_named_for_what_they_are(house: Services) -> None:
    week = house.papers.week_plan(WEEK_48, paper="A3")
    assert week.file_name == "planning-semaine-2026-S48-A3.pdf"
    assert (
        week.title == "Planning – Semaine\u00a048 – du lundi 23 au dimanche 29\u00a0novembre 2026"
    )
    public = house.papers.week_plan(Week(2027, 1), audience="public")
    assert public.file_name == "planning-semaine-2027-S01-A4-public.pdf"
    day = house.papers.day_plan(THURSDAY)
    assert day.file_name == "planning-jour-2026-11-26.pdf"
    assert day.title == "Planning – jeudi 26\u00a0novembre 2026"


def test_the_edition_is_the_clocks(house: Services) -> None:
    text = whole_text(house.papers.day_plan(THURSDAY).pdf)
    assert "Édition 1 du 26/11/2026 à 9\u00a0h\u00a055" in text


def test_a_closed_week_is_a_band(house: Services) -> None:
    text = whole_text(house.papers.week_plan(Week(2026, 53)).pdf)
    assert "fermeture annuelle d’hiver" in text
    assert "Jour de l’An" in text


def test_an_unknown_paper_or_audience_is_refused_in_words(house: Services) -> None:
    with pytest.raises(Refusal) as paper:
        house.papers.week_plan(WEEK_48, paper="A5")
    assert say(paper.value) == "«\u00a0A5\u00a0» n’est pas un format proposé. Choisissez A4 ou A3."
    with pytest.raises(Refusal) as audience:
        house.papers.day_plan(date(2026, 11, 26), audience="presse")
    assert audience.value.field == "audience"
    assert "presse" in say(audience.value)
