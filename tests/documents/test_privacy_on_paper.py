"""A sheet for the public tells nothing of persons, telephones, numbers, or discreet groups."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from desktop_app.documents import day_plan, week_plan
from tests.documents.reading_pdf import whole_text
from tests.documents.recording import FONTS
from tests.documents.venue_facts import BOOKINGS_48, DROPPED_53, WEEK_53, day_facts, week_facts

PRIVATE = {
    "responsible_name": "Zénobie Responsable-Secrète",
    "contact_name": "Yolande Contact-Secret",
    "contact_phone": "+33639980077",
    "note": "Note qui ne regarde personne",
    "reason": "Motif qui ne regarde personne",
    "heads": 4321,
    "equipment": "Brancard, fauteuil",
}
TOLD = ("Zénobie", "Yolande", "Secret", "98\u00a000\u00a077", "3998", "regarde", "4321", "Brancard")


def bookings(rows):
    """The same bookings, with something private in every field that may hold it."""
    return tuple(
        row._replace(**PRIVATE, **discreet_words(row)) if row.discreet else row._replace(**PRIVATE)
        for row in rows
    )


def discreet_words(row) -> dict[str, str]:
    return {"title": "Titre à taire", "organisation_name": "Groupe à taire"}


def everything_in(pdf: bytes) -> str:
    """All words, and the file's properties."""
    return whole_text(pdf) + " ".join(map(str, (PdfReader(BytesIO(pdf)).metadata or {}).values()))


@pytest.mark.parametrize("paper", ["A3", "A4"])
def test_a_public_week_leaks_nothing(paper: str) -> None:
    facts = week_facts(bookings=bookings(BOOKINGS_48), paper=paper, audience="public")
    text = everything_in(week_plan.render(facts, FONTS).pdf)
    assert [word for word in (*TOLD, "à taire") if word in text] == []
    assert "Permanence associative" in text
    assert "Droits & Toit" in text  # an association is not a person


def test_a_public_day_leaks_nothing() -> None:
    facts = day_facts(bookings=bookings(BOOKINGS_48), audience="public", keys={9: ("K08",)})
    text = everything_in(day_plan.render(facts, FONTS).pdf)
    assert [word for word in (*TOLD, "à taire", "K08") if word in text] == []


def test_dropped_dates_of_a_discreet_group_stay_discreet() -> None:
    facts = week_facts(WEEK_53, bookings(DROPPED_53), audience="public")
    text = everything_in(week_plan.render(facts, FONTS).pdf)
    assert "Dates supprimées (fermeture)" in text
    assert [word for word in (*TOLD, "à taire") if word in text] == []
    thursday = day_facts(date(2026, 12, 31), bookings(DROPPED_53), audience="public")
    assert "à taire" not in everything_in(day_plan.render(thursday, FONTS).pdf)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("permanence", "Permanence associative"),
        ("training", "Formation"),
        ("internal", "Réunion"),
        ("culture", "Événement"),
    ],
)
def test_a_discreet_booking_says_only_its_kind(kind: str, words: str) -> None:
    row = BOOKINGS_48[0]._replace(kind=kind, discreet=True, title="Titre à taire")
    facts = week_facts(bookings=(row,), audience="public")
    text = whole_text(week_plan.render(facts, FONTS).pdf)
    # Once in its frame; the four families are named once more in the legend.
    assert text.count(words) == (1 if kind == "permanence" else 2)


def test_the_team_reads_all_of_it() -> None:
    facts = day_facts(bookings=bookings(BOOKINGS_48))
    text = everything_in(day_plan.render(facts, FONTS).pdf)
    assert "Yolande Contact-Secret" in text
    assert "06\u00a039\u00a098\u00a000\u00a077" in text
    assert "4321 p." in text
    assert "Titre à taire" in text
