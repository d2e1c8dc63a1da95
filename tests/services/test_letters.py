"""Letters: the venue's own text, checked when it is kept, filled with what was booked."""

from __future__ import annotations

import pytest

from desktop_app.domain.bookings import Kind
from desktop_app.domain.papers import PaperKind, Wanted
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.staff import Actor, Role
from desktop_app.services.house import Services
from desktop_app.wording.refusals import say
from tests import builders
from tests.builders import KIOSK, MANAGER, RECEPTION, THURSDAY, a_booking
from tests.documents.reading_pdf import whole_text

LIFE = Actor("irb", Role.ASSOCIATIONS)
CONFIRMATION = PaperKind.CONFIRMATION


@pytest.fixture
def row(house: Services):
    asker = builders.an_association(
        house.database, "Élan du Canal", rna="W759000019", siren="000001180"
    )
    return a_booking(
        house,
        "AGB",
        "18:30-20:30",
        kind=Kind.MEETING,
        title="Réunion d’équipe",
        organisation_id=asker,
        heads=20,
        layout="theatre",
        equipment="projector",
        responsible_name="Awa d’Hérouville-Test",
    )


def letter(house: Services, kind: PaperKind, booking_id: int) -> str:
    return whole_text(house.papers.make(Wanted(kind, THURSDAY, subject=booking_id)).pdf)


def test_a_confirmation_says_what_was_booked(house: Services, row) -> None:
    text = letter(house, CONFIRMATION, row.id)
    for words in (
        "Confirmation de réservation",
        "Élan du Canal",
        "jeudi 26\u00a0novembre 2026",
        "18\u00a0h\u00a030 – 20\u00a0h\u00a030",
        "Agora B, RdC",
        "20 (effectif maximal de la salle\u00a0: 30)",
        "Théâtre",
        "vidéoprojecteur",
        "Awa d’Hérouville-Test",
        "au moins 7 jours",
    ):
        assert words in text
    assert "Rythme" not in text


def test_an_agreement_names_the_parties_and_their_numbers(house: Services, row) -> None:
    text = letter(house, PaperKind.AGREEMENT, row.id)
    assert "W759000019" in text
    assert "000\u00a0001\u00a0180" in text
    assert "31\u00a0décembre 2026" in text
    assert "Pour Élan du Canal" in text


def test_the_venues_own_text_is_used_once_kept(house: Services, row) -> None:
    house.papers.letters.save_template(CONFIRMATION, "# Bonjour {association}", by=LIFE)
    assert "Bonjour Élan du Canal" in letter(house, CONFIRMATION, row.id)
    assert "Nous confirmons" not in letter(house, CONFIRMATION, row.id)


def test_the_empty_text_and_the_programs_own_bring_that_one_back(house: Services, row) -> None:
    letters = house.papers.letters
    letters.save_template(CONFIRMATION, "# Bonjour", by=LIFE)
    letters.save_template(CONFIRMATION, "", by=LIFE)
    assert letters.template(CONFIRMATION) == letters.default(CONFIRMATION)
    letters.save_template(CONFIRMATION, letters.default(CONFIRMATION), by=LIFE)
    assert letters.template(CONFIRMATION) == letters.default(CONFIRMATION)


def test_a_blank_nobody_knows_is_refused_and_nothing_is_kept(house: Services) -> None:
    letters = house.papers.letters
    with pytest.raises(Refusal) as refusal:
        letters.save_template(CONFIRMATION, "Bonjour\n{salon}", by=LIFE)
    assert refusal.value.field == "template"
    assert say(refusal.value).startswith("Ligne 2\u00a0: «\u00a0salon\u00a0» n’existe pas.")
    assert letters.template(CONFIRMATION) == letters.default(CONFIRMATION)


def test_who_may_rewrite_a_letter(house: Services) -> None:
    for actor in (MANAGER, LIFE, RECEPTION):
        house.papers.letters.save_template(CONFIRMATION, "# Bonjour", by=actor)
    with pytest.raises(Refusal) as refusal:
        house.papers.letters.save_template(CONFIRMATION, "# Bonsoir", by=KIOSK)
    assert refusal.value.code == "role_forbidden"


def test_there_is_no_letter_about_a_booking_that_is_over(house: Services, row) -> None:
    gone = house.bookings.cancel(row.id, row.version, "plus besoin", by=MANAGER)
    with pytest.raises(Refusal) as refusal:
        letter(house, CONFIRMATION, gone.id)
    assert refusal.value.code == "booking_is_over"
    with pytest.raises(Refusal) as unknown:
        letter(house, CONFIRMATION, 9999)
    assert unknown.value.code == "booking_unknown"


def test_a_letter_to_somebody_without_an_association_names_the_contact(house: Services) -> None:
    row = a_booking(house, "BP2", "10:00-12:00", contact_name="Nour Petipont")
    assert "Nour Petipont" in letter(house, CONFIRMATION, row.id)
