"""« Une salle mardi prochain au soir, s’il vous plaît » : scenario A3 of the venue, through the
window, with real keys, on the demonstration venue; a second desk works on the same file.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from desktop_app.domain.bookings import Draft, Kind
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.undoing import BookingUndo
from tests.ui.planning.desk import (
    COLLEAGUE,
    CONTROL,
    TUESDAY,
    Desk,
    a_planning_window,
    at,
    plainly,
)

Key = Qt.Key
EVENING = at(18, 30, TUESDAY), at(20, 30, TUESDAY)


@pytest.fixture
def desk(qtbot: Any, housed: ScreenContext) -> Iterator[Desk]:
    """Thursday 26 November 2026; the telephone rings."""
    housed.undo = BookingUndo(housed)
    window = a_planning_window(qtbot, housed)
    yield Desk(qtbot, housed, window).ready()
    window.close()


def test_an_option_by_phone_is_taken_lost_by_another_and_given_back(desk: Desk) -> None:
    open_the_finder_and_choose_the_day(desk)
    ask_for_twenty_people_a_projector_and_no_steps(desk)
    choose_the_organisation_among_two_of_nearly_one_name(desk)
    take_the_option(desk)
    see_it_hatched_on_the_planning(desk)
    be_told_by_whom_the_place_was_taken(desk)
    cancel_the_option(desk)
    book_the_place_that_is_free_again(desk)


def open_the_finder_and_choose_the_day(desk: Desk) -> None:
    """Step 1."""
    desk.view.setFocus()
    desk.key(Key.Key_F, CONTROL)
    desk.fill(desk.finder.day, "mardi prochain")
    line = desk.finder.form.rows["day"].line.text()
    space = "\N{NO-BREAK SPACE}"
    assert line == f"mardi 1er{space}décembre 2026, semaine{space}49"


def ask_for_twenty_people_a_projector_and_no_steps(desk: Desk) -> None:
    """Step 2: hours as they are said, read back as they are written."""
    finder = desk.finder
    desk.fill(finder.hours, "18h30 → 20.30")
    desk.fill(finder.heads, "20")
    desk.fill(finder.equipment, "vidéoprojecteur")
    assert plainly(finder.hours.text()) == "18 h 30 – 20 h 30"
    finder.step_free.setFocus()
    desk.key(Key.Key_Space)
    finder.heads.setFocus()
    desk.key(Key.Key_Return)
    desk.until(lambda: finder.offers.buttons)
    offers = [button.offer for button in finder.offers.buttons]
    rooms = [(offer.room.name, offer.room.max_headcount) for offer in offers if offer.can_be_taken]
    assert rooms == [("Agora B", 30), ("Agora A", 40), ("Agora (A+B)", 80)]
    workshop = next(b for b in finder.offers.buttons if b.offer.room.name == "Atelier")
    assert "Atelier est réservé de 18 h 30 à 20 h 30" in plainly(workshop.accessibleName())
    desk.key(Key.Key_Return)  # the first of them


def choose_the_organisation_among_two_of_nearly_one_name(desk: Desk) -> None:
    """Step 3."""
    field = desk.form.organisation
    assert field.hasFocus()
    desk.fill(field, "elan")
    desk.until(field.list.isVisible)
    lines = [plainly(field.list.item(place).text()) for place in range(2)]
    assert [line.splitlines()[0] for line in lines] == ["Élan du Canal", "Elan du canal 20e"]
    assert all("nom proche de" in line for line in lines)
    desk.key(Key.Key_Return)
    assert field.text() == "Élan du Canal"


def take_the_option(desk: Desk) -> None:
    """Step 4: until Sunday, for the 48 hours before beat the five days."""
    desk.fill(desk.form.phone, "0639981234")
    desk.form.status.findChildren(QRadioButton)[0].setFocus()
    desk.key(Key.Key_Right)
    assert desk.form.status.current() == "option"
    line = desk.form.form.rows["status"].line
    assert plainly(line.text()) == "Option jusqu’au dimanche 29 novembre 2026"
    desk.key(Key.Key_Return, CONTROL)
    (row,) = desk.bookings(TUESDAY, "AGB")
    assert (row.organisation_name, row.status) == ("Élan du Canal", "option")
    assert row.option_expires_on == date(2026, 11, 29)
    assert row.contact_phone == "+33639981234"


def see_it_hatched_on_the_planning(desk: Desk) -> None:
    """Step 4, on the screen."""
    desk.show_week_of(TUESDAY)
    (row,) = desk.bookings(TUESDAY, "AGB")
    faces = [one.face for one in desk.view.frame.blocks if one.booking_id == row.id]
    assert [face.is_held for face in faces] == [True]
    desk.screen.panels.open_booking(row.id)
    desk.until(lambda: desk.panel.row is not None and desk.panel.row.id == row.id)
    assert plainly(desk.form.phone.text()) == "06 39 98 12 34"
    desk.panel.close_panel()


def be_told_by_whom_the_place_was_taken(desk: Desk) -> None:
    """Step 5, seen from the other desk: it saw the place free, and books a moment too late."""
    ficelle = desk.ask(lambda services: services.organisations.find("ateliers ficelle"))[0]
    draft = Draft(
        desk.room_id("AGB"), *EVENING, Kind.MEETING, "Ateliers", organisation_id=ficelle.id
    )
    refusal = desk.ask(lambda services: services.bookings.book(draft, by=COLLEAGUE, seen_free=True))
    from desktop_app.wording.refusals import say

    assert plainly(say(refusal)) == (
        "Agora B vient d’être prise (option, Élan du Canal, 18 h 30 – 20 h 30)."
    )
    assert len(desk.bookings(TUESDAY, "AGB")) == 1


def cancel_the_option(desk: Desk) -> None:
    """Step 11: by key, with a reason; the row stays and is not late."""
    (row,) = desk.bookings(TUESDAY, "AGB")
    desk.view.setFocus()
    desk.view.go_to_booking(row.id)
    desk.key(Key.Key_Delete)
    card = desk.panel.cancelling
    desk.until(card.isVisible)
    assert not card.late.isVisible()
    desk.fill(card.reason, "l’association rappellera")
    desk.key(Key.Key_Return)
    kept = desk.ask(lambda services: services.planning.booking(row.id))
    assert (kept.status, kept.reason) == ("cancelled", "l’association rappellera")
    assert desk.bookings(TUESDAY, "AGB") == []


def book_the_place_that_is_free_again(desk: Desk) -> None:
    """The slot is free at once, on the planning as in the service."""
    desk.until(lambda: not desk.view.shown.held_in(desk.room_id("AGB"), TUESDAY))
    assert desk.view.shown.against(desk.room_id("AGB"), *EVENING) == ()
    row = desk.colleague_books("AGB", *EVENING, "Le groupe suivant")
    assert row.status == "confirmed"


def test_a_series_by_phone_across_the_winter_closure(desk: Desk) -> None:
    """Step 9: seven dates said, one closed, six made, and two to watch."""
    desk.view.setFocus()
    desk.key(Key.Key_N, CONTROL)
    desk.fill(desk.form.day, "mardi prochain")
    desk.fill(desk.form.repeat, "chaque mardi, 18 h 30–20 h 30, Passerelle, jusqu’au 12 janvier")
    desk.choose_organisation("ateliers ficelle")
    desk.until(desk.panel.series.isVisible)
    card = desk.panel.series
    desk.until(lambda: card.alerts.text())
    assert plainly(card.summary.text()) == "6 dates à créer sur 7"
    assert "mar. 05/01 et mar. 12/01" in plainly(card.alerts.text())
    desk.key(Key.Key_Return, CONTROL)
    assert desk.said() == "Série créée : 6 dates."
    days = [date(2026, 12, day) for day in (1, 8, 15, 22, 29)] + [date(2027, 1, 5)]
    days.append(date(2027, 1, 12))
    states = [desk.booking("Ateliers Ficelle", day).status for day in days]
    assert states == ["confirmed"] * 4 + ["dropped_closure"] + ["confirmed"] * 2


@pytest.mark.parametrize(
    ("letters", "sentence"),
    [
        ("croix sud", "Croix du Sud Solidarité : assurance valable jusqu’au 31 octobre 2026"),
        ("ecran total", "Écran total : prêt de salle suspendu jusqu’au 31 décembre 2026."),
        ("ariane", "Fil d’Ariane : dossier archivé."),
        ("habitants quai", "Habitants du quai : dossier incomplet"),
    ],
)
def test_who_may_not_book_is_told_why_while_still_on_the_phone(
    desk: Desk, letters: str, sentence: str
) -> None:
    """Step 8."""
    desk.view.setFocus()
    desk.key(Key.Key_N, CONTROL)
    desk.form.room.choose(desk.room_id("AGB"))
    desk.fill(desk.form.day, "mardi prochain")
    desk.fill(desk.form.hours, "18h30-20h30")
    desk.choose_organisation(letters)
    desk.until(lambda: desk.panel.verdict.tone == "error")
    assert desk.verdict().startswith(sentence)
    desk.key(Key.Key_Return, CONTROL)
    desk.until(lambda: desk.fault("organisation"))
    assert desk.fault("organisation").startswith(sentence)
    assert desk.bookings(TUESDAY, "AGB") == []
