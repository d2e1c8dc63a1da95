"""Welcoming a group: arrival, key, departure; refusals beside their field, nothing typed lost."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from database import tables
from desktop_app.domain.bookings import Status
from desktop_app.domain.today import Verb
from desktop_app.ui.navigation import Destination
from tests.builders import KIOSK, MANAGER, RECEPTION
from tests.ui.today.desk import CONTROL, TodayDesk, plainly


def welcome_exile(desk: TodayDesk) -> None:
    desk.click(desk.welcome_row("P06 Exil").button)
    desk.until(lambda: desk.panel.shown_id() == desk.booking("P06").id)


def test_one_click_welcomes_and_the_hand_is_on_the_name(desk: TodayDesk) -> None:
    welcome_exile(desk)
    assert desk.booking("P06").status == Status.ARRIVED
    assert desk.hand.picked() == ("K09",)
    assert QApplication.focusWidget() is desk.hand.holder
    assert desk.said() == "Arrivée notée : P06 Exil"


def test_arrival_and_key_are_two_clicks_when_the_name_is_known(desk: TodayDesk) -> None:
    exile = desk.booking("P06")
    desk.ask(
        lambda services: services.bookings.change(
            exile.id, exile.version, responsible_name="Awa d’Hérouville-Test", by=RECEPTION
        )
    )
    welcome_exile(desk)
    assert QApplication.focusWidget() is desk.hand.button
    desk.key(Qt.Key.Key_Return)
    assert [loan.handed_to for loan in desk.board.keys_out if loan.key_code == "K09"] == [
        "Awa d’Hérouville-Test"
    ]
    assert desk.said() == "Clé K09 remise, attendue à 13 h 15"


def test_after_the_key_is_handed_the_hand_is_on_its_return_and_enter_does_nothing(
    desk: TodayDesk,
) -> None:
    welcome_exile(desk)
    desk.write("Awa d’Hérouville-Test")
    desk.key(Qt.Key.Key_Return)
    form = desk.loan("K09")
    assert QApplication.focusWidget() is form.verdict.stop()
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Space)
    assert desk.panel.isVisible()
    assert "K09" in [loan.key_code for loan in desk.board.keys_out]
    desk.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.button


def test_without_a_name_the_key_is_refused_at_the_name(desk: TodayDesk) -> None:
    welcome_exile(desk)
    desk.key(Qt.Key.Key_Return)
    assert desk.key_fault("handed_to") == "Notez le nom de la personne qui prend la clé."
    assert QApplication.focusWidget() is desk.hand.holder
    assert [loan.key_code for loan in desk.board.keys_out] == ["K05"]


def test_a_key_that_is_out_says_who_has_it_and_keeps_the_name_typed(desk: TodayDesk) -> None:
    """Agora B has two keys: the one that is out is picked by mistake."""
    desk.at(18, 25)
    desk.open("T12")
    desk.click(desk.hand.chip("K05"))
    desk.click(desk.hand.chip("K06"))
    desk.hand.holder.setFocus()
    desk.write("Ó Murmelin")
    desk.key(Qt.Key.Key_Return)
    assert desk.key_fault("key") == (
        "Cette clé est déjà sortie : Inter-Maraudes Rive-Imaginaire, depuis 9 h 40."
    )
    assert QApplication.focusWidget() is desk.hand.chip("K05")
    assert desk.hand.holder.text() == "Ó Murmelin"
    assert desk.booking("T12").status == Status.CONFIRMED


def test_a_key_handed_to_the_wrong_group_is_taken_back_from_the_notice(desk: TodayDesk) -> None:
    welcome_exile(desk)
    desk.write("Awa")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert [loan.key_code for loan in desk.board.keys_out] == ["K05"]
    assert desk.said() == "Remise de clé annulée : la clé est au tableau."
    assert desk.booking("P06").status == Status.ARRIVED


def test_the_arrival_is_undone_by_its_key(desk: TodayDesk) -> None:
    welcome_exile(desk)
    desk.key(Qt.Key.Key_Escape)
    desk.key(Qt.Key.Key_Z, CONTROL)
    desk.until(lambda: "P06 Exil" in desk.welcomed())
    assert desk.booking("P06").status == Status.CONFIRMED


def test_a_name_being_typed_survives_a_change_elsewhere(desk: TodayDesk) -> None:
    welcome_exile(desk)
    desk.write("Awa d’Hé")
    chorus = desk.booking("Réunion des bénévoles")
    desk.ask(lambda services: services.arrivals.arrive(chorus.id, by=RECEPTION))
    desk.rest()
    assert desk.hand.holder.text() == "Awa d’Hé"
    assert QApplication.focusWidget() is desk.hand.holder


def test_the_name_of_one_group_is_not_left_on_the_card_of_the_next(desk: TodayDesk) -> None:
    welcome_exile(desk)
    desk.write("Awa")
    desk.open("Réunion des bénévoles")
    assert desk.hand.holder.text() == ""


def test_a_group_without_key_leaves_by_its_card(desk: TodayDesk) -> None:
    welcome_exile(desk)
    desk.click(desk.panel.verbs.buttons[Verb.LEAVE])
    assert desk.booking("P06").status == Status.DONE
    assert desk.said() == "Départ noté : P06 Exil"


def test_who_may_not_is_told_on_the_card(desk: TodayDesk) -> None:
    desk.context.actor = KIOSK
    desk.open("P06")
    desk.click(desk.panel.verbs.buttons[Verb.ARRIVE])
    assert desk.panel.refusal.isVisible()
    assert desk.booking("P06").status == Status.CONFIRMED


def test_an_expired_insurance_is_told_at_the_arrival(desk: TodayDesk) -> None:
    exile = desk.booking("P06")

    def expire(services):
        file = services.organisations.one(exile.organisation_id)
        from datetime import date

        services.organisations.change(
            file.id, file.version, insurance_until=date(2026, 11, 1), by=MANAGER
        )

    desk.ask(expire)
    welcome_exile(desk)
    (notice,) = [one for one in desk.notices if one.tone == "warning"]
    assert plainly(notice.text).splitlines() == [
        "Arrivée notée : P06 Exil",
        "Collectif Exil-Accueil : assurance expirée le 1er novembre 2026",
    ]
    assert notice.action is not None


# -- the key comes back -----------------------------------------------------------------------


def test_the_key_comes_back_in_two_clicks_from_the_list(desk: TodayDesk) -> None:
    desk.at(12, 50)
    (row,) = desk.screen.keys.rows.all()
    desk.click(row.button)
    assert QApplication.focusWidget() is desk.loan("K05").button
    desk.key(Qt.Key.Key_Return)
    assert desk.board.keys_out == ()
    assert desk.booking("Coordination").status == Status.DONE
    assert QApplication.focusWidget() is not desk.panel.cross
    assert desk.said() == "Clé K05 rendue, départ noté : Coordination des maraudes"
    assert not desk.screen.keys.isVisible()


def test_a_remark_is_asked_for_and_then_kept(desk: TodayDesk) -> None:
    desk.at(12, 50)
    desk.open("Coordination")
    form = desk.loan("K05")
    form.verdict.choose("remark")
    form.verdict.chosen.emit("remark")
    desk.key(Qt.Key.Key_Return)
    row = form.form.rows["remark"]
    assert row.field.property("faulty")
    assert plainly(row.line.text()).startswith("Écrivez la remarque")
    assert QApplication.focusWidget() is form.remark
    desk.write("câble du vidéoprojecteur abîmé")
    desk.key(Qt.Key.Key_Return)
    assert desk.board.keys_out == ()
    desk.open("T12")
    assert desk.panel.remark.isVisible()
    assert plainly(desk.panel.remark.title.text()) == (
        "État de la salle : câble du vidéoprojecteur abîmé"
    )


def test_a_return_noted_by_mistake_is_undone_from_the_notice(desk: TodayDesk) -> None:
    desk.at(12, 50)
    desk.open("Coordination")
    desk.click(desk.loan("K05").button)
    action = desk.notices[-1].action
    assert action is not None
    action.do()
    desk.rest()
    assert [loan.key_code for loan in desk.board.keys_out] == ["K05"]
    assert desk.booking("Coordination").status == Status.ARRIVED


def test_the_tag_of_a_key_opens_the_card_of_who_has_it(desk: TodayDesk) -> None:
    desk.context.desk.scan_unreadable.emit("k05")
    desk.until(lambda: desk.panel.shown_id() == desk.booking("Coordination").id)
    assert QApplication.focusWidget() is desk.loan("K05").button


# -- those who do not come --------------------------------------------------------------------


def test_non_presentation_is_proposed_from_half_an_hour_on_and_undone(desk: TodayDesk) -> None:
    desk.at(10, 29)
    assert not desk.welcome_row("P06 Exil").absent.isVisible()
    desk.at(10, 30)
    desk.click(desk.welcome_row("P06 Exil").absent)
    assert desk.booking("P06").status == Status.NO_SHOW
    assert desk.said() == "Non-présentation notée : P06 Exil. La salle est libre."
    assert "P06 Exil" not in desk.welcomed()
    (block,) = [one for one in desk.screen.rooms.timeline.blocks if one.booking.title == "P06 Exil"]
    assert block.face.mark == "user-x"
    desk.key(Qt.Key.Key_Z, CONTROL)
    desk.until(lambda: "P06 Exil" in desk.welcomed())


# -- the other verbs of the card --------------------------------------------------------------


def test_a_group_is_moved_in_two_clicks_and_worse_rooms_say_why(desk: TodayDesk) -> None:
    desk.open("P06")
    desk.click(desk.panel.verbs.buttons[Verb.MOVE])
    desk.until(desk.panel.move_rooms.isVisible)
    offers = desk.panel.move_rooms.offers
    assert [offer.room.name for offer in offers[:2]] == ["Bureau 1", "Boussole"]
    last = offers[-1]
    assert (last.room.name, last.isEnabled(), last.reason) == (
        "Bureau 3",
        False,
        "non accessible PMR",
    )
    assert QApplication.focusWidget() is offers[0]
    desk.click(offers[0])
    moved = desk.booking("P06")
    assert moved.room_code == "BP1"
    assert desk.said() == "P06 Exil : désormais en Bureau 1. Affiche de porte à réimprimer."
    assert desk.hand.picked() == ("K08",), "the keys are those of the new room"
    assert QApplication.focusWidget() is desk.hand.holder
    desk.key(Qt.Key.Key_Z, CONTROL)
    desk.until(lambda: desk.booking("P06").room_code == "BP2")


def test_escape_goes_back_one_step(desk: TodayDesk) -> None:
    desk.open("P06")
    desk.click(desk.panel.verbs.buttons[Verb.MOVE])
    desk.until(desk.panel.move_rooms.isVisible)
    desk.key(Qt.Key.Key_Escape)
    assert not desk.panel.move_rooms.isVisible()
    assert desk.hand.isVisible()
    desk.key(Qt.Key.Key_Escape)
    assert not desk.panel.isVisible()
    assert QApplication.focusWidget() is desk.screen.rooms.timeline


def test_a_booking_is_cancelled_with_a_reason(desk: TodayDesk) -> None:
    desk.open("P06")
    desk.click(desk.panel.verbs.buttons[Verb.CANCEL])
    form = desk.panel.cancelling
    assert QApplication.focusWidget() is form.reason
    desk.key(Qt.Key.Key_Return)
    row = form.form.rows["reason"]
    assert plainly(row.line.text()) == "Indiquez le motif de l’annulation."
    assert desk.booking("P06").status == Status.CONFIRMED
    desk.write("grève des transports")
    desk.click(form.cancel)
    assert (desk.booking("P06").status, desk.booking("P06").reason) == (
        Status.CANCELLED,
        "grève des transports",
    )


def test_modifying_leads_to_the_planning(desk: TodayDesk) -> None:
    wishes: list[Destination] = []
    desk.context.navigator.go.connect(wishes.append)
    exile = desk.booking("P06")
    desk.open("P06")
    desk.click(desk.panel.verbs.buttons[Verb.EDIT])
    assert wishes == [Destination("planning", day=exile.starts_at.date(), booking_id=exile.id)]


def test_a_discreet_group_is_named_on_request_and_hidden_by_the_next_card(desk: TodayDesk) -> None:
    desk.at(14, 0)
    desk.open("P07")
    head = desk.panel.head
    assert desk.panel.title.text() == "Permanence associative"
    assert not head.name.isVisible()
    assert not [line for line in desk.panel.facts.words() if "Femmes" in line]
    desk.click(head.reveal)
    assert "Femmes en chemin" in head.name.text()
    desk.open("T02")
    desk.open("P07")
    assert not head.name.isVisible()


def test_masking_the_screen_masks_who_has_the_key(desk: TodayDesk) -> None:
    desk.open("Coordination")
    holder = desk.loan("K05").holder.text()
    desk.context.privacy.set_masked(True)
    assert desk.loan("K05").holder.text() != holder
    assert len(plainly(desk.loan("K05").holder.text())) < len(holder)


def test_typing_is_taken_back_before_what_the_desk_did(desk: TodayDesk) -> None:
    welcome_exile(desk)
    desk.write("Aw")
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert (desk.hand.holder.text(), desk.booking("P06").status) == ("", Status.ARRIVED)
    desk.key(Qt.Key.Key_Z, CONTROL)
    desk.until(lambda: desk.booking("P06").status == Status.CONFIRMED)


def test_a_passage_counted_last_is_what_is_taken_back(desk: TodayDesk) -> None:
    welcome_exile(desk)
    desk.key(Qt.Key.Key_Escape)
    before = desk.board.cafe.tally.total
    desk.key(Qt.Key.Key_F1, times=2)
    assert desk.board.cafe.tally.total == before + 2
    desk.key(Qt.Key.Key_Z, CONTROL, times=2)
    desk.until(lambda: desk.board.cafe.tally.total == before)
    assert desk.booking("P06").status == Status.ARRIVED
    desk.key(Qt.Key.Key_Z, CONTROL)
    desk.until(lambda: desk.booking("P06").status == Status.CONFIRMED)


def test_enter_pressed_twice_on_the_arrival_notes_no_departure(desk: TodayDesk) -> None:
    """A room without a key on the board: nothing comes next but the departure, hours later."""
    desk.at(14, 25)

    def lose_the_key(services: Any) -> None:
        with services.database.writing() as work:
            work.connection.execute(tables.key.delete().where(tables.key.c.code == "K07"))
            work.touch("key")

    desk.ask(lose_the_key)
    desk.open("Réunion des bénévoles")
    assert not desk.hand.isVisible()
    desk.panel.verbs.buttons[Verb.ARRIVE].setFocus()
    desk.key(Qt.Key.Key_Return, times=2)
    assert desk.booking("Réunion des bénévoles").status == Status.ARRIVED
