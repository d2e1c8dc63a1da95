"""Booking from the panel: what is typed, what is read back, what is refused, nothing lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.ui.planning.ghost import Ghost
from tests.ui.planning.desk import CONTROL, THURSDAY, TUESDAY, Desk, at, plainly

Key = Qt.Key


def open_on(desk: Desk, room: str = "AGB", day: date = TUESDAY) -> None:
    """The panel on a place: 18 h 30 – 20 h 30."""
    ghost = Ghost(desk.room_id(room), at(18, 30, day), at(20, 30, day))
    desk.screen.panels.book(ghost)
    desk.rest()


def offered(desk: Desk) -> list[str]:
    """The rooms proposed instead, the best first."""
    return [button.offer.room.name for button in desk.panel.verdict.offers.buttons]


def book(desk: Desk) -> None:
    desk.key(Key.Key_Return, CONTROL)


def test_a_phone_booking_of_a_few_keys(desk: Desk) -> None:
    open_on(desk)
    desk.choose_organisation("canal 20")
    desk.fill(desk.form.heads, "20")
    assert desk.verdict() == "Agora B est libre, 18 h 30 – 20 h 30."
    book(desk)
    (row,) = desk.bookings(TUESDAY, "AGB")
    assert (row.organisation_name, row.title, row.heads) == ("Elan du canal 20e",) * 2 + (20,)
    assert row.status == "confirmed"
    assert not desk.panel.isVisible()
    assert desk.said() == "Réservé : Agora B, mardi 1er décembre, 18 h 30 – 20 h 30."


def test_hours_and_dates_are_typed_as_people_type_them(desk: Desk) -> None:
    desk.screen.panels.book(None)
    form = desk.form
    desk.fill(form.day, "mardi prochain")
    assert plainly(form.form.rows["day"].line.text()) == "mardi 1er décembre 2026, semaine 49"
    desk.fill(form.hours, "18h30 → 20.30")
    assert plainly(form.form.rows["hours"].line.text()) == "18 h 30 – 20 h 30"
    form.heads.setFocus()
    assert plainly(form.hours.text()) == "18 h 30 – 20 h 30"


def test_an_option_says_until_when_and_holds_its_place(desk: Desk) -> None:
    open_on(desk)
    desk.choose_organisation("élan canal")
    desk.fill(desk.form.phone, "0639981234")
    desk.form.status._segments["option"].click()
    desk.rest()
    line = desk.form.form.rows["status"].line
    assert plainly(line.text()) == "Option jusqu’au dimanche 29 novembre 2026"
    book(desk)
    (row,) = desk.bookings(TUESDAY, "AGB")
    assert row.status == "option"
    assert row.option_expires_on == date(2026, 11, 29)
    desk.screen.panels.open_booking(row.id)
    desk.until(lambda: desk.panel.row is not None)
    assert plainly(desk.form.phone.text()) == "06 39 98 12 34"
    assert plainly(desk.panel.state.text()) == "Option jusqu’au 29 novembre 2026"


def test_near_names_are_told_apart_in_the_list(desk: Desk) -> None:
    open_on(desk)
    field = desk.form.organisation
    desk.fill(field, "elan")
    desk.until(field.list.isVisible)
    lines = [plainly(field.list.item(place).text()) for place in range(field.list.count())]
    assert [line.splitlines()[0] for line in lines[:2]] == ["Élan du Canal", "Elan du canal 20e"]
    assert "nom proche de « Elan du canal 20e »" in lines[0]


def test_escape_closes_the_list_first_then_the_panel_and_keeps_the_draft(desk: Desk) -> None:
    open_on(desk)
    desk.fill(desk.form.title, "Répétition générale")
    desk.fill(desk.form.organisation, "elan")
    desk.until(desk.form.organisation.list.isVisible)
    desk.key(Key.Key_Escape)
    assert desk.panel.isVisible()
    desk.key(Key.Key_Escape)
    assert not desk.panel.isVisible()
    open_on(desk, "PAS")
    assert desk.form.title.text() == "Répétition générale"
    assert desk.panel.resumed.isVisible()
    desk.click(desk.panel.forget_draft)
    assert desk.form.title.text() == ""
    assert desk.form.room.key() == desk.room_id("PAS")


def test_a_taken_room_is_refused_with_rooms_to_take_instead(desk: Desk) -> None:
    open_on(desk, "ATE")
    desk.fill(desk.form.heads, "18")
    assert desk.verdict() == (
        "Atelier est réservé de 18 h 30 à 20 h 30 (réunion, Chorale « Voix d’en bas »)."
    )
    desk.until(lambda: offered(desk) == ["Agora B", "Agora A", "Le Café"])
    desk.click(desk.panel.verdict.offers.buttons[0])
    desk.until(lambda: desk.panel.verdict.tone == "ok")
    assert desk.form.room.key() == desk.room_id("AGB")


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("day", "31/11/2026", "Le 31 novembre n’existe pas."),
        ("day", "01/12/2025", "Cette date est passée."),
        ("day", "25/12/2026", "Fermé : Noël."),
        ("day", "n’importe quand", "« n’importe quand » n’est pas une date."),
        ("hours", "10h-9h30", "L’heure de fin (9 h 30) doit être après l’heure de début (10 h)."),
        ("hours", "21h-23h", "Le lieu ferme à 21 h 30."),
        ("hours", "8h-10h", "Le lieu ouvre à 9 h 30."),
        ("hours", "25h-26h", "n’existe pas : les heures vont de 0 h à 23 h 59."),
        ("hours", "18h", "Il manque l’heure de fin"),
        ("heads", "9000", "Aucune salle de cette taille (maximum 80)."),
        ("heads", "31", "Trop de monde pour Agora B : 30 personnes au plus."),
        ("heads", "-3", "« -3 » est négatif."),
        ("heads", "20,5", "« 20,5 » n’est pas un nombre entier."),
        ("heads", "beaucoup", "« beaucoup » n’est pas un nombre."),
        ("phone", "06 39 98 12", "n’est pas un numéro de téléphone"),
        ("repeat", "quand il pleut", "Je ne comprends pas"),
    ],
)
def test_a_refusal_stands_at_its_field_and_nothing_typed_is_lost(
    desk: Desk, field: str, typed: str, sentence: str
) -> None:
    open_on(desk)
    desk.fill(desk.form.title, "Réunion « d’essai »")
    widget = getattr(desk.form, field)
    desk.fill(widget, typed)
    book(desk)
    name = {"phone": "contact_phone"}.get(field, field)
    desk.until(lambda: desk.fault(name))
    assert sentence in desk.fault(name)
    assert widget.hasFocus()
    assert widget.text() == typed
    assert desk.form.title.text() == "Réunion « d’essai »"
    days = desk.ask(lambda services: services.planning.days(THURSDAY, date(2027, 1, 1)))
    assert not [row for row in days if "essai" in row.title]


@pytest.mark.parametrize(
    ("letters", "sentence"),
    [
        ("croix sud", "Croix du Sud Solidarité : assurance valable jusqu’au 31 octobre 2026"),
        ("ecran total", "Écran total : prêt de salle suspendu jusqu’au 31 décembre 2026."),
        ("ariane", "Fil d’Ariane : dossier archivé."),
        ("habitants quai", "Habitants du quai : dossier incomplet"),
    ],
)
def test_an_association_that_may_not_book_is_refused_at_its_field(
    desk: Desk, letters: str, sentence: str
) -> None:
    open_on(desk)
    desk.choose_organisation(letters)
    assert desk.form.alert.isVisible()
    book(desk)
    desk.until(lambda: desk.fault("organisation"))
    assert desk.fault("organisation").startswith(sentence)
    assert desk.form.organisation.hasFocus()
    assert not desk.bookings(TUESDAY, "AGB")


@pytest.mark.parametrize("letters", ["croix sud", "habitants quai"])
def test_what_is_missing_in_the_file_still_allows_an_option(desk: Desk, letters: str) -> None:
    open_on(desk)
    desk.choose_organisation(letters)
    desk.form.status._segments["option"].click()
    book(desk)
    (row,) = desk.bookings(TUESDAY, "AGB")
    assert row.status == "option"


def test_loose_words_are_no_association(desk: Desk) -> None:
    open_on(desk)
    desk.fill(desk.form.title, "Sans nom")
    desk.fill(desk.form.organisation, "zzzz")
    desk.form.title.setFocus()
    book(desk)
    assert desk.fault("organisation").startswith("Cette association n’")
    assert desk.form.organisation.text() == "zzzz"


def test_a_booking_for_nobody_needs_a_title(desk: Desk) -> None:
    open_on(desk)
    book(desk)
    desk.until(lambda: desk.fault("title"))
    assert desk.fault("title") == "Donnez un titre, ou choisissez une association."
    assert desk.form.title.hasFocus()


def test_an_option_taken_too_late_is_refused(desk: Desk) -> None:
    desk.screen.panels.book(Ghost(desk.room_id("PAS"), at(18), at(20)))
    desk.fill(desk.form.title, "Dernière minute")
    desk.form.status._segments["option"].click()
    book(desk)
    desk.until(lambda: desk.fault("status"))
    assert "48 heures" in desk.fault("status")


def test_too_soon_for_an_association_is_said_at_the_date(desk: Desk) -> None:
    desk.screen.panels.book(Ghost(desk.room_id("PAS"), at(18), at(20)))
    desk.choose_organisation("ateliers ficelle")
    book(desk)
    desk.until(lambda: desk.fault("day"))
    assert desk.fault("day").startswith("Il faut réserver au moins 2 jours à l’avance.")


def test_a_place_lost_to_the_other_desk_is_told_as_lost(desk: Desk) -> None:
    open_on(desk)
    desk.fill(desk.form.title, "Soirée")
    desk.until(lambda: desk.panel.verdict.tone == "ok")
    desk.rest()
    desk.context.hub.blockSignals(True)  # the bell has not reached this desk yet
    desk.colleague_books("AGB", at(18, 30, TUESDAY), at(20, 30, TUESDAY), "Autre groupe")
    desk.context.hub.blockSignals(False)
    book(desk)
    desk.until(lambda: desk.fault("room"))
    assert desk.fault("room") == (
        "Agora B vient d’être prise (réunion, Autre groupe, 18 h 30 – 20 h 30)."
    )
    desk.until(lambda: desk.panel.verdict.offers.buttons)
    assert offered(desk)[0] == "Agora A"
    assert desk.form.title.text() == "Soirée"


def test_a_note_has_its_hint_and_a_limit(desk: Desk) -> None:
    open_on(desk)
    desk.fill(desk.form.title, "Longue note")
    desk.form.more.setChecked(True)
    hint = desk.form.form.rows["note"].line.text()
    assert hint == "Pas d’information sur la vie privée des personnes."
    desk.form.note.setPlainText("x" * 401)
    book(desk)
    desk.until(lambda: desk.fault("note"))
    assert desk.fault("note") == "Ce texte est trop long : 400 caractères au plus."


def test_the_place_being_made_is_drawn_on_the_planning(desk: Desk) -> None:
    open_on(desk, "PAS", THURSDAY)
    assert desk.view.draft == Ghost(desk.room_id("PAS"), at(18, 30), at(20, 30), None)
    desk.key(Key.Key_Escape)
    assert desk.view.draft is None


def test_once_booked_it_is_undone_and_redone_by_key(desk: Desk) -> None:
    open_on(desk)
    desk.fill(desk.form.title, "À défaire")
    book(desk)
    assert [row.title for row in desk.bookings(TUESDAY, "AGB")] == ["À défaire"]
    desk.view.setFocus()
    desk.key(Key.Key_Z, CONTROL)
    assert desk.bookings(TUESDAY, "AGB") == []
    assert desk.said() == (
        "Annulé : la réservation (À défaire, mardi 1er décembre, 18 h 30 – 20 h 30, Agora B)."
    )
    desk.key(Key.Key_Y, CONTROL)
    assert [row.title for row in desk.bookings(TUESDAY, "AGB")] == ["À défaire"]
    desk.key(Key.Key_Z, CONTROL)
    desk.key(Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert [row.title for row in desk.bookings(TUESDAY, "AGB")] == ["À défaire"]


def test_the_notice_after_a_booking_carries_its_undo(desk: Desk) -> None:
    open_on(desk)
    desk.fill(desk.form.title, "Vite repris")
    book(desk)
    action = desk.notices[-1].action
    assert (action.label, action.keys) == ("Annuler", "Ctrl+Z")
    action.do()
    desk.rest()
    assert desk.bookings(TUESDAY, "AGB") == []


def test_nothing_to_undo_is_said(desk: Desk) -> None:
    desk.view.setFocus()
    desk.key(Key.Key_Z, CONTROL)
    assert (desk.said(), desk.notices[-1].tone) == ("Il n’y a rien à annuler.", "info")


def test_a_manager_may_pass_over_a_rule_with_a_written_reason(desk: Desk) -> None:
    from tests.builders import MANAGER

    desk.context.actor = MANAGER
    open_on(desk)
    desk.fill(desk.form.title, "Nuit blanche")
    desk.fill(desk.form.hours, "20h-22h30")
    desk.until(desk.panel.override_row.isVisible)
    desk.fill(desk.panel.override, "accord de la direction")
    book(desk)
    (row,) = desk.bookings(TUESDAY, "AGB")
    assert row.ends_at == at(22, 30, TUESDAY)


def test_reception_is_not_offered_to_pass_over_rules(desk: Desk) -> None:
    open_on(desk)
    desk.fill(desk.form.hours, "20h-22h30")
    assert desk.verdict() == "Le lieu ferme à 21 h 30."
    assert not desk.panel.override_row.isVisible()


def test_an_evening_may_pass_midnight_in_the_form(desk: Desk) -> None:
    open_on(desk)
    desk.fill(desk.form.hours, "22h-1h")
    starts_at, ends_at = desk.form.read_times()
    assert ends_at - starts_at == timedelta(hours=3)
    assert ends_at.date() == TUESDAY + timedelta(days=1)


def test_the_same_rooms_again_do_not_vanish_under_the_mouse(desk: Desk) -> None:
    open_on(desk, "ATE")
    desk.until(lambda: offered(desk))
    buttons = list(desk.panel.verdict.offers.buttons)
    weighed = desk.panel.live.weighed
    desk.fill(desk.form.heads, "18")
    desk.until(lambda: desk.panel.live.weighed is not weighed)
    assert desk.panel.verdict.offers.buttons == buttons


def test_the_focus_is_never_lost_while_typing(desk: Desk) -> None:
    """A verdict that arrives must not pull the cursor out of the field."""
    open_on(desk, "ATE")
    desk.fill(desk.form.heads, "18")
    desk.verdict()
    assert QApplication.focusWidget() is desk.form.heads
