"""The list beside the verdict: found by pieces, checked in by Enter, corrected at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from desktop_app.domain.staff import Role
from desktop_app.domain.verdicts import Code
from desktop_app.ui.navigation import Destination
from desktop_app.ui.trainings.screen import TrainingsScreen
from tests.builders import MANAGER
from tests.ui.houses import ask
from tests.ui.typing_keys import press

ENTER = Qt.Key.Key_Return


@pytest.fixture
def card(screen: TrainingsScreen):
    return screen.station.card


def names(card) -> list[str]:
    return [f"{one.first_name} {one.last_name}" for one in card.model.rows]


def states(card) -> list[str]:
    return [card.model.state_of(one).text for one in card.model.rows]


def row_of(context, screen, enrolment_id: int):
    found = context.services.trainings.session(screen.session_id)
    return next(one for one in found.attendees if one.enrolment_id == enrolment_id)


def wait_for(qtbot, screen, code: Code) -> None:
    panel = screen.station.panel
    qtbot.waitUntil(lambda: panel.verdict is not None and panel.verdict.code is code)


def test_pieces_of_a_name_in_any_order_find_the_person(card):
    for typed in ("cam mart", "MARTIN cam", "martin-test", "cmartin@"):
        card.search.setText(typed)
        assert "Camille Martin-Test" in names(card)
    card.search.setText("cmartin")
    assert len(names(card)) == 1


def test_enter_checks_in_the_only_one_left(qtbot, context, screen, card):
    card.search.setText("petip 005")
    press(screen, ENTER)
    wait_for(qtbot, screen, Code.OK)
    qtbot.waitUntil(lambda: "13\u00a0h\u00a050" in states(card))
    assert card.search.text() == ""
    assert card.present.text() == "1"


def test_two_of_one_name_are_told_apart_and_enter_alone_decides_nothing(
    qtbot, screen, card, sounds
):
    card.search.setText("camille")
    details = [card.model.detail_of(one) for one in card.model.rows]
    assert details == [
        "inscription n°\u00a09 · ca…m@example.org",
        "inscription n°\u00a010 · cm…n@example.org",
    ]
    press(screen, ENTER)
    wait_for(qtbot, screen, Code.AMBIGUOUS)
    assert sounds.heard == ["attention"]
    press(screen, Qt.Key.Key_Down)
    press(screen, Qt.Key.Key_Down)
    press(screen, ENTER)
    wait_for(qtbot, screen, Code.OK)
    assert screen.station.panel.verdict.number == 10


def test_a_code_typed_by_hand_is_a_badge(qtbot, screen, card, badges):
    grouped = "-".join(badges[2][place : place + 4] for place in range(0, 16, 4))
    card.search.setText(grouped.lower())
    press(screen, ENTER)
    wait_for(qtbot, screen, Code.OK)
    assert screen.station.panel.verdict.number == 3


def test_half_a_code_typed_by_hand_is_told_as_such(qtbot, screen, card, badges):
    card.search.setText(badges[2][:11])
    press(screen, ENTER)
    wait_for(qtbot, screen, Code.UNREADABLE)


def test_a_name_nobody_has_leads_to_the_form_with_the_name_in_it(qtbot, screen, card):
    card.search.setText("Øyvind")
    assert card.nobody.isVisible()
    press(screen, ENTER)
    qtbot.waitUntil(lambda: screen.station.side.currentWidget() is screen.station.walk_in)
    assert screen.station.walk_in.fields["last_name"].text() == "Øyvind"


def test_the_person_chosen_is_excused_and_awaited_again(qtbot, context, screen, card):
    said = QSignalSpy(context.notices.said)
    card.search.setText("petip 001")
    press(screen, Qt.Key.Key_Down)
    card.bar.excuse.click()
    qtbot.waitUntil(lambda: states(card) == ["Absence excusée"])
    assert "absence excusée" in card.figures.text()
    assert said.count() == 1
    said.at(0)[0].action.do()
    qtbot.waitUntil(lambda: states(card) == ["à pointer"])


def test_somebody_waiting_is_admitted_and_checked_in(qtbot, screen, card):
    card.search.setText("noiretang")
    assert states(card) == ["Liste d’attente"]
    press(screen, ENTER)
    wait_for(qtbot, screen, Code.WAITLISTED)
    card.search.setText("noiretang")
    press(screen, Qt.Key.Key_Down)
    card.bar.admit.click()
    wait_for(qtbot, screen, Code.OK)


def test_the_last_check_in_is_taken_back_by_one_key(qtbot, context, screen, card):
    card.search.setText("petip 005")
    press(screen, ENTER)
    wait_for(qtbot, screen, Code.OK)
    qtbot.waitUntil(lambda: card.present.text() == "1")
    said = QSignalSpy(context.notices.said)
    press(screen, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: card.present.text() == "0")
    assert said.at(0)[0].text.startswith("Pointage annulé\u00a0: Nour Petipont-005")
    assert screen.station.panel.is_waiting
    press(screen, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: said.count() == 1)
    refused = QSignalSpy(context.background.refused)
    qtbot.waitUntil(lambda: refused.count() == 1 or not context.background.is_busy)


def test_closing_shows_the_balance_and_can_be_taken_back(qtbot, context, screen, card):
    card.search.setText("petip 005")
    press(screen, ENTER)
    wait_for(qtbot, screen, Code.OK)
    station = screen.station
    station.close_button.click()
    qtbot.waitUntil(lambda: station.side.currentWidget() is station.summary)
    values = {name: figure.word() for name, figure in station.summary.values.items()}
    assert (values["enrolments"], values["present"], values["absent"]) == ("10", "1", "9")
    assert values["absence_rate"] == "90,0\u00a0%"
    qtbot.waitUntil(lambda: station.state.text() == "Réalisée")
    station.summary.reopen.click()
    assert card.search.hasFocus()
    qtbot.waitUntil(lambda: station.state.text() == "Pointage ouvert")
    assert station.side.currentWidget() is card


def test_a_session_to_come_says_when_it_opens_and_opens_by_hand(qtbot, context, screen):
    station = screen.station
    context.clock.advance(hours=-2)
    station._refresh()
    assert station.state.text() == "Ouvre à 13\u00a0h\u00a045"
    assert station.panel.look().said.headline == "Le pointage ouvre à 13\u00a0h\u00a045"
    assert not station.close_button.isVisible()
    station.open_button.click()
    qtbot.waitUntil(lambda: station.state.text() == "Pointage ouvert")
    assert station.panel.look().said.headline == "Présentez votre badge"


def test_a_room_changed_meanwhile_is_said_on_the_station(qtbot, context, screen):
    services = context.services

    def move() -> None:
        session = services.trainings.session(screen.session_id).session
        booking = services.planning.booking(session.booking_id)
        room = services.venue.venue().by_code["AGA"].id
        services.bookings.change(booking.id, booking.version, by=MANAGER, room_id=room)

    ask(qtbot, context, move)
    qtbot.waitUntil(lambda: screen.station.moved.isVisible())
    assert screen.station.moved.text() == "Salle changée\u00a0: Agora A"
    assert screen.subtitle() == "14\u00a0h – 17\u00a0h · Agora A"
    assert screen.station.card.figures.text().endswith("salle 1 / 40")


# -- without enrolment --------------------------------------------------------------------


@pytest.fixture
def form(qtbot, screen):
    press(screen, Qt.Key.Key_F7)
    made = screen.station.walk_in
    qtbot.waitUntil(lambda: screen.station.side.currentWidget() is made)
    return made


def fault(form, name: str) -> str:
    row = form.form.rows[name]
    return row.line.text() if row.line.isVisible() else ""


def test_one_name_is_enough_and_the_person_is_welcomed(qtbot, screen, card, form, sounds):
    form.fields["first_name"].setText("Øyvind")
    form.add.click()
    wait_for(qtbot, screen, Code.OK)
    assert screen.station.panel.look().said.headline == "Øyvind"
    assert screen.station.side.currentWidget() is card
    qtbot.waitUntil(lambda: "1 sans inscription" in card.figures.text())
    assert card.present.text() == "0"
    assert sounds.heard == ["welcome"]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("last_name", "", "Écrivez au moins un nom"),
        ("email", "jean@", "n’est pas une adresse e-mail"),
        ("phone", "06 39 98 12", "n’est pas un numéro de téléphone"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field_and_nothing_typed_is_lost(
    qtbot, screen, form, name, text, words
):
    if name != "last_name":
        form.fields["last_name"].setText("Martin")
        form.fields[name].setText(text)
    form.add.click()
    qtbot.waitUntil(lambda: words in fault(form, name))
    assert form.fields[name].text() == text
    assert form.fields[name].hasFocus()
    assert form.add.isEnabled()


def test_a_badge_is_answered_while_the_form_is_half_filled(qtbot, context, screen, form, badges):
    form.fields["last_name"].setText("Mar")
    context.desk.badge_scanned.emit(badges[0])
    wait_for(qtbot, screen, Code.OK)
    assert form.fields["last_name"].text() == "Mar"
    assert screen.station.side.currentWidget() is form


def test_somebody_the_venue_knows_is_recognised_and_not_written_twice(qtbot, context, screen, form):
    from tests.builders import a_person

    database = context.services.database
    person = ask(qtbot, context, lambda: a_person(database, "Saint-Fictif", "Maëlle"))
    form.fields["last_name"].setText("saint fic")
    form.fields["last_name"].textEdited.emit("saint fic")
    qtbot.waitUntil(lambda: bool(form.known.buttons))
    assert form.known.buttons[0].word() == "C’est Maëlle Saint-Fictif"
    form.known.buttons[0].click()
    form.add.click()
    wait_for(qtbot, screen, Code.OK)
    assert screen.station.panel.verdict.person.id == person


def test_somebody_on_no_list_is_added_with_what_their_badge_says(
    qtbot, context, screen, badges, session_id
):
    import random

    from desktop_app.domain.badges import new_code
    from tests.builders import a_person

    code = new_code(random.Random(77))
    database = context.services.database
    ask(qtbot, context, lambda: a_person(database, "Œuvrard", "Jean-Éric", badge=code))
    context.desk.badge_scanned.emit(code)
    wait_for(qtbot, screen, Code.NOT_ENROLLED)
    press(screen, Qt.Key.Key_F7)
    form = screen.station.walk_in
    qtbot.waitUntil(lambda: form.known.person is not None)
    assert form.fields["last_name"].text() == "Œuvrard"
    form.add.click()
    wait_for(qtbot, screen, Code.OK)


def test_above_the_fire_limit_only_a_manager_goes_on_with_a_reason(
    qtbot, context, screen, form, monkeypatch
):
    from sqlalchemy import text

    def shrink() -> None:
        with context.services.database.writing() as work:
            work.connection.execute(text("UPDATE room SET max_headcount = 1"))
            work.touch("room")

    ask(qtbot, context, shrink)
    form.fields["last_name"].setText("Martin")
    form.add.click()
    qtbot.waitUntil(form.trouble.isVisible)
    assert form.trouble.text().startswith("Effectif maximal de la salle atteint (1).")
    assert not form.form.rows["reason"].isVisible()
    context.actor = MANAGER
    form.add.click()
    qtbot.waitUntil(form.form.rows["reason"].isVisible)
    assert form.fields["reason"].hasFocus()
    form.fields["reason"].setText("la porte du jardin reste ouverte")
    form.add.click()
    wait_for(qtbot, screen, Code.OK)
    assert context.actor.role is Role.MANAGER


def test_escape_brings_the_list_back(qtbot, screen, card, form):
    form.fields["last_name"].setText("Martin")
    press(screen, Qt.Key.Key_Escape)
    assert screen.station.side.currentWidget() is card
    press(screen, Qt.Key.Key_F7)
    assert form.fields["last_name"].text() == ""


def test_the_attendance_sheet_is_one_key_away(qtbot, context, screen, session_id) -> None:
    wishes: list[Destination] = []
    context.navigator.go.connect(wishes.append)
    screen.station.papers.click()
    assert wishes == [Destination("session-papers", session_id=session_id)]


def test_each_figure_opens_onto_the_people_it_counts(qtbot, context, screen, session_id) -> None:
    station = screen.station
    first = station.card.model.rows[0]
    with qtbot.waitSignal(station.verbs.verdict_given):
        station.verbs.check_in(first.enrolment_id)
    with qtbot.waitSignal(station.verbs.session_closed):
        station.verbs.close_session(session_id)
    absent = station.summary.values["absent"]
    qtbot.waitUntil(lambda: absent.word() == "9")
    assert absent.accessibleName().startswith("Absences non excusées")
    absent.click()
    # The list is read again when the bell has rung.
    qtbot.waitUntil(lambda: len(station.card.model.rows) == 9)
    assert first.enrolment_id not in [one.enrolment_id for one in station.card.model.rows]
    station.card.everybody.click()
    assert len(station.card.model.rows) == 11
    assert station.card.search.isVisible()


def test_the_badge_of_somebody_chosen_is_one_press_away(qtbot, context, screen, session_id) -> None:
    card = screen.station.card
    card.people.setCurrentIndex(card.model.index(0, 0))
    wishes: list[Destination] = []
    context.navigator.go.connect(wishes.append)
    card.bar.badge.click()
    person = card.model.rows[0].person_id
    assert wishes == [Destination("session-papers", session_id=session_id, text=f"badge:{person}")]


def test_the_bar_says_what_the_person_chosen_has_followed(qtbot, screen) -> None:
    card = screen.station.card
    card.people.setCurrentIndex(card.model.index(0, 0))
    qtbot.waitUntil(card.bar.followed.isVisible)
    assert card.bar.followed.text() == "N’a encore suivi aucune formation"
